import * as l10n from "@vscode/l10n";
import { CodeActionKind, type Range } from "vscode-languageserver-types";
import type { OffsetEdit } from "../../text/offset-edit.ts";
import { holdsComment } from "../../yaml/comment-places.ts";
import { columnOf, layoutOf } from "../../yaml/layout.ts";
import type { Node } from "../../yaml/node.ts";
import type { Offer } from "../offer.ts";
import { collectAnchorNames, walkTree } from "../tree-walk.ts";
import { type Place, placesUp, valueStart, verified } from "./place.ts";

/** Texts up to this length are searched for equal values wherever the cursor stands; larger ones where something is selected. */
const SMALL_TEXT = 20_000;

/** Shortest scalar that is worth an anchor of its own. */
const SHORTEST_SCALAR = 12;

/**
 * Offers to give the value at a range an anchor, and to write aliases for the values that are equal. A selection stands for the innermost
 * value that holds it, a cursor for the innermost collection or long text. Without a repetition only a selection is offered.
 */
export function extractAnchor(place: Place, range: Range): readonly Offer[] {
  const { model, source } = place;
  const [start, end] = [source.lines.offsetAt(range.start), source.lines.offsetAt(range.end)];
  const isSelected = start !== end;
  if (!isSelected && source.text.length > SMALL_TEXT) return [];
  const chosen = placesUp(place).find((candidate) => {
    return isWorthIt(candidate.node, isSelected) && candidate.node.end >= end && candidate.parent !== undefined;
  });
  if (!chosen || !isSelfContained(chosen)) return [];
  const places = equalPlaces(chosen);
  if (places.length < 2 && !isSelected) return [];
  const name = anchorName(chosen);
  const title =
    places.length < 2
      ? l10n.t`Add the anchor \`&${name}\``
      : l10n.t`Extract to the anchor \`&${name}\` and use it in ${places.length} places`;
  const edit = () => verified(model, anchorEdits(places, name));
  return [{ title, kind: CodeActionKind.RefactorExtract, isExpensive: true, edit }];
}

function isWorthIt(node: Node, isSelected: boolean): boolean {
  if (node.kind === "map") return node.pairs.length > 0;
  if (node.kind === "sequence") return node.items.length > 0;
  if (node.kind === "alias" || node.value === null) return false;
  return isSelected || (typeof node.value === "string" && node.value.length >= SHORTEST_SCALAR);
}

/** true for a value without anchors, aliases and comments, which can stand once for all. */
function isSelfContained({ node, source, pair }: Place): boolean {
  let isFree = true;
  walkTree(node, ({ node: inner }) => {
    if (inner.anchor !== undefined || inner.kind === "alias") isFree = false;
  });
  const start = pair ? pair.key.end : node.start;
  return isFree && !holdsComment(source, { start, end: node.end });
}

/** Places whose values are equal, in document order, the place itself among them. */
function equalPlaces(chosen: Place): readonly Place[] {
  const places: Place[] = [];
  walkTree(chosen.model.root, ({ node, pair, parent, path }) => {
    if (node.kind !== chosen.node.kind || (parent?.kind !== "map" && parent?.kind !== "sequence")) return;
    const place = { ...chosen, node, pair, parent, path: [...path] };
    if (node !== chosen.node && (!isAlike(node, chosen.node) || !isSelfContained(place))) return;
    places.push(place);
  });
  return places;
}

/** true for nodes that are written alike but for their style. Looks no further than the first difference. */
function isAlike(a: Node, b: Node): boolean {
  if (a.kind === "scalar") return b.kind === "scalar" && Object.is(a.value, b.value);
  if (a.kind === "sequence" && b.kind === "sequence") {
    return a.items.length === b.items.length && a.items.every((item, index) => isAlikeIn(item, b.items[index]));
  }
  if (a.kind !== "map" || b.kind !== "map" || a.pairs.length !== b.pairs.length) return false;
  return a.pairs.every(({ key, value }, index) => {
    const other = b.pairs[index];
    return other !== undefined && isAlike(key, other.key) && isAlike(value, other.value);
  });
}

function isAlikeIn(a: Node, b: Node | undefined): boolean {
  return b !== undefined && isAlike(a, b);
}

function anchorName({ model, path }: Place): string {
  const key = path.findLast((step) => typeof step === "string") ?? "value";
  const base =
    String(key)
      .replace(/[^\w-]+/g, "_")
      .replace(/^_+|_+$/g, "") || "value";
  const taken = new Set(collectAnchorNames(model.root, Number.POSITIVE_INFINITY));
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
  return name;
}

function anchorEdits([first, ...others]: readonly Place[], name: string): readonly OffsetEdit[] {
  if (!first) return [];
  return [anchorEdit(first, name), ...others.map((place) => aliasEdit(place, name))];
}

function anchorEdit(place: Place, name: string): OffsetEdit {
  const { node, pair, source } = place;
  const isBlock = (node.kind === "map" || node.kind === "sequence") && !node.flow;
  if (pair) {
    const start = valueStart(place);
    return { start, end: start, newText: ` &${name}` };
  }
  // Behind a dash an anchor on the same line would be that of the first key.
  const separator = isBlock ? layoutOf(source).lineBreak + " ".repeat(columnOf(source, node.start)) : " ";
  return { start: node.start, end: node.start, newText: `&${name}${separator}` };
}

function aliasEdit(place: Place, name: string): OffsetEdit {
  const { node, pair, parent, source } = place;
  const start = pair ? valueStart(place) : node.start;
  // In flow style a bracket may follow, which would belong to the name.
  const isTight = parent?.flow === true && /[\]},]/.test(source.text.charAt(node.end));
  return { start, end: node.end, newText: `${pair ? " " : ""}*${name}${isTight ? " " : ""}` };
}
