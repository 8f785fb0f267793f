import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { uriOf } from "./memory-workspace.ts";

/** Applies an edit to files by path as an editor does: a file that exists is never created again, and none is edited that does not. */
export function applyWorkspaceEdit(
  files: Readonly<Record<string, string>>,
  edit: WorkspaceEdit | undefined,
): Readonly<Record<string, string>> {
  assert.ok(edit, "there is an edit");
  const texts = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  const change = (uri: string, edits: readonly TextEdit[]): void => {
    const text = texts.get(uri);
    assert.ok(text !== undefined, `${uri} exists`);
    texts.set(uri, TextDocument.applyEdits(TextDocument.create(uri, "", 1, text), [...edits]));
  };
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) change(uri, edits);
  for (const step of edit.documentChanges ?? []) {
    if ("textDocument" in step) change(step.textDocument.uri, step.edits as TextEdit[]);
    else if (step.kind === "create") {
      assert.ok(!texts.has(step.uri), `${step.uri} does not exist yet`);
      texts.set(step.uri, "");
    } else {
      assert.equal(step.kind, "delete");
      assert.ok("uri" in step && texts.delete(step.uri));
    }
  }
  return Object.fromEntries([...texts].map(([uri, text]) => [uri.slice(uriOf("").length), text]));
}
