import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, isDeepStrictEqual } from "node:util";
import { load } from "js-yaml";
import { parse } from "yaml";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { toValue } from "../../../server/src/yaml/value.ts";
import { readerDifference } from "../../support/reader-difference.ts";

/** What a text is to the project: its value as Node shows it (undefined when it has none, left out where it depends on the host), and its problems. */
interface Answer {
  readonly value?: string | undefined;
  readonly problems: readonly string[];
}

/** Levels of aliases that stand for nine each below them. */
const BOMB = `a: &a [${"1, ".repeat(9)}]\n${[..."bcdefgh"].map((name, index) => `${name}: &${name} [${`*${"abcdefg"[index]}, `.repeat(9)}]\n`).join("")}`;

/** Every text that the two libraries behind the reader answer differently, with the answer that counts: nearly always that of `yaml`. */
const DIFFERENCES: Readonly<Record<string, readonly [text: string, answer: Answer]>> = {
  "a number beyond all numbers": ["a: 1234e567\n", { value: "{ a: Infinity }", problems: [] }],
  "a number beyond all numbers, with a capital": ["a: 1E400\n", { value: "{ a: Infinity }", problems: [] }],
  "keys that are equal as text: a number": [
    '1: a\n"1": b\n',
    { value: "{ '1': 'b' }", problems: ["error duplicate-key"] },
  ],
  "keys that are equal as text: a boolean": [
    'true: a\n"true": b\n',
    { value: "{ true: 'b' }", problems: ["error duplicate-key"] },
  ],
  "a mapping as a key": ["{a: 1}: b\n", { value: "{}", problems: [] }],
  "a float tag on an integer": ["a: !!float 1\n", { value: "{ a: '1' }", problems: ["warning yaml-syntax"] }],
  "a binary tag": ["a: !!binary SGk=\n", { problems: [] }],
  "a set tag": ["a: !!set {b, c}\n", { value: "{ a: { b: null, c: null } }", problems: [] }],
  "an ordered map tag": ["a: !!omap [b: 1]\n", { value: "{ a: [ { b: 1 } ] }", problems: [] }],
  "a timestamp tag": ["a: !!timestamp 2024-01-31\n", { problems: [] }],
  "an unknown tag": ["a: !Ref b\n", { value: "{ a: 'b' }", problems: ["warning yaml-syntax"] }],
  "a directive of version 1.1": ["%YAML 1.1\n---\na: yes\n", { value: "{ a: true }", problems: [] }],
  "an empty file": ["", { value: undefined, problems: [] }],
  "only comments": ["# a\n", { value: undefined, problems: [] }],
  "a NUL character": ["a: b\u0000c\n", { value: "{ a: 'b\\x00c' }", problems: [] }],
  "a key beyond 1,024 characters": [
    `${"k".repeat(1_025)}: 1\n`,
    { value: `{ ${"k".repeat(1_025)}: 1 }`, problems: ["error yaml-syntax"] },
  ],
  "nesting beyond 100 levels": [
    `${"[".repeat(150)}${"]".repeat(150)}\n`,
    { value: `${"[ ".repeat(149)}[]${" ]".repeat(149)}`, problems: [] },
  ],
  "aliases that multiply": [BOMB, { value: "alias-expansion", problems: [] }],
  "a null as a key": ["null: a\n", { value: "{ '': 'a' }", problems: [] }],
  "an indented document marker": [" ---\n", { value: undefined, problems: [] }],
  "a tab before a scalar": ["\ta\n", { value: "'a'", problems: ["error tab-indentation"] }],
};

/** The only one that the reader answers like the other library, which is a fault (see `known-differences.ts`). */
const FAULT = "an indented document marker";

/** What a library makes of a text; one word for whatever it throws. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return "refused";
  }
}

function answerOf(text: string): Answer {
  const { file } = parseSource(text, "yaml");
  const { root } = file.documents[0];
  const value = root && toValue(root);
  return {
    value:
      value &&
      ("value" in value ? inspect(value.value, { breakLength: Infinity, depth: 200, compact: true }) : value.failure),
    problems: file.problems.map(({ severity, code }) => `${severity} ${code}`),
  };
}

test("there are the differences that were found when the libraries were chosen", () => {
  assert.equal(Object.keys(DIFFERENCES).length, 21);
});

for (const [name, [text, answer]] of Object.entries(DIFFERENCES)) {
  test(`the libraries differ, the reader answers like the reference: ${name}`, () => {
    const one = outcome(() => parse(text, { logLevel: "error" }));
    const other = outcome(() => load(text));
    assert.ok(!isDeepStrictEqual(one, other), "the libraries do not differ any more");
    assert.equal(readerDifference(text) !== undefined, name === FAULT);
    assert.deepEqual(
      { ...answerOf(text), ...("value" in answer ? {} : { value: undefined }) },
      { value: undefined, ...answer },
    );
  });
}
