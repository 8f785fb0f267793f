import type { OffsetRange } from "../text/line-index.ts";
import type { ScalarNode } from "./node.ts";

/** Where the characters of a decoded scalar stand in the document. All offsets are UTF-16 units. */
export interface ScalarPositions {
  /** Place in the document of the character at an offset of the decoded text; the end of the scalar for the end of the text. */
  toDocument(offset: number): number;
  /** Offset in the decoded text of what stands at, or first behind, an offset of the document; the end of the text behind the last character. */
  toDecoded(offset: number): number;
  /** Place of a span of the decoded text, without indentation or line breaks behind it. The whole scalar when its places are not known. */
  rangeOf(start: number, end: number): OffsetRange;
  /** The same span line by line, without indentation and white space around line breaks. None when its places are not known. */
  linesOf(start: number, end: number): readonly OffsetRange[];
}

/** Start and end of every decoded character in the document. */
interface Places {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * Places of the characters of a scalar, in every style. `text` is the text of the document. A number or boolean counts as the text that is
 * written. The scalar is read again for this, so ask only when a place inside it is needed.
 */
export function scalarPositions(text: string, node: ScalarNode): ScalarPositions {
  const { start, end } = node;
  const value = typeof node.value === "string" ? node.value : text.slice(start, end);
  const places = placesOf(text, node, value);
  // Reading it again must give the same text; where it does not (text that does not parse), nothing is claimed about the inside.
  if (!places || !isRead(places.text, value)) return unknownPositions(node);
  const clamp = (offset: number): number => Math.min(Math.max(offset, start), end);
  const close = contentEnd(text, node);
  const startOf = (offset: number): number => clamp(places.starts[offset] ?? close);
  const length = value.length;
  return {
    toDocument: (offset) => startOf(Math.max(0, offset)),
    toDecoded: (offset) => firstAtOrBehind(length, startOf, offset),
    rangeOf: (from, to) => {
      const first = startOf(from);
      return { start: first, end: Math.max(first, to > from ? clamp(places.ends[to - 1] ?? close) : first) };
    },
    linesOf: (from, to) => lineRanges(text, places, Math.max(0, from), Math.min(to, places.starts.length)),
  };
}

/**
 * Place in the document of a span of a scalar's decoded text, to show it to somebody. What is missing has no length, and nobody would see
 * where: the character behind it shows it, or the last one.
 */
export function visibleRange(text: string, node: ScalarNode, start: number, end: number): OffsetRange {
  const positions = scalarPositions(text, node);
  const range = positions.rangeOf(start, end);
  if (range.start < range.end) return range;
  const behind = positions.rangeOf(start, start + 1);
  return behind.start < behind.end ? behind : positions.rangeOf(Math.max(0, start - 1), start);
}

function unknownPositions({ start, end }: ScalarNode): ScalarPositions {
  return { toDocument: () => start, toDecoded: () => 0, rangeOf: () => ({ start, end }), linesOf: () => [] };
}

function lineRanges(text: string, places: Places, from: number, to: number): readonly OffsetRange[] {
  const ranges: OffsetRange[] = [];
  let first = -1;
  let last = -1;
  const close = (): void => {
    if (first !== -1) ranges.push({ start: first, end: last });
    first = -1;
  };
  for (let unit = from; unit < to; unit++) {
    const start = places.starts[unit] ?? 0;
    const end = places.ends[unit] ?? start;
    const isBreak = hasBreak(text, start, end);
    if (isBreak || (first !== -1 && hasBreak(text, last, start))) close();
    // White space that stands for itself begins and ends no range, what an escape stands for does.
    if (isBreak || (end - start === 1 && (text[start] === " " || text[start] === "\t"))) continue;
    if (first === -1) first = start;
    last = end;
  }
  close();
  return ranges;
}

function hasBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text[at] === "\n") return true;
  return false;
}

/** White space at the end is not part of the range of a node. */
function isRead(read: string, value: string): boolean {
  return value.startsWith(read) && value.slice(read.length).trim() === "";
}

/** Where the text ends: before the closing quote when there is one. */
function contentEnd(text: string, { style, start, end }: ScalarNode): number {
  const quote = style === "double" ? '"' : style === "single" ? "'" : undefined;
  return quote !== undefined && end - start >= 2 && text.charAt(end - 1) === quote ? end - 1 : end;
}

function firstAtOrBehind(length: number, startOf: (offset: number) => number, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placesOf(text: string, node: ScalarNode, value: string): Places | undefined {
  switch (node.style) {
    case "literal":
    case "folded":
      return blockPlaces(text, node, value);
    case "double":
      return flowPlaces(text, node.start + 1, contentEnd(text, node), "double");
    case "single":
      return flowPlaces(text, node.start + 1, contentEnd(text, node), "single");
    default:
      return flowPlaces(text, node.start, node.end, "plain");
  }
}

function put(places: Places, decoded: string, start: number, end: number): void {
  places.text += decoded;
  for (let unit = 0; unit < decoded.length; unit++) {
    // A surrogate pair stands as itself; what an escape stands for has the place of the whole escape.
    const isItself = end - start === decoded.length;
    places.starts.push(isItself ? start + unit : start);
    places.ends.push(isItself ? start + unit + 1 : end);
  }
}

/** Plain and quoted scalars (YAML 1.2.2, chapter 7.3): line breaks fold, and escapes count in double quotes. */
function flowPlaces(text: string, start: number, end: number, style: "plain" | "single" | "double"): Places {
  const places: Places = { text: "", starts: [], ends: [] };
  let at = start;
  while (at < end) {
    const character = text.charAt(at);
    if (style === "double" && character === "\\") {
      at = putEscape(places, text, at, end);
    } else if (style === "single" && character === "'" && text.charAt(at + 1) === "'") {
      put(places, "'", at, at + 2);
      at += 2;
    } else {
      const gap = /[ \t\r\n]/.test(character) ? foldedGap(text, at, end) : undefined;
      if (gap) put(places, gap.decoded, at, gap.end);
      else put(places, character, at, at + 1);
      at = gap ? gap.end : at + 1;
    }
  }
  return places;
}

/** White space with line breaks in it, and what it becomes; undefined for white space inside a line. */
function foldedGap(
  text: string,
  at: number,
  end: number,
): { readonly decoded: string; readonly end: number } | undefined {
  const [space = ""] = /^[ \t]*(?:\r?\n[ \t]*)*/.exec(text.slice(at, end)) ?? [];
  const breaks = space.split("\n").length - 1;
  if (breaks === 0) return undefined;
  return { decoded: breaks === 1 ? " " : "\n".repeat(breaks - 1), end: at + space.length };
}

/** Escapes of one letter (YAML 1.2.2, chapter 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads the escape at `at`; the offset behind it. */
function putEscape(places: Places, text: string, at: number, end: number): number {
  const letter = text.charAt(at + 1);
  const continued = /^\\\r?\n[ \t]*/.exec(text.slice(at, end));
  if (continued) {
    const behind = at + continued[0].length;
    // Blank lines behind an escaped line break are line breaks of the text.
    const blank = /^(?:\r?\n[ \t]*)+/.exec(text.slice(behind, end))?.[0] ?? "";
    put(places, "\n".repeat(blank.split("\n").length - 1), behind, behind + blank.length);
    return behind + blank.length;
  }
  const digits = HEX_DIGITS[letter];
  if (digits === undefined) {
    put(places, ESCAPES[letter] ?? `\\${letter}`, at, at + 2);
    return at + 2;
  }
  const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  put(places, code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd", at, at + 2 + digits);
  return at + 2 + digits;
}

/** One line of a text block. */
interface BlockLine {
  /** Offset of its first character behind the indentation. */
  readonly start: number;
  readonly content: string;
}

/** Literal and folded scalars (chapter 8.1). The decoded text says how wide the indentation is, whatever the header says. */
function blockPlaces(text: string, node: ScalarNode, value: string): Places | undefined {
  const lines = blockLines(text, node, value);
  if (!lines) return undefined;
  const places: Places = { text: "", starts: [], ends: [] };
  let lineEnd = lines[0]?.start ?? node.end;
  let separator = "";
  let wasIndented = false;
  let isFirst = true;
  for (const { start, content } of lines) {
    if (node.style === "folded" && content === "") {
      if (separator === "\n" || isFirst) put(places, "\n", lineEnd, start);
      else separator = "\n";
      lineEnd = start;
      continue;
    }
    const isIndented = node.style === "folded" && /^[ \t]/.test(content);
    if (isIndented && separator === " ") separator = "\n";
    else if (isIndented && !wasIndented && separator === "\n") separator = "\n\n";
    if (separator !== "") put(places, separator, lineEnd, start);
    put(places, content, start, start + content.length);
    lineEnd = start + content.length;
    separator = node.style === "literal" || isIndented ? "\n" : " ";
    wasIndented = isIndented;
    isFirst = false;
  }
  return places;
}

/** Lines below the header up to the last one that holds something. */
function blockLines(text: string, { start, end }: ScalarNode, value: string): readonly BlockLine[] | undefined {
  const header = text.indexOf("\n", start);
  if (header === -1 || header >= end) return value.trim() === "" ? [] : undefined;
  // The end of a node leaves out white space, which is part of the last line.
  const lastBreak = text.indexOf("\n", end);
  const body = text.slice(header + 1, lastBreak === -1 ? text.length : lastBreak);
  const raw = body.split("\n");
  const first = raw.find((line) => line.trim() !== "") ?? "";
  const decodedFirst = value.split("\n").find((line) => line.trim() !== "") ?? "";
  const indentation = leadingSpaces(first) - leadingSpaces(decodedFirst);
  const lines: BlockLine[] = [];
  let offset = header + 1;
  for (const line of raw) {
    const width = Math.min(indentation, leadingSpaces(line));
    lines.push({ start: offset + width, content: line.slice(width).replace(/\r$/, "") });
    offset += line.length + 1;
  }
  return lines;
}

function leadingSpaces(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}
