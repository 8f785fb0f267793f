import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver-types";
import { createService, DEFAULT_SETTINGS, type Settings } from "../../../server/src/service.ts";
import { withCursor } from "../../support/cursor.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { applyWorkspaceEdit } from "../../support/workspace-edit.ts";
import { shortly } from "./ask.ts";

/** Files of a workspace by path. */
export type Files = Readonly<Record<string, string>>;

/** How refactorings are asked for. */
export interface Asking {
  /** What the editor can do with files; everything when undefined. */
  readonly operations?: readonly ("create" | "delete")[];
  /** false for the light bulb. */
  readonly isAsked?: boolean;
  readonly settings?: Partial<Settings>;
}

/** Refactorings of the file that holds the cursor marker. */
export async function refactoringsOf(
  marked: Files,
  { operations = ["create", "delete"], isAsked = true, settings }: Asking = {},
): Promise<{ readonly files: Files; readonly actions: readonly CodeAction[] }> {
  const [path, markedText] = Object.entries(marked).find(([, text]) => text.includes("<|>")) ?? [];
  assert.ok(path !== undefined && markedText !== undefined, "a file holds the marker");
  const { text, position } = withCursor(markedText);
  const files = { ...marked, [path]: text };
  const request = {
    range: { start: position, end: position },
    diagnostics: [],
    ...(isAsked && { only: ["refactor"] }),
    createsFiles: operations.includes("create"),
    deletesFiles: operations.includes("delete"),
    showsDisabled: true,
  };
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const actions = await createService().codeActions({ uri: uriOf(path), text }, request, memoryWorkspace(files), all);
  return { files, actions };
}

/** The files that a refactoring makes anew or changes, null for those it deletes. Fails when it is not offered. */
export async function refactored(marked: Files, title: string, asking: Asking = {}): Promise<Record<string, unknown>> {
  const { files, actions } = await refactoringsOf(marked, asking);
  const action = actions.find((candidate) => candidate.title === title);
  assert.ok(action, `${title} among ${actions.map((candidate) => candidate.title).join(" | ")}`);
  assert.equal(action.disabled, undefined);
  const after = applyWorkspaceEdit(files, action.edit);
  const changes: Record<string, unknown> = {};
  for (const path of Object.keys(files)) if (!(path in after)) changes[path] = null;
  for (const [path, text] of Object.entries(after)) if (files[path] !== text) changes[path] = text;
  return changes;
}

/** Titles of refactorings that match a pattern, with the reason of those that can not be done. */
export async function offered(marked: Files, pattern: RegExp, asking: Asking = {}): Promise<readonly string[]> {
  const { actions } = await refactoringsOf(marked, asking);
  return actions
    .filter(({ title }) => pattern.test(title))
    .map(({ title, disabled }) => (disabled ? `${title} — ${disabled.reason}` : title));
}

/** Diagnostics of files, of all when no paths are given, without their places, sorted. */
export async function faultsOf(files: Files, paths = Object.keys(files)): Promise<readonly string[]> {
  const workspace = memoryWorkspace(files);
  const service = createService();
  const found: string[] = [];
  for (const path of paths) {
    const text = files[path] ?? "";
    const { diagnostics } = await service.check({ uri: uriOf(path), text }, workspace, DEFAULT_SETTINGS);
    found.push(...diagnostics.map((diagnostic) => shortly(diagnostic).replace(/^\S+ /, "")));
  }
  return found.sort();
}
