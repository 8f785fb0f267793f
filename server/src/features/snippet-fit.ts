import {
  acceptsArray,
  acceptsObject,
  allowedValues,
  applicable,
  childSchemas,
  propertyOf,
  type Schemas,
} from "../schema/match.ts";
import type { ResolvedSchema } from "../schema/registry.ts";
import { effectivePairs } from "../yaml/navigate.ts";
import type { Node } from "../yaml/node.ts";
import { parseSource, rootOf } from "../yaml/source.ts";

/** What a snippet writes: entries of a mapping, or one item of a list. */
export interface SnippetShape {
  readonly form: "entries" | "item";
  /** The mapping or the item, with every tab stop at its default. */
  readonly node: Node;
}

/** Shape of a snippet's text; undefined when it is neither entries nor an item. */
export function snippetShape(expanded: string): SnippetShape | undefined {
  const root = rootOf(parseSource(expanded, "yaml"));
  if (root?.kind === "map") return { form: "entries", node: root };
  const [item] = root?.kind === "sequence" ? root.items : [];
  return item && { form: "item", node: item };
}

const counted = new WeakMap<Node, WeakMap<ResolvedSchema, number>>();

const NOT_DESCRIBED = -1;

/**
 * How many keys of a node the schemas name, at best; -1 when something in it is against each of them or free content as a whole. A text
 * belongs where as many of its keys are named as anywhere: maps of free names take nearly any text.
 */
export function namedKeys(node: Node, schemas: Schemas): number {
  return Math.max(NOT_DESCRIBED, ...schemas.map((schema) => (isFree(schema) ? NOT_DESCRIBED : count(node, schema))));
}

function count(node: Node, schema: ResolvedSchema): number {
  const known = counted.get(node)?.get(schema);
  if (known !== undefined) return known;
  if (!counted.has(node)) counted.set(node, new WeakMap());
  // A schema that refers to itself is not asked twice about one node.
  counted.get(node)?.set(schema, NOT_DESCRIBED);
  const answer = counting(node, schema);
  counted.get(node)?.set(schema, answer);
  return answer;
}

function counting(node: Node, schema: ResolvedSchema): number {
  if (schema.oneOf && schema.discriminator) return namedKeys(node, applicable(schema, node));
  if (node.kind === "map") return acceptsObject(schema) ? sum(keysOf(node, schema)) : NOT_DESCRIBED;
  if (node.kind === "sequence") {
    if (!acceptsArray(schema)) return NOT_DESCRIBED;
    return sum(node.items.map((item, index) => best(item, childSchemas([schema], index, item))));
  }
  const values = allowedValues(schema);
  return values.length === 0 || (node.kind === "scalar" && values.includes(node.value)) ? 0 : NOT_DESCRIBED;
}

function keysOf(node: Extract<Node, { kind: "map" }>, schema: ResolvedSchema): readonly number[] {
  return [...effectivePairs(node)].map(([key, { value }]) => {
    const children = childSchemas([schema], key, value);
    if (children.length === 0) return isFree(schema) ? 0 : NOT_DESCRIBED;
    const inner = best(value, children);
    return inner === NOT_DESCRIBED ? NOT_DESCRIBED : inner + (propertyOf(schema, key) ? 1 : 0);
  });
}

function best(node: Node, schemas: Schemas): number {
  return Math.max(NOT_DESCRIBED, ...schemas.map((schema) => count(node, schema)));
}

function sum(counts: readonly number[]): number {
  return counts.includes(NOT_DESCRIBED) ? NOT_DESCRIBED : counts.reduce((total, next) => total + next, 0);
}

/** true for a mapping or value that may hold anything. */
function isFree(schema: ResolvedSchema): boolean {
  const { properties, additionalProperties, oneOf, items } = schema;
  return !properties && !oneOf && !items && typeof additionalProperties !== "object" && additionalProperties !== false;
}
