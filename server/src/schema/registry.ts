import common from "../../../schemas/common.schema.json" with { type: "json" };
import { KINDS, type Kind } from "../protocol.ts";
import type { Schema } from "./json-schema.ts";

/** The schemas are large and a session often needs one or two of them, so each is loaded when its kind first appears. */
const LOADERS: Readonly<Record<Kind, () => Promise<{ readonly default: object }>>> = {
  tenant: () => import("../../../schemas/tenant.schema.json", { with: { type: "json" } }),
  monitoring: () => import("../../../schemas/monitoring.schema.json", { with: { type: "json" } }),
  security: () => import("../../../schemas/security.schema.json", { with: { type: "json" } }),
  environment: () => import("../../../schemas/environment.schema.json", { with: { type: "json" } }),
  localization: () => import("../../../schemas/localization.schema.json", { with: { type: "json" } }),
};

const documents = new Map<string, Schema>();
const resolved = new WeakMap<Schema, ResolvedSchema>();
const owners = new WeakMap<object, Schema>();

addDocument(asSchema(common));

function addDocument(schema: Schema): void {
  documents.set(schema.$id ?? "", schema);
  claimReferences(schema, schema);
}

/** A test holds the files to the keywords of {@link Schema}; the compiler only sees their literal shapes. */
function asSchema(file: object): Schema {
  return file;
}

/** Loads the schema of a kind; does nothing when it is there. */
export async function loadSchema(kind: Kind): Promise<void> {
  if (!documents.has(`tenant-config:${kind}`)) addDocument(asSchema((await LOADERS[kind]()).default));
}

/** Loads the schemas of all kinds. */
export async function loadSchemas(): Promise<void> {
  await Promise.all(KINDS.map(loadSchema));
}

/** The schema documents that are loaded, by `$id`. */
export function schemaDocuments(): ReadonlyMap<string, Schema> {
  return documents;
}

/** A schema whose `$ref` has been replaced by what it points to. Never has a `$ref` itself. */
export type ResolvedSchema = Schema;

/** Root schema of a kind. Throws when {@link loadSchema} was not awaited before: a defect of the caller. */
export function schemaOf(kind: Kind): ResolvedSchema {
  const schema = documents.get(`tenant-config:${kind}`);
  if (!schema) throw new Error(`The schema of the kind ${kind} is not loaded.`);
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
  resolved.set(schema, merged);
  return merged;
}

function lookup(reference: string, owner: Schema | undefined): Schema {
  const [id = "", pointer = ""] = reference.split("#");
  const document = id === "" ? owner : documents.get(id);
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

/** Remembers for every `#/…` reference which document it stands in, so that it can be followed. */
function claimReferences(value: object, owner: Schema): void {
  if ("$ref" in value && typeof value.$ref === "string" && value.$ref.startsWith("#")) owners.set(value, owner);
  for (const child of Object.values(value))
    if (typeof child === "object" && child !== null) claimReferences(child, owner);
}
