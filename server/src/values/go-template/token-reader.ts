import * as l10n from "@vscode/l10n";
import { shown } from "../define-language.ts";
import type { Token, TokenKind } from "./lexer.ts";
import type { Span, TemplateFault } from "./syntax.ts";

/** Tokens of a template while they are parsed. */
export interface TokenReader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly faults: TemplateFault[];
  index: number;
  /** How many parentheses and blocks are open around the place. */
  depth: number;
  /** How many `range` are open in the template at hand. */
  ranges: number;
}

/** Deeper nesting is a fault, so that no text can exhaust the stack. */
export const MAXIMUM_DEPTH = 200;

/** The next token, undefined at the end. Faults of the lexer on the way are reported. */
export function peek(reader: TokenReader): Token | undefined {
  for (let token = reader.tokens[reader.index]; token; token = reader.tokens[++reader.index]) {
    if (token.kind !== "error") return token;
    report(reader, token, token.message ?? "");
  }
  return undefined;
}

/** The next token that is not white space. */
export function peekPastSpace(reader: TokenReader): Token | undefined {
  skipSpace(reader);
  return peek(reader);
}

export function skipSpace(reader: TokenReader): void {
  while (peek(reader)?.kind === "space") reader.index++;
}

/** The next token when it is of that kind, which is then behind. */
export function take(reader: TokenReader, kind: TokenKind): Token | undefined {
  const token = peek(reader);
  if (token?.kind !== kind) return undefined;
  reader.index++;
  return token;
}

export function textOf(reader: TokenReader, span: Span): string {
  return reader.text.slice(span.start, span.end);
}

export function report(reader: TokenReader, { start, end }: Span, message: string): void {
  reader.faults.push({ start, end, message });
}

/** Reports the next token as out of place and leaves the rest of its action behind, so that one mistake is one fault. */
export function refuse(reader: TokenReader, expected: string): void {
  const token = peek(reader);
  if (token && token.kind !== "right") {
    report(reader, token, foundMessage(reader, token, expected));
  } else if (token) report(reader, token, expected);
  skipToRight(reader);
}

function foundMessage(reader: TokenReader, token: Token, expected: string): string {
  const word = textOf(reader, token);
  const message = l10n.t`${expected}, found ${shown(word)}`;
  if (token.kind === "assign") return l10n.t`${message}; use \`eq\` to compare, \`:=\` to declare a variable`;
  if (token.kind === "comma") return l10n.t`${message}; arguments are separated by spaces`;
  if (token.kind !== "keyword") return message;
  return word === "define"
    ? l10n.t`${message}; \`define\` is only allowed outside of all blocks`
    : l10n.t`${message}, which begins an action of its own`;
}

/** Moves to the end of the action. */
export function skipToRight(reader: TokenReader): void {
  for (let token = reader.tokens[reader.index]; token; token = reader.tokens[++reader.index]) {
    if (token.kind === "right" || token.kind === "left" || token.kind === "text") return;
  }
}

/** End of what was read last, without white space behind it. */
export function lastEnd(reader: TokenReader): number {
  let index = reader.index - 1;
  while (index > 0 && ["space", "error"].includes(reader.tokens[index]?.kind ?? "")) index--;
  return reader.tokens[index]?.end ?? 0;
}
