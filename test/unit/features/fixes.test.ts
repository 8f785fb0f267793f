import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { commentsOf } from "../../support/comments.ts";
import { applyAction, check, open, type Surroundings } from "./ask.ts";

interface Case {
  readonly what: string;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly fixed: string;
  readonly path?: string;
  /** Problems that the fix may bring to light, because they were hidden by a fault of the text. */
  readonly reveals?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: "tabs become spaces on all lines",
    code: "tab-indentation",
    title: "Indent with spaces",
    text: "billing:\n\tplan: pro # c\n\ttags:\n\t\t- a\nx-b: |\n  \tc\n",
    fixed: "billing:\n  plan: pro # c\n  tags:\n    - a\nx-b: |\n  \tc\n",
    reveals: ["unknown-property"],
  },
  {
    what: "a comment in JSON with its line",
    code: "json-comment",
    title: "Remove the comment",
    text: '{\n  // c\n  "x-a": 1\n}',
    fixed: '{\n  "x-a": 1\n}',
    path: "a.tenant.json",
  },
  {
    what: "a comment in JSON at the end of a line",
    code: "json-comment",
    title: "Remove the comment",
    text: '{\n  "x-a": 1 /* c */\n}',
    fixed: '{\n  "x-a": 1\n}',
    path: "a.tenant.json",
  },
  {
    what: "a trailing comma",
    code: "json-trailing-comma",
    title: "Remove the comma",
    text: '{\n  "x-a": 1,\n}',
    fixed: '{\n  "x-a": 1\n}',
    path: "a.tenant.json",
  },
  {
    what: "the first version",
    code: "merge-conflict",
    title: "Keep the first version",
    text: "<<<<<<< HEAD\nx-a: 1\n||||||| base\nx-a: 0\n=======\nx-a: 2\n>>>>>>> b\nx-b: 1\n",
    fixed: "x-a: 1\nx-b: 1\n",
  },
  {
    what: "the second version",
    code: "merge-conflict",
    title: "Keep the second version",
    text: "<<<<<<< HEAD\r\nx-a: 1\r\n=======\r\nx-a: 2\r\n>>>>>>> b\r\nx-b: 1\r\n",
    fixed: "x-a: 2\r\nx-b: 1\r\n",
  },
  {
    what: "the later one of two keys",
    code: "duplicate-key",
    title: "Remove this `plan`",
    text: "billing:\n  plan: pro # c\n  plan: free\n",
    fixed: "billing:\n  plan: pro # c\n",
  },
  {
    what: "the first one of two keys",
    code: "duplicate-key",
    title: "Remove the first `plan`",
    text: "billing: {plan: pro, plan: free}\n",
    fixed: "billing: {plan: free}\n",
  },
  {
    what: "an anchor with a similar name",
    code: "unresolved-alias",
    title: "Change to `*labels`",
    text: "x-a: &other 1\nx-b: &labels [music]\nx-c: *label\nx-d: &labels2 3\n",
    fixed: "x-a: &other 1\nx-b: &labels [music]\nx-c: *labels\nx-d: &labels2 3\n",
  },
  {
    what: "an unknown key that is near to none",
    code: "unknown-property",
    title: "Remove `zzzzzz`",
    text: "billing:\n  plan: pro\n  zzzzzz: 1\n",
    fixed: "billing:\n  plan: pro\n",
  },
  {
    what: "a key of one's own",
    code: "unknown-property",
    title: "Change to `x-zzzzzz`",
    text: "zzzzzz: # c\n  a: 1\nbilling: {plan: pro}\n",
    fixed: "x-zzzzzz: # c\n  a: 1\nbilling: {plan: pro}\n",
  },
  {
    what: "a default for a missing value",
    code: "missing-value",
    title: "Set to `free`",
    text: "billing:\n  plan: # c\n  currency: EUR\n",
    fixed: "billing:\n  plan: free # c\n  currency: EUR\n",
  },
  {
    what: "a missing value with its key",
    code: "missing-value",
    title: "Remove `currency`",
    text: "billing:\n  plan: pro\n  currency:\n",
    fixed: "billing:\n  plan: pro\n",
  },
  {
    what: "one value where a list belongs",
    code: "type-mismatch",
    title: "Make it a list of one item",
    text: "metadata:\n  tags: music # c\n",
    fixed: "metadata:\n  tags: [music] # c\n",
  },
  {
    what: "a number beyond its limit",
    code: "out-of-range",
    title: "Change to `65535`",
    text: "environments:\n  production:\n    database:\n      port: 70000 # c\n",
    fixed: "environments:\n  production:\n    database:\n      port: 65535 # c\n",
  },
  {
    what: "an item that stands twice",
    code: "duplicate-item",
    title: "Remove this item",
    text: "supported_locales:\n- en # c\n- de\n- en\n",
    fixed: "supported_locales:\n- en # c\n- de\n",
    path: "a.localization.yaml",
  },
  {
    what: "an item of a flow list that stands twice",
    code: "duplicate-item",
    title: "Remove this item",
    text: "supported_locales: [en, en, de]\n",
    fixed: "supported_locales: [en, de]\n",
    path: "a.localization.yaml",
  },
  {
    what: "one of a few allowed values",
    code: "value-not-allowed",
    title: "Change to `enterprise`",
    text: "billing:\n  plan: 'zzzzzzzz' # c\n",
    fixed: "billing:\n  plan: 'enterprise' # c\n",
  },
  {
    what: "a misspelt code",
    code: "unknown-suppression",
    title: "Change to `value-not-allowed`",
    text: "billing:\n  plan: prp # tenant-config-disable-line value-not-alowed -- why\n",
    fixed: "billing:\n  plan: prp # tenant-config-disable-line value-not-allowed -- why\n",
  },
  {
    what: "a code that turns nothing off",
    code: "unused-suppression",
    title: "Remove `out-of-range`",
    text: "billing:\n  plan: prp # tenant-config-disable-line value-not-allowed, out-of-range\n",
    fixed: "billing:\n  plan: prp # tenant-config-disable-line value-not-allowed\n",
  },
  {
    what: "a comment that turns nothing off",
    code: "unused-suppression",
    title: "Remove the comment",
    text: "billing:\n  # tenant-config-disable-next-line value-not-allowed\n  plan: pro\n",
    fixed: "billing:\n  plan: pro\n",
  },
  {
    what: "a comment at the end of a line that turns nothing off",
    code: "unused-suppression",
    title: "Remove the comment",
    text: "billing:\n  plan: pro # tenant-config-disable-line\n",
    fixed: "billing:\n  plan: pro\n",
  },
];

/** Codes whose fix changes comments. */
const ABOUT_COMMENTS = ["json-comment", "unused-suppression", "unknown-suppression"];

async function actionsOf(text: string, diagnostic: Diagnostic, around: Surroundings): Promise<readonly CodeAction[]> {
  const { service, document, workspace, settings } = open(text, around);
  const request = { range: diagnostic.range, diagnostics: [diagnostic], only: ["quickfix"] };
  return service.codeActions(document, request, workspace, settings);
}

const faultsOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics
    .filter(({ code }) => code !== "missing-property")
    .map(({ code, message }) => `${code} ${message}`)
    .sort();

describe("fixes by code", () => {
  for (const { what, code, title, text, fixed, path, reveals = [] } of CASES) {
    test(`${code}: ${what}`, async () => {
      const around = path === undefined ? {} : { path };
      const before = await check(text, around);
      const diagnostic = before.find((candidate) => candidate.code === code);
      assert.ok(diagnostic, faultsOf(before).join("; "));
      const actions = await actionsOf(text, diagnostic, around);
      const action = actions.find((candidate) => candidate.title === title);
      assert.ok(action, `${title} is among ${actions.map((candidate) => candidate.title).join(", ")}`);
      assert.equal(applyAction(text, action), fixed);
      const after = (await check(fixed, around)).filter((found) => !reveals.includes(String(found.code)));
      const left = faultsOf(before.filter((candidate) => candidate !== diagnostic));
      assert.deepEqual(
        faultsOf(after).filter((fault) => !left.includes(fault)),
        [],
        "no other fault came",
      );
      assert.ok(
        after.filter((found) => found.code === code).length < before.filter((found) => found.code === code).length,
      );
      const notation = path?.endsWith(".json") ? "json" : "yaml";
      if (!ABOUT_COMMENTS.includes(code)) assert.deepEqual(commentsOf(fixed, notation), commentsOf(text, notation));
    });
  }

  test("nothing that removes or guesses is done without a choice", async () => {
    for (const { code, title, text, path } of CASES) {
      const around = path === undefined ? {} : { path };
      const diagnostic = (await check(text, around)).find((candidate) => candidate.code === code);
      assert.ok(diagnostic);
      const preferred = (await actionsOf(text, diagnostic, around)).filter(({ isPreferred }) => isPreferred);
      assert.ok(preferred.length <= 1);
      const isChoice = ["merge-conflict", "unknown-property", "missing-value", "json-comment"].includes(code);
      if (isChoice) assert.deepEqual(preferred, [], title);
    }
  });
});
