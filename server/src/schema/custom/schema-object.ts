import type { Value } from "../../yaml/value.ts";

/** A JSON Schema of any draft: `true` allows everything, `false` nothing. */
export type JsonSchema = boolean | SchemaObject;

/** The keywords of drafts 04 to 2020-12, and what VS Code and yaml-language-server added to them. */
export interface SchemaObject {
  readonly $schema?: string;
  readonly $id?: string;
  readonly id?: string;
  readonly $anchor?: string;
  readonly $dynamicAnchor?: string;
  readonly $recursiveAnchor?: boolean;
  readonly $ref?: string;
  readonly $dynamicRef?: string;
  readonly $recursiveRef?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Value[];
  readonly const?: Value;
  readonly default?: Value;
  readonly examples?: readonly Value[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A number; in draft-04 `true` makes `minimum` exclusive. */
  readonly exclusiveMinimum?: number | boolean;
  readonly exclusiveMaximum?: number | boolean;
  readonly multipleOf?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema;
  readonly unevaluatedProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, JsonSchema>>;
  readonly dependencies?: Readonly<Record<string, JsonSchema | readonly string[]>>;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly additionalItems?: JsonSchema;
  readonly unevaluatedItems?: JsonSchema;
  readonly contains?: JsonSchema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly deprecated?: boolean;
  readonly deprecationMessage?: string;
  readonly errorMessage?: string | Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly patternErrorMessage?: string;
  readonly doNotSuggest?: boolean;
  readonly suggestSortText?: string;
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly enumItemLabels?: readonly string[];
  readonly defaultSnippets?: readonly DefaultSnippet[];
}

/** A snippet of VS Code's JSON vocabulary: `body` is a value with tab stops in its texts, `bodyText` the text itself. */
export interface DefaultSnippet {
  readonly label?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly body?: Value;
  readonly bodyText?: string;
}

/** What a draft means by the words that changed their meaning. */
export interface Dialect {
  /** The keyword that names a schema. */
  readonly idKeyword: "id" | "$id";
  /** true: beside `$ref` nothing else counts (drafts 04 to 07). */
  readonly referenceStandsAlone: boolean;
  /** true: `contains` says of the items that it matches that they are known (2020-12). */
  readonly containsEvaluates: boolean;
  /** true: `items` as a list means the first items. */
  readonly itemsMayBeList: boolean;
  /** URI of the meta-schema; undefined for a schema that does not say. */
  readonly metaSchema: string | undefined;
}

const OLD = { referenceStandsAlone: true, containsEvaluates: false, itemsMayBeList: true } as const;

const DIALECTS: Readonly<Record<string, Dialect>> = {
  "json-schema.org/draft-04/schema": {
    ...OLD,
    idKeyword: "id",
    metaSchema: "http://json-schema.org/draft-04/schema",
  },
  "json-schema.org/draft-06/schema": {
    ...OLD,
    idKeyword: "$id",
    metaSchema: "http://json-schema.org/draft-06/schema",
  },
  "json-schema.org/draft-07/schema": {
    ...OLD,
    idKeyword: "$id",
    metaSchema: "http://json-schema.org/draft-07/schema",
  },
  "json-schema.org/draft/2019-09/schema": {
    ...OLD,
    idKeyword: "$id",
    referenceStandsAlone: false,
    metaSchema: "https://json-schema.org/draft/2019-09/schema",
  },
  "json-schema.org/draft/2020-12/schema": {
    idKeyword: "$id",
    referenceStandsAlone: false,
    containsEvaluates: true,
    itemsMayBeList: false,
    metaSchema: "https://json-schema.org/draft/2020-12/schema",
  },
};

/** A schema that names no draft, or one of its own, is read as the newest one that still understands the older spellings. */
const UNSAID: Dialect = {
  idKeyword: "$id",
  referenceStandsAlone: false,
  containsEvaluates: true,
  itemsMayBeList: true,
  metaSchema: undefined,
};

/** The dialect that a `$schema` names. */
export function dialectOf(uri: string | undefined): Dialect {
  return (uri !== undefined && DIALECTS[nameOfMetaSchema(uri)]) || UNSAID;
}

/** true for the URI of a meta-schema of json-schema.org. */
export function isMetaSchema(uri: string): boolean {
  return Object.hasOwn(DIALECTS, nameOfMetaSchema(uri));
}

function nameOfMetaSchema(uri: string): string {
  return uri.replace(/^https?:\/\//, "").replace(/#$/, "");
}

/** true for a value that is a schema by its shape. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "boolean" || isSchemaObject(value);
}

/** true for a schema that is an object. */
export function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ONE: readonly string[] = [
  "additionalItems",
  "additionalProperties",
  "contains",
  "else",
  "if",
  "items",
  "not",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
];
const LIST: readonly string[] = ["allOf", "anyOf", "items", "oneOf", "prefixItems"];
const MAP: readonly string[] = [
  "$defs",
  "definitions",
  "dependencies",
  "dependentSchemas",
  "patternProperties",
  "properties",
];

/** The schemas directly within a schema, wherever a draft knows one. */
export function subschemas(schema: SchemaObject): readonly JsonSchema[] {
  const found: JsonSchema[] = [];
  const record = schema as Readonly<Record<string, unknown>>;
  for (const keyword of ONE) if (isSchema(record[keyword])) found.push(record[keyword]);
  for (const keyword of LIST) if (Array.isArray(record[keyword])) found.push(...record[keyword].filter(isSchema));
  for (const keyword of MAP) {
    const members = record[keyword];
    if (isSchemaObject(members)) found.push(...Object.values(members).filter(isSchema));
  }
  return found;
}

/** The schemas within a schema that judge the same value as the schema itself. */
export function inPlace(schema: SchemaObject): readonly JsonSchema[] {
  const { allOf = [], anyOf = [], oneOf = [], dependentSchemas = {}, dependencies = {} } = schema;
  const ones = [schema.not, schema.if, schema.then, schema.else].filter(isSchema);
  return [
    ...allOf,
    ...anyOf,
    ...oneOf,
    ...ones,
    ...Object.values(dependentSchemas),
    ...Object.values(dependencies).filter(isSchema),
  ];
}

/** The types a schema accepts; empty when it does not say. */
export function typesOf(schema: SchemaObject): readonly string[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === "string" ? [schema.type] : schema.type;
}

/** The child that a record of schemas has for a name; undefined when it has none. */
export function ownSchema<T>(members: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isMessages = (value: unknown): boolean =>
  isSchemaObject(value) &&
  Object.values(value).every(
    (message) => isText(message) || (isSchemaObject(message) && Object.values(message).every(isText)),
  );

/** Shapes of the keywords that a meta-schema may not know, so that it lets every value pass. */
const SHAPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  examples: Array.isArray,
  markdownDescription: isText,
  deprecationMessage: isText,
  patternErrorMessage: isText,
  errorMessage: (value) => isText(value) || isMessages(value),
  enumDescriptions: isTexts,
  markdownEnumDescriptions: isTexts,
  enumItemLabels: isTexts,
  defaultSnippets: (value) => Array.isArray(value) && value.every(isSchemaObject),
};

/** Removes keywords whose value is not what the keyword means: they are annotations, and a wrong one is as good as none. */
export function dropMalformed(schema: SchemaObject): void {
  const record = schema as Record<string, unknown>;
  for (const [keyword, fits] of Object.entries(SHAPES)) {
    if (record[keyword] !== undefined && !fits(record[keyword])) delete record[keyword];
  }
}
