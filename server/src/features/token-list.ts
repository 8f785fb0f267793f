import type { SemanticTokens } from "vscode-languageserver-types";
import { addAll } from "../text/add-all.ts";
import type { LineIndex, OffsetRange } from "../text/line-index.ts";
import { TOKEN_MODIFIERS, TOKEN_TYPES, type TokenModifier, type TokenType } from "./semantic-legend.ts";

/** Numbers of one token in a list: start, end, type, bits of the modifiers. */
const WIDTH = 4;

/** Tokens as they are found, as flat numbers: a large file has a hundred thousand of them. */
export type TokenList = number[];

/** Adds a token. Empty ones are left out. */
export function addToken(
  tokens: TokenList,
  range: OffsetRange,
  type: TokenType,
  modifiers: readonly TokenModifier[] = [],
): void {
  if (range.end <= range.start) return;
  let bits = 0;
  for (const modifier of modifiers) bits |= 1 << TOKEN_MODIFIERS.indexOf(modifier);
  tokens.push(range.start, range.end, TOKEN_TYPES.indexOf(type), bits);
}

/** Adds the tokens from an index on of one list to another, moved by an offset. */
export function moveTokens(from: TokenList, index: number, offset: number, to: TokenList): void {
  for (let at = index; at + WIDTH <= from.length; at += WIDTH) {
    const [start = 0, end = 0, type = 0, bits = 0] = from.slice(at, at + WIDTH);
    to.push(start + offset, end + offset, type, bits);
  }
}

/**
 * Tokens as LSP sends them: five numbers each, places relative to the token before. Tokens that span lines or overlap an earlier one are
 * left out; `range` keeps those that it touches.
 */
export function encodeTokens(tokens: TokenList, lines: LineIndex, range: OffsetRange | undefined): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let before = 0;
  for (const [start, end, type, bits] of inOrder(tokens)) {
    if (start < before || (range && (start > range.end || end < range.start))) continue;
    const at = start < lines.lineStart(line + 1) ? line : lines.lineOf(start);
    if (end > lines.lineEnd(at)) continue;
    const column = start - lines.lineStart(at);
    data.push(at - line, at === line ? column - character : column, end - start, type, bits);
    [line, character, before] = [at, column, end];
  }
  return data;
}

type Token = readonly [start: number, end: number, type: number, bits: number];

function inOrder(tokens: TokenList): readonly Token[] {
  const found: Token[] = [];
  let isSorted = true;
  for (let at = 0; at < tokens.length; at += WIDTH) {
    const [start = 0, end = 0, type = 0, bits = 0] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
    if (start < (found.at(-1)?.[0] ?? 0)) isSorted = false;
    found.push([start, end, type, bits]);
  }
  return isSorted ? found : found.sort(([a], [b]) => a - b);
}

/** Tokens of several documents of a file, which come one after the other in its text, as tokens of the file. */
export function joinTokens(lists: readonly SemanticTokens[]): SemanticTokens {
  const [first, ...others] = lists.filter(({ data }) => data.length > 0);
  if (!first || others.length === 0) return first ?? { data: [] };
  const data = [...first.data];
  let line = lastLine(first);
  for (const tokens of others) {
    // The first token of a list counts from the start of the file. A document begins on a line of its own.
    const from = data.length;
    addAll(data, tokens.data);
    data[from] = (tokens.data[0] ?? 0) - line;
    line = lastLine(tokens);
  }
  return { data };
}

function lastLine({ data }: SemanticTokens): number {
  let line = 0;
  for (let index = 0; index < data.length; index += 5) line += data[index] ?? 0;
  return line;
}
