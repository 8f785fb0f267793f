import { childOf } from "./navigate.ts";
import { keyText, type Node } from "./node.ts";
import type { Source } from "./source.ts";

/** How a file is written, to write further text alike. */
export interface FileLayout {
  /** Spaces of one indentation step. */
  readonly step: number;
  /** true when list items are indented below their key, false when the dash stands under the key. */
  readonly indentedLists: boolean;
  readonly lineBreak: string;
}

/** Layout of a file by its first nested mapping and first list; two spaces, indented lists and `\n` where nothing shows it. */
export function layoutOf(source: Source): FileLayout {
  const root = source.file.documents[0].root;
  const found: { step?: number; indentedLists?: boolean } = {};
  if (root) inspect(root, source, found);
  return {
    step: found.step ?? 2,
    indentedLists: found.indentedLists ?? true,
    lineBreak: source.text.includes("\r\n") ? "\r\n" : "\n",
  };
}

function inspect(node: Node, source: Source, found: { step?: number; indentedLists?: boolean }): void {
  if (found.step !== undefined && found.indentedLists !== undefined) return;
  if (node.kind === "sequence") {
    for (const item of node.items) inspect(item, source, found);
    return;
  }
  if (node.kind !== "map" || node.flow) return;
  for (const pair of node.pairs) {
    const value = childOf(node, keyText(pair.key) ?? "");
    if (!value || value.kind === "alias") continue;
    const inner = columnOf(source, value.start) - columnOf(source, pair.key.start);
    const ownLine = source.lines.lineOf(value.start) > source.lines.lineOf(pair.key.start);
    if (value.kind === "map" && !value.flow && ownLine && inner > 0) found.step ??= inner;
    if (value.kind === "sequence" && !value.flow && ownLine) found.indentedLists ??= inner > 0;
    inspect(value, source, found);
  }
}

/** Column of an offset, from 0. */
export function columnOf(source: Source, offset: number): number {
  return source.lines.positionAt(offset).character;
}
