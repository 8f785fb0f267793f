import type { OffsetRange } from "../text/line-index.ts";
import { childOf, locate, ownPair } from "../yaml/navigate.ts";
import type { Node, PairNode } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";

/** A scalar or flow collection. */
interface Span extends OffsetRange {
  /** Line on which its entry begins, when it ends on another one. */
  readonly line: number | undefined;
}

/**
 * Tells for offsets of a file on which line the entry begins that holds them, when they stand in a scalar or flow collection of several
 * lines, between which no comment can or should stand. Undefined elsewhere and in JSON, where comments can stand between all lines.
 */
export function entryLines(source: Source): (offset: number) => number | undefined {
  let last: Span | undefined;
  return (offset) => {
    if (source.notation === "json") return undefined;
    // Problems of one value come one after the other.
    if (last && last.start <= offset && offset <= last.end) return last.line;
    last = spanAt(source, offset);
    return last?.line;
  };
}

function spanAt(source: Source, offset: number): Span | undefined {
  const root = source.file.documents.find(({ root: node }) => locate(node, offset) !== undefined)?.root;
  const location = locate(root, offset);
  if (!root || !location) return undefined;
  const { lines } = source;
  let node: Node | undefined = root;
  let entry = root.start;
  for (let depth = 0; node; depth++) {
    const isLeaf: boolean = node.kind === "scalar" || node.kind === "alias" || node.flow;
    if (isLeaf) {
      const line = lines.lineOf(entry);
      return { start: node.start, end: node.end, line: line === lines.lineOf(node.end) ? undefined : line };
    }
    const step: string | number | undefined = location.path[depth];
    if (step === undefined) return undefined;
    const parent: Node = node;
    if (parent.kind === "map") {
      const pair: PairNode | undefined = ownPair(parent, String(step));
      if (!pair || pair.end < offset || (location.onKey && pair === location.pair)) return undefined;
      entry = pair.key.start;
      node = pair.value;
    } else {
      node = childOf(parent, step);
      entry = node?.start ?? entry;
    }
  }
  return undefined;
}
