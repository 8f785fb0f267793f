import { isUtf8 } from "node:buffer";
import { readFileSync, type Stats, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { filesBelow } from "./walk-folder.ts";

/** A file to check. There may be very many, so everything else is derived from these two when it is needed. */
export interface InputFile {
  /** Relative to the working directory, `/` between the parts, as it is shown. */
  readonly path: string;
  /** true when the file itself was named on the command line, false when it was found in a folder. */
  readonly named: boolean;
  /** What stands beside a file that was found in a folder, as the search saw it; undefined where it would be much to keep and to hand over. */
  readonly beside?: readonly string[] | undefined;
}

/** Folders with more entries than this are read again where they matter. */
const FEW_ENTRIES = 64;

/** A path of the command line that is there. */
interface Root {
  readonly absolutePath: string;
  /** As it is shown; empty for the working directory. */
  readonly shownPath: string;
  readonly isFolder: boolean;
}

/** Files, and one sentence for each path that could not be read. */
export interface Inputs {
  /** In path order, each once; they may be found only while this is gone through, which is possible once. */
  readonly files: Iterable<InputFile>;
  /** Absolute paths of the files that were named themselves. */
  readonly named: ReadonlySet<string>;
  readonly errors: readonly string[];
}

/** Files of the given paths: named files as they are, folders searched for YAML and JSON. Links are not followed. */
export function findInputs(paths: readonly string[], workingDirectory: string): Inputs {
  const roots: Root[] = [];
  const errors: string[] = [];
  for (const path of paths) {
    const absolutePath = resolve(workingDirectory, path);
    const status = statusOf(absolutePath);
    if ("reason" in status) errors.push(`${path}: ${status.reason}.`);
    else roots.push({ absolutePath, shownPath: shown(absolutePath, workingDirectory), isFolder: status.isDirectory() });
  }
  const named = new Set(roots.filter((root) => !root.isFolder).map((root) => root.absolutePath));
  return { files: filesOf(roots, workingDirectory), named, errors };
}

function statusOf(path: string): Stats | { readonly reason: string } {
  try {
    return statSync(path);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function filesOf(roots: readonly Root[], workingDirectory: string): Iterable<InputFile> {
  const [root] = roots;
  if (roots.length === 1 && root && !holdsWorkingDirectory(root)) return filesOfRoot(root);
  const files = new Map<string, InputFile>();
  for (const each of roots) {
    for (const file of filesOfRoot(each)) {
      const path = file.path.startsWith("../")
        ? shown(resolve(workingDirectory, file.path), workingDirectory)
        : file.path;
      if (!files.has(path)) files.set(path, { ...file, path });
    }
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** true for a folder above the working directory: what is in there has other paths than what is beside it. */
function holdsWorkingDirectory(root: Root): boolean {
  return /^(?:\.\.\/)*\.\.$/.test(root.shownPath);
}

function* filesOfRoot({ absolutePath, shownPath, isFolder }: Root): Generator<InputFile, void, undefined> {
  if (!isFolder) {
    yield { path: shownPath, named: true };
    return;
  }
  for (const { path, beside } of filesBelow(absolutePath, shownPath === "" ? "" : `${shownPath}/`)) {
    yield { path, named: false, beside: beside.length > FEW_ENTRIES ? undefined : beside };
  }
}

function shown(absolutePath: string, workingDirectory: string): string {
  return relative(workingDirectory, absolutePath).split(sep).join("/");
}

/** Text of a file, or why it can not be read. A byte order mark is kept: it belongs to the text's offsets. */
export function readText(
  file: InputFile,
  workingDirectory: string,
): { readonly text: string } | { readonly error: string } {
  const path = resolve(workingDirectory, file.path);
  try {
    const text = readFileSync(path, "utf8");
    // Bytes that are not UTF-8 are read as this character, which a file may also hold.
    const isSure = !text.includes("\uFFFD") || isUtf8(readFileSync(path));
    return isSure ? { text } : { error: `${file.path}: is not UTF-8 text.` };
  } catch (error) {
    return { error: `${file.path}: ${reasonOf(error)}.` };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "not permitted to read it",
  EPERM: "not permitted to read it",
  EISDIR: "is a folder",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "the link points in a circle",
};

/** Reason of a file system error in words. */
export function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
