import applicator19 from "ajv/dist/refs/json-schema-2019-09/meta/applicator.json" with { type: "json" };
import content19 from "ajv/dist/refs/json-schema-2019-09/meta/content.json" with { type: "json" };
import core19 from "ajv/dist/refs/json-schema-2019-09/meta/core.json" with { type: "json" };
import format19 from "ajv/dist/refs/json-schema-2019-09/meta/format.json" with { type: "json" };
import metadata19 from "ajv/dist/refs/json-schema-2019-09/meta/meta-data.json" with { type: "json" };
import validation19 from "ajv/dist/refs/json-schema-2019-09/meta/validation.json" with { type: "json" };
import schema19 from "ajv/dist/refs/json-schema-2019-09/schema.json" with { type: "json" };
import applicator20 from "ajv/dist/refs/json-schema-2020-12/meta/applicator.json" with { type: "json" };
import content20 from "ajv/dist/refs/json-schema-2020-12/meta/content.json" with { type: "json" };
import core20 from "ajv/dist/refs/json-schema-2020-12/meta/core.json" with { type: "json" };
import format20 from "ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json" with { type: "json" };
import metadata20 from "ajv/dist/refs/json-schema-2020-12/meta/meta-data.json" with { type: "json" };
import unevaluated20 from "ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json" with { type: "json" };
import validation20 from "ajv/dist/refs/json-schema-2020-12/meta/validation.json" with { type: "json" };
import schema20 from "ajv/dist/refs/json-schema-2020-12/schema.json" with { type: "json" };
import draft06 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import draft07 from "ajv/dist/refs/json-schema-draft-07.json" with { type: "json" };
import copyOfDraft04 from "ajv-draft-04/dist/refs/json-schema-draft-04.json" with { type: "json" };
import type { SchemaObject } from "./schema-object.ts";

/** The copy wants absolute URIs as `id`. The draft allows relative ones: it is how a schema changes the base of its references. */
const draft04 = {
  ...copyOfDraft04,
  properties: { ...copyOfDraft04.properties, id: { type: "string", format: "uri-reference" } },
};

const ALL: readonly object[] = [
  draft04,
  draft06,
  draft07,
  schema19,
  applicator19,
  content19,
  core19,
  format19,
  metadata19,
  validation19,
  schema20,
  applicator20,
  content20,
  core20,
  format20,
  metadata20,
  unevaluated20,
  validation20,
];

/** The meta-schemas of json-schema.org by their URI without a fragment. They come with the program; nothing is fetched. */
export const META_SCHEMAS: ReadonlyMap<string, SchemaObject> = new Map(
  ALL.map((file) => {
    const schema: SchemaObject = file;
    return [(schema.$id ?? schema.id ?? "").replace(/#$/, ""), schema];
  }),
);
