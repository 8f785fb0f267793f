import { LineIndex } from "../../server/src/text/line-index.ts";

/** Marks the cursor in test documents; YAML can not contain it by accident. */
export const CURSOR = "<|>";

/** Splits a text with exactly one marker into the text without it and the marker's place. Throws when there is none or more than one. */
export function withCursor(marked: string): {
  text: string;
  offset: number;
  position: { line: number; character: number };
} {
  const offset = marked.indexOf(CURSOR);
  if (offset === -1) throw new Error("The test text has no cursor marker.");
  if (marked.indexOf(CURSOR, offset + 1) !== -1) throw new Error("The test text has more than one cursor marker.");
  const text = marked.slice(0, offset) + marked.slice(offset + CURSOR.length);
  return { text, offset, position: new LineIndex(text).positionAt(offset) };
}
