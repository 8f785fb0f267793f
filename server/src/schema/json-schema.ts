/** Severity that the schemas give to a violation (`x-severity`). */
export type SchemaSeverity = "error" | "warning" | "information";

export type SchemaType = "string" | "integer" | "number" | "boolean" | "object" | "array" | "null";

/**
 * The part of JSON Schema draft 2020-12 that our schemas use, with the vocabulary of this project.
 * `test/unit/schemas.test.ts` holds the schemas to this list.
 */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string };
  /** Only `{required: […]}` branches: at least one of these groups of keys must be there. */
  readonly anyOf?: readonly Schema[];
  /** Only `{not: {required: […]}}` items: these keys exclude each other. */
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly deprecated?: boolean;
  readonly deprecationMessage?: string;
  /** This value declares a name of the class. */
  readonly "x-defines"?: string;
  /** This value uses a name of the class. */
  readonly "x-refers"?: string;
  /** The value is a secret and must never be shown. */
  readonly "x-secret"?: boolean;
  /** Unit of a number, in words. */
  readonly "x-unit"?: string;
  /** Key of the child that names this item in outlines. */
  readonly "x-label"?: string;
  /** Severity of violations: of the whole subtree, or of single keywords of this schema. */
  readonly "x-severity"?: SchemaSeverity | Readonly<Record<string, SchemaSeverity>>;
  /** This property is another spelling of the named sibling. */
  readonly "x-alias"?: string;
  /** Other spellings among the values of `enum`, each with its canonical value. */
  readonly "x-enum-aliases"?: Readonly<Record<string, string>>;
  /** Values that still work, each with what to use instead. */
  readonly "x-deprecated-values"?: Readonly<Record<string, string>>;
  /** The value is the path of a file, relative to the file it stands in. */
  readonly "x-file"?: boolean;
  /** An unquoted number is accepted as its text, with this severity. */
  readonly "x-unquoted"?: SchemaSeverity;
  /** Key whose value must differ between the items of this list. */
  readonly "x-unique"?: string;
}

/** The types a schema accepts; empty when it does not say. */
export function typesOf(schema: Schema): readonly SchemaType[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === "string" ? [schema.type] : schema.type;
}
