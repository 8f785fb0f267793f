import type { TextEdit } from "vscode-languageserver-types";
import type { LineIndex, OffsetRange } from "./line-index.ts";

/** A replacement of a span of text; offsets refer to the text before any edit. */
export interface OffsetEdit extends OffsetRange {
  readonly newText: string;
}

/** Applies edits that do not overlap, in any order, and returns the new text. */
export function applyOffsetEdits(text: string, edits: readonly OffsetEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let offset = 0;
  for (const edit of ordered) {
    result += text.slice(offset, edit.start) + edit.newText;
    offset = edit.end;
  }
  return result + text.slice(offset);
}

/** LSP edit of an offset edit. */
export function toTextEdit(edit: OffsetEdit, lines: LineIndex): TextEdit {
  return { range: lines.rangeOf(edit), newText: edit.newText };
}
