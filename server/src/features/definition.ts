import type { LocationLink } from "vscode-languageserver-types";
import { schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { resolvePieces } from "../tenants/placeholders.ts";
import { placeholderValues } from "../tenants/tenant-context.ts";
import { parentUri } from "../tenants/uri-path.ts";
import type { Workspace } from "../tenants/workspace.ts";
import { locate, stringValue } from "../yaml/navigate.ts";
import { dereference } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";
import { namedFile } from "./named-file.ts";
import { symbolAt, symbolPlaces } from "./symbol-at.ts";

/**
 * Where the name, anchor or placeholder at an offset is declared: in the file itself when it is declared there, else in the other files
 * of the tenant. Empty when there is nothing to go to.
 */
export function definition(model: FileModel, offset: number): LocationLink[] {
  const symbol = symbolAt(model, offset);
  if (!symbol) return [];
  const all = symbolPlaces(model, symbol, []).filter((place) => place.isDeclaration);
  const own = all.filter((place) => place.uri === model.uri);
  const originSelectionRange = model.source.lines.rangeOf(symbol.range);
  return (symbol.kind === "name" && own.length > 0 ? own : all).map(({ uri, lines, range, around }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: lines.rangeOf(around),
    targetSelectionRange: lines.rangeOf(range),
  }));
}

/**
 * The file that the value at an offset names (`x-file` in the schema), when it is there. Files outside of the workspace are not looked at.
 * Empty for other values.
 */
export async function fileDefinition(model: FileModel, offset: number, workspace: Workspace): Promise<LocationLink[]> {
  const location = locate(model.root, offset);
  const node = dereference(location?.node);
  if (!location || location.onKey || node?.kind !== "scalar") return [];
  if (!schemasAt(model.schema, model.root, location.path).some((schema) => schema["x-file"])) return [];
  const pieces = resolvePieces(stringValue(node) ?? "", placeholderValues(model.context, model, location.path));
  const path = pieces.map(({ text }) => text ?? "\0").join("");
  if (path.includes("\0")) return [];
  const originSelectionRange = model.source.lines.rangeOf(
    location.node.kind === "alias" ? location.node : contentOf(node, model.source.text),
  );
  const uri = await namedFile(model.uri, path, model.context.folder ?? parentUri(model.uri), workspace);
  if (uri === undefined) return [];
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [{ originSelectionRange, targetUri: uri, targetRange: start, targetSelectionRange: start }];
}
