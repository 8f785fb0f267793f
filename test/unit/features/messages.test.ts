import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MarkupContent } from "vscode-languageserver-types";
import { withCursor } from "../../support/cursor.ts";
import { WITHOUT_RULES } from "../../support/without-rules.ts";
import { complete, faults, open } from "./ask.ts";

const AROUND = { path: "tenants/one/localization.yaml", settings: WITHOUT_RULES };

/** A localization file with some messages in English and one in Russian. */
function file(message: string, interpolation = ""): string {
  return `default_locale: en
supported_locales: [en, ru]
translations:
  en:
    metadata: {name: English, english_name: English, direction: ltr}
    messages:
      common:
        files: "{count, plural, one {# file of {owner}} other {# files}}"
        items: {one: "{count} item", other: "{count} items"}
    formats: {}
  ru:
    metadata: {}
    messages:
      common:
        ${message}
    formats: {}
${interpolation === "" ? "" : `features:\n  interpolation: {${interpolation}}\n`}`;
}

describe("faults of messages", () => {
  const broken = 'files: "{n, plural, one {# a}}"';
  const missing = "The form `other {…}` is missing, which stands for all values without a form of their own.";
  const rows: readonly (readonly [message: string, interpolation: string, expected: readonly string[]])[] = [
    [broken, "", [`15:38-15:39 error message-syntax ${missing}`]],
    [broken, "syntax: icu", [`15:38-15:39 error message-syntax ${missing}`]],
    [broken, "syntax: i18next", []],
    [broken, "syntax: printf", []],
    [broken, "enabled: false, syntax: icu", []],
    ['files: "Hi {name"', "", []],
    ['files: "Hi {name"', "syntax: icu", ["15:20-15:25 error message-syntax `}` is missing behind the variable."]],
    [
      "files: {one: 'it''s {}', other: b}",
      "syntax: icu",
      ["15:29-15:31 error message-syntax The braces are empty: the name of a variable is missing."],
    ],
    [
      "files: >-\n          Hi\n          {",
      "syntax: icu",
      ["17:11-17:12 error message-syntax `}` is missing behind the variable."],
    ],
    ['files: "{} {{name}} %s $t(a)"', "", []],
    ['files: "{{name}}"', "syntax: i18next", []],
    ['files: "${A} {n, plural, other {${B:-{}}}"', "", []],
    ["files: Save # {", "syntax: icu", []],
  ];
  for (const [message, interpolation, expected] of rows) {
    test(`${message} ${interpolation}`, async () => {
      assert.deepEqual(await faults(file(message, interpolation), AROUND), expected);
    });
  }

  test("are turned off by comments like others", async () => {
    const text = file(`# tenant-config-disable-next-line message-syntax\n        files: "Hi {"`, "syntax: icu");
    assert.deepEqual(await faults(text, AROUND), []);
  });
});

describe("completion in the messages of a file", () => {
  test("the variables of the other languages, also of one with plural forms", async () => {
    assert.deepEqual((await complete(file('files: "{<|>"'), AROUND)).labels, ["count", "owner"]);
    assert.deepEqual((await complete(file("items: {one: '{<|>}', other: b}"), AROUND)).labels, ["count"]);
    const empty = await complete(file("files: <|>"), AROUND);
    assert.deepEqual(empty.labels.slice(0, 2), ["{count}", "{owner}"]);
    assert.equal(empty.accept("{owner}"), file('files: "{owner}"'));
  });

  test("the plural forms of the locale, with a place for each where the editor has them", async () => {
    const marked = file("files: '{count, pl<|>}'");
    const written = file("files: '{count, plural, one {#} few {#} many {#} other {#}}'");
    for (const snippets of [true, false])
      assert.equal((await complete(marked, AROUND, { snippets })).accept("plural"), written);
    const form = await complete(file('files: "{count, plural, one {#} f<|>}"'), AROUND);
    assert.deepEqual(form.labels, ["few", "many", "other", "=0", "=1"]);
  });

  test("nothing where the file turns variables off", async () => {
    assert.deepEqual((await complete(file('files: "{<|>"', "enabled: false"), AROUND)).labels, []);
  });
});

test("hover says which numbers take a form in the language of the message", async () => {
  const { text, position } = withCursor(file('files: "{count, plural, f<|>ew {#} other {#}}"'));
  const { service, document, workspace, settings } = open(text, AROUND);
  const found = await service.hover(document, position, workspace, settings);
  assert.ok(found && MarkupContent.is(found.contents));
  assert.equal(found.contents.value, "Plural category `few` in Russian. Numbers such as 2, 3, 4, 22, 23, 24, ….");
  assert.deepEqual(found.range, { start: { line: 14, character: 32 }, end: { line: 14, character: 35 } });
});
