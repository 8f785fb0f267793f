import { type Dialect, type JsonSchema, type SchemaObject, typesOf } from "./schema-object.ts";

/** A schema with a URI of its own, and the names within it. */
export interface Resource {
  /** What relative references in it are relative to: its `$id`, else where it was read. */
  readonly uri: string;
  /** The file it stands in. */
  readonly file: string;
  readonly root: JsonSchema;
  readonly dialect: Dialect;
  readonly anchors: Map<string, SchemaObject>;
  readonly dynamicAnchors: Map<string, SchemaObject>;
}

/** Where a `$dynamicRef` or `$recursiveRef` leads when nothing on the way there says otherwise. */
export interface DynamicTarget {
  readonly initial: JsonSchema;
  /** Name of the dynamic anchor that an outer schema may have too; `""` for a recursive anchor; undefined for a fixed target. */
  readonly anchor: string | undefined;
}

/** Where the references of a set of schemas lead. */
export interface SchemaLinks {
  readonly targets: ReadonlyMap<SchemaObject, JsonSchema>;
  readonly dynamicTargets: ReadonlyMap<SchemaObject, DynamicTarget>;
  readonly resources: ReadonlyMap<SchemaObject, Resource>;
  /** true when a schema asks which children nobody else has judged. */
  readonly asksUnevaluated: boolean;
  /** true when a schema says that something is deprecated. */
  readonly deprecates: boolean;
}

/** The resources that were entered on the way to a schema, the innermost first. */
export interface Scope {
  readonly resource: Resource;
  readonly outer: Scope | undefined;
}

/** The scope within a schema. */
export function enterScope(links: SchemaLinks, schema: SchemaObject, scope: Scope | undefined): Scope | undefined {
  const resource = links.resources.get(schema);
  return resource === undefined || resource === scope?.resource ? scope : { resource, outer: scope };
}

/** What the references of a schema stand for; empty for a schema without references. */
export function referenced(links: SchemaLinks, schema: SchemaObject, scope: Scope | undefined): readonly JsonSchema[] {
  const found: JsonSchema[] = [];
  const target = schema.$ref === undefined ? undefined : links.targets.get(schema);
  if (target !== undefined) found.push(target);
  const dynamic = links.dynamicTargets.get(schema);
  if (dynamic) found.push(dynamicTarget(dynamic, scope));
  return found;
}

function dynamicTarget({ initial, anchor }: DynamicTarget, scope: Scope | undefined): JsonSchema {
  let target = initial;
  if (anchor === undefined) return target;
  for (let current = scope; current; current = current.outer) {
    const named = current.resource.dynamicAnchors.get(anchor);
    if (named) target = named;
  }
  return target;
}

/** true when only the reference of a schema counts. */
export function isReferenceOnly(links: SchemaLinks, schema: SchemaObject): boolean {
  return schema.$ref !== undefined && links.resources.get(schema)?.dialect.referenceStandsAlone === true;
}

/** What `items` and its companions say: schemas of the first items, and of the others. */
export function itemSchemas(schema: SchemaObject): {
  readonly first: readonly JsonSchema[];
  readonly rest: JsonSchema | undefined;
  readonly restKeyword: "items" | "additionalItems";
} {
  const { items, prefixItems } = schema;
  if (isList(items)) return { first: items, rest: schema.additionalItems, restKeyword: "additionalItems" };
  return { first: prefixItems ?? [], rest: items, restKeyword: "items" };
}

function isList(items: SchemaObject["items"]): items is readonly JsonSchema[] {
  return Array.isArray(items);
}

/** true when a schema accepts a type as far as its own `type` says. */
export function acceptsType(schema: SchemaObject, type: string): boolean {
  const types = typesOf(schema);
  return types.length === 0 || types.includes(type) || (type === "integer" && types.includes("number"));
}
