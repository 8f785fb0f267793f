import type { TextEdit } from "vscode-languageserver-types";
import { LineIndex } from "../../server/src/text/line-index.ts";
import { applyOffsetEdits } from "../../server/src/text/offset-edit.ts";

/** A text with LSP edits applied. Throws when edits overlap, which no editor accepts. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const offsets = edits
    .map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  offsets.forEach((edit, index) => {
    if (edit.start < (offsets[index - 1]?.end ?? 0)) throw new Error(`Edits overlap at ${edit.start}.`);
  });
  return applyOffsetEdits(text, offsets);
}
