import { isBlock, itemsOf, pairsOf, segmentsNear } from "./block.ts";
import type { CursorContext } from "./cursor-context.ts";
import { isEscape } from "./line-structure.ts";
import { keyText, type MapNode, type Node, type NodePath, type SequenceNode } from "./node.ts";
import type { Source } from "./source.ts";

/** Inside brackets: what the cursor stands on, undefined where nothing can be completed there. */
export interface FlowAnswer {
  readonly context: CursorContext | undefined;
}

/**
 * What the cursor stands on inside the innermost `{ }` or `[ ]` that holds it; undefined when none does. Brackets that are not
 * closed yet reach as far as the text behind them could still belong to them. `{{ }}` is a placeholder, not a mapping.
 */
export function flowContext(source: Source, root: Node, offset: number): FlowAnswer | undefined {
  const found = innermostFlow(source, root, [], offset);
  if (!found) return undefined;
  const from = segmentStart(source.text, found.node.start + 1, offset);
  const context = contextIn(source, root, found, from, offset);
  // Behind a value on a line of its own a comma is missing.
  return { context: /[\r\n]/.test(context.prefix) ? undefined : context };
}

function contextIn(source: Source, root: Node, found: Found, from: number, offset: number): CursorContext {
  const { node, path } = found;
  const raw = source.text.slice(from, offset);
  const lead = raw.length - raw.trimStart().length;
  const end = segmentEnd(source.text, offset, raw);
  const common = { root, flow: true, column: 0 } as const;
  if (node.kind === "sequence") {
    const step = node.items.filter((item) => item.start < from).length;
    return {
      ...common,
      kind: "value",
      path: [...path, step],
      replace: { start: from + lead, end },
      prefix: raw.trimStart(),
    };
  }
  const colon = /^(?:\s*"(?:[^"\\]|\\.)*"\s*|\s*'[^']*'\s*|[^:"']*):(?=\s|$)\s*/.exec(raw);
  if (colon) {
    const key = raw
      .slice(0, colon[0].lastIndexOf(":"))
      .trim()
      .replace(/^(["'])(.*)\1$/, "$2");
    const start = from + colon[0].length;
    return {
      ...common,
      kind: "value",
      path: [...path, key],
      replace: { start, end },
      prefix: source.text.slice(start, offset),
    };
  }
  const rest = source.text.slice(offset, end);
  const hasColon = /^[^,}\]]*:(?=\s|$)/.test(rest);
  const keyEnd = hasColon ? offset + rest.search(/\s*:/) : end;
  return {
    ...common,
    kind: "key",
    path,
    presentKeys: () => keysExcept(node, offset),
    hasColon,
    afterDash: false,
    replace: { start: from + lead, end: keyEnd },
    prefix: raw.trimStart(),
  };
}

interface Found {
  readonly node: MapNode | SequenceNode;
  readonly path: NodePath;
}

function innermostFlow(source: Source, node: Node, path: NodePath, offset: number): Found | undefined {
  if (node.kind !== "map" && node.kind !== "sequence") return undefined;
  if (offset < node.start || offset > reachOf(source.text, node) || isPlaceholder(source, node)) return undefined;
  for (const [step, child] of childrenNear(node, offset)) {
    const inner = innermostFlow(source, child, [...path, step], offset);
    if (inner) return inner;
  }
  return node.flow && offset > node.start && holds(source, node, offset) ? { node, path } : undefined;
}

/** Children of a node with their steps; of a large block those that may reach as far as an offset. */
function childrenNear(
  node: MapNode | SequenceNode,
  offset: number,
): readonly (readonly [step: string | number, child: Node])[] {
  const near = isBlock(node) ? segmentsNear(node, offset) : undefined;
  if (node.kind === "map") {
    const pairs = near ? near.flatMap(({ segment }) => pairsOf(segment)) : node.pairs;
    return pairs.map(({ key, value }) => [keyText(key) ?? "", value]);
  }
  if (!near) return [...node.items.entries()];
  return near.flatMap(({ segment, index }) => itemsOf(segment).map((item, at) => [index + at, item] as const));
}

function isPlaceholder(source: Source, node: MapNode | SequenceNode): boolean {
  return node.flow && node.kind === "map" && source.text.startsWith("{{", node.start);
}

/** End of a node with the white space and commas behind it, which belong to it while it is being written. */
function reachOf(text: string, node: Node): number {
  return node.end + (/^[\s,]*/.exec(text.slice(node.end, node.end + 10_000))?.[0].length ?? 0);
}

function holds(source: Source, node: MapNode | SequenceNode, offset: number): boolean {
  if (isClosed(source.text, node)) return offset < node.end;
  const line = source.lines.lineOf(offset);
  if (line === source.lines.lineOf(node.end)) return true;
  const first = source.lines.lineText(source.lines.lineOf(node.start));
  return offset - source.lines.lineStart(line) > first.length - first.trimStart().length;
}

function isClosed(text: string, node: MapNode | SequenceNode): boolean {
  const last = node.kind === "map" ? node.pairs.at(-1) : node.items.at(-1);
  return text.charAt(node.end - 1) === (node.kind === "map" ? "}" : "]") && (last?.end ?? 0) < node.end;
}

/** Offset behind the separator before the cursor; strings and comments are skipped. */
function segmentStart(text: string, from: number, offset: number): number {
  let start = from;
  let quote = "";
  let depth = 0;
  for (let index = from; index < offset; index++) {
    const character = text.charAt(index);
    const before = text.charAt(index - 1);
    if (isEscape(quote, character, text.charAt(index + 1))) index++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "#" && /\s/.test(before)) {
      const blank = text.slice(start, index).trim() === "";
      while (index < offset && !/[\r\n]/.test(text.charAt(index))) index++;
      if (blank) start = index;
    } else if ((character === '"' || character === "'") && /[\s,[{:]/.test(before)) quote = character;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    else if (character === "," && depth === 0) start = index + 1;
  }
  return start;
}

/** Offset behind what the cursor stands in, up to the next separator. `raw` is its part before the cursor. */
function segmentEnd(text: string, offset: number, raw: string): number {
  const rest = text.slice(offset, offset + 10_000);
  // An open quote hides separators up to its end on this line.
  const quoted = OPEN_DOUBLE.test(raw) ? DOUBLE_END.exec(rest) : OPEN_SINGLE.test(raw) ? SINGLE_END.exec(rest) : null;
  if (quoted) return offset + quoted[0].length;
  const inPlaceholder = raw.lastIndexOf("{{") > raw.lastIndexOf("}}");
  const closing = inPlaceholder ? /^[^,{}\r\n]*\}\}/.exec(rest)?.[0].length : undefined;
  const behind = /^[^,\]}\r\n]*/.exec(rest.slice(closing ?? 0))?.[0] ?? "";
  return offset + (closing ?? 0) + behind.replace(/\s+#.*$/, "").trimEnd().length;
}

const OPEN_DOUBLE = /^(?:[^"']*:)?\s*"(?:[^"\\]|\\.)*$/;
const OPEN_SINGLE = /^(?:[^"']*:)?\s*'(?:[^']|'')*$/;
const DOUBLE_END = /^(?:[^"\\\r\n]|\\.)*"/;
const SINGLE_END = /^(?:[^'\r\n]|'')*'(?!')/;

function keysExcept(node: MapNode, offset: number): ReadonlySet<string> {
  const others = node.pairs.filter((pair) => offset < pair.key.start || offset > pair.key.end);
  return new Set(others.map((pair) => keyText(pair.key)).filter((key) => key !== undefined));
}
