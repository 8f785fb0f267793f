import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { SelectionRange } from "vscode-languageserver-types";
import { createService, DEFAULT_SETTINGS } from "../../../server/src/service.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { manyAlerts, yamlCorpus } from "../../support/corpus.ts";
import { withCursor } from "../../support/cursor.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { CONSTRUCTS } from "../../support/yaml-constructs.ts";
import { open, type Surroundings } from "./ask.ts";

/** Texts that are selected one after the other. */
async function selections(marked: string, around: Surroundings = {}): Promise<readonly string[]> {
  const { text, position } = withCursor(marked);
  const { service, document, workspace, settings } = open(text, around);
  const [selection] = await service.selectionRanges(document, [position], workspace, settings);
  const lines = new LineIndex(text);
  return chain(selection).map(({ start, end }) => text.slice(lines.offsetAt(start), lines.offsetAt(end)));
}

function chain(selection: SelectionRange | undefined): readonly SelectionRange["range"][] {
  const ranges: SelectionRange["range"][] = [];
  for (let current = selection; current; current = current.parent) ranges.push(current.range);
  return ranges;
}

const TEXTS: readonly (readonly [name: string, marked: string, selected: readonly string[], path?: string])[] = [
  [
    "a quoted value",
    "tenant_id: one\nbilling:\n  plan: 'p<|>ro'\n  currency: EUR\n",
    [
      "pro",
      "'pro'",
      "plan: 'pro'",
      "plan: 'pro'\n  currency: EUR",
      "billing:\n  plan: 'pro'\n  currency: EUR",
      "tenant_id: one\nbilling:\n  plan: 'pro'\n  currency: EUR",
      "tenant_id: one\nbilling:\n  plan: 'pro'\n  currency: EUR\n",
    ],
  ],
  [
    "a key",
    "billing:\n  pl<|>an: pro\n  currency: EUR\n",
    [
      "plan",
      "plan: pro",
      "plan: pro\n  currency: EUR",
      "billing:\n  plan: pro\n  currency: EUR",
      "billing:\n  plan: pro\n  currency: EUR\n",
    ],
  ],
  [
    "an item, with its dash",
    "x:\n  - &a on<|>e\n  - two\n",
    ["one", "- &a one", "- &a one\n  - two", "x:\n  - &a one\n  - two", "x:\n  - &a one\n  - two\n"],
  ],
  [
    "flow collections",
    "x: {a: [1, 2<|>2], b: 3}\n",
    ["22", "[1, 22]", "a: [1, 22]", "{a: [1, 22], b: 3}", "x: {a: [1, 22], b: 3}", "x: {a: [1, 22], b: 3}\n"],
  ],
  [
    "a line of a block scalar",
    "x: |\n  first line\n  sec<|>ond line\ny: 1\n",
    [
      "second line",
      "  second line",
      "  first line\n  second line",
      "|\n  first line\n  second line",
      "x: |\n  first line\n  second line",
      "x: |\n  first line\n  second line\ny: 1",
      "x: |\n  first line\n  second line\ny: 1\n",
    ],
  ],
  [
    "the default of a placeholder",
    'x: "😀 ${NAME:-de<|>f}"\n',
    ["def", "${NAME:-def}", "😀 ${NAME:-def}", '"😀 ${NAME:-def}"', 'x: "😀 ${NAME:-def}"', 'x: "😀 ${NAME:-def}"\n'],
  ],
  [
    "the name of a placeholder",
    "x: a{{ tenant<|>_id }}\n",
    ["tenant_id", "{{ tenant_id }}", "a{{ tenant_id }}", "x: a{{ tenant_id }}", "x: a{{ tenant_id }}\n"],
  ],
  ["one document of several", "a: 1\n---\nb: 2<|>2\n", ["22", "b: 22", "---\nb: 22\n", "a: 1\n---\nb: 22\n"]],
  [
    "JSON",
    '{"a": {"b": "c<|>d"}}',
    ["cd", '"cd"', '"b": "cd"', '{"b": "cd"}', '"a": {"b": "cd"}', '{"a": {"b": "cd"}}'],
    "tenants/one/tenant.json",
  ],
  ["a comment", "a: 1\n# comm<|>ent\nb: 2\n", ["a: 1\n# comment\nb: 2", "a: 1\n# comment\nb: 2\n"]],
  ["an empty file", "<|>", [""]],
];

describe("selections that grow", () => {
  for (const [name, marked, expected, path = "tenants/one/tenant.yaml"] of TEXTS) {
    test(name, async () => assert.deepEqual(await selections(marked, { path }), expected));
    test(`${name}, with CRLF`, async () => {
      const withCrlf = (text: string): string => text.replaceAll("\n", "\r\n");
      assert.deepEqual(await selections(withCrlf(marked), { path }), expected.map(withCrlf));
    });
  }
});

test("at every offset of every file and construct, ranges hold the position and lie strictly in each other", async () => {
  const service = createService();
  const settings = { ...DEFAULT_SETTINGS, fileKinds: { "**": "tenant" } as const };
  const files = yamlCorpus().map(([, text]) => text.slice(0, 5_000));
  for (const [index, text] of [...files, ...CONSTRUCTS.map((construct) => construct.text), manyAlerts(40)].entries()) {
    const lines = new LineIndex(text);
    const document = { uri: uriOf(`tenants/t${index}/tenant.yaml`), text };
    const positions = Array.from({ length: text.length + 1 }, (_, offset) => lines.positionAt(offset));
    const found = await service.selectionRanges(document, positions, memoryWorkspace({}), settings);
    assert.equal(found.length, positions.length);
    for (const [at, selection] of found.entries()) {
      let inner = {
        start: lines.offsetAt(positions[at] ?? assert.fail()),
        end: lines.offsetAt(positions[at] ?? assert.fail()),
      };
      let isFirst = true;
      for (const { start, end } of chain(selection)) {
        const range = { start: lines.offsetAt(start), end: lines.offsetAt(end) };
        const isInside = range.start <= inner.start && inner.end <= range.end;
        const isLarger = range.end - range.start > inner.end - inner.start;
        if (!isInside || !(isFirst || isLarger)) assert.fail(`${JSON.stringify(text)} at ${at}`);
        inner = range;
        isFirst = false;
      }
    }
  }
});
