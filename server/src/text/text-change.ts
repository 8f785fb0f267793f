/** What is different between two texts: everything before `start` and behind the ends is the same. Offsets in UTF-16 units. */
export interface TextChange {
  readonly start: number;
  /** End of the difference in the earlier text. */
  readonly earlierEnd: number;
  /** End of the difference in the later text. */
  readonly laterEnd: number;
}

/** Lengths of the pieces that are compared at once, before characters are. Comparing pieces is many times faster. */
const PIECES = [8_192, 512, 32];

/** The difference between two texts; empty and at their end when they are equal. */
export function textChange(earlier: string, later: string): TextChange {
  const shorter = Math.min(earlier.length, later.length);
  const start = commonPrefix(earlier, later, shorter);
  const same = commonSuffix(earlier, later, shorter - start);
  return { start, earlierEnd: earlier.length - same, laterEnd: later.length - same };
}

function commonPrefix(a: string, b: string, limit: number): number {
  let length = 0;
  for (const piece of PIECES) {
    while (length + piece <= limit && a.slice(length, length + piece) === b.slice(length, length + piece)) {
      length += piece;
    }
  }
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonSuffix(a: string, b: string, limit: number): number {
  const endA = a.length;
  const endB = b.length;
  let length = 0;
  for (const piece of PIECES) {
    const isSame = (): boolean =>
      a.slice(endA - length - piece, endA - length) === b.slice(endB - length - piece, endB - length);
    while (length + piece <= limit && isSame()) length += piece;
  }
  while (length < limit && a.charCodeAt(endA - length - 1) === b.charCodeAt(endB - length - 1)) length++;
  return length;
}
