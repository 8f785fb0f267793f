import type { LineIndex } from "../text/line-index.ts";
import { isDocumentMarker, lineEntries } from "./line-structure.ts";

/** What stands behind a key or dash whose value is a text block: `|` or `>` with its indicators. */
const HEADER = /^\s+(?:[&!]\S*\s+)*[|>][-+\d]{0,2}(?:\s+#.*)?\s*$/;

/** true when text at a column of a line is, or would be, part of a text block (`|` or `>`) that begins above. */
export function isBlockScalarText(lines: LineIndex, line: number, column: number): boolean {
  let limit = column;
  for (let above = line - 1; above >= 0 && limit > 0; above--) {
    if (lines.indentation(above) >= limit) continue;
    const text = lines.lineText(above);
    if (isDocumentMarker(text)) return HEADER.test(text.slice(3));
    const indentation = text.length - text.trimStart().length;
    if (text.trim() === "" || indentation >= limit) continue;
    const owner = headerColumn(text);
    if (owner !== undefined && owner < limit) return true;
    limit = indentation;
  }
  return false;
}

/** Column of the key or dash whose text block a line begins; undefined when it begins none. */
function headerColumn(text: string): number | undefined {
  const last = lineEntries(text).at(-1);
  if (!last) return undefined;
  const value = text.slice(last.kind === "key" ? last.valueColumn : last.column + 1);
  return HEADER.test(value) ? last.column : undefined;
}
