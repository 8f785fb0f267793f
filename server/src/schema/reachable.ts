import type { Schema } from "./json-schema.ts";
import { type ResolvedSchema, resolve } from "./registry.ts";

/**
 * A question about schemas: true when a test holds for a schema or for any that a value within its values can have. Most parts of a file
 * are of no interest to who looks for something, and need not be entered. Answers are kept as long as the question.
 */
export function reachable(test: (schema: ResolvedSchema) => boolean): (schema: Schema) => boolean {
  const answers = new WeakMap<Schema, boolean>();
  return (schema) => {
    const known = answers.get(schema);
    if (known !== undefined) return known;
    const seen = new Set<Schema>();
    const open = [schema];
    for (let next = open.pop(); next; next = open.pop()) {
      const target = resolve(next);
      if (seen.has(target)) continue;
      seen.add(target);
      if (test(target) || answers.get(target) === true) {
        answers.set(schema, true);
        return true;
      }
      if (answers.get(target) === undefined) open.push(...subschemas(target));
    }
    // The test holds for nothing that can be reached from here.
    for (const target of seen) answers.set(target, false);
    answers.set(schema, false);
    return false;
  };
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
