import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { judge } from "../../server/src/schema/custom/evaluate.ts";
import { explainFaults } from "../../server/src/schema/custom/explain.ts";
import { loadSchemas } from "../../server/src/schema/custom/load.ts";
import { parseSource, rootOf } from "../../server/src/yaml/source.ts";
import type { Value } from "../../server/src/yaml/value.ts";

type Random = () => number;

function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const KEYS = ["a", "b", "ab", "c"];
const SCALARS: readonly Value[] = [null, true, false, 0, 1, 2, 3.5, -1, "", "a", "ab", "b1", "2026-01-01"];

function pick<T>(next: Random, values: readonly T[]): T {
  return values[Math.floor(next() * values.length)] as T;
}

function randomValue(next: Random, level = 0): Value {
  const choice = next();
  if (level > 2 || choice < 0.5) return pick(next, SCALARS);
  if (choice < 0.75) {
    const keys = KEYS.filter(() => next() < 0.5);
    return Object.fromEntries(keys.map((key) => [key, randomValue(next, level + 1)]));
  }
  return Array.from({ length: Math.floor(next() * 4) }, () => randomValue(next, level + 1));
}

type Make = () => unknown;

function keywords(next: Random, inner: Make, draft: string): readonly (readonly [string, Make])[] {
  const some = (): object => Object.fromEntries(KEYS.filter(() => next() < 0.5).map((key) => [key, inner()]));
  const two = (): readonly unknown[] => [inner(), inner()];
  const types = ["string", "number", "integer", "object", "array", "boolean", "null"];
  const lists: readonly (readonly [string, Make])[] =
    draft === "2020-12"
      ? [
          ["prefixItems", two],
          ["items", inner],
        ]
      : [
          ["items", two],
          ["items", inner],
          ["additionalItems", inner],
        ];
  return [
    ...lists,
    ["type", () => (next() < 0.5 ? pick(next, types) : ["string", "object"])],
    ["const", () => randomValue(next, 2)],
    ["enum", () => [randomValue(next, 1), randomValue(next, 2)]],
    ["minimum", () => pick(next, [0, 1, 2])],
    ["maximum", () => 2],
    ["exclusiveMinimum", () => 0],
    ["multipleOf", () => pick(next, [1, 2, 0.5])],
    ["minLength", () => 1],
    ["maxLength", () => 1],
    ["pattern", () => "^a"],
    ["format", () => "date"],
    ["properties", some],
    ["patternProperties", () => ({ "^a": inner() })],
    ["additionalProperties", inner],
    ["propertyNames", () => ({ pattern: "^a" })],
    ["required", () => [pick(next, KEYS)]],
    ["minProperties", () => 1],
    ["maxProperties", () => 2],
    ["contains", inner],
    ["minContains", () => pick(next, [0, 1, 2])],
    ["maxContains", () => 1],
    ["minItems", () => 1],
    ["maxItems", () => 2],
    ["uniqueItems", () => true],
    ["allOf", two],
    ["anyOf", two],
    ["oneOf", two],
    ["not", inner],
    ["if", inner],
    ["then", inner],
    ["else", inner],
    ["$ref", () => "#/$defs/x"],
    ["dependentRequired", () => ({ a: ["b"] })],
    ["dependentSchemas", () => ({ a: inner() })],
    ["unevaluatedProperties", () => (next() < 0.8 ? false : inner())],
    ["unevaluatedItems", () => (next() < 0.8 ? false : inner())],
  ];
}

function randomSchema(next: Random, draft: string, level = 0): object | boolean {
  if (level > 0 && next() < 0.06) return next() < 0.5;
  const inner = (): unknown =>
    level > 2 ? { type: pick(next, ["string", "number", "object", "array"]) } : randomSchema(next, draft, level + 1);
  const all = keywords(next, inner, draft);
  const chosen = Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(next, all));
  return Object.fromEntries(chosen.map(([keyword, make]) => [keyword, make()]));
}

const DEFINITIONS = [{ type: "object", properties: { a: { type: "string" } } }, { type: "array" }, { minimum: 1 }];

for (const [draft, Ajv] of [
  ["2019-09", Ajv2019],
  ["2020-12", Ajv2020],
] as const) {
  test(`the verdict is that of ajv for random schemas of ${draft}, and what is refused is explained`, async () => {
    const next = random(20_261_123);
    const seen = { valid: 0, invalid: 0 };
    for (let round = 0; round < 500; round++) {
      const $schema = `https://json-schema.org/draft/${draft}/schema`;
      const schema = { ...(randomSchema(next, draft) as object), $schema, $defs: { x: pick(next, DEFINITIONS) } };
      const ajv = new Ajv({ strict: false, logger: false });
      formats.default(ajv);
      const accepts = ajv.compile(schema);
      const text = JSON.stringify(schema);
      const reader = { nameOf: (uri: string) => uri, read: async () => ({ text }) };
      const { root, links, problem } = await loadSchemas(["file:///s.json"], reader);
      assert.equal(problem, undefined, text);
      for (let index = 0; index < 10; index++) {
        const value = randomValue(next);
        const { faults } = judge(root, links, value);
        const valid = accepts(value);
        seen[valid ? "valid" : "invalid"]++;
        assert.equal(faults.length === 0, valid, `${JSON.stringify(value)} by ${text}`);
        const tree = rootOf(parseSource(JSON.stringify(value), "json"));
        assert.ok(tree);
        const problems = explainFaults(faults, { root: tree, links });
        assert.equal(problems.length === 0, valid, `${JSON.stringify(value)} is explained by ${text}`);
        for (const { message } of problems) assert.ok(!/undefined|\[object|NaN/.test(message), message);
      }
    }
    assert.ok(seen.valid > 1_000 && seen.invalid > 1_000, JSON.stringify(seen));
  });
}
