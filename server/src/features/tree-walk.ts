import type { Node, NodePath, PairNode } from "../yaml/node.ts";

/** A node as a walk meets it. */
export interface Visited {
  readonly node: Node;
  /** Steps from the root; keys that are collections count as the empty text. Valid only during the call. */
  readonly path: NodePath;
  /** The pair whose value the node is. */
  readonly pair: PairNode | undefined;
  readonly parent: Node | undefined;
}

/** Visits every node below a root in document order, the root first, keys before their values. Aliases are not followed. */
export function walkTree(root: Node | undefined, visit: (visited: Visited) => void): void {
  const path: (string | number)[] = [];
  const walk = (node: Node, pair: PairNode | undefined, parent: Node | undefined): void => {
    visit({ node, path, pair, parent });
    if (node.kind === "sequence") {
      for (const [index, item] of node.items.entries()) {
        path.push(index);
        walk(item, undefined, node);
        path.pop();
      }
    }
    if (node.kind !== "map") return;
    for (const entry of node.pairs) {
      path.push(entry.key.kind === "scalar" ? String(entry.key.value ?? "") : "");
      walk(entry.key, undefined, undefined);
      walk(entry.value, entry, node);
      path.pop();
    }
  };
  if (root) walk(root, undefined, undefined);
}

/** Names of the anchors that begin before an offset, in document order, each once. */
export function collectAnchorNames(root: Node | undefined, before: number): readonly string[] {
  const names = new Set<string>();
  walkTree(root, ({ node }) => {
    if (node.anchor !== undefined && node.start < before) names.add(node.anchor);
  });
  return [...names];
}
