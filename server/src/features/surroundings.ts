import type { LineIndex, OffsetRange } from "../text/line-index.ts";
import { isBlock } from "../yaml/block.ts";
import { isDocumentMarker, lineEntries } from "../yaml/line-structure.ts";
import { rootOf, type Source } from "../yaml/source.ts";

/** Lines that are enough to judge an edit, so that a large file is not parsed again for it. */
const ENOUGH_LINES = 40;

/** Entries beyond this many lines are not tried out as a whole. */
const LONG_ENTRY = 80;

/** A part of a document that can be parsed by itself. */
export interface Surroundings extends OffsetRange {
  readonly text: string;
}

/**
 * The entry that holds a range: the innermost one that begins a line with its key, lies two levels above the range and is
 * long enough to show what an edit does; of a very long one its key and the neighbours of the range. The whole text when no entry does.
 * Offsets of the document minus `start` are offsets of the text.
 */
export function surroundings(source: Source, range: OffsetRange): Surroundings {
  const { lines, text } = source;
  const whole = { start: 0, end: text.length, text };
  if (source.notation === "json" || lines.lineCount <= ENOUGH_LINES) return whole;
  const last = lines.lineOf(range.end);
  const own = range.start - lines.lineStart(lines.lineOf(range.start));
  const owners: Owner[] = [];
  for (let line = lines.lineOf(range.start); line >= 0; line--) {
    const inner = owners.at(-1)?.column ?? Number.POSITIVE_INFINITY;
    const indentation = lines.indentation(line);
    if (indentation === -1 || indentation >= inner) continue;
    const current = lines.lineText(line);
    if (isDocumentMarker(current)) return whole;
    const [first] = lineEntries(current);
    if (first?.column === undefined || first.column >= inner) continue;
    owners.push({ line, column: first.column });
    // What is cut out has to begin left of the range, or at the margin, for the range to be in it.
    if (first.kind !== "key" || owners.length < 3 || (first.column > 0 && first.column >= own)) continue;
    const end = endOfEntry(lines, last, first.column);
    if (end - line > LONG_ENTRY) return neighbours(source, owners, range);
    if (end - line >= ENOUGH_LINES || first.column === 0) return part(source, line, end);
  }
  const isLong = lines.lineCount > LONG_ENTRY && source.file.documents.length === 1;
  const isCut = isLong && owners.at(-1)?.column === 0 && isBlock(rootOf(source));
  return isCut ? neighbours(source, [...owners, ROOT], range) : whole;
}

/** What holds the entries at the margin of a file of one document. */
const ROOT: Owner = { line: -1, column: -1 };

/** A line that begins what holds the range: its key or dash, and the column of it. */
interface Owner {
  readonly line: number;
  readonly column: number;
}

/**
 * Of a very long entry the lines that lead to the range, one for each level, and below them the entries near the range. The innermost
 * level whose entries are too many is cut; `owners` are the levels from the inside.
 */
function neighbours(source: Source, owners: readonly Owner[], range: OffsetRange): Surroundings {
  const { lines } = source;
  const first = lines.lineOf(range.start);
  const last = lines.lineOf(range.end);
  const cut = owners.findIndex((owner) => endOfEntry(lines, last, owner.column) - owner.line > LONG_ENTRY);
  const owner = owners[cut] ?? { line: 0, column: 0 };
  const column = owners[cut - 1]?.column ?? lines.indentation(first);
  const end = endOfEntry(lines, last, owner.column);
  const isBoundary = (line: number): boolean => lines.indentation(line) === column;
  let from = Math.max(owner.line + 1, first - ENOUGH_LINES / 2);
  while (from > owner.line + 1 && !isBoundary(from)) from--;
  let to = Math.min(end, last + ENOUGH_LINES / 2);
  while (to < end && !isBoundary(to)) to++;
  const near = part(source, from, to);
  const lead = owners
    .slice(cut)
    .filter(({ line }) => line >= 0)
    .reverse();
  const head = lead.map(({ line }) => source.text.slice(lines.lineStart(line), lines.lineStart(line + 1))).join("");
  return { start: near.start - head.length, end: near.end, text: head + near.text };
}

/** First line behind an entry whose key stands at a column; dashes at that column are the entry's own list. */
function endOfEntry(lines: LineIndex, from: number, column: number): number {
  for (let line = from + 1; line < lines.lineCount; line++) {
    const indentation = lines.indentation(line);
    if (indentation === -1 || indentation > column) continue;
    const text = lines.lineText(line);
    if (isDocumentMarker(text)) return line;
    const isOwnItem = indentation === column && /^-(?:\s|$)/.test(text.trimStart());
    if (!isOwnItem) return line;
  }
  return lines.lineCount;
}

function part(source: Source, line: number, end: number): Surroundings {
  const start = source.lines.lineStart(line);
  const stop = end < source.lines.lineCount ? source.lines.lineStart(end) : source.text.length;
  return { start, end: stop, text: source.text.slice(start, stop) };
}
