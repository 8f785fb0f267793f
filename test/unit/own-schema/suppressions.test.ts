import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyAction, check, open, type Surroundings } from "../features/ask.ts";
import { around, MODELINE, ownFaults, ownFixed } from "./ask-own.ts";

const SCHEMA = {
  properties: { plan: { enum: ["free", "pro"] }, size: { type: "integer" }, list: { items: { type: "integer" } } },
  additionalProperties: false,
};

/** Codes with their lines from 1, counted without the comment that names the schema. */
async function codes(text: string, more: Surroundings = {}): Promise<readonly string[]> {
  const found = await ownFaults(SCHEMA, text, more);
  return found.map((fault) => fault.replace(/^(\d+)\S* (\S+) (\S+) .*$/s, "$1 $2 $3"));
}

describe("comments that turn diagnostics off, in a file with a schema of its team", () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    [
      "the next line",
      "# tenant-config-disable-next-line value-not-allowed -- old\nplan: prp\nsize: x\n",
      ["3 error type-mismatch"],
    ],
    ["the line itself", "plan: prp # tenant-config-disable-line value-not-allowed\n", []],
    [
      "only the codes that are named",
      "plan: prp # tenant-config-disable-line type-mismatch\n",
      ["1 error value-not-allowed", "1 hint unused-suppression"],
    ],
    ["a block", "# tenant-config-disable\nplan: prp\n# tenant-config-enable\nsize: x\n", ["4 error type-mismatch"]],
    ["the whole file", "# tenant-config-disable-file value-not-allowed, type-mismatch\nplan: prp\nsize: x\n", []],
    ["every document of the file", "# tenant-config-disable-file value-not-allowed\nplan: prp\n---\nplan: prp\n", []],
    [
      "the whole file, above a first document that is empty",
      "# tenant-config-disable-file value-not-allowed\n---\n---\nplan: prp\n",
      [],
    ],
    [
      "not the whole file from a later document",
      "plan: pro\n---\n# tenant-config-disable-file value-not-allowed\nplan: prp\n",
      ["3 hint unused-suppression", "4 error value-not-allowed"],
    ],
    [
      "a line of the third document",
      "plan: prp\n---\nsize: 1\n---\nplan: prp # tenant-config-disable-line\n",
      ["1 error value-not-allowed"],
    ],
    [
      "an item of a list in several lines, above its entry",
      "# tenant-config-disable-next-line type-mismatch\nlist: [1,\n  x]\n",
      [],
    ],
    [
      "nothing: unused",
      "# tenant-config-disable-next-line value-not-allowed\nplan: pro\n",
      ["1 hint unused-suppression"],
    ],
    [
      "a code that does not exist",
      "plan: pro # tenant-config-disable-line value-not-alowed\n",
      ["1 warning unknown-suppression"],
    ],
  ];
  for (const [what, text, expected] of cases) {
    test(what, async () => {
      assert.deepEqual(await codes(text), expected);
    });
  }

  test("never faults that keep the text from being read", async () => {
    assert.deepEqual(await codes("# tenant-config-disable\nplan: [pro\n"), ["3 error yaml-syntax"]);
  });

  test("in JSON, where the comment is no fault", async () => {
    const text =
      '{\n  "$schema": "schema.json",\n  // tenant-config-disable-next-line value-not-allowed\n  "plan": "prp"\n}\n';
    assert.deepEqual(await check(text, around(SCHEMA, { path: "a.json" })), []);
  });

  test("files that only the setting gives a schema", async () => {
    const settings = { schemas: { "schema.json": ["*.yaml"] } };
    const text = "plan: prp # tenant-config-disable-line\nsize: x\n";
    const found = await check(text, around(SCHEMA, { settings }));
    assert.deepEqual(
      found.map(({ code }) => code),
      ["type-mismatch"],
    );
  });

  test("nothing is called unused where the schema can not be used or is on the network", async () => {
    const text = "# tenant-config-disable-next-line value-not-allowed\nplan: prp\n";
    const unusable = await check(MODELINE + text, { path: "a.yaml", files: { "schema.json": "{" } });
    assert.deepEqual(
      unusable.map(({ code }) => code),
      ["unusable-schema"],
    );
    const remote = "# yaml-language-server: $schema=https://example.com/s.json\n";
    assert.deepEqual(
      (await check(remote + text, { path: "a.yaml" })).map(({ code }) => code),
      ["remote-schema"],
    );
    const silent = `# tenant-config-disable-next-line remote-schema\n${remote}`;
    assert.deepEqual(await check(`${silent}a: 1\n`, { path: "a.yaml" }), []);
  });
});

describe("quick fixes about such comments, in a file with a schema of its team", () => {
  const text = "plan: pro\n---\nlist:\n  - 1\n  - x\n";

  async function fixes(written: string, code: string): Promise<readonly (readonly [title: string, text: string])[]> {
    const { service, document, workspace, settings } = open(MODELINE + written, around(SCHEMA));
    const found = (await check(MODELINE + written, around(SCHEMA))).filter((diagnostic) => diagnostic.code === code);
    assert.equal(found.length, 1);
    const request = { range: found[0]?.range ?? assert.fail(), diagnostics: found };
    const actions = await service.codeActions(document, request, workspace, settings);
    return actions.map((action) => [action.title, applyAction(MODELINE + written, action)]);
  }

  test("insert one for the line or the file, and what they write works", async () => {
    const found = await fixes(text, "type-mismatch");
    assert.deepEqual(found, [
      [
        "Suppress `type-mismatch` for this line",
        `${MODELINE}plan: pro\n---\nlist:\n  - 1\n  # tenant-config-disable-next-line type-mismatch\n  - x\n`,
      ],
      ["Suppress `type-mismatch` in this file", `# tenant-config-disable-file type-mismatch\n${MODELINE}${text}`],
    ]);
    for (const [, after] of found) assert.deepEqual(await check(after, around(SCHEMA)), []);
  });

  test("change or remove one that does nothing", async () => {
    const misspelt = "plan: prp # tenant-config-disable-line value-not-alowed\n";
    assert.equal(await ownFixed(SCHEMA, misspelt, "unknown-suppression"), misspelt.replace("alowed", "allowed"));
    const unused = "# tenant-config-disable-next-line value-not-allowed\nplan: pro\n";
    assert.equal(await ownFixed(SCHEMA, unused, "unused-suppression"), "plan: pro\n");
  });

  test("faults of the text have the fixes that they have in tenant files", async () => {
    assert.equal(await ownFixed(SCHEMA, "list:\n\t- 1\n", "tab-indentation"), "list:\n  - 1\n");
    assert.equal(await ownFixed({}, "a: &one 1\nb: *on\n", "unresolved-alias"), "a: &one 1\nb: *one\n");
  });
});

test("severities from the settings count for files with a schema of their team", async () => {
  const text = "plan: prp\nsize: x\nextra: 1\n";
  const rules = { "value-not-allowed": "hint", "type-mismatch": "off" } as const;
  assert.deepEqual(await codes(text, { settings: { rules } }), [
    "1 hint value-not-allowed",
    "3 error unknown-property",
  ]);
  const ruleOverrides = [
    { files: "*.yaml", rules: { "unknown-property": "info" as const, "unused-suppression": "off" as const } },
  ];
  assert.deepEqual(
    await codes("extra: 1\nplan: pro # tenant-config-disable-line\n", { settings: { rules, ruleOverrides } }),
    ["1 info unknown-property"],
  );
});
