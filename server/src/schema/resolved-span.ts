import type { OffsetRange } from "../text/line-index.ts";

/** A piece of a text with resolved placeholders: a literal part or what a placeholder became. The range is that of the written text. */
export interface ResolvedSpan extends OffsetRange {
  readonly isLiteral: boolean;
  /** Length of what the piece became. */
  readonly length: number;
}

/** The written span that became a span of the resolved text. A placeholder counts as a whole. */
export function writtenSpan(pieces: readonly ResolvedSpan[], start: number, end: number): OffsetRange {
  let resolved = 0;
  let first: number | undefined;
  let last = 0;
  for (const piece of pieces) {
    const next = resolved + piece.length;
    // A span without length belongs to the first piece that it touches.
    const touches = start < next || (start === next && end === start);
    if (first === undefined && touches) first = piece.isLiteral ? piece.start + (start - resolved) : piece.start;
    if (end > resolved || (end === start && first !== undefined && last < first)) {
      last = piece.isLiteral ? Math.min(piece.end, piece.start + (end - resolved)) : piece.end;
    }
    resolved = next;
  }
  const from = first ?? pieces.at(-1)?.end ?? 0;
  return { start: from, end: Math.max(from, last) };
}
