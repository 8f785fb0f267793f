import * as l10n from "@vscode/l10n";
import { findPair, mergeSources, ownPair } from "../yaml/navigate.ts";
import type { MapNode, Node, NodePath } from "../yaml/node.ts";
import { deprecatedProperties } from "./deprecated-properties.ts";
import { type Matched, type Schemas, walkMatches } from "./match.ts";
import { isCurrent, rememberCurrent } from "./part-verdicts.ts";
import type { Problem } from "./problem.ts";
import type { ResolvedSchema } from "./registry.ts";
import { deprecatedMessage } from "./sentences.ts";

/** What a valid document should say differently: deprecated keys and values, each with its successor. In no particular order. */
export function deprecations(schema: ResolvedSchema, root: Node): readonly Problem[] {
  const problems: Problem[] = [];
  /** Problems before the part that is being walked. */
  let before = 0;
  let dependsOnOthers = false;
  const visit = ({ node, schemas, path, aliased }: Matched): void => {
    if (aliased || (node.kind === "map" && mergeSources(node).length > 0)) dependsOnOthers = true;
    if (node.kind === "map") problems.push(...deprecatedKeys(node, schemas, path));
    if (node.kind === "scalar") {
      const reason = schemas.map((candidate) => candidate["x-deprecated-values"]?.[String(node.value)]).find(Boolean);
      if (reason !== undefined) problems.push(deprecated(reason, node));
    }
  };
  walkMatches(schema, root, visit, {
    skip: (part, schemas) => {
      before = problems.length;
      dependsOnOthers = false;
      return isCurrent(part, schemas);
    },
    leave: (part, schemas) => {
      if (problems.length === before && !dependsOnOthers) rememberCurrent(part, schemas);
    },
  });
  return problems;
}

function deprecatedKeys(map: MapNode, schemas: Schemas, path: NodePath): Problem[] {
  // Of several branches that a union leaves open, the first one speaks.
  const deprecatedByName = new Map(schemas.flatMap(deprecatedProperties).reverse());
  return [...deprecatedByName].flatMap(([name, property]) => {
    const pair = ownPair(map, name);
    if (!pair) return [];
    const alias = property["x-alias"];
    const reason =
      property.deprecationMessage ??
      (alias === undefined ? deprecatedMessage(name) : l10n.t`\`${name}\` is deprecated: use \`${alias}\`.`);
    const problem = deprecated(reason, pair.key);
    if (alias === undefined || findPair(map, alias)) return [problem];
    return [{ ...problem, data: { fix: "rename-key" as const, path: [...path, name], names: [alias] } }];
  });
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
