import { someItem, somePair } from "./navigate.ts";
import type { Node } from "./node.ts";
import type { Source } from "./source.ts";

/** How a file is written, to write further text alike. */
export interface FileLayout {
  /** Spaces of one indentation step. */
  readonly step: number;
  /** true when list items are indented below their key, false when the dash stands under the key. */
  readonly indentedLists: boolean;
  readonly lineBreak: string;
}

const layouts = new WeakMap<Source, FileLayout>();

/** Layout of a file by its first nested mapping and first list; two spaces, indented lists and `\n` where nothing shows it. */
export function layoutOf(source: Source): FileLayout {
  const known = layouts.get(source);
  if (known) return known;
  const found: Found = {};
  const root = source.file.documents[0].root;
  if (root) inspect(root, source, found);
  const layout: FileLayout = {
    step: found.step ?? 2,
    indentedLists: found.indentedLists ?? true,
    lineBreak: source.text.includes("\r\n") ? "\r\n" : "\n",
  };
  layouts.set(source, layout);
  return layout;
}

interface Found {
  step?: number;
  indentedLists?: boolean;
}

/** Looks at nodes in document order until everything is found; true when it is. */
function inspect(node: Node, source: Source, found: Found): boolean {
  if (node.kind === "sequence") return someItem(node, (item) => inspect(item, source, found));
  if (node.kind !== "map" || node.flow) return false;
  return somePair(node, ({ key, value }) => {
    if (value.kind === "alias") return false;
    const inner = columnOf(source, value.start) - columnOf(source, key.start);
    const ownLine = source.lines.lineOf(value.start) > source.lines.lineOf(key.start);
    if (value.kind === "map" && !value.flow && ownLine && inner > 0) found.step ??= inner;
    if (value.kind === "sequence" && !value.flow && ownLine) found.indentedLists ??= inner > 0;
    return (found.step !== undefined && found.indentedLists !== undefined) || inspect(value, source, found);
  });
}

/** Column of an offset, from 0. */
export function columnOf(source: Source, offset: number): number {
  return source.lines.positionAt(offset).character;
}
