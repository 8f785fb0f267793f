import * as l10n from "@vscode/l10n";

/** What words of an ICU message mean, in the language of the editor; so these are functions. */
export type Meanings = Readonly<Record<string, string>>;

/** The types of variables. */
export function argumentTypes(): Meanings {
  return {
    number: l10n.t`A number in the style of the locale.`,
    date: l10n.t`A date in the style of the locale.`,
    time: l10n.t`A time in the style of the locale.`,
    plural: l10n.t`One text for each plural category of the locale.`,
    select: l10n.t`One text for each value.`,
    selectordinal: l10n.t`One text for each category of ordinal numbers (1st, 2nd).`,
  };
}

function dateStyles(): Meanings {
  return {
    short: l10n.t`The shortest form of the locale, such as 12/31/26.`,
    medium: l10n.t`With a short name of the month, such as Dec 31, 2026.`,
    long: l10n.t`With the name of the month, such as December 31, 2026.`,
    full: l10n.t`With the name of the day, such as Thursday, December 31, 2026.`,
    "::yMMMd": l10n.t`Year, short month and day, in the order of the locale.`,
    "::MMMMd": l10n.t`Month and day, in the order of the locale.`,
    "::EEEEMMMMd": l10n.t`Name of the day, month and day, in the order of the locale.`,
  };
}

function timeStyles(): Meanings {
  return {
    short: l10n.t`Hours and minutes.`,
    medium: l10n.t`Hours, minutes and seconds.`,
    long: l10n.t`With seconds and the time zone.`,
    full: l10n.t`With seconds and the name of the time zone.`,
    "::jmm": l10n.t`Hours and minutes, on the clock of 12 or 24 hours that the locale has.`,
    "::Hmm": l10n.t`Hours and minutes on a clock of 24 hours.`,
  };
}

function numberStyles(): Meanings {
  return {
    integer: l10n.t`Without decimals.`,
    percent: l10n.t`As percent: 0.25 becomes 25 %.`,
    "::percent": l10n.t`As percent: 0.25 becomes 25 %.`,
    "::compact-short": l10n.t`Shortened: 1,200 becomes 1.2K.`,
    "::compact-long": l10n.t`Shortened, in words: 1,200 becomes 1.2 thousand.`,
    "::.00": l10n.t`With two decimals.`,
    "::sign-always": l10n.t`With a sign, also when positive.`,
    "::currency/EUR": l10n.t`As an amount of money of this currency.`,
    "::unit/kilometer": l10n.t`With a unit.`,
  };
}

/** The styles of a type; none for types without styles. */
export function stylesOf(type: string | undefined): Meanings {
  if (type === "number") return numberStyles();
  if (type === "date") return dateStyles();
  return type === "time" ? timeStyles() : {};
}

/** The plural categories, for a locale that is not known. */
export function categoryMeanings(): Meanings {
  return {
    zero: l10n.t`Form for zero, in Arabic and a few others.`,
    one: l10n.t`Form for one.`,
    two: l10n.t`Form for two, in Arabic, Hebrew and a few others.`,
    few: l10n.t`Form for small numbers, as in Russian and Arabic.`,
    many: l10n.t`Form for large numbers, as in Russian and Arabic.`,
    other: l10n.t`Form for all other numbers; always needed.`,
  };
}
