import type { CodeAction, Diagnostic, WorkspaceEdit } from "vscode-languageserver-types";
import { type FileModel, fileModel } from "../tenants/file-model.ts";
import { type OffsetEdit, toTextEdit } from "../text/offset-edit.ts";
import { textChange } from "../text/text-change.ts";
import { parseSource } from "../yaml/source.ts";

/** Kind of the action that fixes what is safe to fix in a file. */
export const FIX_ALL = "source.fixAll.tenantConfig";

/** Kind of the action that puts the keys of a file in order. */
export const ORGANIZE = "source.organize.tenantConfig";

/** A code action whose edit is computed when it is needed. */
export interface Offer {
  readonly title: string;
  readonly kind: NonNullable<CodeAction["kind"]>;
  readonly diagnostics?: readonly Diagnostic[];
  readonly isPreferred?: boolean;
  /** true when the whole file is looked at for the edit. */
  readonly isExpensive?: boolean;
  /** Why it can not be done here, for editors that show that; others do not hear of it. */
  readonly disabled?: string;
  /** Undefined when it turns out that nothing can be done. */
  readonly edit: () => WorkspaceEdit | undefined;
}

/** Edit of the document; undefined when there are no edits. */
export function editOf(
  model: Pick<FileModel, "uri" | "source">,
  edits: readonly OffsetEdit[],
): WorkspaceEdit | undefined {
  if (edits.length === 0) return undefined;
  return { changes: { [model.uri]: edits.map((edit) => toTextEdit(edit, model.source.lines)) } };
}

/** The smallest single edit that makes one text of another; none when they are equal. */
export function editBetween(earlier: string, later: string): readonly OffsetEdit[] {
  if (earlier === later) return [];
  const { start, earlierEnd, laterEnd } = textChange(earlier, later);
  return [{ start, end: earlierEnd, newText: later.slice(start, laterEnd) }];
}

/** The model of the same file with another text. The model it is made from can still be used. */
export function withText(model: FileModel, text: string): FileModel {
  return fileModel(model.uri, model.kind, parseSource(text, model.source.notation), model.context, model.settings);
}
