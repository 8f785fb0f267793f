import type { Schema } from "../server/src/schema/json-schema.ts";
import { type ResolvedSchema, resolve } from "../server/src/schema/registry.ts";
import { scalarLanguage } from "../server/src/values/index.ts";

/** Keys below which a value of a language can stand, for each language with a parser that is loaded late. */
export function lateLanguages(schema: ResolvedSchema): Readonly<Record<string, readonly string[]>> {
  const keys = new Map<string, Set<string>>();
  collect(schema, "", keys, new Map());
  return Object.fromEntries([...keys].sort().map(([format, found]) => [format, shortest(found).sort()]));
}

/** Keys that hold no other one: a text that holds the longer key holds the shorter one as well. */
function shortest(keys: ReadonlySet<string>): string[] {
  return [...keys].filter((key) => ![...keys].some((other) => other !== key && key.includes(other)));
}

/** `key` is the last named key on the way to the schema. */
function collect(schema: Schema, key: string, keys: Map<string, Set<string>>, seen: Map<Schema, Set<string>>): void {
  const target = resolve(schema);
  const visited = seen.get(target) ?? new Set();
  if (visited.has(key)) return;
  seen.set(target, visited.add(key));
  if (target.format !== undefined && scalarLanguage(target.format)?.load) {
    keys.set(target.format, (keys.get(target.format) ?? new Set()).add(key));
  }
  for (const [name, child] of Object.entries(target.properties ?? {})) collect(child, name, keys, seen);
  for (const child of unnamed(target)) collect(child, key, keys, seen);
}

/** Subschemas without a key of their own. */
function unnamed(schema: Schema): readonly Schema[] {
  const lists = [...Object.values(schema.patternProperties ?? {}), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const single = [...(schema.allOf ?? []), schema.items, schema.additionalProperties, schema.propertyNames];
  return [...lists, ...single].filter((child): child is Schema => typeof child === "object");
}
