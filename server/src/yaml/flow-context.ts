import type { CursorContext } from "./cursor-context.ts";
import { childOf } from "./navigate.ts";
import { keyText, type MapNode, type Node, type NodePath, type SequenceNode } from "./node.ts";
import type { Source } from "./source.ts";

/** What the cursor stands on inside the innermost `{ }` or `[ ]` that holds it; undefined when none does. */
export function flowContext(source: Source, root: Node, offset: number): CursorContext | undefined {
  const found = innermostFlow(root, [], offset);
  if (!found) return undefined;
  const { node, path } = found;
  const from = segmentStart(source.text, node.start + 1, offset);
  const raw = source.text.slice(from, offset);
  const lead = raw.length - raw.trimStart().length;
  const end = segmentEnd(source.text, offset, node.end);
  const common = { root, flow: true, column: 0 } as const;
  if (node.kind === "sequence") {
    const index = node.items.findIndex((item) => item.start <= offset && offset <= item.end);
    const step = index === -1 ? node.items.length : index;
    return {
      ...common,
      kind: "value",
      path: [...path, step],
      replace: { start: from + lead, end },
      prefix: raw.trimStart(),
    };
  }
  const colon = /^\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^:"']*)\s*:(?=\s|$)\s*/.exec(raw);
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
    presentKeys: keysExcept(node, offset),
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

function innermostFlow(node: Node, path: NodePath, offset: number): Found | undefined {
  if (node.kind !== "map" && node.kind !== "sequence") return undefined;
  if (offset < node.start || offset > node.end) return undefined;
  const steps =
    node.kind === "map" ? node.pairs.map((pair) => keyText(pair.key) ?? "") : node.items.map((_, index) => index);
  for (const step of steps) {
    const child = childOf(node, step);
    const inner = child && innermostFlow(child, [...path, step], offset);
    if (inner) return inner;
  }
  return node.flow && offset > node.start && offset < node.end ? { node, path } : undefined;
}

/** Offset behind the separator before the cursor, strings skipped. */
function segmentStart(text: string, from: number, offset: number): number {
  let start = from;
  let quote = "";
  let depth = 0;
  for (let index = from; index < offset; index++) {
    const character = text.charAt(index);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || (character === "'" && /[\s,[{:]/.test(text.charAt(index - 1)))) quote = character;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    else if (character === "," && depth === 0) start = index + 1;
  }
  return start;
}

function segmentEnd(text: string, offset: number, limit: number): number {
  const rest = /^[^,\]}\r\n]*/.exec(text.slice(offset, limit))?.[0] ?? "";
  return offset + rest.trimEnd().length;
}

function keysExcept(node: MapNode, offset: number): ReadonlySet<string> {
  const others = node.pairs.filter((pair) => offset < pair.key.start || offset > pair.key.end);
  return new Set(others.map((pair) => keyText(pair.key)).filter((key) => key !== undefined));
}
