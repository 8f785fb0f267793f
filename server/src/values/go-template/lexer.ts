import * as l10n from "@vscode/l10n";
import { characterAt, shown } from "../define-language.ts";
import { TENANT_VARIABLES } from "../tenant-variables.ts";

export type TokenKind =
  | "text"
  | "placeholder"
  | "left"
  | "right"
  | "comment"
  | "space"
  | "string"
  | "character"
  | "number"
  | "boolean"
  | "nil"
  | "dot"
  | "field"
  | "variable"
  | "identifier"
  | "keyword"
  | "pipe"
  | "declare"
  | "assign"
  | "comma"
  | "open"
  | "close"
  | "error";

/** A token of a template; offsets in the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** What is wrong, for tokens of the kind `error`. */
  readonly message?: string;
}

/** Words that begin or divide blocks and can not be names of functions. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  "block",
  "break",
  "continue",
  "define",
  "else",
  "end",
  "if",
  "range",
  "template",
  "with",
]);

const SPACE = /[ \t\r\n]+/y;
const COMMENT_START = /\{\{(?:-[ \t\r\n]+)?\/\*/y;
const COMMENT_END = /\*\/(?:[ \t\r\n]+-)?\}\}/y;
const WORD = /[\p{L}\p{Nd}_]+/uy;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])*'/y;
const TENANT_VARIABLE = new RegExp(`\\{\\{\\s*(?:${TENANT_VARIABLES.join("|")})\\s*\\}\\}`, "y");
const ENVIRONMENT_VARIABLE = /\$\{[^{}\n]*\}/y;
/** A number with everything that sticks to it, so that `1a` is one fault. */
const NUMBER = /[+-]?\.?\d(?:[eEpP][+-]|[\p{L}\p{Nd}_.])*(?:[+-][\p{L}\p{Nd}_.]+)?|[+-][\p{L}\p{Nd}_.]*/uy;
const WELL_FORMED_NUMBER =
  /^[+-]?(?:0[xX](?:_?[\da-fA-F])+(?:\.[\da-fA-F_]*)?(?:[pP][+-]?\d+)?|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?)(?:i|[+-](?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?i)?$/;

const SIGNS: Readonly<Record<string, TokenKind>> = {
  "|": "pipe",
  "=": "assign",
  ",": "comma",
  "(": "open",
  ")": "close",
};

/** The tokens of a template, without gaps, as Go's text/template reads it; never throws. What can not be read is a token `error`. */
export function lexTemplate(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const left = text.indexOf("{{", position);
    const end = left === -1 ? text.length : left;
    if (end > position) tokens.push({ kind: "text", start: position, end });
    if (left === -1) break;
    const placeholder = matchAt(TENANT_VARIABLE, text, left);
    if (placeholder !== undefined) {
      position = left + placeholder.length;
      tokens.push({ kind: "placeholder", start: left, end: position });
    } else if (matchAt(COMMENT_START, text, left) === undefined) position = lexAction(text, left, tokens);
    else position = lexComment(text, left, tokens);
  }
  return tokens;
}

/** What a sticky pattern matches at an offset, undefined when it does not. */
export function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

/** Adds the comment that begins here and gives the offset behind it. */
function lexComment(text: string, start: number, tokens: Token[]): number {
  const close = text.indexOf("*/", start);
  if (close === -1) {
    tokens.push(fault(start, lineEnd(text, start), l10n.t("This comment has no end: `*/}}` is missing")));
    return text.length;
  }
  const delimiter = matchAt(COMMENT_END, text, close);
  const end = close + (delimiter?.length ?? 0);
  tokens.push({ kind: "comment", start, end });
  if (delimiter !== undefined) return end;
  const message = l10n.t("`}}` has to follow the end of a comment directly, or a space and `-}}`");
  tokens.push(fault(close, close + 2, message));
  const right = text.indexOf("}}", close);
  return right === -1 ? text.length : right + 2;
}

/** Adds the tokens of the action that begins here and gives the offset behind it. */
function lexAction(text: string, start: number, tokens: Token[]): number {
  let position = start + (/^-[ \t\r\n]/.test(text.slice(start + 2, start + 4)) ? 3 : 2);
  tokens.push({ kind: "left", start, end: position });
  const parentheses: number[] = [];
  while (position < text.length && !text.startsWith("{{", position)) {
    const right = rightEnd(text, position);
    if (right !== undefined) {
      const unclosed = parentheses.at(-1);
      if (unclosed !== undefined) tokens.push(fault(unclosed, unclosed + 1, l10n.t("This `(` is not closed")));
      tokens.push({ kind: "right", start: position, end: right });
      return right;
    }
    const token = tokenAt(text, position);
    if (token.kind === "open") parentheses.push(token.start);
    const hasNoPartner = token.kind === "close" && parentheses.pop() === undefined;
    tokens.push(hasNoPartner ? fault(token.start, token.end, l10n.t("This `)` has no `(`")) : token);
    position = token.end;
    const unwanted = NAMES.has(token.kind) ? unwantedBehindName(text, position) : undefined;
    if (unwanted) {
      tokens.push(unwanted);
      position = unwanted.end;
    }
  }
  const end = start + text.slice(start, position).trimEnd().length;
  tokens.push(fault(start, end, l10n.t("This action has no end: `}}` is missing")));
  return position;
}

function fault(start: number, end: number, message: string): Token {
  return { kind: "error", start, end, message };
}

/** End of the delimiter that closes an action here, with its trim marker; undefined when none stands here. */
function rightEnd(text: string, position: number): number | undefined {
  if (text.startsWith("}}", position)) return position + 2;
  const isTrimmed = text.startsWith("-}}", position) && /[ \t\r\n]/.test(text.charAt(position - 1));
  return isTrimmed ? position + 3 : undefined;
}

/** The token that begins at an offset inside an action. */
function tokenAt(text: string, start: number): Token {
  const character = text.charAt(start);
  const space = matchAt(SPACE, text, start);
  if (space !== undefined) return { kind: "space", start, end: start + space.length };
  const sign = SIGNS[character];
  if (sign !== undefined) return { kind: sign, start, end: start + 1 };
  if (text.startsWith(":=", start)) return { kind: "declare", start, end: start + 2 };
  if (character === ":") return fault(start, start + 1, l10n.t("`:=` is expected here"));
  if (character === '"' || character === "'" || character === "`") return quotedAt(text, start, character);
  if (character === "$") return variableAt(text, start);
  if (character === "." && !/\d/.test(text.charAt(start + 1))) {
    const name = matchAt(WORD, text, start + 1);
    return name === undefined
      ? { kind: "dot", start, end: start + 1 }
      : { kind: "field", start, end: start + 1 + name.length };
  }
  if (/[+\-.\d]/.test(character)) return numberAt(text, start);
  const word = matchAt(WORD, text, start);
  if (word !== undefined) return { kind: wordKind(word), start, end: start + word.length };
  const found = characterAt(text, start);
  const message = l10n.t`${shown(found)} has no meaning in an action`;
  return fault(start, start + found.length, withHint(message, hintFor(found)));
}

function withHint(message: string, hint: string): string {
  return hint === "" ? message : l10n.t`${message}; ${hint}`;
}

/** What people who write one of these most likely mean. */
function hintFor(sign: string): string {
  if (sign === "&") return l10n.t("use the function `and`");
  if (sign === "=") return l10n.t("use the function `eq`");
  if (sign === "!") return l10n.t("use the function `not` or `ne`");
  if (sign === "<" || sign === ">") return l10n.t`use the function \`${sign === "<" ? "lt" : "gt"}\``;
  return sign === "[" || sign === "]" ? l10n.t("use the function `index`") : "";
}

function unclosedMessage(quote: string): string {
  if (quote === "`") return l10n.t("This text has no end: a backtick is missing");
  return quote === '"'
    ? l10n.t`This text has no end: ${shown(quote)} is missing`
    : l10n.t`This character has no end: ${shown(quote)} is missing`;
}

function quotedAt(text: string, start: number, quote: string): Token {
  const isRaw = quote === "`";
  const literal = isRaw ? rawAt(text, start) : matchAt(quote === '"' ? STRING : CHARACTER, text, start);
  if (literal === undefined) {
    const line = text.slice(start, lineEnd(text, start));
    const right = line.indexOf("}}");
    const end = start + (right === -1 ? line : line.slice(0, right).replace(/-$/, "")).trimEnd().length;
    return fault(start, end, unclosedMessage(quote));
  }
  const end = start + literal.length;
  const message = isRaw ? undefined : quotedFault(literal);
  if (message !== undefined) return fault(start, end, message);
  return { kind: quote === "'" ? "character" : "string", start, end };
}

function rawAt(text: string, start: number): string | undefined {
  const close = text.indexOf("`", start + 1);
  return close === -1 ? undefined : text.slice(start, close + 1);
}

const ESCAPE = /\\(?:[abfnrtv\\]|[0-3][0-7]{2}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;

function quotedFault(literal: string): string | undefined {
  const quote = literal.charAt(0);
  let characters = 0;
  for (let index = 1; index < literal.length - 1; characters++) {
    const isEscape = literal.charAt(index) === "\\";
    const sequence = isEscape ? (matchAt(ESCAPE, literal, index) ?? ownQuote(literal, index, quote)) : undefined;
    if (isEscape && sequence === undefined) {
      return l10n.t`${shown(literal.slice(index, index + 2))} is not an escape; a backslash is written \`\\\\\``;
    }
    index += sequence?.length ?? characterAt(literal, index).length;
  }
  if (quote === '"' || characters === 1) return undefined;
  return l10n.t("Single quotes hold exactly one character; texts are written in double quotes");
}

function ownQuote(literal: string, index: number, quote: string): string | undefined {
  return literal.charAt(index + 1) === quote ? literal.slice(index, index + 2) : undefined;
}

function variableAt(text: string, start: number): Token {
  const placeholder = matchAt(ENVIRONMENT_VARIABLE, text, start);
  if (placeholder !== undefined) return { kind: "placeholder", start, end: start + placeholder.length };
  return { kind: "variable", start, end: start + 1 + (matchAt(WORD, text, start + 1)?.length ?? 0) };
}

function numberAt(text: string, start: number): Token {
  const number = matchAt(NUMBER, text, start) ?? text.charAt(start);
  const end = start + number.length;
  const isDecimalOctal = /^[+-]?0\d*[89]\d*$/.test(number);
  if (WELL_FORMED_NUMBER.test(number) && !isDecimalOctal) return { kind: "number", start, end };
  const message = isDecimalOctal
    ? l10n.t`${shown(number)} is not a number; behind a leading 0 the digits are octal`
    : l10n.t`${shown(number)} is not a number`;
  return fault(start, end, message);
}

function wordKind(word: string): TokenKind {
  if (KEYWORDS.has(word)) return "keyword";
  if (word === "true" || word === "false") return "boolean";
  return word === "nil" ? "nil" : "identifier";
}

const NAMES: ReadonlySet<TokenKind> = new Set(["field", "variable", "identifier", "keyword", "boolean", "nil", "dot"]);

/** Names end at white space, `.`, `,`, `|`, `:`, a parenthesis or the end of the action. */
function unwantedBehindName(text: string, position: number): Token | undefined {
  const ends = /[\s.,|:()]|^$/.test(text.charAt(position)) || /^(\}\}|\{\{)/.test(text.slice(position, position + 2));
  if (ends) return undefined;
  const found = characterAt(text, position);
  const dash = l10n.t("for a name with it write `index`, the map, and the name in quotes");
  const message = l10n.t`${shown(found)} can not be part of a name`;
  return fault(position, position + found.length, withHint(message, found === "-" ? dash : hintFor(found)));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
