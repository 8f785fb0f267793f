import type { SemanticTokens } from "vscode-languageserver-types";
import { addAll } from "../text/add-all.ts";
import type { LineIndex, OffsetRange } from "../text/line-index.ts";
import { TOKEN_MODIFIERS, TOKEN_TYPES, type TokenModifier, type TokenType } from "./semantic-legend.ts";

/** Numbers of one token in a list: start, end, type, bits of the modifiers. */
const WIDTH = 4;

const TYPE_NUMBERS = Object.fromEntries(TOKEN_TYPES.map((type, at) => [type, at])) as Record<TokenType, number>;

const MODIFIER_BITS = Object.fromEntries(TOKEN_MODIFIERS.map((modifier, at) => [modifier, 1 << at])) as Record<
  TokenModifier,
  number
>;

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
  for (const modifier of modifiers) bits |= MODIFIER_BITS[modifier];
  tokens.push(range.start, range.end, TYPE_NUMBERS[type], bits);
}

/** Adds the tokens from an index on of one list to another, moved by an offset. */
export function moveTokens(from: TokenList, index: number, offset: number, to: TokenList): void {
  for (let at = index; at + WIDTH <= from.length; at += WIDTH) {
    to.push((from[at] ?? 0) + offset, (from[at + 1] ?? 0) + offset, from[at + 2] ?? 0, from[at + 3] ?? 0);
  }
}

/**
 * Tokens as LSP sends them: five numbers each, places relative to the token before. Tokens that span lines or overlap an earlier one are
 * left out; `range` keeps those that it touches.
 */
export function encodeTokens(tokens: TokenList, lines: LineIndex, range: OffsetRange | undefined): number[] {
  const sorted = inOrder(tokens);
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let before = 0;
  for (let index = 0; index < sorted.length; index += WIDTH) {
    const start = sorted[index] ?? 0;
    const end = sorted[index + 1] ?? 0;
    if (start < before || (range && (start > range.end || end < range.start))) continue;
    const at = start < lines.lineStart(line + 1) ? line : lines.lineOf(start);
    if (end > lines.lineEnd(at)) continue;
    const column = start - lines.lineStart(at);
    const step = at === line ? column - character : column;
    data.push(at - line, step, end - start, sorted[index + 2] ?? 0, sorted[index + 3] ?? 0);
    line = at;
    character = column;
    before = end;
  }
  return data;
}

/** The tokens by where they start. Nearly always they are found in that order. */
function inOrder(tokens: TokenList): TokenList {
  let isSorted = true;
  for (let at = WIDTH; at < tokens.length && isSorted; at += WIDTH) {
    isSorted = (tokens[at - WIDTH] ?? 0) <= (tokens[at] ?? 0);
  }
  if (isSorted) return tokens;
  const places = Array.from({ length: tokens.length / WIDTH }, (_, index) => index * WIDTH);
  places.sort((one, other) => (tokens[one] ?? 0) - (tokens[other] ?? 0));
  return places.flatMap((at) => tokens.slice(at, at + WIDTH));
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
