import type { WorkspaceEdit } from "vscode-languageserver-types";
import { type OffsetEdit, toTextEdit } from "../../text/offset-edit.ts";
import type { Source } from "../../yaml/source.ts";

/** Changes of several files that are one step. */
export interface FileChanges {
  readonly changed?: readonly FileChange[];
  /** A file that does not exist yet, with its text. */
  readonly created?: { readonly uri: string; readonly text: string };
  /** URI of a file that goes away. */
  readonly deleted?: string | undefined;
}

/** Edits of one file. */
export interface FileChange {
  readonly uri: string;
  readonly source: Source;
  readonly edits: readonly OffsetEdit[];
}

/**
 * The edit that makes some changes. A new file comes first and is never written over one that exists, and what is deleted goes last: an editor
 * that stops in between has lost nothing.
 */
export function fileEdit({ changed = [], created, deleted }: FileChanges): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  const document = (uri: string) => ({ uri, version: null });
  return {
    documentChanges: [
      ...(created
        ? [
            { kind: "create" as const, uri: created.uri, options: { overwrite: false, ignoreIfExists: false } },
            { textDocument: document(created.uri), edits: [{ range: { start, end: start }, newText: created.text }] },
          ]
        : []),
      ...changed.map(({ uri, source, edits }) => ({
        textDocument: document(uri),
        edits: edits.map((edit) => toTextEdit(edit, source.lines)),
      })),
      ...(deleted === undefined ? [] : [{ kind: "delete" as const, uri: deleted }]),
    ],
  };
}
