import common from "../../../schemas/common.schema.json" with { type: "json" };
import environment from "../../../schemas/environment.schema.json" with { type: "json" };
import localization from "../../../schemas/localization.schema.json" with { type: "json" };
import monitoring from "../../../schemas/monitoring.schema.json" with { type: "json" };
import security from "../../../schemas/security.schema.json" with { type: "json" };
import tenant from "../../../schemas/tenant.schema.json" with { type: "json" };
import type { Kind } from "../protocol.ts";
import type { Schema } from "./json-schema.ts";

/** A test holds the files to the keywords of {@link Schema}; the compiler only sees their literal shapes. */
function asSchema(file: object): Schema {
  return file;
}

const KIND_SCHEMAS: Readonly<Record<Kind, Schema>> = {
  tenant: asSchema(tenant),
  monitoring: asSchema(monitoring),
  security: asSchema(security),
  environment: asSchema(environment),
  localization: asSchema(localization),
};

const DOCUMENTS: ReadonlyMap<string, Schema> = new Map(
  [asSchema(common), ...Object.values(KIND_SCHEMAS)].map((schema) => [schema.$id ?? "", schema]),
);

/** All schema documents, by `$id`. */
export function schemaDocuments(): ReadonlyMap<string, Schema> {
  return DOCUMENTS;
}

/** A schema whose `$ref` has been replaced by what it points to. Never has a `$ref` itself. */
export type ResolvedSchema = Schema;

const resolved = new WeakMap<Schema, ResolvedSchema>();
const owners = new WeakMap<Schema, Schema>();

/** Root schema of a kind. */
export function schemaOf(kind: Kind): ResolvedSchema {
  const schema = KIND_SCHEMAS[kind];
  adopt(schema, schema);
  return schema;
}

/**
 * Follows `$ref`; keywords beside it win over those of the target. The same schema always gives the same object.
 * Throws for a reference that leads nowhere: the schemas ship with the program, so that is a defect and a test finds it.
 */
export function resolve(schema: Schema): ResolvedSchema {
  if (schema.$ref === undefined) return schema;
  const known = resolved.get(schema);
  if (known) return known;
  const { $ref, ...siblings } = schema;
  const target = resolve(lookup($ref, owners.get(schema)));
  const merged: Schema = { ...target, ...siblings };
  const owner = owners.get(target);
  if (owner) adopt(merged, owner);
  if (schema.properties) adopt(schema, owners.get(schema) ?? schema);
  resolved.set(schema, merged);
  return merged;
}

function lookup(reference: string, owner: Schema | undefined): Schema {
  const [id = "", pointer = ""] = reference.split("#");
  const document = id === "" ? owner : DOCUMENTS.get(id);
  if (document) adopt(document, document);
  const target = pointer
    .split("/")
    .filter((part) => part !== "")
    .reduce<unknown>((value, part) => member(value, part), document);
  if (typeof target !== "object" || target === null) throw new Error(`Schema reference ${reference} leads nowhere.`);
  return target;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** Remembers for every subschema which document it belongs to, so that `#/…` references can be followed from it. */
function adopt(schema: Schema, owner: Schema): void {
  if (owners.get(schema) === owner) return;
  owners.set(schema, owner);
  for (const child of subschemas(schema)) adopt(child, owner);
}

/** Direct subschemas of a schema, in the order of the keywords below. */
export function subschemas(schema: Schema): readonly Schema[] {
  const maps = [schema.$defs, schema.properties, schema.patternProperties].flatMap((map) => Object.values(map ?? {}));
  const lists = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const single = [schema.items, schema.additionalProperties, schema.propertyNames, schema.not];
  return [...maps, ...lists, ...single].filter((child): child is Schema => typeof child === "object");
}
