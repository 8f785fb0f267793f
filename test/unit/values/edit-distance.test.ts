import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDistance, nearest } from "../../../server/src/values/edit-distance.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

test("known distances", () => {
  const rows: readonly (readonly [string, string, number])[] = [
    ["", "", 0],
    ["", "abc", 3],
    ["the", "teh", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 2],
    ["production", "prodcution", 1],
  ];
  for (const [a, b, distance] of rows) assert.equal(editDistance(a, b), distance, `${a} ${b}`);
});

test("the distance is a metric", () => {
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      const ab = editDistance(a, b);
      assert.equal(ab, editDistance(b, a));
      assert.equal(ab === 0, a === b);
      assert.ok(ab >= Math.abs(a.length - b.length) && ab <= Math.max(a.length, b.length));
      assert.ok(editDistance(a, c) <= ab + editDistance(b, c));
    }),
  );
});

test("one edit or swap costs one", () => {
  fc.assert(
    fc.property(word, fc.nat({ max: 6 }), (text, at) => {
      fc.pre(at + 1 < text.length);
      const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
      assert.ok(editDistance(text, swapped) <= 1);
      assert.equal(editDistance(text, text.slice(0, at) + text.slice(at + 1)), 1);
      assert.equal(editDistance(text, `${text.slice(0, at)}z${text.slice(at)}`), 1);
    }),
  );
});

test("the nearest candidate", () => {
  const names = ["production", "staging", "test", "dev"];
  assert.equal(nearest("prodcution", names), "production");
  assert.equal(nearest("Staging", names), "staging");
  assert.equal(nearest("tset", names), "test");
  assert.equal(nearest("qa", names), undefined);
  assert.equal(nearest("", names), undefined);
  assert.equal(nearest("test", []), undefined);
});

test("ties go to the first, case alone beats an edit", () => {
  assert.equal(nearest("bat", ["cat", "hat"]), "cat");
  assert.equal(nearest("Cat", ["Bat", "cat"]), "cat");
});

test("the largest distance follows the length, up to three", () => {
  assert.equal(nearest("abc", ["xyc"]), undefined);
  assert.equal(nearest("abcdef", ["xycdef"]), "xycdef");
  assert.equal(nearest("abcdefghijklmno", ["xxxxefghijklmno"]), undefined);
  assert.equal(nearest("abcdefghijklmno", ["xxxxefghijklmno"], 4), "xxxxefghijklmno");
  assert.equal(nearest("abc", ["ab"], 0), undefined);
});

test("huge words are compared for equality only", () => {
  const huge = "a".repeat(1_000_000);
  assert.equal(nearest(huge, [huge]), huge);
  assert.equal(nearest(huge, [`${huge}b`]), undefined);
});
