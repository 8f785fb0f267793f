import data from "../../values/data/number-separators.json" with { type: "json" };

/** The separators that are usual in a locale, that of CLDR first. */
export interface LocaleSeparators {
  readonly decimal: string;
  readonly thousands: string;
}

/** The usual separators of a locale with Western digits; undefined for locales that are not in the table. */
export function localeSeparators(locale: string): LocaleSeparators | undefined {
  const wanted = locale.toLowerCase();
  return data.separators.find(({ locales }) => locales.some((candidate) => candidate.toLowerCase() === wanted));
}
