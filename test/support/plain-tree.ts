import type { Node, ParsedFile } from "../../server/src/yaml/node.ts";

/** A tree as plain data: what a node says, not how it is stored. Targets of aliases are named by where they stand. */
export function plainTree(node: Node | undefined): unknown {
  if (!node) return undefined;
  const { kind, start, end, anchor } = node;
  if (node.kind === "alias")
    return { kind, start, end, name: node.name, target: node.target && [node.target.kind, node.target.start] };
  if (node.kind === "scalar") return { kind, start, end, anchor, value: node.value, style: node.style };
  if (node.kind === "sequence") return { kind, start, end, anchor, flow: node.flow, items: node.items.map(plainTree) };
  const pairs = node.pairs.map((pair) => [plainTree(pair.key), plainTree(pair.value), pair.start, pair.end]);
  return { kind, start, end, anchor, flow: node.flow, pairs };
}

/** Documents and problems of a parsed file as plain data. */
export function plainFile(file: ParsedFile): unknown {
  const documents = file.documents.map(({ root, start, end }) => ({ root: plainTree(root), start, end }));
  return { documents, problems: file.problems };
}
