/** What is different between two texts: everything before `start` and behind the ends is the same. Offsets in UTF-16 units. */
export interface TextChange {
  readonly start: number;
  /** End of the difference in the earlier text. */
  readonly earlierEnd: number;
  /** End of the difference in the later text. */
  readonly laterEnd: number;
}

/** Length of the pieces that are compared at once. Comparing pieces is many times faster than comparing characters. */
const PIECE = 4_096;

/** The difference between two texts; empty and at their end when they are equal. */
export function textChange(earlier: string, later: string): TextChange {
  const shorter = Math.min(earlier.length, later.length);
  const start = commonPrefix(earlier, later, shorter);
  const same = commonSuffix(earlier, later, shorter - start);
  return { start, earlierEnd: earlier.length - same, laterEnd: later.length - same };
}

function commonPrefix(a: string, b: string, limit: number): number {
  let length = 0;
  while (length + PIECE <= limit && a.slice(length, length + PIECE) === b.slice(length, length + PIECE))
    length += PIECE;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonSuffix(a: string, b: string, limit: number): number {
  const endA = a.length;
  const endB = b.length;
  const isSamePiece = (from: number): boolean =>
    a.slice(endA - from - PIECE, endA - from) === b.slice(endB - from - PIECE, endB - from);
  let length = 0;
  while (length + PIECE <= limit && isSamePiece(length)) length += PIECE;
  while (length < limit && a.charCodeAt(endA - length - 1) === b.charCodeAt(endB - length - 1)) length++;
  return length;
}
