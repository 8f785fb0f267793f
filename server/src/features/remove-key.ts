import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { nodeAt } from "../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type NodePath, type PairNode } from "../yaml/node.ts";

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
  const index = map.pairs.findIndex((pair) => keyText(pair.key) === key);
  const pair = map.pairs[index];
  if (!pair || pair.value.anchor !== undefined || map.pairs.length === 1) return [];
  const { lines, text } = model.source;
  if (lines.lineOf(pair.start) !== lines.lineOf(pair.end)) return [];
  if (map.flow) return flowEdits(map, index, pair, text);
  const line = lines.lineOf(pair.start);
  const whole = lines.lineText(line).trim() === text.slice(pair.start, pair.end).trim();
  return whole ? [{ start: lines.lineStart(line), end: lines.lineStart(line + 1), newText: "" }] : [];
}

function flowEdits(map: MapNode, index: number, pair: PairNode, text: string): readonly OffsetEdit[] {
  const next = map.pairs[index + 1];
  const previous = map.pairs[index - 1];
  const range = next ? { start: pair.start, end: next.start } : { start: previous?.end ?? pair.start, end: pair.end };
  return text.slice(range.start, range.end).includes("#") ? [] : [{ ...range, newText: "" }];
}
