import assert from "node:assert/strict";
import { test } from "node:test";
import { parseJson } from "../../../server/src/yaml/parse-json.ts";
import { parseYaml } from "../../../server/src/yaml/parse-yaml.ts";
import { toValue } from "../../../server/src/yaml/value.ts";
import { problemLine } from "./outline.ts";

const LIMIT = 200;

/** A staircase of mappings, each a column further right. */
function staircase(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}k:\n`).join("");
}

/** Lists whose dash stands under their key: two levels for two columns. */
function flushLists(levels: number): string {
  return Array.from({ length: levels / 2 }, (_, step) => {
    const indentation = " ".repeat(2 * step);
    return step === 0 ? "k:\n" : `${indentation.slice(2)}- k:\n`;
  }).join("");
}

const SHAPES: readonly (readonly [name: string, text: (levels: number) => string, tooDeep: string])[] = [
  ["brackets", (levels) => "[".repeat(levels) + "]".repeat(levels), "200 «[»"],
  ["braces", (levels) => "{a: ".repeat(levels) + "}".repeat(levels), "800 «{»"],
  ["dashes in one line", (levels) => `${"- ".repeat(levels)}a\n`, "400 «-»"],
  ["dashes with nothing behind them", (levels) => `${"- ".repeat(levels)}\n`, "400 «-»"],
  ["question marks", (levels) => `${"? ".repeat(levels)}a\n`, "400 «?»"],
  ["a staircase of keys", staircase, `${(199 * 200) / 2 + 200 * 2 + 199 + 200 + 1} «k»`],
];

for (const [name, text, tooDeep] of SHAPES) {
  test(`${LIMIT} levels of ${name} are read`, () => {
    const file = parseYaml(text(LIMIT));
    assert.deepEqual(
      file.problems.filter((problem) => problem.code === "nesting-too-deep"),
      [],
    );
    const { root } = file.documents[0];
    assert.ok(root);
    assert.ok("value" in toValue(root));
  });

  test(`${LIMIT + 1} levels of ${name} are refused with one problem, and so are 1,000`, () => {
    for (const levels of [LIMIT + 1, 1_000]) {
      const deep = text(levels);
      const file = parseYaml(deep);
      assert.deepEqual(
        file.problems.map((problem) => problemLine(deep, problem)),
        [`nesting-too-deep ${tooDeep}`],
      );
      assert.deepEqual(file.documents, [{ root: undefined, start: 0, end: deep.length }]);
    }
  });
}

test("lists under their keys count twice for each step", () => {
  assert.deepEqual(parseYaml(flushLists(LIMIT)).problems, []);
  assert.deepEqual(
    parseYaml(flushLists(LIMIT + 4)).problems.map((problem) => problem.code),
    ["nesting-too-deep"],
  );
});

test("brackets in strings, comments and text blocks do not nest", () => {
  const comments = "# a [ that is never closed\n".repeat(1_000);
  const items = `- "[["\n- '{'\n- |\n  [ {\n${" ".repeat(400)}- text\n`.repeat(50);
  assert.deepEqual(parseYaml(`${comments}a: 1\n`).problems, []);
  assert.deepEqual(parseYaml(items).problems, []);
  assert.deepEqual(parseJson(`[${'"[[{{",'.repeat(500)}1]`).problems, []);
});

test("brackets that strings seem to close are counted", () => {
  const text = '["]",'.repeat(3_000);
  assert.deepEqual(
    [parseYaml(text), parseJson(text)].map((file) => file.problems.map((problem) => problem.code)),
    [["nesting-too-deep"], ["nesting-too-deep"]],
  );
});

test("JSON has the same limit", () => {
  const json = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  assert.deepEqual(parseJson(json(LIMIT)).problems, []);
  const text = json(LIMIT + 1);
  const { problems, documents } = parseJson(text);
  assert.deepEqual(
    problems.map((problem) => problemLine(text, problem)),
    ["nesting-too-deep 1000 «{»"],
  );
  assert.equal(documents[0].root, undefined);
});

test("a line of a megabyte is read as any other", () => {
  const long = "x y".repeat(350_000);
  for (const text of [
    `a: ${long}\n`,
    `a: "${long}"\n`,
    `- ${long}\n`,
    `a: 1${" ".repeat(1_000_000)}\n`,
    `# ${long}\na: 1\n`,
  ]) {
    assert.deepEqual(parseYaml(text).problems, []);
  }
  assert.deepEqual(parseJson(`{"a":"${long}"}`).problems, []);
});
