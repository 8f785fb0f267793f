import * as l10n from "@vscode/l10n";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { childSchemas, itemLabel, type Schemas, schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { findPair } from "../yaml/navigate.ts";
import { dereference, keyText, type Node } from "../yaml/node.ts";

/** Most entries of an outline. Of larger files the deepest levels are left out, so that what remains is complete. */
const MAXIMUM_SYMBOLS = 10_000;

/** What an outline has to know of a file. */
export type OutlinedFile = Pick<FileModel, "source" | "root" | "schema">;

/** Outline of a file: keys, and list items by their names instead of their indexes. Secrets are not shown. */
export function documentSymbols(model: OutlinedFile): DocumentSymbol[] {
  if (!model.root) return [];
  return childSymbols(model, model.root, schemasAt(model.schema, model.root, []), levelsWithin(model.root));
}

/** Levels of a tree, at least one, whose entries together are at most {@link MAXIMUM_SYMBOLS}. */
function levelsWithin(root: Node): number {
  let level: readonly Node[] = childrenOf(root);
  let total = level.length;
  for (let levels = 1; ; levels++) {
    const next = level.flatMap(childrenOf);
    total += next.length;
    if (next.length === 0 || total > MAXIMUM_SYMBOLS) return levels;
    level = next;
  }
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === "map") return node.pairs.map((pair) => pair.value);
  return node.kind === "sequence" ? node.items : [];
}

function childSymbols(model: OutlinedFile, node: Node, schemas: Schemas, levels: number): DocumentSymbol[] {
  if (levels === 0) return [];
  if (node.kind === "map") {
    return node.pairs.flatMap((pair) => {
      const name = keyText(pair.key);
      if (name === undefined) return [];
      return [
        symbol(
          model,
          { name, whole: pair, selection: pair.key, value: pair.value },
          childSchemas(schemas, name, pair.value),
          levels - 1,
        ),
      ];
    });
  }
  if (node.kind !== "sequence") return [];
  return node.items.map((item, index) => {
    const applicable = childSchemas(schemas, index, item);
    const name = itemName(item, index, applicable);
    // An item that nobody wrote yet stands behind the end of its list.
    const range = { start: Math.min(item.start, node.end), end: Math.min(item.end, node.end) };
    return symbol(model, { name, whole: range, selection: item, value: item }, applicable, levels - 1);
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

/** What one line of the outline is about. */
interface OutlineEntry {
  readonly name: string;
  readonly whole: OffsetRange;
  readonly selection: OffsetRange;
  readonly value: Node;
}

function symbol(model: OutlinedFile, entry: OutlineEntry, schemas: Schemas, levels: number): DocumentSymbol {
  const { name, whole, selection, value } = entry;
  const { lines } = model.source;
  const isItem = selection === value;
  const detail = detailOf(value, schemas, isItem);
  const children = childSymbols(model, value, schemas, levels);
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
  if (isSecret(schemas)) return l10n.t`secret`;
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
