import { type Schema, typesOf } from "../schema/json-schema.ts";
import { childSchema, type Schemas, schemasAt } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { columnOf, type FileLayout, layoutOf } from "../yaml/layout.ts";
import { nodeAt } from "../yaml/navigate.ts";
import { dereference, isAbsent, keyText, type MapNode, type Node, type NodePath, type PairNode } from "../yaml/node.ts";
import type { Notation } from "../yaml/source.ts";
import { writeKey, writeScalar } from "../yaml/write-scalar.ts";
import { keyWithRequired, requiredEntries } from "./skeleton.ts";

/** An entry that a mapping does not have yet, and how it is written. */
export interface NewEntry {
  readonly key: string;
  /** In block style, its key at a column; further lines are indented from there. */
  readonly block: (column: number, layout: FileLayout) => string;
  readonly flow: (notation: Notation) => string;
}

/**
 * Edits that add keys to the mapping at a path, each with everything its schema requires, each at its place in schema order:
 * behind the last present key that comes before it. Empty when the mapping can not be found or is not a mapping.
 */
export function missingKeyEdits(
  model: Pick<FileModel, "source" | "root" | "schema">,
  path: NodePath,
  keys: readonly string[],
): readonly OffsetEdit[] {
  return newEntryEdits(model, path, entriesOf(schemasAt(model.schema, model.root, path), keys));
}

/**
 * Edits that add entries to the mapping at a path, each at its place in schema order; keys that the schema does not know come last. Empty
 * when the mapping can not be found or is not a mapping.
 */
export function newEntryEdits(
  model: Pick<FileModel, "source" | "root" | "schema">,
  path: NodePath,
  entries: readonly NewEntry[],
): readonly OffsetEdit[] {
  const schemas = schemasAt(model.schema, model.root, path);
  if (entries.length === 0) return [];
  const node = dereference(nodeAt(model.root, path));
  if (!node || isAbsent(node)) return emptyMappingEdits(model, path, node, entries);
  if (node.kind !== "map") return [];
  if (node.flow) return unfolded(model, path, node, entries) ?? [flowEdit(model, node, entries)];
  return blockEdits(model, node, entries, propertyOrder(schemas));
}

function entriesOf(schemas: Schemas, keys: readonly string[]): readonly NewEntry[] {
  return keys.flatMap((key) => {
    const schema = schemas.map((candidate) => childSchema(candidate, key)).find((child) => child !== undefined);
    return schema ? [skeletonEntry(key, resolve(schema))] : [];
  });
}

function skeletonEntry(key: string, schema: Schema): NewEntry {
  return {
    key,
    block: (column, layout) => keyWithRequired(key, schema, column, layout, false),
    flow: (notation) => `${writeKey(key, notation)}: ${flowValue(schema, notation)}`,
  };
}

/** Entries one below the other. */
function blockText(entries: readonly NewEntry[], column: number, layout: FileLayout): string {
  return entries.map((entry) => entry.block(column, layout)).join(layout.lineBreak + " ".repeat(column));
}

function propertyOrder(schemas: Schemas): readonly string[] {
  return schemas.flatMap((schema) => Object.keys(schema.properties ?? {}));
}

/** The key stands there with nothing behind it, or the file is empty. */
function emptyMappingEdits(
  model: Pick<FileModel, "source" | "root" | "schema">,
  path: NodePath,
  node: Node | undefined,
  entries: readonly NewEntry[],
): readonly OffsetEdit[] {
  const layout = layoutOf(model.source);
  if (path.length === 0)
    return [
      { start: model.source.text.length, end: model.source.text.length, newText: rootText(model, entries, layout) },
    ];
  const parent = dereference(nodeAt(model.root, path.slice(0, -1)));
  const pair =
    parent?.kind === "map"
      ? parent.pairs.find((candidate) => keyText(candidate.key) === String(path.at(-1)))
      : undefined;
  if (!pair || !node) return [];
  const column = columnOf(model.source, pair.key.start) + layout.step;
  return [below(model, pair, blockText(entries, column, layout), column)];
}

function below(
  model: Pick<FileModel, "source" | "root" | "schema">,
  pair: PairNode,
  text: string,
  column: number,
): OffsetEdit {
  const { lines } = model.source;
  const end = lines.lineEnd(lines.lineOf(pair.key.end));
  return { start: end, end, newText: layoutOf(model.source).lineBreak + " ".repeat(column) + text };
}

/** `{}` behind the key of a block mapping says "nothing yet": block style takes its place. Undefined for any other mapping. */
function unfolded(
  model: Pick<FileModel, "source" | "root" | "schema">,
  path: NodePath,
  map: MapNode,
  entries: readonly NewEntry[],
): readonly OffsetEdit[] | undefined {
  const parent = dereference(nodeAt(model.root, path.slice(0, -1)));
  const isBlock = model.source.notation === "yaml" && map.pairs.length === 0;
  if (!isBlock || path.length === 0 || parent?.kind !== "map" || parent.flow) return undefined;
  const pair = parent.pairs.find((candidate) => candidate.value === map);
  const { lines, text } = model.source;
  if (!pair || map.anchor !== undefined || lines.lineOf(pair.key.end) !== lines.lineOf(map.end)) return undefined;
  if (/#/.test(text.slice(map.start, map.end))) return undefined;
  const layout = layoutOf(model.source);
  const column = columnOf(model.source, pair.key.start) + layout.step;
  const colon = text.indexOf(":", pair.key.end) + 1;
  return [{ start: colon, end: map.end, newText: "" }, below(model, pair, blockText(entries, column, layout), column)];
}

function rootText(
  model: Pick<FileModel, "source" | "root" | "schema">,
  entries: readonly NewEntry[],
  layout: FileLayout,
): string {
  const lead = model.source.text === "" || /[\r\n]$/.test(model.source.text) ? "" : layout.lineBreak;
  return `${lead}${blockText(entries, 0, layout)}${layout.lineBreak}`;
}

function flowEdit(
  model: Pick<FileModel, "source" | "root" | "schema">,
  map: MapNode,
  entries: readonly NewEntry[],
): OffsetEdit {
  const text = entries.map((entry) => entry.flow(model.source.notation)).join(", ");
  const last = map.pairs.at(-1);
  if (!last) return { start: map.start + 1, end: map.start + 1, newText: text };
  return { start: last.end, end: last.end, newText: `, ${text}` };
}

function flowEntries(entries: readonly (readonly [key: string, schema: Schema])[], notation: Notation): string {
  return entries.map(([key, schema]) => `${writeKey(key, notation)}: ${flowValue(schema, notation)}`).join(", ");
}

/** Value of a schema in flow style. */
function flowValue(schema: Schema, notation: Notation): string {
  const target = resolve(schema);
  const known = [target.const, target.default, target.enum?.[0], target.examples?.[0]].find(isScalar);
  if (known !== undefined) return writeScalar(known, notation);
  const types = typesOf(target);
  if (types.includes("object")) return `{${flowEntries(requiredEntries(target), notation)}}`;
  if (types.includes("array")) return "[]";
  if (types.includes("boolean")) return "true";
  return types.includes("integer") || types.includes("number") ? String(target.minimum ?? 1) : '""';
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function blockEdits(
  model: Pick<FileModel, "source" | "root" | "schema">,
  map: MapNode,
  entries: readonly NewEntry[],
  order: readonly string[],
): readonly OffsetEdit[] {
  const layout = layoutOf(model.source);
  const column = columnOf(model.source, map.pairs[0]?.key.start ?? map.start);
  const groups = new Map<PairNode | undefined, NewEntry[]>();
  for (const entry of entries) {
    const anchor = pairBefore(map, entry.key, order);
    groups.set(anchor, [...(groups.get(anchor) ?? []), entry]);
  }
  return [...groups].map(([anchor, group]) => {
    const text = blockText(group, column, layout);
    if (!anchor)
      return { start: map.start, end: map.start, newText: `${text}${layout.lineBreak}${" ".repeat(column)}` };
    const offset = endOfEntry(model, anchor);
    return { start: offset, end: offset, newText: `${layout.lineBreak}${" ".repeat(column)}${text}` };
  });
}

/** The present pair after which a key belongs: the last one that precedes it in schema order. Undefined: at the start. */
function pairBefore(map: MapNode, key: string, order: readonly string[]): PairNode | undefined {
  const known = order.indexOf(key);
  const place = known === -1 ? order.length : known;
  const before = map.pairs.filter((pair) => {
    const other = order.indexOf(keyText(pair.key) ?? "");
    return other === -1 || other < place;
  });
  return before.at(-1);
}

/** End of the last line of a pair, its trailing comment included. */
function endOfEntry(model: Pick<FileModel, "source" | "root" | "schema">, pair: PairNode): number {
  const { lines } = model.source;
  return lines.lineEnd(lines.lineOf(pair.end));
}
