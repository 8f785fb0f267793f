import { addAll } from "../text/add-all.ts";
import { BlockMap, BlockSequence, isBlock, itemsOf, pairsOf, segmentAt } from "./block.ts";
import {
  dereference,
  keyText,
  type MapNode,
  type Node,
  type NodePath,
  type PairNode,
  type SequenceNode,
} from "./node.ts";

/** Key of a merge: its value's pairs count as pairs of the mapping itself unless the mapping has the key. */
export const MERGE_KEY = "<<";

/** Most merges that are followed from one mapping; a loop of merges ends here. */
const MAXIMUM_MERGES = 64;

/** Mappings with more pairs than this are looked up in a table instead of pair by pair. */
const FEW_PAIRS = 32;

/** Tables of large mappings. Trees never change, so a table is good for as long as its mapping. */
const tables = new WeakMap<MapNode, ReadonlyMap<string, PairNode>>();

/** Pair of a mapping by its key text, own pairs before merged ones; the last own pair wins as in a loader. */
export function findPair(map: MapNode, key: string): PairNode | undefined {
  if (!(map instanceof BlockMap) && map.pairs.length > FEW_PAIRS && key !== MERGE_KEY)
    return effectivePairs(map).get(key);
  return ownPair(map, key) ?? mergedPair(map, key, { left: MAXIMUM_MERGES });
}

/** Pair of a mapping by its key text, without merged ones; the last one wins. Undefined when there is none. */
export function ownPair(map: MapNode, key: string): PairNode | undefined {
  if (map instanceof BlockMap) return map.find(key);
  for (let index = map.pairs.length - 1; index >= 0; index--) {
    const pair = map.pairs[index];
    if (pair && keyText(pair.key) === key) return pair;
  }
  return undefined;
}

function mergedPair(map: MapNode, key: string, budget: { left: number }): PairNode | undefined {
  for (const source of mergeSources(map)) {
    if (budget.left-- <= 0) return undefined;
    const found = ownPair(source, key) ?? mergedPair(source, key, budget);
    if (found) return found;
  }
  return undefined;
}

/** Mappings that `<<` brings in, in the order in which they are asked for a key. */
export function mergeSources(map: MapNode): readonly MapNode[] {
  const merge = ownPair(map, MERGE_KEY);
  if (!merge) return [];
  const value = dereference(merge.value);
  if (value?.kind === "map") return [value];
  if (value?.kind !== "sequence") return [];
  return value.items.map(dereference).filter((item): item is MapNode => item?.kind === "map");
}

/** The merge sources of a mapping, their merge sources, and so on. */
export function allMergeSources(map: MapNode): readonly MapNode[] {
  const found: MapNode[] = [];
  const open = [...mergeSources(map)];
  for (let source = open.shift(); source && found.length < MAXIMUM_MERGES; source = open.shift()) {
    found.push(source);
    addAll(open, mergeSources(source));
  }
  return found;
}

/** Every pair of a mapping after merging, keyed by key text: own pairs first, then merged ones that they do not hide. */
export function effectivePairs(map: MapNode): ReadonlyMap<string, PairNode> {
  const known = tables.get(map);
  if (known) return known;
  const pairs = new Map<string, PairNode>();
  const budget = { left: MAXIMUM_MERGES };
  collectPairs(map, pairs, budget);
  if (map.pairs.length > FEW_PAIRS) tables.set(map, pairs);
  return pairs;
}

function collectPairs(map: MapNode, pairs: Map<string, PairNode>, budget: { left: number }): void {
  const own = new Set<string>();
  for (const pair of map.pairs) {
    const key = keyText(pair.key);
    if (key === undefined || key === MERGE_KEY) continue;
    if (!pairs.has(key) || own.has(key)) pairs.set(key, pair);
    own.add(key);
  }
  for (const source of mergeSources(map)) {
    if (budget.left-- <= 0) return;
    collectPairs(source, pairs, budget);
  }
}

/** Child of a node by key or index, through aliases and merges; undefined when there is none. The child may be an alias itself. */
export function childOf(node: Node | undefined, step: string | number): Node | undefined {
  const target = dereference(node);
  if (target?.kind === "map") return findPair(target, String(step))?.value;
  return target?.kind === "sequence" ? itemAt(target, Number(step)) : undefined;
}

/** Item of a list by its index from 0; undefined when there is none. */
export function itemAt(list: SequenceNode, index: number): Node | undefined {
  return list instanceof BlockSequence ? list.at(index) : list.items[index];
}

/** true when a test holds for an item of a list. Looks no further than it has to. */
export function someItem(list: SequenceNode, test: (item: Node) => boolean): boolean {
  return isBlock(list) ? list.segments.some((segment) => itemsOf(segment).some(test)) : list.items.some(test);
}

/** true when a test holds for an own pair of a mapping. Looks no further than it has to. */
export function somePair(map: MapNode, test: (pair: PairNode) => boolean): boolean {
  return isBlock(map) ? map.segments.some((segment) => pairsOf(segment).some(test)) : map.pairs.some(test);
}

/** Number of entries of a collection. */
export function sizeOf(collection: MapNode | SequenceNode): number {
  if (isBlock(collection)) return collection.size;
  return collection.kind === "map" ? collection.pairs.length : collection.items.length;
}

/** Node at a path, through aliases and merges; undefined when a step leads nowhere. */
export function nodeAt(root: Node | undefined, path: NodePath): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => childOf(node, step), root);
}

/** The scalar a node stands for, when it is text; undefined otherwise. */
export function stringValue(node: Node | undefined): string | undefined {
  const target = dereference(node);
  return target?.kind === "scalar" && typeof target.value === "string" ? target.value : undefined;
}

/** Where an offset stands in the tree. */
export interface NodeLocation {
  /** Path of the innermost node that covers the offset. */
  readonly path: NodePath;
  readonly node: Node;
  /** The pair whose key covers the offset; `path` then ends with that key. */
  readonly pair: PairNode | undefined;
  readonly onKey: boolean;
  /** true when the offset stands within `[…]` or `{…}`. */
  readonly inFlow: boolean;
}

/** Innermost node that covers an offset (its end included), without following aliases; undefined outside the root. */
export function locate(root: Node | undefined, offset: number): NodeLocation | undefined {
  if (!root || offset < root.start || offset > root.end) return undefined;
  const path: (string | number)[] = [];
  let location: NodeLocation = { path, node: root, pair: undefined, onKey: false, inFlow: false };
  for (;;) {
    const next = descend(location.node, offset);
    if (!next) return { ...location, path };
    path.push(next.step);
    const inFlow = location.inFlow || ("flow" in location.node && location.node.flow);
    location = { path, node: next.node, pair: next.pair, onKey: next.onKey, inFlow };
    if (next.onKey) return location;
  }
}

interface Descent {
  readonly step: string | number;
  readonly node: Node;
  readonly pair: PairNode | undefined;
  readonly onKey: boolean;
}

function descend(node: Node, offset: number): Descent | undefined {
  if (node.kind === "scalar" || node.kind === "alias") return undefined;
  const near = isBlock(node) ? segmentAt(node, offset) : undefined;
  if (isBlock(node) && !near) return undefined;
  if (node.kind === "sequence") {
    return descendInto(near ? itemsOf(near.segment) : node.items, near?.index ?? 0, offset);
  }
  for (const pair of near ? pairsOf(near.segment) : node.pairs) {
    const key = keyText(pair.key);
    if (key === undefined) continue;
    if (covers(pair.key, offset)) return { step: key, node: pair.value, pair, onKey: true };
    if (covers(pair.value, offset)) return { step: key, node: pair.value, pair, onKey: false };
  }
  return undefined;
}

function descendInto(items: readonly Node[], before: number, offset: number): Descent | undefined {
  const index = items.findIndex((item) => covers(item, offset));
  const item = items[index];
  return item && { step: before + index, node: item, pair: undefined, onKey: false };
}

function covers(node: Node, offset: number): boolean {
  return node.start <= offset && offset <= node.end && node.end > node.start;
}
