import * as l10n from "@vscode/l10n";
import { characterAt, problem, shown } from "./define-language.ts";
import type { ValueProblem } from "./scalar-language.ts";

/** A string literal of Go syntax, as PromQL has them, with its value. */
export interface GoString {
  readonly value: string;
  /** Offset in the literal of every unit of the value, and of the closing quote. */
  readonly places: readonly number[];
}

const SIMPLE: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

const CODES: readonly (readonly [pattern: RegExp, radix: number])[] = [
  [/^[0-3][0-7]{2}/, 8],
  [/^x[0-9A-Fa-f]{2}/, 16],
  [/^u[0-9A-Fa-f]{4}/, 16],
  [/^U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}/, 16],
];

/** Reads a string literal with its quotes. Offsets of a fault are those of the literal. */
export function readGoString(literal: string): GoString | ValueProblem {
  const quote = literal.charAt(0);
  const isClosed = literal.length > 1 && literal.endsWith(quote);
  const end = isClosed ? literal.length - 1 : literal.length;
  let value = "";
  const places: number[] = [];
  const put = (decoded: string, at: number): void => {
    value += decoded;
    for (let unit = 0; unit < decoded.length; unit++) places.push(at);
  };
  for (let at = 1; at < end; ) {
    if (quote === "`" || literal.charAt(at) !== "\\") {
      put(literal.charAt(at), at);
      at++;
      continue;
    }
    const sequence = readEscape(literal.slice(at + 1, end), quote);
    if (!sequence) return unknownEscape(literal, at);
    put(sequence.decoded, at);
    at += 1 + sequence.length;
  }
  places.push(end);
  if (!isClosed)
    return problem(0, literal.length, l10n.t`The string is not closed: ${shown(quote)} is missing at its end`);
  return { value, places };
}

function readEscape(rest: string, quote: string): { readonly decoded: string; readonly length: number } | undefined {
  const first = rest.charAt(0);
  const simple = first === quote ? quote : SIMPLE[first];
  if (simple !== undefined) return { decoded: simple, length: 1 };
  for (const [pattern, radix] of CODES) {
    const [digits] = pattern.exec(rest) ?? [];
    if (digits === undefined) continue;
    const code = Number.parseInt(digits.replace(/^[xuU]/, ""), radix);
    return { decoded: String.fromCodePoint(code), length: digits.length };
  }
  return undefined;
}

function unknownEscape(literal: string, at: number): ValueProblem {
  const letter = characterAt(literal, at + 1);
  if (letter === '"' || letter === "'") {
    const message = literal.startsWith("'")
      ? l10n.t`${shown(letter)} needs no backslash in a string that stands in single quotes`
      : l10n.t`${shown(letter)} needs no backslash in a string that stands in double quotes`;
    return problem(at, at + 2, message, literal.slice(0, at) + literal.slice(at + 1));
  }
  const doubled = `${literal.slice(0, at)}\\${literal.slice(at)}`;
  const message = l10n.t`${shown(`\\${letter}`)} is not an escape sequence of strings: a backslash is written twice (${shown(`\\\\${letter}`)}), or the string stands in backticks`;
  return problem(at, Math.min(literal.length, at + 1 + letter.length), message, doubled);
}
