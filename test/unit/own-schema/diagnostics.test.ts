// biome-ignore-all lint/suspicious/noThenProperty: the keyword of JSON Schema.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonSchema } from "../../../server/src/schema/custom/schema-object.ts";
import { ownFaults } from "./ask-own.ts";

/** A schema, a document, and the faults that a person is told; lines and columns are counted from 1. */
const CASES: readonly (readonly [schema: JsonSchema, text: string, faults: readonly string[]])[] = [
  [{ type: "object" }, "- a", ["1:1-1:4 error type-mismatch Expected a mapping (`key: value` lines), found a list."]],
  [
    { properties: { a: { type: ["string", "null"] } } },
    "a: 1",
    ["1:4-1:5 error type-mismatch Expected text or nothing, found the number `1`."],
  ],
  [
    { properties: { a: { type: "integer" } } },
    "a: 1.5",
    ["1:4-1:7 error type-mismatch Expected a whole number, found the number `1.5`."],
  ],
  [{ properties: { a: { type: "string" } } }, "a:", ["1:1-1:2 error missing-value `a` has no value. Expected text."]],
  [
    { properties: { a: { type: "string", minLength: 2, maxLength: 3 } } },
    "a: x",
    ["1:4-1:5 error wrong-length Too short: 1 character, at least 2 are needed."],
  ],
  [
    { properties: { a: { pattern: "^x" } } },
    "a: y",
    ["1:4-1:5 error invalid-format `y` does not match the pattern `^x`."],
  ],
  [
    { properties: { a: { pattern: "^x", patternErrorMessage: "Begin with x." } } },
    "a: y",
    ["1:4-1:5 error invalid-format Begin with x."],
  ],
  [
    { properties: { a: { format: "date" } } },
    "a: soon",
    ["1:4-1:8 error invalid-format `soon` is not a date. Expected something like `2026-05-31`."],
  ],
  [
    { properties: { a: { minimum: 3 } } },
    "a: 2",
    ["1:4-1:5 error out-of-range `2` is out of range: at least 3 is expected."],
  ],
  [
    { $schema: "http://json-schema.org/draft-04/schema#", properties: { a: { minimum: 3, exclusiveMinimum: true } } },
    "a: 3",
    ["1:4-1:5 error out-of-range `3` is out of range: more than 3 is expected."],
  ],
  [
    { properties: { a: { exclusiveMaximum: 3 } } },
    "a: 3",
    ["1:4-1:5 error out-of-range `3` is out of range: less than 3 is expected."],
  ],
  [
    { properties: { a: { multipleOf: 5 } } },
    "a: 7",
    ["1:4-1:5 error out-of-range `7` is out of range: a multiple of 5 is expected."],
  ],
  [
    { additionalProperties: false, properties: { colour: {} } },
    "color: 1",
    ["1:1-1:6 error unknown-property `color` is not known at the top level of this file. Did you mean `colour`?"],
  ],
  [
    { additionalProperties: { type: "number" } },
    "x: y",
    ["1:4-1:5 error type-mismatch Expected a number, found the text `y`."],
  ],
  [
    { patternProperties: { "^x-": { type: "string" } }, additionalProperties: false },
    "x-a: 1\ny: 2",
    [
      "1:6-1:7 error type-mismatch Expected text, found the number `1`.",
      "2:1-2:2 error unknown-property `y` is not known at the top level of this file.",
    ],
  ],
  [
    { propertyNames: { pattern: "^[a-z]+$" } },
    "Ab: 1",
    ["1:1-1:3 error invalid-format `Ab` does not match the pattern `^[a-z]+$`."],
  ],
  [
    { propertyNames: { enum: ["red", "green"] } },
    "gren: 1",
    [
      "1:1-1:5 error value-not-allowed The text `gren` is not allowed here. Expected `red` or `green`. Did you mean `green`?",
    ],
  ],
  [{ minProperties: 2 }, "a: 1", ["1:1-1:2 error wrong-length The value has 1 entry; at least 2 expected."]],
  [
    { properties: { l: { maxItems: 1 } } },
    "l: [1, 2]",
    ["1:1-1:2 error wrong-length `l` has 2 items; at most 1 expected."],
  ],
  [
    { properties: { l: { uniqueItems: true } } },
    "l: [{a: 1, b: 2}, x, {b: 2, a: 1}]",
    ["1:22-1:34 error duplicate-item This item stands in this list twice; every item counts only once."],
  ],
  [
    { properties: { l: { contains: { const: "x" } } } },
    "l: [y]",
    ["1:1-1:2 error wrong-length `l` needs at least 1 item with the value `x`; it has none."],
  ],
  [
    {
      properties: { l: { contains: { properties: { kind: { const: "main" } }, required: ["kind"] }, minContains: 2 } },
    },
    "l: [{kind: main}]",
    ["1:1-1:2 error wrong-length `l` needs at least 2 items with `kind` `main`; it has 1."],
  ],
  [
    { properties: { l: { contains: { const: 1 }, maxContains: 1 } } },
    "l: [1, 1]",
    ["1:1-1:2 error wrong-length `l` needs at most 1 item with the value `1`; it has 2."],
  ],
  [
    { properties: { l: { prefixItems: [{ type: "string" }], items: false } } },
    "l: [a, b]",
    ["1:1-1:2 error wrong-length `l` has 2 items; at most 1 expected."],
  ],
  [
    { properties: { l: { items: [{ type: "string" }], additionalItems: { type: "number" } } } },
    "l: [1, b]",
    [
      "1:5-1:6 error type-mismatch Expected text, found the number `1`.",
      "1:8-1:9 error type-mismatch Expected a number, found the text `b`.",
    ],
  ],
  [
    { properties: { l: { prefixItems: [{}], unevaluatedItems: false } } },
    "l: [a, b]",
    ["1:8-1:9 error value-not-allowed No schema says what this item is, and further items are not allowed."],
  ],
  [
    { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    "a: 1\nab: 2",
    ["2:1-2:3 error unknown-property `ab` is not known at the top level of this file."],
  ],
  [
    { dependentRequired: { a: ["b", "c"] } },
    "a: 1",
    ["1:1-1:2 error missing-property `a` needs `b` and `c` beside it."],
  ],
  [{ dependencies: { a: ["b"] } }, "a: 1", ["1:1-1:2 error missing-property `a` needs `b` beside it."]],
  [
    { dependentSchemas: { a: { properties: { b: { type: "number" } } } } },
    "a: 1\nb: x",
    ["2:4-2:5 error type-mismatch Expected a number, found the text `x`."],
  ],
  [
    {
      if: { properties: { k: { const: "x" } }, required: ["k"] },
      then: { required: ["y"] },
      else: { required: ["z"] },
    },
    "k: x",
    ["1:1-1:2 error missing-property The file lacks the required key `y`."],
  ],
  [
    {
      if: { properties: { k: { const: "x" } }, required: ["k"] },
      then: { required: ["y"] },
      else: { required: ["z"] },
    },
    "k: q",
    ["1:1-1:2 error missing-property The file lacks the required key `z`."],
  ],
  [
    { not: { required: ["a", "b"] } },
    "a: 1\nb: 2",
    ["2:1-2:2 error conflicting-properties `a` and `b` exclude each other: keep one of them."],
  ],
  [
    { properties: { a: { not: { const: "x", description: "it is taken" } } } },
    "a: x",
    ["1:4-1:5 error value-not-allowed The text `x` is not allowed here: it is taken."],
  ],
  [{ properties: { a: false } }, "a: 1", ["1:1-1:2 error value-not-allowed `a` is not allowed here."]],
  [
    { properties: { a: { const: 5 } } },
    "a: 4",
    ["1:4-1:5 error value-not-allowed The number `4` is not allowed here. Expected `5`."],
  ],
  [
    { properties: { a: { anyOf: [{ type: "string" }, { type: "array" }] } } },
    "a: 5",
    ["1:4-1:5 error type-mismatch Expected text or a list, found the number `5`."],
  ],
  [
    { properties: { a: { anyOf: [{ const: "x" }, { enum: ["y", "z"] }, { type: "number" }] } } },
    "a: w",
    ["1:4-1:5 error value-not-allowed The text `w` is not allowed here. Expected `x`, `y` or `z`. Did you mean `x`?"],
  ],
  [{ anyOf: [{ required: ["a"] }, { required: ["b"] }] }, "c: 1", ["1:1-1:2 error missing-property Needs `a` or `b`."]],
  [
    { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    "a: 1\nb: 1",
    ["2:1-2:2 error conflicting-properties `a` and `b` exclude each other: keep one of them."],
  ],
  [
    {
      properties: {
        a: {
          oneOf: [
            { title: "Even", multipleOf: 2 },
            { title: "Triple", multipleOf: 3 },
          ],
        },
      },
    },
    "a: 6",
    ["1:4-1:5 error value-not-allowed It is not clear what is meant here: `Even` and `Triple` fit. Only one may."],
  ],
  [
    { properties: { a: { type: "string", errorMessage: "Say it in words." } } },
    "a: 5",
    ["1:4-1:5 error type-mismatch Say it in words."],
  ],
  [
    { required: ["x", "y"], errorMessage: { required: { x: "Where is x?" } } },
    "a: 5",
    [
      "1:1-1:2 error missing-property Where is x?",
      "1:1-1:2 error missing-property The file lacks the required key `y`.",
    ],
  ],
  [{ properties: { old: { deprecationMessage: "Use new." } } }, "old: 1", ["1:1-1:4 info deprecated-field Use new."]],
  [{ properties: { old: { deprecated: true } } }, "old: 1", ["1:1-1:4 info deprecated-field `old` is deprecated."]],
  [
    { required: ["name"], properties: { name: {} }, additionalProperties: false },
    "nme: 1",
    ["1:1-1:4 error unknown-property `nme` is not known at the top level of this file. Did you mean `name`?"],
  ],
  [false, "a: 1", ["1:1-1:2 error value-not-allowed Nothing is allowed here."]],
];

for (const [schema, text, faults] of CASES) {
  test(`${JSON.stringify(text)} by ${JSON.stringify(schema)}`, async () => {
    assert.deepEqual(await ownFaults(schema, text), faults);
  });
}

const UNION: JsonSchema = {
  properties: {
    steps: {
      items: {
        oneOf: [
          {
            type: "object",
            required: ["kind", "cmd"],
            properties: { kind: { const: "run" }, cmd: { type: "string" } },
          },
          { type: "object", required: ["kind", "s"], properties: { kind: { const: "wait" }, s: { type: "integer" } } },
        ],
      },
    },
  },
};

test("a union is explained by the branch that its deciding key picks", async () => {
  assert.deepEqual(
    await ownFaults(UNION, "steps:\n  - kind: wait\n    s: soon\n  - kind: run\n  - kind: rn\n  - 5\n"),
    [
      "3:8-3:12 error type-mismatch Expected a whole number, found the text `soon`.",
      "4:5-4:9 error missing-property The item lacks the required key `cmd`.",
      "5:11-5:13 error value-not-allowed The text `rn` is not allowed here. Expected `run` or `wait`. Did you mean `run`?",
      "6:5-6:6 error type-mismatch Expected a mapping (`key: value` lines), found the number `5`.",
    ],
  );
});

test("placeholders: unknown ones satisfy every scalar, known ones are judged by their value", async () => {
  const schema: JsonSchema = {
    properties: { port: { type: "integer" }, list: { type: "array" }, mode: { enum: ["fast", "slow"] } },
  };
  const env = { environment: { PORT: "eighty", GOOD: "80" } };
  assert.deepEqual(await ownFaults(schema, `port: \${UNKNOWN}\nmode: \${UNKNOWN}\n`, env), []);
  assert.deepEqual(await ownFaults(schema, `port: \${GOOD}\n`, env), []);
  assert.deepEqual(await ownFaults(schema, `port: \${PORT}\n`, env), [
    "1:7-1:14 error type-mismatch Expected a whole number, found the text `eighty` (resolved from PORT).",
  ]);
  assert.deepEqual(await ownFaults(schema, `list: \${UNKNOWN}\n`, env), [
    `1:7-1:17 error type-mismatch Expected a list, found the text \`\${UNKNOWN}\`.`,
  ]);
});

test("aliases, merges and every document of a stream are judged", async () => {
  const schema: JsonSchema = { properties: { a: { properties: { n: { type: "integer" } } } }, required: ["a"] };
  const text = "base: &b { n: x }\na:\n  <<: *b\n---\nb: 1\n---\n# nothing\n";
  assert.deepEqual(await ownFaults(schema, text), [
    "1:15-1:16 error type-mismatch Expected a whole number, found the text `x`.",
    "5:1-5:2 error missing-property The file lacks the required key `a`.",
  ]);
});

test("consequences of a syntax error are left out", async () => {
  assert.deepEqual(
    (await ownFaults({ required: ["a"], properties: { b: { type: "integer" } } }, "b: [1\n")).map(
      (fault) => fault.split(" ")[2],
    ),
    ["yaml-syntax"],
  );
});
