import type { Value } from "../../yaml/value.ts";
import { adopt, adoptChild, childPlace, type Judging } from "./outcome.ts";
import { patternOf } from "./patterns.ts";
import { isSchema, type JsonSchema, ownSchema, type SchemaObject } from "./schema-object.ts";

type Members = Readonly<Record<string, Value>>;

/** Judges the keywords about mappings. */
export function judgeObject(judging: Judging, value: Members): void {
  const { schema } = judging;
  const keys = Object.keys(value);
  judgeSizes(judging, keys.length);
  judgeRequired(judging, value);
  judgeDependencies(judging, value);
  if (schema.propertyNames !== undefined) judgeNames(judging, schema.propertyNames, keys);
  const isUsed = schema.properties ?? schema.patternProperties ?? schema.additionalProperties;
  if (isUsed !== undefined) for (const key of keys) judgeMember(judging, key, value[key] ?? null);
  if (schema.unevaluatedProperties !== undefined) judgeUnevaluated(judging, schema.unevaluatedProperties, value);
}

function judgeSizes({ schema, place, faults }: Judging, size: number): void {
  const { minProperties, maxProperties } = schema;
  if (minProperties !== undefined && size < minProperties) faults.push({ keyword: "minProperties", schema, place });
  if (maxProperties !== undefined && size > maxProperties) faults.push({ keyword: "maxProperties", schema, place });
}

function judgeRequired({ schema, place, faults }: Judging, value: Members): void {
  if (!Array.isArray(schema.required)) return;
  const missing = schema.required.filter((key) => !Object.hasOwn(value, key));
  if (missing.length > 0) faults.push({ keyword: "required", schema, place, keys: missing });
}

function judgeDependencies(judging: Judging, value: Members): void {
  const { schema, run, place, scope, faults } = judging;
  const rules: readonly (readonly [string, JsonSchema | readonly string[]])[] = [
    ...Object.entries(schema.dependentRequired ?? {}),
    ...Object.entries(schema.dependentSchemas ?? {}),
    ...Object.entries(schema.dependencies ?? {}),
  ];
  for (const [key, rule] of rules) {
    if (!Object.hasOwn(value, key)) continue;
    if (isSchema(rule)) adopt(judging, run.evaluate(run, rule, value as Value, place, scope));
    else {
      const missing = [rule].flat().filter((name) => !Object.hasOwn(value, name));
      if (missing.length > 0) faults.push({ keyword: "dependentRequired", schema, place, keys: [key, ...missing] });
    }
  }
}

function judgeNames(judging: Judging, names: JsonSchema, keys: readonly string[]): void {
  const { schema, run, place, scope, faults } = judging;
  for (const key of keys) {
    const { faults: inner } = run.evaluate(run, names, key, childPlace(place, key), scope);
    if (inner.length > 0) faults.push({ keyword: "propertyNames", schema, place, keys: [key], inner });
  }
}

function judgeMember(judging: Judging, key: string, child: Value): void {
  const { schema, run, place, scope, evaluated, faults } = judging;
  const schemas = memberSchemas(schema, key);
  const inner = childPlace(place, key);
  for (const member of schemas) adoptChild(judging, run.evaluate(run, member, child, inner, scope));
  if (schemas.length > 0) evaluated?.keys.add(key);
  if (schemas.length > 0 || schema.additionalProperties === undefined) return;
  evaluated?.keys.add(key);
  if (schema.additionalProperties === false)
    faults.push({ keyword: "additionalProperties", schema, place, keys: [key] });
  else adoptChild(judging, run.evaluate(run, schema.additionalProperties, child, inner, scope));
}

/** What a schema says of a member by its name: `properties` and every pattern that fits. */
export function memberSchemas(schema: SchemaObject, key: string): readonly JsonSchema[] {
  const named = ownSchema(schema.properties, key);
  const found: JsonSchema[] = named === undefined ? [] : [named];
  if (schema.patternProperties === undefined) return found;
  for (const [pattern, member] of Object.entries(schema.patternProperties)) {
    if (patternOf(pattern)?.test(key)) found.push(member);
  }
  return found;
}

function judgeUnevaluated(judging: Judging, rule: JsonSchema, value: Members): void {
  const { schema, run, place, scope, evaluated, faults } = judging;
  if (!evaluated || evaluated.allKeys) return;
  for (const [key, child] of Object.entries(value)) {
    if (evaluated.keys.has(key)) continue;
    if (rule !== false) adoptChild(judging, run.evaluate(run, rule, child, childPlace(place, key), scope));
    // A part that failed has told what it knows of its keys; that they count as unknown would be a second fault.
    else if (!isDoubtful(judging)) faults.push({ keyword: "unevaluatedProperties", schema, place, keys: [key] });
  }
  evaluated.allKeys = true;
}

/** true when something at this place is wrong or not known, so that which keys are known is not certain. */
function isDoubtful({ faults, place, uncertain }: Judging): boolean {
  return uncertain || faults.some((fault) => fault.place === place && fault.keyword !== "unevaluatedProperties");
}
