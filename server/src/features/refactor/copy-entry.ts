import { applyOffsetEdits, type OffsetEdit } from "../../text/offset-edit.ts";
import { anchorPlaces } from "../../yaml/anchor-places.ts";
import { columnOf, layoutOf } from "../../yaml/layout.ts";
import { nodeAt } from "../../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type NodePath, type PairNode } from "../../yaml/node.ts";
import { areEqual, isSameValue } from "../../yaml/same-value.ts";
import { parseSource, rootOf, type Source } from "../../yaml/source.ts";
import { effectiveValue, type Value } from "../../yaml/value.ts";
import { writeKey } from "../../yaml/write-scalar.ts";
import { chunksOf } from "../entry-chunks.ts";

/**
 * Edits that copy an entry of a mapping, with its comments, to a place below it under another key. Anchors stay with the original, so aliases in
 * the copy stand for what they stand for in the original. Undefined when the entry can not be copied as text, or the copy would not have the
 * same value.
 */
export function entryCopy(source: Source, path: NodePath, from: string, to: string): readonly OffsetEdit[] | undefined {
  const map = nodeAt(rootOf(source), path);
  const pair = map?.kind === "map" ? map.pairs.find(({ key }) => keyText(key) === from) : undefined;
  if (map?.kind !== "map" || pair?.key.kind !== "scalar") return undefined;
  const edits = map.flow ? flowCopy(source, pair, to) : blockCopy(source, map, pair, to);
  return edits && isCopied(source, edits, path, [from, to]) ? edits : undefined;
}

function blockCopy(source: Source, map: MapNode, pair: PairNode, to: string): readonly OffsetEdit[] | undefined {
  const { lines } = source;
  const { chunks = [], behindDash } = chunksOf(source, map) ?? {};
  const index = chunks.findIndex((candidate) => candidate.pair.key.start === pair.key.start);
  const chunk = chunks[index];
  if (!chunk || (behindDash && index === 0)) return undefined;
  const above = chunks[index - 1];
  const below = chunks[index + 1];
  const gap = above ? chunk.firstLine - above.lastLine : below ? below.firstLine - chunk.lastLine : 1;
  const end = lines.lineEnd(chunk.lastLine);
  const { lineBreak } = layoutOf(source);
  const copy = copyOf(source, lines.lineStart(chunk.firstLine), end, pair, to);
  return [{ start: end, end, newText: lineBreak.repeat(gap > 1 ? 2 : 1) + copy }];
}

function flowCopy(source: Source, pair: PairNode, to: string): readonly OffsetEdit[] {
  const { lines, text } = source;
  const line = lines.lineOf(pair.key.start);
  const isOnOwnLine = text.slice(lines.lineStart(line), pair.key.start).trim() === "";
  if (!isOnOwnLine) {
    return [{ start: pair.end, end: pair.end, newText: `, ${copyOf(source, pair.start, pair.end, pair, to)}` }];
  }
  const separator = layoutOf(source).lineBreak + " ".repeat(columnOf(source, pair.key.start));
  const copy = separator + copyOf(source, firstCommentOf(source, line, pair), pair.end, pair, to);
  const rest = text.slice(pair.end, lines.lineEnd(lines.lineOf(pair.end)));
  // What follows the comma on the line is a comment of the original.
  if (/^\s*,\s*(?:$|#|\/\/|\/\*.*\*\/\s*$)/.test(rest)) {
    const end = pair.end + rest.trimEnd().length;
    return [{ start: end, end, newText: `${copy},` }];
  }
  if (!/^\s*(?:$|#|\/\/|\/\*.*\*\/\s*$)/.test(rest)) {
    return [{ start: pair.end, end: pair.end, newText: `,${copy}` }];
  }
  const end = pair.end + rest.trimEnd().length;
  if (end === pair.end) return [{ start: end, end, newText: `,${copy}` }];
  return [
    { start: pair.end, end: pair.end, newText: "," },
    { start: end, end, newText: copy },
  ];
}

/** Offset at which the comment lines directly above an entry in flow style begin; that of the entry when there are none. */
function firstCommentOf({ lines, notation }: Source, line: number, pair: PairNode): number {
  const isComment = notation === "json" ? /^\s*\/\// : /^\s*#/;
  let first = line;
  while (first > 0 && isComment.test(lines.lineText(first - 1))) first--;
  if (first === line) return pair.start;
  const text = lines.lineText(first);
  return lines.lineStart(first) + text.length - text.trimStart().length;
}

/** The text of a range that holds an entry, with another key and without the anchors. */
function copyOf(source: Source, start: number, end: number, pair: PairNode, to: string): string {
  const isQuoted = pair.key.kind === "scalar" && pair.key.style === "double";
  const key = isQuoted ? JSON.stringify(to) : writeKey(to, source.notation);
  const edits = [
    { start: pair.key.start, end: pair.key.end, newText: key },
    ...anchorPlaces(source)
      .filter((anchor) => anchor.start > pair.key.end && anchor.end <= end)
      .map((anchor) => withoutAnchor(source.text, anchor.start - 1, anchor.end)),
  ];
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyOffsetEdits(source.text.slice(start, end), moved);
}

/** The edit that takes an anchor away, with the spaces behind it or, at the end of a line, before it. */
function withoutAnchor(text: string, start: number, end: number): OffsetEdit {
  const spaces = /^ +(?=[^\s#])/.exec(text.slice(end, end + 1_000))?.[0].length ?? 0;
  if (spaces > 0) return { start, end: end + spaces, newText: "" };
  let from = start;
  while (text.charAt(from - 1) === " ") from--;
  return { start: from, end, newText: "" };
}

/** true when a text has one entry more, with the value of the one it is copied from, and is otherwise as it was. */
function isCopied(
  before: Source,
  edits: readonly OffsetEdit[],
  path: NodePath,
  [from, to]: readonly [string, string],
): boolean {
  const after = parseSource(applyOffsetEdits(before.text, edits), before.notation);
  if (after.file.problems.length > before.file.problems.length) return false;
  const map = dereference(nodeAt(rootOf(after), path));
  if (map?.kind !== "map" || !isSameValue(nodeAt(map, [from]), nodeAt(map, [to]))) return false;
  const [first, second] = [effectiveValue(rootOf(before)), effectiveValue(rootOf(after))];
  const copied = path.reduce<Value | undefined>((value, step) => memberOf(value, step), second);
  if (first === undefined || typeof copied !== "object" || copied === null || !Object.hasOwn(copied, to)) return false;
  Reflect.deleteProperty(copied, to);
  return areEqual(first, second);
}

function memberOf(value: Value | undefined, step: string | number): Value | undefined {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string | number, Value>>)[step]
    : undefined;
}
