import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeFilesOnTheSpot } from "../node/node-files.ts";
import type { DirectoryEntry } from "../protocol.ts";
import { isInside, parentUri } from "../tenants/uri-path.ts";
import type { Workspace } from "../tenants/workspace.ts";

/** Highest folder above a named file that is looked into for the rest of its tenant. */
const LEVELS_ABOVE_FILE = 3;

/**
 * URIs of the workspace folders of a run: the working directory, and for what lies outside of it the folders named on the command line.
 * A file outside brings the folders above it, because its tenant and the folder of tenants stand there. `named` are the absolute paths
 * of those that are files.
 */
export function workspaceFolders(
  workingDirectory: string,
  paths: readonly string[],
  named: ReadonlySet<string>,
): readonly string[] {
  const base = pathToFileURL(workingDirectory).href;
  const roots = paths
    .map((path) => resolve(workingDirectory, path))
    .map((path) => {
      const uri = pathToFileURL(path).href;
      return named.has(path) ? ancestor(uri, LEVELS_ABOVE_FILE) : uri;
    });
  return [base, ...new Set(roots.filter((root) => !isInside(root, base)))];
}

/** The workspace of a run with these folders; `listed` answers for folders that were read before. */
export function cliWorkspace(
  folders: readonly string[],
  listed: (folder: string) => readonly DirectoryEntry[] | undefined = () => undefined,
): Workspace {
  return {
    folders,
    readFile: nodeFilesOnTheSpot.readFile,
    readDirectory: async (folder) => listed(folder) ?? nodeFilesOnTheSpot.readDirectory(folder),
    processEnvironment: process.env,
  };
}

function ancestor(uri: string, levels: number): string {
  let folder = uri;
  for (let level = 0; level < levels; level++) {
    const parent = parentUri(folder);
    if (!/^file:\/\/\/./.test(parent)) return folder;
    folder = parent;
  }
  return folder;
}
