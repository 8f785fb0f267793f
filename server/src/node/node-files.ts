import { promises } from "node:fs";
import { fileURLToPath } from "node:url";
import type { HostFiles } from "../tenants/workspace.ts";

/** Largest file that is read beside the open documents. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** Files of the machine, by `file:` URIs. What can not be read does not exist. */
export const nodeFiles: HostFiles = {
  readFile: async (uri) => {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const bytes = await promises.readFile(path).catch(() => undefined);
    return bytes === undefined || bytes.length > MAXIMUM_BYTES ? undefined : bytes.toString("utf8");
  },
  readDirectory: async (uri) => {
    const path = pathOf(uri);
    if (path === undefined) return [];
    const entries = await promises.readdir(path, { withFileTypes: true }).catch(() => []);
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory() ? ("directory" as const) : ("file" as const),
    }));
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    // Not a file: URI, or one with a host: nothing this machine could read.
    return undefined;
  }
}
