import { findPair, mergeSources } from "../yaml/navigate.ts";
import { keyText, type MapNode, type Node, type NodePath } from "../yaml/node.ts";
import { isPart } from "../yaml/positioned.ts";
import type { Schema } from "./json-schema.ts";
import { childSchema, type Matched, type Schemas, sameSchemas, walkMatches } from "./match.ts";
import type { Problem } from "./problem.ts";
import { type ResolvedSchema, resolve } from "./registry.ts";

/** Parts without anything deprecated, with the schemas they were looked at with. A part whose text changes is another node. */
const current = new WeakMap<Node, Schemas>();

/** What a valid document should say differently: deprecated keys and values, each with its successor. In no particular order. */
export function deprecations(schema: ResolvedSchema, root: Node): readonly Problem[] {
  const problems: Problem[] = [];
  /** Problems before each part that is being walked; the innermost last. */
  const before: number[] = [];
  let dependsOnOthers = false;
  const visit = ({ node, schemas, path, aliased }: Matched): void => {
    if (isPart(node) && before.push(problems.length) === 1) dependsOnOthers = false;
    if (aliased || (node.kind === "map" && mergeSources(node).length > 0)) dependsOnOthers = true;
    if (node.kind === "map") problems.push(...deprecatedKeys(node, schemas, path));
    if (node.kind === "scalar") {
      const reason = schemas.map((candidate) => candidate["x-deprecated-values"]?.[String(node.value)]).find(Boolean);
      if (reason !== undefined) problems.push(deprecated(reason, node));
    }
  };
  walkMatches(schema, root, visit, {
    skip: (node, schemas) => sameSchemas(current.get(node) ?? NOTHING, schemas),
    leave: (node, schemas) => {
      if (!isPart(node)) return;
      const isOutermost = before.length === 1;
      if (before.pop() === problems.length && isOutermost && !dependsOnOthers) current.set(node, schemas);
    },
  });
  return problems;
}

const NOTHING: Schemas = [];

function deprecatedKeys(map: MapNode, schemas: Schemas, path: NodePath): Problem[] {
  return map.pairs.flatMap((pair) => {
    const name = keyText(pair.key);
    const property = name === undefined ? undefined : deprecatedProperty(schemas, name);
    if (name === undefined || !property) return [];
    const alias = property["x-alias"];
    const reason =
      property.deprecationMessage ??
      (alias === undefined ? `\`${name}\` is deprecated.` : `\`${name}\` is deprecated: use \`${alias}\`.`);
    const problem = deprecated(reason, pair.key);
    if (alias === undefined || findPair(map, alias)) return [problem];
    return [{ ...problem, data: { fix: "rename-key" as const, path: [...path, name], names: [alias] } }];
  });
}

function deprecatedProperty(schemas: Schemas, name: string): Schema | undefined {
  for (const schema of schemas) {
    const child = childSchema(schema, name);
    const property = child && resolve(child);
    if (property?.deprecated) return property;
  }
  return undefined;
}

function deprecated(reason: string, node: Node): Problem {
  return {
    code: "deprecated-field",
    message: reason,
    severity: "information",
    tags: ["deprecated"],
    start: node.start,
    end: node.end,
  };
}
