import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeAction } from "vscode-languageserver-types";
import { commentsOf } from "../../support/comments.ts";
import { applyAction, check, open, type Surroundings } from "./ask.ts";

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const FIX_ALL = "source.fixAll.tenantConfig";

async function fixAllActions(
  text: string,
  around: Surroundings = {},
  only: readonly string[] = ["source.fixAll"],
): Promise<readonly CodeAction[]> {
  const { service, document, workspace, settings } = open(text, around);
  return service.codeActions(document, { range: START, diagnostics: [], only }, workspace, settings);
}

/** The text after everything safe is fixed; the text as it is when nothing is offered. */
async function fixedAll(text: string, around: Surroundings = {}): Promise<string> {
  const [action] = await fixAllActions(text, around);
  return action ? applyAction(text, action) : text;
}

async function codesOf(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  return (await check(text, around)).map(({ code }) => String(code)).filter((code) => code !== "missing-property");
}

describe("fixing all that is safe to fix", () => {
  test("what can only mean one thing is fixed, guesses are not", async () => {
    const text = [
      "# head",
      "Metadata: # c1",
      "  name: {{tenant_name}}",
      "  tags: [3, b]",
      "billing:",
      "  plan: Pro # c2",
      "  currency: EURO",
      "  plna: 3",
      "environments:",
      "  production:",
      "    enabled: 'yes' # c3",
      "",
    ].join("\n");
    const fixed = await fixedAll(text);
    assert.equal(
      fixed,
      text
        .replace("Metadata", "metadata")
        .replace("{{tenant_name}}", '"{{tenant_name}}"')
        .replace("[3,", '["3",')
        .replace("Pro", "pro")
        .replace("'yes'", "true"),
    );
    assert.deepEqual(commentsOf(fixed), commentsOf(text));
    assert.equal(await fixedAll(fixed), fixed, "nothing is left");
  });

  test("one edit, no larger than what it changes", async () => {
    const text = "billing:\n  plan: Pro\nfeatures: {}\nx-a:\n  - b\n";
    const [action, ...rest] = await fixAllActions(text);
    assert.deepEqual(rest, []);
    assert.ok(action);
    assert.equal(action.kind, FIX_ALL);
    const [edits] = Object.values(action.edit?.changes ?? {});
    const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 9 } };
    assert.deepEqual(edits, [{ range, newText: "p" }]);
  });

  test("what comes to light is fixed in a further round", async () => {
    const text = "billing:\r\n\tplan: Pro\r\n\tcurrency: EUR\r\n";
    assert.equal(await fixedAll(text), "billing:\r\n  plan: pro\r\n  currency: EUR\r\n");
  });

  test("JSON", async () => {
    const path = "a.tenant.json";
    const text = '{\n  // c\n  "billing": {"plan": "Pro",},\n  "x-a": [1,\n  ],\n}\n';
    assert.equal(await fixedAll(text, { path }), '{\n  // c\n  "billing": {"plan": "pro"},\n  "x-a": [1\n  ]\n}\n');
  });

  test("what a comment or a setting turns off stays as it is", async () => {
    const text = "billing:\n  plan: Pro # tenant-config-disable-line value-not-allowed\n";
    assert.deepEqual(await fixAllActions(text), []);
    const settings = { rules: { "value-not-allowed": "off" } } as const;
    assert.deepEqual(await fixAllActions("billing:\n  plan: Pro\n", { settings }), []);
  });

  const kinds: readonly (readonly [only: readonly string[], offered: boolean])[] = [
    [["source"], true],
    [["source.fixAll"], true],
    [[FIX_ALL], true],
    [["source.fixAll.eslint"], false],
    [["source.organizeImports"], false],
    [["quickfix"], false],
    [[""], false],
  ];
  for (const [only, offered] of kinds) {
    test(`asked for ${only}: ${offered}`, async () => {
      const actions = await fixAllActions("billing:\n  plan: Pro\n", {}, only);
      assert.equal(
        actions.some(({ kind }) => kind === FIX_ALL),
        offered,
      );
    });
  }
});

describe("fixing all problems of a code", () => {
  const text = "billing:\n  plna: pro # a\n  curency: EUR\n  biling_cycle: monthly\nfeatures: 3\n";

  async function actionsAt(line: number, around: Surroundings = {}, resolves = false): Promise<readonly CodeAction[]> {
    const diagnostics = (await check(text, around)).filter(({ range }) => range.start.line === line);
    const { service, document, workspace, settings } = open(text, around);
    const request = { range: START, diagnostics, resolves };
    return service.codeActions(document, request, workspace, settings);
  }

  test("is offered where others have the same kind of fix", async () => {
    const action = (await actionsAt(1)).find(({ title }) => title === "Fix all `unknown-property` in this file");
    assert.ok(action);
    assert.equal(action.isPreferred, false);
    const fixed = applyAction(text, action);
    assert.equal(
      fixed,
      text.replace("plna", "plan").replace("curency", "currency").replace("biling_cycle", "billing_cycle"),
    );
    assert.deepEqual(await codesOf(fixed), ["type-mismatch"]);
  });

  test("is not offered for the only one", async () => {
    assert.deepEqual(
      (await actionsAt(4)).filter(({ title }) => title.startsWith("Fix all")),
      [],
    );
  });

  test("in a large file the edit comes when the editor asks for it", async () => {
    const large = `${text}${"# line\n".repeat(5_000)}`;
    const { service, document, workspace, settings } = open(large);
    const diagnostics = (await check(large)).filter(({ code }) => code === "unknown-property");
    const request = { range: START, diagnostics: diagnostics.slice(0, 1), resolves: true };
    const actions = await service.codeActions(document, request, workspace, settings);
    const action = actions.find(({ title }) => title.startsWith("Fix all"));
    assert.ok(action);
    assert.equal(action.edit, undefined);
    const sent = JSON.parse(JSON.stringify(action)) as CodeAction;
    const resolved = await service.resolveCodeAction(document, sent, workspace, settings);
    assert.equal(
      applyAction(large, resolved).slice(0, 40),
      text.replace("plna", "plan").replace("curency", "currency").slice(0, 40),
    );
    const gone = await service.resolveCodeAction({ ...document, text: "x-a: 1\n" }, sent, workspace, settings);
    assert.deepEqual(gone, sent);
  });
});
