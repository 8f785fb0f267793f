import assert from "node:assert/strict";
import { test } from "node:test";
import { MAXIMUM_EXPANDED_VALUES } from "../../../server/src/yaml/limits.ts";
import type { Node } from "../../../server/src/yaml/node.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { setOwn, toValue, type Value } from "../../../server/src/yaml/value.ts";

function root(text: string): Node {
  const node = rootOf(parseSource(text, "yaml"));
  assert.ok(node);
  return node;
}

function readValue(text: string): Value {
  const result = toValue(root(text));
  assert.ok("value" in result);
  return result.value;
}

test("aliases and merges are resolved; own keys win over merged ones, earlier sources over later ones", () => {
  assert.deepEqual(readValue("a: &a {x: 1, y: 2}\nb: *a\nc: {<<: *a, y: 3}\n"), {
    a: { x: 1, y: 2 },
    b: { x: 1, y: 2 },
    c: { x: 1, y: 3 },
  });
  assert.deepEqual(readValue("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b], z: 3}\n"), {
    a: { x: 1 },
    b: { x: 2, y: 2 },
    c: { x: 1, y: 2, z: 3 },
  });
  assert.deepEqual(readValue("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}\n"), {
    a: { x: 1 },
    b: { x: 1, y: 2 },
    c: { x: 1, y: 2 },
  });
});

test("an anchored node that is used twice is one shared object", () => {
  const value = readValue("a: &a [1]\nb: *a\nc: *a\n") as { a: Value; b: Value; c: Value };
  assert.equal(value.a, value.b);
  assert.equal(value.a, value.c);
});

test("the last of two equal keys counts; keys are text", () => {
  assert.deepEqual(readValue("a: 1\nb: 2\na: 3\n"), { a: 3, b: 2 });
  assert.deepEqual(readValue("1: a\ntrue: b\n~: c\n1.50: d\n"), { "1": "a", true: "b", "": "c", "1.5": "d" });
  assert.deepEqual(readValue("? [x]\n: 1\nb: 2\n"), { b: 2 });
});

test("a merge of what is no mapping, an alias without an anchor and a value nobody wrote are nothing", () => {
  assert.deepEqual(readValue("a: {<<: 1, b: 2}\nc: *nowhere\nd:\n"), { a: { b: 2 }, c: null, d: null });
});

test("`__proto__` is a key as any other", () => {
  const value = readValue("__proto__: {polluted: true}\nconstructor: 1\n");
  assert.deepEqual(Object.keys(value as object), ["__proto__", "constructor"]);
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  const object: { [key: string]: Value } = {};
  setOwn(object, "__proto__", 1);
  assert.deepEqual(Object.entries(object), [["__proto__", 1]]);
});

test("scalars are read through the given reader, with the path of their first use", () => {
  const seen: string[] = [];
  const result = toValue(root("a: &x one\nb:\n  - *x\n  - {c: two}\n"), (node, path) => {
    seen.push(`${path.join("/")}=${node.value}`);
    return String(node.value).toUpperCase();
  });
  assert.deepEqual(seen, ["a=one", "b/1/c=two"]);
  assert.deepEqual(result, { value: { a: "ONE", b: ["ONE", { c: "TWO" }] } });
});

test("an alias for what contains it is a cycle, at the alias", () => {
  for (const text of ["a: &a\n  b: *a\n", "a: &a [1, [*a]]\n", "&r\na: *r\n"]) {
    const result = toValue(root(text));
    assert.ok("failure" in result);
    assert.equal(result.failure, "alias-cycle");
    assert.equal(text[result.at.start], "*");
  }
});

test("a mapping that merges itself ends as well", () => {
  assert.deepEqual(readValue("a: &a\n  <<: *a\n  b: 1\n"), { a: { b: 1 } });
});

/** Lists of nine aliases to the list above. */
function bomb(levels: number): string {
  const first = "l0: &l0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n";
  const line = (level: number): string =>
    `l${level}: &l${level} [${Array(9)
      .fill(`*l${level - 1}`)
      .join(", ")}]\n`;
  return first + Array.from({ length: levels }, (_, index) => line(index + 1)).join("");
}

test("aliases may expand to a million values and no further", () => {
  assert.ok("value" in toValue(root(bomb(4))), "nine to the fifth are few");
  const text = bomb(30);
  const result = toValue(root(text));
  assert.ok("failure" in result);
  assert.equal(result.failure, "alias-expansion");
  assert.ok(9 ** 6 < MAXIMUM_EXPANDED_VALUES && 9 ** 7 > MAXIMUM_EXPANDED_VALUES);
  assert.equal(result.at.start, text.indexOf("[*l5"), "the first level that is too large");
});
