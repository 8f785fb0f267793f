import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { type RuleFile, ruleFiles } from "../../../scripts/generate-rules.ts";
import { kindOfExample, type Rule, type RuleExample } from "../../../server/src/rules/rule.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { commentsOf } from "../../support/comments.ts";
import { applyWorkspaceEdit } from "../../support/workspace-edit.ts";
import { type Asked, open } from "../features/ask.ts";

const FOLDER = "tenants/one";
const SEVERITIES = ["", "error", "warning", "information", "hint"];

/** The files of an example by their path in the workspace, the checked one first. */
function workspaceOf(rule: Rule, example: RuleExample): [string, string][] {
  const { text, files = {} } = example;
  const others = Object.entries(files).map(([path, content]): [string, string] => [
    path.startsWith("/") ? path.slice(1) : `${FOLDER}/${path}`,
    content,
  ]);
  return [[`${FOLDER}/${kindOfExample(rule, example)}.yaml`, text], ...others];
}

function ask(files: readonly [string, string][]): Asked {
  const [[path, text] = ["", ""], ...others] = files;
  return open(text, { path, files: Object.fromEntries(others) });
}

async function diagnosticsOf({ service, document, workspace, settings }: Asked): Promise<readonly Diagnostic[]> {
  return (await service.check(document, workspace, settings)).diagnostics;
}

function reportOf(text: string): (diagnostic: Diagnostic) => string {
  const lines = new LineIndex(text);
  return ({ range, message, severity = 1 }) => {
    const marked = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
    return `${SEVERITIES[severity]} ${range.start.line + 1} «${marked}» ${message}`;
  };
}

async function fixesOf(asked: Asked, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
  const request = { range: diagnostic.range, diagnostics: [diagnostic] };
  const actions = await asked.service.codeActions(asked.document, request, asked.workspace, asked.settings);
  return actions.filter(({ kind, title }) => kind === "quickfix" && !title.startsWith("Suppress"));
}

/** Codes that examples have because they leave out what is required around what matters. */
const LEFT_OUT = new Set(["missing-property"]);

for (const file of await ruleFiles()) {
  const { name, rule, page } = file;
  describe(rule.id, () => {
    const { failing, passing, placeholder, disabled, more = [] } = page.examples;
    const given = [failing, passing, placeholder, disabled, ...more];
    const examples = given.filter((example): example is RuleExample => typeof example !== "string");

    test("the file has the name of the rule, and the page says what matters", () => {
      assert.equal(name, rule.id);
      assert.match(page.title, /^[A-Z`].*\.$/);
      assert.ok(page.why.length > 40, "why it matters");
      assert.notDeepEqual(failing.reports, [], "the failing example fails");
      for (const example of [passing, placeholder, disabled])
        if (typeof example !== "string") assert.deepEqual(example.reports, [], example.what);
    });

    for (const example of examples) {
      test(example.what, async () => {
        const asked = ask(workspaceOf(rule, example));
        const found = (await diagnosticsOf(asked)).filter(({ code }) => code === rule.id);
        assert.deepEqual(found.map(reportOf(example.text)), example.reports);
        const [first] = found;
        if (first) await assertFix(file, example, asked, first);
      });
    }
  });
}

async function assertFix(
  { rule, page }: RuleFile,
  example: RuleExample,
  asked: Asked,
  first: Diagnostic,
): Promise<void> {
  const fixes = await fixesOf(asked, first);
  const preferred = fixes.find(({ isPreferred }) => isPreferred) ?? fixes[0];
  if (!preferred?.edit) {
    assert.equal(example.fixed, undefined, "there is a fix");
    return;
  }
  assert.ok(page.fix, "the page names the fix");
  const files = workspaceOf(rule, example);
  const fixed = Object.entries(applyWorkspaceEdit(Object.fromEntries(files), preferred.edit));
  const [own] = fixed;
  const isElsewhere = own?.[1] === example.text;
  if (!isElsewhere) assert.equal(own?.[1], example.fixed);
  for (const [index, [path, text]] of fixed.entries()) {
    assert.deepEqual(commentsOf(text), commentsOf(files[index]?.[1] ?? ""), `comments of ${path}`);
  }
  const before = await diagnosticsOf(asked);
  const after = await diagnosticsOf(ask(fixed));
  const key = ({ code, message }: Diagnostic): string => `${code}: ${message}`;
  assert.ok(!after.some((diagnostic) => key(diagnostic) === key(first)) || before.length > after.length, "it is gone");
  // What is said about the same thing may name the new value.
  const known = new Set([...before.map(({ code }) => code), ...(example.reveals ?? [])]);
  assert.deepEqual(
    after.filter((diagnostic) => !known.has(diagnostic.code) && !LEFT_OUT.has(String(diagnostic.code))),
    [],
  );
}
