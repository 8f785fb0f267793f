import * as l10n from "@vscode/l10n";
import { characterAt, problem, shown } from "./define-language.ts";
import { readGoString } from "./go-string.ts";
import type { ValueProblem } from "./scalar-language.ts";

export type MatcherOperator = "=" | "!=" | "=~" | "!~";

/** A part of a matcher as it is written. */
export interface MatcherPart {
  readonly start: number;
  readonly end: number;
  /** What it means: without quotes and escapes. */
  readonly value: string;
  readonly quoted: boolean;
  /** Offset of every unit of `value` in the text, and of its end. */
  readonly places: readonly number[];
}

/** One matcher of an Alertmanager route or inhibition. */
export interface Matcher {
  readonly label: MatcherPart;
  readonly operator: MatcherOperator;
  readonly operatorStart: number;
  readonly operand: MatcherPart;
}

const RESERVED = /[\s{}!=~,\\"'`]/;

/** A part that was read, or where it failed. */
type Read<T> = { readonly part: T; readonly end: number } | { readonly fault: ValueProblem };

/**
 * Reads matchers as Alertmanager does since 0.27: names and values may be any UTF-8 text, and what holds white space or one of
 * `{}!=~,\"'` and backticks stands in double quotes. Several matchers are separated by commas; braces around them are allowed.
 */
export function parseMatchers(text: string): readonly Matcher[] | ValueProblem {
  const matchers: Matcher[] = [];
  let at = skipSpace(text, 0);
  const isBraced = text.charAt(at) === "{";
  if (isBraced) at = skipSpace(text, at + 1);
  for (;;) {
    if (matchers.length > 0 && (at >= text.length || text.charAt(at) === "}")) break;
    const read = parseMatcher(text, at);
    if ("fault" in read) return read.fault;
    matchers.push(read.part);
    at = skipSpace(text, read.end);
    if (text.charAt(at) !== ",") break;
    at = skipSpace(text, at + 1);
  }
  if (isBraced) {
    if (text.charAt(at) !== "}") return problem(0, 1, l10n.t("`{` is not closed: `}` is missing"));
    at = skipSpace(text, at + 1);
  }
  return at < text.length ? unexpected(text, at, isBraced) : matchers;
}

function unexpected(text: string, at: number, isBraced: boolean): ValueProblem {
  const rest = text.slice(at).trimEnd();
  if (rest === "}" && !isBraced) return problem(at, at + 1, l10n.t("`}` closes nothing: there is no `{` before it"));
  const character = characterAt(text, at);
  if (RESERVED.test(character)) {
    return problem(
      at,
      at + character.length,
      l10n.t`${shown(character)} can only stand in a value that is in double quotes`,
    );
  }
  return problem(
    at,
    at + rest.length,
    l10n.t`The value ends before ${shown(rest)}: a value with white space stands in double quotes`,
  );
}

function parseMatcher(text: string, at: number): Read<Matcher> {
  const label = parsePart(text, at);
  if ("fault" in label) return label;
  if (label.part.start === label.part.end || label.part.value === "") {
    const message =
      at < text.length
        ? l10n.t`A matcher begins with the name of a label, found ${shown(characterAt(text, at))}`
        : l10n.t("A matcher begins with the name of a label, found the end");
    const end = Math.max(label.part.end, Math.min(text.length, at + characterAt(text, at).length));
    return {
      fault: problem(Math.min(at, text.length), end, message),
    };
  }
  const operatorStart = skipSpace(text, label.end);
  const [operator] = /^(?:=~|!~|!=|=)/.exec(text.slice(operatorStart)) ?? [];
  if (operator === undefined) return { fault: operatorFault(text, operatorStart, label.part) };
  const operandStart = skipSpace(text, operatorStart + operator.length);
  const operand = parsePart(text, operandStart);
  if ("fault" in operand) return operand;
  if (operand.part.start === operand.part.end) {
    return { fault: operandFault(text, operatorStart, operator, operandStart) };
  }
  const part: Matcher = {
    label: label.part,
    operator: operator as MatcherOperator,
    operatorStart,
    operand: operand.part,
  };
  return { part, end: operand.end };
}

function operatorFault(text: string, at: number, label: MatcherPart): ValueProblem {
  const name = shown(label.value);
  if (at >= text.length) {
    const message = l10n.t`Behind the label ${name} one of \`=\`, \`!=\`, \`=~\`, \`!~\` is expected, found the end`;
    return problem(label.start, label.end, message);
  }
  const character = characterAt(text, at);
  const fixed = character === "~" ? `${text.slice(0, at)}=${text.slice(at)}` : undefined;
  const message = l10n.t`Behind the label ${name} one of \`=\`, \`!=\`, \`=~\`, \`!~\` is expected, found ${shown(character)}`;
  return problem(at, at + character.length, message, fixed);
}

function operandFault(text: string, operatorStart: number, operator: string, at: number): ValueProblem {
  const character = characterAt(text, at);
  const end = operatorStart + operator.length;
  if (operator === "=" && character === "=") {
    const fixed = `${text.slice(0, operatorStart)}=${text.slice(at + 1)}`;
    return problem(operatorStart, at + 1, l10n.t("A matcher compares with `=`, `!=`, `=~` or `!~`, found `==`"), fixed);
  }
  if (character === "'" || character === "`") {
    return problem(
      at,
      at + 1,
      l10n.t`The value of a matcher stands in double quotes, found ${shown(character)}`,
      requoted(text, at, character),
    );
  }
  if (character === "" || character === ",") {
    const fixed = `${text.slice(0, end)}""${text.slice(end)}`;
    return problem(
      operatorStart,
      end,
      l10n.t`Behind ${shown(operator)} a value is missing; the empty value is \`""\``,
      fixed,
    );
  }
  return problem(
    at,
    at + character.length,
    l10n.t`${shown(character)} can only stand in a value that is in double quotes`,
  );
}

/** The text with a value in double quotes instead of other ones, when that is all there is to it. */
function requoted(text: string, at: number, quote: string): string | undefined {
  const inner = text.slice(at + 1, -1);
  if (!text.endsWith(quote) || /["'`\\]/.test(inner)) return undefined;
  return `${text.slice(0, at)}"${inner}"`;
}

/** A name or value: in double quotes, or up to the first reserved character. Of no length where there is none. */
function parsePart(text: string, at: number): Read<MatcherPart> {
  if (text.charAt(at) !== '"') {
    const length = text.slice(at).search(RESERVED);
    const end = length === -1 ? text.length : at + length;
    const places = Array.from({ length: end - at + 1 }, (_, index) => at + index);
    return { part: { start: at, end, value: text.slice(at, end), quoted: false, places }, end };
  }
  const [literal] = /^"(?:[^"\\\n]|\\[\s\S])*"/.exec(text.slice(at)) ?? [];
  if (literal === undefined) {
    return { fault: problem(at, text.length, l10n.t('The double quotes are not closed: `"` is missing')) };
  }
  const read = readGoString(literal);
  if ("message" in read) return { fault: escapeFault(text, at, read) };
  const places = read.places.map((place) => at + place);
  return {
    part: { start: at, end: at + literal.length, value: read.value, quoted: true, places },
    end: at + literal.length,
  };
}

function escapeFault(text: string, at: number, read: ValueProblem): ValueProblem {
  const start = at + read.start;
  const end = at + read.end;
  const sequence = text.slice(start, end);
  const message = l10n.t`${shown(sequence)} is not an escape sequence: a backslash in double quotes is written twice (${shown(`\\${sequence}`)})`;
  return problem(start, end, message, `${text.slice(0, start)}\\${text.slice(start)}`);
}

function skipSpace(text: string, at: number): number {
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}

/** true for a matcher that only the parser before 0.27 takes: its values may hold anything, and may be missing. */
export function isClassicMatcher(text: string): boolean {
  const [, operator, written = ""] = /^\s*[A-Za-z_:][\w:]*\s*(=~|!=|!~|=)\s*([\s\S]*?)\s*$/.exec(text) ?? [];
  if (operator === undefined) return false;
  const isQuoted = written.length > 1 && written.startsWith('"') && written.endsWith('"');
  const inner = isQuoted ? written.slice(1, -1) : written;
  return !/(?:^|[^\\])(?:\\\\)*"/.test(inner) && !inner.includes("\n");
}
