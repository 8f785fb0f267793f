import { stringify } from "yaml";
import type { Kind } from "../../server/src/protocol.ts";
import type { Schema } from "../../server/src/schema/json-schema.ts";
import { allowedValues } from "../../server/src/schema/match.ts";
import { loadSchemas, resolve, schemaOf } from "../../server/src/schema/registry.ts";

await loadSchemas();

/** A property of a schema, and the smallest document that has it. */
export interface SchemaPlace {
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
  /** Keys around the property that decide unions on the way to it, as a value that has the property itself as null. */
  readonly value: unknown;
}

/** Every property of a kind's schema, recursive parts once. */
export function schemaPlaces(kind: Kind): readonly SchemaPlace[] {
  const places: SchemaPlace[] = [];
  visit(schemaOf(kind), [], (inner) => inner, new Set(), places);
  return places;
}

/** Text of a place's document; the property has no value. */
export function placeText(place: SchemaPlace): string {
  return stringify(place.value, { nullStr: "" });
}

type Wrap = (inner: unknown) => unknown;

function visit(
  schema: Schema,
  path: readonly (string | number)[],
  wrap: Wrap,
  seen: Set<Schema>,
  places: SchemaPlace[],
): void {
  const target = resolve(schema);
  if (seen.has(target)) return;
  seen.add(target);
  const branches = target.oneOf?.map(resolve) ?? [target];
  for (const branch of branches) visitBranch(branch, target, path, wrap, seen, places);
}

function visitBranch(
  branch: Schema,
  union: Schema,
  path: readonly (string | number)[],
  wrap: Wrap,
  seen: Set<Schema>,
  places: SchemaPlace[],
): void {
  const tag = union.discriminator?.propertyName;
  const decided = tag === undefined ? {} : { [tag]: allowedValues(branch.properties?.[tag])[0] };
  for (const [key, child] of Object.entries(branch.properties ?? {})) {
    const inside: Wrap = (inner) => wrap({ ...decided, [key]: inner });
    places.push({ path: [...path, key], schema: resolve(child), value: inside(null) });
    visit(child, [...path, key], inside, seen, places);
  }
  if (branch.items) visit(branch.items, [...path, 0], (inner) => wrap([inner]), seen, places);
  if (typeof branch.additionalProperties === "object") {
    const names = branch.propertyNames && resolve(branch.propertyNames);
    const name = String(names?.examples?.[0] ?? allowedValues(names)[0] ?? "example");
    visit(branch.additionalProperties, [...path, name], (inner) => wrap({ ...decided, [name]: inner }), seen, places);
  }
}
