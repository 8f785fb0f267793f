import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { haveSameValues } from "../../../server/src/yaml/same-value.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { tenantFiles } from "./ask.ts";
import { type Asking, type Files, faultsOf, offered, refactored } from "./ask-refactoring.ts";

const STEM = "tenants/one/tenant";
const TO_JSON = /^Convert to JSON/;

/** The JSON of a YAML text; fails when it is not offered. */
async function toJson(yaml: string, title = "Convert to JSON"): Promise<unknown> {
  const changes = await refactored({ [`${STEM}.yaml`]: `<|>${yaml}` }, title);
  assert.equal(changes[`${STEM}.yaml`], null);
  return changes[`${STEM}.json`];
}

async function toYaml(json: string): Promise<unknown> {
  const changes = await refactored({ [`${STEM}.json`]: `<|>${json}` }, "Convert to YAML");
  assert.equal(changes[`${STEM}.json`], null);
  return changes[`${STEM}.yaml`];
}

describe("YAML to JSON", () => {
  const cases: readonly (readonly [what: string, yaml: string, json: string])[] = [
    [
      "collections, empty ones, nothing",
      "a:\n- b: 1\n  c: []\n- {}\n- [x, y]\nd:\n",
      '{\n  "a": [\n    {\n      "b": 1,\n      "c": []\n    },\n    {},\n    [\n      "x",\n      "y"\n    ]\n  ],\n  "d": null\n}\n',
    ],
    [
      "numbers keep their spelling where JSON has it",
      "a: [1.0, 1e3, -0.50, 12345678901234567890]\nb: [+1, .5, 0x10, 0o17, 1., -0]\n",
      '{\n  "a": [\n    1.0,\n    1e3,\n    -0.50,\n    12345678901234567890\n  ],\n  "b": [\n    1,\n    0.5,\n    16,\n    15,\n    1,\n    -0\n  ]\n}\n',
    ],
    [
      "texts that look like something else stay texts",
      "a: ['1', yes, 2024-01-01, 1_000, 'null', 12:30]\nb: !!str 1\nc: ${PORT}\n",
      '{\n  "a": [\n    "1",\n    "yes",\n    "2024-01-01",\n    "1_000",\n    "null",\n    "12:30"\n  ],\n  "b": "1",\n  "c": "${PORT}"\n}\n',
    ],
    [
      "texts of several lines",
      'a: |\n  b\n   c\nd: >-\n  e\n  f\ng: "\\x41\\u00e9\\/"\nh: "\\u00e9"\n',
      '{\n  "a": "b\\n c\\n",\n  "d": "e f",\n  "g": "Aé/",\n  "h": "\\u00e9"\n}\n',
    ],
    [
      "aliases and merges are written out, where the merge stands",
      "x-a: &a {b: 1, c: 2}\nd: *a\ne:\n  f: 0\n  <<: *a\n  b: 3\n",
      '{\n  "x-a": {\n    "b": 1,\n    "c": 2\n  },\n  "d": {\n    "b": 1,\n    "c": 2\n  },\n  "e": {\n    "f": 0,\n    "c": 2,\n    "b": 3\n  }\n}\n',
    ],
    [
      "keys that are no texts, four spaces, windows line breaks, marks of a document",
      "---\r\n1:\r\n    true: 2\r\n...\r\n",
      '{\r\n    "1": {\r\n        "true": 2\r\n    }\r\n}\r\n',
    ],
  ];
  for (const [what, yaml, json] of cases) test(what, async () => assert.equal(await toJson(yaml), json));

  test("comments are lost, and the title says so; the schema that one names becomes a key", async () => {
    const title = "Convert to JSON (all comments are lost)";
    assert.equal(await toJson("# b\na: '#' # c\n", title), '{\n  "a": "#"\n}\n');
    assert.equal(
      await toJson("# yaml-language-server: $schema=../tenant.schema.json\na: 1\n", title),
      '{\n  "$schema": "../tenant.schema.json",\n  "a": 1\n}\n',
    );
    assert.equal(
      await toJson("# tenant-config: kind=tenant\n{}\n", title),
      '{\n  "$schema": "tenant-config:tenant"\n}\n',
    );
  });

  const refused: readonly (readonly [yaml: string, reason: string])[] = [
    ["a: .inf\n", "JSON has no number like `.inf`."],
    ["a: [.nan]\n", "JSON has no number like `.nan`."],
    ["a: 1\na: 2\n", "A key stands twice; only one of its values would be left."],
    ["a: [\n", "The file has faults in its notation."],
    ["a: !x 1\n", "The file has faults in its notation."],
    ["a: !!binary aGk=\n", "The file has tags, which JSON does not have."],
    ["a: 1\n---\nb: 2\n", "The file has several documents."],
    ["? [a]\n: 1\n", "A key is no text, and JSON has only such keys."],
    ["~: 1\n", "A key is no text, and JSON has only such keys."],
    ["x-a: &a\n  b: *a\n", "Its aliases stand for more than can be written out."],
    ["", "The file holds nothing."],
    ["a: 1 # tenant-config-disable-line\n", "Comments turn diagnostics off in this file, and JSON has no comments."],
  ];
  for (const [yaml, reason] of refused) {
    test(`not ${JSON.stringify(yaml)}`, async () => {
      const [only, ...others] = await offered({ [`${STEM}.yaml`]: `<|>${yaml}` }, TO_JSON);
      assert.equal(only?.replace(/^.* — /, ""), reason);
      assert.deepEqual(others, []);
    });
  }
});

describe("JSON to YAML", () => {
  const cases: readonly (readonly [what: string, json: string, yaml: string])[] = [
    [
      "collections, empty ones, nothing",
      '{"a": [{"b": 1, "c": []}, {}, ["x", ["z"]]], "d": null, "e": true}',
      "a:\n  - b: 1\n    c: []\n  - {}\n  - - x\n    - - z\nd: null\ne: true\n",
    ],
    [
      "texts that look like something else, and escapes",
      '{"a": "1", "b": "yes", "c": "\\u00e9", "d": "x: y", "e f": "", "g": "${A}", "h": "\\ud83d\\ude00"}',
      'a: "1"\nb: "yes"\nc: "\\u00e9"\nd: "x: y"\ne f: ""\ng: "${A}"\nh: "😀"\n',
    ],
    [
      "texts of several lines",
      '{\n    "a": {"b": "c\\n\\n  d\\n"},\n    "e": ["f\\ng"],\n    "h": " i\\n"\n}',
      'a:\n    b: |\n        c\n\n          d\ne:\n    - |-\n        f\n        g\nh: " i\\n"\n',
    ],
    [
      "comments, windows line breaks, a comma at the end",
      '// a\r\n{ // b\r\n  /* c\r\n   * d */\r\n  "e": 1, // f\r\n  "g": [ // h\r\n    {\r\n      // i\r\n      "j": 2, // k\r\n    }\r\n  ], // l\r\n  "m": "n\\no", // p\r\n  // q\r\n}\r\n// r\r\n',
      "# a\r\n# b\r\n# c\r\n# d\r\ne: 1 # f\r\ng:\r\n  # h\r\n  # i\r\n  - j: 2 # k\r\n# l\r\nm: |-\r\n  n\r\n  o\r\n# p\r\n# q\r\n# r\r\n",
    ],
  ];
  for (const [what, json, yaml] of cases) {
    test(what, async () => assert.equal(await toYaml(json), yaml));
  }

  test("lists are laid out like those of the tenant's other files", async () => {
    const files: Files = {
      [`${STEM}.json`]: '<|>{"a": [1]}',
      "tenants/one/security.yaml": "audit:\n- a\n",
    };
    assert.equal((await refactored(files, "Convert to YAML"))[`${STEM}.yaml`], "a:\n- 1\n");
  });

  test("the extension is that of the tenant's other files", async () => {
    const files: Files = { [`${STEM}.json`]: '<|>{"a": 1}', "tenants/one/security.yml": "a: 1\n" };
    assert.deepEqual(await refactored(files, "Convert to YAML"), { [`${STEM}.json`]: null, [`${STEM}.yml`]: "a: 1\n" });
  });

  const refused: readonly (readonly [json: string, reason: string])[] = [
    ['{"a": 1, "a": 2}', "A key stands twice; only one of its values would be left."],
    ['{"a": ', "The file has faults in its notation."],
    ["", "The file holds nothing."],
  ];
  for (const [json, reason] of refused) {
    test(`not ${JSON.stringify(json)}`, async () => {
      assert.deepEqual(await offered({ [`${STEM}.json`]: `<|>${json}` }, /^Convert/), [`Convert to YAML — ${reason}`]);
    });
  }
});

describe("where a conversion is offered", () => {
  const convert = (files: Files, asking?: Asking): Promise<readonly string[]> => offered(files, /^Convert/, asking);

  test("for editors that can create and delete files, to those who ask for refactorings", async () => {
    const files = { [`${STEM}.yaml`]: "<|>a: 1\n" };
    assert.deepEqual(await convert(files), ["Convert to JSON"]);
    assert.deepEqual(await convert(files, { operations: ["create"] }), []);
    assert.deepEqual(await convert(files, { operations: ["delete"] }), []);
    assert.deepEqual(await convert(files, { isAsked: false }), []);
  });

  test("not over a file that exists", async () => {
    const json = { [`${STEM}.yaml`]: "<|>a: 1\n", [`${STEM}.json`]: "" };
    assert.deepEqual(await convert(json), ["Convert to JSON — The file `tenant.json` is there already."]);
    const yml = { [`${STEM}.json`]: '<|>{"a": 1}', [`${STEM}.yml`]: "" };
    assert.deepEqual(await convert(yml), ["Convert to YAML — The file `tenant.yml` is there already."]);
  });

  test("not where the settings treat the new name otherwise, nor for names without a twin", async () => {
    const files = { "x/a.yaml": "<|>a: 1\n" };
    assert.deepEqual(await convert(files, { settings: { fileKinds: { "x/*.yaml": "tenant" } } }), [
      "Convert to JSON — By the settings, a file of the name `a.json` would have another schema.",
    ]);
    assert.deepEqual(await convert(files, { settings: { fileKinds: { "x/a.*": "tenant" } } }), ["Convert to JSON"]);
    const conf = { "x/a.conf": "<|>a: 1\n" };
    assert.deepEqual(await convert(conf, { settings: { fileKinds: { "x/*": "tenant" } } }), []);
  });
});

test("the files of the examples, there and back: the same values and faults", async () => {
  let count = 0;
  for (const folder of ["tenants/acme"]) {
    const files = tenantFiles(folder);
    for (const [path, text] of Object.entries(files)) {
      if (!/\/[\w.]+\.yaml$/.test(path) || path.includes("/locales/")) continue;
      const twin = path.replace(/yaml$/, "json");
      const [title = "", ...others] = await offered({ ...files, [path]: `<|>${text}` }, TO_JSON);
      assert.deepEqual(others, []);
      if (title.includes(" — ")) continue;
      const json = String((await refactored({ ...files, [path]: `<|>${text}` }, title))[twin]);
      const { [path]: _, ...rest } = files;
      assert.deepEqual(await faultsOf({ ...rest, [twin]: json }, [twin]), await faultsOf(files, [path]), path);
      const yaml = String((await refactored({ ...rest, [twin]: `<|>${json}` }, "Convert to YAML"))[path]);
      assert.ok(haveSameValues(parseSource(text, "yaml").file, parseSource(yaml, "yaml").file), path);
      count++;
    }
  }
  assert.ok(count >= 5, `${count} files`);
});
