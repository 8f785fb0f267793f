import assert from "node:assert/strict";
import { test } from "node:test";
import { language } from "../language-table.ts";

/** One test: no fault in any of the templates. */
export function acceptsTemplates(format: string, texts: readonly string[]): void {
  test(`${format}: ${texts.length} templates without a fault`, () => {
    for (const text of texts) assert.deepEqual(language(format).check(text), undefined, text);
  });
}

/** A template with its faulty part between `«` and `»`, the whole message, and the suggestion when there is one. */
export type FaultyTemplate = readonly [marked: string, message: string, suggestion?: string];

/** One test: the first fault of each template has exactly that range, message and suggestion. */
export function refusesTemplates(format: string, rows: readonly FaultyTemplate[]): void {
  test(`${format}: ${rows.length} templates with a fault`, () => {
    for (const [marked, message, suggestion] of rows) {
      const start = marked.indexOf("«");
      const end = marked.indexOf("»") - 1;
      const expected = { message, start, end, ...(suggestion !== undefined && { suggestion }) };
      const found = language(format).check(marked.replace(/[«»]/g, ""));
      assert.ok(found, marked);
      // What the names of the other engine are called here is told by the examples of its rule.
      const { code, suggestion: meant, ...fault } = found;
      const isKnown = meant !== undefined && code !== "template-wrong-engine";
      assert.deepEqual({ ...fault, ...(isKnown && { suggestion: meant }) }, expected, marked);
    }
  });
}
