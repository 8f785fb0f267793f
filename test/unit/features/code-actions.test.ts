import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver-types";
import { withCursor } from "../../support/cursor.ts";
import { applyAction, check, open, type Surroundings } from "./ask.ts";

const PLAN = "billing:\n  plan: prp\n";

async function actionsFor(
  text: string,
  code: string,
  only?: readonly string[],
  around: Surroundings = {},
): Promise<readonly CodeAction[]> {
  const diagnostics = (await check(text, around)).filter((diagnostic) => diagnostic.code === code);
  assert.equal(diagnostics.length, 1, code);
  const [diagnostic] = diagnostics as [Diagnostic];
  const { service, document, workspace, settings } = open(text, around);
  const request = { range: diagnostic.range, diagnostics, ...(only && { only }) };
  return fixesAmong(await service.codeActions(document, request, workspace, settings));
}

/** Comments that turn a diagnostic off and refactorings are offered nearly everywhere; they have tests of their own. */
function fixesAmong(actions: readonly CodeAction[]): readonly CodeAction[] {
  return actions.filter(({ title, kind }) => kind === CodeActionKind.QuickFix && !title.startsWith("Suppress "));
}

async function rewritesAt(
  marked: string,
  around: Surroundings = {},
  only?: readonly string[],
): Promise<readonly string[]> {
  const { text, position } = withCursor(marked);
  const { service, document, workspace, settings } = open(text, around);
  const request = { range: { start: position, end: position }, diagnostics: [], ...(only && { only }) };
  const actions = await service.codeActions(document, request, workspace, settings);
  return actions
    .filter((action) => action.title.startsWith("Use the canonical"))
    .map((action) => `${action.kind} ${action.title}: ${applyAction(text, action)}`);
}

describe("quick fixes of a diagnostic", () => {
  test("the first one is preferred", async () => {
    const text =
      "prometheus:\n  scrape_configs:\n    - job_name: a\n      basic_auth:\n        password: ${P}\n        password_file: /run/p\n";
    const actions = await actionsFor(text, "conflicting-properties", undefined, {
      path: "tenants/one/monitoring.yaml",
    });
    assert.deepEqual(
      actions.map(({ title, isPreferred, kind }) => [title, isPreferred, kind]),
      [
        ["Remove `password_file`", true, CodeActionKind.QuickFix],
        ["Remove `password`", false, CodeActionKind.QuickFix],
      ],
    );
  });

  const kinds: readonly (readonly [only: readonly string[] | undefined, offered: number])[] = [
    [undefined, 1],
    [[""], 1],
    [["quickfix"], 1],
    [["refactor", "quickfix"], 1],
    [["quickfix.tenant"], 0],
    [["quick"], 0],
    [["refactor"], 0],
    [["source.fixAll"], 0],
    [[], 0],
  ];
  for (const [only, offered] of kinds) {
    test(`asked for ${JSON.stringify(only)}: ${offered}`, async () => {
      assert.equal((await actionsFor(PLAN, "value-not-allowed", only)).length, offered);
    });
  }

  const foreign: readonly unknown[] = [
    undefined,
    null,
    "rename-key",
    {},
    { fix: "delete-everything", path: [] },
    { fix: "rename-key", names: ["a"] },
    { fix: "replace-value", path: "billing.plan", values: ["a"] },
    { fix: "replace-value", path: ["billing", "gone"], values: ["a"] },
    { fix: "rename-key", path: ["billing", 3], names: ["a"] },
    { fix: "rename-key", path: ["billing", "plan"] },
    { fix: "replace-value", path: ["billing", "plan"], values: [{}] },
    { fix: "add-required", path: ["billing", "plan"], keys: ["a"] },
    { fix: "add-required", path: ["billing"], keys: ["toString"] },
    { fix: "add-required", path: ["billing"], keys: "plan" },
    { fix: "remove-key", path: [], keys: ["gone"] },
    { fix: "quote-value", path: ["billing"] },
  ];
  for (const data of foreign) {
    test(`data that is stale or not ours gives none: ${JSON.stringify(data)}`, async () => {
      const { service, document, workspace, settings } = open("billing:\n  plan: pro\n  currency: EUR\n");
      const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } };
      const request = { range, diagnostics: [{ range, message: "?", code: "unknown-property", data }] };
      assert.deepEqual(fixesAmong(await service.codeActions(document, request, workspace, settings)), []);
    });
  }

  test("values over several lines are not touched", async () => {
    const text = "metadata:\n  name:\n    [one,\n     two]\n";
    assert.deepEqual(await actionsFor(text, "type-mismatch"), []);
    const template = "environments:\n  production:\n    database:\n      schema: {{\n        tenant_id}}\n";
    assert.deepEqual(await actionsFor(template, "unquoted-template"), []);
  });

  test("an entry goes only when nothing goes with it", async () => {
    const path = "tenants/one/monitoring.yaml";
    const job = "prometheus:\n  scrape_configs:\n    - job_name: a\n      basic_auth:\n";
    const titles = async (auth: string): Promise<readonly string[]> =>
      (await actionsFor(job + auth, "conflicting-properties", undefined, { path })).map((action) => action.title);
    assert.deepEqual(await titles("        password: ${P} # why\n        password_file: /run/p\n"), [
      "Remove `password_file`",
    ]);
    assert.deepEqual(await titles("        password: &p ${P}\n        password_file: /run/p\n"), [
      "Remove `password_file`",
    ]);
    assert.deepEqual(await titles("        password: >-\n          ${P}\n        password_file: /run/p\n"), [
      "Remove `password_file`",
    ]);
  });

  test("in JSON they write JSON", async () => {
    const path = "tenants/one/tenant.json";
    const text = '{"billing": {"plna": "pro"}, "metadata": {"owner": {"user_id": "u", "email": "a@b.example"}}}';
    const [rename] = await actionsFor(text, "unknown-property", undefined, { path });
    assert.ok(rename);
    assert.deepEqual(JSON.parse(applyAction(text, rename)).billing, { plan: "pro" });
    const complete = text.replace('{"owner"', '{"name": "One", "owner"').replace("plna", "plan");
    const diagnostics = (await check(complete, { path })).filter((one) => String(one.message).includes("`owner`"));
    const { service, document, workspace, settings } = open(complete, { path });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [add] = await service.codeActions(document, { range, diagnostics }, workspace, settings);
    assert.ok(add);
    assert.deepEqual(Object.keys(JSON.parse(applyAction(complete, add)).metadata.owner), ["user_id", "email", "name"]);
  });
});

describe("rewrites of other spellings", () => {
  const container = "environments:\n  production:\n    storage:\n      cont<|>ainer: a # c\n";
  test("of a property", async () => {
    assert.deepEqual(await rewritesAt(container), [
      `refactor.rewrite Use the canonical name \`bucket\`: ${container.replace("cont<|>ainer", "bucket")}`,
    ]);
  });

  test("of an environment", async () => {
    assert.deepEqual(await rewritesAt("environments:\n  pr<|>od: {}\n"), [
      "refactor.rewrite Use the canonical name `production`: environments:\n  production: {}\n",
    ]);
  });

  test("of a value", async () => {
    assert.deepEqual(await rewritesAt("compliance:\n  frameworks: [gdpr, p<|>ci]\n", { path: "a.security.yaml" }), [
      "refactor.rewrite Use the canonical value `pci_dss`: compliance:\n  frameworks: [gdpr, pci_dss]\n",
    ]);
  });

  test("never one that would take a key twice", async () => {
    assert.deepEqual(await rewritesAt("environments:\n  pr<|>od: {}\n  production: {}\n"), []);
  });

  test("only when refactorings are asked for", async () => {
    for (const [only, count] of [
      ["refactor", 1],
      ["refactor.rewrite", 1],
      ["quickfix", 0],
      ["refactor.extract", 0],
    ] as const)
      assert.equal((await rewritesAt(container, {}, [only])).length, count, only);
  });

  test("nothing on canonical names, comments and blank lines", async () => {
    assert.deepEqual(await rewritesAt("environments:\n  prod<|>uction: {}\n"), []);
    assert.deepEqual(await rewritesAt("billing: {}\n# no<|>te\n"), []);
    assert.deepEqual(await rewritesAt("billing: {}\n\n<|>\n"), []);
  });
});
