import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver-types";
import { createService, DEFAULT_SETTINGS } from "../../server/src/service.ts";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { haveSameValues } from "../../server/src/yaml/same-value.ts";
import { parseSource } from "../../server/src/yaml/source.ts";
import { applyAction } from "../unit/features/ask.ts";
import { commentsOf } from "./comments.ts";
import { memoryWorkspace, uriOf } from "./memory-workspace.ts";

/**
 * Asks for code actions at every `step`th position of a YAML text and applies each of them once per line: the result has no more faults of
 * the text, refactorings keep all values, and every comment is still there. Answers with the number of applied actions.
 */
export async function checkCodeActions(path: string, text: string, step: number): Promise<number> {
  const service = createService();
  const document = { uri: uriOf(path), text };
  const where = [memoryWorkspace({ [path]: text }), DEFAULT_SETTINGS] as const;
  const lines = new LineIndex(text);
  const { diagnostics } = await service.check(document, ...where);
  const seen = new Set<string>();
  for (let offset = 0; offset <= text.length; offset += step) {
    const position = lines.positionAt(offset);
    const here = diagnostics.filter(({ range }) => range.start.line === position.line);
    const range = { start: position, end: position };
    for (const action of await service.codeActions(document, { range, diagnostics: here }, ...where)) {
      const id = `${position.line} ${action.title}`;
      if (seen.has(id)) continue;
      seen.add(id);
      checkAction(text, action, `${path}:${position.line + 1}:${position.character + 1} ${action.title}`);
    }
  }
  return seen.size;
}

function checkAction(text: string, action: CodeAction, about: string): void {
  const changed = applyAction(text, action);
  assert.notEqual(changed, text, about);
  const [before, after] = [parseSource(text, "yaml").file, parseSource(changed, "yaml").file];
  assert.ok(after.problems.length <= before.problems.length, `${about}: no fault of the text\n${changed}`);
  const isCopy = action.title.startsWith("Copy the environment");
  const keepsValues = action.kind?.startsWith("refactor.") && !action.title.includes("canonical") && !isCopy;
  if (keepsValues) assert.ok(haveSameValues(before, after), `${about}: the same values\n${changed}`);
  const left = commentsOf(changed).filter((comment) => !comment.startsWith("# tenant-config-disable-"));
  if (isCopy) assert.deepEqual([...new Set(left)], [...new Set(commentsOf(text))], `${about}: no other comments`);
  else assert.deepEqual(left, commentsOf(text), `${about}: the same comments`);
}
