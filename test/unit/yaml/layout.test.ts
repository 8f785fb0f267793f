import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOf, layoutOf } from "../../../server/src/yaml/layout.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";

const LAYOUTS: readonly (readonly [text: string, step: number, indentedLists: boolean, lineBreak: string])[] = [
  ["", 2, true, "\n"],
  ["a: 1\n", 2, true, "\n"],
  ["a:\n  b: 1\n", 2, true, "\n"],
  ["a:\n    b: 1\n", 4, true, "\n"],
  ["a:\r\n   b: 1\r\n", 3, true, "\r\n"],
  ["a:\n- 1\n", 2, false, "\n"],
  ["a:\n  - 1\n", 2, true, "\n"],
  ["a:\n    - 1\nb:\n    c: 1\n", 4, true, "\n"],
  ["a:\n- b:\n     c: 1\n", 3, false, "\n"],
  ["a: {b: {c: 1}}\nd: [1]\n", 2, true, "\n"],
  ["a: &x\n      b: 1\nc: *x\n", 6, true, "\n"],
  ["a: [\n  1]\nb:\n- 1\n", 2, false, "\n"],
  ["- a:\n    b: 1\n- c\n", 2, true, "\n"],
];

for (const [text, step, indentedLists, lineBreak] of LAYOUTS) {
  test(`layout of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(layoutOf(parseSource(text, "yaml")), { step, indentedLists, lineBreak });
  });
}

test("a column counts UTF-16 units from the start of the line", () => {
  const source = parseSource("a: 1\r\n😀b: 2\n", "yaml");
  assert.deepEqual(
    [0, 3, 6, 8, 9].map((offset) => columnOf(source, offset)),
    [0, 3, 0, 2, 3],
  );
});
