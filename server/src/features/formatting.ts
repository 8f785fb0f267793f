import type { Range, TextEdit } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { applyOffsetEdits, type OffsetEdit, toTextEdit } from "../text/offset-edit.ts";
import { parseSource, type Source } from "../yaml/source.ts";
import { blankLineEdits, fileEndEdits } from "./format/blank-lines.ts";
import {
  type FlowText,
  hasBracketSpacing,
  isTidy,
  mayBeLaidOut,
  oneLineEdits,
  severalLinesEdits,
  withinLimits,
} from "./format/flow-layout.ts";
import { type LineLayout, lineEdits, shiftOf } from "./format/line-edits.ts";
import { formattedLines, type LineRange } from "./format/line-range.ts";
import { differenceBetween } from "./format/safety.ts";
import type { Span } from "./format/spans.ts";
import { type Structure, structureOf } from "./format/structure.ts";
import { newColumns, styleOf } from "./format/style.ts";

/** How an editor wants a text to be formatted; the names are those of LSP. */
export interface FormatOptions {
  /** Indentation where the file shows none. */
  readonly tabSize: number;
  /** Only JSON can be indented with tabs. */
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
  readonly trimFinalNewlines?: boolean;
}

/** What formatting changes. */
export interface FormatAnswer {
  /** Edits of white space, small ones in document order; empty when the text is formatted or was refused. */
  readonly edits: TextEdit[];
  /** Why a text was not formatted, as the end of a sentence ("because …"); undefined when it was. */
  readonly refused: string | undefined;
}

const BROKEN = "it has syntax errors";

/** Longer texts would keep an editor waiting. */
const MOST_CHARACTERS = 2_500_000;

const TOO_LONG = `it has more than ${MOST_CHARACTERS.toLocaleString("en")} characters`;

/**
 * Formats a file, or the entries that a range touches. Only white space changes: indentation, what stands between tokens, blank lines.
 * A result that would say something else than the text is refused.
 */
export async function format(model: FileModel, options: FormatOptions, range?: Range): Promise<FormatAnswer> {
  const { settings, source } = model;
  if (!settings.format.enable) return { edits: [], refused: undefined };
  if (source.file.problems.some(({ severity }) => severity === "error")) return { edits: [], refused: BROKEN };
  if (source.text.length > MOST_CHARACTERS) return { edits: [], refused: TOO_LONG };
  if (source.notation === "json") {
    const { formatJson } = await import("./format/json.ts");
    return { edits: formatJson(source.text, options, range), refused: undefined };
  }
  // The library is waited for, and the nodes of a document may move meanwhile: formatting has a tree of its own.
  return formatYaml(parseSource(source.text, "yaml"), model, options, range);
}

async function formatYaml(
  source: Source,
  model: FileModel,
  options: FormatOptions,
  range: Range | undefined,
): Promise<FormatAnswer> {
  const structure = structureOf(source);
  const lines = formattedLines(source, structure, range);
  const { sequenceIndentation } = model.settings.format;
  const style = styleOf(structure, sequenceIndentation, options.tabSize);
  // In a range, collections that go on outside stay where they are, and so does everything when lines do not tell what is a key.
  const columns = newColumns(
    structure,
    style,
    ({ firstLine, lastLine }) => structure.hasExplicitKeys || firstLine < lines.first || lastLine > lines.last,
  );
  const layout: LineLayout = { source, structure, style, columns, settled: new Set() };
  const flow = await flowEdits(layout, lines);
  const ends = isToEnd(source, lines, range) ? endEdits(source, structure, options) : [];
  const wide = judged(source, allEdits({ ...layout, settled: flow.settled }, lines, [...flow.edits, ...ends]));
  if (wide.refused === undefined || flow.edits.length === 0) return wide;
  return judged(source, allEdits(layout, lines, ends));
}

function isToEnd(source: Source, lines: LineRange, range: Range | undefined): boolean {
  return range === undefined || lines.last >= source.lines.lineCount - 1;
}

function endEdits(source: Source, structure: Structure, options: FormatOptions): OffsetEdit[] {
  const lineBreak = lineBreakOf(source);
  const { insertFinalNewline = false, trimFinalNewlines = false } = options;
  return fileEndEdits(source, structure, { insertFinalNewline, trimFinalNewlines }, lineBreak);
}

function lineBreakOf({ text }: Source): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Edits of lines, blank lines and what was computed before, in order. A line that goes away has no other edits. */
function allEdits(layout: LineLayout, { first, last }: LineRange, others: readonly OffsetEdit[]): OffsetEdit[] {
  const { source, structure } = layout;
  const blank = blankLineEdits(source, structure, first, last);
  const end = others.find((edit) => edit.end === source.text.length && edit.newText === "");
  const kept = end ? blank.filter((edit) => edit.start < end.start) : blank;
  const edits: OffsetEdit[] = [...others];
  for (const edit of kept) edits.push(edit);
  let removal = 0;
  for (let line = first; line <= last; line++) {
    const start = source.lines.lineStart(line);
    while ((kept[removal]?.end ?? Number.POSITIVE_INFINITY) <= start) removal++;
    const isGone = (kept[removal]?.start ?? Number.POSITIVE_INFINITY) <= source.lines.lineEnd(line);
    if (isGone || (end && start >= end.start)) continue;
    for (const edit of lineEdits(layout, line)) edits.push(edit);
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

function judged(source: Source, edits: readonly OffsetEdit[]): FormatAnswer {
  if (edits.length === 0) return { edits: [], refused: undefined };
  const isWhite = edits.every(
    ({ start, end, newText }, index) =>
      start >= (edits[index - 1]?.end ?? 0) && /^[ \t\r\n]*$/.test(source.text.slice(start, end) + newText),
  );
  if (!isWhite) return { edits: [], refused: "more than white space would change" };
  const refused = differenceBetween(source, parseSource(applyOffsetEdits(source.text, edits), "yaml"));
  return { edits: refused === undefined ? edits.map((edit) => toTextEdit(edit, source.lines)) : [], refused };
}

interface FlowEdits {
  readonly edits: readonly OffsetEdit[];
  /** Collections over several lines that the edits lay out. */
  readonly settled: ReadonlySet<Span>;
}

/** Lays out flow collections with the formatter of yaml-language-server, when there are any that need it. */
async function flowEdits(layout: LineLayout, { first, last }: LineRange): Promise<FlowEdits> {
  const { source, structure, style } = layout;
  const spans = structure.spans.filter((span) => span.kind === "flow");
  const bracketSpacing = hasBracketSpacing(source, spans);
  const flowStyle = { step: style.step, bracketSpacing, lineBreak: lineBreakOf(source) };
  const untidy = withinLimits(
    spans.filter((span) => isUntidy(source, span, bracketSpacing) && first <= span.startLine && span.endLine <= last),
  );

  if (untidy.length === 0) return { edits: [], settled: new Set() };
  const flows = untidy.map((span) => [span, flowText(layout, span)] as const);
  const { formatWithLibrary } = await import("./format/library-formatter.ts");
  const short = flows.filter(([span]) => span.endLine === span.startLine).map(([, flow]) => flow);
  const edits = await oneLineEdits(short, formatWithLibrary, flowStyle);
  const settled = new Set<Span>();
  for (const [span, flow] of flows) {
    if (span.endLine === span.startLine) continue;
    const own = await severalLinesEdits(flow, formatWithLibrary, flowStyle);
    if (!own) continue;
    settled.add(span);
    edits.push(...own);
  }
  return { edits, settled };
}

/** true for a collection that a formatter may have something to do with. */
function isUntidy({ text }: Source, { start, end, startLine, endLine }: Span, bracketSpacing: boolean): boolean {
  const flow = text.slice(start, end);
  return mayBeLaidOut(flow) && (endLine > startLine || !isTidy(flow, bracketSpacing));
}

function flowText(layout: LineLayout, span: Span): FlowText {
  const { source, style } = layout;
  const text = source.text.slice(span.start, span.end);
  const lineStart = source.lines.lineStart(span.endLine);
  const closing = span.end - 1 - lineStart;
  const isAlone = source.text.slice(lineStart, span.end - 1).trim() === "";
  const shift = shiftOf(layout, span);
  const base = isAlone ? closing + shift : indentationOf(layout, span) + shift + style.step;
  return { start: span.start, text, base: Math.max(0, base) };
}

/** Column of the innermost key or dash on the line where a span begins, before the edits. */
function indentationOf({ structure }: LineLayout, span: Span): number {
  const laid = structure.lines[span.startLine];
  if (laid?.kind === "entries") return laid.innermost.column;
  return laid?.kind === "value" ? laid.column : 0;
}
