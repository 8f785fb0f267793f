import assert from "node:assert/strict";
import { test } from "node:test";
import { createService } from "../../../server/src/service.ts";
import { everyVerb } from "../../support/every-verb.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { faults } from "../features/ask.ts";
import { MODELINE, ownCompletion, ownFaults, ownHover } from "./ask-own.ts";

const SCHEMA = {
  type: "object",
  required: ["name"],
  unevaluatedProperties: false,
  properties: {
    name: { type: "string", deprecated: true },
    steps: { type: "array", contains: { const: 1 }, items: { anyOf: [{ $ref: "#" }, { type: "integer" }] } },
  },
  patternProperties: { "^x-": { oneOf: [{ type: "string" }, { $ref: "#/properties/steps" }] } },
};

const TEXT = `${MODELINE}name: &n "a \${B} c"\nsteps:\n  - name: *n\n    x-a: [1, {name: b, steps: []}]\n  - 1 # one\n<<: {x-b: |\n  text\n}\n`;

test("every verb answers for every beginning of a text, in YAML and JSON", async () => {
  const service = createService();
  const workspace = memoryWorkspace({ "schema.json": JSON.stringify(SCHEMA) });
  for (let end = MODELINE.length; end <= TEXT.length; end++) {
    const text = TEXT.slice(0, end);
    const lines = text.split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    await everyVerb(service, { uri: uriOf("a.yaml"), text }, position, workspace);
  }
  const json = '{"$schema": "schema.json", "name": [1, {"x": null}], "steps": [1, "two", {"name": 3}]}';
  for (let end = 27; end <= json.length; end++) {
    const text = json.slice(0, end);
    await everyVerb(service, { uri: uriOf("a.json"), text }, { line: 0, character: end }, workspace);
  }
});

test("annotations of the wrong shape count as none", async () => {
  const schema = {
    examples: "x",
    defaultSnippets: [null, 5],
    errorMessage: { type: 5, required: { a: null } },
    properties: {
      a: { enum: ["b"], enumDescriptions: "x", examples: { c: 1 }, deprecationMessage: 1, markdownDescription: [] },
    },
    required: ["z"],
  };
  assert.deepEqual(await ownFaults(schema, "a: c\n"), [
    "1:1-1:2 error missing-property The file lacks the required key `z`.",
    "1:4-1:5 error value-not-allowed The text `c` is not allowed here. Expected `b`. Did you mean `b`?",
  ]);
  assert.deepEqual((await ownCompletion(schema, "a: <|>")).labels, ["b"]);
  assert.deepEqual((await ownCompletion(schema, "<|>")).labels, ["z", "a"]);
  assert.equal(await ownHover(schema, "a<|>: b"), "Allowed values:\n- `b`");
});

test("a schema in a place that no keyword makes one is held to the meta-schema as well", async () => {
  const schema = '{\n  "$ref": "#/components/a",\n  "components": { "a": { "type": 5 } }\n}';
  const found = await faults(`${MODELINE}a: 1\n`, { path: "a.yaml", files: { "schema.json": schema } });
  assert.equal(found.length, 1, found.join("\n"));
  assert.ok(found[0]?.includes("The schema `schema.json` is not valid. Line 3: "), found[0]);
});

test("branches within branches do not take for ever", async () => {
  const twice = { additionalProperties: { $ref: "#" } };
  let deep = "1";
  for (let level = 0; level < 40; level++) deep = `{a: ${deep}}`;
  assert.deepEqual(await ownFaults({ anyOf: [twice, twice, { type: "string" }] }, `x: ${deep}\n`), []);
});
