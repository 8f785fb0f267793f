import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver-types";
import { namesOf } from "../tenants/name-index.ts";
import { MESSAGE_KEY } from "../tenants/names.ts";
import type { TenantFile } from "../tenants/tenant-context.ts";
import { relativePath } from "../tenants/uri-path.ts";

/** Most symbols of one answer; who types more of the name finds the others. */
export const MAXIMUM_WORKSPACE_SYMBOLS = 500;

/**
 * Names that files declare and that hold the query in any case, in file order. Each says its class and its file. `folders` are those of
 * the workspace.
 */
export function workspaceSymbols(
  files: readonly TenantFile[],
  query: string,
  folders: readonly string[],
): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const symbols: WorkspaceSymbol[] = [];
  for (const file of files) {
    for (const { nameClass, name, start, end } of namesOf(file).declarations) {
      if (symbols.length === MAXIMUM_WORKSPACE_SYMBOLS) return symbols;
      if (!name.toLowerCase().includes(wanted)) continue;
      symbols.push({
        name,
        kind: nameClass === MESSAGE_KEY ? SymbolKind.String : SymbolKind.Object,
        containerName: `${nameClass.replaceAll("-", " ")}, ${relativePath(file.uri, folders)}`,
        location: { uri: file.uri, range: file.source.lines.rangeOf({ start, end }) },
      });
    }
  }
  return symbols;
}
