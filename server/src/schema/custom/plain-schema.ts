import type { Value } from "../../yaml/value.ts";
import type { Schema, SchemaType } from "../json-schema.ts";
import { type Applied, type AppliedTo, childrenOf } from "./applicable.ts";
import { typesOf } from "./schema-object.ts";

/** Levels below a place that are written out; required parts end before, and a schema may require itself. */
const MAXIMUM_LEVELS = 6;

/** What a child that is not written yet would be, as one schema: of a union its first branch. See {@link plainSchema}. */
export function plainChild(document: AppliedTo, parents: readonly Applied[], step: string | number): Schema {
  return childSchema({ ...document, unions: "first" }, parents, step, 0);
}

/**
 * What applies at a place as one schema without references, with its required children: what the skeletons of our own schemas read.
 * Values that are not text stand as the default, because those skeletons list texts alone.
 */
function plainSchema(document: AppliedTo, applied: readonly Applied[], level: number): Schema {
  const schemas = applied.map(({ schema }) => schema);
  const first = <T>(pick: (schema: Applied["schema"]) => T | undefined): T | undefined =>
    schemas.map(pick).find((found) => found !== undefined);
  const required = [...new Set(schemas.flatMap((schema) => schema.required ?? []))];
  const values = first((schema) => (schema.const === undefined ? schema.enum : [schema.const]));
  const texts = values?.every((value) => typeof value === "string") ? values : undefined;
  const preset = first((schema) => schema.default) ?? (texts ? undefined : values?.[0]);
  const types = [...new Set(schemas.flatMap(typesOf))] as SchemaType[];
  const isList = types.includes("array") && !types.includes("object");
  const children = level >= MAXIMUM_LEVELS ? [] : required;
  const named = children.map((key) => [key, childSchema(document, applied, key, level)] as const);
  return {
    ...(types.length > 0 && { type: types }),
    ...(types.length === 0 && named.length > 0 && { type: "object" }),
    ...(texts?.length === 1 && { const: texts[0] }),
    ...(texts && texts.length > 1 && { enum: texts }),
    ...(isScalar(preset) && { default: preset }),
    ...(named.length > 0 && { required: children, properties: Object.fromEntries(named) }),
    ...(isList && level < MAXIMUM_LEVELS && { items: childSchema(document, applied, 0, level) }),
    ...(first((schema) => schema.minItems) !== undefined && { minItems: first((schema) => schema.minItems) }),
    ...(first((schema) => schema.minimum) !== undefined && { minimum: first((schema) => schema.minimum) }),
  };
}

function childSchema(document: AppliedTo, parents: readonly Applied[], step: string | number, level: number): Schema {
  return plainSchema(document, childrenOf(document, parents, step, undefined), level + 1);
}

function isScalar(value: Value | undefined): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
