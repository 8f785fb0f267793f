import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Diagnostic } from "vscode-languageserver-types";
import { Lexer } from "yaml";
import { WITHOUT_RULES } from "../../support/without-rules.ts";
import { applyAction, check, open, shortly } from "./ask.ts";

const FOLDER = new URL("../../fixtures/quick-fix/", import.meta.url);

/** `case.json`: the kind of the file, the code of the diagnostic, the title of its fix. */
interface Case {
  readonly kind: string;
  readonly code: string;
  readonly title: string;
}

function read(name: string, file: string): string {
  return readFileSync(new URL(`${name}/${file}`, FOLDER), "utf8");
}

function comments(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith("#")).sort();
}

/** Diagnostics without their places, which an edit moves. */
function faultsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`);
}

describe("quick fixes", () => {
  const names = readdirSync(FOLDER).sort();
  test("have fixtures", () => assert.ok(names.length > 40, `${names.length} cases`));
  for (const name of names) {
    test(name, async () => {
      const { kind, code, title }: Case = JSON.parse(read(name, "case.json"));
      const path = `${name}.${kind}.yaml`;
      const text = read(name, "in.yaml");
      const before = await check(text, { path, settings: WITHOUT_RULES });
      const found = before.filter((diagnostic) => diagnostic.code === code);
      assert.equal(found.length, 1, `one ${code} in ${before.map(shortly).join("; ")}`);
      const [diagnostic] = found as [Diagnostic];
      const { service, document, workspace, settings } = open(text, { path, settings: WITHOUT_RULES });
      const request = { range: diagnostic.range, diagnostics: [diagnostic] };
      const actions = await service.codeActions(document, request, workspace, settings);
      const action = actions.find((candidate) => candidate.title === title);
      assert.ok(action, `${title} is among ${actions.map((candidate) => candidate.title).join(", ")}`);
      assert.deepEqual(action.diagnostics, [diagnostic]);
      const fixed = applyAction(text, action);
      assert.equal(fixed, read(name, "out.yaml"));
      assert.deepEqual(comments(fixed), comments(text), "no comment is lost");
      const after = faultsOf(await check(fixed, { path, settings: WITHOUT_RULES }));
      const left = faultsOf(before.filter((candidate) => candidate !== diagnostic));
      assert.deepEqual(
        after.filter((fault) => !left.includes(fault)),
        [],
        "the fault is gone and no other came",
      );
    });
  }
});
