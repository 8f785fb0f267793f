import type { PatternDialect } from "../../values/date-pattern-sample.ts";

/** A part of a date or time pattern; offsets in its text. */
export interface PatternPiece {
  /**
   * `token`: letters that stand for a part of the date. `unknown`: letters that stand for nothing. `word`: letters that all stand for
   * something, and were meant as text. `foreign`: text between the marks of the other dialect.
   */
  readonly kind: "token" | "unknown" | "word" | "foreign";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The longest run of each letter that has a meaning (momentjs.com and Unicode TR 35, November 2026). */
const LONGEST: Readonly<Record<PatternDialect, ReadonlyMap<string, number>>> = {
  moment: lengths("M4 D4 d4 w2 W2 Q1 N5 Y6 y4 g4 G4 e1 E1 a1 A1 h2 H2 k2 m2 s2 S9 x1 X1 z2 Z2 L4 l4"),
  cldr: lengths(
    "G5 y9 Y9 u9 U5 r9 Q5 q5 M5 L5 w2 W1 d2 D3 F1 g9 E6 e6 c6 a5 b5 B5 h2 H2 k2 K2 m2 s2 S9 A9 z4 Z5 O4 v4 V4 X5 x5 P4 p4",
  ),
};

function lengths(list: string): ReadonlyMap<string, number> {
  return new Map(list.split(" ").map((entry) => [entry.charAt(0), Number(entry.slice(1))]));
}

/** Tokens of more than one letter: ordinal numbers, which date-fns also has, and the formats of the locale. */
const COMBINED: Readonly<Record<PatternDialect, RegExp>> = {
  moment: /DDDo|[DMQwWdy]o|LTS?/y,
  cldr: /[dDMyYQqwIhHkKmsec]o/y,
};

/** Words of dates in European languages all of whose letters can be tokens. */
const WORDS: ReadonlySet<string> = new Set(
  "al am as da das de del dels dem den der des di du el em kl la las le les uhr".split(" "),
);

/** Reads a pattern; quoted text, digits and signs are left out. */
export function patternPieces(pattern: string, dialect: PatternDialect): readonly PatternPiece[] {
  const pieces: PatternPiece[] = [];
  const parts = dialect === "moment" ? MOMENT_PARTS : CLDR_PARTS;
  for (const match of pattern.matchAll(parts)) {
    const start = match.index;
    const { foreign, word } = match.groups ?? {};
    if (foreign !== undefined && /[A-Za-z]/.test(foreign)) pieces.push(piece("foreign", foreign, start));
    else if (word !== undefined) pieces.push(...wordPieces(word, start, dialect, pattern));
  }
  return pieces;
}

const MOMENT_PARTS = /\[[^[\]]*\]|\\[A-Za-z]+|(?<foreign>'[^'\d]*')|(?<word>[A-Za-z]+)/g;
const CLDR_PARTS = /'[^']*(?:'|$)|(?<foreign>\[[^[\]']*\])|(?<word>[A-Za-z]+)/g;

function piece(kind: PatternPiece["kind"], text: string, start: number): PatternPiece {
  return { kind, text, start, end: start + text.length };
}

function wordPieces(word: string, offset: number, dialect: PatternDialect, pattern: string): readonly PatternPiece[] {
  if (WORDS.has(word.toLowerCase())) {
    const areTokens = [...word].every((letter) => isToken(letter, dialect));
    return [piece(areTokens ? "word" : "unknown", word, offset)];
  }
  const pieces: PatternPiece[] = [];
  for (let at = 0; at < word.length; ) {
    const text = tokenAt(word, at, dialect);
    const isKnown = text.length > 1 && /o$|^LT/.test(text) ? true : isToken(text, dialect);
    const isSeparator = text === "T" && dialect === "moment" && isBetweenDateAndTime(pattern, offset + at);
    if (!isSeparator) pieces.push(piece(isKnown ? "token" : "unknown", text, offset + at));
    at += text.length;
  }
  // A word without repeated letters is text: it is marked as a whole.
  const isText = pieces.every(({ text }) => text.length === 1) && pieces.some(({ kind }) => kind === "unknown");
  return isText && word.length === pieces.length ? [piece("unknown", word, offset)] : pieces;
}

function tokenAt(word: string, at: number, dialect: PatternDialect): string {
  const combined = COMBINED[dialect];
  combined.lastIndex = at;
  const found = combined.exec(word)?.[0];
  if (found !== undefined) return found;
  let end = at + 1;
  while (word.charAt(end) === word.charAt(at)) end++;
  return word.slice(at, end);
}

function isToken(text: string, dialect: PatternDialect): boolean {
  return text.length <= (LONGEST[dialect].get(text.charAt(0)) ?? 0);
}

/** Moment writes the `T` of ISO 8601 as it stands. */
function isBetweenDateAndTime(pattern: string, at: number): boolean {
  return /[Dd\]]/.test(pattern.charAt(at - 1)) && /[HhKk]/.test(pattern.charAt(at + 1));
}
