import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { whyNoJson } from "../../../server/src/features/refactor/convert-reasons.ts";
import { haveSameValues } from "../../../server/src/yaml/same-value.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { writeJson } from "../../../server/src/yaml/write-json.ts";
import { writeYaml } from "../../../server/src/yaml/write-yaml.ts";
import { yamlCorpus } from "../../support/corpus.ts";

/** A JSON text without the white space between its tokens. */
function collapse(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (found) => (found.startsWith('"') ? found : ""));
}

test("every YAML of examples and fixtures that JSON can hold has the same values there, and back in YAML", () => {
  let count = 0;
  for (const [path, text] of yamlCorpus()) {
    const source = parseSource(text, "yaml");
    const root = rootOf(source);
    if (!root || whyNoJson(source) !== undefined) continue;
    const json = parseSource(writeJson(source, root, 0, { step: 2, lineBreak: "\n" }), "json");
    assert.deepEqual(json.file.problems, [], path);
    const first = { ...source.file, documents: [source.file.documents[0]] as const };
    assert.ok(haveSameValues(first, json.file), path);
    for (const layout of [
      { step: 2, indentedLists: true, lineBreak: "\n" },
      { step: 4, indentedLists: false, lineBreak: "\r\n" },
    ]) {
      const yaml = parseSource((writeYaml(json, 0, layout) ?? []).join(layout.lineBreak) + layout.lineBreak, "yaml");
      assert.deepEqual(yaml.file.problems, [], path);
      assert.ok(haveSameValues(json.file, yaml.file), path);
    }
    count++;
  }
  assert.ok(count > 100, `${count} files`);
});

test("any JSON has the same text after YAML, up to white space", () => {
  const values = fc.jsonValue({
    stringUnit: fc.oneof(
      fc.string({ unit: "binary", maxLength: 1 }),
      fc.constantFrom(..."\n\t :#-'\"\\/{}[],&*!|>%@`~?01eé"),
    ),
  });
  const property = fc.property(values, fc.boolean(), fc.constantFrom(0, 2, 4), (value, indentedLists, space) => {
    const text = JSON.stringify(value, undefined, space);
    const lines = writeYaml(parseSource(text, "json"), 0, { step: space || 2, indentedLists, lineBreak: "\n" });
    const yaml = parseSource(`${lines?.join("\n")}\n`, "yaml");
    const root = rootOf(yaml);
    assert.ok(root);
    assert.deepEqual(yaml.file.problems, [], yaml.text);
    assert.equal(collapse(writeJson(yaml, root, 0, { step: 2, lineBreak: "\n" })), collapse(text), yaml.text);
  });
  fc.assert(property, { numRuns: 500 });
});

test("escapes that JSON does not need stay", () => {
  const text = '{"a": "\\u00e9\\/\\u0041", "\\u006b": 1e5}';
  const yaml =
    writeYaml(parseSource(text, "json"), 0, { step: 2, indentedLists: true, lineBreak: "\n" })?.join("\n") ?? "";
  assert.equal(yaml, 'a: "\\u00e9\\/\\u0041"\n"\\u006b": 1e5');
  const source = parseSource(yaml, "yaml");
  const root = rootOf(source);
  assert.ok(root);
  assert.equal(writeJson(source, root, 0, { step: 2, lineBreak: "\n" }).replace(/\s/g, ""), text.replace(/\s/g, ""));
});
