/** What a word of an ICU message means, with what to offer beside it. */
export type Meanings = Readonly<Record<string, string>>;

/** The types of variables. */
export const ARGUMENT_TYPES: Meanings = {
  number: "A number in the style of the locale.",
  date: "A date in the style of the locale.",
  time: "A time in the style of the locale.",
  plural: "One text for each plural category of the locale.",
  select: "One text for each value.",
  selectordinal: "One text for each category of ordinal numbers (1st, 2nd).",
};

const DATE_STYLES: Meanings = {
  short: "The shortest form of the locale, such as 12/31/26.",
  medium: "With a short name of the month, such as Dec 31, 2026.",
  long: "With the name of the month, such as December 31, 2026.",
  full: "With the name of the day, such as Thursday, December 31, 2026.",
  "::yMMMd": "Year, short month and day, in the order of the locale.",
  "::MMMMd": "Month and day, in the order of the locale.",
  "::EEEEMMMMd": "Name of the day, month and day, in the order of the locale.",
};

const TIME_STYLES: Meanings = {
  short: "Hours and minutes.",
  medium: "Hours, minutes and seconds.",
  long: "With seconds and the time zone.",
  full: "With seconds and the name of the time zone.",
  "::jmm": "Hours and minutes, on the clock of 12 or 24 hours that the locale has.",
  "::Hmm": "Hours and minutes on a clock of 24 hours.",
};

const NUMBER_STYLES: Meanings = {
  integer: "Without decimals.",
  percent: "As percent: 0.25 becomes 25 %.",
  "::percent": "As percent: 0.25 becomes 25 %.",
  "::compact-short": "Shortened: 1,200 becomes 1.2K.",
  "::compact-long": "Shortened, in words: 1,200 becomes 1.2 thousand.",
  "::.00": "With two decimals.",
  "::sign-always": "With a sign, also when positive.",
  "::currency/EUR": "As an amount of money of this currency.",
  "::unit/kilometer": "With a unit.",
};

/** The styles of a type; none for types without styles. */
export function stylesOf(type: string | undefined): Meanings {
  if (type === "number") return NUMBER_STYLES;
  if (type === "date") return DATE_STYLES;
  return type === "time" ? TIME_STYLES : {};
}

/** The plural categories, for a locale that is not known. */
export const CATEGORY_MEANINGS: Meanings = {
  zero: "Form for zero, in Arabic and a few others.",
  one: "Form for one.",
  two: "Form for two, in Arabic, Hebrew and a few others.",
  few: "Form for small numbers, as in Russian and Arabic.",
  many: "Form for large numbers, as in Russian and Arabic.",
  other: "Form for all other numbers; always needed.",
};
