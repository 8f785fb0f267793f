import * as l10n from "@vscode/l10n";
import { schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { applyOffsetEdits, type OffsetEdit } from "../text/offset-edit.ts";
import { MERGE_KEY } from "../yaml/navigate.ts";
import type { MapNode, Node, NodePath } from "../yaml/node.ts";
import { haveSameValues } from "../yaml/same-value.ts";
import { parseSource, type Source } from "../yaml/source.ts";
import { type Chunk, type Chunks, chunksOf } from "./entry-chunks.ts";
import { editBetween, editOf, type Offer, ORGANIZE } from "./offer.ts";
import { jsonReplacements, type Ranks } from "./organize-json.ts";
import { suppressionComments } from "./suppression-comments.ts";
import { walkTree } from "./tree-walk.ts";

/** The offer to put the keys of a file into the order of its schema. Empty for a text with faults. */
export function organizeOffer(model: FileModel): readonly Offer[] {
  const { file } = model.source;
  if (file.problems.some(({ severity }) => severity === "error")) return [];
  const edit = () => editOf(model, organize(model));
  return [{ title: l10n.t`Put the keys in the order of the schema`, kind: ORGANIZE, isExpensive: true, edit }];
}

/**
 * The edit that puts the keys of block mappings, in JSON of all objects, into the order of the schema. Keys it does not know keep their order behind the others;
 * comments move with the key below them, and no key moves across a comment that stands by itself. Empty when everything is in order, and
 * when a value would change.
 */
export function organize(model: FileModel): readonly OffsetEdit[] {
  const { source, root } = model;
  const isRanged = suppressionComments(source).some(({ scope }) => scope === "block" || scope === "enable");
  if (!root || isRanged) return [];
  const moves = source.notation === "json" ? jsonReplacements(model, root, [], ranks) : replacements(model, root, []);
  if (moves.length === 0) return [];
  const text = applyOffsetEdits(source.text, moves);
  return haveSameValues(source.file, parseSource(text, source.notation).file) ? editBetween(source.text, text) : [];
}

/** Replacements within a node; none overlaps another. */
function replacements(model: FileModel, node: Node, path: NodePath): readonly OffsetEdit[] {
  if (node.kind === "sequence" && !node.flow)
    return node.items.flatMap((item, index) => replacements(model, item, [...path, index]));
  if (node.kind !== "map" || node.flow) return [];
  const inner = node.pairs.flatMap((pair) =>
    pair.key.kind === "scalar" ? replacements(model, pair.value, [...path, String(pair.key.value ?? "")]) : [],
  );
  const chunks = chunksOf(model.source, node);
  return (chunks && reordered(model, node, path, chunks, inner)) ?? inner;
}

/** The replacement of a whole mapping; undefined when it is in order or can not be put into order. */
function reordered(
  model: FileModel,
  map: MapNode,
  path: NodePath,
  { column, chunks, behindDash }: Chunks,
  inner: readonly OffsetEdit[],
): readonly OffsetEdit[] | undefined {
  const order = sorted(chunks, ranks(model, path, map), model.source);
  const isSame = order.every((chunk, index) => chunk === chunks[index]);
  const [first] = chunks;
  const last = chunks.at(-1);
  if (isSame || !first || !last || !keepsAnchors(chunks, order)) return undefined;
  const { lines, text } = model.source;
  const start = behindDash ? map.start : lines.lineStart(first.firstLine);
  const pieces = order.map((chunk) => {
    const from = chunk === first ? start : lines.lineStart(chunk.firstLine);
    const written = textBetween(text, from, lines.lineEnd(chunk.lastLine), inner);
    return behindDash && chunk === first ? " ".repeat(column) + written : written;
  });
  if (pieces.some((piece) => /[|>][-\d]*\+/.test(piece))) return undefined;
  const gaps = chunks.slice(1).map((chunk, index) => {
    return text.slice(lines.lineEnd(chunks[index]?.lastLine ?? 0), lines.lineStart(chunk.firstLine));
  });
  const joined = pieces.map((piece, index) => piece + (gaps[index] ?? "")).join("");
  // Behind a dash there is no place for a comment line.
  if (behindDash && joined.slice(0, column).trim() !== "") return undefined;
  if (behindDash && joined.charAt(column) === "#") return undefined;
  return [{ start, end: lines.lineEnd(last.lastLine), newText: behindDash ? joined.slice(column) : joined }];
}

function textBetween(text: string, start: number, end: number, edits: readonly OffsetEdit[]): string {
  const within = edits
    .filter((edit) => start <= edit.start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyOffsetEdits(text.slice(start, end), within);
}

const UNKNOWN = Number.MAX_SAFE_INTEGER;

/** Place of each key: merges first, then the order of the schema, then what it does not know. */
const ranks: Ranks = (model, path, map) => {
  const schemas = schemasAt(model.schema, model.root, path);
  const order = [...new Set(schemas.flatMap((schema) => Object.keys(schema.properties ?? {})))];
  const shared = sharedAnchors(map);
  return (key) => {
    const place = order.indexOf(key);
    if (place !== -1) return place;
    return key === MERGE_KEY || shared.has(key) ? -1 : UNKNOWN;
  };
};

/** Keys of entries with anchors that other entries use. */
function sharedAnchors(map: MapNode): ReadonlySet<string> {
  const names = map.pairs.map((pair) => namesIn(pair.value));
  const uses = usesOf(names);
  const keys = map.pairs.flatMap((pair, index) => {
    const isShared = names[index]?.anchors.some((name) => (uses.get(name) ?? 0) > 1) === true;
    return isShared && pair.key.kind === "scalar" ? [String(pair.key.value ?? "")] : [];
  });
  return new Set(keys);
}

/** In how many entries each name stands, as an anchor or alias. */
function usesOf(names: readonly Names[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { anchors, aliases } of names) {
    for (const name of new Set([...anchors, ...aliases])) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

/** Chunks in order, without moving one across a comment that belongs to none. */
function sorted(chunks: readonly Chunk[], rank: (key: string) => number, source: Source): readonly Chunk[] {
  const sections: Chunk[][] = [];
  for (const [index, chunk] of chunks.entries()) {
    const above = chunks[index - 1];
    if (!above || hasLooseComment(source, above.lastLine + 1, chunk.firstLine)) sections.push([]);
    sections.at(-1)?.push(chunk);
  }
  return sections.flatMap((section) => section.sort((a, b) => rank(a.key) - rank(b.key)));
}

function hasLooseComment({ lines }: Source, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (lines.lineText(line).trim() !== "") return true;
  return false;
}

interface Names {
  readonly anchors: readonly string[];
  readonly aliases: readonly string[];
}

function namesIn(root: Node): Names {
  const anchors: string[] = [];
  const aliases: string[] = [];
  walkTree(root, ({ node }) => {
    if (node.anchor !== undefined) anchors.push(node.anchor);
    if (node.kind === "alias") aliases.push(node.name);
  });
  return { anchors, aliases };
}

/** true when the entries that share an anchor, or define one of the same name, keep their order. */
function keepsAnchors(chunks: readonly Chunk[], order: readonly Chunk[]): boolean {
  const names = chunks.map((chunk) => namesIn(chunk.pair.value));
  const uses = usesOf(names);
  const defined = new Set(names.flatMap(({ anchors }) => anchors));
  const bound = chunks.filter((_, index) => {
    const { anchors = [], aliases = [] } = names[index] ?? {};
    return [...anchors, ...aliases].some((name) => defined.has(name) && (uses.get(name) ?? 0) > 1);
  });
  const isBound = new Set(bound);
  return order.filter((chunk) => isBound.has(chunk)).every((chunk, index) => chunk === bound[index]);
}
