import assert from "node:assert/strict";
import { test } from "node:test";
import { withCursor } from "../../support/cursor.ts";

test("the marker is taken out and its place is given as offset and position", () => {
  assert.deepEqual(withCursor("a: 1\r\nb: <|>2\r\n"), {
    text: "a: 1\r\nb: 2\r\n",
    offset: 9,
    position: { line: 1, character: 3 },
  });
  assert.deepEqual(withCursor("<|>"), { text: "", offset: 0, position: { line: 0, character: 0 } });
});

test("a text without a marker, or with two, is a mistake in the test", () => {
  assert.throws(() => withCursor("a: |\n  1"), /no cursor marker/);
  assert.throws(() => withCursor("a: <|>\nb: <|>"), /more than one/);
});
