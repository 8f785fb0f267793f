import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A folder of one test. Paths are relative to it, `/` between the parts. */
export interface TemporaryFolder {
  /** Absolute path. */
  readonly path: string;
  /** `file:` URI of a path, or of the folder itself. */
  uri(path?: string): string;
  /** Writes a file and the folders above it. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Text of a file; rejects when there is none. */
  read(path: string): Promise<string>;
}

/** Makes a folder with these files (path to content); it is removed when the test ends. */
export async function temporaryFolder(
  t: TestContext,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TemporaryFolder> {
  // The real path: on some systems the folder for temporary files is a link, and the server answers with what it was given.
  const path = await realpath(await mkdtemp(join(tmpdir(), "tenant-config-")));
  t.after(() => rm(path, { recursive: true, force: true, maxRetries: 3 }));
  const folder: TemporaryFolder = {
    path,
    uri: (inner = "") => pathToFileURL(join(path, inner)).href,
    write: async (inner, content) => {
      await mkdir(dirname(join(path, inner)), { recursive: true });
      await writeFile(join(path, inner), content);
    },
    read: (inner) => readFile(join(path, inner), "utf8"),
  };
  for (const [inner, content] of Object.entries(files)) await folder.write(inner, content);
  return folder;
}

/** A copy of `examples/`, for tests that could change it. */
export async function copyOfExamples(t: TestContext): Promise<TemporaryFolder> {
  const folder = await temporaryFolder(t);
  await cp(fileURLToPath(new URL("../../examples/", import.meta.url)), folder.path, { recursive: true });
  return folder;
}

/** Absolute paths of all files below a folder; none when there is no such folder. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
