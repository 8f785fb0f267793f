import type { FileModel } from "../tenants/file-model.ts";
import { applyOffsetEdits, type OffsetEdit } from "../text/offset-edit.ts";
import { keyText, type MapNode, type Node, type NodePath, type PairNode } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";

/** Gives each key of a mapping its place: what is lower comes first. */
export type Ranks = (model: FileModel, path: NodePath, map: MapNode) => (key: string) => number;

/** A property with the comments that belong to it; the comma behind it is not a part of either text. */
interface Entry {
  readonly key: string;
  readonly pair: PairNode;
  /** Where the comments on the lines above begin, or the property. */
  readonly start: number;
  /** What stands between the comma and the end of the line: nothing, or a comment with the white space before it. */
  readonly tail: string;
  /** Behind the comma and the tail. */
  readonly end: number;
}

/** Replacements that put the properties of JSON objects into order; none overlaps another. Objects with other comments are left alone. */
export function jsonReplacements(model: FileModel, node: Node, path: NodePath, ranks: Ranks): readonly OffsetEdit[] {
  if (node.kind === "sequence")
    return node.items.flatMap((item, index) => jsonReplacements(model, item, [...path, index], ranks));
  if (node.kind !== "map") return [];
  const inner = node.pairs.flatMap((pair) =>
    jsonReplacements(model, pair.value, [...path, keyText(pair.key) ?? ""], ranks),
  );
  const entries = entriesOf(model.source, node);
  if (!entries) return inner;
  const rank = ranks(model, path, node);
  const order = [...entries].sort((a, b) => rank(a.key) - rank(b.key));
  const isSame = order.every((entry, index) => entry === entries[index]);
  return isSame ? inner : [reordered(model.source, entries, order, inner)];
}

function reordered(
  { text }: Source,
  entries: readonly Entry[],
  order: readonly Entry[],
  inner: readonly OffsetEdit[],
): OffsetEdit {
  const start = entries[0]?.start ?? 0;
  const end = entries.at(-1)?.end ?? start;
  const pieces = order.map((entry, index) => {
    const place = entries[index] ?? entry;
    const next = entries[index + 1];
    const hasComma = text.slice(place.pair.end, place.end - place.tail.length).includes(",");
    const edits = inner
      .filter((edit) => entry.start <= edit.start && edit.end <= entry.pair.end)
      .map((edit) => ({ ...edit, start: edit.start - entry.start, end: edit.end - entry.start }));
    const body = applyOffsetEdits(text.slice(entry.start, entry.pair.end), edits);
    return body + (hasComma ? "," : "") + entry.tail + (next ? text.slice(place.end, next.start) : "");
  });
  return { start, end, newText: pieces.join("") };
}

/** The properties of an object; undefined where a comment stands that belongs to none of them, or a key stands twice. */
function entriesOf(source: Source, map: MapNode): readonly Entry[] | undefined {
  const { text } = source;
  const entries: Entry[] = [];
  let before = map.start + 1;
  for (const [index, pair] of map.pairs.entries()) {
    const key = keyText(pair.key);
    const limit = map.pairs[index + 1]?.start ?? map.end - 1;
    const gap = text.slice(before, pair.start);
    const lead = /[\r\n][ \t]*((?:\/\/[^\r\n]*(?:\r\n|\n|\r)[ \t]*)*)$/.exec(gap)?.[1] ?? "";
    const rest = text.slice(pair.end, limit);
    const [behind = "", tail = ""] = /^(?:\s*,)?([ \t]*\/\/[^\r\n]*)?/.exec(rest) ?? [];
    if (key === undefined || gap.slice(0, gap.length - lead.length).trim() !== "") return undefined;
    if (entries.some((entry) => entry.key === key)) return undefined;
    before = pair.end + behind.length;
    // Without a comma, white space at the end belongs to the bracket.
    const end = behind.includes(",") || tail !== "" ? before : pair.end;
    entries.push({ key, pair, start: pair.start - lead.length, tail, end });
  }
  const last = entries.at(-1);
  const hasComments = entries.some(({ tail, start, pair }) => tail !== "" || start < pair.start);
  const sharesLine = entries
    .slice(1)
    .some(({ start }, index) => !/[\r\n]/.test(text.slice(entries[index]?.end, start)));
  if (hasComments && sharesLine) return undefined;
  return last && text.slice(last.end, map.end - 1).trim() === "" ? entries : undefined;
}
