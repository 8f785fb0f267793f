import type { OffsetEdit } from "../../text/offset-edit.ts";

/**
 * The edits that turn a text into another that differs in white space alone; offsets count from `offset`. Undefined when anything else is
 * different, or when a comment would change between standing behind something and standing on a line of its own.
 */
export function whiteSpaceEdits(text: string, wanted: string, offset: number): OffsetEdit[] | undefined {
  const edits: OffsetEdit[] = [];
  let at = 0;
  let wantedAt = 0;
  while (at < text.length || wantedAt < wanted.length) {
    const end = skipWhite(text, at);
    const wantedEnd = skipWhite(wanted, wantedAt);
    if (text.charAt(end) !== wanted.charAt(wantedEnd)) return undefined;
    const before = text.slice(at, end);
    const after = wanted.slice(wantedAt, wantedEnd);
    if (before !== after) {
      if (text.charAt(end) === "#" && hasBreak(before) !== hasBreak(after)) return undefined;
      edits.push({ start: offset + at, end: offset + end, newText: after });
    }
    at = end + 1;
    wantedAt = wantedEnd + 1;
  }
  return edits;
}

function skipWhite(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && " \t\r\n".includes(text.charAt(offset))) offset++;
  return offset;
}

function hasBreak(white: string): boolean {
  return /[\r\n]/.test(white);
}
