import type { Range, WorkspaceEdit } from "vscode-languageserver-types";
import type { FileModel } from "../../tenants/file-model.ts";
import { applyOffsetEdits, type OffsetEdit } from "../../text/offset-edit.ts";
import { columnOf, layoutOf } from "../../yaml/layout.ts";
import { locate, nodeAt } from "../../yaml/navigate.ts";
import {
  behindColon,
  type MapNode,
  type Node,
  type NodePath,
  type PairNode,
  type SequenceNode,
} from "../../yaml/node.ts";
import { haveSameValues } from "../../yaml/same-value.ts";
import { parseSource, type Source } from "../../yaml/source.ts";
import { editOf } from "../offer.ts";

/** What a refactoring works on: a value with the collection it stands in. */
export interface Place {
  readonly model: FileModel;
  readonly source: Source;
  readonly path: NodePath;
  readonly node: Node;
  /** The pair whose value the node is; undefined for an item and for the root. */
  readonly pair: PairNode | undefined;
  readonly parent: MapNode | SequenceNode | undefined;
}

/** The value at the start of a range, or whose key stands there. Undefined outside of the configuration. */
export function placeAt(model: FileModel, range: Range): Place | undefined {
  const { source, root } = model;
  const location = locate(root, source.lines.offsetAt(range.start));
  return location && { model, source, ...withParent(root, location.path, location.node, location.pair) };
}

/** The places from a value up to the root, the value itself first. */
export function placesUp(place: Place): readonly Place[] {
  const places: Place[] = [place];
  for (let length = place.path.length - 1; length >= 0; length--) {
    const path = place.path.slice(0, length);
    const node = nodeAt(place.model.root, path);
    if (node) places.push({ ...place, ...withParent(place.model.root, path, node, undefined) });
  }
  return places;
}

function withParent(
  root: Node | undefined,
  path: NodePath,
  node: Node,
  known: PairNode | undefined,
): Pick<Place, "path" | "node" | "pair" | "parent"> {
  const above = path.length === 0 ? undefined : nodeAt(root, path.slice(0, -1));
  const parent = above?.kind === "map" || above?.kind === "sequence" ? above : undefined;
  const pair = known ?? (parent?.kind === "map" ? parent.pairs.find(({ value }) => value === node) : undefined);
  return { path, node, pair, parent };
}

/** Offset behind which the value is written: behind the colon of its key, where it begins in a list, 0 for the root. */
export function valueStart({ node, pair, source }: Place): number {
  return pair ? behindColon(source.text, pair.key.end) : startWithProperties(source, node);
}

/** Start of a node with its anchor, when that stands on the same line. */
export function startWithProperties(source: Source, node: Node): number {
  if (node.anchor === undefined) return node.start;
  const before = source.text.slice(0, node.start);
  const properties = `&${node.anchor}`;
  const at = before.lastIndexOf(properties);
  return at !== -1 && before.slice(at + properties.length).trim() === "" ? at : node.start;
}

/** Column at which the lines of a block value of a place begin. */
export function blockColumn({ node, pair, source }: Place, isList: boolean): number {
  const { step, indentedLists } = layoutOf(source);
  if (!pair) return columnOf(source, node.start);
  return columnOf(source, pair.key.start) + (isList && !indentedLists ? 0 : step);
}

/** true for a value in block style, or the root. */
export function standsInBlock({ parent }: Place): boolean {
  return parent === undefined || !parent.flow;
}

/** Lines behind the first one of a text, moved by a number of columns; blank ones are left alone. */
export function shiftLines(text: string, columns: number): string {
  return text.replace(/(\r\n|\n|\r)( *)(?=[^\r\n ])/g, (_, lineBreak: string, spaces: string) => {
    return lineBreak + " ".repeat(Math.max(0, spaces.length + columns));
  });
}

/** The edit of a refactoring; undefined when the text would then read differently or have more faults. */
export function verified(model: FileModel, edits: readonly OffsetEdit[]): WorkspaceEdit | undefined {
  if (edits.length === 0) return undefined;
  const after = parseSource(applyOffsetEdits(model.source.text, edits), model.source.notation).file;
  const before = model.source.file;
  const isFaultless = after.problems.length <= before.problems.length;
  return isFaultless && haveSameValues(before, after) ? editOf(model, edits) : undefined;
}
