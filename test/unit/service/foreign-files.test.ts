import assert from "node:assert/strict";
import { test } from "node:test";
import { createService, DEFAULT_SETTINGS } from "../../../server/src/service.ts";
import { yamlCorpus } from "../../support/corpus.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";

const FOLDER = "test/fixtures/foreign/";
const OPTIONS = { snippets: true, triggerSuggest: true };

const foreign = yamlCorpus().filter(([path]) => path.startsWith(FOLDER));

test("files of other tools get no diagnostics, completions, hovers, symbols, folds and fixes", async () => {
  const files = Object.fromEntries(foreign.map(([path, text]) => [path.slice(FOLDER.length), text]));
  const where = [memoryWorkspace(files), DEFAULT_SETTINGS] as const;
  const service = createService();
  for (const [path, text] of Object.entries(files)) {
    const document = { uri: uriOf(path), text };
    const { kind, diagnostics } = await service.check(document, ...where);
    assert.equal(kind.kind, undefined, path);
    const codes = diagnostics.map(({ code }) => code);
    // A comment that names a schema on the network is answered in either of these files, and nothing else is said.
    assert.deepEqual(codes, /schema=https:/.test(text) ? ["remote-schema"] : [], path);
    const middle = Math.floor(text.split("\n").length / 2);
    for (const position of [
      { line: 0, character: 0 },
      { line: middle, character: 2 },
      { line: middle * 2, character: 0 },
    ]) {
      assert.deepEqual(await service.completion(document, position, OPTIONS, ...where), [], path);
      assert.equal(await service.hover(document, position, ...where), undefined, path);
    }
    const range = { start: { line: 0, character: 0 }, end: { line: middle, character: 0 } };
    assert.deepEqual(await service.codeActions(document, { range, diagnostics: [] }, ...where), [], path);
    assert.deepEqual(await service.documentSymbols(document, ...where), [], path);
    assert.deepEqual(await service.foldingRanges(document, ...where), [], path);
  }
  assert.equal(foreign.length, 200);
});
