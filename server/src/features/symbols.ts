import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { childSchemas, itemLabel, type Schemas, schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { findPair } from "../yaml/navigate.ts";
import { dereference, keyText, type Node } from "../yaml/node.ts";

/** Outline of a file: keys, and list items by their names instead of their indexes. Secrets are not shown. */
export function documentSymbols(model: FileModel): DocumentSymbol[] {
  if (!model.root) return [];
  return childSymbols(model, model.root, schemasAt(model.schema, model.root, []));
}

function childSymbols(model: FileModel, node: Node, schemas: Schemas): DocumentSymbol[] {
  if (node.kind === "map") {
    return node.pairs.flatMap((pair) => {
      const name = keyText(pair.key);
      if (name === undefined) return [];
      return [symbol(model, name, pair, pair.key, pair.value, childSchemas(schemas, name, pair.value))];
    });
  }
  if (node.kind !== "sequence") return [];
  return node.items.map((item, index) => {
    const applicable = childSchemas(schemas, index, item);
    const name = itemName(item, index, applicable);
    // An item that nobody wrote yet stands behind the end of its list.
    const range = { start: Math.min(item.start, node.end), end: Math.min(item.end, node.end) };
    return symbol(model, name, range, item, item, applicable);
  });
}

function itemName(item: Node, index: number, schemas: Schemas): string {
  const target = dereference(item);
  const label = itemLabel(item, schemas);
  if (label !== undefined && label !== "" && !isSecret(schemas)) return label;
  const chosen = chosenKey(target, schemas);
  if (chosen !== undefined) return chosen;
  if (target?.kind === "scalar" && target.value !== null && !isSecret(schemas))
    return String(target.value) || `${index + 1}`;
  return schemas[0]?.title === undefined ? `${index + 1}` : `${schemas[0].title} ${index + 1}`;
}

/** Items that have one of several keys are named by the one they have: a rule by its alert or its record. */
function chosenKey(item: Node | undefined, schemas: Schemas): string | undefined {
  if (item?.kind !== "map") return undefined;
  const choices = schemas.flatMap((schema) => (schema.anyOf ?? []).flatMap((choice) => choice.required ?? []));
  for (const key of choices) {
    const value = dereference(findPair(item, key)?.value);
    const isShown = !isSecret(childSchemas(schemas, key, value));
    if (value?.kind === "scalar" && value.value !== null && isShown) return String(value.value);
  }
  return undefined;
}

function isSecret(schemas: Schemas): boolean {
  return schemas.some((schema) => schema["x-secret"] === true);
}

function symbol(
  model: FileModel,
  name: string,
  whole: { readonly start: number; readonly end: number },
  selection: { readonly start: number; readonly end: number },
  value: Node,
  schemas: Schemas,
): DocumentSymbol {
  const { lines } = model.source;
  const isItem = selection === value;
  const detail = detailOf(value, schemas, isItem);
  const children = childSymbols(model, value, schemas);
  return {
    name: name.trim() === "" ? '""' : name,
    kind: symbolKind(value),
    ...(detail && { detail }),
    range: lines.rangeOf(whole),
    selectionRange: lines.rangeOf(selection.start >= whole.start && selection.end <= whole.end ? selection : whole),
    children,
  };
}

function detailOf(value: Node, schemas: Schemas, isItem: boolean): string {
  if (value.kind === "alias") return `*${value.name}`;
  if (value.kind !== "scalar" || value.value === null || isItem) return "";
  if (isSecret(schemas)) return "secret";
  const text = String(value.value).replace(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function symbolKind(node: Node): SymbolKind {
  const target = dereference(node);
  if (target?.kind === "map") return SymbolKind.Module;
  if (target?.kind === "sequence") return SymbolKind.Array;
  if (target?.kind !== "scalar") return SymbolKind.Null;
  if (typeof target.value === "number") return SymbolKind.Number;
  if (typeof target.value === "boolean") return SymbolKind.Boolean;
  return target.value === null ? SymbolKind.Null : SymbolKind.String;
}
