import type { NodePath } from "../../yaml/node.ts";
import type { Value } from "../../yaml/value.ts";
import type { PlaceholderState } from "../validate.ts";
import type { SchemaLinks, Scope } from "./links.ts";
import type { JsonSchema, SchemaObject } from "./schema-object.ts";

/** A place in the document, as steps from the root; the last one first. */
export interface Place {
  readonly outer: Place | undefined;
  readonly step: string | number;
  /** Schemas that are being asked about this place through references; a schema that comes again adds nothing. */
  readonly open: JsonSchema[];
}

/** One violated keyword. */
export interface Fault {
  readonly keyword: string;
  /** The schema that has the keyword. */
  readonly schema: SchemaObject;
  readonly place: Place;
  /** Keys that the fault is about: missing or unknown ones, the name that is not allowed. */
  readonly keys?: readonly string[];
  /** Indexes of the items that it is about. */
  readonly indexes?: readonly number[];
  /** A number that belongs to the fault: matching items of `contains`, the limit of a bound. */
  readonly count?: number;
  /** What each branch of a union has against the value. */
  readonly branches?: readonly Branch[];
  /** What a name violates. */
  readonly inner?: readonly Fault[];
  /** Text of the schema's author that says it better. */
  readonly message?: string;
}

/** A branch of `anyOf` or `oneOf`. */
export interface Branch {
  readonly schema: JsonSchema;
  readonly faults: readonly Fault[];
}

/** Children that some schema has judged. */
export interface Evaluated {
  readonly keys: Set<string>;
  readonly indexes: Set<number>;
  allKeys: boolean;
  allItems: boolean;
}

/** What came out of judging a value by a schema. */
export interface Outcome {
  readonly faults: readonly Fault[];
  /** true when the verdict depends on values that are not known. */
  readonly uncertain: boolean;
  /** Undefined when nobody asks. */
  readonly evaluated: Evaluated | undefined;
}

/** What judging needs to know. */
export interface Run {
  readonly links: SchemaLinks;
  /** States of the values that stand for placeholders. */
  readonly placeholders: WeakMap<object, PlaceholderState>;
  /** Judges a value within another one. */
  readonly evaluate: (run: Run, schema: JsonSchema, value: Value, place: Place, scope: Scope | undefined) => Outcome;
  /** Depth of schemas within each other, against schemas that nest without end. */
  depth: number;
  /** Questions that may still be asked: branches within branches can double the work at every level. */
  left: number;
}

/** What a keyword is judged in. */
export interface Judging {
  readonly run: Run;
  readonly schema: SchemaObject;
  readonly place: Place;
  readonly scope: Scope | undefined;
  readonly faults: Fault[];
  readonly evaluated: Evaluated | undefined;
  uncertain: boolean;
}

/** The place of a whole document. */
export function rootPlace(): Place {
  return { outer: undefined, step: "", open: [] };
}

/** A place within another one. */
export function childPlace(outer: Place, step: string | number): Place {
  return { outer, step, open: [] };
}

/** Path of a place from the root. */
export function pathOf(place: Place): NodePath {
  const steps: (string | number)[] = [];
  for (let current = place; current.outer; current = current.outer) steps.push(current.step);
  return steps.reverse();
}

/** true when a place is another one or lies in it. */
export function isWithin(place: Place, outer: Place): boolean {
  for (let current: Place | undefined = place; current; current = current.outer) if (current === outer) return true;
  return false;
}

/** true when two values are equal as JSON. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSame(item, b[index] ?? null))
    );
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key] ?? null, b[key] ?? null))
  );
}

/** A text that is the same for equal values and no others. */
export function identityOf(value: Value): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  if (Array.isArray(value)) return `[${value.map(identityOf).join(",")}]`;
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${identityOf(value[key] ?? null)}`).join(",")}}`;
}

/** Takes what a schema for the same value has found. */
export function adopt(judging: Judging, outcome: Outcome): void {
  for (const fault of outcome.faults) judging.faults.push(fault);
  if (outcome.uncertain) judging.uncertain = true;
  if (outcome.faults.length === 0) merge(judging.evaluated, outcome.evaluated);
}

/** Takes what a schema for a child has found. */
export function adoptChild(judging: Judging, outcome: Outcome): void {
  for (const fault of outcome.faults) judging.faults.push(fault);
  if (outcome.uncertain) judging.uncertain = true;
}

/** Adds the children that one schema has judged to those of another. */
export function merge(into: Evaluated | undefined, from: Evaluated | undefined): void {
  if (!into || !from) return;
  for (const key of from.keys) into.keys.add(key);
  for (const index of from.indexes) into.indexes.add(index);
  if (from.allKeys) into.allKeys = true;
  if (from.allItems) into.allItems = true;
}
