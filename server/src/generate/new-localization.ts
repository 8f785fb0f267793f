import { writeScalar } from "../yaml/write-scalar.ts";
import { LOCALE_DATA, type LocaleData, MESSAGE_KEYS } from "./locale-data.ts";

const ENGLISH = LOCALE_DATA.en as LocaleData;

/** Text of a localization file for these locales; the first is the default. Languages without data of ours start with English texts. */
export function newLocalization(locales: readonly string[]): string {
  const unique = [...new Set(locales)];
  const [first = "en"] = unique;
  const hasRightToLeft = unique.some((locale) => dataOf(locale).direction === "rtl");
  return [
    `default_locale: ${writeScalar(first)}`,
    "supported_locales:",
    ...unique.map((locale) => `  - ${writeScalar(locale)}`),
    `fallback_locale: ${writeScalar(first)}`,
    "",
    "translations:",
    ...unique.flatMap((locale) => translation(locale)),
    "",
    "features:",
    "  automatic_detection:",
    "    enabled: true",
    "    methods:",
    "      - user_preference",
    "      - accept_language",
    "    fallback_strategy: default",
    "  rtl_support:",
    `    enabled: ${hasRightToLeft}`,
    "",
  ].join("\n");
}

function dataOf(locale: string): LocaleData {
  const language = locale.split("-")[0]?.toLowerCase() ?? "en";
  return LOCALE_DATA[language] ?? ENGLISH;
}

function translation(locale: string): readonly string[] {
  const data = dataOf(locale);
  const [short, medium, long, full] = data.dates;
  const [shortTime, mediumTime, longTime] = data.times;
  return [
    `  ${writeScalar(locale)}:`,
    "    metadata:",
    `      name: ${writeScalar(data.name)}`,
    `      english_name: ${writeScalar(data.englishName)}`,
    `      direction: ${data.direction}`,
    "      completion: 100",
    "    messages:",
    "      common:",
    ...MESSAGE_KEYS.map((key) => `        ${writeScalar(key)}: ${writeScalar(data.words[key])}`),
    "      notifications:",
    "        files:",
    ...Object.entries(data.files).map(([category, text]) => `          ${category}: ${writeScalar(text)}`),
    "    formats:",
    "      date:",
    `        short: ${writeScalar(short)}`,
    `        medium: ${writeScalar(medium)}`,
    `        long: ${writeScalar(long)}`,
    `        full: ${writeScalar(full)}`,
    "      time:",
    `        short: ${writeScalar(shortTime)}`,
    `        medium: ${writeScalar(mediumTime)}`,
    `        long: ${writeScalar(longTime)}`,
    "      number:",
    `        decimal_separator: ${JSON.stringify(data.decimal)}`,
    `        thousands_separator: ${JSON.stringify(data.thousands)}`,
    `        currency_position: ${data.currencyPosition}`,
  ];
}
