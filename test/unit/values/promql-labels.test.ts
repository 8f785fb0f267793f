import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { promqlExpression, promqlLanguage } from "../../../server/src/values/promql.ts";
import { expressionsIn, type PromqlExpression } from "../../../server/src/values/promql-expression.ts";
import { keepLabel, mayHaveLabel } from "../../../server/src/values/promql-labels.ts";

before(() => promqlLanguage.load?.());

function read(text: string): PromqlExpression {
  const expression = promqlExpression(text);
  assert.ok(expression, text);
  return expression;
}

/** Parts of an expression as they are written, outermost first. */
function parts(text: string): readonly string[] {
  return expressionsIn(read(text)).map(({ start, end }) => text.slice(start, end));
}

describe("the tree of an expression", () => {
  test("gives suffixes to the last operand, as Prometheus does", () => {
    assert.deepEqual(parts("a + b offset 5m"), ["a + b offset 5m", "a", "b offset 5m"]);
    assert.deepEqual(parts("a + max_over_time(b[5m:1m])").slice(2), ["max_over_time(b[5m:1m])", "b[5m:1m]", "b"]);
  });

  test("follows the precedence of operators", () => {
    assert.deepEqual(parts("-a ^ 2 * 3"), ["-a ^ 2 * 3", "-a ^ 2", "a ^ 2", "a", "2", "3"]);
  });

  test("reads comments as white space", () => {
    const tree = read("a # first\n/ # second\nb");
    assert.ok(tree.kind === "binary" && tree.operator === "/");
  });

  test("reads names, matchers and ranges", () => {
    const [, selector] = expressionsIn(read('rate({"x.y", job=~"a|b"}[90s] @ end())'));
    assert.ok(selector?.kind === "selector");
    assert.deepEqual([selector.name, selector.range?.milliseconds], ["x.y", 90_000]);
    assert.deepEqual(
      selector.matchers.map(({ label, operator, value }) => label + operator + value),
      ["job=~a|b"],
    );
  });

  test("is not there for what is faulty or not known", () => {
    for (const text of ["", "sum(", "x[5m] > 1", "rate(x[$__interval])", "'text'"])
      assert.equal(promqlExpression(text), undefined);
  });

  test("is read as deep as people look", () => {
    assert.ok(expressionsIn(read(`${"(".repeat(150)}a${")".repeat(150)}`)).some(({ kind }) => kind === "unknown"));
  });
});

test("labels of one side go through operators, and no label is lost that may be there", () => {
  const kept = [
    "a",
    "a + on () group_left (x) b",
    "a or sum(b)",
    "label_replace(sum(a), 'x', '', '', '')",
    "topk(1, a)",
    "sum by (x) (a)",
  ];
  for (const text of kept) assert.equal(mayHaveLabel(read(text), "x"), true, text);
  const lost = [
    "sum(a)",
    "1",
    "a - ignoring (x) b",
    "sum(a) and b",
    "sum(a) * on (y) group_left (z) b",
    "absent(a)",
    "time()",
  ];
  for (const text of lost) assert.equal(mayHaveLabel(read(text), "x"), false, text);
});

test("what can not be kept has no edits, and what is kept needs none", () => {
  assert.deepEqual(keepLabel(read("a"), "x"), []);
  for (const text of ["absent(a)", "vector(1)", "a + on (y) b", "sum(a) or sum(b)"])
    assert.equal(keepLabel(read(text), "x"), undefined, text);
});
