import type { Range } from "vscode-languageserver-types";
import type { Source } from "../../yaml/source.ts";
import type { Level, Structure } from "./structure.ts";

/** Lines that are formatted, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The lines of the entries that a range touches; all lines without a range. */
export function formattedLines(source: Source, structure: Structure, range: Range | undefined): LineRange {
  if (!range) return { first: 0, last: source.lines.lineCount - 1 };
  const touched = touchedLines(source, range);
  const first = beginOf(structure, touched.first);
  let last = Math.max(first, touched.last);
  for (let line = last + 1; line < structure.lines.length; line++) {
    if (belongsTo(structure, line, first, last)) last = line;
    else if (!isIgnorable(structure, line)) break;
  }
  return { first, last };
}

/** A range that ends at the start of a line does not touch that line. */
function touchedLines(source: Source, { start, end }: Range): LineRange {
  const lastLine = source.lines.lineCount - 1;
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { first: Math.min(start.line, lastLine), last: Math.min(last, lastLine) };
}

/** The line where the value begins that a line is a further part of. */
function beginOf({ lines }: Structure, line: number): number {
  const laid = lines[line];
  return laid?.kind === "inside" ? laid.span.startLine : line;
}

function isIgnorable({ lines }: Structure, line: number): boolean {
  const kind = lines[line]?.kind;
  return kind === "blank" || kind === "comment";
}

/** true when a line is a part of an entry that begins on one of the lines before it. */
function belongsTo({ lines }: Structure, line: number, first: number, last: number): boolean {
  const laid = lines[line];
  if (laid?.kind === "inside") return laid.span.startLine >= first && laid.span.startLine <= last;
  if (laid?.kind === "value") return isWithin(laid.ownerLine, first, last) || isOwnedBy(laid.owner, first, last);
  const level = laid?.kind === "entries" ? laid.entries[0]?.level : undefined;
  return isOwnedBy(level, first, last);
}

function isOwnedBy(level: Level | undefined, first: number, last: number): boolean {
  for (let current = level; current; current = current.parent) {
    if (isWithin(current.ownerLine, first, last)) return true;
  }
  return false;
}

function isWithin(line: number, first: number, last: number): boolean {
  return first <= line && line <= last;
}
