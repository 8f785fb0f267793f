import type { NodePath } from "../../yaml/node.ts";
import type { Value } from "../../yaml/value.ts";
import { meantBranches } from "./branches.ts";
import { evaluate, isTypeFault } from "./evaluate.ts";
import { memberSchemas } from "./evaluate-object.ts";
import { enterScope, isReferenceOnly, itemSchemas, referenced, type SchemaLinks, type Scope } from "./links.ts";
import { type Branch, type Place, type Run, rootPlace } from "./outcome.ts";
import { isSchema, isSchemaObject, type JsonSchema, type SchemaObject } from "./schema-object.ts";

/** Questions about the branches at one place; beyond it a branch counts as one that fits. */
const MAXIMUM_QUESTIONS = 300_000;

/** A schema that applies at a place. */
export interface Applied {
  readonly schema: SchemaObject;
  readonly scope: Scope | undefined;
}

/** A document with its schema. */
export interface AppliedTo {
  readonly root: JsonSchema;
  readonly links: SchemaLinks;
  readonly value: Value | undefined;
  readonly placeholders: Run["placeholders"];
  /**
   * Which branches of a union apply: `fitting` those that the value means; `possible` also those that it could still become; `first`
   * for what is not written yet the first one alone.
   */
  readonly unions: "fitting" | "possible" | "first";
}

/**
 * The schemas that apply at a path, the outer ones before those they refer to or combine. Empty when the schema says nothing about the
 * place. The path may lead to something that is not written yet.
 */
export function applicableAt(document: AppliedTo, path: NodePath): readonly Applied[] {
  let value = document.value;
  let applied = expand(document, [{ schema: document.root, scope: undefined }], value);
  for (const step of path) {
    value = memberOf(value, step);
    applied = childrenOf(document, applied, step, value);
  }
  return applied;
}

/** The schemas of a child, by those of its parent. `value` is the child's, undefined when it is not written. */
export function childrenOf(
  document: AppliedTo,
  parents: readonly Applied[],
  step: string | number,
  value: Value | undefined,
): readonly Applied[] {
  const named = parents.flatMap((parent) => scoped(parent, childSchemas(parent.schema, step)));
  const unnamed = parents.flatMap((parent) => scoped(parent, otherSchemas(parent.schema, step)));
  return expand(document, named.length > 0 ? named : unnamed, value);
}

interface Scoped {
  readonly schema: JsonSchema;
  readonly scope: Scope | undefined;
}

function scoped({ scope }: Applied, schemas: readonly JsonSchema[]): readonly Scoped[] {
  return schemas.map((schema) => ({ schema, scope }));
}

function childSchemas(schema: SchemaObject, step: string | number): readonly JsonSchema[] {
  if (typeof step === "number") {
    const { first, rest } = itemSchemas(schema);
    return [first[step] ?? rest, schema.contains].filter((item) => item !== undefined);
  }
  const members = memberSchemas(schema, step);
  if (members.length > 0 || schema.additionalProperties === undefined) return members;
  return [schema.additionalProperties];
}

function otherSchemas(schema: SchemaObject, step: string | number): readonly JsonSchema[] {
  const other = typeof step === "number" ? schema.unevaluatedItems : schema.unevaluatedProperties;
  return other === undefined ? [] : [other];
}

/** Schemas with all that they refer to and combine for a value. */
function expand(document: AppliedTo, start: readonly Scoped[], value: Value | undefined): readonly Applied[] {
  const found: Applied[] = [];
  const seen = new Set<JsonSchema>();
  const run: Run = {
    links: document.links,
    placeholders: document.placeholders,
    evaluate,
    depth: 0,
    left: MAXIMUM_QUESTIONS,
  };
  const enter = (schema: JsonSchema, outer: Scope | undefined): void => {
    if (!isSchemaObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    const scope = enterScope(document.links, schema, outer);
    found.push({ schema, scope });
    for (const target of referenced(document.links, schema, scope)) enter(target, scope);
    if (isReferenceOnly(document.links, schema)) return;
    for (const part of combined(schema, value, (inner) => isValid(run, inner, value, scope))) enter(part, scope);
    for (const union of [schema.anyOf, schema.oneOf]) {
      if (union) for (const branch of branchesOf(document, run, union, value, scope)) enter(branch, scope);
    }
  };
  for (const { schema, scope } of start) enter(schema, scope);
  return found;
}

function isValid(
  run: Run,
  schema: JsonSchema,
  value: Value | undefined,
  scope: Scope | undefined,
): boolean | undefined {
  if (value === undefined) return undefined;
  const outcome = evaluate(run, schema, value, rootPlace(), scope);
  return outcome.uncertain ? undefined : outcome.faults.length === 0;
}

function combined(
  schema: SchemaObject,
  value: Value | undefined,
  holds: (condition: JsonSchema) => boolean | undefined,
): readonly JsonSchema[] {
  const parts: JsonSchema[] = [...(schema.allOf ?? [])];
  const condition = schema.if === undefined ? undefined : holds(schema.if);
  const taken = condition === undefined ? undefined : condition ? schema.then : schema.else;
  if (taken !== undefined) parts.push(taken);
  const keys = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  for (const rules of [schema.dependentSchemas, schema.dependencies]) {
    for (const [key, rule] of Object.entries(rules ?? {}))
      if (Object.hasOwn(keys, key) && isSchema(rule)) parts.push(rule);
  }
  return parts;
}

function branchesOf(
  { unions }: AppliedTo,
  run: Run,
  schemas: readonly JsonSchema[],
  value: Value | undefined,
  scope: Scope | undefined,
): readonly JsonSchema[] {
  if (value === undefined) return unions === "first" ? schemas.slice(0, 1) : schemas;
  const place = rootPlace();
  const branches = schemas.map((schema) => ({ schema, faults: evaluate(run, schema, value, place, scope).faults }));
  const fitting = branches.filter(({ faults }) => faults.length === 0);
  if (unions === "possible") return possible(branches, place).map(({ schema }) => schema);
  return (fitting.length > 0 ? fitting : meantBranches(branches, place).branches).map(({ schema }) => schema);
}

/** Branches that nothing written contradicts; of an empty place all. */
function possible(branches: readonly Branch[], place: Place): readonly Branch[] {
  const isOpen = ({ faults }: Branch): boolean =>
    !faults.some(
      (fault) =>
        (fault.place === place && isTypeFault(fault)) ||
        (fault.place.outer === place && (fault.keyword === "const" || fault.keyword === "enum")),
    );
  const open = branches.filter(isOpen);
  const unknown = ({ faults }: Branch): number =>
    faults.filter(({ keyword }) => keyword === "additionalProperties" || keyword === "unevaluatedProperties").length;
  const fewest = Math.min(...open.map(unknown));
  const best = open.filter((branch) => unknown(branch) === fewest);
  return best.length > 0 ? best : branches;
}

/** Member of a value by key or index; undefined when it has none. */
export function memberOf(value: Value | undefined, step: string | number): Value | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return value[Number(step)];
  return Object.hasOwn(value, step) ? value[step] : undefined;
}
