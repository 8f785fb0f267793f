import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Position } from "vscode-languageserver-types";
import { createService, DEFAULT_SETTINGS } from "../../../server/src/service.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { applyOffsetEdits } from "../../../server/src/text/offset-edit.ts";
import { decodeTokens } from "../../support/decode-tokens.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { check, type Surroundings } from "../features/ask.ts";
import { around, MODELINE } from "../own-schema/ask-own.ts";

const LENSES = { showsReferences: false, showsPreview: false } as const;

const DOCUMENT = `alertmanager:
  config:
    global: {resolve_timeout: 90m}
    receivers:
      - name: ops
    route:
      receiver: ops
      group_by: &labels [alertname]
      routes:
        - receiver: ops
          group_by: *labels
prometheus:
  endpoint: "http://\${DB_HOST}:9090"
  retention: {web: https://example.com}
`;
const TEXT = [DOCUMENT, DOCUMENT, DOCUMENT].join("---\n");
const LINES = DOCUMENT.split("\n").length;
const PATH = "tenants/one/monitoring.yaml";
const ENV = uriOf(".env");

const lines = new LineIndex(TEXT);
const document = { uri: uriOf(PATH), text: TEXT };
const where = [memoryWorkspace({ [PATH]: TEXT, ".env": "DB_HOST=db\n" }), DEFAULT_SETTINGS] as const;
const service = createService();
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** Position of a word in one of the documents, from 0. */
function place(word: string, index: number): Position {
  const start = index * (DOCUMENT.length + 4);
  const offset = TEXT.indexOf(word, start);
  assert.ok(offset !== -1 && offset < start + DOCUMENT.length, word);
  return lines.positionAt(offset + 1);
}

/** An answer as it would be if its document stood alone: the lines of places in the file are counted from the document. */
function shifted(answer: unknown, index: number): unknown {
  const text = JSON.stringify(answer ?? null).replaceAll(/("line":|\bline )(\d+)/g, (whole, before, line) => {
    const own = Number(line) - index * LINES;
    return own < 0 ? whole : `${before}${own}`;
  });
  return JSON.parse(text);
}

describe("each document of a file is looked at alike", () => {
  const verbs: Readonly<Record<string, (index: number) => Promise<unknown>>> = {
    "hover of a key": (index) => service.hover(document, place("resolve_timeout", index), ...where),
    "hover of a value": (index) => service.hover(document, place("90m", index), ...where),
    "hover of an alias": (index) => service.hover(document, place("*labels", index), ...where),
    "definition of a name": (index) => service.definition(document, place("ops\n      group_by", index), ...where),
    "definition of an anchor": (index) => service.definition(document, place("*labels", index), ...where),
    "references of a name": (index) => service.references(document, place("ops", index), true, ...where),
    highlights: (index) => service.documentHighlights(document, place("ops", index), ...where),
    "prepared rename": (index) => service.prepareRename(document, place("ops", index), ...where),
    "rename of a name": (index) => service.rename(document, place("ops", index), "night", ...where),
    "rename of an anchor": (index) => service.rename(document, place("*labels", index), "words", ...where),
    "completion of a value": (index) =>
      service.completion(
        document,
        place("ops\n      group_by", index),
        { snippets: true, triggerSuggest: false },
        ...where,
      ),
    "completion of a variable": (index) =>
      service.completion(document, place("{DB_HOST", index), { snippets: true, triggerSuggest: false }, ...where),
    "selection ranges": async (index) => {
      const [found] = await service.selectionRanges(document, [place("90m", index)], ...where);
      return [found?.range, found?.parent?.range, found?.parent?.parent?.range];
    },
    refactorings: (index) => {
      const at = place("[alertname]", index);
      return service.codeActions(
        document,
        { range: { start: at, end: at }, diagnostics: [], only: ["refactor"] },
        ...where,
      );
    },
  };
  for (const [verb, ask] of Object.entries(verbs)) {
    test(verb, async () => {
      const first = await ask(0);
      assert.ok(JSON.stringify(first ?? []).length > 2, "there is an answer");
      for (const index of [1, 2]) assert.deepEqual(shifted(await ask(index), index), first, `document ${index + 1}`);
    });
  }

  const wholes: Readonly<Record<string, () => Promise<readonly unknown[]>>> = {
    symbols: () => service.documentSymbols(document, ...where),
    hints: () => service.inlayHints(document, WHOLE, ...where),
    lenses: () => service.codeLenses(document, LENSES, ...where),
    tokens: async () => {
      const { data } = await service.semanticTokens(document, undefined, ...where);
      return decodeTokens(TEXT, { data });
    },
  };
  for (const [verb, ask] of Object.entries(wholes)) {
    test(verb, async () => {
      const all = await ask();
      const third = all.length / 3;
      assert.ok(third >= 1 && Number.isInteger(third), `${all.length} answers`);
      const first = all.slice(0, third);
      for (const index of [1, 2])
        assert.deepEqual(shifted(all.slice(index * third, (index + 1) * third), index), shifted(first, 0));
    });
  }

  test("a lens counts the uses in its document", async () => {
    for (const lens of await service.codeLenses(document, LENSES, ...where)) {
      const { command } = await service.resolveCodeLens(document, lens, LENSES, ...where);
      assert.equal(command?.title, "2 references");
    }
  });
});

test("a variable of the deployment environment is renamed in every document", async () => {
  for (const index of [0, 1, 2]) {
    const answer = await service.rename(document, place("DB_HOST", index), "HOST", ...where);
    assert.ok(answer && "changes" in answer);
    assert.equal(answer.changes?.[document.uri]?.length, 3);
    assert.equal(answer.changes?.[ENV]?.length, 1);
    const [first] = await service.definition(document, place("DB_HOST", index), ...where);
    assert.equal(first?.targetUri, ENV);
  }
});

describe("the same fault in the first and the third document has the same message", () => {
  const broken = (text: string): string => [text, "a: 1\n", text].join("---\n");

  /** Diagnostics of the first and of the third document, which hold the same text; lines are counted from the document. */
  async function faultsIn(head: string, text: string, surroundings: Surroundings) {
    const whole = head + broken(text);
    const found = await check(whole, surroundings);
    const lineOf = (offset: number): number => new LineIndex(whole).positionAt(offset).line;
    const within = (start: number): readonly string[] =>
      found
        .filter(({ range }) => range.start.line >= start && range.start.line < start + text.split("\n").length - 1)
        .map(({ range, severity, code, message }) => {
          const places = [range.start, range.end].map(({ line, character }) => `${line - start}:${character}`);
          return `${places.join("-")} ${severity} ${code} ${message}`;
        });
    return { first: within(lineOf(head.length)), third: within(lineOf(whole.lastIndexOf(text))) };
  }

  test("in a file with a schema of its team", async () => {
    const schema = { properties: { a: { type: "integer" }, plan: { enum: ["free"] } }, additionalProperties: false };
    const { first, third } = await faultsIn(MODELINE, "a: x\nplan: fre\nother: 1\n", around(schema));
    assert.deepEqual(
      first.map((fault) => fault.split(" ")[2]),
      ["type-mismatch", "value-not-allowed", "unknown-property"],
    );
    assert.deepEqual(third, first);
  });

  test("in the text of a tenant file, of which only the first document is the configuration", async () => {
    const { first, third } = await faultsIn("", "tenant_id: one\ntenant_id: one\nplan: *none\n", {});
    const ofText = first.filter((fault) => /duplicate-key|unresolved-alias/.test(fault));
    assert.equal(ofText.length, 2);
    assert.deepEqual(third, ofText);
  });
});

test("a quick fix in the third document changes the third document", async () => {
  const text = "tenant_id: one\n---\na: 1\n---\nb: &one 1\nc: *on\n";
  const asked = { uri: uriOf("tenants/one/tenant.yaml"), text };
  const around = [memoryWorkspace({}), DEFAULT_SETTINGS] as const;
  const { diagnostics } = await service.check(asked, ...around);
  const found = diagnostics.filter(({ code }) => code === "unresolved-alias");
  const [action] = await service.codeActions(
    asked,
    { range: found[0]?.range ?? assert.fail(), diagnostics: found },
    ...around,
  );
  const index = new LineIndex(text);
  const edits = (action?.edit?.changes?.[asked.uri] ?? []).map(({ range, newText }) => ({
    start: index.offsetAt(range.start),
    end: index.offsetAt(range.end),
    newText,
  }));
  assert.equal(applyOffsetEdits(text, edits), text.replace("*on\n", "*one\n"));
});
