import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeFiles } from "../node/node-files.ts";
import { isInside, parentUri } from "../tenants/uri-path.ts";
import type { Workspace } from "../tenants/workspace.ts";
import type { InputFile } from "./read-files.ts";

/** Highest folder above a named file that is looked into for the rest of its tenant. */
const LEVELS_ABOVE_FILE = 3;

/**
 * The workspace of a run: the working directory, and for what lies outside of it the folders named on the command line.
 * A named file outside brings the folders above it, because its tenant and the folder of tenants stand there.
 */
export function cliWorkspace(
  workingDirectory: string,
  paths: readonly string[],
  files: readonly InputFile[],
): Workspace {
  const base = pathToFileURL(workingDirectory).href;
  const named = new Set(files.filter((file) => file.named).map((file) => file.absolutePath));
  const roots = paths
    .map((path) => resolve(workingDirectory, path))
    .map((path) => {
      const uri = pathToFileURL(path).href;
      return named.has(path) ? ancestor(uri, LEVELS_ABOVE_FILE) : uri;
    });
  return {
    folders: [base, ...new Set(roots.filter((root) => !isInside(root, base)))],
    readFile: nodeFiles.readFile,
    readDirectory: nodeFiles.readDirectory,
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
