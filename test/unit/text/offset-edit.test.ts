import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { applyOffsetEdits, toTextEdit } from "../../../server/src/text/offset-edit.ts";

test("replaces, inserts and deletes in one go; offsets refer to the text before any edit", () => {
  const edits = [
    { start: 8, end: 9, newText: "2000" },
    { start: 0, end: 1, newText: "first" },
    { start: 4, end: 4, newText: "!" },
    { start: 4, end: 5, newText: "" },
  ];
  assert.equal(applyOffsetEdits("a: 1\nb: 2\n", edits), "first: 1!b: 2000\n");
});

test("insertions at one place keep their order; no edits change nothing", () => {
  const edits = [
    { start: 1, end: 1, newText: "x" },
    { start: 1, end: 1, newText: "y" },
    { start: 3, end: 3, newText: "z" },
  ];
  assert.equal(applyOffsetEdits("abc", edits), "axybcz");
  assert.equal(applyOffsetEdits("abc", []), "abc");
});

test("the order in which edits are given does not matter, and they are not changed", () => {
  const edit = fc.record({
    width: fc.nat(3),
    gap: fc.integer({ min: 1, max: 3 }),
    newText: fc.string({ maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.string({ minLength: 30, maxLength: 40 }), fc.array(edit, { maxLength: 5 }), (text, parts) => {
      let offset = 0;
      let expected = "";
      const edits = parts.map(({ width, gap, newText }) => {
        expected += text.slice(offset, offset + gap) + newText;
        const start = offset + gap;
        offset = start + width;
        return Object.freeze({ start, end: offset, newText });
      });
      expected += text.slice(offset);
      assert.equal(applyOffsetEdits(text, edits), expected);
      assert.equal(applyOffsetEdits(text, Object.freeze([...edits].reverse())), expected);
    }),
  );
});

test("an LSP edit has the range of the offsets", () => {
  assert.deepEqual(toTextEdit({ start: 3, end: 5, newText: "x" }, new LineIndex("ab\ncde")), {
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } },
    newText: "x",
  });
});
