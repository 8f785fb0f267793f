import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Node } from "../../../server/src/yaml/node.ts";
import { parseJson } from "../../../server/src/yaml/parse-json.ts";
import { parseYaml } from "../../../server/src/yaml/parse-yaml.ts";
import { toValue } from "../../../server/src/yaml/value.ts";
import { outline, problemLine, visible } from "./outline.ts";

const TREES: readonly (readonly [text: string, lines: readonly string[]])[] = [
  ["", ["nothing"]],
  [" \n", ["nothing"]],
  ["// c\n", ["nothing"]],
  [
    '{"a": [1, -2.5e3, true, null, "ä\\n"]}\r\n',
    [
      '. flow map 0 «{"a": [1, -2.5e3, true, null, "ä\\n"]}»',
      '/a! double "a" 1 «"a"»',
      '/a flow sequence 6 «[1, -2.5e3, true, null, "ä\\n"]»',
      "/a/0 plain 1 7 «1»",
      "/a/1 plain -2500 10 «-2.5e3»",
      "/a/2 plain true 18 «true»",
      "/a/3 plain null 24 «null»",
      '/a/4 double "ä\\n" 30 «"ä\\n"»',
    ],
  ],
  ["\uFEFF{}", [". flow map 1 «{}»"]],
  [
    '{\n  "a": {},\n  "__proto__": []\n}',
    [
      '. flow map 0 «{↵  "a": {},↵  "__proto__": []↵}»',
      '/a! double "a" 4 «"a"»',
      "/a flow map 9 «{}»",
      '/__proto__! double "__proto__" 15 «"__proto__"»',
      "/__proto__ flow sequence 28 «[]»",
    ],
  ],
];

for (const [text, lines] of TREES) {
  test(`JSON is read as it stands: ${visible(text)}`, () => {
    const file = parseJson(text);
    assert.deepEqual(outline(text, file), lines);
    assert.deepEqual(
      file.problems.filter((problem) => problem.code !== "json-comment"),
      [],
    );
  });
}

const PROBLEMS: readonly (readonly [text: string, problems: readonly string[]])[] = [
  ['{"a": 1} // c\n', ["information json-comment 9 «// c»"]],
  ['/* c\n d */ {"a": 1}', ["information json-comment 0 «/* c↵ d */»"]],
  ['{"a": [1, 2, ], }', ["information json-trailing-comma 11 «,»", "information json-trailing-comma 14 «,»"]],
  ['{"a": 1, // c\n}', ["information json-trailing-comma 7 «,»", "information json-comment 9 «// c»"]],
  ['{"a": 1 "b": 2}', ['json-syntax 8 «"b"»']],
  ['{"a" 1}', ["json-syntax 5 «1»"]],
  ['{"a": }', ["json-syntax 6 «}»"]],
  ['{"a": 1', ["json-syntax 7 «»"]],
  ["[1", ["json-syntax 2 «»"]],
  ["{'a': 1}", ["json-syntax 1 «'a'»"]],
  ["{a: 1}", ["json-syntax 1 «a»"]],
  ['{"a": yes}', ["json-syntax 6 «yes»"]],
  ['{"a": 01}', ["json-syntax 7 «1»"]],
  ['{"a": "x\n}', ['json-syntax 6 «"x»']],
  ['{"a": "\\q"}', ['json-syntax 6 «"\\q"»']],
  ['{"a": 1} x', ["json-syntax 9 «x»"]],
  ["/*", ["json-syntax 0 «/*»", "information json-comment 0 «/*»"]],
  ['{"a": /*', ["json-syntax 6 «/*»", "information json-comment 6 «/*»"]],
  ["/* c", ["json-syntax 0 «/* c»", "information json-comment 0 «/* c»"]],
  ["[,]", ["json-syntax 1 «,»"]],
  ['{"a": 1, "a": 2}', ['duplicate-key 9 «"a"» (first at 1-4)']],
  ['{"a": 1, "\\u0061": 2}', ['duplicate-key 9 «"\\u0061"» (first at 1-4)']],
  ["a: 1\nb: 2\n", ["json-syntax 0 «a»"]],
];

for (const [text, problems] of PROBLEMS) {
  test(`JSON that is not quite JSON: ${visible(text)}`, () => {
    assert.deepEqual(
      parseJson(text).problems.map((problem) => problemLine(text, problem)),
      problems,
    );
  });
}

test("comments and trailing commas do not change the value", () => {
  const { root } = parseJson('{ // c\n  "a": [1, /* d */ 2,],\n}').documents[0];
  assert.ok(root);
  assert.deepEqual(toValue(root), { value: { a: [1, 2] } });
});

/** A tree without what only one of the two notations can say. */
function shape(node: Node): unknown {
  const place = `${node.start}-${node.end}`;
  if (node.kind === "alias") return place;
  if (node.kind === "scalar") return [place, node.value, node.style];
  if (node.kind === "sequence") return [place, node.flow, node.items.map(shape)];
  return [place, node.flow, node.pairs.map((pair) => [pair.start, pair.end, shape(pair.key), shape(pair.value)])];
}

test("any JSON has the same tree and the same value read as JSON and as YAML", () => {
  const json = fc
    .tuple(fc.jsonValue({ stringUnit: "grapheme" }), fc.constantFrom(undefined, 2))
    .map(([value, space]) => JSON.stringify(value, undefined, space));
  fc.assert(
    fc.property(json, (text) => {
      const asJson = parseJson(text);
      const asYaml = parseYaml(text);
      assert.deepEqual(asJson.problems, []);
      assert.deepEqual(asYaml.problems, []);
      const [fromJson, fromYaml] = [asJson.documents[0].root, asYaml.documents[0].root];
      assert.ok(fromJson && fromYaml);
      assert.deepEqual(shape(fromJson), shape(fromYaml));
      assert.deepEqual(toValue(fromJson), toValue(fromYaml));
      assert.deepEqual(toValue(fromJson), { value: JSON.parse(text) });
    }),
    { numRuns: 500 },
  );
});
