import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { haveSameValues } from "../../../server/src/yaml/same-value.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { commentsOf } from "../../support/comments.ts";
import { yamlCorpus } from "../../support/corpus.ts";
import { JSON_EXAMPLES } from "../yaml/random-yaml.ts";
import { applyAction, open, type Surroundings } from "./ask.ts";

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The text with its keys in order; undefined when nothing is offered. */
async function organized(text: string, around: Surroundings = {}): Promise<string | undefined> {
  const { service, document, workspace, settings } = open(text, around);
  const request = { range: START, diagnostics: [], only: ["source.organize"] };
  const [action, ...rest] = await service.codeActions(document, request, workspace, settings);
  assert.deepEqual(rest, []);
  return action && applyAction(text, action);
}

describe("keys in the order of the schema", () => {
  const cases: readonly (readonly [what: string, text: string, expected: string | undefined])[] = [
    ["keys in order stay", "tenant_id: a\nbilling:\n  plan: pro\n  currency: EUR\n", undefined],
    ["known keys", "billing: {}\ntenant_id: a\n", "tenant_id: a\nbilling: {}\n"],
    [
      "unknown keys keep their order at the end",
      "x-b: 1\nbilling: {}\nx-a: 2\ntenant_id: a\n",
      "tenant_id: a\nbilling: {}\nx-b: 1\nx-a: 2\n",
    ],
    [
      "nested mappings, within a moved one too",
      "billing:\n  currency: EUR # c1\n  plan: pro\ntenant_id: a\n",
      "tenant_id: a\nbilling:\n  plan: pro\n  currency: EUR # c1\n",
    ],
    [
      "comments move with their key",
      "# file\n\n# about billing\n#  more\nbilling: {} # b\n# about the id\ntenant_id: a # t\n",
      "# file\n\n# about the id\ntenant_id: a # t\n# about billing\n#  more\nbilling: {} # b\n",
    ],
    ["the head of a file stays", "# file\nbilling: {}\ntenant_id: a\n", "# file\ntenant_id: a\nbilling: {}\n"],
    [
      "a comment by itself is not crossed",
      "billing: {}\n\n# --- ids ---\n\nmetadata: {}\ntenant_id: a\n",
      "billing: {}\n\n# --- ids ---\n\ntenant_id: a\nmetadata: {}\n",
    ],
    [
      "deeper comments below belong to the key above",
      "billing:\n  plan: pro\n  # currency: EUR\ntenant_id: a\n",
      "tenant_id: a\nbilling:\n  plan: pro\n  # currency: EUR\n",
    ],
    [
      "blank lines stay between",
      "billing: {}\n\n\nmetadata: {}\n\ntenant_id: a\n",
      "tenant_id: a\n\n\nmetadata: {}\n\nbilling: {}\n",
    ],
    [
      "an anchor stays before its alias",
      "metadata:\n  tags: &t [a]\ntenant_id: a\nx-a: *t\n",
      "tenant_id: a\nmetadata:\n  tags: &t [a]\nx-a: *t\n",
    ],
    ["a mapping where it can not stay is left alone", "metadata: &m {}\ntenant_id: *m\n", undefined],
    [
      "definitions at the top stay there",
      "x-defaults: &d {}\nbilling: *d\ntenant_id: a\n",
      "x-defaults: &d {}\ntenant_id: a\nbilling: *d\n",
    ],
    ["no line break at the end", "billing: {}\ntenant_id: a", "tenant_id: a\nbilling: {}"],
    ["windows line breaks", "billing: {}\r\n# c\r\ntenant_id: a\r\n", "# c\r\ntenant_id: a\r\nbilling: {}\r\n"],
    ["a text that keeps its line breaks", "billing: |+\n  a\n\ntenant_id: a\n", undefined],
    ["a key that stands twice", "billing: {}\ntenant_id: a\nbilling: {}\n", undefined],
    ["flow style", "{billing: {}, tenant_id: a}\n", undefined],
    ["a text with faults", 'billing: "\ntenant_id: a\n', undefined],
    [
      "a document marker",
      "---\nbilling: {}\ntenant_id: a\n---\nb: 1\na: 2\n",
      "---\ntenant_id: a\nbilling: {}\n---\nb: 1\na: 2\n",
    ],
    [
      "comments that turn a block off",
      "# tenant-config-disable\nbilling: {}\n# tenant-config-enable\ntenant_id: a\n",
      undefined,
    ],
  ];
  for (const [what, text, expected] of cases) test(what, async () => assert.equal(await organized(text), expected));

  test("entries behind a dash, flush or not", async () => {
    const path = "a.monitoring.yaml";
    const text =
      "prometheus:\n  scrape_configs:\n  - scheme: https # s\n    # j\n    job_name: a\n  -   scheme: http\n      job_name: b\n";
    assert.equal(
      await organized(text, { path }),
      "prometheus:\n  scrape_configs:\n  - scheme: https # s\n    # j\n    job_name: a\n  -   job_name: b\n      scheme: http\n",
    );
  });
});

describe("properties of JSON in the order of the schema", () => {
  const cases: readonly (readonly [what: string, text: string, expected: string | undefined])[] = [
    ["properties in order stay", '{"tenant_id": "a", "billing": {}}', undefined],
    [
      "on one line, within a moved one too",
      '{"billing": {"currency": "EUR", "plan": "pro"}, "x-a": [], "tenant_id": "a"}',
      '{"tenant_id": "a", "billing": {"plan": "pro", "currency": "EUR"}, "x-a": []}',
    ],
    [
      "lines and commas stay, the one at the end too",
      '{\r\n  "billing": {},\r\n\r\n  "tenant_id": "a",\r\n}\r\n',
      '{\r\n  "tenant_id": "a",\r\n\r\n  "billing": {},\r\n}\r\n',
    ],
    [
      "comments move with their property",
      '{\n  // a\n  // b\n  "billing": {}, // c\n  "tenant_id": "a" // d\n}\n',
      '{\n  "tenant_id": "a", // d\n  // a\n  // b\n  "billing": {} // c\n}\n',
    ],
    ["a comment that belongs to none", '{\n  "billing": {}, /* a */\n  "tenant_id": "a"\n}\n', undefined],
    ["a comment behind the last one", '{\n  "billing": {},\n  "tenant_id": "a"\n  // b\n}\n', undefined],
    ["a comment at the bracket", '{ // b\n  "billing": {},\n  "tenant_id": "a"\n}\n', undefined],
    ["a comment behind several on one line", '{"billing": {}, "tenant_id": "a" // b\n}\n', undefined],
    ["a property that stands twice", '{"billing": {}, "tenant_id": "a", "tenant_id": "b"}', undefined],
    ["faults", '{"billing": {}, "tenant_id": }', undefined],
  ];
  for (const [what, text, expected] of cases) {
    test(what, async () => assert.equal(await organized(text, { path: "a.tenant.json" }), expected));
  }

  for (const [path, text] of JSON_EXAMPLES) {
    test(`${path} keeps its values`, async () => {
      const value = JSON.parse(text) as Record<string, unknown>;
      const backwards = JSON.stringify(Object.fromEntries(Object.entries(value).reverse()), undefined, 2);
      const after = await organized(backwards, { path });
      assert.ok(after);
      assert.deepEqual(JSON.parse(after), value);
      assert.deepEqual(after.split("\n").map(withoutComma).sort(), backwards.split("\n").map(withoutComma).sort());
      assert.equal(await organized(after, { path }), undefined, "nothing is left to do");
    });
  }
});

function withoutComma(line: string): string {
  return line.replace(/,$/, "");
}

describe("the files of the project", () => {
  for (const [path, original] of yamlCorpus()) {
    test(`${path} keeps its values and comments`, async () => {
      for (const text of [original, original.replace(/\r?\n/g, "\r\n")]) {
        const after = await organized(text, { path });
        if (after === undefined) continue;
        assert.ok(haveSameValues(parseSource(text, "yaml").file, parseSource(after, "yaml").file));
        assert.deepEqual(commentsOf(after), commentsOf(text));
        const lines = (all: string): readonly string[] =>
          all
            .split(/\r\n|\n/)
            .map((line) => line.replace(/- (?=\w)/, "  "))
            .sort();
        assert.deepEqual(lines(after), lines(text));
        assert.equal(await organized(after, { path }), undefined, "nothing is left to do");
      }
    });
  }
});
