import { type ResolvedSchema, resolve } from "./registry.ts";

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
