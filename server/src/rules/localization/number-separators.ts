import * as l10n from "@vscode/l10n";
import type { FixData, Operation } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { type LocaleSeparators, localeSeparators } from "./locale-separators.ts";

/** The decimal and the thousands separator of Arabic digits (CLDR 48). */
const ARABIC_DIGITS: LocaleSeparators = { decimal: "٫", thousands: "٬" };

export const rule = defineRule({
  id: "number-separators",
  severity: "error",
  at: { localization: ["translations.*.formats"] },
  check: (formats, report) => {
    const decimal = formats.get("number", "decimal_separator");
    const thousands = formats.get("number", "thousands_separator");
    const locale = String(formats.path.at(-2) ?? "");
    const usual = usualSeparators(locale, formats.get("numbering_system"));
    if (decimal && thousands?.text && decimal.text === thousands.text) {
      reportEqual(decimal, thousands, usual, report);
      return;
    }
    if (!usual) return;
    const isUnusual = (place: Place | undefined, known: string): place is Place =>
      Boolean(place?.text) && !known.includes(place?.text ?? "");
    const isOtherDecimal = isUnusual(decimal, usual.decimal);
    const isOtherThousands = isUnusual(thousands, usual.thousands);
    if (isOtherDecimal && isOtherThousands) reportBoth(decimal, thousands, locale, usual, report);
    else if (isOtherThousands) reportThousands(thousands, locale, usual, report);
    else if (isOtherDecimal) reportDecimal(decimal, locale, usual, report);
  },
});

/** What is usual in a locale with the digits that a file chooses; undefined when it is not known. */
function usualSeparators(locale: string, digits: Place | undefined): LocaleSeparators | undefined {
  if (!digits || digits.text === "latn") return localeSeparators(locale);
  return digits.text === "arab" && /^ar\b/i.test(locale) ? ARABIC_DIGITS : undefined;
}

function reportEqual(decimal: Place, thousands: Place, usual: LocaleSeparators | undefined, report: Report): void {
  const text = thousands.text ?? "";
  const fix = usual && separated(decimal, thousands, usual);
  report(thousands, {
    message: l10n.t`Decimals and thousands are both separated by ${shown(text)}: nobody can tell one thousand from one point nought.`,
    related: [{ place: decimal, message: l10n.t`The decimal separator stands here.` }],
    ...(fix && { fix }),
  });
}

/** Writes the usual character for the separator that is wrong. */
function separated(decimal: Place, thousands: Place, usual: LocaleSeparators): FixData | undefined {
  const isDecimalUsual = usual.decimal.includes(decimal.text ?? "");
  const [place, [best = ""]] = isDecimalUsual ? [thousands, usual.thousands] : [decimal, usual.decimal];
  if (best === decimal.text) return undefined;
  const operation: Operation = { do: "set", path: place.path, value: best };
  const title = isDecimalUsual
    ? l10n.t`Separate thousands by ${shown(best)}`
    : l10n.t`Separate decimals by ${shown(best)}`;
  return { fix: "change", path: [], changes: [{ title, operations: [operation] }] };
}

function reportBoth(decimal: Place, thousands: Place, locale: string, usual: LocaleSeparators, report: Report): void {
  const [[point = ""], [group = ""]] = [usual.decimal, usual.thousands];
  const written = code(`1${thousands.text}234${decimal.text}5`);
  const meant = code(`1${group}234${point}5`);
  report(decimal, {
    severity: "information",
    message: l10n.t`${code(locale)} usually writes ${meant}, and numbers come out as ${written} here.`,
    related: [{ place: thousands, message: l10n.t`The thousands separator stands here.` }],
    fix: {
      fix: "change",
      path: [],
      changes: [
        {
          title: l10n.t`Write numbers as ${meant}`,
          operations: [
            { do: "set", path: decimal.path, value: point },
            { do: "set", path: thousands.path, value: group },
          ],
        },
      ],
    },
  });
}

function reportDecimal(decimal: Place, locale: string, usual: LocaleSeparators, report: Report): void {
  const [best = ""] = usual.decimal;
  report(decimal, {
    severity: "information",
    message: l10n.t`${code(locale)} usually writes ${shown(best)} before decimals, not ${shown(decimal.text ?? "")}.`,
    fix: { fix: "replace-value", path: decimal.path, values: [best] },
  });
}

function reportThousands(thousands: Place, locale: string, usual: LocaleSeparators, report: Report): void {
  const { text = "" } = thousands;
  const [best = ""] = usual.thousands;
  const isSpace = text === " " && /[\u00A0\u202F]/.test(usual.thousands);
  const space = /\s/.test(best) ? best : "\u00A0";
  report(thousands, {
    severity: "information",
    message: isSpace
      ? l10n.t`At a plain space a number can break across two lines: ${code(locale)} takes ${shown(space)}, which holds it together.`
      : l10n.t`${code(locale)} usually writes ${shown(best)} between thousands, not ${shown(text)}.`,
    fix: { fix: "replace-value", path: thousands.path, values: [isSpace ? space : best] },
  });
}

/** A character as people recognise it: white space by its number. */
function shown(character: string): string {
  switch (character) {
    case " ":
      return l10n.t`a space`;
    case "\u00A0":
      return l10n.t`a no-break space (U+00A0)`;
    case "\u202F":
      return l10n.t`a narrow no-break space (U+202F)`;
    default:
      return code(character);
  }
}

const FILE = (locale: string, decimal: string, thousands: string, digits = ""): string =>
  `translations:\n  ${locale}:\n    formats:\n${digits === "" ? "" : `      numbering_system: ${digits}\n`}      number:\n        decimal_separator: ${decimal}\n        thousands_separator: ${thousands} # grouping\n`;

export const page: RulePage = {
  title: "Separators of numbers that are equal, or unusual for the locale.",
  why: "With one character for both, `1.000` is one or a thousand, and amounts of money are misread by three digits. At a plain space browsers and printers break a number across two lines, so that `10 000` reads as `10`; CLDR takes no-break spaces. Readers take unusual separators for the other one: `1.000` is one thousand in German and one in English.",
  fix: "Write the separator of the locale",
  examples: {
    failing: {
      what: "a plain space in French",
      text: FILE("fr", '","', '" "'),
      reports: [
        'information 6 «" "» At a plain space a number can break across two lines: `fr` takes a narrow no-break space (U+202F), which holds it together.',
      ],
      fixed: FILE("fr", '","', '"\u202F"'),
    },
    passing: { what: "a narrow no-break space in French", text: FILE("fr", '","', '"\\u202F"'), reports: [] },
    placeholder: {
      what: "a separator that the deployment knows",
      text: FILE("fr", '","', '"${SEPARATOR}"'),
      reports: [],
    },
    disabled: "formats can not be switched off",
    more: [
      {
        what: "one character for both",
        text: FILE("de", '","', '","'),
        reports: [
          'error 6 «","» Decimals and thousands are both separated by `,`: nobody can tell one thousand from one point nought.',
        ],
        fixed: FILE("de", '","', '"."'),
      },
      {
        what: "one character for both, of which the decimal separator is the unusual one",
        text: FILE("en", '","', '","'),
        reports: [
          'error 6 «","» Decimals and thousands are both separated by `,`: nobody can tell one thousand from one point nought.',
        ],
        fixed: FILE("en", '"."', '","'),
      },
      {
        what: "one character for both in a locale that is not in the table",
        text: FILE("sw", '","', '","'),
        reports: [
          'error 6 «","» Decimals and thousands are both separated by `,`: nobody can tell one thousand from one point nought.',
        ],
      },
      {
        what: "separators of English in German",
        text: FILE("de", '"."', '","'),
        reports: ['information 5 «"."» `de` usually writes `1.234,5`, and numbers come out as `1,234.5` here.'],
        fixed: FILE("de", '","', '"."'),
      },
      {
        what: "a decimal separator of English in German",
        text: FILE("de", '"."', '" "'),
        reports: ['information 5 «"."» `de` usually writes `1.234,5`, and numbers come out as `1 234.5` here.'],
        fixed: FILE("de", '","', '"."'),
      },
      {
        what: "an apostrophe between thousands in Spanish",
        text: FILE("es", '","', '"’"'),
        reports: ['information 6 «"’"» `es` usually writes `.` between thousands, not `’`.'],
        fixed: FILE("es", '","', '"."'),
      },
      { what: "no separator between thousands", text: FILE("es", '","', '""'), reports: [] },
      { what: "the other kind of no-break space", text: FILE("fr", '","', '"\\u00A0"'), reports: [] },
      { what: "an apostrophe in Switzerland", text: FILE("de-CH", '"."', '"’"'), reports: [] },
      {
        what: "Arabic digits with Western separators",
        text: FILE("ar", '"."', '"٬"', "arab"),
        reports: ['information 6 «"."» `ar` usually writes `٫` before decimals, not `.`.'],
        fixed: FILE("ar", '"٫"', '"٬"', "arab"),
      },
      { what: "a locale that is not in the table", text: FILE("sw", '","', '" "'), reports: [] },
    ],
  },
};
