import { childOf, locate, ownPair } from "../yaml/navigate.ts";
import type { Node, PairNode } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";

/**
 * Line on which the entry begins that holds an offset, when the offset stands in a scalar or flow collection of several lines, between
 * which no comment can or should stand. Undefined elsewhere and in JSON, where comments can stand between all lines.
 */
export function entryLine(source: Source, offset: number): number | undefined {
  if (source.notation === "json") return undefined;
  const root = source.file.documents.find(({ root: node }) => locate(node, offset) !== undefined)?.root;
  const location = locate(root, offset);
  if (!root || !location) return undefined;
  const { lines } = source;
  let node: Node | undefined = root;
  let entry = root.start;
  for (let depth = 0; node; depth++) {
    const isLeaf: boolean = node.kind === "scalar" || node.kind === "alias" || node.flow;
    if (isLeaf && lines.lineOf(entry) !== lines.lineOf(node.end)) return lines.lineOf(entry);
    const step: string | number | undefined = location.path[depth];
    if (isLeaf || step === undefined) return undefined;
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
