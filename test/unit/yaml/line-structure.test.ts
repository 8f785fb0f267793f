import assert from "node:assert/strict";
import { test } from "node:test";
import { contentColumn, isDocumentMarker, isIgnorable, lineEntries } from "../../../server/src/yaml/line-structure.ts";

/** Entries in short: `-2` is a dash at column 2, `name@4-8:9+` a key at column 4 to 8 with its value from 9 on, `+` when there is one. */
function entries(line: string): string {
  return lineEntries(line)
    .map((entry) =>
      entry.kind === "dash"
        ? `-${entry.column}`
        : `${entry.name}@${entry.column}-${entry.end}:${entry.valueColumn}${entry.hasValue ? "+" : ""}`,
    )
    .join(" ");
}

const LINES: readonly (readonly [line: string, entries: string])[] = [
  ["", ""],
  ["   ", ""],
  ["a: 1", "a@0-1:2+"],
  ["  a:", "a@2-3:4"],
  ["a : 1", "a@0-1:3+"],
  ["a:1", ""],
  ["a: # c", "a@0-1:2"],
  ["a: 1 # c", "a@0-1:2+"],
  ["a: &x", "a@0-1:2"],
  ["a: !!map &x # c", "a@0-1:2"],
  ["a: &x 1", "a@0-1:2+"],
  ["a: |", "a@0-1:2+"],
  ["a b c: 1", "a b c@0-5:6+"],
  ["a: b: c", "a@0-1:2+"],
  ["http://x: 1", "http://x@0-8:9+"],
  ["- a", "-0"],
  ["-", "-0"],
  ["  -", "-2"],
  ["-a: 1", "-a@0-2:3+"],
  ["- a: 1", "-0 a@2-3:4+"],
  ["- - a:", "-0 -2 a@4-5:6"],
  ["-   a: 1", "-0 a@4-5:6+"],
  ["-\ta: 1", "-0 a@2-3:4+"],
  ['"a b": 1', "a b@0-5:6+"],
  ['"a: b": 1', "a: b@0-6:7+"],
  ['"\\u0061" : 1', "a@0-8:10+"],
  ['"\\x41": 1', "\\x41@0-6:7+"],
  ["'it''s': 1", "it's@0-7:8+"],
  ["'a':1", ""],
  ["&x a: 1", "a@0-4:5+"],
  ["? a", ""],
  ["*x : 1", ""],
  ["# a: 1", ""],
  ["a #b: 1", ""],
  ["a#b: 1", "a#b@0-3:4+"],
  ["[a: 1]", ""],
  ["{a: 1}", ""],
  ["a: [b: 1]", "a@0-1:2+"],
  ["<<: *x", "<<@0-2:3+"],
  ["ключ: 1", "ключ@0-4:5+"],
  ["\ta: 1", "a@1-2:3+"],
  ["a:\t1", "a@0-1:2+"],
];

for (const [line, expected] of LINES) {
  test(`what the line ${JSON.stringify(line)} opens`, () => assert.equal(entries(line), expected));
}

test("content begins behind indentation and dashes", () => {
  const columns = ["", "a", "  a", "- a", "- - a", "  -  a", "-", "- ", "-a", "\t- a"].map(contentColumn);
  assert.deepEqual(columns, [0, 0, 2, 2, 4, 5, 1, 2, 0, 3]);
});

test("blank lines and comments hold no structure", () => {
  assert.deepEqual(["", "  ", "\t", "# c", "  # c", "a # c", "-"].map(isIgnorable), [
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("documents are divided at the start of a line only", () => {
  assert.deepEqual(["---", "--- a", "...", "---a", " ---", "----", "...x", "---\t"].map(isDocumentMarker), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    true,
  ]);
});
