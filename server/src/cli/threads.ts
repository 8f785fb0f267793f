/**
 * Runs of no more files stay on the main thread. A worker needs a tenth of a second to start, and V8 as long again and longer to compile
 * the engine for it anew; measured on two cores, workers have paid for that at about so many files of a hundred lines.
 */
export const MANY_FILES = 2_000;

/** More workers than this are not started unasked: each has an engine of its own in memory. */
const ENOUGH_WORKERS = 4;

/**
 * Number of workers that check the files of a run; 0 when the main thread does it itself. `asked` is how many threads the user wants to
 * check, if they said so, and `available` how many the machine has.
 */
export function workersFor(hasManyFiles: boolean, asked: number | undefined, available: number): number {
  const threads = asked ?? (hasManyFiles ? Math.min(available, ENOUGH_WORKERS) : 1);
  return threads > 1 ? threads : 0;
}

/** The same items again, and whether there are more than `count` of them; no more than that are taken before they are asked for. */
export function lookAhead<T>(
  items: Iterable<T>,
  count: number,
): { readonly all: Iterable<T>; readonly hasMore: boolean } {
  const rest = items[Symbol.iterator]();
  const first: T[] = [];
  for (let next = rest.next(); !next.done; next = rest.next()) {
    first.push(next.value);
    if (first.length > count) return { all: chain(first, rest), hasMore: true };
  }
  return { all: first, hasMore: false };
}

function* chain<T>(first: Iterable<T>, rest: Iterator<T>): Generator<T, void, undefined> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
