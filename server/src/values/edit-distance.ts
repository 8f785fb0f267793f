/** Beyond this length two words are only compared for equality: the table would grow with the product of the lengths. */
const MAX_LENGTH = 256;

/** What a difference of case alone costs: less than one edit, so it wins over any real typing error. */
const CASE_COST = 0.5;

/**
 * Damerau-Levenshtein distance of two words: insertions, deletions, replacements and swaps of neighbours cost 1 each.
 * Words longer than 256 units are not measured: the answer is 0 when they are equal, else Infinity.
 */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return Number.POSITIVE_INFINITY;
  // The unrestricted form (a swapped pair may be edited again), which is a true metric. Row and column 0 of the
  // table are a border that no path may cross; `lastRow` is where each character of `a` was last seen.
  const width = b.length + 2;
  const table = new Array<number>((a.length + 2) * width).fill(0);
  const border = a.length + b.length;
  const cell = (row: number, column: number): number => table[row * width + column] ?? border;
  for (let row = 0; row <= a.length + 1; row++) {
    table[row * width] = border;
    if (row > 0) table[row * width + 1] = row - 1;
  }
  for (let column = 0; column <= b.length + 1; column++) {
    table[column] = border;
    if (column > 0) table[width + column] = column - 1;
  }
  const lastRow = new Map<string, number>();
  for (let row = 1; row <= a.length; row++) {
    let lastColumn = 0;
    for (let column = 1; column <= b.length; column++) {
      const swapRow = lastRow.get(b.charAt(column - 1)) ?? 0;
      const swapColumn = lastColumn;
      const same = a.charAt(row - 1) === b.charAt(column - 1);
      if (same) lastColumn = column;
      table[(row + 1) * width + column + 1] = Math.min(
        cell(row, column) + (same ? 0 : 1),
        cell(row + 1, column) + 1,
        cell(row, column + 1) + 1,
        cell(swapRow, swapColumn) + (row - swapRow - 1) + 1 + (column - swapColumn - 1),
      );
    }
    lastRow.set(a.charAt(row - 1), row);
  }
  return cell(a.length + 1, b.length + 1);
}

/**
 * The candidate most like `word`, or undefined when none is near enough. Case alone counts as half an edit; of equally
 * near candidates the first one wins. Without `maxDistance` one edit is allowed per three characters, at least 1 and
 * at most 3.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  maxDistance: number = Math.min(3, Math.max(1, Math.floor(word.length / 3))),
): string | undefined {
  const lowered = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > maxDistance) continue;
    const distance = Math.min(
      editDistance(word, candidate),
      editDistance(lowered, candidate.toLowerCase()) + CASE_COST,
    );
    if (distance <= maxDistance && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
