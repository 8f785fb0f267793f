import type { Schema } from "./json-schema.ts";
import { resolve } from "./registry.ts";

const answers = new WeakMap<Schema, boolean>();

/**
 * true when a value of the schema, or anything within it, can declare or use a name (`x-defines`, `x-refers`). Most parts of a file
 * can not, and who looks for names need not enter them.
 */
export function holdsNames(schema: Schema): boolean {
  const known = answers.get(schema);
  if (known !== undefined) return known;
  const seen = new Set<Schema>();
  const open = [schema];
  for (let next = open.pop(); next; next = open.pop()) {
    const target = resolve(next);
    if (seen.has(target)) continue;
    seen.add(target);
    if (isAboutNames(target) || answers.get(target) === true) {
      answers.set(schema, true);
      return true;
    }
    if (answers.get(target) === undefined) open.push(...subschemas(target));
  }
  // None of what can be reached from here holds names.
  for (const target of seen) answers.set(target, false);
  answers.set(schema, false);
  return false;
}

function isAboutNames(schema: Schema): boolean {
  return schema["x-defines"] !== undefined || schema["x-refers"] !== undefined;
}

function subschemas(schema: Schema): readonly Schema[] {
  const { properties, patternProperties, additionalProperties, propertyNames, items, oneOf } = schema;
  return [
    ...Object.values(properties ?? {}),
    ...Object.values(patternProperties ?? {}),
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ...(propertyNames ? [propertyNames] : []),
    ...(items ? [items] : []),
    ...(oneOf ?? []),
  ];
}
