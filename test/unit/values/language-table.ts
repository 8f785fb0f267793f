import assert from "node:assert/strict";
import { test } from "node:test";
import { scalarLanguage } from "../../../server/src/values/index.ts";
import type { ScalarLanguage, ValueProblem } from "../../../server/src/values/scalar-language.ts";

/** The language of `format`; throws when there is none. */
export function language(format: string): ScalarLanguage {
  const found = scalarLanguage(format);
  assert.ok(found, `no language ${format}`);
  return found;
}

/** One test: each text is well-formed, and nothing is advised. */
export function accepts(format: string, texts: readonly string[]): void {
  test(`${format}: well-formed`, () => {
    for (const text of texts) assert.deepEqual(language(format).check(text), undefined, text);
  });
}

/**
 * A faulty text with its wrong part between `«` and `»`, the suggestion (undefined when there must be none), and what
 * the message must match.
 */
export type Row = readonly [marked: string, suggestion?: string | undefined, message?: RegExp];

/** One test: each text has a fault of exactly the marked range with exactly that suggestion. */
export function refuses(format: string, rows: readonly Row[]): void {
  test(`${format}: faults`, () => {
    for (const row of rows) {
      const found = checkRow(format, row);
      assert.equal(found.advice, undefined, `only advice: ${row[0]}`);
      const text = row[0].replace(/[«»]/g, "");
      assert.equal(language(format).describe?.(text), undefined, `described although faulty: ${text}`);
    }
  });
}

/** Like `refuses`, for texts that work but get advice. */
export function advises(format: string, rows: readonly Row[]): void {
  test(`${format}: advice`, () => {
    for (const row of rows) assert.equal(checkRow(format, row).advice, true, `no advice: ${row[0]}`);
  });
}

/** One test: what texts mean in words. */
export function describes(format: string, rows: Readonly<Record<string, string | undefined>>): void {
  test(`${format}: in words`, () => {
    for (const [text, words] of Object.entries(rows)) assert.equal(language(format).describe?.(text), words, text);
  });
}

/** One test: the labels of the first completions; all of them are unique and well-formed. */
export function completes(format: string, first: readonly string[]): void {
  test(`${format}: completions`, () => {
    const labels = (language(format).completions?.() ?? []).map(({ label }) => label);
    assert.deepEqual(labels.slice(0, first.length), first);
    assert.equal(new Set(labels).size, labels.length, "a label is offered twice");
    for (const label of labels) assert.equal(language(format).check(label), undefined, label);
  });
}

function checkRow(format: string, [marked, suggestion, message]: Row): ValueProblem {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  assert.ok(start >= 0 && end >= start, `mark the wrong part: ${marked}`);
  const text = marked.replace(/[«»]/g, "");
  const found = language(format).check(text);
  assert.ok(found, `accepted: ${text}`);
  assert.deepEqual([found.start, found.end], [start, end], `${marked}: ${found.message}`);
  assert.equal(found.suggestion, suggestion, `${marked}: ${found.message}`);
  if (message) assert.match(found.message, message);
  if (found.suggestion !== undefined) {
    const again = language(format).check(found.suggestion);
    assert.ok(!again || again.advice, `the suggestion is faulty: ${found.suggestion}`);
  }
  return found;
}
