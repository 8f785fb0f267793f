import { pathToFileURL } from "node:url";
import { nodeFiles } from "../node/node-files.ts";
import { isInside, parentUri } from "../tenants/uri-path.ts";
import type { Workspace } from "../tenants/workspace.ts";

/** The workspace of a run: the working directory, and the folder of each file that lies outside of it. */
export function cliWorkspace(workingDirectory: string, uris: readonly string[]): Workspace {
  const base = pathToFileURL(workingDirectory).href;
  const outside = uris.filter((uri) => !isInside(uri, base)).map(parentUri);
  return {
    folders: [base, ...new Set(outside)],
    readFile: nodeFiles.readFile,
    readDirectory: nodeFiles.readDirectory,
    processEnvironment: process.env,
  };
}
