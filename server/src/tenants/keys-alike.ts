import { effectivePairs } from "../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type Node, type NodePath } from "../yaml/node.ts";
import { rootOf } from "../yaml/source.ts";
import type { TenantContext, TenantFile } from "./tenant-context.ts";

/** Most mappings that are looked at for one answer. */
const MAXIMUM_VISITS = 20_000;

/**
 * Keys that mappings at a like place have: the same path in another file of the kind, or a path that differs in as few steps
 * as possible (another item of the list, another locale). For maps whose keys no schema can know. In document order.
 */
export function keysAlike(context: TenantContext, file: TenantFile, path: NodePath): readonly string[] {
  const own = path.join("\u0000");
  const best = { distance: Number.POSITIVE_INFINITY, maps: [] as MapNode[] };
  const files = context.files.filter((candidate) => candidate.kind === file.kind);
  const budget = { left: MAXIMUM_VISITS };
  for (const candidate of files) {
    const root = rootOf(candidate.source);
    if (!root) continue;
    visitAlike(root, path, budget, (map, found, distance) => {
      const isOwn = candidate.uri === file.uri && found.join("\u0000") === own;
      if (isOwn || distance > best.distance) return;
      if (distance < best.distance) best.maps = [];
      best.distance = distance;
      best.maps.push(map);
    });
  }
  return [...new Set(best.maps.flatMap((map) => map.pairs.map((pair) => keyText(pair.key) ?? "")))].filter(
    (key) => key !== "" && key !== "<<",
  );
}

type Visit = (map: MapNode, path: NodePath, distance: number) => void;

function visitAlike(root: Node, path: NodePath, budget: { left: number }, visit: Visit): void {
  const enter = (node: Node, depth: number, found: NodePath, distance: number): void => {
    if (budget.left-- <= 0) return;
    const target = dereference(node);
    if (depth === path.length) {
      if (target?.kind === "map") visit(target, found, distance);
      return;
    }
    const wanted = path[depth];
    if (target?.kind === "sequence" && typeof wanted === "number") {
      for (const [index, item] of target.items.entries()) {
        enter(item, depth + 1, [...found, index], distance + (index === wanted ? 0 : 1));
      }
    }
    if (target?.kind !== "map" || typeof wanted !== "string") return;
    for (const [key, pair] of effectivePairs(target)) {
      enter(pair.value, depth + 1, [...found, key], distance + (key === wanted ? 0 : 1));
    }
  };
  enter(root, 0, [], 0);
}
