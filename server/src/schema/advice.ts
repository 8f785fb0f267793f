import { findPair } from "../yaml/navigate.ts";
import { keyText, type MapNode, type Node, type NodePath } from "../yaml/node.ts";
import type { Schema } from "./json-schema.ts";
import { childSchema, type Schemas, walkMatches } from "./match.ts";
import type { Problem } from "./problem.ts";
import { type ResolvedSchema, resolve } from "./registry.ts";

/** What a valid document should say differently: deprecated keys and values, each with its successor. In no particular order. */
export function deprecations(schema: ResolvedSchema, root: Node): readonly Problem[] {
  const problems: Problem[] = [];
  walkMatches(schema, root, ({ node, schemas, path }) => {
    if (node.kind === "map") problems.push(...deprecatedKeys(node, schemas, path));
    if (node.kind === "scalar") {
      const reason = schemas.map((candidate) => candidate["x-deprecated-values"]?.[String(node.value)]).find(Boolean);
      if (reason !== undefined) problems.push(deprecated(reason, node));
    }
  });
  return problems;
}

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
