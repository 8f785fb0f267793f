import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutConflicts } from "../../../server/src/yaml/merge-conflicts.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { toValue } from "../../../server/src/yaml/value.ts";

test("the first version of a conflict is read, at its old place", () => {
  const text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\nc: 4\n";
  const { text: resolved } = withoutConflicts(text);
  assert.equal(resolved.length, text.length);
  assert.equal(resolved.replace(/ +(?=\n)/g, ""), "a: 1\n\nb: 2\n\n\n\nc: 4\n");
  const root = rootOf(parseSource(text, "yaml"));
  assert.ok(root);
  assert.deepEqual(toValue(root), { value: { a: 1, b: 2, c: 4 } });
});

test("a conflict in JSON is one problem as well", () => {
  const text = '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> other\n}\n';
  const source = parseSource(text, "json");
  assert.deepEqual(
    source.file.problems.map(({ code, start, end }) => ({ code, start, end })),
    [{ code: "merge-conflict", start: 2, end: 14 }],
  );
  const root = rootOf(source);
  assert.ok(root);
  assert.deepEqual(toValue(root), { value: { a: 1 } });
});

test("text without a whole conflict is left as it is", () => {
  for (const text of [
    "<<<<<<< HEAD\na: 1\n>>>>>>> other\n",
    "<<<<<<< HEAD\na: 1\n=======\n",
    "a: <<<<<<<\nb: >>>>>>>\n",
    "<<<<<<<< eight\n=======\n>>>>>>>\n",
  ]) {
    assert.deepEqual(withoutConflicts(text), { text, problems: [] });
  }
});
