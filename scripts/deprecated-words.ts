import { deprecatedProperties } from "../server/src/schema/deprecated-properties.ts";
import type { Schema } from "../server/src/schema/json-schema.ts";
import { type ResolvedSchema, resolve } from "../server/src/schema/registry.ts";

/** Every key and value that is deprecated somewhere below a schema: a text that holds none of these words holds nothing deprecated. */
export function deprecatedWords(schema: ResolvedSchema): readonly string[] {
  const words = new Set<string>();
  collect(schema, words, new Set());
  return [...words].sort();
}

function collect(schema: Schema, words: Set<string>, seen: Set<Schema>): void {
  const target = resolve(schema);
  if (seen.has(target)) return;
  seen.add(target);
  for (const value of Object.keys(target["x-deprecated-values"] ?? {})) words.add(value);
  for (const [key] of deprecatedProperties(target)) words.add(key);
  for (const child of subschemas(target)) collect(child, words, seen);
}

/** Direct subschemas of a schema. */
function subschemas(schema: Schema): readonly Schema[] {
  const maps = [schema.$defs, schema.properties, schema.patternProperties].flatMap((map) => Object.values(map ?? {}));
  const lists = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const single = [schema.items, schema.additionalProperties, schema.propertyNames, schema.not];
  return [...maps, ...lists, ...single].filter((child): child is Schema => typeof child === "object");
}
