import type { OffsetEdit } from "../../text/offset-edit.ts";
import { commentColumn, type LineEntry } from "../../yaml/line-structure.ts";
import type { Source } from "../../yaml/source.ts";
import type { Span } from "./spans.ts";
import { type LaidLine, type Level, layoutText, type Structure } from "./structure.ts";
import type { LayoutStyle } from "./style.ts";

/** What the edits of a line are computed from. */
export interface LineLayout {
  readonly source: Source;
  readonly structure: Structure;
  readonly style: LayoutStyle;
  readonly columns: ReadonlyMap<Level, number>;
  /** Flow collections over several lines that were laid out as a whole; their further lines are left to that. */
  readonly settled: ReadonlySet<Span>;
}

/** Edits of white space on one line: its indentation, what stands between its tokens and at its end. Line breaks stay. */
export function lineEdits(layout: LineLayout, line: number): OffsetEdit[] {
  const laid = layout.structure.lines[line];
  const { lines } = layout.source;
  const start = lines.lineStart(line);
  const end = lines.lineEnd(line);
  switch (laid?.kind) {
    case undefined:
      return [];
    case "blank":
      return replace(layout.source, start, end, "");
    case "marker":
      return trailing(layout, line, start);
    case "inside":
      return insideEdits(layout, line, laid.span);
    case "comment":
      return [
        ...indent(layout, line, commentColumnOf(layout, laid)),
        ...trailing(layout, line, contentStart(layout, line)),
      ];
    case "value":
      return [
        ...indent(layout, line, valueColumn(layout, laid.owner, laid.column)),
        ...behind(layout, line, start + laid.column),
      ];
    case "entries":
      return entryEdits(layout, line, laid);
  }
}

/** An edit when it changes something. */
function replace({ text }: Source, start: number, end: number, newText: string): OffsetEdit[] {
  return text.slice(start, end) === newText ? [] : [{ start, end, newText }];
}

function indent(layout: LineLayout, line: number, column: number): OffsetEdit[] {
  const { lines, text } = layout.source;
  const mark = text.charCodeAt(lines.lineStart(line)) === 0xfeff ? 1 : 0;
  return replace(layout.source, lines.lineStart(line) + mark, contentStart(layout, line), " ".repeat(column));
}

/** Offset of the first character of a line that is not white space. */
function contentStart({ source: { lines } }: LineLayout, line: number): number {
  return lines.lineStart(line) + layoutText(lines.lineText(line)).search(/[^ \t]/);
}

/**
 * Column of a value that stands on a line of its own: as far right of its key or dash as it is. In the column of other keys it is a key
 * itself, one that the line alone does not show (`*alias : 1`).
 */
function valueColumn(layout: LineLayout, owner: Level | undefined, column: number): number {
  return owner ? (layout.columns.get(owner) ?? owner.column) + Math.max(0, column - owner.column) : column;
}

/** A comment stands where the collection stands that it is in line with; others keep their distance. */
function commentColumnOf(
  layout: LineLayout,
  { column, before, after }: Extract<LaidLine, { kind: "comment" }>,
): number {
  const { columns } = layout;
  const inLine =
    chain(after).find((level) => level.column === column) ?? chain(before).find((level) => level.column === column);
  const near =
    inLine ??
    chain(before).find((level) => level.column < column) ??
    chain(after).find((level) => level.column < column);
  return near ? Math.max(0, column + (columns.get(near) ?? near.column) - near.column) : column;
}

function chain(innermost: Level | undefined): readonly Level[] {
  const levels: Level[] = [];
  for (let level = innermost; level; level = level.parent) levels.push(level);
  return levels;
}

/** How far the key, dash or value that a span belongs to moves to the right. */
export function shiftOf(layout: LineLayout, span: Span): number {
  const laid = layout.structure.lines[span.startLine];
  if (laid?.kind === "value") {
    return valueColumn(layout, laid.owner, laid.column) - laid.column;
  }
  if (laid?.kind !== "entries") return 0;
  return (layout.columns.get(laid.innermost) ?? laid.innermost.column) - laid.innermost.column;
}

/** Least column of the further lines of a span: right of the key or dash that it belongs to. */
export function leastColumn(layout: LineLayout, span: Span): number {
  const laid = layout.structure.lines[span.startLine];
  const owner = laid?.kind === "entries" ? laid.innermost : laid?.kind === "value" ? laid.owner : undefined;
  return owner ? (layout.columns.get(owner) ?? owner.column) + 1 : 0;
}

function insideEdits(layout: LineLayout, line: number, span: Span): OffsetEdit[] {
  const { lines, text } = layout.source;
  const start = lines.lineStart(line);
  const end = lines.lineEnd(line);
  const tail = span.endLine === line && span.kind !== "text-block" ? trailing(layout, line, span.end) : [];
  if (layout.settled.has(span)) return tail;
  const shift = shiftOf(layout, span);
  const content = text.slice(start, end).search(/[^ ]/);
  if (shift === 0) return tail;
  if (content === -1) return [...blankInside(layout, line, span, shift), ...tail];
  const column = Math.max(content + shift, leastColumn(layout, span));
  return [...replace(layout.source, start, start + content, " ".repeat(column)), ...tail];
}

/** Spaces on a line without other characters are text of a text block as far as they reach beyond its indentation. */
function blankInside(layout: LineLayout, line: number, span: Span, shift: number): OffsetEdit[] {
  const { lines } = layout.source;
  const start = lines.lineStart(line);
  const end = lines.lineEnd(line);
  const isText = span.kind === "text-block" && end - start > textColumn(layout, span);
  return replace(layout.source, start, end, isText ? " ".repeat(end - start + shift) : "");
}

/** Column where the lines of a text block begin; beyond every line for one that is blank. */
function textColumn(layout: LineLayout, span: Span): number {
  const { source, structure } = layout;
  const header = source.text.slice(span.start, source.lines.lineEnd(span.startLine));
  const indicator = /^[|>][-+]?(\d)/.exec(header)?.[1];
  if (indicator !== undefined) {
    const laid = structure.lines[span.startLine];
    const owner = laid?.kind === "entries" ? laid.innermost : laid?.kind === "value" ? laid.owner : undefined;
    return (owner?.column ?? 0) + Number(indicator);
  }
  for (let line = span.startLine + 1; line <= span.endLine; line++) {
    const content = source.lines.lineText(line).search(/[^ ]/);
    if (content !== -1) return content;
  }
  return Number.POSITIVE_INFINITY;
}

function entryEdits(layout: LineLayout, line: number, laid: Extract<LaidLine, { kind: "entries" }>): OffsetEdit[] {
  const { source, columns } = layout;
  const start = source.lines.lineStart(line);
  const [first] = laid.entries;
  const edits = first ? indent(layout, line, columns.get(first.level) ?? first.level.column) : [];
  for (const [index, { entry, level }] of laid.entries.entries()) {
    const next = laid.entries[index + 1];
    if (entry.kind === "dash") {
      if (!next) {
        edits.push(...behind(layout, line, start + entry.column + 1));
        continue;
      }
      const gap = gapBetween(layout, level, next.level);
      edits.push(...replace(source, start + entry.column + 1, start + next.entry.column, " ".repeat(gap)));
    } else edits.push(...keyEdits(layout, start, entry), ...behind(layout, line, start + entry.valueColumn));
  }
  return edits;
}

/** Spaces between a dash and the entry behind it. */
function gapBetween({ columns, style }: LineLayout, outer: Level, inner: Level): number {
  const from = columns.get(outer);
  const to = columns.get(inner);
  return from === undefined || to === undefined ? style.dashGap : to - from - 1;
}

/** White space before the colon goes, unless the key is an alias, whose name it ends. */
function keyEdits({ source }: LineLayout, start: number, entry: Extract<LineEntry, { kind: "key" }>): OffsetEdit[] {
  const key = source.text.slice(start + entry.column, start + entry.end);
  if (/^[*&]/.test(key)) return [];
  return replace(source, start + entry.end, start + entry.valueColumn - 1, "");
}

/** Edits behind a dash, a colon or a value that begins a line: one space between tokens, none at the end. */
function behind(layout: LineLayout, line: number, from: number): OffsetEdit[] {
  const { source, structure } = layout;
  const lineEnd = source.lines.lineEnd(line);
  const edits: OffsetEdit[] = [];
  const isValue = structure.lines[line]?.kind === "value";
  const isDash = source.text.charAt(from - 1) === "-" && !isValue;
  let offset = from;
  for (let isFirst = true; ; isFirst = false) {
    const content = skipWhite(source.text, offset, lineEnd);
    if (content === lineEnd || source.text.charAt(content) === "#")
      return [...edits, ...trailing(layout, line, offset)];
    const gap = isFirst && isDash ? layout.style.dashGap : 1;
    if (!(isFirst && isValue)) edits.push(...replace(source, offset, content, " ".repeat(gap)));
    const property = /^[&!][^\s]*/.exec(source.text.slice(content, lineEnd));
    offset = content + (property?.[0].length ?? 0);
    if (!property) return [...edits, ...trailing(layout, line, content)];
  }
}

function skipWhite(text: string, from: number, to: number): number {
  let offset = from;
  while (offset < to && (text.charCodeAt(offset) === 32 || text.charCodeAt(offset) === 9)) offset++;
  return offset;
}

/**
 * Edits from an offset to the end of its line: spaces at the end go, and a comment behind something stands where it stands, behind
 * spaces instead of tabs. Nothing when a value goes on in the next line, because the end of the line then belongs to it.
 */
function trailing(layout: LineLayout, line: number, from: number): OffsetEdit[] {
  const { source, structure } = layout;
  const open = structure.spans[spanAt(structure.spans, from, source.lines.lineEnd(line))];
  if (open && open.endLine > line && open.kind !== "flow")
    return open.kind === "text-block" ? headerEnd(source, line) : [];
  const end = source.lines.lineEnd(line);
  const text = source.text.slice(from, end);
  const trimmed = trimmedEnd(text);
  const edits = trimmed === text ? [] : [{ start: from + trimmed.length, end, newText: "" }];
  const comment = commentColumn(trimmed);
  if (comment === undefined || comment === 0) return edits;
  const gap = trimmed.slice(trimmedEnd(trimmed.slice(0, comment)).length, comment);
  if (!gap.includes("\t")) return edits;
  return [{ start: from + comment - gap.length, end: from + comment, newText: " " }, ...edits];
}

function headerEnd(source: Source, line: number): OffsetEdit[] {
  const end = source.lines.lineEnd(line);
  const text = source.lines.lineText(line);
  const trimmed = trimmedEnd(text);
  return trimmed === text ? [] : [{ start: end - (text.length - trimmed.length), end, newText: "" }];
}

/** Index of the last span that begins between two offsets or holds the first; -1 when there is none. */
function spanAt(spans: readonly Span[], from: number, to: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < to) low = middle + 1;
    else high = middle - 1;
  }
  const last = spans[high];
  return last && last.end > from ? high : -1;
}

/** A text without the spaces and tabs that it ends in; a pattern would take very long for many of them in the middle. */
function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " \t".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
