import { readFile, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { glob } from "tinyglobby";

/** A file to check: its path as it is shown, and its URI. */
export interface InputFile {
  /** Relative to the working directory, `/` between the parts. */
  readonly path: string;
  readonly uri: string;
  readonly absolutePath: string;
  /** true when the file itself was named on the command line, false when it was found in a folder. */
  readonly named: boolean;
}

/** Files, and one sentence for each path that could not be read. */
export interface Inputs {
  readonly files: readonly InputFile[];
  readonly errors: readonly string[];
}

/** Files of the given paths in path order: named files as they are, folders searched for YAML and JSON. Links are not followed. */
export async function findInputs(paths: readonly string[], workingDirectory: string): Promise<Inputs> {
  const files = new Map<string, InputFile>();
  const errors: string[] = [];
  for (const path of paths) {
    const absolute = resolve(workingDirectory, path);
    const status = await stat(absolute).catch((error: unknown) => error);
    if (status instanceof Error || typeof status !== "object" || status === null) {
      errors.push(`${path}: ${reasonOf(status)}.`);
      continue;
    }
    const isFolder = (status as Awaited<ReturnType<typeof stat>>).isDirectory();
    const found = isFolder ? await filesBelow(absolute) : [absolute];
    for (const file of found) if (!files.has(file)) files.set(file, inputFile(file, workingDirectory, !isFolder));
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), errors };
}

function filesBelow(folder: string): Promise<string[]> {
  return glob("**/*.{yaml,yml,json}", {
    cwd: folder,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    ignore: ["**/node_modules/**", "**/.git/**"],
    expandDirectories: false,
  });
}

function inputFile(absolutePath: string, workingDirectory: string, named: boolean): InputFile {
  const path = relative(workingDirectory, absolutePath).split(sep).join("/");
  return { path: path === "" ? absolutePath : path, uri: pathToFileURL(absolutePath).href, absolutePath, named };
}

/** Text of a file, or why it can not be read. A byte order mark is kept: it belongs to the text's offsets. */
export async function readText(file: InputFile): Promise<{ readonly text: string } | { readonly error: string }> {
  try {
    const bytes = await readFile(file.absolutePath);
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    const reason = error instanceof TypeError ? "is not UTF-8 text" : reasonOf(error);
    return { error: `${file.path}: ${reason}.` };
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
