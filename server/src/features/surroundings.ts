import type { LineIndex, OffsetRange } from "../text/line-index.ts";
import { isDocumentMarker, isIgnorable, lineEntries } from "../yaml/line-structure.ts";
import type { Source } from "../yaml/source.ts";

/** Lines that are enough to judge an edit, so that a large file is not parsed again for it. */
const ENOUGH_LINES = 200;

/** A part of a document that can be parsed by itself. */
export interface Surroundings extends OffsetRange {
  readonly text: string;
}

/**
 * The entry that holds a range: the innermost one that begins a line with its key, lies two levels above the range and is
 * long enough to show what an edit does. The whole text when no entry does.
 */
export function surroundings(source: Source, range: OffsetRange): Surroundings {
  const { lines, text } = source;
  const whole = { start: 0, end: text.length, text };
  if (source.notation === "json" || lines.lineCount <= ENOUGH_LINES) return whole;
  const last = lines.lineOf(range.end);
  let column = Number.POSITIVE_INFINITY;
  let levels = 0;
  for (let line = lines.lineOf(range.start); line >= 0; line--) {
    const current = lines.lineText(line);
    if (isDocumentMarker(current)) return whole;
    if (isIgnorable(current)) continue;
    const [first] = lineEntries(current);
    if (first?.column === undefined || first.column >= column) continue;
    column = first.column;
    levels++;
    if (first.kind !== "key" || levels < 3) continue;
    const end = endOfEntry(lines, last, column);
    if (end - line >= ENOUGH_LINES || column === 0) return part(source, line, end);
  }
  return whole;
}

/** First line behind an entry whose key stands at a column; dashes at that column are the entry's own list. */
function endOfEntry(lines: LineIndex, from: number, column: number): number {
  for (let line = from + 1; line < lines.lineCount; line++) {
    const text = lines.lineText(line);
    if (isDocumentMarker(text)) return line;
    if (isIgnorable(text)) continue;
    const indentation = text.length - text.trimStart().length;
    const isOwnItem = indentation === column && /^-(?:\s|$)/.test(text.trimStart());
    if (indentation <= column && !isOwnItem) return line;
  }
  return lines.lineCount;
}

function part(source: Source, line: number, end: number): Surroundings {
  const start = source.lines.lineStart(line);
  const stop = end < source.lines.lineCount ? source.lines.lineStart(end) : source.text.length;
  return { start, end: stop, text: source.text.slice(start, stop) };
}
