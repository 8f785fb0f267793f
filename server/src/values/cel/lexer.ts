import * as l10n from "@vscode/l10n";
import { characterAt, shown } from "../define-language.ts";

export type CelTokenKind = "space" | "comment" | "number" | "string" | "name" | "operator" | "error";

/** A token of a CEL expression; offsets in the text. */
export interface CelToken {
  readonly kind: CelTokenKind;
  readonly start: number;
  readonly end: number;
  /** What is wrong, for tokens of the kind `error`. */
  readonly message?: string;
}

const SPACE = /[ \t\n\f\r]+/y;
const COMMENT = /\/\/[^\n]*/y;
const NUMBER = /(?:0[xX]|\.?\d)(?:[eE][+-](?=\d)|[\w.])*/y;
const WELL_FORMED_NUMBER = /^(?:(?:0x[\da-f]+|\d+)u?|(?:\d+\.\d+|\.\d+)(?:e[+-]?\d+)?|\d+e[+-]?\d+)$/i;
const NAME = /[A-Za-z_]\w*/y;
const QUOTE = /([rRbB]{0,2})("""|'''|"|')/y;
const OPERATOR = /&&|\|\||[<>=!]=|[<>+\-*/%!?:.,()[\]{}]/y;
const ESCAPE = /\\(?:[abfnrtv\\?"'`]|[xX][\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-3][0-7]{2})/y;
const LARGEST_INTEGER = 2n ** 64n;

/** The tokens of a CEL expression, without gaps; never throws. What can not be read is a token `error`. */
export function lexCel(text: string): readonly CelToken[] {
  const tokens: CelToken[] = [];
  for (let position = 0; position < text.length; position = tokens.at(-1)?.end ?? text.length) {
    tokens.push(tokenAt(text, position));
  }
  return tokens;
}

function tokenAt(text: string, start: number): CelToken {
  const space = matchAt(SPACE, text, start);
  if (space !== undefined) return { kind: "space", start, end: start + space.length };
  const comment = matchAt(COMMENT, text, start);
  if (comment !== undefined) return { kind: "comment", start, end: start + comment.length };
  const quote = matchAt(QUOTE, text, start);
  if (quote !== undefined) return stringAt(text, start, quote);
  const number = matchAt(NUMBER, text, start);
  if (number !== undefined) return numberAt(number, start);
  const name = matchAt(NAME, text, start);
  if (name !== undefined) return { kind: "name", start, end: start + name.length };
  const operator = matchAt(OPERATOR, text, start);
  if (operator !== undefined) return { kind: "operator", start, end: start + operator.length };
  const found = characterAt(text, start);
  const instead = { "=": "==", "&": "&&", "|": "||" }[found];
  const message =
    instead === undefined
      ? l10n.t`${shown(found)} has no meaning in an expression`
      : l10n.t`${shown(found)} has no meaning in an expression; use \`${instead}\``;
  return fault(start, start + found.length, message);
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function fault(start: number, end: number, message: string): CelToken {
  return { kind: "error", start, end, message };
}

function numberAt(number: string, start: number): CelToken {
  const end = start + number.length;
  if (!WELL_FORMED_NUMBER.test(number)) return fault(start, end, l10n.t`${shown(number)} is not a number`);
  const digits = number.replace(/u$/i, "");
  const isWhole = /^(?:0x[\da-f]+|\d+)$/i.test(digits);
  const isTooLarge = isWhole && (digits.length > 20 || BigInt(digits) >= LARGEST_INTEGER);
  return isTooLarge ? fault(start, end, l10n.t`${shown(number)} is too large`) : { kind: "number", start, end };
}

/** A string with its prefix; triple quotes may go over several lines. */
function stringAt(text: string, start: number, opening: string): CelToken {
  const quote = opening.replace(/^[rRbB]*/, "");
  const isRaw = /r/i.test(opening);
  for (let index = start + opening.length; index < text.length; ) {
    const character = text.charAt(index);
    if (text.startsWith(quote, index)) return { kind: "string", start, end: index + quote.length };
    if (character === "\n" && quote.length === 1) break;
    const sequence = character === "\\" && !isRaw ? matchAt(ESCAPE, text, index) : character;
    if (sequence === undefined) {
      const found = text.slice(index, index + 2);
      return fault(
        start,
        stringEnd(text, start),
        l10n.t`${shown(found)} is not an escape; a backslash is written \`\\\\\``,
      );
    }
    index += sequence.length;
  }
  return fault(start, stringEnd(text, start), l10n.t`This text has no end: \`${quote}\` is missing`);
}

function stringEnd(text: string, start: number): number {
  const line = text.indexOf("\n", start);
  return line === -1 ? text.length : line;
}
