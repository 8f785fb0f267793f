import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { toValue } from "../../../server/src/yaml/value.ts";
import { complete } from "./ask.ts";

describe("placeholders", () => {
  const files = { ".env": "DB_HOST=db.example\nDB_PORT=5432\n" };
  const host = (value: string): string => `environments:\n  production:\n    database:\n      host: ${value}\n`;

  test("variables of `.env` behind `${`, closed when they are not yet", async () => {
    const begun = await complete(host("${DB<|>"), { files });
    assert.deepEqual(begun.labels, ["DB_HOST", "DB_PORT"]);
    assert.equal(begun.accept("DB_HOST"), host("${DB_HOST}"));
    assert.equal((await complete(host("${D<|>B}"), { files })).accept("DB_HOST"), host("${DB_HOST}"));
    assert.equal(
      (await complete(host("${<|>:-a.example}"), { files })).accept("DB_HOST"),
      host("${DB_HOST:-a.example}"),
    );
    assert.equal(
      (await complete(host('"${env:<|>.example"'), { files })).accept("DB_HOST"),
      host('"${env:DB_HOST}.example"'),
    );
  });

  test("never their values, never the variables of the process", async () => {
    const { items } = await complete(host("${<|>"), { files, environment: { HOME: "/root" } });
    assert.ok(!JSON.stringify(items).includes("db.example"));
    assert.deepEqual(
      items.map((item) => item.label),
      ["DB_HOST", "DB_PORT"],
    );
  });

  test("tenant variables behind `{{`", async () => {
    const offered = await complete(host('"{{<|>"'));
    assert.ok(offered.labels.includes("tenant_id"));
    assert.equal(offered.accept("tenant_id"), host('"{{tenant_id}}"'));
    assert.equal(
      (await complete(host("db.{{ ten<|> }}.example"))).accept("tenant_id"),
      host("db.{{ tenant_id }}.example"),
    );
  });
});

describe("placeholders inside brackets and braces", () => {
  const files = { ".env": "DB_HOST=db.example\nDB_PORT=5432\n" };
  const cases: readonly (readonly [marked: string, accepted: string])[] = [
    ["scopes: [a, ${<|>}]", 'scopes: [a, "${DB_HOST}"]'],
    ["scopes: [a, ${<|>]", 'scopes: [a, "${DB_HOST}"]'],
    ["scopes: [${DB<|>_X}, b]", 'scopes: ["${DB_HOST}", b]'],
    ["scopes: [${A}-${<|>}.x, b]", 'scopes: ["${A}-${DB_HOST}.x", b]'],
    ["scopes: [${<|>", 'scopes: ["${DB_HOST}"'],
    ['scopes: ["${<|>"]', 'scopes: ["${DB_HOST}"]'],
    ["scopes: ['it''s ${env:D<|>}', b]", "scopes: ['it''s ${env:DB_HOST}', b]"],
    ["database: {host: ${<|>}}", 'database: {host: "${DB_HOST}"}'],
    ["database: {host: ${DB<|>}", 'database: {host: "${DB_HOST}"}'],
    ["database: {host: ${<|>:-a, b}, port: 1}", 'database: {host: "${DB_HOST:-a, b}", port: 1}'],
    ["database: {host: ${A}, port: ${<|>}}", 'database: {host: ${A}, port: "${DB_HOST}"}'],
    ["database: {\r\n  host: ${<|>}\r\n}\r\n", 'database: {\r\n  host: "${DB_HOST}"\r\n}\r\n'],
    ["- x: [a]\n- [{a: ${<|>}}]", '- x: [a]\n- [{a: "${DB_HOST}"}]'],
    ["a: b\n---\ndatabase: {host: ${<|>}}", 'a: b\n---\ndatabase: {host: "${DB_HOST}"}'],
  ];
  for (const [marked, accepted] of cases) {
    test(JSON.stringify(marked), async () => {
      const offered = await complete(marked, { files });
      assert.deepEqual(offered.labels, ["DB_HOST", "DB_PORT"]);
      assert.equal(offered.accept("DB_HOST"), accepted);
    });
  }

  test("the filter text begins with what is replaced", async () => {
    const offered = await complete("scopes: [a-${D<|>}]", { files });
    assert.equal(offered.item("DB_HOST").filterText, "a-${DB_HOST");
  });

  test("tenant variables, with quotes where braces would be read as a mapping", async () => {
    assert.equal(
      (await complete("database: {name: {{<|>}}}")).accept("tenant_id"),
      'database: {name: "{{tenant_id}}"}',
    );
    assert.equal((await complete("database:\n  name: {{ten<|>\n")).accept("plan"), 'database:\n  name: "{{plan}}"\n');
  });

  test("in JSON, and in a text block", async () => {
    const json = await complete('{"billing": {"plan": "${<|>"}}', { files, path: "tenants/one/tenant.json" });
    assert.deepEqual(json.labels, ["DB_HOST", "DB_PORT"]);
    assert.equal(json.accept("DB_PORT"), '{"billing": {"plan": "${DB_PORT}"}}');
    assert.equal(
      (await complete("a: |\n  b ${D<|>\n  c\n", { files })).accept("DB_HOST"),
      "a: |\n  b ${DB_HOST}\n  c\n",
    );
  });

  test("not in keys, comments and escaped placeholders", async () => {
    for (const marked of ["{${<|>}: a}", "a: [b] # ${<|>", "a: ['$${<|>']", "a: [\n  b, # ${<|>\n]"]) {
      assert.ok(!(await complete(marked, { files })).labels.includes("DB_HOST"), marked);
    }
  });

  test("in a long file", async () => {
    const long = Array.from({ length: 3000 }, (_, line) => `  key_${line}: [a, {b: c}]\n`).join("");
    const marked = `metadata:\n${long}  last: [a, ${"$"}{<|>}]\n${long.replaceAll("key", "other")}`;
    assert.equal((await complete(marked, { files })).accept("DB_HOST"), marked.replace("${<|>}", '"${DB_HOST}"'));
  });
});

/** A collection whose leaves are words, with a placeholder in one of them. */
type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

const WORD = fc.constantFrom("a", "b-c", "x.y", "Wort", "é", "1");
const SHAPE: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: "small" },
    WORD.map((word) => `w${word}`),
    fc.array(tie("shape"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("k", "key-two", "third"), tie("shape"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).shape;

/** How the scalar with the placeholder is written; `open` and `close` are its quotes. */
interface Written {
  readonly quote: "" | "'" | '"';
  readonly before: string;
  readonly typed: string;
  readonly isClosed: boolean;
  readonly after: string;
}

const WRITTEN: fc.Arbitrary<Written> = fc.record({
  quote: fc.constantFrom("", "'", '"'),
  before: fc.constantFrom("", "a-", "${A}.", "x y "),
  typed: fc.constantFrom("", "D", "DB_H"),
  isClosed: fc.boolean(),
  after: fc.constantFrom("", ".b", "-${B}"),
});

function writeFlow(shape: Shape, space: string): string {
  if (typeof shape === "string") return shape;
  if (Array.isArray(shape)) return `[${shape.map((item) => writeFlow(item, space)).join(`,${space}`)}]`;
  return `{${Object.entries(shape)
    .map(([key, value]) => `${key}: ${writeFlow(value, space)}`)
    .join(`,${space}`)}}`;
}

test("property: whatever stands around it, what is accepted reads back as the value that was meant", async () => {
  const property = fc.asyncProperty(SHAPE, WRITTEN, fc.constantFrom(" ", "", "\n  "), async (shape, written, space) => {
    const { quote, before, typed, isClosed, after } = written;
    const scalar = `${quote}${before}\${${typed}<|>${isClosed ? "}" : ""}${after}${quote}`;
    const around = (leaf: Shape): Shape => ({ before: shape, leaf: ["first", leaf, "last"], after: shape });
    const marked = `metadata: ${writeFlow(around(scalar), space)}\n`;
    const offered = await complete(marked, { files: { ".env": "DB_HOST=1\n" } });
    const { file } = parseSource(offered.accept("DB_HOST"), "yaml");
    assert.deepEqual(file.problems, [], offered.accept("DB_HOST"));
    const root = file.documents[0].root;
    assert.ok(root);
    const read = toValue(root, ({ value }) => value);
    const wanted = { metadata: around(`${before}\${DB_HOST}${after}`) };
    assert.deepEqual("value" in read && structuredClone(read.value), wanted, marked);
  });
  await fc.assert(property, { numRuns: 200 });
});
