import { allowedValues, propertyOf, type Schemas, schemasAt } from "../schema/match.ts";
import { schemaOf } from "../schema/registry.ts";
import { effectivePairs } from "../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type Node, type NodePath } from "../yaml/node.ts";
import { rootOf } from "../yaml/source.ts";
import type { TenantContext, TenantFile } from "./tenant-context.ts";

/** Most mappings that are looked at for one answer. */
const MAXIMUM_VISITS = 20_000;

/**
 * Keys that mappings at a like place have: the same path in another file of the kind, or a path that differs in as few steps
 * as possible, where only steps may differ that no schema names (another item of the list, another locale).
 * For maps whose keys no schema can know; none where a schema lists the keys. In document order.
 */
export function keysAlike(context: TenantContext, file: TenantFile, path: NodePath): readonly string[] {
  const root = rootOf(file.source);
  if (listsKeys(schemasAt(schemaOf(file.kind), root, path))) return [];
  const fixed = path.map((step, depth) => isNamed(schemasAt(schemaOf(file.kind), root, path.slice(0, depth)), step));
  const own = path.join("\u0000");
  const best = { distance: Number.POSITIVE_INFINITY, maps: [] as MapNode[] };
  const files = context.files.filter((candidate) => candidate.kind === file.kind);
  const budget = { left: MAXIMUM_VISITS };
  for (const candidate of files) {
    const start = rootOf(candidate.source);
    if (!start) continue;
    visitAlike(start, path, fixed, budget, (map, found, distance) => {
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

/** true when the keys of a map are a closed or known list of names. */
function listsKeys(schemas: Schemas): boolean {
  return schemas.some((schema) => schema.propertyNames && allowedValues(schema.propertyNames).length > 0);
}

/** true when a schema names the step itself, so that no other step can stand in its place. */
function isNamed(schemas: Schemas, step: string | number): boolean {
  return schemas.some((schema) => propertyOf(schema, String(step)) !== undefined);
}

function visitAlike(
  root: Node,
  path: NodePath,
  fixed: readonly boolean[],
  budget: { left: number },
  visit: Visit,
): void {
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
      if (fixed[depth] && key !== wanted) continue;
      enter(pair.value, depth + 1, [...found, key], distance + (key === wanted ? 0 : 1));
    }
  };
  enter(root, 0, [], 0);
}
