import type { Batch } from "./check-batch.ts";
import type { InputFile } from "./read-files.ts";

/** A batch ends at the next border of a tenant after so many files: about ten milliseconds of work. */
const FULL = 64;

/** A folder with more files than this is shared among batches all the same. */
const OVERFULL = 256;

/**
 * Cuts files in path order into batches. The files of a tenant stay in one batch where that is possible, because to check one of them
 * its neighbours are read as well, and a thread that has them all reads and parses each of them once.
 */
export function* batchesOf(files: Iterable<InputFile>): Generator<Batch, void, undefined> {
  let batch: InputFile[] = [];
  for (const file of files) {
    const last = batch.at(-1);
    if (last && batch.length >= FULL && (batch.length >= OVERFULL || areApart(last.path, file.path))) {
      yield batch;
      batch = [];
    }
    batch.push(file);
  }
  if (batch.length > 0) yield batch;
}

/** true when neither of the files stands in a folder below the other's. */
function areApart(a: string, b: string): boolean {
  const folderOfA = folderOf(a);
  const folderOfB = folderOf(b);
  return !folderOfA.startsWith(folderOfB) && !folderOfB.startsWith(folderOfA);
}

/** Folder of a path with the slash at its end; empty for a file without one. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
