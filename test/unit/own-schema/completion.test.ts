// biome-ignore-all lint/suspicious/noThenProperty: the keyword of JSON Schema.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { complete } from "../features/ask.ts";
import { accepted, around, MODELINE, ownCompletion, ownFixed, ownHover } from "./ask-own.ts";

const STEP = {
  oneOf: [
    {
      type: "object",
      title: "Run",
      required: ["kind", "cmd"],
      properties: { kind: { const: "run", description: "Runs." }, cmd: { type: "string" } },
    },
    {
      type: "object",
      title: "Wait",
      required: ["kind", "seconds"],
      properties: { kind: { const: "wait" }, seconds: { type: "integer" } },
    },
  ],
};

const SCHEMA = {
  type: "object",
  required: ["port", "name"],
  properties: {
    name: { type: "string", title: "Name", description: "Who it is.", examples: ["web", "yes"] },
    port: { type: "integer", default: 80, minimum: 1, markdownDescription: "Where it **listens**." },
    mode: { enum: ["fast", "1", 1, null, true], markdownEnumDescriptions: ["Quick.", "The text.", "The number."] },
    tls: { type: "boolean", default: false },
    none: { type: ["null", "string"] },
    old: { deprecationMessage: "Use name." },
    hidden: { doNotSuggest: true },
    db: {
      type: "object",
      required: ["host", "kind"],
      properties: { host: { type: "string" }, kind: { const: 3 }, size: { type: "integer" } },
    },
    steps: { type: "array", items: { $ref: "#/$defs/step" } },
    colours: { propertyNames: { enum: ["red", "green"] }, additionalProperties: { type: "integer" } },
    snip: {
      defaultSnippets: [
        { label: "one", body: `\${1:yes}` },
        { label: "two", body: `^\${1:2}` },
        { label: "map", body: { a: "$1", b: ["x", `^\${2:2}`] } },
      ],
    },
  },
  defaultSnippets: [{ label: "service", body: { name: `\${1:web}`, port: `^\${2:8080}`, db: { host: "$3" } } }],
  $defs: { step: STEP },
};

describe("completion of keys", () => {
  const cases: readonly (readonly [marked: string, labels: readonly string[]])[] = [
    ["<|>", ["name", "port", "mode", "tls", "none", "db", "db …", "steps", "colours", "snip"]],
    ["tls: true\nname: x\n<|>\nport: 1\n", ["mode", "none", "db", "db …", "steps", "colours", "snip"]],
    ["db:\n  <|>", ["host", "kind", "size"]],
    ["db: { <|> }", ["host", "kind", "size"]],
    ["steps:\n  - <|>", ["kind", "cmd", "seconds"]],
    ["steps:\n  - kind: wait\n    <|>", ["seconds"]],
    ["steps:\n  - seconds: 1\n    <|>", ["kind", "cmd"]],
    ["colours:\n  red: 1\n  <|>", ["green"]],
    ["steps:\n  <|>", ["- item"]],
  ];
  for (const [marked, labels] of cases) {
    test(JSON.stringify(marked), async () => assert.deepEqual((await ownCompletion(SCHEMA, marked)).labels, labels));
  }

  test("a key is written with everything that it requires, exactly as the schema wants it", async () => {
    assert.equal(await accepted(SCHEMA, "<|>", "db …", false), 'db:\n  host: ""\n  kind: 3');
    assert.equal(await accepted(SCHEMA, "steps:\n  <|>", "- item", false), 'steps:\n  - kind: run\n    cmd: ""');
  });

  test("required keys of a schema taken by `if` and of dependent schemas are offered", async () => {
    const schema = {
      properties: { kind: { enum: ["a", "b"] } },
      if: { properties: { kind: { const: "a" } }, required: ["kind"] },
      then: { properties: { extra: {} }, required: ["extra"] },
      dependentSchemas: { kind: { properties: { more: {} } } },
    };
    assert.deepEqual((await ownCompletion(schema, "kind: a\n<|>")).labels, ["extra", "more"]);
    assert.deepEqual((await ownCompletion(schema, "kind: b\n<|>")).labels, ["more"]);
  });

  test("a key says what it is", async () => {
    const item = (await ownCompletion(SCHEMA, "<|>")).item("port");
    assert.equal(item.detail, "required");
    assert.deepEqual(item.documentation, {
      kind: "markdown",
      value: "Where it **listens**.\n\nType: a whole number · At least 1 · Default: `80` · Required",
    });
  });
});

describe("completion of values", () => {
  const cases: readonly (readonly [marked: string, labels: readonly string[]])[] = [
    ["mode: <|>", ["fast", '"1"', "1", "null", "true"]],
    ["name: <|>", ["web", "yes"]],
    ["port: <|>", ["80"]],
    ["tls: <|>", ["true", "false"]],
    ["none: <|>", ["null"]],
    ["db:\n  kind: <|>", ["3"]],
    ["steps:\n  - kind: <|>", ["run", "wait"]],
  ];
  for (const [marked, labels] of cases) {
    test(JSON.stringify(marked), async () => assert.deepEqual((await ownCompletion(SCHEMA, marked)).labels, labels));
  }

  test("what is inserted reads back as exactly the value", async () => {
    const values = [
      "yes",
      "1",
      1,
      null,
      true,
      "a: b",
      "# x",
      "",
      "*a",
      1.5,
      { a: ["b"] },
      [1, "2"],
      "0x1f",
      "two\nlines",
    ];
    for (const value of values) {
      const offered = await ownCompletion({ properties: { v: { const: value } } }, "v: <|>");
      const [item] = offered.items;
      assert.ok(item, JSON.stringify(value));
      assert.deepEqual(parse(offered.accept(item.label)).v, value, JSON.stringify(value));
    }
  });

  test("behind a colon without a space the space is written", async () => {
    assert.equal(await accepted(SCHEMA, "mode:<|>", "fast"), "mode: fast");
  });
});

describe("snippets of the schema", () => {
  test("write keys, lists and texts with tab stops", async () => {
    const offered = await ownCompletion(SCHEMA, "<|>");
    assert.deepEqual(offered.snippets, ["service"]);
    assert.equal(offered.item("service").textEdit?.newText, `name: \${1:web}\nport: \${2:8080}\ndb:\n  host: "$3"`);
    assert.deepEqual((await ownCompletion(SCHEMA, "snip: <|>")).snippets, ["one", "two", "map"]);
  });

  test("stand without tab stops where the editor knows none", async () => {
    assert.equal(await accepted(SCHEMA, "snip: <|>", "map", false), 'snip:\n  a: ""\n  b:\n    - x\n    - 2');
    assert.equal(await accepted(SCHEMA, "snip: <|>", "one", false), 'snip: "yes"');
    assert.equal(await accepted(SCHEMA, "snip: <|>", "two", false), "snip: 2");
  });
});

test("JSON files complete by the same schema", async () => {
  const text = '{\n  "$schema": "schema.json",\n  <|>\n}';
  const { labels } = await complete(text, around(SCHEMA, { path: "a.json" }));
  for (const label of ["name", "port", "mode"]) assert.ok(labels.includes(label), labels.join());
});

describe("hover", () => {
  const cases: readonly (readonly [marked: string, text: string | undefined])[] = [
    ["na<|>me: x", "**Name**\n\nWho it is.\n\nType: text · Required\n\nExample: `web`, `yes`"],
    [
      "mode: fa<|>st",
      "`fast`: Quick.\n\n---\n\nAllowed values:\n- `fast`: Quick.\n- `1`: The text.\n- `null`\n- `true`",
    ],
    ["steps:\n  - kind: wait\n    sec<|>onds: 1", "Type: a whole number · Required"],
    ["o<|>ld: 1", "*Deprecated.* Use name."],
    ["other: <|>1", undefined],
    ["steps:\n  - kind: ru<|>n", "`run`: Runs.\n\n---\n\nRuns.\n\nRequired\n\nAllowed values:\n- `run`: Runs."],
  ];
  for (const [marked, text] of cases) {
    test(JSON.stringify(marked), async () => assert.equal(await ownHover(SCHEMA, marked), text));
  }
});

describe("quick fixes", () => {
  test("missing keys are added where the schema lists them, with what they require", async () => {
    assert.equal(await ownFixed(SCHEMA, "name: x # who\n", "missing-property"), "name: x # who\nport: 80\n");
    const nested = await ownFixed(SCHEMA, "db: {}\nname: x\nport: 1\n", "missing-property");
    assert.equal(nested, 'db:\n  host: ""\n  kind: 3\nname: x\nport: 1\n');
    const item = await ownFixed(SCHEMA, "name: x\nport: 1\nsteps:\n  - kind: wait\n", "missing-property");
    assert.equal(item, "name: x\nport: 1\nsteps:\n  - kind: wait\n    seconds: 1\n");
  });

  test("nearest keys and values, and quotes", async () => {
    const closed = { ...SCHEMA, additionalProperties: false };
    assert.equal(await ownFixed(closed, "nme: x\nport: 1\n", "unknown-property"), "name: x\nport: 1\n");
    assert.equal(await ownFixed(SCHEMA, "name: 1\nport: 1\n", "type-mismatch"), 'name: "1"\nport: 1\n');
    const listed = { properties: { mode: { enum: ["fast", "slow"] } } };
    assert.equal(await ownFixed(listed, "mode: fats\n", "value-not-allowed"), "mode: fast\n");
  });

  test("in the second document of a stream", async () => {
    const fixed = await ownFixed(SCHEMA, "name: a\nport: 1\n---\nname: b\n", "missing-property");
    assert.equal(fixed, "name: a\nport: 1\n---\nname: b\nport: 80\n");
  });
});

test("a place that no schema describes and a broken schema offer nothing", async () => {
  assert.deepEqual((await ownCompletion(SCHEMA, "other:\n  <|>")).items, []);
  const { items } = await complete(`${MODELINE}<|>`, { path: "a.yaml", files: { "schema.json": "{" } });
  assert.deepEqual(items, []);
});
