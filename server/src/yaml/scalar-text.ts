import type { OffsetRange } from "../text/line-index.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import type { ScalarNode } from "./node.ts";
import { type Notation, parseSource, rootOf, type Source } from "./source.ts";
import { isReadOtherwise } from "./write-scalar.ts";

/** Where a scalar is written; it decides what may stand there without quotes. */
export interface ScalarPlace {
  readonly onKey: boolean;
  /** true within `[…]` or `{…}`. */
  readonly inFlow: boolean;
}

/**
 * Offsets in the file of a part of a scalar's text; `part` counts in the decoded text. Undefined when the part is not written as it
 * reads: with escapes, or over several lines.
 */
export function writtenRange(text: string, node: ScalarNode, part: OffsetRange): OffsetRange | undefined {
  const value = String(node.value);
  const start = contentStart(text, node, value);
  if (start === undefined) return undefined;
  return { start: start + part.start, end: start + part.end };
}

/** Offset at which the decoded text stands in the file, character by character; undefined when it does not. */
function contentStart(text: string, node: ScalarNode, value: string): number | undefined {
  const isQuoted = node.style === "single" || node.style === "double";
  const isBlock = node.style === "literal" || node.style === "folded";
  if (!isBlock) {
    const quote = isQuoted ? 1 : 0;
    const isAsRead = text.slice(node.start + quote, node.end - quote) === value;
    return isAsRead ? node.start + quote : undefined;
  }
  const lines = value.trimEnd();
  const header = text.indexOf("\n", node.start);
  const start = header === -1 ? -1 : text.indexOf(lines, header);
  return lines === "" || lines.includes("\n") || start === -1 || start > node.end ? undefined : start;
}

/**
 * Edit that replaces a part of a scalar's text; `part` counts in the decoded text. The style stays as it is, unless the new text would
 * not read back as the same string: then the whole scalar is written in double quotes.
 */
export function replacePart(
  source: Source,
  node: ScalarNode,
  part: OffsetRange,
  place: ScalarPlace,
  replacement: string,
): OffsetEdit {
  const value = String(node.value);
  const whole = value.slice(0, part.start) + replacement + value.slice(part.end);
  const range = writtenRange(source.text, node, part);
  const newText = range && inStyle(node, source.notation, place, replacement, whole);
  if (range && newText !== undefined) return { ...range, newText };
  return { start: node.start, end: node.end, newText: JSON.stringify(whole) };
}

/** A replacement as it has to be written in the style of a scalar; undefined when that style can not hold it. */
function inStyle(
  { style }: ScalarNode,
  notation: Notation,
  place: ScalarPlace,
  replacement: string,
  whole: string,
): string | undefined {
  if (style === "double") return JSON.stringify(replacement).slice(1, -1);
  if (notation === "json" || !isPrintable(replacement)) return undefined;
  if (style === "single") return replacement.replace(/'/g, "''");
  if (style === "plain") return isSafePlain(whole, place) ? replacement : undefined;
  const line = whole.replace(/\n+$/, "");
  return line !== "" && line === line.trim() ? replacement : undefined;
}

function isPrintable(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029\uFEFF]/u.test(text);
}

/** true when a text without quotes reads back as exactly this string, here and in older loaders. */
function isSafePlain(text: string, { onKey, inFlow }: ScalarPlace): boolean {
  if (isReadOtherwise(text) || text === "<<") return false;
  const written = onKey ? `${text}: 1` : text;
  const block = onKey ? written : `- ${written}`;
  const source = parseSource(inFlow ? (onKey ? `{${written}}` : `[${written}]`) : block, "yaml");
  const root = rootOf(source);
  if (source.file.problems.length > 0 || !root) return false;
  const nodes = root.kind === "map" ? root.pairs.map((pair) => pair.key) : root.kind === "sequence" ? root.items : [];
  const [node] = nodes;
  return nodes.length === 1 && node?.kind === "scalar" && node.value === text && node.anchor === undefined;
}
