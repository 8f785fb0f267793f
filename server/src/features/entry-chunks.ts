import { keyText, type MapNode, type PairNode } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";

/** An entry of a block mapping as whole lines: comment lines directly above it, the entry, and deeper comments below it. */
export interface Chunk {
  readonly pair: PairNode;
  readonly key: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A block mapping cut into the lines of its entries. */
export interface Chunks {
  readonly column: number;
  readonly chunks: readonly Chunk[];
  /** true when the first entry stands behind a dash. */
  readonly behindDash: boolean;
}

/**
 * Cuts a block mapping into the lines of its entries. Comment lines directly above an entry belong to it; those that begin a file, and those
 * with a blank line below, belong to none. Undefined for a mapping whose entries can not be moved as lines.
 */
export function chunksOf(source: Source, map: MapNode): Chunks | undefined {
  const { lines } = source;
  const [first] = map.pairs;
  if (!first || map.flow) return undefined;
  const startLine = lines.lineOf(first.key.start);
  const column = first.key.start - lines.lineStart(startLine);
  const before = lines.lineText(startLine).slice(0, column);
  if (!/^ *(?:- +)*$/.test(before)) return undefined;
  const behindDash = before.includes("-");
  const chunks: Chunk[] = [];
  const keys = new Set<string>();
  for (const [index, pair] of map.pairs.entries()) {
    const key = keyText(pair.key);
    const line = lines.lineOf(pair.key.start);
    const isPlaced =
      pair.key.start - lines.lineStart(line) === column && (index === 0 || isIndented(source, line, column));
    if (key === undefined || keys.has(key) || !isPlaced || pair.key.anchor !== undefined) return undefined;
    const above = chunks.at(-1)?.lastLine ?? -1;
    const firstLine = index === 0 && behindDash ? line : firstCommentLine(source, line, above, column);
    const next = map.pairs[index + 1];
    const limit = next ? lines.lineOf(next.key.start) : lines.lineCount;
    keys.add(key);
    chunks.push({ pair, key, firstLine, lastLine: lastLineOf(source, pair, limit, column) });
  }
  return { column, chunks, behindDash };
}

function isIndented({ lines }: Source, line: number, column: number): boolean {
  return /^ *$/.test(lines.lineText(line).slice(0, column));
}

/** First of the comment lines directly above an entry. Those that begin the file are about the file. */
function firstCommentLine({ lines }: Source, line: number, above: number, column: number): number {
  let first = line;
  while (first - 1 > above && isComment(lines.lineText(first - 1), 0, column)) first--;
  return first === 0 || (first === 1 && /^\uFEFF?(?:---|%)/.test(lines.lineText(0))) ? line : first;
}

/** Last line of an entry with the comments below it that stand deeper than its key. */
function lastLineOf({ lines }: Source, pair: PairNode, limit: number, column: number): number {
  let last = lines.lineOf(Math.max(pair.end, pair.key.end));
  for (let line = last + 1; line < limit; line++) {
    const text = lines.lineText(line);
    if (isComment(text, column + 1, Number.POSITIVE_INFINITY)) last = line;
    else if (text.trim() !== "") break;
  }
  return last;
}

function isComment(line: string, least: number, most: number): boolean {
  const column = line.length - line.trimStart().length;
  return line.charAt(column) === "#" && least <= column && column <= most;
}
