import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import type { Node, ParsedFile } from "../../../server/src/yaml/node.ts";
import { parseJson } from "../../../server/src/yaml/parse-json.ts";
import { parseYaml } from "../../../server/src/yaml/parse-yaml.ts";
import { toValue } from "../../../server/src/yaml/value.ts";
import { allNodes } from "./outline.ts";
import { brokenExample, JSON_EXAMPLES, MANY_RUNS, YAML_EXAMPLES, yamlLikeText } from "./random-yaml.ts";

/** What holds for the result of parsing any text at all. */
function assertSound(text: string, file: ParsedFile): void {
  for (const document of file.documents) {
    assert.ok(0 <= document.start && document.start <= document.end && document.end <= text.length);
    for (const node of allNodes(document.root)) assertNode(text, node);
    if (document.root) toValue(document.root);
  }
  for (const [index, problem] of file.problems.entries()) {
    assert.ok(0 <= problem.start && problem.start <= problem.end && problem.end <= text.length, problem.message);
    assert.ok(problem.start >= (file.problems[index - 1]?.start ?? 0), "problems stand in order");
  }
}

function assertNode(text: string, node: Node): void {
  const written = text.slice(node.start, node.end);
  const what = `${node.kind} ${JSON.stringify(written)}`;
  assert.ok(0 <= node.start && node.start <= node.end && node.end <= text.length, what);
  if (node.kind !== "scalar" || node.style !== "plain" || node.value === null) {
    assert.doesNotMatch(written, /[ \t\r\n]$/, what);
  }
  if (node.kind !== "map" && node.kind !== "sequence") return;
  const last = node.kind === "map" ? node.pairs.at(-1) : node.items.at(-1);
  // A value that nobody wrote may stand behind the white space that follows its key; everything written lies within.
  if (last && last.end > last.start) assert.ok(last.end <= node.end, what);
  if (node.kind !== "map") return;
  for (const pair of node.pairs) assert.doesNotMatch(text.slice(pair.start, pair.end), /[ \t\r\n]$/, what);
}

test("any text can be parsed as YAML", () => {
  fc.assert(
    fc.property(yamlLikeText, (text) => assertSound(text, parseYaml(text))),
    { numRuns: MANY_RUNS, examples: [["&a ]: "]] },
  );
});

test("any text can be parsed as JSON", () => {
  fc.assert(
    fc.property(fc.oneof(yamlLikeText, fc.json()), (text) => assertSound(text, parseJson(text))),
    { numRuns: MANY_RUNS },
  );
});

test("example files that somebody is editing can be parsed", () => {
  fc.assert(
    fc.property(brokenExample, (text) => {
      assertSound(text, parseYaml(text));
      assertSound(text, parseJson(text));
    }),
    { numRuns: MANY_RUNS },
  );
});

for (const [path, text] of YAML_EXAMPLES) {
  test(`${path} has the value that the library gives it, and sound ranges`, () => {
    const file = parseYaml(text);
    assertSound(text, file);
    // The files of this tenant show mistakes, on which loaders differ.
    if (path.startsWith("tenants/globex/")) return;
    assert.deepEqual(file.problems, []);
    const { root } = file.documents[0];
    assert.ok(root);
    assert.deepEqual(toValue(root), { value: parse(text, { merge: true }) });
  });
}

for (const [path, text] of JSON_EXAMPLES) {
  test(`${path} has the value that JSON.parse gives it, read as JSON and as YAML`, () => {
    for (const file of [parseJson(text), parseYaml(text)]) {
      assert.deepEqual(file.problems, []);
      assertSound(text, file);
      const { root } = file.documents[0];
      assert.ok(root);
      assert.deepEqual(toValue(root), { value: JSON.parse(text) });
    }
  });
}

test("no range of a node ends in a comment", () => {
  fc.assert(
    fc.property(fc.constantFrom(...YAML_EXAMPLES), ([path, text]) => {
      // Every line gets a comment, so a range that took one in would show it.
      const commented = text.replace(/^(\s*[\w"'-][^|>#\n]*[\w"'\]}:])$/gm, "$1 # mark");
      for (const node of allNodes(parseYaml(commented).documents[0].root)) {
        assert.doesNotMatch(commented.slice(node.start, node.end), /# mark$/, path);
      }
    }),
  );
});
