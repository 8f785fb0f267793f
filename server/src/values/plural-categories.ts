/** The plural categories of CLDR in its order. */
export const PLURAL_CATEGORIES = ["zero", "one", "two", "few", "many", "other"] as const;

export type PluralCategory = (typeof PLURAL_CATEGORIES)[number];

/** Cardinal numbers count things (`2 files`), ordinal ones ranks (`2nd file`). */
export type PluralType = "cardinal" | "ordinal";

const ONE_OTHER: readonly PluralCategory[] = ["one", "other"];
const ONE_MANY_OTHER: readonly PluralCategory[] = ["one", "many", "other"];
const OTHER: readonly PluralCategory[] = ["other"];

/** Cardinal categories of the twelve languages of the product in CLDR 48; older runtimes know others for some of them. */
const CARDINAL: Readonly<Record<string, readonly PluralCategory[]>> = {
  en: ONE_OTHER,
  de: ONE_OTHER,
  fr: ONE_MANY_OTHER,
  es: ONE_MANY_OTHER,
  it: ONE_MANY_OTHER,
  pt: ONE_MANY_OTHER,
  ru: ["one", "few", "many", "other"],
  ar: PLURAL_CATEGORIES,
  he: ["one", "two", "other"],
  zh: OTHER,
  ja: OTHER,
  ko: OTHER,
};

/** Numbers whose category is looked up for examples: those that languages tell apart. */
const WHOLE = [...Array.from({ length: 131 }, (_, number) => number), 1_000, 1_000_000];
const FRACTIONS = [0.1, 0.5, 1.1, 1.5, 2.5, 10.5];

/** So many examples say enough. */
const MOST_EXAMPLES = 6;

/** Plural categories of a locale in the order of CLDR; undefined for a text that is no locale. */
export function pluralCategories(locale: string, type: PluralType): readonly PluralCategory[] | undefined {
  const rules = rulesOf(locale, type);
  if (!rules) return undefined;
  const known = type === "cardinal" ? CARDINAL[languageOf(locale)] : undefined;
  if (known) return known;
  const { pluralCategories: found } = rules.resolvedOptions();
  return PLURAL_CATEGORIES.filter((category) => found.includes(category));
}

/**
 * The first numbers of a category in a locale, as English text: `2, 3, 4, 22, 23, 24, …`. Whole numbers, or fractions where no whole number
 * is in the category. Undefined where none was found, and for a text that is no locale.
 */
export function numbersOf(category: PluralCategory, locale: string, type: PluralType): string | undefined {
  const rules = rulesOf(locale, type);
  const categories = pluralCategories(locale, type);
  if (!rules || !categories) return undefined;
  const isIn = (number: number): boolean => {
    const selected = rules.select(number);
    return category === (categories.includes(selected) ? selected : "other");
  };
  const whole = WHOLE.filter(isIn);
  const found = whole.length > 0 ? whole : FRACTIONS.filter(isIn);
  if (found.length === 0) return undefined;
  const shown = found.slice(0, MOST_EXAMPLES).map((number) => number.toLocaleString("en"));
  return found.length > MOST_EXAMPLES || whole.length === 0 ? `${shown.join(", ")}, …` : shown.join(", ");
}

function rulesOf(locale: string, type: PluralType): Intl.PluralRules | undefined {
  try {
    return new Intl.PluralRules(locale, { type });
  } catch {
    return undefined;
  }
}

function languageOf(locale: string): string {
  return (locale.split("-")[0] ?? "").toLowerCase();
}
