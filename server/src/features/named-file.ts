import { resolvePath } from "../tenants/context-loader.ts";
import { innermost, isInside, parentUri } from "../tenants/uri-path.ts";
import type { Workspace } from "../tenants/workspace.ts";

/**
 * URI of the file that a path in a file names (`x-file` in the schema): relative to the file that names it, then to its workspace folder.
 * Outside of a workspace folder it has to lie in `ownFolder`. Undefined for an address, a file elsewhere and one that is not there.
 */
export async function namedFile(
  uri: string,
  path: string,
  ownFolder: string,
  workspace: Workspace,
): Promise<string | undefined> {
  if (path === "" || /^[a-zA-Z][\w+.-]+:/.test(path)) return undefined;
  const home = innermost(uri, workspace.folders) ?? ownFolder;
  const candidates = [parentUri(uri), home].map((folder) => resolvePath(folder, path));
  for (const candidate of candidates)
    if (isInside(candidate, home) && (await workspace.readFile(candidate)) !== undefined) return candidate;
  return undefined;
}
