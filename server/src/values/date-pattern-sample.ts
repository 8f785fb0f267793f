/** Dialects of date and time patterns: the tokens of Moment.js or those of Unicode CLDR. */
export type PatternDialect = "moment" | "cldr";

/** Wednesday, 25 March 2026, 16:07:09 UTC: day and month can not be mistaken for each other, nor can hours of two clocks. */
const SAMPLE = Date.UTC(2026, 2, 25, 16, 7, 9);

/** A quoted text, or letters that stand for a field of the date. */
const PIECES: Readonly<Record<PatternDialect, RegExp>> = {
  cldr: /'(?<quoted>(?:[^']|'')*)'|(?<token>([A-Za-z])\3*)|(?<other>[^A-Za-z']+)/g,
  moment: /\[(?<quoted>[^\]]*)\]|(?<token>([A-Za-z])\3*)|(?<other>[^A-Za-z[]+)/g,
};

type Options = Intl.DateTimeFormatOptions;

/** What a token stands for: the field of the date to read, the options to format with, and the digits to fill up to. */
type Field = readonly [part: Intl.DateTimeFormatPartTypes, options: Options, digits?: number];

const MONTH_IN_DATE: Options = { day: "numeric", month: "long" };
const SHORT_MONTH_IN_DATE: Options = { day: "numeric", month: "short" };
const TWELVE: Options = { hour: "numeric", hourCycle: "h12" };
const TWENTY_FOUR: Options = { hour: "numeric", hourCycle: "h23" };

const SHARED: Readonly<Record<string, Field>> = {
  M: ["month", { month: "numeric" }],
  MM: ["month", { month: "numeric" }, 2],
  MMM: ["month", SHORT_MONTH_IN_DATE],
  MMMM: ["month", MONTH_IN_DATE],
  H: ["hour", TWENTY_FOUR],
  HH: ["hour", TWENTY_FOUR, 2],
  h: ["hour", TWELVE],
  hh: ["hour", TWELVE, 2],
  m: ["minute", { minute: "numeric" }],
  mm: ["minute", { minute: "numeric" }, 2],
  s: ["second", { second: "numeric" }],
  ss: ["second", { second: "numeric" }, 2],
  z: ["timeZoneName", { timeZoneName: "short" }],
  zzzz: ["timeZoneName", { timeZoneName: "long" }],
};

const TOKENS: Readonly<Record<PatternDialect, Readonly<Record<string, Field>>>> = {
  cldr: {
    ...SHARED,
    y: ["year", { year: "numeric" }],
    yy: ["year", { year: "2-digit" }],
    yyyy: ["year", { year: "numeric" }],
    LLL: ["month", { month: "short" }],
    LLLL: ["month", { month: "long" }],
    d: ["day", { day: "numeric" }],
    dd: ["day", { day: "numeric" }, 2],
    E: ["weekday", { weekday: "short" }],
    EEE: ["weekday", { weekday: "short" }],
    EEEE: ["weekday", { weekday: "long" }],
    EEEEE: ["weekday", { weekday: "narrow" }],
    a: ["dayPeriod", TWELVE],
  },
  moment: {
    ...SHARED,
    Y: ["year", { year: "numeric" }],
    YY: ["year", { year: "2-digit" }],
    YYYY: ["year", { year: "numeric" }],
    D: ["day", { day: "numeric" }],
    DD: ["day", { day: "numeric" }, 2],
    ddd: ["weekday", { weekday: "short" }],
    dddd: ["weekday", { weekday: "long" }],
    A: ["dayPeriod", TWELVE],
    a: ["dayPeriod", TWELVE],
    zz: ["timeZoneName", { timeZoneName: "short" }],
  },
};

/**
 * A sample date as a pattern writes it in a locale, with the names of CLDR. Undefined for a pattern with a token that is not known here,
 * and for a locale that is not well-formed.
 */
export function datePatternSample(pattern: string, dialect: PatternDialect, locale: string): string | undefined {
  let text = "";
  let end = 0;
  for (const match of pattern.matchAll(PIECES[dialect])) {
    if (match.index !== end) return undefined;
    end += match[0].length;
    const { quoted, token, other } = match.groups ?? {};
    const field = token === undefined ? undefined : TOKENS[dialect][token];
    const written = field ? fieldText(field, locale) : token === undefined ? (other ?? unquoted(quoted)) : undefined;
    if (written === undefined) return undefined;
    text += written;
  }
  return end === pattern.length ? text : undefined;
}

function unquoted(quoted: string | undefined): string {
  return quoted === "" ? "'" : (quoted ?? "").replaceAll("''", "'");
}

function fieldText([part, options, digits = 0]: Field, locale: string): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).formatToParts(SAMPLE);
    const text = parts.find(({ type }) => type === part)?.value;
    return text?.padStart(digits, zeroOf(locale));
  } catch {
    // The runtime throws for a locale that is not well-formed.
    return undefined;
  }
}

/** The digit nought of a locale. */
function zeroOf(locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false }).format(0);
}
