import assert from "node:assert/strict";
import { test } from "node:test";
import { DiagnosticTag } from "vscode-languageserver-types";
import { check, type Surroundings } from "./ask.ts";

/** The other place and the tags of the only diagnostic of a code. */
async function detailsOf(code: string, text: string, around: Surroundings = {}): Promise<readonly unknown[]> {
  const [diagnostic, ...rest] = (await check(text, around)).filter((found) => found.code === code);
  assert.ok(diagnostic, code);
  assert.deepEqual(rest, []);
  const places = (diagnostic.relatedInformation ?? []).map(
    ({ message, location: { range } }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
  );
  return [places, diagnostic.tags];
}

test("a cycle points to the value that the alias stands for", async () => {
  const text = "x-a: 1\nx-defaults: &defaults\n  name: a\n  parent: *defaults\n";
  assert.deepEqual(await detailsOf("alias-cycle", text), [["3:3 That value begins here."], undefined]);
});

test("an item that stands twice points to the first and is unnecessary", async () => {
  const path = "a.localization.yaml";
  assert.deepEqual(await detailsOf("duplicate-item", "supported_locales: [en, de, en]\n", { path }), [
    ["1:21 It stands here first."],
    [DiagnosticTag.Unnecessary],
  ]);
});

test("a key that stands twice points to the first", async () => {
  const text = "billing:\n  plan: pro\n  plan: free\n";
  assert.deepEqual(await detailsOf("duplicate-key", text), [["2:3 `plan` stands here first."], undefined]);
});

test("keys that exclude each other point to each other", async () => {
  const text = "translations:\n  de:\n    $file: a.yaml\n    messages: {}\n";
  assert.deepEqual(await detailsOf("conflicting-properties", text, { path: "a.localization.yaml" }), [
    ["3:5 The other one stands here."],
    undefined,
  ]);
});
