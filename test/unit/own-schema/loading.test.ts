import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createService, DEFAULT_SETTINGS, type Settings, type Workspace } from "../../../server/src/service.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { faults, shortly, symbols } from "../features/ask.ts";
import { MODELINE, ownFaults } from "./ask-own.ts";

const NUMBER = JSON.stringify({ properties: { a: { type: "number" } } });
const WRONG = "a: text\n";
const IS_JUDGED = ["error type-mismatch Expected a number, found the text `text`."];

/** Faults without their places. */
async function told(
  text: string,
  files: Record<string, string>,
  settings: Partial<Settings> = {},
  path = "deep/a.yaml",
) {
  return (await faults(text, { path, files, settings })).map((fault) => fault.replace(/^\S+ /, ""));
}

describe("the schema of a file is found", () => {
  const modeline = (uri: string): string => `# yaml-language-server: $schema=${uri}\n${WRONG}`;

  test("by a path relative to the file", async () => {
    assert.deepEqual(await told(modeline("../s.json"), { "s.json": NUMBER }), IS_JUDGED);
    assert.deepEqual(await told(modeline("s.json"), { "deep/s.json": NUMBER }), IS_JUDGED);
  });

  test("by a path relative to the workspace folder, when nothing stands beside the file", async () => {
    assert.deepEqual(await told(modeline("s.json"), { "s.json": NUMBER }), IS_JUDGED);
  });

  test("by a URI, with a fragment", async () => {
    assert.deepEqual(await told(modeline("file:///work/s.json"), { "s.json": NUMBER }), IS_JUDGED);
    const nested = JSON.stringify({ $defs: { x: JSON.parse(NUMBER) } });
    assert.deepEqual(await told(modeline("file:///work/s.json#/$defs/x"), { "s.json": nested }), IS_JUDGED);
  });

  test("by a key `$schema`, which counts as known, in YAML and JSON", async () => {
    const closed = JSON.stringify({ ...JSON.parse(NUMBER), additionalProperties: false });
    assert.deepEqual(await told(`$schema: ../s.json\n${WRONG}`, { "s.json": closed }), IS_JUDGED);
    const json = '{ "$schema": "../s.json", "a": "text" }';
    assert.deepEqual(await told(json, { "s.json": closed }, {}, "deep/a.json"), IS_JUDGED);
  });

  test("by the setting, also for a file that would be one of ours; several schemas all apply", async () => {
    const settings = { schemas: { "s.json": ["*.tenant.yaml"], "other/t.json": ["deep/**"] } };
    const files = { "s.json": NUMBER, "other/t.json": JSON.stringify({ required: ["b"] }) };
    assert.deepEqual(await told(WRONG, files, settings, "deep/x.tenant.yaml"), [
      "error missing-property The file lacks the required key `b`.",
      ...IS_JUDGED,
    ]);
  });

  test("a comment wins over the setting, and a kind in the file over both", async () => {
    const settings = { schemas: { "s.json": ["**"] } };
    const files = { "s.json": NUMBER, "free.json": "true" };
    assert.deepEqual(await told(modeline("free.json"), files, settings), []);
    const named = await told(`# tenant-config: kind=security\n${WRONG}`, files, settings);
    assert.ok(
      named.some((fault) => fault.includes("`authentication`")),
      named.join("\n"),
    );
  });

  test("a schema written as YAML, in draft-04, with aliases", async () => {
    const schema =
      "$schema: http://json-schema.org/draft-04/schema#\nproperties:\n  a: &n { type: number, minimum: 1, exclusiveMinimum: true }\n  b: *n\n";
    assert.deepEqual(await told(`# yaml-language-server: $schema=s.yaml\na: 1\nb: 2\n`, { "s.yaml": schema }), [
      "error out-of-range `1` is out of range: more than 1 is expected.",
    ]);
  });

  test("files that name nothing or one of json-schema.org's own schemas stay foreign", async () => {
    assert.deepEqual(
      await told('{ "$schema": "http://json-schema.org/draft-07/schema#", "type": 1 }', {}, {}, "a.json"),
      [],
    );
    assert.deepEqual(await told('{ "$schema": "https://example.com/x.json" }', {}, {}, "a.json"), []);
    assert.deepEqual(await told("a: 1\n", { "s.json": NUMBER }), []);
  });
});

describe("references", () => {
  test("across files, by `$id`, anchors, dynamic anchors and pointers into unknown places", async () => {
    const schema = {
      $id: "https://schemas.example/main.json",
      properties: {
        near: { $ref: "parts/part.json#number" },
        inner: { $ref: "#/components/text" },
        tree: { $ref: "tree.yaml" },
      },
      components: { text: { type: "string" } },
    };
    const files = {
      "parts/part.json": JSON.stringify({ $defs: { n: { $anchor: "number", $ref: "deeper.json" } } }),
      "parts/deeper.json": JSON.stringify({ type: "number" }),
      "tree.yaml": "$dynamicAnchor: node\nproperties:\n  name: { type: string }\n  child: { $dynamicRef: '#node' }\n",
    };
    assert.deepEqual(
      await ownFaults(schema, "near: x\ninner: 1\ntree: { child: { child: { name: 5 } } }\n", { files }),
      [
        "1:7-1:8 error type-mismatch Expected a number, found the text `x`.",
        "2:8-2:9 error type-mismatch Expected text, found the number `1`.",
        "3:33-3:34 error type-mismatch Expected text, found the number `5`.",
      ],
    );
  });

  test("beside `$ref` nothing counts up to draft-07, everything does later", async () => {
    const schema = (draft: string): object => ({
      $schema: draft,
      properties: { a: { $ref: "#/definitions/t", minLength: 5 } },
      definitions: { t: { type: "string" } },
    });
    assert.deepEqual(await ownFaults(schema("http://json-schema.org/draft-07/schema#"), "a: x\n"), []);
    assert.equal((await ownFaults(schema("https://json-schema.org/draft/2019-09/schema"), "a: x\n")).length, 1);
  });
});

/** Why a schema can not be used, as it is told at the comment. */
const UNUSABLE: readonly (readonly [what: string, schema: string, files: Record<string, string>, message: string])[] = [
  [
    "a missing file",
    '{"$ref":"no.json"}',
    {},
    "The schema `schema.json` refers to `no.json`, which can not be read: there is no such file.",
  ],
  [
    "a missing definition",
    '{"$ref":"#/$defs/x"}',
    {},
    "The schema `schema.json` refers to `#/$defs/x`, but there is no `#/$defs/x` in it.",
  ],
  [
    "a reference out of the workspace",
    '{"$ref":"../../etc/x.json"}',
    {},
    "The schema `schema.json` refers to `../../etc/x.json`, which can not be read: it stands outside of the workspace.",
  ],
  [
    "a hidden way out",
    '{"$ref":"..%2F..%2Fetc/x.json"}',
    {},
    "The schema `schema.json` refers to `..%2F..%2Fetc/x.json`, which can not be read: it stands outside of the workspace.",
  ],
  [
    "the network",
    '{"properties":{"a":{"$ref":"http://x.example/s.json"}}}',
    {},
    "The schema `schema.json` refers to `http://x.example/s.json`, which is on the network. Tenant Config reads schemas of the workspace alone.",
  ],
  ["broken JSON", '{\n  "type": ,\n}', {}, "The schema `schema.json` can not be read. Line 2: "],
  [
    "an invalid schema",
    '{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "type": "strnig"\n}',
    {},
    "The schema `schema.json` is not valid. Line 3: The text `strnig` is not allowed here. Expected",
  ],
  [
    "an invalid schema that names no draft",
    '{ "properties": [] }',
    {},
    "The schema `schema.json` is not valid. Line 1: Expected a mapping",
  ],
  [
    "a pattern that is none",
    '{ "pattern": "(" }',
    {},
    "The schema `schema.json` is not valid. Line 1: `(` is not a regular expression.",
  ],
  [
    "an invalid second file",
    '{"$ref":"b.json"}',
    { "b.json": '{"minLength":"x"}' },
    "The schema `b.json` is not valid. Line 1: Expected a whole number",
  ],
  [
    "a reference to itself",
    '{"$ref":"#"}',
    {},
    "The schema `schema.json` never comes to an end: `#` leads back to where it began.",
  ],
  [
    "a cycle over files",
    '{"allOf":[{"$ref":"b.json"}]}',
    { "b.json": '{"anyOf":[{"$ref":"schema.json"}]}' },
    "never comes to an end",
  ],
];

describe("a schema that can not be used is one diagnostic at the place that names it", () => {
  for (const [what, schema, files, message] of UNUSABLE) {
    test(what, async () => {
      const found = await faults(`${MODELINE}a: 1\n`, { path: "a.yaml", files: { "schema.json": schema, ...files } });
      assert.equal(found.length, 1, found.join("\n"));
      assert.ok(found[0]?.startsWith("1:33-1:44 error unusable-schema "), found[0]);
      assert.ok(found[0]?.includes(message), found[0]);
    });
  }

  test("at the first line when the setting names it", async () => {
    const found = await faults("a: 1\nb: 2\n", { path: "a.yaml", settings: { schemas: { "no.json": ["a.yaml"] } } });
    assert.deepEqual(found, [
      "1:1-1:5 error unusable-schema The schema `no.json` can not be read: there is no such file.",
    ]);
  });

  test("a cycle with a value in between is none", async () => {
    const schema = { type: "object", additionalProperties: { $ref: "#" } };
    assert.deepEqual(await ownFaults(schema, "a: { b: { c: 1 } }\n"), [
      "1:14-1:15 error type-mismatch Expected a mapping (`key: value` lines), found the number `1`.",
    ]);
  });
});

describe("the network is never asked", () => {
  test("a comment that names it is answered with one information and nothing else", async () => {
    const text = "# yaml-language-server: $schema=https://x.example/s.json\na: [\n";
    const found = await faults(text, { path: "a.yaml" });
    assert.deepEqual(found, [
      "1:33-1:57 info remote-schema The schema https://x.example/s.json is on the network, from where Tenant Config reads nothing. Copy it into the workspace and name its path.",
    ]);
    assert.deepEqual(await symbols(text, { path: "a.yaml" }), []);
  });

  test("a setting that names it is a notice", async () => {
    const settings = { ...DEFAULT_SETTINGS, schemas: { "https://x.example/s.json": ["a.yaml"] } };
    assert.deepEqual(await createService().notices(uriOf("a.yaml"), memoryWorkspace({}), settings), [
      "tenantConfig.schemas: https://x.example/s.json is not fetched. Copy the schema into the workspace and name its path.",
    ]);
    assert.deepEqual(await faults("a: 1\n", { path: "a.yaml", settings }), []);
  });

  test("nothing outside of the workspace folders is read", async () => {
    const asked: string[] = [];
    const inner = memoryWorkspace({ "schema.json": '{"$ref":"../secret.json"}' });
    const workspace: Workspace = {
      ...inner,
      readFile: (uri) => {
        asked.push(uri);
        return inner.readFile(uri);
      },
    };
    for (const uri of ["../up.json", "/etc/passwd", "file:///etc/passwd", "schema.json", "%2e%2e/%2e%2e/x.json"]) {
      const document = { uri: uriOf("a.yaml"), text: `# yaml-language-server: $schema=${uri}\na: 1\n` };
      const { diagnostics } = await createService().check(document, workspace, DEFAULT_SETTINGS);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ["unusable-schema"],
        uri,
      );
    }
    assert.deepEqual(
      asked.filter((uri) => !uri.startsWith("file:///work/")),
      [],
    );
    assert.ok(asked.includes("file:///work/schema.json"));
  });
});

test("when a schema or something that it refers to changes, its files are judged anew", async () => {
  const files = new Map([
    ["file:///work/one.json", '{"$ref":"two.json"}'],
    ["file:///work/two.json", '{"properties":{"a":{"$ref":"three.json"}}}'],
  ]);
  const workspace: Workspace = { ...memoryWorkspace({}), readFile: async (uri) => files.get(uri) };
  const service = createService();
  const document = { uri: uriOf("a.yaml"), text: "# yaml-language-server: $schema=one.json\na: x\n" };
  const now = async (): Promise<readonly string[]> =>
    (await service.check(document, workspace, DEFAULT_SETTINGS)).diagnostics.map(shortly);
  assert.match((await now()).join(), /refers to `three.json`/);
  const write = (name: string, text: string): void => {
    files.set(uriOf(name), text);
    service.fileChanged(uriOf(name));
  };
  write("three.json", '{"type":"number"}');
  assert.deepEqual(await now(), ["2:4-2:5 error type-mismatch Expected a number, found the text `x`."]);
  write("three.json", '{"type":"string"}');
  assert.deepEqual(await now(), []);
  write("one.json", '{"required":["b"]}');
  assert.deepEqual(await now(), ["2:1-2:2 error missing-property The file lacks the required key `b`."]);
  files.set(uriOf("one.json"), "true");
  service.fileChanged(uriOf("unrelated.json"));
  assert.equal((await now()).length, 1, "what did not change is not read again");
  service.filesMoved();
  assert.deepEqual(await now(), []);
});
