import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import fc from "fast-check";
import { checkPromql } from "../../../server/src/values/promql-engine.ts";
import { promqlFunctions } from "../../../server/src/values/promql-functions.ts";
import { CALLS, GOOD_EXPRESSIONS } from "../../support/promql-expressions.ts";
import { PROMQL_FAULTS } from "../../support/promql-faults.ts";
import { language } from "./language-table.ts";

const promql = language("promql");

test("before its parser is there nothing is judged", () => {
  if (!promql.isLoaded?.("sum(")) assert.equal(promql.check("sum("), undefined);
});

describe("promql", () => {
  before(() => promql.load?.());

  for (const [group, faults] of Object.entries(PROMQL_FAULTS)) {
    test(`faults of ${group}`, () => {
      for (const [marked, message, suggestion] of faults) {
        const text = marked.replace(/[«»]/g, "");
        const found = promql.check(text);
        assert.ok(found, `accepted: ${text}`);
        const shown = `${text.slice(0, found.start)}«${text.slice(found.start, found.end)}»${text.slice(found.end)}`;
        assert.deepEqual([shown, found.message, found.suggestion], [marked, message, suggestion]);
        if (found.suggestion !== undefined) assert.equal(promql.check(found.suggestion), undefined, found.suggestion);
      }
    });
  }

  test("well-formed expressions", () => {
    for (const expression of GOOD_EXPRESSIONS) assert.deepEqual(promql.check(expression), undefined, expression);
  });

  test("an expression that differs from a good one in numbers and label values alone is as good, and every other one is judged", () => {
    const faults = Object.values(PROMQL_FAULTS).flatMap((group) =>
      group.map(([marked]) => marked.replace(/[«»]/g, "")),
    );
    const texts = [...GOOD_EXPRESSIONS, ...CALLS, ...faults];
    const variants = texts.flatMap((text) => [
      text,
      text.replace(/\d+/g, "7"),
      text.replace(/\d+(?:\.\d+)?/g, "1.5"),
      text.replace(/"[^"]*"/g, '"other"'),
      text.replace(/"[^"]*"/g, '""'),
    ]);
    // Twice, so that every good one is known the second time.
    for (const text of [...variants, ...variants]) assert.deepEqual(promql.check(text), checkPromql(text), text);
  });

  test("calls of every function and aggregation", () => {
    assert.equal(promqlFunctions.size, 88);
    for (const call of CALLS) assert.deepEqual(promql.check(call), undefined, call);
  });

  test("variables of Grafana and placeholders may stand anywhere", () => {
    for (const expression of [
      "rate(x[$__rate_interval])",
      "rate(x[${__rate_interval}])",
      "rate(x[5m:$step])",
      "x > $threshold",
      "topk($n, x)",
      "sum by ($label) ($metric)",
      '$metric{job="api"}',
      'x{job=~"$job", a="${A:regex}", b="[[b]]"}',
      "x offset $range",
      'x{tenant="{{tenant_id}}"} > ${LIMIT}',
    ])
      assert.equal(promql.check(expression), undefined, expression);
    assert.equal(promql.check("rate(x[$__rate_interval]")?.message, "`(` is not closed: `)` is missing");
    assert.equal(promql.check('x{a=~"b$("}')?.message, "The group is not closed: `)` is missing");
  });

  test("an expression of 20,000 characters is the longest", () => {
    assert.equal(promql.check(`x > ${"1".repeat(19_996)}`), undefined);
    assert.match(promql.check(`x > ${"1".repeat(19_997)}`)?.message ?? "", /^The expression has 20001 characters/);
  });

  test("any text is answered in range", () => {
    const words = [
      ..."()[]{},=!~<>+-*/%^@:;\"'`#$\\ \n",
      "and",
      "by",
      "sum",
      "rate",
      "x",
      "5m",
      "offset",
      "on",
      "bool",
      "1",
    ];
    const pieces = fc.array(fc.constantFrom(...words, 'x{a=~"', "[5m]", "group_left"), { maxLength: 16 });
    const seeds = [...GOOD_EXPRESSIONS, ...CALLS];
    const mutated = fc
      .tuple(fc.constantFrom(...seeds), fc.constantFrom(...words), fc.nat(), fc.nat(6))
      .map(
        ([seed, word, at, cut]) =>
          seed.slice(0, at % (seed.length + 1)) + word + seed.slice((at % (seed.length + 1)) + cut),
      );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((list) => list.join("")),
          mutated,
          fc.string(),
        ),
        (text) => {
          const found = promql.check(text);
          if (!found) return;
          assert.ok(0 <= found.start && found.start <= found.end && found.end <= text.length, JSON.stringify(found));
          assert.doesNotMatch(found.message, /\n/);
          assert.ok(found.start < found.end || text === "", JSON.stringify([text, found]));
          if (found.suggestion !== undefined) assert.equal(promql.check(found.suggestion), undefined);
        },
      ),
      { numRuns: 4_000 },
    );
  });
});
