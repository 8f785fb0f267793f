import type { JsonValue, Operation } from "../schema/problem.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { holdsComment } from "../yaml/comment-places.ts";
import { columnOf, type FileLayout, layoutOf } from "../yaml/layout.ts";
import { nodeAt } from "../yaml/navigate.ts";
import { dereference, isAbsent, type Node, type NodePath, type SequenceNode } from "../yaml/node.ts";
import type { Notation, Source } from "../yaml/source.ts";
import { writeKey, writeScalar } from "../yaml/write-scalar.ts";
import { newEntryEdits } from "./add-keys.ts";
import { type FixedFile, renameKey, replaceValue } from "./entry-edits.ts";
import { removeEntryEdits } from "./remove-key.ts";

/** Edits of a file that make some steps of a change; undefined when one of them can not be made without losing something. */
export function operationEdits(
  model: FixedFile,
  base: NodePath,
  operations: readonly Operation[],
): readonly OffsetEdit[] | undefined {
  const edits: OffsetEdit[] = [];
  for (const operation of operations) {
    const made = editsOf(model, operation, [...base, ...operation.path], base);
    if (made.length === 0) return undefined;
    edits.push(...made);
  }
  return edits;
}

function editsOf(model: FixedFile, operation: Operation, path: NodePath, base: NodePath): readonly OffsetEdit[] {
  switch (operation.do) {
    case "set":
      return setEdits(model, path, operation.value);
    case "append":
      return appendEdits(model, path, operation.value);
    case "remove":
      return removalEdits(model, path);
    case "rename":
      return renameKey(model, path, operation.name);
    case "swap":
      return swapEdits(model, path, [...base, ...operation.with]);
  }
}

/** Writes a value where another one stands, or an entry with its missing parents where none does. */
function setEdits(model: FixedFile, path: NodePath, value: JsonValue): readonly OffsetEdit[] {
  const node = nodeAt(model.root, path);
  if (node && !isAbsent(node)) return replacement(model, path, node, value);
  const present = path.findLastIndex((_, depth) => {
    const parent = dereference(nodeAt(model.root, path.slice(0, depth)));
    return parent?.kind === "map" && !(depth > 0 && isAbsent(parent));
  });
  const depth = Math.max(0, present);
  const key = path[depth];
  if (typeof key !== "string") return [];
  const nested = path.slice(depth + 1).reduceRight<JsonValue>((inner, step) => ({ [String(step)]: inner }), value);
  if (node) return behindKey(model, node, value);
  const target = dereference(nodeAt(model.root, path.slice(0, depth)));
  if (depth > 0 && target?.kind !== "map") return [];
  return newEntryEdits(model, path.slice(0, depth), [entryOf(key, nested)]);
}

/** A value behind a key that has none. */
function behindKey({ source }: FixedFile, node: Node, value: JsonValue): readonly OffsetEdit[] {
  return [{ start: node.start, end: node.start, newText: ` ${flowText(value, source.notation)}` }];
}

function entryOf(key: string, value: JsonValue): Parameters<typeof newEntryEdits>[2][number] {
  return {
    key,
    block: (column, layout) => blockEntry(key, value, column, layout),
    flow: (notation) => `${writeKey(key, notation)}: ${flowText(value, notation)}`,
  };
}

function replacement(model: FixedFile, path: NodePath, written: Node, value: JsonValue): readonly OffsetEdit[] {
  const node = dereference(written);
  const { source } = model;
  if (isScalar(value) && node?.kind === "scalar" && written.kind !== "alias") {
    return replaceValue(model, path, value ?? "");
  }
  if (holdsComment(source, written)) return [];
  const text = isScalar(value) ? writeScalar(value, source.notation) : flowText(value, source.notation);
  return [{ start: written.start, end: written.end, newText: text }];
}

function appendEdits(model: FixedFile, path: NodePath, value: JsonValue): readonly OffsetEdit[] {
  const list = dereference(nodeAt(model.root, path));
  if (!list || isAbsent(list)) return setEdits(model, path, [value]);
  if (list.kind !== "sequence") return [];
  return list.flow || list.items.length === 0 ? appendInFlow(model, list, value) : appendInBlock(model, list, value);
}

function appendInFlow({ source }: FixedFile, list: SequenceNode, value: JsonValue): readonly OffsetEdit[] {
  const text = flowText(value, source.notation);
  const last = list.items.at(-1);
  const at = last ? last.end : list.start + 1;
  return [{ start: at, end: at, newText: last ? `, ${text}` : text }];
}

function appendInBlock({ source }: FixedFile, list: SequenceNode, value: JsonValue): readonly OffsetEdit[] {
  const layout = layoutOf(source);
  const column = columnOf(source, list.start);
  const last = list.items.at(-1) ?? list;
  const end = source.lines.lineEnd(source.lines.lineOf(last.end));
  const item =
    isScalar(value) || Array.isArray(value) ? flowText(value, source.notation) : blockMap(value, column + 2, layout);
  return [{ start: end, end, newText: `${layout.lineBreak}${" ".repeat(column)}- ${item}` }];
}

/** Removes an entry with its lines; nothing when a comment would go with it, or when nothing would be left. */
function removalEdits(model: FixedFile, path: NodePath): readonly OffsetEdit[] {
  const collection = dereference(nodeAt(model.root, path.slice(0, -1)));
  if (collection?.kind !== "map" && collection?.kind !== "sequence") return [];
  const entries = collection.kind === "map" ? collection.pairs : collection.items;
  const target = nodeAt(model.root, path);
  const index =
    collection.kind === "map" ? collection.pairs.findIndex(({ value }) => value === target) : Number(path.at(-1));
  const simple = removeEntryEdits(model.source, collection, index);
  const entry = entries[index];
  if (simple.length > 0 || collection.flow || entries.length === 1 || !entry) return simple;
  return removedLines(model.source, entry, collection.kind === "sequence");
}

function removedLines(
  source: Source,
  entry: { readonly start: number; readonly end: number },
  isItem: boolean,
): readonly OffsetEdit[] {
  const { lines, text } = source;
  const range = {
    start: lines.lineStart(lines.lineOf(entry.start)),
    end: lines.lineStart(lines.lineOf(entry.end) + 1),
  };
  const before = text.slice(range.start, entry.start);
  const isWhole = (isItem ? /^ *- *$/ : /^ *$/).test(before);
  return isWhole && !holdsComment(source, range) ? [{ ...range, newText: "" }] : [];
}

function swapEdits(model: FixedFile, path: NodePath, other: NodePath): readonly OffsetEdit[] {
  const nodes = [nodeAt(model.root, path), nodeAt(model.root, other)];
  const [a, b] = nodes;
  if (a?.kind !== "scalar" || b?.kind !== "scalar" || isAbsent(a) || isAbsent(b)) return [];
  const { text } = model.source;
  return [
    { start: a.start, end: a.end, newText: text.slice(b.start, b.end) },
    { start: b.start, end: b.end, newText: text.slice(a.start, a.end) },
  ];
}

function isScalar(value: JsonValue): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

/** A value on one line. */
function flowText(value: JsonValue, notation: Notation): string {
  if (isScalar(value)) return writeScalar(value, notation);
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item, notation)).join(", ")}]`;
  const entries = Object.entries(value).map(
    ([key, child]) => `${writeKey(key, notation)}: ${flowText(child, notation)}`,
  );
  return `{${entries.join(", ")}}`;
}

/** An entry of a block mapping whose key stands at a column: scalars and lists of scalars on its line, the rest below. */
function blockEntry(key: string, value: JsonValue, column: number, layout: FileLayout): string {
  const name = writeKey(key);
  if (isScalar(value) || isEmpty(value) || (Array.isArray(value) && value.every(isScalar)))
    return `${name}: ${flowText(value, "yaml")}`;
  if (Array.isArray(value))
    return `${name}:${blockList(value, column + (layout.indentedLists ? layout.step : 0), layout)}`;
  const inner = column + layout.step;
  return `${name}:${layout.lineBreak}${" ".repeat(inner)}${blockMap(value, inner, layout)}`;
}

function blockMap(value: JsonValue, column: number, layout: FileLayout): string {
  if (isScalar(value) || Array.isArray(value) || isEmpty(value)) return flowText(value, "yaml");
  const entries = Object.entries(value).map(([key, child]) => blockEntry(key, child, column, layout));
  return entries.join(layout.lineBreak + " ".repeat(column));
}

function blockList(items: readonly JsonValue[], column: number, layout: FileLayout): string {
  const lead = layout.lineBreak + " ".repeat(column);
  return items.map((item) => `${lead}- ${blockMap(item, column + 2, layout)}`).join("");
}

function isEmpty(value: JsonValue): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
