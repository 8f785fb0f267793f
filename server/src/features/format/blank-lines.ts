import type { OffsetEdit } from "../../text/offset-edit.ts";
import { trimEnd } from "../../yaml/node.ts";
import type { Source } from "../../yaml/source.ts";
import type { Structure } from "./structure.ts";

/** More blank lines in a row than this are too many. */
const MOST_BLANK_LINES = 2;

/** What is wanted of the end of the file. */
export interface FileEnd {
  readonly insertFinalNewline: boolean;
  readonly trimFinalNewlines: boolean;
}

/** Removes blank lines at the start of the file and all but two in a row, in lines `first` up to and including `last`. */
export function blankLineEdits(source: Source, { lines }: Structure, first: number, last: number): OffsetEdit[] {
  const edits: OffsetEdit[] = [];
  let allowed = 0;
  for (let line = 0; line <= last; line++) {
    // The empty rest behind the last line break is no line.
    const isLine = line < source.lines.lineCount - 1;
    if (lines[line]?.kind !== "blank" || !isLine) allowed = MOST_BLANK_LINES;
    else if (allowed > 0) allowed--;
    else if (line >= first) addRemoval(edits, removeLine(source, line));
  }
  return edits;
}

/** Lines in a row are removed by one edit. */
function addRemoval(edits: OffsetEdit[], edit: OffsetEdit): void {
  const last = edits.at(-1);
  if (last?.end === edit.start) edits[edits.length - 1] = { ...last, end: edit.end };
  else edits.push(edit);
}

function removeLine({ lines, text }: Source, line: number): OffsetEdit {
  const mark = line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { start: lines.lineStart(line) + mark, end: lines.lineStart(line + 1), newText: "" };
}

/** Edits of the last lines, as the editor asks for. A text block at the end of the file is left alone: its last line break is its text. */
export function fileEndEdits(source: Source, structure: Structure, end: FileEnd, lineBreak: string): OffsetEdit[] {
  const { text, lines } = source;
  const content = trimEnd(text, 0, text.length);
  const last = structure.spans.at(-1);
  if (content === 0 || (last?.kind === "text-block" && last.end >= content)) return [];
  const isEnded = /[\r\n]$/.test(text);
  if (!isEnded) return end.insertFinalNewline ? [{ start: text.length, end: text.length, newText: lineBreak }] : [];
  const behind = lines.lineStart(lines.lineOf(content) + 1);
  return end.trimFinalNewlines && behind < text.length ? [{ start: behind, end: text.length, newText: "" }] : [];
}
