import type { Kind } from "../server/src/protocol.ts";
import type { Schema } from "../server/src/schema/json-schema.ts";
import { schemaDocuments, schemaOf } from "../server/src/schema/registry.ts";

/** A JSON Schema of draft-07; the keywords are those of {@link Schema} after the changes below. */
export interface Draft07Schema extends Omit<Schema, "$defs" | "properties" | "items" | "additionalProperties"> {
  readonly $comment?: string;
  readonly definitions?: Readonly<Record<string, Draft07Schema>>;
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Readonly<Record<string, Draft07Schema>>;
  readonly items?: Draft07Schema;
  readonly additionalProperties?: boolean | Draft07Schema;
}

const COMMON = "tenant-config:common";

/**
 * The draft-07 copy of a kind's schema. It needs no other file: the common definitions it uses, directly or through
 * each other, stand behind its own. The vocabulary of this project (`x-…`, `discriminator`) is left out.
 */
export function draft07Schema(kind: Kind): Draft07Schema {
  const { $schema: _dialect, $id, $defs, title, description, ...rest } = schemaOf(kind);
  const copy = new Draft07Copy($id ?? "");
  const body = copy.schema(rest);
  const own = copy.schemas($defs ?? {});
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    ...($id === undefined ? {} : { $id }),
    $comment: `Generated from schemas/${kind}.schema.json by scripts/generate-schemas.ts. Do not edit.`,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...body,
    definitions: { ...own, ...copy.commonDefinitions(Object.keys(own)) },
  };
}

class Draft07Copy {
  /** `$id` of the document that `#/…` references belong to. */
  #document: string;
  readonly #usedCommon = new Set<string>();

  constructor(document: string) {
    this.#document = document;
  }

  /** One schema with everything below it. */
  schema(schema: Schema): Draft07Schema {
    const copy: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema)) {
      const [name, converted] = this.#keyword(keyword, value);
      if (converted !== undefined) copy[name] = converted;
    }
    const { $ref, ...siblings } = copy;
    if ($ref === undefined || Object.keys(siblings).length === 0) return copy;
    // Before draft 2019-09 a `$ref` makes readers ignore its siblings.
    const { allOf = [], ...others } = siblings;
    return { ...others, allOf: [{ $ref }, ...(allOf as readonly Schema[])] } as Draft07Schema;
  }

  /** A map whose keys are names and whose values are schemas. */
  schemas(map: Readonly<Record<string, Schema>>): Readonly<Record<string, Draft07Schema>> {
    return Object.fromEntries(Object.entries(map).map(([name, child]) => [name, this.schema(child)]));
  }

  /** The common definitions used so far, by name. Throws when one has the name of an own definition. */
  commonDefinitions(own: readonly string[]): Readonly<Record<string, Draft07Schema>> {
    const common = schemaDocuments().get(COMMON)?.$defs ?? {};
    const definitions = new Map<string, Draft07Schema>();
    this.#document = COMMON;
    // Converting a definition can add to the set; a set that grows is walked to its new end.
    for (const name of this.#usedCommon) {
      const definition = common[name];
      if (definition === undefined) throw new Error(`There is no common definition ${name}.`);
      if (own.includes(name)) throw new Error(`The definition ${name} exists both here and in ${COMMON}.`);
      definitions.set(name, this.schema(definition));
    }
    const order = Object.keys(common);
    return Object.fromEntries([...definitions].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
  }

  /** Name and value of a keyword in draft-07; the value is undefined for a keyword that is left out. */
  #keyword(keyword: string, value: unknown): readonly [name: string, value: unknown] {
    if (keyword.startsWith("x-")) return [keyword, undefined];
    switch (keyword) {
      case "$ref":
        return [keyword, this.#reference(value as string)];
      case "discriminator":
        return [keyword, undefined];
      case "dependentRequired":
        return ["dependencies", value];
      case "properties":
      case "patternProperties":
        return [keyword, this.schemas(value as Readonly<Record<string, Schema>>)];
      case "oneOf":
      case "anyOf":
      case "allOf":
        return [keyword, (value as readonly Schema[]).map((branch) => this.schema(branch))];
      case "items":
      case "additionalProperties":
      case "propertyNames":
      case "not":
        return [keyword, typeof value === "boolean" ? value : this.schema(value as Schema)];
      default:
        return [keyword, value];
    }
  }

  #reference(reference: string): string {
    const [id, pointer = ""] = reference.split("#");
    const [, name] = /^\/\$defs\/([^/]+)$/.exec(pointer) ?? [];
    if (name === undefined) throw new Error(`The reference ${reference} is not one to a definition.`);
    const document = id === "" ? this.#document : id;
    if (document === COMMON) this.#usedCommon.add(name);
    return `#/definitions/${name}`;
  }
}
