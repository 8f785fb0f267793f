import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders that hold no configuration and very many files. */
const SKIPPED_FOLDERS = /^(?:node_modules|\.git)$/i;

const TENANT_EXTENSION = /\.(?:yaml|yml|json)$/i;

/** A file that was found. */
export interface FoundFile {
  readonly path: string;
  /** What matters of its folder, the file included: names of files, and of folders with a slash at the end. One list for all of a folder. */
  readonly beside: readonly string[];
}

/**
 * Every YAML and JSON file below a folder, with paths relative to it with `/` between the parts, in the order of these paths. A folder is
 * read when it is its turn, so that a run can begin before all is found. Links to folders are not followed; a folder that can not be read
 * is empty. Reads on the spot: a folder takes microseconds, and handing it to another thread takes more.
 */
export function* filesBelow(folder: string, prefix = ""): Generator<FoundFile, void, undefined> {
  const beside = sortedNames(folder);
  for (const name of beside) {
    if (name.endsWith("/")) yield* filesBelow(join(folder, name), `${prefix}${name}`);
    else yield { path: `${prefix}${name}`, beside };
  }
}

/**
 * Names of the files and folders in a folder that matter, folders with a slash at the end. Sorted with the slash they are in the order in
 * which the paths below them have to come: `a-b/x.yaml`, `a.yaml`, `a/x.yaml`.
 */
function sortedNames(folder: string): readonly string[] {
  const names: string[] = [];
  for (const entry of entriesOf(folder)) {
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.test(entry.name)) names.push(`${entry.name}/`);
    } else if (TENANT_EXTENSION.test(entry.name) && (entry.isFile() || entry.isSymbolicLink())) {
      names.push(entry.name);
    }
  }
  return names.sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder of somebody else, or one that went away in the meantime.
    return [];
  }
}
