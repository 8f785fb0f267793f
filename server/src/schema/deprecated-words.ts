import type { Schema } from "./json-schema.ts";
import { type ResolvedSchema, resolve, subschemas } from "./registry.ts";

const properties = new WeakMap<ResolvedSchema, readonly (readonly [name: string, property: ResolvedSchema])[]>();

/** The deprecated properties of a mapping, with their names. */
export function deprecatedProperties(
  schema: ResolvedSchema,
): readonly (readonly [name: string, property: ResolvedSchema])[] {
  const before = properties.get(schema);
  if (before) return before;
  const all = Object.entries(schema.properties ?? {}).map(([name, property]) => [name, resolve(property)] as const);
  const found = all.filter(([, property]) => property.deprecated);
  properties.set(schema, found);
  return found;
}

const known = new WeakMap<ResolvedSchema, ReadonlySet<string>>();

/** Every key and value that is deprecated somewhere below a schema: a text that holds none of these words holds nothing deprecated. */
export function deprecatedWords(schema: ResolvedSchema): ReadonlySet<string> {
  const before = known.get(schema);
  if (before) return before;
  const words = new Set<string>();
  collect(schema, words, new Set());
  known.set(schema, words);
  return words;
}

function collect(schema: Schema, words: Set<string>, seen: Set<Schema>): void {
  const target = resolve(schema);
  if (seen.has(target)) return;
  seen.add(target);
  for (const value of Object.keys(target["x-deprecated-values"] ?? {})) words.add(value);
  for (const [key] of deprecatedProperties(target)) words.add(key);
  for (const child of subschemas(target)) collect(child, words, seen);
}
