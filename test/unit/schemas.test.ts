import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Draft07Schema, draft07Schema } from "../../scripts/schema-draft-07.ts";
import { VOCABULARY } from "../../scripts/schema-vocabulary.ts";
import { KINDS, type Kind } from "../../server/src/protocol.ts";
import { formats } from "../../server/src/schema/formats.ts";
import { type Schema, typesOf } from "../../server/src/schema/json-schema.ts";
import { loadSchemas, resolve, schemaDocuments } from "../../server/src/schema/registry.ts";
import { findPlaceholders } from "../../server/src/tenants/placeholders.ts";
import { scalarLanguages } from "../../server/src/values/index.ts";
import { parseSource, rootOf } from "../../server/src/yaml/source.ts";
import { toValue, type Value } from "../../server/src/yaml/value.ts";

const root = new URL("../../", import.meta.url);
const schemaFiles = readdirSync(new URL("schemas/", root)).filter((name) => name.endsWith(".schema.json"));

/** Classes whose names are declared outside the configuration files, each with the reason. */
const EXTERNAL_CLASSES: Readonly<Record<string, string>> = {};

/** How a schema is used by the one above it. */
type Role = "root" | "definition" | "property" | "choice" | "other";

interface Visited {
  /** File and JSON pointer, for messages. */
  readonly at: string;
  readonly id: string;
  readonly pointer: string;
  readonly schema: Schema;
  readonly role: Role;
}

function readSchema(file: string): Schema {
  return JSON.parse(readFileSync(new URL(`schemas/${file}`, root), "utf8"));
}

/** A schema and all schemas below it, with their JSON pointers. */
function* visit(schema: Schema, id: string, pointer: string, role: Role): Generator<Visited> {
  yield { at: `${id}#${pointer}`, id, pointer, schema, role };
  const maps = [
    ["$defs", schema.$defs, "definition"],
    ["properties", schema.properties, "property"],
    ["patternProperties", schema.patternProperties, "other"],
  ] as const;
  for (const [keyword, map, childRole] of maps) {
    for (const [name, child] of Object.entries(map ?? {})) {
      const step = name.replaceAll("~", "~0").replaceAll("/", "~1");
      yield* visit(child, id, `${pointer}/${keyword}/${step}`, childRole);
    }
  }
  for (const keyword of ["oneOf", "anyOf", "allOf"] as const) {
    for (const [index, child] of (schema[keyword] ?? []).entries()) {
      yield* visit(child, id, `${pointer}/${keyword}/${index}`, keyword === "oneOf" ? "other" : "choice");
    }
  }
  for (const keyword of ["items", "additionalProperties", "propertyNames", "not"] as const) {
    const child = schema[keyword];
    const childRole = keyword === "not" ? "choice" : "other";
    if (typeof child === "object") yield* visit(child, id, `${pointer}/${keyword}`, childRole);
  }
}

const all: readonly Visited[] = schemaFiles.flatMap((file) => {
  const schema = readSchema(file);
  return [...visit(schema, schema.$id ?? file, "", "root")];
});

/** Runs a check on every schema and reports all places where it finds something. */
function everySchema(title: string, check: (visited: Visited) => string | undefined): void {
  test(title, () => {
    const found = all.flatMap((visited) => {
      const problem = check(visited);
      return problem === undefined ? [] : [`${visited.at}: ${problem}`];
    });
    assert.deepEqual(found, []);
  });
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    discriminator: true,
    formats: { ...formats },
  });
  return ajv.addVocabulary([...VOCABULARY]);
}

const copies: Readonly<Record<Kind, Draft07Schema>> = {
  tenant: draft07Schema("tenant"),
  monitoring: draft07Schema("monitoring"),
  security: draft07Schema("security"),
  environment: draft07Schema("environment"),
  localization: draft07Schema("localization"),
};

const ajv2020 = newAjv();
await loadSchemas();
for (const document of schemaDocuments().values()) ajv2020.addSchema(document);

function compiled2020(kind: Kind): ValidateFunction {
  const validator = ajv2020.getSchema(`tenant-config:${kind}`);
  assert.ok(validator);
  return validator;
}

/** A validator that knows nothing of this project but the two keywords of VS Code and the formats. */
function compiledDraft07(kind: Kind): ValidateFunction {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    formats: { ...formats },
  });
  ajv.addVocabulary(["enumDescriptions", "deprecationMessage"]);
  return ajv.compile(copies[kind]);
}

test("there is one schema file per kind, and the common one", () => {
  assert.deepEqual(schemaFiles.sort(), ["common", ...KINDS].map((name) => `${name}.schema.json`).sort());
  for (const file of schemaFiles) {
    const { $id, $schema } = readSchema(file);
    assert.equal($id, `tenant-config:${file.replace(".schema.json", "")}`);
    assert.equal($schema, "https://json-schema.org/draft/2020-12/schema");
  }
});

test("ajv compiles the schemas in strict mode", () => {
  for (const kind of KINDS) assert.equal(typeof compiled2020(kind), "function", kind);
});

/** Keywords of the interface `Schema`, read from its source. */
function declaredKeywords(): ReadonlySet<string> {
  const source = readFileSync(new URL("server/src/schema/json-schema.ts", root), "utf8");
  const [, body] = /export interface Schema \{\n([\s\S]*?)\n\}/.exec(source) ?? [];
  assert.ok(body);
  return new Set([...body.matchAll(/^ {2}readonly "?([\w$-]+)"?\?:/gm)].map((match) => match[1] ?? ""));
}

const keywords = declaredKeywords();

everySchema("schemas use the keywords of the interface Schema only", ({ schema }) => {
  const unknown = Object.keys(schema).filter((keyword) => !keywords.has(keyword));
  return unknown.length === 0 ? undefined : `unknown ${unknown.join(", ")}`;
});

test("the vocabulary is what the interface Schema has beyond JSON Schema, and all of it is used", () => {
  const own = [...keywords].filter((keyword) => keyword.startsWith("x-"));
  assert.deepEqual([...VOCABULARY].sort(), [...own, "deprecationMessage", "enumDescriptions"].sort());
  const used = new Set(all.flatMap(({ schema }) => Object.keys(schema)));
  assert.deepEqual(
    VOCABULARY.filter((keyword) => !used.has(keyword)),
    [],
  );
});

everySchema("every property has a description of its own, every definition and mapping a title", ({ schema, role }) => {
  if (role === "property" && schema.description === undefined) return "no description";
  if (schema.description !== undefined && schema.description.length < 8) return "the description is too short";
  const needsTitle = role === "definition" || role === "root" || schema.properties !== undefined || schema.oneOf;
  return needsTitle && schema.title === undefined ? "no title" : undefined;
});

everySchema("every allowed value has a meaning", ({ schema, role }) => {
  if (!schema.enum || role === "choice") return undefined;
  const meanings = schema.enumDescriptions ?? [];
  if (meanings.length !== schema.enum.length) return `${schema.enum.length} values, ${meanings.length} meanings`;
  return meanings.some((meaning) => meaning.length < 4) ? "a meaning is empty" : undefined;
});

everySchema("every deprecation says what to do instead", ({ schema }) =>
  schema.deprecated && (schema.deprecationMessage ?? "").length < 8 ? "no deprecationMessage" : undefined,
);

/** Placeholders stand for values that are not known here. */
function hasPlaceholder(value: unknown): boolean {
  if (typeof value === "string") return findPlaceholders(value).length > 0;
  return typeof value === "object" && value !== null && Object.values(value).some(hasPlaceholder);
}

everySchema("defaults and examples are valid themselves", ({ schema, id, pointer }) => {
  const values = [...(schema.default === undefined ? [] : [schema.default]), ...(schema.examples ?? [])];
  const certain = values.filter((value) => !hasPlaceholder(value));
  if (certain.length === 0) return undefined;
  const validator = ajv2020.compile({ $ref: `${id}#${encodeURI(pointer)}` });
  const wrong = certain.find((value) => !validator(value));
  return wrong === undefined ? undefined : `${JSON.stringify(wrong)}: ${ajv2020.errorsText(validator.errors)}`;
});

everySchema("every format is a scalar language", ({ schema }) =>
  schema.format !== undefined && !scalarLanguages.has(schema.format) ? `no language ${schema.format}` : undefined,
);

test("every name that is referred to can be declared somewhere", () => {
  const classes = (keyword: "x-defines" | "x-refers"): ReadonlySet<string> =>
    new Set(all.flatMap(({ schema }) => schema[keyword] ?? []));
  const declared = classes("x-defines");
  const unknown = [...classes("x-refers")].filter((name) => !declared.has(name) && !(name in EXTERNAL_CLASSES));
  assert.deepEqual(unknown.sort(), []);
  const needless = Object.keys(EXTERNAL_CLASSES).filter((name) => declared.has(name));
  assert.deepEqual(needless, [], "declared after all");
});

everySchema("every reference leads to a definition", ({ schema, id }) => {
  if (schema.$ref === undefined) return undefined;
  const [, document, name] = /^([^#]*)#\/\$defs\/(\w+)$/.exec(schema.$ref) ?? [];
  if (name === undefined) return `${schema.$ref} does not name a definition`;
  const target = schemaDocuments().get(document === "" || document === undefined ? id : document)?.$defs?.[name];
  return target ? undefined : `${schema.$ref} leads nowhere`;
});

test("every definition is used", () => {
  const used = new Set(
    all.flatMap(({ schema, id }) => (schema.$ref?.startsWith("#") ? `${id}${schema.$ref}` : (schema.$ref ?? []))),
  );
  const definitions = all.filter(({ role }) => role === "definition").map(({ at }) => at);
  assert.deepEqual(
    definitions.filter((at) => !used.has(at)),
    [],
  );
});

everySchema("every variant requires the key that decides, with values of its own", ({ schema }) => {
  if (!schema.oneOf) return undefined;
  const key = schema.discriminator?.propertyName;
  if (key === undefined) return "oneOf without discriminator";
  if (!schema.required?.includes(key)) return `${key} is not required of all variants`;
  const missing = schema.oneOf.findIndex((branch) => !branch.required?.includes(key));
  if (missing !== -1) return `variant ${missing} does not require ${key}`;
  const values = schema.oneOf.flatMap((branch) => {
    const deciding = branch.properties?.[key];
    return deciding?.enum ?? [deciding?.const];
  });
  if (values.includes(undefined)) return `a variant does not say its ${key}`;
  return new Set(values).size === values.length ? undefined : `two variants share a ${key}`;
});

everySchema("choices of keys have the forms that messages and completion understand", ({ schema }) => {
  const isRequired = (item: Schema): boolean => Object.keys(item).join() === "required";
  if (schema.anyOf?.some((item) => !isRequired(item))) return "anyOf may hold { required } only";
  const isExclusion = (item: Schema): boolean =>
    Object.keys(item).join() === "not" && item.not !== undefined && isRequired(item.not);
  if (schema.allOf?.some((item) => !isExclusion(item))) return "allOf may hold { not: { required } } only";
  const choices = [...(schema.anyOf ?? []), ...(schema.allOf ?? []).map((item) => item.not)];
  const named = choices.flatMap((item) => item?.required ?? []);
  const unknown = named.filter((key) => !schema.properties?.[key]);
  return unknown.length === 0 ? undefined : `no properties ${unknown.join(", ")}`;
});

everySchema("mappings are closed or say that they are open, and require what they have", ({ schema, role }) => {
  if (schema.properties && schema.additionalProperties === undefined) return "additionalProperties not said";
  if (role === "choice" || schema.oneOf || schema.$ref !== undefined) return undefined;
  const unknown = (schema.required ?? []).filter((key) => !schema.properties?.[key]);
  return unknown.length === 0 ? undefined : `required but unknown: ${unknown.join(", ")}`;
});

everySchema("the vocabulary points at things that exist", ({ schema }) => {
  const { enum: values = [], properties = {} } = schema;
  for (const [key, child] of Object.entries(properties)) {
    const target = child["x-alias"];
    if (target !== undefined && (target === key || !properties[target])) return `${key} is an alias of nothing`;
  }
  const texts = values.map(String);
  const aliases = Object.entries(schema["x-enum-aliases"] ?? {}).flat();
  const deprecated = Object.keys(schema["x-deprecated-values"] ?? {});
  const unknown = [...aliases, ...deprecated].filter((value) => !texts.includes(value));
  if (unknown.length > 0) return `not among the values: ${unknown.join(", ")}`;
  const label = schema["x-label"];
  if (label !== undefined && !keysOf(schema).has(label)) return `x-label names no property: ${label}`;
  return undefined;
});

everySchema("units and uniqueness are said where they can hold", (visited) => {
  const { schema } = visited;
  if (schema["x-unit"] !== undefined && !resolvedTypes(visited).some((type) => /integer|number/.test(type))) {
    return "a unit on something that is never a number";
  }
  return schema["x-unique"] !== undefined && !schema.items ? "x-unique without items" : undefined;
});

/** Keys of a mapping, of all its variants when it has some. */
function keysOf(schema: Schema): ReadonlySet<string> {
  const variants = schema.oneOf ?? [];
  return new Set([schema, ...variants].flatMap((variant) => Object.keys(variant.properties ?? {})));
}

/** Types a schema accepts, read through its reference. */
function resolvedTypes({ schema, id }: Visited): readonly string[] {
  if (schema.$ref === undefined) return typesOf(schema);
  const [document, pointer = ""] = schema.$ref.split("#");
  const name = pointer.replace("/$defs/", "");
  const target = schemaDocuments().get(document === "" || document === undefined ? id : document)?.$defs?.[name];
  return target ? typesOf(resolve(target)) : [];
}

interface Example {
  readonly file: string;
  readonly kind: Kind;
  readonly value: Value;
}

/** The configuration files among the examples, as the values the validators see. */
function readExamples(): readonly Example[] {
  const folder = new URL("examples/", root);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  return files.sort().flatMap((file) => {
    const [, kind, notation] = /(?:^|[./])([a-z]+)(?:\.[\w-]+)?\.(yaml|json)$/.exec(file) ?? [];
    if (!isKind(kind)) return [];
    const source = parseSource(readFileSync(new URL(file, folder), "utf8"), notation === "json" ? "json" : "yaml");
    const node = rootOf(source);
    assert.ok(node, file);
    const result = toValue(node);
    assert.ok("value" in result, file);
    return [{ file, kind, value: result.value }];
  });
}

function isKind(text: string | undefined): text is Kind {
  return (KINDS as readonly (string | undefined)[]).includes(text);
}

const examples = readExamples();
const draft07 = new Map(KINDS.map((kind) => [kind, compiledDraft07(kind)] as const));

/** The verdict of both validators; fails when they disagree. */
function verdict(kind: Kind, value: unknown, file: string): boolean {
  const current = compiled2020(kind)(value);
  if (draft07.get(kind)?.(value) !== current) {
    assert.fail(`${file}: the copy says ${!current}, the original ${current} about ${JSON.stringify(value)}`);
  }
  return current;
}

test("there are examples of every kind, valid and invalid ones", () => {
  const verdicts = examples.map(({ kind, value, file }) => `${kind} ${verdict(kind, value, file)}`);
  assert.deepEqual([...new Set(examples.map(({ kind }) => kind))].sort(), [...KINDS].sort());
  assert.ok(verdicts.filter((text) => text.endsWith("true")).length >= KINDS.length, verdicts.join(", "));
  assert.ok(verdicts.some((text) => text.endsWith("false")));
});

/** Items of one list that are varied; the others follow the same schema. */
const VARIED_ITEMS = 3;

/** Copies of a value that are each wrong, or at least different, in one place. */
function* variations(value: Value): Generator<Value> {
  if (typeof value !== "object" || value === null) {
    yield* [["list"], "a text that fits nowhere", -7];
    return;
  }
  if (Array.isArray(value)) {
    yield* [[], "text", [...value, ...value]];
    for (const [index, item] of value.slice(0, VARIED_ITEMS).entries()) {
      for (const changed of variations(item)) yield value.with(index, changed);
    }
    return;
  }
  yield* ["text", {}, { ...value, "no-such-key": 1 }];
  for (const [key, child] of Object.entries(value)) {
    const { [key]: _left, ...others } = value;
    yield others;
    for (const changed of variations(child)) yield { ...value, [key]: changed };
  }
}

for (const kind of KINDS) {
  test(`the draft-07 copy of ${kind} gives the verdict of the original, also on broken files`, () => {
    let broken = 0;
    const files = examples.filter((example) => example.kind === kind && /acme|initech|seed/.test(example.file));
    for (const { file, value } of files) {
      for (const variation of variations(value)) {
        if (!verdict(kind, variation, file)) broken += 1;
      }
    }
    assert.ok(broken > 100, `${broken} broken variations`);
  });
}

test("the draft-07 copies stand alone and hold standard keywords only", () => {
  for (const kind of KINDS) {
    const copy = copies[kind];
    const text = JSON.stringify(copy);
    for (const match of text.matchAll(/"\$ref":"([^"]*)"/g)) {
      const name = match[1]?.replace("#/definitions/", "") ?? "";
      assert.ok(copy.definitions?.[name], `${kind}: ${match[1]}`);
    }
    assert.doesNotMatch(text, /"(\$defs|dependentRequired|discriminator|x-[a-z-]+)":/, kind);
  }
});

test("VS Code's JSON service checks and explains files with the draft-07 copies", async () => {
  const service = getLanguageService({});
  const file = "tenants/initech/security.json";
  const text = readFileSync(new URL(`examples/${file}`, root), "utf8");
  const uri = "file:///security.json";
  service.configure({
    schemas: [{ uri: "file:///draft-07.json", fileMatch: ["*.json"], schema: copies.security as object }],
  });
  const problems = async (content: string): Promise<readonly unknown[]> => {
    const document = TextDocument.create(uri, "json", 1, content);
    const found = await service.doValidation(document, service.parseJSONDocument(document));
    return found.map(({ message }) => message);
  };
  assert.deepEqual(await problems(text), []);
  assert.equal((await problems(text.replace('"authorization"', '"authorisation"'))).length, 2);
  const document = TextDocument.create(uri, "json", 1, text);
  const position = document.positionAt(text.indexOf('"authorization"') + 2);
  const hover = await service.doHover(document, position, service.parseJSONDocument(document));
  assert.match(JSON.stringify(hover?.contents), /person or program may do/);
});
