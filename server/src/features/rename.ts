import * as l10n from "@vscode/l10n";
import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { schemasAt } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import { code } from "../schema/wording.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { type PlaceholderPlace, placeholdersNamed } from "../tenants/placeholder-places.ts";
import { hasPlaceholders } from "../tenants/placeholders.ts";
import type { TenantFile } from "../tenants/tenant-context.ts";
import { originWords } from "../tenants/value-origins.ts";
import { type AnchorPlace, anchorPlaces } from "../yaml/anchor-places.ts";
import { locate, stringValue } from "../yaml/navigate.ts";
import { renameName, renameNameRefusal } from "./rename-name.ts";
import { type SymbolAt, type SymbolPlace, symbolAt, symbolPlaces } from "./symbol-at.ts";

/** Why something can not be renamed, as a sentence for people. */
export interface Refusal {
  readonly refusal: string;
}

/** What would be renamed, and the name that it has. */
export interface RenamePlace {
  readonly range: Range;
  readonly placeholder: string;
}

/** What stands at an offset, when it can be renamed; a refusal when it can not; undefined when it is nothing that has a name. */
export function prepareRename(model: FileModel, offset: number): RenamePlace | Refusal | undefined {
  const symbol = symbolAt(model, offset);
  if (!symbol) return builtName(model, offset);
  const refusal = refusalOf(model, symbol);
  return refusal ? { refusal } : { range: model.source.lines.rangeOf(symbol.range), placeholder: nameOf(symbol) };
}

/**
 * Edits that give what stands at an offset another name, in all files that know it. A refusal when the new name is not possible;
 * undefined when there is nothing to rename. `files` are those in which variables of the deployment environment are looked for.
 */
export function rename(
  model: FileModel,
  offset: number,
  newName: string,
  files?: readonly TenantFile[],
): WorkspaceEdit | Refusal | undefined {
  const symbol = symbolAt(model, offset);
  if (!symbol) return builtName(model, offset);
  const refusal = refusalOf(model, symbol) ?? newNameRefusal(model, symbol, newName, files);
  if (refusal) return { refusal };
  if (symbol.kind === "name") return renameName(model, symbol.occurrence, newName);
  return workspaceEdit(symbolPlaces(model, symbol, files), newName);
}

function nameOf(symbol: SymbolAt): string {
  if (symbol.kind === "anchor") return symbol.anchor.name;
  if (symbol.kind === "placeholder") return symbol.place.name;
  const { node, part } = symbol.occurrence;
  return String(node.value).slice(part.start, part.end);
}

/** A name that is put together from placeholders has no text of its own to change. */
function builtName(model: FileModel, offset: number): Refusal | undefined {
  const location = locate(model.root, offset);
  const text = location && !location.onKey ? stringValue(location.node) : undefined;
  if (!location || text === undefined || !hasPlaceholders(text)) return undefined;
  const schemas = schemasAt(model.schema, model.root, location.path).map(resolve);
  const isName = schemas.some((schema) => schema["x-defines"] !== undefined || schema["x-refers"] !== undefined);
  return isName
    ? { refusal: l10n.t`This name comes from a placeholder. Rename the variable, or change its value.` }
    : undefined;
}

/** Why a symbol can not be renamed at all. */
function refusalOf(model: FileModel, symbol: SymbolAt): string | undefined {
  if (symbol.kind === "anchor") return undefined;
  if (symbol.kind === "name") return renameNameRefusal(model, symbol.occurrence);
  const { kind, name } = symbol.place;
  if (kind === "variable") return l10n.t`${code(`{{${name}}}`)} is a tenant variable; its name is fixed.`;
  const from = model.context.variables.get(name)?.from;
  const isInFile = symbolPlaces(model, symbol, []).some(({ isDeclaration }) => isDeclaration);
  return from === undefined || isInFile
    ? undefined
    : l10n.t`${code(name)} comes from ${originWords(from)}, which can not be changed from here.`;
}

function newNameRefusal(
  model: FileModel,
  symbol: SymbolAt,
  newName: string,
  files: readonly TenantFile[] = model.context.files,
): string | undefined {
  if (symbol.kind === "anchor") return anchorRefusal(model, symbol.anchor, newName);
  if (symbol.kind === "placeholder") return variableRefusal(model, symbol.place, newName, files);
  return renameNameRefusal(model, symbol.occurrence, newName);
}

function anchorRefusal(model: FileModel, anchor: AnchorPlace, newName: string): string | undefined {
  if (!/^[\p{L}\p{N}_./-]+$/u.test(newName))
    return l10n.t`The name of an anchor consists of letters, digits and \`_\`, \`-\`, \`.\` or \`/\`.`;
  const all = anchorPlaces(model.source).filter(({ name }) => name === anchor.name || name === newName);
  const renamed = all.map((place) => (place === anchor ? { ...place, name: newName } : place));
  const isSame = renamed.every((place) =>
    place.aliases.every(
      (alias) => renamed.findLast((one) => one.name === place.name && one.start < alias.start) === place,
    ),
  );
  return isSame ? undefined : l10n.t`An alias would then stand for another anchor ${code(newName)}.`;
}

function variableRefusal(
  model: FileModel,
  { kind, name }: PlaceholderPlace,
  newName: string,
  files: readonly TenantFile[],
): string | undefined {
  if (newName === name) return undefined;
  if (!/^[A-Za-z_]\w*$/.test(newName))
    return l10n.t`The name of a variable consists of letters, digits and \`_\`, and does not begin with a digit.`;
  if (model.context.variables.has(newName)) return l10n.t`There is a variable ${code(newName)} already.`;
  const isUsed = files.some(({ source }) => placeholdersNamed(source, { kind, name: newName }).length > 0);
  return isUsed ? l10n.t`There is a placeholder for a variable ${code(newName)} already.` : undefined;
}

function workspaceEdit(places: readonly SymbolPlace[], newText: string): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri, lines, range } of places) {
    changes[uri] ??= [];
    changes[uri].push({ range: lines.rangeOf(range), newText });
  }
  return { changes };
}
