import type { Value } from "../../yaml/value.ts";
import { isOfFormat } from "./formats.ts";
import type { Judging } from "./outcome.ts";
import { patternOf } from "./patterns.ts";
import { typesOf } from "./schema-object.ts";

/** Judges `type`. */
export function judgeType({ schema, place, faults }: Judging, value: Value): void {
  if (schema.type === undefined) return;
  if (!typesOf(schema).some((type) => isOfType(value, type))) faults.push({ keyword: "type", schema, place });
}

/** true when a value is of a type of JSON Schema. */
export function isOfType(value: Value, type: string): boolean {
  switch (type) {
    case "integer":
      return typeof value === "number" && Number.isInteger(value);
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    default:
      return typeof value === type;
  }
}

/** Judges the keywords about texts and numbers. */
export function judgeScalar(judging: Judging, value: string | number | boolean | null): void {
  if (typeof value === "string") judgeText(judging, value);
  if (typeof value === "number") judgeNumber(judging, value);
}

function judgeText({ schema, place, faults }: Judging, value: string): void {
  const { minLength, maxLength, pattern, format } = schema;
  const length = minLength === undefined && maxLength === undefined ? 0 : [...value].length;
  if (minLength !== undefined && length < minLength) faults.push({ keyword: "minLength", schema, place });
  if (maxLength !== undefined && length > maxLength) faults.push({ keyword: "maxLength", schema, place });
  if (pattern !== undefined && patternOf(pattern)?.test(value) === false)
    faults.push({ keyword: "pattern", schema, place });
  if (format !== undefined && !isOfFormat(value, format)) faults.push({ keyword: "format", schema, place });
}

function judgeNumber({ schema, place, faults }: Judging, value: number): void {
  for (const { keyword, limit, holds } of boundsOf(schema)) {
    if (!holds(value)) faults.push({ keyword, schema, place, count: limit });
  }
  if (schema.multipleOf !== undefined && !isMultiple(value, schema.multipleOf))
    faults.push({ keyword: "multipleOf", schema, place });
}

interface Bound {
  readonly keyword: "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum";
  readonly limit: number;
  readonly holds: (value: number) => boolean;
}

/** The bounds of a schema; `exclusiveMinimum: true` of draft-04 turns `minimum` into an exclusive one. */
export function boundsOf(schema: Judging["schema"]): readonly Bound[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const bounds: Bound[] = [];
  const above = typeof exclusiveMinimum === "number" ? exclusiveMinimum : exclusiveMinimum ? minimum : undefined;
  const below = typeof exclusiveMaximum === "number" ? exclusiveMaximum : exclusiveMaximum ? maximum : undefined;
  if (above !== undefined) bounds.push({ keyword: "exclusiveMinimum", limit: above, holds: (value) => value > above });
  if (below !== undefined) bounds.push({ keyword: "exclusiveMaximum", limit: below, holds: (value) => value < below });
  if (minimum !== undefined && exclusiveMinimum !== true)
    bounds.push({ keyword: "minimum", limit: minimum, holds: (value) => value >= minimum });
  if (maximum !== undefined && exclusiveMaximum !== true)
    bounds.push({ keyword: "maximum", limit: maximum, holds: (value) => value <= maximum });
  return bounds;
}

/** Decimal fractions are not exact in binary: 0.3 is a multiple of 0.1 for people. */
function isMultiple(value: number, divisor: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(divisor)) return value % divisor === 0;
  const quotient = value / divisor;
  const tolerance = Math.max(1e-12, Math.abs(quotient) * 4 * Number.EPSILON);
  return Number.isFinite(quotient) && Math.abs(quotient - Math.round(quotient)) <= tolerance;
}
