import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse, parseDocument } from "yaml";
import { VOCABULARY } from "../../scripts/schema-vocabulary.ts";
import { formats } from "../../server/src/schema/formats.ts";
import { findPlaceholders, isSecretReference } from "../../server/src/tenants/placeholders.ts";
import {
  compose,
  expand,
  indented,
  KINDS,
  type Kind,
  LOCALES,
  PLACES,
  readJson,
  SnippetReader,
  snippetOf,
  snippets,
  stopsOf,
} from "../support/snippet-places.ts";

const TAB_SIZES = [2, 4, 8] as const;

// --- Validation -----------------------------------------------------------------------------------------------------

type Schema = Readonly<Record<string, unknown>>;
const schemas = new Map([...KINDS, "common"].map((kind) => [kind, readJson(`schemas/${kind}.schema.json`) as Schema]));

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
  allErrors: true,
  discriminator: true,
  formats,
});
ajv.addVocabulary([...VOCABULARY]);
ajv.addSchema(schemas.get("common") ?? {});
const validators = new Map<Kind, ValidateFunction>(KINDS.map((kind) => [kind, ajv.compile(schemas.get(kind) ?? {})]));

const hasPlaceholder = (value: unknown): boolean => typeof value === "string" && findPlaceholders(value).length > 0;

/** Errors of a file against the schema of its kind; values with placeholders are not judged. */
function schemaProblemsOf(kind: Kind, text: string): string[] {
  const document = parseDocument(text, { merge: true });
  if (document.errors.length > 0) return document.errors.map((error) => error.message);
  const validate = validators.get(kind);
  assert.ok(validate);
  const value: unknown = document.toJS();
  if (validate(value)) return [];
  return (validate.errors ?? []).flatMap((error) => {
    const path = error.instancePath.split("/").slice(1);
    const found = path.reduce(
      (node: unknown, key) => (node as Schema)?.[key.replaceAll("~1", "/").replaceAll("~0", "~")],
      value,
    );
    return hasPlaceholder(found) ? [] : [`${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`];
  });
}

/** Everything the product has to say about a file. To be replaced by the service: all rules, no finding expected. */
function problemsOf(kind: Kind, text: string): string[] {
  return schemaProblemsOf(kind, text);
}

/** Values the schema marks as secret, with their paths. */
function secretsIn(value: unknown, schema: Schema, kind: string, path = ""): readonly (readonly [string, string])[] {
  if (typeof schema.$ref === "string") {
    const [file, pointer] = schema.$ref.split("#/");
    const owner = file?.includes("common") ? "common" : kind;
    const target = (pointer ?? "").split("/").reduce((node: unknown, key) => (node as Schema)[key], schemas.get(owner));
    return secretsIn(value, { ...(target as Schema), ...schema, $ref: undefined }, owner, path);
  }
  if (typeof value === "string") return schema["x-secret"] === true ? [[path, value]] : [];
  if (typeof value !== "object" || value === null) return [];
  const branches = [schema.oneOf, schema.anyOf]
    .flatMap((list) => (Array.isArray(list) ? (list as Schema[]) : []))
    .filter((branch) => discriminatorFits(value as Schema, branch));
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
  const rest = (Array.isArray(value) ? schema.items : schema.additionalProperties) as Schema | undefined;
  const children = Object.entries(value).flatMap(([key, child]) =>
    secretsIn(child, properties[key] ?? (typeof rest === "object" ? rest : {}), kind, `${path}/${key}`),
  );
  return [...children, ...branches.flatMap((branch) => secretsIn(value, branch, kind, path))];
}

function discriminatorFits(value: Schema, branch: Schema): boolean {
  const properties = (branch.properties ?? {}) as Readonly<Record<string, Schema>>;
  return Object.entries(properties).every(([key, { const: only }]) => only === undefined || only === value[key]);
}

// --- Tests ----------------------------------------------------------------------------------------------------------

test("there are enough snippets, each with its own prefix and name", () => {
  const prefixes = snippets.map((snippet) => snippet.prefix);
  assert.ok(prefixes.length >= 60, `${prefixes.length} snippets`);
  assert.equal(new Set(prefixes).size, prefixes.length);
  assert.equal(new Set(snippets.map((snippet) => snippet.name)).size, snippets.length);
  for (const prefix of prefixes) assert.match(prefix, /^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("every snippet has a description of one sentence", () => {
  for (const { prefix, description } of snippets)
    assert.match(description ?? "", /^[A-Z][^\n]+[A-Za-z0-9`]\.$/, prefix);
});

test("every snippet has a place and every place a snippet", () => {
  for (const kind of KINDS) {
    const prefixes = snippets.filter((snippet) => snippet.kind === kind).map((snippet) => snippet.prefix);
    assert.deepEqual(Object.keys(PLACES[kind]).sort(), prefixes.sort());
  }
});

test("exactly the skeletons are file templates", () => {
  const templates = snippets.filter((snippet) => snippet.isFileTemplate).map((snippet) => snippet.prefix);
  assert.deepEqual(templates.sort(), [...KINDS].sort());
});

test("tab stops count from 1 without gaps, have one default each, and end with $0", () => {
  for (const snippet of snippets) {
    const stops = stopsOf(new SnippetReader(snippet.body.join("\n")).parts());
    const defaults = stops.filter((stop) => stop.parts || stop.choices);
    const numbers = defaults.map((stop) => stop.stop).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
      snippet.prefix,
    );
    for (const stop of defaults) assert.notEqual(stop.parts?.length, 0, `${snippet.prefix} ${stop.stop}`);
    const known = new Set([0, ...numbers]);
    for (const stop of stops) assert.ok(known.has(stop.stop), `${snippet.prefix} ${stop.stop}`);
    assert.match(snippet.body.at(-1) ?? "", /\$0$/, snippet.prefix);
    assert.equal(stops.filter((stop) => stop.stop === 0).length, 1, snippet.prefix);
  }
});

for (const snippet of snippets) {
  test(`${snippet.prefix}: accepting every default gives a file without problems`, () => {
    const text = compose(snippet, 2);
    assert.deepEqual(problemsOf(snippet.kind, text), [], text);
  });
}

test("a snippet that does not fit its place is noticed", () => {
  const slack = snippetOf("monitoring", "receiver-slack");
  const lines = slack.body.map((line) => line.replace(/^ {2}/, ""));
  assert.notDeepEqual(problemsOf("monitoring", compose({ ...slack, body: lines }, 2)), []);
  const typo = slack.body.map((line) => line.replace("channel:", "chanel:"));
  assert.equal(problemsOf("monitoring", compose({ ...slack, body: typo }, 2)).length, 1);
  assert.throws(() => expand({ ...slack, body: ["- name: $1$0"] }), /no default/);
  assert.throws(() => expand({ ...slack, body: ["summary: {{ $labels.job }}$0"] }), /unescaped/);
});

test("the indentation of the editor does not change what a snippet means", () => {
  for (const snippet of snippets) {
    const [first, ...others] = TAB_SIZES.map((tabSize) => parse(compose(snippet, tabSize)) as unknown);
    for (const other of others) assert.deepEqual(other, first, snippet.prefix);
  }
});

test("every choice is valid", () => {
  for (const snippet of snippets) {
    const stops = stopsOf(new SnippetReader(snippet.body.join("\n")).parts());
    const most = Math.max(0, ...stops.map((stop) => stop.choices?.length ?? 0));
    for (let option = 1; option < most; option++) {
      assert.deepEqual(
        schemaProblemsOf(snippet.kind, compose(snippet, 2, option)),
        [],
        `${snippet.prefix}, choice ${option}`,
      );
    }
  }
});

test("secrets are references", () => {
  let seen = 0;
  for (const snippet of snippets) {
    const value: unknown = parse(compose(snippet, 2));
    for (const [path, secret] of secretsIn(value, schemas.get(snippet.kind) ?? {}, snippet.kind)) {
      seen++;
      const reference = isSecretReference(secret) || /^\$\{(env:)?\w+\}$/.test(secret);
      assert.ok(reference, `${snippet.prefix} ${path}: ${secret}`);
    }
  }
  assert.ok(seen > 100, `${seen} secrets seen`);
});

// --- Locales --------------------------------------------------------------------------------------------------------

/** Plural categories of CLDR 48 (the contract's table; older runtimes still have `many` for Hebrew). */
const CATEGORIES: Readonly<Record<(typeof LOCALES)[number], string>> = {
  en: "one other",
  fr: "one many other",
  de: "one other",
  es: "one many other",
  it: "one many other",
  pt: "one many other",
  ru: "one few many other",
  zh: "other",
  ja: "other",
  ko: "other",
  ar: "zero one two few many other",
  he: "one two other",
};

interface Translation {
  readonly metadata: { readonly direction: string };
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly formats: { readonly number: Readonly<Record<string, string>> };
  readonly pluralization: { readonly examples: Readonly<Record<string, Readonly<Record<string, string>>>> };
}

function translationOf(tag: string): Translation {
  const text = indented(expand(snippetOf("localization", `locale-${tag}`)), "", 2);
  const translation = (parse(text) as Record<string, Translation>)[tag];
  assert.ok(translation, tag);
  return translation;
}

const messageKeys = (translation: Translation): readonly string[] =>
  Object.entries(translation.messages).flatMap(([group, texts]) => Object.keys(texts).map((key) => `${group}.${key}`));

test("the twelve locales have the same keys, and no text is left empty", () => {
  const english = messageKeys(translationOf("en"));
  assert.ok(english.length > 40);
  for (const tag of LOCALES) {
    const translation = translationOf(tag);
    assert.deepEqual(messageKeys(translation), english, tag);
    for (const texts of Object.values(translation.messages))
      for (const text of Object.values(texts)) assert.ok(text.trim());
  }
});

test("every locale has exactly its plural categories and its direction", () => {
  for (const tag of LOCALES) {
    const { metadata, pluralization } = translationOf(tag);
    for (const forms of Object.values(pluralization.examples))
      assert.equal(Object.keys(forms).join(" "), CATEGORIES[tag], tag);
    assert.equal(metadata.direction, tag === "ar" || tag === "he" ? "rtl" : "ltr", tag);
  }
});

test("numbers and money are written as CLDR does", () => {
  for (const tag of LOCALES) {
    const number = translationOf(tag).formats.number;
    const format = new Intl.NumberFormat(`${tag}-u-nu-latn`, {
      style: "currency",
      currency: number.currency_code ?? "",
    });
    const parts = format.formatToParts(1234567.5);
    const partOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
    const wanted = [partOf("decimal") ?? ".", partOf("group"), partOf("currency")];
    assert.deepEqual([number.decimal_separator, number.thousands_separator, number.currency_symbol], wanted, tag);
    const types = parts.map((part) => part.type);
    const after = types.indexOf("currency") > types.indexOf("integer");
    assert.equal(number.currency_position, after ? "after" : "before", tag);
    const spaced = parts.some((part) => part.type === "literal" && part.value.includes("\u00A0"));
    assert.equal(number.currency_space, spaced, tag);
  }
  assert.equal(translationOf("fr").formats.number.thousands_separator, "\u202F");
});
