import { type Block, isBlock, itemsOf, pairsOf, sizeOfSegment } from "../yaml/block.ts";
import { childOf, effectivePairs, findPair, MERGE_KEY, stringValue } from "../yaml/navigate.ts";
import { dereference, keyText, type Node, type NodePath } from "../yaml/node.ts";
import type { Part } from "../yaml/part.ts";
import { type Schema, typesOf } from "./json-schema.ts";
import { type ResolvedSchema, resolve } from "./registry.ts";

/**
 * Schemas that apply to a node: one, unless the node is a union whose deciding key is missing or wrong, then every branch.
 * None when the schema says nothing about it (an unknown key, free content).
 */
export type Schemas = readonly ResolvedSchema[];

/** Expands a union: the branch its deciding key picks, or all branches when that key does not decide. */
export function applicable(schema: Schema, node: Node | undefined): Schemas {
  const target = resolve(schema);
  if (!target.oneOf || !target.discriminator) return [target];
  const branches = target.oneOf.map((branch) => inheritAnnotations(resolve(branch), target));
  const decided = decidedBranch(target, node);
  const branch = decided === undefined ? undefined : branches[decided];
  return branch ? [branch] : branches;
}

/** Index of the branch that the deciding key of a union picks; undefined when the key is absent, not text, or names no branch. */
function decidedBranch(union: ResolvedSchema, node: Node | undefined): number | undefined {
  const key = union.discriminator?.propertyName;
  if (key === undefined) return undefined;
  const value = stringValue(childOf(node, key));
  if (value === undefined) return undefined;
  const index = (union.oneOf ?? []).findIndex((branch) =>
    allowedValues(resolve(branch).properties?.[key]).includes(value),
  );
  return index === -1 ? undefined : index;
}

/** Values a schema lists by `const` or `enum`; empty when it lists none. */
export function allowedValues(schema: Schema | undefined): readonly unknown[] {
  if (!schema) return [];
  const target = resolve(schema);
  if (target.const !== undefined) return [target.const];
  return target.enum ?? [];
}

const inherited = new WeakMap<ResolvedSchema, ResolvedSchema>();

/** A branch says nothing about the outline or severity of its union: it takes those from it. */
function inheritAnnotations(branch: ResolvedSchema, union: ResolvedSchema): ResolvedSchema {
  const known = inherited.get(branch);
  if (known) return known;
  const merged: Schema = {
    ...(union["x-label"] === undefined ? {} : { "x-label": union["x-label"] }),
    ...(union["x-severity"] === undefined ? {} : { "x-severity": union["x-severity"] }),
    ...branch,
  };
  inherited.set(branch, merged);
  return merged;
}

/** Schemas of a child by key or index. `node` is the parent, which decides unions; it may be undefined for text not written yet. */
export function childSchemas(parents: Schemas, step: string | number, child: Node | undefined): Schemas {
  const [only] = parents;
  if (only && parents.length === 1) {
    const schema = childSchema(only, step);
    return schema ? applicable(schema, child) : [];
  }
  const found: ResolvedSchema[] = [];
  for (const parent of parents) {
    const schema = childSchema(parent, step);
    if (schema) found.push(...applicable(schema, child));
  }
  return [...new Set(found)];
}

/** Subschema of a key that a schema names under `properties`; undefined when it does not name the key. */
export function propertyOf(schema: ResolvedSchema, key: string): Schema | undefined {
  return schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
}

/** Subschema that a schema has for a child, before unions are decided; undefined when it has none. */
export function childSchema(parent: ResolvedSchema, step: string | number): Schema | undefined {
  if (typeof step === "number") return parent.items;
  const own = propertyOf(parent, step);
  if (own) return own;
  for (const [pattern, schema] of parent.patternProperties ? patternsOf(parent) : []) {
    if (pattern.test(step)) return schema;
  }
  return typeof parent.additionalProperties === "object" ? parent.additionalProperties : undefined;
}

const patterns = new WeakMap<ResolvedSchema, readonly (readonly [pattern: RegExp, schema: Schema])[]>();

function patternsOf(schema: ResolvedSchema): readonly (readonly [pattern: RegExp, schema: Schema])[] {
  const known = patterns.get(schema);
  if (known) return known;
  const entries = Object.entries(schema.patternProperties ?? {});
  const compiled = entries.map(([pattern, child]) => [new RegExp(pattern, "u"), child] as const);
  patterns.set(schema, compiled);
  return compiled;
}

/** Schemas that apply at a path, walking only that path; unions on the way are decided by the nodes of the document. */
export function schemasAt(schema: Schema, root: Node | undefined, path: NodePath): Schemas {
  let node = root;
  let schemas = applicable(schema, node);
  for (const step of path) {
    const child = childOf(node, step);
    schemas = childSchemas(schemas, step, child);
    node = child;
  }
  return schemas;
}

/** A node of the document with the schemas that apply to it. */
export interface Matched {
  readonly node: Node;
  readonly schemas: Schemas;
  readonly path: NodePath;
  /** The node of the key, for the value of a mapping. */
  readonly key: Node | undefined;
  /** true when the node stands somewhere else and is used here through an alias. */
  readonly aliased: boolean;
}

/** What a walk does beside visiting. Entries of large collections are parsed in parts, and a part stays the same until its text changes. */
export interface WalkOptions {
  /** true for a part whose entries need not be entered; `schemas` are those of the collection. */
  readonly skip: (part: Part, schemas: Schemas) => boolean;
  /** Called behind the entries of a part. */
  readonly leave: (part: Part, schemas: Schemas) => void;
}

/** Visits every node that a schema says something about, aliases and merged keys at their use. Each anchored node is visited once. */
export function walkMatches(
  schema: Schema,
  root: Node,
  visit: (matched: Matched) => void,
  options?: WalkOptions,
): void {
  const seen = new Set<Node>();
  /** Nodes that are being walked: a mapping can merge one that it stands in. */
  const open = new Set<Node>();
  const enter = (node: Node, schemas: Schemas, path: NodePath, key: Node | undefined): void => {
    if (schemas.length === 0) return;
    const target = dereference(node);
    if (!target || seen.has(target) || open.has(target)) return;
    if (target.anchor !== undefined) seen.add(target);
    visit({ node: target, schemas, path, key, aliased: node.kind === "alias" });
    open.add(target);
    const enterChild = (step: string | number, child: Node, childKey: Node | undefined): void =>
      enter(child, childSchemas(schemas, step, child), [...path, step], childKey);
    if (options && isBlock(target) && isPlainBlock(target)) walkSegments(target, schemas, options, enterChild);
    else if (target.kind === "sequence") {
      for (const [index, item] of target.items.entries()) enterChild(index, item, undefined);
    } else if (target.kind === "map") {
      for (const [name, pair] of effectivePairs(target)) enterChild(name, pair.value, pair.key);
    }
    open.delete(target);
  };
  enter(root, applicable(schema, root), [], undefined);
}

/** true for a block whose entries can be looked at one by one: no key twice, nothing merged in. */
export function isPlainBlock(block: Block): boolean {
  return block.kind === "sequence" || (!block.hasDuplicates && block.find(MERGE_KEY) === undefined);
}

function walkSegments(
  block: Block,
  schemas: Schemas,
  { skip, leave }: WalkOptions,
  enterChild: (step: string | number, child: Node, key: Node | undefined) => void,
): void {
  let index = 0;
  for (const segment of block.segments) {
    const part = segment.kind === "run" ? segment.part : undefined;
    if (!part || !skip(part, schemas)) {
      if (block.kind === "sequence") {
        for (const [offset, item] of itemsOf(segment).entries()) enterChild(index + offset, item, undefined);
      } else {
        for (const pair of pairsOf(segment)) enterChild(keyText(pair.key) ?? "", pair.value, pair.key);
      }
      if (part) leave(part, schemas);
    }
    index += sizeOfSegment(segment);
  }
}

/** true when the schema is satisfied by a mapping. */
export function acceptsObject(schema: ResolvedSchema): boolean {
  const types = typesOf(schema);
  return (
    types.includes("object") || (types.length === 0 && (schema.properties !== undefined || schema.oneOf !== undefined))
  );
}

/** true when the schema is satisfied by a list. */
export function acceptsArray(schema: ResolvedSchema): boolean {
  return typesOf(schema).includes("array") || (schema.type === undefined && schema.items !== undefined);
}

/** The text that names an item in outlines: the value of the child its schema points to, or of `name` or `id`. Undefined when it has none. */
export function itemLabel(node: Node | undefined, schemas: Schemas): string | undefined {
  const target = dereference(node);
  if (target?.kind !== "map") return undefined;
  const candidates = [...schemas.map((schema) => schema["x-label"]), "name", "id"];
  for (const key of candidates) {
    const value = key === undefined ? undefined : dereference(findPair(target, key)?.value);
    if (value?.kind === "scalar" && value.value !== null) return String(value.value);
  }
  return undefined;
}
