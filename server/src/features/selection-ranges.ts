import type { Position, SelectionRange } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { isBlock, itemsOf, pairsOf, segmentsNear } from "../yaml/block.ts";
import type { Node, ParsedDocument, ScalarNode } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";
import type { Source } from "../yaml/source.ts";
import { writtenPlaceholders } from "./written-placeholders.ts";

/** For each position the ranges that hold it, each inside the next: word of a placeholder, content, value, pair, entries, document. */
export function selectionRanges({ source }: FileModel, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionRange(source, source.lines.offsetAt(position), position));
}

function selectionRange(source: Source, offset: number, position: Position): SelectionRange {
  let selection: SelectionRange | undefined;
  let outer: OffsetRange | undefined;
  for (const range of rangesAt(source, offset)) {
    if (!holds(range, offset) || (outer && !isSmaller(range, outer))) continue;
    outer = range;
    selection = { range: source.lines.rangeOf(range), ...(selection && { parent: selection }) };
  }
  return selection ?? { range: { start: position, end: position } };
}

function holds(range: OffsetRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** true when a range lies in another one and is not the same. */
function isSmaller(range: OffsetRange, outer: OffsetRange): boolean {
  const isInside = outer.start <= range.start && range.end <= outer.end;
  return isInside && range.end - range.start < outer.end - outer.start;
}

/** Ranges around an offset, from the file inwards. Some may be the same. */
function rangesAt(source: Source, offset: number): readonly OffsetRange[] {
  const ranges: OffsetRange[] = [{ start: 0, end: source.text.length }];
  const { documents } = source.file;
  const document: ParsedDocument | undefined = documents.findLast(({ start }) => start <= offset);
  if (!document?.root) return ranges;
  if (documents.length > 1) ranges.push(document);
  let node: Node | undefined = document.root;
  while (node && holds(node, offset)) {
    ranges.push(node);
    if (node.kind === "scalar") addScalarRanges(ranges, node, offset, source);
    node = enter(ranges, node, offset, source.text);
  }
  return ranges;
}

/** Adds the ranges of the entry of a collection that holds an offset; answers with the node to go on with. */
function enter(ranges: OffsetRange[], node: Node, offset: number, text: string): Node | undefined {
  if (node.kind === "scalar" || node.kind === "alias") return undefined;
  const near = isBlock(node) ? segmentsNear(node, offset).map(({ segment }) => segment) : undefined;
  if (node.kind === "sequence") {
    const items = near ? near.flatMap(itemsOf) : node.items;
    const item = items.find((candidate) => holds(withDash(candidate, text), offset));
    if (!item) return undefined;
    ranges.push(withDash(item, text));
    return item;
  }
  const pairs = near ? near.flatMap(pairsOf) : node.pairs;
  const pair = pairs.find((candidate) => holds(candidate, offset));
  if (!pair) return undefined;
  ranges.push(pair);
  return [pair.key, pair.value].find((part) => holds(part, offset) && part.end > part.start);
}

/** The item with the dash that it stands behind, when both are on one line. */
function withDash(item: Node, text: string): OffsetRange {
  const before = text.slice(Math.max(0, item.start - 200), item.start);
  const dash = /-[ \t]+(?:[&!]\S*[ \t]+)*$/.exec(before);
  return { start: dash ? item.start - dash[0].length : item.start, end: item.end };
}

function addScalarRanges(ranges: OffsetRange[], node: ScalarNode, offset: number, source: Source): void {
  const content = contentOf(node, source.text);
  ranges.push(content);
  const line = source.lines.lineOf(offset);
  if (line > source.lines.lineOf(node.start) || source.lines.lineEnd(line) < node.end) {
    const start = Math.max(content.start, source.lines.lineStart(line));
    const end = Math.min(content.end, source.lines.lineEnd(line));
    const indentation = /^[ \t]*/.exec(source.text.slice(start, end))?.[0].length ?? 0;
    ranges.push({ start, end }, { start: start + indentation, end });
  }
  const placeholder = writtenPlaceholders(node, source.text).find((candidate) => holds(candidate, offset));
  if (!placeholder) return;
  ranges.push(placeholder);
  if (placeholder.name && holds(placeholder.name, offset)) ranges.push(placeholder.name);
  else if (placeholder.fallback) ranges.push(placeholder.fallback);
}
