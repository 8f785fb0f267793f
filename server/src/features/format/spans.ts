import type { LineIndex } from "../../text/line-index.ts";
import type { Node } from "../../yaml/node.ts";
import type { Source } from "../../yaml/source.ts";

/** A value that is not block structure: a flow collection, or a scalar over several lines. Offsets in the text, `end` exclusive. */
export interface Span {
  readonly kind: "flow" | "text-block" | "scalar";
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  /** Last line that holds a part of it. */
  readonly endLine: number;
}

/** Flow collections (the outermost ones) and scalars over several lines of all documents, in document order. */
export function spansOf(source: Source): readonly Span[] {
  const spans: Span[] = [];
  for (const { root } of source.file.documents) if (root) collect(root, source, spans);
  return spans;
}

function collect(node: Node, source: Source, spans: Span[]): void {
  if (node.kind === "alias") return;
  if (node.kind === "scalar") {
    const span = scalarSpan(node, source);
    if (span) spans.push(span);
    return;
  }
  if (node.flow) {
    spans.push(spanOf("flow", node.start, node.end, source));
    return;
  }
  if (node.kind === "sequence") for (const item of node.items) collect(item, source, spans);
  else
    for (const { key, value } of node.pairs) {
      collect(key, source, spans);
      collect(value, source, spans);
    }
}

function scalarSpan(node: Extract<Node, { kind: "scalar" }>, source: Source): Span | undefined {
  if (node.end === node.start) return undefined;
  if (node.style === "literal" || node.style === "folded") return textBlockSpan(node, source);
  if (!/[\r\n]/.test(source.text.slice(node.start, node.end))) return undefined;
  const span = spanOf("scalar", node.start, node.end, source);
  return span.endLine > span.startLine ? span : undefined;
}

/** Blank lines behind a text block are text of it when it keeps its last line breaks (`|+`), or when they have more spaces than its text. */
function textBlockSpan(node: Node, source: Source): Span {
  const { lines } = source;
  const span = spanOf("text-block", node.start, node.end, source);
  const header = lines.lineText(span.startLine).slice(node.start - lines.lineStart(span.startLine));
  const keeps = /^[|>]\d?\+/.test(header);
  const column = textColumn(span, lines);
  if (column === undefined && !keeps) return { ...span, end: lines.lineEnd(span.startLine), endLine: span.startLine };
  let endLine = span.endLine;
  let longest = 0;
  while (endLine + 1 < lines.lineCount && /^[ \t]*$/.test(lines.lineText(endLine + 1))) {
    endLine++;
    longest = Math.max(longest, lines.lineText(endLine).length);
  }
  // An indicator may move the begin of the text to the left: then the span may be longer than need be.
  const isLonger = longest > (/^[|>][-+]?\d/.test(header) ? 0 : (column ?? 0));
  if (!keeps && !isLonger) return span;
  return { ...span, end: lines.lineStart(endLine + 1), endLine };
}

/** Column where the text of a block begins; undefined when all its lines are blank. */
function textColumn({ startLine, endLine }: Span, lines: LineIndex): number | undefined {
  for (let line = startLine + 1; line <= endLine; line++) {
    const content = lines.lineText(line).search(/[^ ]/);
    if (content !== -1) return content;
  }
  return undefined;
}

function spanOf(kind: Span["kind"], start: number, end: number, { lines }: Source): Span {
  return { kind, start, end, startLine: lines.lineOf(start), endLine: lines.lineOf(Math.max(start, end - 1)) };
}
