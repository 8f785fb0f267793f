import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import { writeKey, writeScalar } from "../../../server/src/yaml/write-scalar.ts";

/** Strings of what YAML gives a meaning, and any others. */
const anyString = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."aZ019.-+_:/@#!&*?|>%'\"`{}[],=~ \n\r\t\u0085\u2028\uFEFF\uD800\u0000") }),
  fc.stringMatching(/^[-+]?(?:0[xob])?[0-9a-fA-F_.:]{1,6}[a-z]?$/),
  fc.constantFrom(
    "true",
    "No",
    "NULL",
    "~",
    "<<",
    "---",
    "...",
    "- a",
    "? a",
    "a: b",
    "a #b",
    "=",
    "1e3",
    ".inf",
    ".NaN",
  ),
);

test("text that is safe everywhere stays plain", () => {
  for (const text of [
    "a",
    "Acme Music",
    "15s",
    "1h",
    "https://a.example/b",
    "user@a.example",
    "eu-west-1",
    "/api/*",
    "Grüße",
    "a:b",
    "v1.2",
    "env=dev",
  ]) {
    assert.equal(writeScalar(text), text);
    assert.equal(writeKey(text), text);
  }
});

test("text that some loader reads as something else is quoted", () => {
  for (const text of [
    "",
    " a",
    "a ",
    "true",
    "Yes",
    "off",
    "n",
    "null",
    "~",
    "1",
    "1.5",
    "-1",
    "1e3",
    "0xFF",
    "0o17",
    "0b1",
    "1:30",
    "2024-01-01",
    "16.10",
    ".inf",
    "a: b",
    "a:",
    "a #b",
    "#a",
    "*a",
    "&a",
    "- a",
    "[a]",
    "{{tenant_id}}",
    "${X}",
    "a, b",
    "a\nb",
    "<<",
    "%a",
    "@a",
  ]) {
    assert.equal(writeScalar(text), JSON.stringify(text));
    assert.equal(writeKey(text), JSON.stringify(text));
  }
});

test("other scalars are written as the core schema reads them", () => {
  const values = [1, -1.5, true, false, null, 1e21, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) assert.deepEqual(parse(writeScalar(value)), value);
});

test("JSON is always quoted", () => {
  assert.equal(writeScalar("a", "json"), '"a"');
  assert.equal(writeKey("a", "json"), '"a"');
  assert.equal(writeScalar(1, "json"), "1");
  assert.equal(writeScalar(null, "json"), "null");
  fc.assert(fc.property(anyString, (text) => JSON.parse(writeScalar(text, "json")) === text));
});

const PLACES: Readonly<Record<string, (text: string) => readonly [document: string, expected: unknown]>> = {
  "the value of a key": (text) => [`a: ${writeScalar(text)}\nb: 1\n`, { a: text, b: 1 }],
  "an item of a list": (text) => [`- ${writeScalar(text)}\n- 1\n`, [text, 1]],
  "a key": (text) => [`${writeKey(text)}: 1\n`, { [text]: 1 }],
  "an item of a flow list": (text) => [`[${writeScalar(text)}, 1]`, [text, 1]],
  "a value in a flow mapping": (text) => [`{a: ${writeScalar(text)}, b: 1}`, { a: text, b: 1 }],
  "a key in a flow mapping": (text) => [`{${writeKey(text)}: 1}`, { [text]: 1 }],
  "a value before a comment": (text) => [`a: ${writeScalar(text)} # c\n`, { a: text }],
};

for (const [place, write] of Object.entries(PLACES)) {
  test(`any text reads back the same as ${place}`, () => {
    fc.assert(
      fc.property(anyString, (text) => {
        fc.pre(text !== "__proto__");
        const [document, expected] = write(text);
        for (const version of ["1.2", "1.1"] as const) {
          assert.deepEqual(parse(document, { version, merge: false }), expected, document);
        }
      }),
      { numRuns: 500 },
    );
  });
}
