import type { Kind } from "../protocol.ts";
import { loadSchema } from "../schema/registry.ts";
import { parseSource, type Source } from "../yaml/source.ts";
import { hasTenantExtension, kindOfName } from "./file-names.ts";
import type { TenantFile } from "./tenant-context.ts";
import { canonical, joinUri } from "./uri-path.ts";
import type { Workspace } from "./workspace.ts";

/** Folders deeper than this below a root hold no tenants. */
const DEEPEST_FOLDER = 6;

/** Files that are read at the same time. */
const AT_ONCE = 32;

/** Which files are wanted, and how many at most. */
export interface FileSearch {
  /** true for the text of a wanted file; asked before the file is parsed. */
  readonly holds: (text: string) => boolean;
  readonly limit: number;
}

/** Tenant files below some folders that can be told by their names, in the order of the folders. Nothing is kept. */
export async function searchFiles(
  workspace: Workspace,
  kindOfFile: (uri: string, source: Source) => Promise<Kind | undefined>,
  roots: readonly string[],
  { holds, limit }: FileSearch,
): Promise<readonly TenantFile[]> {
  const found = new Map<string, TenantFile>();
  const read = async (uri: string): Promise<void> => {
    const text = await workspace.readFile(uri);
    if (text === undefined || !holds(text) || found.size >= limit) return;
    const source = parseSource(text, /\.json$/i.test(uri) ? "json" : "yaml");
    const kind = await kindOfFile(uri, source);
    if (kind === undefined) return;
    await loadSchema(kind);
    // Folders of a workspace may stand in each other, and be written differently.
    if (!found.has(canonical(uri))) found.set(canonical(uri), { uri, kind, source });
  };
  const enter = async (folder: string, depth: number): Promise<void> => {
    const entries = await workspace.readDirectory(folder);
    const uris = entries
      .map(({ kind, name }) => ({ kind, name, uri: joinUri(folder, name) }))
      .filter(({ kind, name, uri }) => kind === "file" && hasTenantExtension(name) && kindOfName(uri) !== undefined)
      .map(({ uri }) => uri);
    for (let first = 0; first < uris.length && found.size < limit; first += AT_ONCE)
      await Promise.all(uris.slice(first, first + AT_ONCE).map(read));
    if (depth === DEEPEST_FOLDER) return;
    for (const { kind, name } of entries)
      if (kind === "directory" && !/^(?:\.|node_modules$)/.test(name) && found.size < limit)
        await enter(joinUri(folder, name), depth + 1);
  };
  for (const root of roots) await enter(root, 0);
  return [...found.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}
