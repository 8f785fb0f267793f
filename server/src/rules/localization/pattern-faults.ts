import type { PatternDialect } from "../../values/date-pattern-sample.ts";
import { type PatternPiece, patternPieces } from "./pattern-tokens.ts";

/** What is wrong with a part of a pattern. */
export interface PatternFault {
  /** `dialect`: a token that means something else here than its author thought. */
  readonly kind: "dialect" | "unknown" | "word" | "minutes" | "day-of-year" | "week-year";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What was meant; undefined when it is not clear. */
  readonly replacement: string | undefined;
}

/** What else a pattern holds, which decides what its letters were meant for. */
interface Surroundings {
  readonly isTime: boolean;
  readonly hasMonth: boolean;
  readonly hasDay: boolean;
  readonly hasHour: boolean;
  readonly hasWeek: boolean;
  readonly hasEra: boolean;
}

type Find = (
  piece: PatternPiece,
  around: Surroundings,
) => readonly [PatternFault["kind"], string | undefined] | undefined;

/** The faults of a date or time pattern in its order. */
export function patternFaults(pattern: string, dialect: PatternDialect, isTime: boolean): readonly PatternFault[] {
  const pieces = patternPieces(pattern, dialect);
  const has = (test: RegExp): boolean => pieces.some(({ kind, text }) => kind === "token" && test.test(text));
  const hasHour = has(/^[HhKk]/) || pieces.some(({ text }) => /^LT|^p+$/.test(text));
  const around: Surroundings = {
    isTime,
    hasMonth: has(dialect === "moment" ? /^M/ : /^[ML]/) || (!isTime && !hasHour && has(/^mm?$/)),
    hasDay: has(dialect === "moment" ? /^D[Do]?$/ : /^do?$|^dd$/),
    hasHour,
    hasWeek: has(/^[wW]/),
    hasEra: has(/^[NG]/),
  };
  const hasMonth = has(/^M/);
  const find = dialect === "moment" ? findInMoment : findInCldr;
  return pieces.flatMap((piece) => {
    const { text, start, end } = piece;
    const [kind, replacement] = find(piece, around) ?? findAnywhere(piece, around, hasMonth, dialect) ?? [];
    return kind === undefined ? [] : [{ kind, text, start, end, replacement }];
  });
}

function findAnywhere(
  { kind, text }: PatternPiece,
  { isTime, hasHour }: Surroundings,
  hasMonth: boolean,
  dialect: PatternDialect,
): ReturnType<Find> {
  // A repeated letter is a token that somebody mistook, and no text.
  if (kind === "unknown" && /^(.)\1+$/.test(text)) return [kind, undefined];
  if (kind === "unknown" || kind === "word") return [kind, asText(text, dialect)];
  if (/^mm?$/.test(text) && !isTime && !hasHour) return ["minutes", hasMonth ? undefined : text.toUpperCase()];
  return undefined;
}

/** Letters as a dialect writes them when they are meant as text. */
export function asText(text: string, dialect: PatternDialect): string {
  return dialect === "moment" ? `[${text}]` : `'${text}'`;
}

const findInMoment: Find = ({ kind, text }, { isTime, hasMonth, hasDay, hasEra }) => {
  if (kind === "foreign") return ["dialect", asText(text.slice(1, -1), "moment")];
  if (/^y+$/.test(text) && !hasEra) return ["dialect", text === "yy" ? "YY" : "YYYY"];
  if (/^EE+$/.test(text)) return ["dialect", text.length > 3 ? "dddd" : "ddd"];
  if (/^zzz+$/.test(text)) return ["dialect", "zz"];
  if (isTime) return undefined;
  if (/^dd?$/.test(text) && hasMonth && !hasDay) return ["dialect", text.toUpperCase()];
  if (/^DDDD?$/.test(text) && (hasMonth || hasDay)) return ["day-of-year", text.toLowerCase()];
  return undefined;
};

const findInCldr: Find = ({ kind, text }, { isTime, hasMonth, hasDay, hasHour, hasWeek }) => {
  if (kind === "foreign") return ["dialect", asText(text.slice(1, -1), "cldr")];
  if (text === "A" && hasHour) return ["dialect", "a"];
  if (/^Y+$/.test(text) && !hasWeek) return ["week-year", text.toLowerCase()];
  if (isTime) return undefined;
  if (/^ddd+$/.test(text)) return ["dialect", text.length > 3 ? "EEEE" : "EEE"];
  if (/^D[Do]?$/.test(text) && hasMonth && !hasDay) return ["dialect", text === "DD" ? "dd" : "d"];
  if (/^D+$/.test(text) && (hasMonth || hasDay)) return ["day-of-year", text.length > 3 ? "EEEE" : "EEE"];
  return undefined;
};
