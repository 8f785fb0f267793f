import type { Range } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { placesInFile, symbolAt } from "./symbol-at.ts";

/** What the name of an anchor may consist of when it is typed. */
const WORD_PATTERN = "[^\\s,\\[\\]{}]+";

/** Ranges with equal text that are edited together, and what the text may consist of. */
export interface LinkedEditingRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** An anchor and its aliases, which have to stay equal while one of them is typed; undefined elsewhere and for an anchor without aliases. */
export function linkedEditingRanges(model: FileModel, offset: number): LinkedEditingRanges | undefined {
  const symbol = symbolAt(model, offset);
  if (symbol?.kind !== "anchor" || symbol.anchor.aliases.length === 0) return undefined;
  const ranges = placesInFile(model, symbol).map(({ lines, range }) => lines.rangeOf(range));
  return { ranges, wordPattern: WORD_PATTERN };
}
