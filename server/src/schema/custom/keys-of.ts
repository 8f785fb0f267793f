import { referenced, type SchemaLinks } from "./links.ts";
import { inPlace, isSchemaObject, type JsonSchema, type SchemaObject } from "./schema-object.ts";

/** Keys that a schema names, and those that the schemas it combines and refers to name for the same mapping. */
export function inPlaceKeys(schema: SchemaObject, links: SchemaLinks): readonly string[] {
  const keys = new Set<string>();
  const seen = new Set<JsonSchema>();
  const open: JsonSchema[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next) || !isSchemaObject(next)) continue;
    seen.add(next);
    for (const key of Object.keys(next.properties ?? {})) keys.add(key);
    open.push(...inPlace(next), ...referenced(links, next, undefined));
  }
  return [...keys];
}
