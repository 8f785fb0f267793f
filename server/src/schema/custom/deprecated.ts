import { effectivePairs, itemAt, sizeOf } from "../../yaml/navigate.ts";
import { dereference, type Node } from "../../yaml/node.ts";
import type { Value } from "../../yaml/value.ts";
import type { Problem } from "../problem.ts";
import { deprecatedMessage } from "../sentences.ts";
import { type Applied, type AppliedTo, applicableAt, childrenOf, memberOf } from "./applicable.ts";

/** Parts of a document that its schema calls deprecated, at their keys or items. Each anchored node is looked at once. */
export function deprecatedParts(document: AppliedTo, root: Node): readonly Problem[] {
  if (!document.links.deprecates) return [];
  const problems: Problem[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node, value: Value | undefined, applied: readonly Applied[]): void => {
    const target = dereference(node);
    if (!target || target.kind === "scalar" || applied.length === 0 || seen.has(target)) return;
    seen.add(target);
    const child = (step: string | number, inner: Node, place: Node): void => {
      const member = memberOf(value, step);
      const schemas = childrenOf(document, applied, step, member);
      const problem = deprecation(String(step), place, schemas);
      if (problem) problems.push(problem);
      visit(inner, member, schemas);
    };
    if (target.kind === "map") for (const [key, pair] of effectivePairs(target)) child(key, pair.value, pair.key);
    if (target.kind !== "sequence") return;
    for (let index = 0; index < sizeOf(target); index++) {
      const item = itemAt(target, index);
      if (item) child(index, item, item);
    }
  };
  visit(root, document.value, applicableAt(document, []));
  return problems;
}

function deprecation(name: string, place: Node, applied: readonly Applied[]): Problem | undefined {
  const marked = applied.find(({ schema }) => schema.deprecated === true || schema.deprecationMessage !== undefined);
  if (!marked) return undefined;
  const message = marked.schema.deprecationMessage ?? deprecatedMessage(name);
  const { start, end } = place;
  return { code: "deprecated-field", message, severity: "information", tags: ["deprecated"], start, end };
}
