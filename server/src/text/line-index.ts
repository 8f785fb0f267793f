import type { Position, Range } from "vscode-languageserver-types";
import { textChange } from "./text-change.ts";

/** A span of text: UTF-16 offsets from the start of the document, `end` exclusive. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const TAB = 9;
const SPACE = 32;
const NUMBER_SIGN = 35;

/** Lines that differ between two versions of a text: those before `first` and those behind the ends are the same. Lines count from 0. */
export interface LineChange {
  readonly first: number;
  /** Line behind the last different one in the earlier version. */
  readonly earlierEnd: number;
  /** Line behind the last different one in the later version. */
  readonly laterEnd: number;
}

/**
 * Converts between offsets and LSP positions (both count UTF-16 units, lines and characters from 0).
 * `\n`, `\r\n` and a lone `\r` end a line, as in LSP.
 */
export class LineIndex {
  readonly #starts: Int32Array;
  /** The line that was asked for last. */
  #lastLine = 0;
  readonly #text: string;
  #indentations: Int32Array | undefined;

  /** Stands for this version, so that a later one need not keep all of it. */
  readonly #version = Symbol();
  readonly #known: { readonly version: symbol; readonly change: LineChange } | undefined;

  /** With the index of an earlier version of the text only lines that changed are looked at. The result is the same either way. */
  constructor(text: string, earlier?: LineIndex) {
    this.#text = text;
    if (!earlier) {
      this.#starts = lineStarts(text, 0, text.length);
      return;
    }
    const { first, earlierEnd, moved } = changeSince(earlier, text);
    const isOpen = earlierEnd === earlier.lineCount;
    // The start of the line behind the last different one is among those of the earlier version.
    const to = isOpen ? text.length : earlier.lineStart(earlierEnd) + moved - 1;
    const changed = lineStarts(text, earlier.lineStart(first), to);
    const laterEnd = first + changed.length;
    this.#known = { version: earlier.#version, change: { first, earlierEnd, laterEnd } };
    this.#starts = spliced(earlier.#starts, first, earlierEnd, changed);
    for (let line = laterEnd; line < this.#starts.length; line++) this.#starts[line] = this.lineStart(line) + moved;
    if (!earlier.#indentations) return;
    const measured = measureIndentations(text, this.#starts, first, laterEnd);
    this.#indentations = spliced(earlier.#indentations, first, earlierEnd, measured);
  }

  get text(): string {
    return this.#text;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Lines that changed since an earlier version. */
  changeSince(earlier: LineIndex): LineChange {
    if (this.#known?.version === earlier.#version) return this.#known.change;
    const { first, earlierEnd } = changeSince(earlier, this.#text);
    return { first, earlierEnd, laterEnd: this.lineCount - (earlier.lineCount - earlierEnd) };
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

  /** The first line with more characters than `length`, its break included; undefined when there is none. */
  longerThan(length: number): number | undefined {
    if (this.#text.length <= length) return undefined;
    const starts = this.#starts;
    let start = 0;
    for (let line = 1; line < starts.length; line++) {
      const next = starts[line] ?? 0;
      if (next - start > length) return line - 1;
      start = next;
    }
    return this.#text.length - start > length ? starts.length - 1 : undefined;
  }

  /** Columns of spaces before the content of a line; -1 for a line that is blank or only a comment. */
  indentation(line: number): number {
    return this.indentations[line] ?? -1;
  }

  /** {@link LineIndex.indentation} of every line, measured on first use. */
  get indentations(): Int32Array {
    this.#indentations ??= measureIndentations(this.#text, this.#starts, 0, this.#starts.length);
    return this.#indentations;
  }

  /** Line that holds an offset; offsets outside the text fall on the first or last line. */
  lineOf(offset: number): number {
    // Most often the next offset that is asked for stands on the same line, or on the one below.
    if (!this.#holds(this.#lastLine, offset)) {
      this.#lastLine = this.#holds(this.#lastLine + 1, offset) ? this.#lastLine + 1 : this.#search(offset);
    }
    return this.#lastLine;
  }

  #holds(line: number, offset: number): boolean {
    return offset >= this.lineStart(line) && offset < this.lineStart(line + 1);
  }

  #search(offset: number): number {
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

function isWhite(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Starts of the lines of `text` from a start of a line up to `to`, the first one included. */
function lineStarts(text: string, from: number, to: number): Int32Array {
  const starts = new Collected(1 + Math.ceil((to - from) / 24));
  starts.add(from);
  if (text.includes("\r")) collectAnyStarts(text, from, to, starts);
  else collectLineFeedStarts(text, from, to, starts);
  return starts.all();
}

/** Most texts have no carriage returns, and searching for one character is much faster than looking at each. */
function collectLineFeedStarts(text: string, from: number, to: number, starts: Collected): void {
  let offset = text.indexOf("\n", from);
  while (offset !== -1 && offset < to) {
    starts.add(offset + 1);
    offset = text.indexOf("\n", offset + 1);
  }
}

function collectAnyStarts(text: string, from: number, to: number, starts: Collected): void {
  for (let offset = from; offset < to; offset++) {
    const code = text.charCodeAt(offset);
    if (!isLineBreak(code)) continue;
    if (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED) offset++;
    if (offset < to) starts.add(offset + 1);
  }
}

/** Numbers that are collected one by one. */
class Collected {
  #numbers: Int32Array;
  #count = 0;

  constructor(expected: number) {
    this.#numbers = new Int32Array(expected);
  }

  add(value: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Int32Array(2 * this.#count + 8);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#count++] = value;
  }

  all(): Int32Array {
    return this.#numbers.slice(0, this.#count);
  }
}

function spliced(numbers: Int32Array, from: number, to: number, replacement: Int32Array): Int32Array {
  const result = new Int32Array(numbers.length - (to - from) + replacement.length);
  result.set(numbers.subarray(0, from));
  result.set(replacement, from);
  result.set(numbers.subarray(to), from + replacement.length);
  return result;
}

/**
 * Lines of an earlier version that are different in a text, and how far what is behind them moved. The start of a line depends on the
 * characters beside it (a carriage return and a line feed are one line break), so the line of the last common character counts as different.
 */
function changeSince(earlier: LineIndex, text: string): { first: number; earlierEnd: number; moved: number } {
  const change = textChange(earlier.text, text);
  const first = earlier.lineOf(Math.max(0, change.start - 1));
  const earlierEnd = earlier.lineOf(change.earlierEnd) + 1;
  return { first, earlierEnd, moved: text.length - earlier.text.length };
}

/** Indentations of lines `from` up to `to`. */
function measureIndentations(text: string, starts: Int32Array, from: number, to: number): Int32Array {
  const result = new Int32Array(to - from);
  const { length } = text;
  for (let line = from; line < to; line++) {
    const start = starts[line] ?? 0;
    let offset = start;
    while (offset < length && text.charCodeAt(offset) === SPACE) offset++;
    const indentation = offset - start;
    while (offset < length && isWhite(text.charCodeAt(offset))) offset++;
    const isBlank = offset === length || isLineBreak(text.charCodeAt(offset));
    result[line - from] = isBlank || text.charCodeAt(offset) === NUMBER_SIGN ? -1 : indentation;
  }
  return result;
}
