import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import fc from "fast-check";
import { checkPromql } from "../../../server/src/values/promql-engine.ts";
import { type PromqlType, promqlAggregations, promqlFunctions } from "../../../server/src/values/promql-functions.ts";
import { re2Engine } from "../../../server/src/values/re2.ts";
import { CALLS, GOOD_EXPRESSIONS } from "../../support/promql-expressions.ts";
import { PROMQL_FAULTS } from "../../support/promql-faults.ts";

await re2Engine.load();

interface OfficialFunction {
  readonly name: string;
  readonly argTypes: readonly PromqlType[];
  readonly variadic: number;
  readonly returnType: PromqlType;
}

/** The official packages are made for an editor in the browser; only their CommonJS form loads in Node. */
const require = createRequire(import.meta.url);
const grammar = require("@prometheus-io/lezer-promql") as { parser: object } & Record<string, number>;
const { Parser } = require("@prometheus-io/codemirror-promql/dist/cjs/parser/parser.js") as {
  Parser: new (state: object) => { analyze(): void; getDiagnostics(): { severity: string; message: string }[] };
};
const { getFunction } = require("@prometheus-io/codemirror-promql/dist/cjs/types/function.js") as {
  getFunction: (id: number) => OfficialFunction | undefined;
};
const { EditorState } = require("@codemirror/state") as {
  EditorState: { create(options: object): { update(change: object): { state: object } } };
};
const { LRLanguage, ensureSyntaxTree } = require("@codemirror/language") as {
  LRLanguage: { define(options: object): object };
  ensureSyntaxTree: (state: object, upTo: number, timeout: number) => object | null;
};
const extension = LRLanguage.define({ parser: grammar.parser });

/** First message of the official type checker. */
function officialFault(text: string): string | undefined {
  const state = EditorState.create({ doc: text, extensions: extension });
  // The editor gives up after some milliseconds, which a busy machine needs. The state that follows has the whole tree.
  assert.ok(ensureSyntaxTree(state, text.length, 10_000));
  const checker = new Parser(state.update({}).state);
  checker.analyze();
  return checker.getDiagnostics().find(({ severity }) => severity === "error")?.message;
}

describe("the official packages of Prometheus", () => {
  test("have the same functions", () => {
    const official = Object.values(grammar).flatMap((id) => (typeof id === "number" ? (getFunction(id) ?? []) : []));
    const byName = new Map(official.map((entry) => [entry.name, entry]));
    // Two names are written wrong in their table; the grammar knows them in lower case.
    const names = [...byName.keys()].map((name) => name.toLowerCase()).sort();
    assert.deepEqual([...promqlFunctions.keys()].sort(), names);
    for (const ours of promqlFunctions.values()) {
      const theirs = byName.get(ours.name) ?? byName.get(ours.name.charAt(0).toUpperCase() + ours.name.slice(1));
      assert.ok(theirs, ours.name);
      assert.deepEqual(
        ours.parameters.map(({ type }) => type),
        theirs.argTypes,
        ours.name,
      );
      assert.equal(ours.returns, theirs.returnType, ours.name);
      const least = theirs.variadic === 0 ? theirs.argTypes.length : theirs.argTypes.length - 1;
      const most = theirs.variadic < 0 ? Number.POSITIVE_INFINITY : least + theirs.variadic;
      assert.deepEqual([ours.minimum, ours.maximum], [least, most], ours.name);
    }
    const aggregations = ["avg", "bottomk", "count", "count_values", "group", "limit_ratio", "limitk", "max", "min"];
    assert.deepEqual([...promqlAggregations.keys()], [...aggregations, "quantile", "stddev", "stdvar", "sum", "topk"]);
  });

  test("find no fault in what is well-formed here", () => {
    for (const text of [...CALLS, ...GOOD_EXPRESSIONS]) assert.equal(officialFault(text), undefined, text);
  });

  test("find no fault in any text that is well-formed here", () => {
    const pieces = [
      ...GOOD_EXPRESSIONS,
      ...CALLS,
      ...Object.values(PROMQL_FAULTS)
        .flat()
        .map(([marked]) => marked.replace(/[«»]/g, "")),
    ];
    const joined = fc
      .tuple(
        fc.constantFrom(...pieces),
        fc.constantFrom(" + ", " > ", " and ", " or on (a) ", " > bool ", " * on (a) group_left (b) ", "^"),
        fc.constantFrom(...pieces),
        fc.boolean(),
      )
      .map(([left, operator, right, brackets]) =>
        brackets ? `sum(${left}${operator}${right})` : left + operator + right,
      );
    const cut = fc
      .tuple(fc.constantFrom(...pieces), fc.nat(), fc.nat(4))
      .map(([text, at, length]) => text.slice(0, at % text.length) + text.slice((at % text.length) + length));
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(joined, cut), (text) => {
        if (text.trim() === "" || checkPromql(text)) return;
        accepted++;
        assert.equal(officialFault(text), undefined, text);
      }),
      { numRuns: 4_000 },
    );
    assert.ok(accepted > 400, `${accepted} accepted`);
  });
});
