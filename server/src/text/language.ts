import * as l10n from "@vscode/l10n";

/** Translated messages: the English text with `{0}`, `{1}` … for its values, and the same in another language. */
export type Messages = Readonly<Record<string, string>>;

const ENGLISH = "en";

// The library keeps its messages for the whole program as well: a server talks to one person.
let inUse = ENGLISH;
// Making a format takes a thousand times as long as using it.
const formats = new Map<string, unknown>();

/**
 * From now on messages are made in this language (a BCP 47 tag). What has no translation in `messages` stays English. Tables of
 * messages are made when their module is loaded, so the language has to be set before the engine is.
 */
export function useLanguage(language: string, messages: Messages): void {
  inUse = language;
  formats.clear();
  l10n.config({ contents: messages });
}

/** The language in which messages are made, as a BCP 47 tag; English when nothing was said. */
export function languageInUse(): string {
  return inUse;
}

/** A number with its unit in words (`3 years`); `unit` is one of those that ECMA-402 knows (`hour`, `megabyte`). */
export function withUnit(count: number, unit: string): string {
  return unitFormat(unit).format(count);
}

/** The word of a unit beside a number (`years`, `year` for 1); `unit` is one of those that ECMA-402 knows. */
export function unitBeside(count: number, unit: string): string {
  const parts = unitFormat(unit).formatToParts(count);
  return parts.find(({ type }) => type === "unit")?.value ?? unit;
}

function unitFormat(unit: string): Intl.NumberFormat {
  // Messages hold numbers as they are written in files: no groups, Western digits.
  const options = { style: "unit", unit, unitDisplay: "long", useGrouping: false, numberingSystem: "latn" } as const;
  return kept(unit, () => new Intl.NumberFormat(inUse, options));
}

/** Numbers with their units as one amount: `1 hour 30 minutes`. */
export function amountOf(parts: readonly string[]): string {
  return kept("amount", () => new Intl.ListFormat(inUse, { type: "unit", style: "narrow" })).format(parts);
}

/** A large number as people read it (`65,536`), with so many decimals at most. */
export function grouped(count: number, decimals = 0): string {
  const options = { maximumFractionDigits: decimals, numberingSystem: "latn" } as const;
  return kept(`grouped ${decimals}`, () => new Intl.NumberFormat(inUse, options)).format(count);
}

/** `a, b and c`. */
export function allOf(parts: readonly string[]): string {
  // American English would put a comma before the last word.
  const language = inUse === ENGLISH ? "en-GB" : inUse;
  return kept("all", () => new Intl.ListFormat(language, { type: "conjunction" })).format(parts);
}

/** `a or b or c`. */
export function oneOf(parts: readonly string[]): string {
  const [first = "", ...others] = parts;
  return others.reduce((list, part) => l10n.t`${list} or ${part}`, first);
}

/** The name of a month, 1 for January, or of a day of the week, 0 for Sunday. */
export function calendarName(field: "month" | "weekday", index: number): string {
  // 1 February 2026 was a Sunday.
  const date = field === "month" ? Date.UTC(2026, index - 1, 1) : Date.UTC(2026, 1, 1 + index);
  const options = { [field]: "long", day: "numeric", timeZone: "UTC" } as const;
  // With the day, because some languages have another form of the month in dates.
  const parts = kept(field, () => new Intl.DateTimeFormat(inUse, options)).formatToParts(date);
  return parts.find(({ type }) => type === field)?.value ?? "";
}

/** The format of a name in the language in use; `make` makes it when it is first needed. */
function kept<T>(name: string, make: () => T): T {
  const known = formats.get(name) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  formats.set(name, made);
  return made;
}
