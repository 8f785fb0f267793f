import type { CompletionItem } from "vscode-languageserver-types";
import { InsertTextFormat, TextEdit } from "vscode-languageserver-types";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { applyOffsetEdits } from "../../server/src/text/offset-edit.ts";
import { expandText } from "./snippet-places.ts";

/** The document after accepting an item and leaving every tab stop at its default. */
export function acceptCompletion(text: string, item: CompletionItem): string {
  const { textEdit } = item;
  if (!TextEdit.is(textEdit)) throw new Error(`${item.label} has no text edit.`);
  const lines = new LineIndex(text);
  const range = { start: lines.offsetAt(textEdit.range.start), end: lines.offsetAt(textEdit.range.end) };
  const snippet = item.insertTextFormat === InsertTextFormat.Snippet;
  return applyOffsetEdits(text, [{ ...range, newText: snippet ? expandText(textEdit.newText) : textEdit.newText }]);
}
