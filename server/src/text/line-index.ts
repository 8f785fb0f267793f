import type { Position, Range } from "vscode-languageserver-types";

/** A span of text: UTF-16 offsets from the start of the document, `end` exclusive. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const NUMBER_SIGN = 35;

/**
 * Converts between offsets and LSP positions (both count UTF-16 units, lines and characters from 0).
 * `\n`, `\r\n` and a lone `\r` end a line, as in LSP.
 */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;
  #indentations: Int32Array | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line; the text length for a line after the last. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** Offset behind the last character of a line, before its line break. */
  lineEnd(line: number): number {
    let end = line + 1 < this.#starts.length ? this.lineStart(line + 1) : this.#text.length;
    while (end > this.lineStart(line) && isLineBreak(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** Text of a line without its line break; empty for a line that does not exist. */
  lineText(line: number): string {
    return this.#text.slice(this.lineStart(line), this.lineEnd(line));
  }

  /** Columns of spaces before the content of a line; -1 for a line that is blank or only a comment. */
  indentation(line: number): number {
    return this.indentations[line] ?? -1;
  }

  /** {@link LineIndex.indentation} of every line, measured on first use. */
  get indentations(): Int32Array {
    this.#indentations ??= measureIndentations(this.#text, this.#starts);
    return this.#indentations;
  }

  /** Line that holds an offset; offsets outside the text fall on the first or last line. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Position of an offset, clamped to the text and to the line's end (a position never stands inside a line break). */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineOf(clamped);
    return { line, character: Math.min(clamped, this.lineEnd(line)) - this.lineStart(line) };
  }

  /** Offset of a position, clamped to its line. */
  offsetAt(position: Position): number {
    if (position.line >= this.#starts.length) return this.#text.length;
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(0, position.character), this.lineEnd(position.line));
  }

  /** LSP range of an offset range. */
  rangeOf(range: OffsetRange): Range {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function lineStarts(text: string): readonly number[] {
  return text.includes("\r") ? anyLineStarts(text) : lineFeedStarts(text);
}

/** Most texts have no carriage returns, and searching for one character is much faster than looking at each. */
function lineFeedStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = text.indexOf("\n"); offset !== -1; offset = text.indexOf("\n", offset + 1)) starts.push(offset + 1);
  return starts;
}

function anyLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (!isLineBreak(code)) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED) offset++;
    starts.push(offset + 1);
  }
  return starts;
}

function measureIndentations(text: string, starts: readonly number[]): Int32Array {
  const result = new Int32Array(starts.length);
  for (let line = 0; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    let offset = start;
    while (text.charCodeAt(offset) === SPACE) offset++;
    const code = text.charCodeAt(offset);
    result[line] = Number.isNaN(code) || isLineBreak(code) || code === NUMBER_SIGN ? -1 : offset - start;
  }
  return result;
}
