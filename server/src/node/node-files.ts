import { type Dirent, promises, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DirectoryEntry } from "../protocol.ts";
import type { HostFiles } from "../tenants/workspace.ts";

/** Largest file that is read beside the open documents. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** Files of the machine, by `file:` URIs. What can not be read does not exist. */
export const nodeFiles: HostFiles = {
  readFile: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? undefined : textOf(await promises.readFile(path).catch(() => undefined));
  },
  readDirectory: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? [] : entriesOf(await promises.readdir(path, { withFileTypes: true }).catch(() => []));
  },
};

/**
 * The same, read on the spot: for programs that have nothing else to do meanwhile. A small file is read in a tenth of the time that it
 * takes to have another thread read it.
 */
export const nodeFilesOnTheSpot: HostFiles = {
  readFile: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? undefined : textOf(orUndefined(() => readFileSync(path)));
  },
  readDirectory: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? [] : entriesOf(orUndefined(() => readdirSync(path, { withFileTypes: true })) ?? []);
  },
};

function textOf(bytes: Buffer | undefined): string | undefined {
  return bytes === undefined || bytes.length > MAXIMUM_BYTES ? undefined : bytes.toString("utf8");
}

function entriesOf(entries: readonly Dirent[]): readonly DirectoryEntry[] {
  return entries.map((entry) => ({
    name: entry.name,
    kind: entry.isDirectory() ? ("directory" as const) : ("file" as const),
  }));
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    // Not a file: URI, or one with a host: nothing this machine could read.
    return undefined;
  }
}
