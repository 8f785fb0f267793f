import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { placesInFile, symbolAt } from "./symbol-at.ts";

/** The places in the file of what stands at an offset, in document order: declarations as written, uses as read. */
export function documentHighlights(model: FileModel, offset: number): DocumentHighlight[] {
  const symbol = symbolAt(model, offset);
  if (!symbol) return [];
  return placesInFile(model, symbol)
    .toSorted((a, b) => a.range.start - b.range.start)
    .map(({ lines, range, isDeclaration }) => ({
      range: lines.rangeOf(range),
      kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
