import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnostic, Position } from "vscode-languageserver-types";
import {
  createService,
  DEFAULT_SETTINGS,
  type Document,
  EMPTY_WORKSPACE,
  type Service,
} from "../../../server/src/service.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { decodeTokens } from "../../support/decode-tokens.ts";
import { VALID_LOCALIZATION as GOOD } from "../../support/valid-localization.ts";

/** Milliseconds for all verbs together on one text: far more than any needs, far less than a verb that never ends. */
const BUDGET = 10_000;

/** A text for each way to be hostile, with the code and range of each of its diagnostics (lines and characters from 0). */
const TEXTS: Readonly<Record<string, readonly [text: string, diagnostics: readonly string[]]>> = {
  "nothing at all": ["", ["missing-property 0:0-0:0"]],
  "blank lines": ["\n  \n\n", ["missing-property 0:0-0:0"]],
  "only comments": ["# a\n  # b\n", ["missing-property 0:0-0:0"]],
  "only a byte order mark": ["\uFEFF", ["missing-property 0:0-0:0"]],
  "a document marker and nothing else": ["---\n", ["missing-property 0:0-0:0"]],
  "a file as it should be": [GOOD, []],
  "a byte order mark before it": [`\uFEFF${GOOD}`, []],
  "Windows line breaks": [GOOD.replaceAll("\n", "\r\n"), []],
  "lone carriage returns": [GOOD.replaceAll("\n", "\r"), []],
  "no line break at the end": [GOOD.trimEnd(), []],
  "a tab as indentation": [`${GOOD}x-a:\n\tb: 1\n`, ["tab-indentation 8:0-8:1"]],
  "a key that somebody is typing": [`${GOOD}calen\n`, ["yaml-syntax 7:0-7:5"]],
  "a key that somebody is typing above others": [`calen\n${GOOD}`, ["yaml-syntax 0:0-0:5"]],
  "an open quote": [`${GOOD}x-a: "b\nx-c: 1\n`, ["yaml-syntax 9:0-9:0"]],
  "an open bracket": [`${GOOD}x-a: [b,\nx-c: 1\n`, ["yaml-syntax 8:0-8:1"]],
  "several documents": [`${GOOD}---\na: 1\n---\nb: 2\n`, ["multiple-documents 7:0-7:3", "multiple-documents 9:0-9:3"]],
  "a key that is there twice": [
    `${GOOD}default_locale: fr\n`,
    ["duplicate-key 7:0-7:14", "default-locale-unlisted 7:16-7:18"],
  ],
  "a single word": ["just text\n", ["type-mismatch 0:0-0:9"]],
  "a list": ["- a\n- b\n", ["type-mismatch 0:0-1:3"]],
  "a line of a megabyte": [`${GOOD}x-a: ${"y".repeat(1_000_000)}\n`, []],
  "a key of a megabyte": [`${GOOD}x-${"y".repeat(1_000_000)}: 1\n`, ["yaml-syntax 7:0-7:2000"]],
  "a megabyte of blanks": [`${GOOD}x-a: 1${" ".repeat(1_000_000)}\n`, []],
  "brackets as deep as is read": [`${GOOD}x-a: ${"[".repeat(199)}${"]".repeat(199)}\n`, []],
  "brackets that are too deep": [`${GOOD}x-a: ${"[".repeat(5_000)}`, ["nesting-too-deep 7:205-7:206"]],
  "mappings that are too deep": [
    Array.from({ length: 300 }, (_, level) => `${" ".repeat(level)}a:\n`).join(""),
    ["nesting-too-deep 200:200-200:201"],
  ],
  "lists that are too deep": [`${GOOD}x-a:\n  ${"- ".repeat(5_000)}b\n`, ["nesting-too-deep 8:402-8:403"]],
  "aliases that expand to billions": [`${GOOD}x-a:\n${bomb(12)}`, ["alias-expansion 14:10-14:55"]],
  "an alias for what contains it": [`${GOOD}x-a: &a [*a]\n`, ["alias-cycle 7:9-7:11"]],
  "a merge of itself": [`${GOOD}x-a: &a {<<: *a, b: 1}\n`, []],
  "an alias without an anchor": [`${GOOD}x-a: *nowhere\n`, ["unresolved-alias 7:5-7:13"]],
  "a key __proto__": [`${GOOD}__proto__: {a: 1}\n`, ["unknown-property 7:0-7:9"]],
  "keys of every object": [
    `${GOOD}constructor: 1\ntoString: 2\n`,
    ["unknown-property 7:0-7:11", "unknown-property 8:0-8:8"],
  ],
  "a null character": [`${GOOD}x-a: \u0000\nx-b: "\u0000"\n`, []],
  "a null character as key": [`${GOOD}\u0000: 1\n`, ["unknown-property 7:0-7:1"]],
  "lone surrogates": [`${GOOD}x-a: \ud800\nx-\udc00: "\ud800"\n`, []],
  "a merge conflict": [
    GOOD.replace(/^default.*\n/, (line) => `<<<<<<< HEAD\n${line}=======\ndefault_locale: fr\n>>>>>>> other\n`),
    ["merge-conflict 0:0-0:12"],
  ],
  "a directive that nobody knows": [`%BAD x\n---\n${GOOD}`, ["yaml-syntax 0:0-0:6"]],
  "a tag that nobody knows": [`${GOOD}x-a: !secret b\n`, ["yaml-syntax 7:5-7:12"]],
  "closing brackets alone": ["]]]}}}", ["yaml-syntax 0:0-0:1"]],
  "colons alone": [": : : :\n", ["yaml-syntax 0:2-0:3"]],
  "every indicator": ["!&*|>%@`\n", ["yaml-syntax 0:0-0:3", "yaml-syntax 0:3-0:4"]],
  "a placeholder without quotes": [`${GOOD}x-a: {{tenant_id}}\n`, []],
  "a complex key": [`${GOOD}? [a, b]\n: 1\n`, []],
};

/** Lists of nine aliases to the list above. */
function bomb(levels: number): string {
  const line = (level: number): string =>
    `  l${level}: &l${level} [${Array(9)
      .fill(`*l${level - 1}`)
      .join(", ")}]\n`;
  return `  l0: &l0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n${Array.from({ length: levels }, (_, index) => line(index + 1)).join("")}`;
}

function short({ code, range: { start, end } }: Diagnostic): string {
  return `${code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Positions at the beginning, the end, outside, and where something is wrong. */
function positions(text: string, diagnostics: readonly Diagnostic[]): readonly Position[] {
  const lines = new LineIndex(text);
  return [
    { line: 0, character: 0 },
    lines.positionAt(text.length),
    lines.positionAt(Math.floor(text.length / 2)),
    { line: 9_999_999, character: 5 },
    ...diagnostics.slice(0, 3).flatMap(({ range }) => [range.start, range.end]),
  ];
}

async function everyVerb(service: Service, document: Document, diagnostics: readonly Diagnostic[]): Promise<void> {
  const options = { snippets: true, triggerSuggest: true };
  for (const position of positions(document.text, diagnostics)) {
    await service.completion(document, position, options, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    await service.hover(document, position, EMPTY_WORKSPACE, DEFAULT_SETTINGS, { now: 0 });
    await service.selectionRanges(document, [position], EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    const black = { red: 0, green: 0, blue: 0, alpha: 1 };
    const caret = { start: position, end: position };
    await service.colorPresentations(document, black, caret, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    await service.semanticTokens(document, caret, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    const request = { range: { start: position, end: position }, diagnostics };
    await service.codeActions(document, request, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    const asked = { range: caret, diagnostics: [], only: ["refactor"], createsFiles: true, deletesFiles: true };
    await service.codeActions(document, asked, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  }
  await service.documentSymbols(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  await service.foldingRanges(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  const tokens = await service.semanticTokens(document, undefined, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  decodeTokens(document.text, tokens);
  const whole = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
  await service.inlayHints(document, whole, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  await service.documentLinks(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  await service.documentColors(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  await service.effectivePreview(document, undefined, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
  await service.effectivePreview(document, "__proto__", EMPTY_WORKSPACE, DEFAULT_SETTINGS);
}

for (const [name, [text, expected]] of Object.entries(TEXTS)) {
  test(`${name}: exactly these diagnostics, and every verb answers in time`, async () => {
    const service = createService();
    const document = { uri: "file:///work/x.localization.yaml", text };
    const start = performance.now();
    const { kind, diagnostics } = await service.check(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
    assert.equal(kind.kind, "localization");
    assert.deepEqual(diagnostics.map(short), expected);
    for (const diagnostic of diagnostics) assert.equal(diagnostic.source, "tenant-config");
    await everyVerb(service, document, diagnostics);
    assert.ok(performance.now() - start < BUDGET, "in time");
  });

  test(`${name}: as JSON, and as any other kind, every verb answers as well`, async () => {
    const service = createService();
    const kinds = ["x.tenant.yaml", "x.monitoring.yaml", "x.security.yaml", "x.yaml"];
    // Long lines are the same for every kind, and take their time.
    for (const file of ["x.localization.json", ...(text.length > 100_000 ? [] : kinds)]) {
      const document = { uri: `file:///work/${file}`, text };
      const { diagnostics } = await service.check(document, EMPTY_WORKSPACE, DEFAULT_SETTINGS);
      await everyVerb(service, document, diagnostics.slice(0, 20));
    }
  });
}
