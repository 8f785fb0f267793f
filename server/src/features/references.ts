import type { Location } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import type { TenantFile } from "../tenants/tenant-context.ts";
import { symbolAt, symbolPlaces } from "./symbol-at.ts";

/**
 * Every place of the name, anchor or placeholder at an offset, by file and then in document order; empty when there is none. `files` are
 * those in which variables of the deployment environment are looked for.
 */
export function references(
  model: FileModel,
  offset: number,
  includeDeclaration: boolean,
  files?: readonly TenantFile[],
): Location[] {
  const symbol = symbolAt(model, offset);
  if (!symbol) return [];
  return symbolPlaces(model, symbol, files)
    .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
    .toSorted((a, b) => (a.uri === b.uri ? a.range.start - b.range.start : a.uri < b.uri ? -1 : 1))
    .map(({ uri, lines, range }) => ({ uri, range: lines.rangeOf(range) }));
}
