import * as l10n from "@vscode/l10n";
import { CodeActionKind } from "vscode-languageserver-types";
import type { OffsetEdit } from "../../text/offset-edit.ts";
import { holdsComment } from "../../yaml/comment-places.ts";
import { columnOf, layoutOf } from "../../yaml/layout.ts";
import { effectivePairs, MERGE_KEY, mergeSources } from "../../yaml/navigate.ts";
import { keyText, type MapNode, type Node, type PairNode } from "../../yaml/node.ts";
import type { Source } from "../../yaml/source.ts";
import type { Offer } from "../offer.ts";
import { walkTree } from "../tree-walk.ts";
import {
  blockColumn,
  type Place,
  placesUp,
  shiftLines,
  standsInBlock,
  startWithProperties,
  valueStart,
  verified,
} from "./place.ts";

/** Offers to write what an alias or merge at a place stands for. Empty where there is none. */
export function inlineReferences(place: Place): readonly Offer[] {
  return [...aliasOffers(place), ...mergeOffers(place)];
}

function aliasOffers(place: Place): readonly Offer[] {
  const { model, node } = place;
  if (place.pair && keyText(place.pair.key) === MERGE_KEY) return [];
  const anchored = node.kind === "alias" ? node.target : anchoredNode(node);
  if (!anchored) return [];
  const name = node.kind === "alias" ? node.name : (node.anchor ?? "");
  const kind = CodeActionKind.RefactorInline;
  const offers: Offer[] = [];
  if (node.kind === "alias") {
    const edit = () => verified(model, inlinedAlias(place, anchored) ?? []);
    offers.push({ title: l10n.t`Replace \`*${name}\` by its value`, kind, isExpensive: true, edit });
  }
  const edit = () => verified(model, inlinedEverywhere(place, anchored) ?? []);
  offers.push({
    title: l10n.t`Replace all \`*${name}\` by its value and remove the anchor`,
    kind,
    isExpensive: true,
    edit,
  });
  return offers;
}

function anchoredNode(node: Node): Node | undefined {
  return node.anchor === undefined ? undefined : node;
}

/** Edits for all aliases of a node, and for its anchor. Undefined when one of them can not be replaced, or there is none. */
function inlinedEverywhere(place: Place, anchored: Node): readonly OffsetEdit[] | undefined {
  const edits: OffsetEdit[] = [];
  let isPossible = true;
  walkTree(place.model.root, ({ node, pair, parent, path }) => {
    if (node.kind !== "alias" || node.target !== anchored) return;
    const isValue = parent?.kind === "map" || parent?.kind === "sequence";
    const isMerge = pair !== undefined && keyText(pair.key) === MERGE_KEY;
    const own = isValue && !isMerge ? { ...place, node, pair, parent, path: [...path] } : undefined;
    const replaced = own && inlinedAlias(own, anchored);
    if (replaced) edits.push(...replaced);
    else isPossible = false;
  });
  const start = startWithProperties(place.source, anchored);
  if (!isPossible || edits.length === 0 || start === anchored.start) return undefined;
  const written = `&${anchored.anchor}`;
  const behind = place.source.text.slice(start + written.length, anchored.start);
  const isOnLine = !/[\r\n]/.test(behind);
  const end = isOnLine ? anchored.start : start + written.length;
  const from = isOnLine ? start : start - (/[ \t]*$/.exec(place.source.text.slice(0, start))?.[0].length ?? 0);
  return [...edits, { start: from, end, newText: "" }];
}

/** Edits that write the value of an anchored node in the place of an alias. Undefined when it holds comments or anchors of its own. */
export function inlinedAlias(place: Place, target: Node): readonly OffsetEdit[] | undefined {
  const { node, pair, source } = place;
  const text = source.text.slice(target.start, target.end);
  if (holdsComment(source, target) || holdsAnchors(target)) return undefined;
  if (!/[\r\n]/.test(text) && isOneLine(target)) return [{ start: node.start, end: node.end, newText: text }];
  if (!standsInBlock(place)) return undefined;
  const isScalar = target.kind === "scalar" || ("flow" in target && target.flow);
  const column = pair ? blockColumn(place, target.kind === "sequence") : columnOf(source, node.start);
  const shifted = shiftLines(text, column - (isScalar ? innerColumn(source, target) : columnOf(source, target.start)));
  if (isScalar || !pair) return [{ start: node.start, end: node.end, newText: shifted }];
  const { lineBreak } = layoutOf(source);
  return [{ start: valueStart(place), end: node.end, newText: `${lineBreak}${" ".repeat(column)}${shifted}` }];
}

function isOneLine(node: Node): boolean {
  return node.kind === "scalar" || ((node.kind === "map" || node.kind === "sequence") && node.flow);
}

/** Column of the least indented line of a node behind its first. */
function innerColumn(source: Source, node: Node): number {
  const lines = source.text
    .slice(node.start, node.end)
    .split(/\r\n|\n|\r/)
    .slice(1);
  const columns = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  return columns.length === 0 ? 0 : Math.min(...columns);
}

function holdsAnchors(root: Node): boolean {
  let found = false;
  walkTree(root, ({ node }) => {
    if (node !== root && node.anchor !== undefined) found = true;
  });
  return found;
}

function mergeOffers(place: Place): readonly Offer[] {
  const map = placesUp(place).find(({ node }) => node.kind === "map");
  const merge = map?.node.kind === "map" && !map.node.flow ? onlyMerge(map.node) : undefined;
  if (map?.node.kind !== "map" || !merge || mergeSources(map.node).length === 0) return [];
  const { node } = map;
  const edit = () => verified(place.model, expandedMerge(map.source, node, merge) ?? []);
  return [
    { title: l10n.t`Replace the merge by its keys`, kind: CodeActionKind.RefactorInline, isExpensive: true, edit },
  ];
}

function onlyMerge(map: MapNode): PairNode | undefined {
  const merges = map.pairs.filter(({ key }) => keyText(key) === MERGE_KEY);
  return merges.length === 1 ? merges[0] : undefined;
}

/**
 * Edits that write the keys that a merge brings in, and the mapping does not have, in the place of the merge. Undefined when there are none, or
 * they hold comments or anchors.
 */
export function expandedMerge(source: Source, map: MapNode, merge: PairNode): readonly OffsetEdit[] | undefined {
  const own = new Set(map.pairs);
  const brought = [...effectivePairs(map).values()].filter((pair) => !own.has(pair));
  if (brought.length === 0 || holdsComment(source, merge)) return undefined;
  const column = columnOf(source, merge.key.start);
  const lines: string[] = [];
  for (const pair of brought) {
    if (holdsComment(source, pair) || pair.value.anchor !== undefined || holdsAnchors(pair.value)) return undefined;
    const text = source.text.slice(pair.start, pair.end);
    lines.push(shiftLines(text, column - columnOf(source, pair.key.start)));
  }
  const separator = layoutOf(source).lineBreak + " ".repeat(column);
  return [{ start: merge.start, end: merge.end, newText: lines.join(separator) }];
}
