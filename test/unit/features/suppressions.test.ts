import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Diagnostic, DiagnosticTag } from "vscode-languageserver-types";
import { suppressionComments } from "../../../server/src/features/suppression-comments.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";
import { commentsOf } from "../../support/comments.ts";
import { applyAction, check, open, type Surroundings, shortly } from "./ask.ts";

/** Codes with their lines from 1, without the keys that the examples leave out. */
async function codes(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  return (await check(text, around))
    .filter(({ code }) => code !== "missing-property")
    .map(({ code, range }) => `${range.start.line + 1} ${code}`);
}

describe("comments that turn diagnostics off", () => {
  const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    [
      "the next line",
      "billing:\n  # tenant-config-disable-next-line value-not-allowed -- old, kept\n  plan: prp\n  currency: EURO\n",
      ["4 currency"],
    ],
    [
      "the next line, with comments and blank lines between",
      "billing:\n  # tenant-config-disable-next-line value-not-allowed\n\n  # tenant-config-disable-next-line invalid-format\n  plan: prp\n",
      ["4 unused-suppression"],
    ],
    ["the line itself", "billing:\n  plan: prp # tenant-config-disable-line value-not-allowed\n", []],
    [
      "only the codes that are named",
      "billing:\n  plan: prp # tenant-config-disable-line invalid-format\n",
      ["2 value-not-allowed", "2 unused-suppression"],
    ],
    [
      "several codes",
      "billing: # tenant-config-disable-line type-mismatch, value-not-allowed\n  plan: prp\n",
      ["1 unused-suppression", "2 value-not-allowed"],
    ],
    ["all codes", "billing:\n  plan: prp # tenant-config-disable-line\n", []],
    ["all codes with a reason", "billing:\n  plan: prp # tenant-config-disable-line -- until May\n", []],
    [
      "a block up to its end",
      "billing:\n  # tenant-config-disable value-not-allowed\n  plan: prp\n  # tenant-config-enable value-not-allowed\nfeatures: 3\n",
      ["5 type-mismatch"],
    ],
    ["a block up to the end of the file", "# tenant-config-disable\nbilling:\n  plan: prp\nfeatures: 3\n", []],
    [
      "a block of all codes, of which one is turned on again",
      "# tenant-config-disable\nbilling:\n  plan: prp\n# tenant-config-enable type-mismatch\nfeatures: 3\nx: 1\n",
      ["5 type-mismatch"],
    ],
    ["the whole file", "# c\n# tenant-config-disable-file value-not-allowed\n\nbilling:\n  plan: prp\n", []],
    [
      "not the whole file from within",
      "billing:\n  # tenant-config-disable-file value-not-allowed\n  plan: prp\n",
      ["2 unused-suppression", "3 value-not-allowed"],
    ],
    [
      "flow style, above the entry",
      "# tenant-config-disable-next-line value-not-allowed\nbilling: {\n  plan: prp }\n",
      [],
    ],
    [
      "flow style, above the line",
      "billing: {\n  # tenant-config-disable-next-line value-not-allowed\n  plan: prp }\n",
      [],
    ],
    ["never a text that can not be read", "# tenant-config-disable\nbilling:\n\tplan: pro\n", ["3 tab-indentation"]],
    [
      "never a text that can not be read, and says so",
      "# tenant-config-disable-file yaml-syntax\nbilling:\n  plan: pro\n",
      ["1 unused-suppression"],
    ],
    [
      "a code that does not exist",
      "billing: {} # tenant-config-disable-line no-such-thing\n",
      ["1 unknown-suppression"],
    ],
    [
      "a problem of another comment, by name",
      "# tenant-config-disable-file unused-suppression\nbilling:\n  plan: pro # tenant-config-disable-line type-mismatch\n",
      [],
    ],
    ["windows line breaks", "billing:\r\n  # tenant-config-disable-next-line value-not-allowed\r\n  plan: prp\r\n", []],
  ];
  for (const [what, text, expected] of cases) {
    test(what, async () => assert.deepEqual(await codes(text), expected));
  }

  test("in JSON, and the comment is no fault there", async () => {
    const path = "a.tenant.json";
    const text = '{\n  // tenant-config-disable-next-line value-not-allowed\n  "billing": {"plan": "prp"}\n}';
    assert.deepEqual(await codes(text, { path }), []);
    assert.deepEqual(await codes(text.replace("//", "/*").replace("allowed\n", "allowed */\n"), { path }), []);
    const inText = '{"x-a": "// tenant-config-disable-line", "billing": {"plan": "prp"}}';
    assert.deepEqual(await codes(inText, { path }), ["1 value-not-allowed"]);
  });

  test("an unused one is faded and names the code that is not needed", async () => {
    const text = "billing:\n  plan: prp # tenant-config-disable-line value-not-allowed, out-of-range\n";
    const [found, ...rest] = (await check(text)).filter(({ code }) => code === "unused-suppression");
    assert.ok(found);
    assert.deepEqual(rest, []);
    assert.deepEqual(found.tags, [DiagnosticTag.Unnecessary]);
    assert.equal(
      shortly(found),
      "2:61-2:73 hint unused-suppression This comment turns nothing off: `out-of-range` is not reported there.",
    );
  });

  test("a setting that turns a code off does not make its comments unused", async () => {
    const text = "billing:\n  plan: prp # tenant-config-disable-line value-not-allowed\n";
    assert.deepEqual(await codes(text, { settings: { rules: { "value-not-allowed": "off" } } }), []);
  });

  test("a fault of the text leaves open what is unused", async () => {
    assert.deepEqual(await codes('billing: # tenant-config-disable-line type-mismatch\n  plan: "pro\n'), [
      "3 yaml-syntax",
    ]);
  });
});

describe("what is a comment", () => {
  const scopes = (text: string, notation: "yaml" | "json" = "yaml"): readonly string[] =>
    suppressionComments(parseSource(text, notation)).map(({ scope, line }) => `${line + 1} ${scope}`);
  const none: Readonly<Record<string, string>> = {
    "a literal": "a: |\n  # tenant-config-disable x\n  b\n",
    "a literal that begins with it": "a: |\n\n  # tenant-config-disable x\n",
    "a folded text": "a: >-\n  b\n  # tenant-config-disable x\n",
    "a quoted text": 'a: "b # tenant-config-disable x"\n',
    "a quoted text of two lines": "a: 'b\n  # tenant-config-disable x'\n",
    "a quoted key": '"b # tenant-config-disable x": 1\n',
    "no space before": "a: b#tenant-config-disable x\n",
    "a comment that quotes one": "a: 1 # write `# tenant-config-disable` here\n",
    "a word that goes on": "# tenant-config-disabled\n",
    "a list item": "- |\n # tenant-config-disable\n- b\n",
  };
  for (const [what, text] of Object.entries(none)) test(`not in ${what}`, () => assert.deepEqual(scopes(text), []));

  const some: Readonly<Record<string, string>> = {
    "behind a block header": "a: | # tenant-config-disable-line x\n  b\n",
    "behind a value with a `#`": 'a: "b # c" # tenant-config-disable-line x\n',
    "without a space": "a: 1 #tenant-config-disable-line x\n",
    "in flow style": "a: [1, # tenant-config-disable-line x\n  2]\n",
    "behind a block scalar": "a: |\n  b\n# tenant-config-disable-line\nc: 1\n",
    "behind a byte order mark": "\uFEFF# tenant-config-disable-line\nc: 1\n",
    "in another document": "a: 1\n---\nb: 2 # tenant-config-disable-line\n",
    "without anything else": "# tenant-config-disable-line",
  };
  for (const [what, text] of Object.entries(some)) test(what, () => assert.equal(scopes(text).length, 1));
});

/** Every way to turn off each diagnostic of a text, tried. */
async function checkSuppressions(text: string, around: Surroundings): Promise<number> {
  const before = await check(text, around);
  const shapes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, message }) => `${code} ${message}`);
  const { service, document, workspace, settings } = open(text, around);
  let tried = 0;
  for (const diagnostic of before) {
    const request = { range: diagnostic.range, diagnostics: [diagnostic], only: ["quickfix"] };
    const actions = await service.codeActions(document, request, workspace, settings);
    for (const action of actions.filter(({ title }) => title.startsWith("Suppress "))) {
      const fixed = applyAction(text, action);
      const after = shapes(await check(fixed, around));
      const left = shapes(before.filter((other) => other !== diagnostic));
      assert.deepEqual(
        after.filter((fault) => !left.includes(fault)),
        [],
        `${action.title} adds nothing: ${shortly(diagnostic)}`,
      );
      const same = (faults: readonly string[]) => faults.filter((fault) => fault === shapes([diagnostic])[0]).length;
      assert.ok(same(after) < same(shapes(before)), `${action.title} works: ${shortly(diagnostic)}\n${fixed}`);
      const notation = document.uri.endsWith(".json") ? "json" : "yaml";
      assert.ok(commentsOf(fixed, notation).length >= commentsOf(text, notation).length);
      tried++;
    }
  }
  return tried;
}

describe("quick fixes that turn a diagnostic off", () => {
  const texts: Readonly<Record<string, string>> = {
    "block style": "billing:\n  plan: prp\n  currency: EURO\nfeatures: 3\n",
    "a line with a comment above":
      "# tenant-config-disable-file type-mismatch\n# tenant-config-disable-next-line currency\nbilling: {plan: prp, currency: EURO}\nfeatures: 3\n",
    "flow style of several lines": "billing: {plan: prp,\n  currency: EURO}\nx-a: [1,\n  2]\n",
    "a text of several lines": "billing:\n  plan: >-\n    prp\n  currency: 'EU\n    RO'\n  tax_id: a\n   b: c\n",
    "a value below its key": "billing:\n  plan:\n    prp\n  currency:\n    EU\n    RO\n",
    "list items": "metadata:\n  tags:\n  - a\n  - 3\n  -   - b\n",
    "windows line breaks": "billing:\r\n  plan: prp\r\n  currency: EURO\r\n",
    "a byte order mark": "\uFEFFbilling: 3\n",
    "an empty file": "",
    "only a comment": "# c\n",
    "two documents": "%YAML 1.2\n---\nbilling: 3\n---\nb: 1\n",
    "keys that stand twice": "billing:\n  plan: pro\n  plan: pro\n",
  };
  for (const [what, text] of Object.entries(texts)) {
    test(what, async () => assert.ok((await checkSuppressions(text, {})) > 0));
  }

  test("JSON", async () => {
    const path = "a.tenant.json";
    assert.ok(
      await checkSuppressions('{\n  // c\n  "billing": {\n    "plan": "prp",\n    "currency": 3,\n  }\n}\n', { path }),
    );
    assert.ok(await checkSuppressions('{"billing": {"plan": "prp"}}', { path }));
  });

  test("are not offered for a text that can not be read, nor for the comments", async () => {
    for (const text of ['a: "b\n', "a:\n\tb: 1\n", "a: *b\n"]) {
      const [diagnostic] = (await check(text)).filter(
        ({ code }) => !["missing-property", "unknown-property"].includes(String(code)),
      );
      assert.ok(diagnostic);
      const { service, document, workspace, settings } = open(text);
      const request = { range: diagnostic.range, diagnostics: [diagnostic] };
      const titles = (await service.codeActions(document, request, workspace, settings)).map(({ title }) => title);
      assert.deepEqual(
        titles.filter((title) => title.startsWith("Suppress")),
        [],
        String(diagnostic.code),
      );
    }
    assert.equal(
      await checkSuppressions(
        "billing: # tenant-config-disable-line wrong-length\n  plan: pro\n# tenant-config-disable-file missing-property\n",
        {},
      ),
      2,
    );
  });

  test("add their code to a comment that is there", async () => {
    const text =
      "# tenant-config-disable-file out-of-range\nbilling:\n  # tenant-config-disable-next-line type-mismatch -- why\n  plan: prp\n";
    const [diagnostic] = (await check(text)).filter(({ code }) => code === "value-not-allowed");
    assert.ok(diagnostic);
    const { service, document, workspace, settings } = open(text);
    const request = { range: diagnostic.range, diagnostics: [diagnostic] };
    const actions = await service.codeActions(document, request, workspace, settings);
    const results = actions
      .filter(({ title }) => title.startsWith("Suppress"))
      .map((action) => applyAction(text, action));
    assert.deepEqual(results, [
      text.replace("type-mismatch", "type-mismatch, value-not-allowed"),
      text.replace("out-of-range", "out-of-range, value-not-allowed"),
    ]);
  });
});
