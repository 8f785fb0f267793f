import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { nodeAt } from "../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type NodePath, type SequenceNode } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";

/**
 * Edits that remove an entry from the mapping at a path. Empty when that would take more with it than the entry: when it
 * spans lines, carries an anchor or a comment, or shares its line with a dash.
 */
export function removeKeyEdits(
  model: Pick<FileModel, "source" | "root" | "schema">,
  path: NodePath,
  key: string,
): readonly OffsetEdit[] {
  const map = dereference(nodeAt(model.root, path));
  if (map?.kind !== "map") return [];
  return removeEntryEdits(
    model.source,
    map,
    map.pairs.findIndex((pair) => keyText(pair.key) === key),
  );
}

/** Edits that remove the entry of a collection with an index. Empty when it is the only one, or would take more with it than itself. */
export function removeEntryEdits(
  source: Source,
  collection: MapNode | SequenceNode,
  index: number,
): readonly OffsetEdit[] {
  const entries = collection.kind === "map" ? collection.pairs : collection.items;
  const entry = entries[index];
  if (!entry || entries.length === 1 || anchorOf(collection, index) !== undefined) return [];
  const { lines, text } = source;
  if (lines.lineOf(entry.start) !== lines.lineOf(entry.end)) return [];
  if (collection.flow) return flowEdits(entries, index, source);
  const line = lines.lineOf(entry.start);
  const written = lines.lineText(line).trim();
  const content = collection.kind === "sequence" ? written.replace(/^-[ \t]+/, "") : written;
  const isWhole = content === text.slice(entry.start, entry.end).trim();
  return isWhole ? [{ start: lines.lineStart(line), end: lines.lineStart(line + 1), newText: "" }] : [];
}

function anchorOf(collection: MapNode | SequenceNode, index: number): string | undefined {
  return collection.kind === "map" ? collection.pairs[index]?.value.anchor : collection.items[index]?.anchor;
}

function flowEdits(
  entries: readonly { readonly start: number; readonly end: number }[],
  index: number,
  { notation, text }: Source,
): readonly OffsetEdit[] {
  const entry = entries[index];
  if (!entry) return [];
  const next = entries[index + 1];
  const previous = entries[index - 1];
  const range = next
    ? { start: entry.start, end: next.start }
    : { start: previous?.end ?? entry.start, end: entry.end };
  const comment = notation === "json" ? /\/[/*]/ : /#/;
  return comment.test(text.slice(range.start, range.end)) ? [] : [{ ...range, newText: "" }];
}
