import { corePlainValue } from "./core-scalar.ts";
import { HashMarks } from "./hash-marks.ts";
import { NodeTable, ROW, RowWriter } from "./node-table.ts";
import type { Origin } from "./origin.ts";

/**
 * Reads ordinary block structure line by line: keys that begin with a letter, dashes, plain and simple quoted scalars on one line, empty
 * flow collections, comments. Real configuration consists of little else, and looking at each character once is several times faster than
 * a parser for all of YAML. Undefined for anything else, valid or not; the general parser then decides.
 */
export function parseLines(text: string, origin: Origin): NodeTable | undefined {
  const reader = new LineReader(text);
  if (!reader.read()) return undefined;
  return new NodeTable(text, origin, WRITER);
}

/** Nesting beyond this is left to the general parser, which has a limit and a message for it. */
const DEEPEST = 60;

/** Longer keys are left to the general parser: they have to be explicit. */
const LONGEST_KEY = 1_000;

/** One for all readings: a reading is over before the next one begins. */
const WRITER = new RowWriter();
const OPEN_ROWS = new Int32Array(DEEPEST);
const OPEN_COLUMNS = new Int32Array(DEEPEST);
const KEYS = new HashMarks();

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const NUMBER_SIGN = 35;
const SINGLE_QUOTE = 39;
const DASH = 45;
const COLON = 58;
const QUESTION = 63;
const BACKSLASH = 92;

/** Keeps the hashes of the keys of different mappings apart. */
const SPREAD = 0x9e3779b1;

/** Styles of scalars as {@link RowWriter.scalar} counts them. */
const PLAIN = 0;
const SINGLE = 1;
const DOUBLE = 2;

/** What the next node would be the value of. */
type Expected = "nothing" | "value" | "item";

class LineReader {
  readonly #text: string;
  #position = 0;
  #depth = 0;
  #expected: Expected = "nothing";
  /** Where the value of the last key stands if it turns out to be absent. */
  #absentAt = 0;
  /** End of the last node. */
  #end = 0;
  #hasRoot = false;
  /** Of the key that was looked at last. */
  #keyHash = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): boolean {
    WRITER.clear();
    KEYS.clear();
    const { length } = this.#text;
    while (this.#position < length) if (!this.#line()) return false;
    this.#fillAbsent();
    while (this.#depth > 0) this.#closeInnermost();
    return this.#hasRoot;
  }

  #line(): boolean {
    const start = this.#position;
    let code = this.#skipSpaces();
    if (this.#isLineEnd(code)) return this.#endOfLine(code);
    if (code === NUMBER_SIGN) return this.#comment();
    let isItem = false;
    while (code === DASH && this.#isSpaceOrEnd(this.#position + 1)) {
      if (!this.#enter(ROW.sequence, this.#position - start)) return false;
      this.#expected = "item";
      isItem = true;
      this.#position++;
      code = this.#skipSpaces();
    }
    const colon = this.#keyEnd();
    if (colon > 0) return this.#enter(ROW.map, this.#position - start) && this.#pair(colon);
    return isItem && this.#scalar(code);
  }

  /** Enters the collection whose entries stand at a column: a new one where one is expected, else one that is open. */
  #enter(kind: typeof ROW.map | typeof ROW.sequence, column: number): boolean {
    if (this.#isNested(kind, column)) {
      this.#open(kind, column);
      return this.#depth < DEEPEST;
    }
    this.#fillAbsent();
    while (this.#depth > 0 && this.#isBehind(kind, column)) this.#closeInnermost();
    const row = OPEN_ROWS[this.#depth - 1] ?? 0;
    return this.#depth > 0 && OPEN_COLUMNS[this.#depth - 1] === column && WRITER.kind(row) === kind;
  }

  #isNested(kind: number, column: number): boolean {
    if (this.#depth === 0) return !this.#hasRoot;
    const parent = OPEN_COLUMNS[this.#depth - 1] ?? 0;
    if (this.#expected === "nothing") return false;
    // The items of a key may stand right below it.
    return column > parent || (column === parent && kind === ROW.sequence && this.#expected === "value");
  }

  /** true when the innermost collection has ended: the line stands left of it, or is a key right below its dashes. */
  #isBehind(kind: number, column: number): boolean {
    const innermost = OPEN_COLUMNS[this.#depth - 1] ?? 0;
    if (innermost !== column) return innermost > column;
    return kind === ROW.map && WRITER.kind(OPEN_ROWS[this.#depth - 1] ?? 0) === ROW.sequence;
  }

  #open(kind: typeof ROW.map | typeof ROW.sequence, column: number): void {
    OPEN_COLUMNS[this.#depth] = column;
    OPEN_ROWS[this.#depth] = WRITER.open(kind, false, this.#position);
    this.#depth++;
    this.#hasRoot = true;
    this.#expected = "nothing";
  }

  #closeInnermost(): void {
    this.#depth--;
    WRITER.close(OPEN_ROWS[this.#depth] ?? 0, this.#end);
  }

  #fillAbsent(): void {
    if (this.#expected !== "value") return;
    this.#write(PLAIN, this.#absentAt, this.#absentAt);
    this.#expected = "nothing";
  }

  #write(style: number, start: number, end: number): void {
    WRITER.scalar(style, start, end);
    this.#end = end;
  }

  /** Offset of the `:` behind a key that begins here; 0 when there is no key that is certain. */
  #keyEnd(): number {
    const text = this.#text;
    const first = text.charCodeAt(this.#position);
    if (!isKeyStart(first)) return 0;
    let hash = first;
    for (let offset = this.#position + 1; ; offset++) {
      const code = text.charCodeAt(offset);
      if (code < ASCII && MEANS_NOTHING[code] === 1) hash = (Math.imul(hash, 31) + code) | 0;
      else if (code === COLON) {
        this.#keyHash = hash;
        if (this.#isSpaceOrEnd(offset + 1)) return offset;
        hash = (Math.imul(hash, 31) + code) | 0;
      } else if (!isOrdinary(code)) return 0;
      else if (code === NUMBER_SIGN && text.charCodeAt(offset - 1) === SPACE) return 0;
      // Spaces before the colon are no part of the key.
      else if (code !== SPACE) hash = (Math.imul(hash, 31) + code) | 0;
    }
  }

  #pair(colon: number): boolean {
    const start = this.#position;
    let end = colon;
    while (this.#text.charCodeAt(end - 1) === SPACE) end--;
    if (colon - start > LONGEST_KEY || !this.#isNewKey(start, end)) return false;
    WRITER.key(start, end, this.#keyHash);
    this.#position = colon + 1;
    const code = this.#skipSpaces();
    if (!this.#isLineEnd(code) && !this.#isComment(code)) return this.#scalar(code);
    this.#expected = "value";
    this.#absentAt = colon + 1;
    this.#end = colon + 1;
    return this.#restOfLine();
  }

  /** false for a key that may stand twice in its mapping, and for one that is not read as text. */
  #isNewKey(start: number, end: number): boolean {
    if (!KEYS.add(this.#keyHash ^ Math.imul(OPEN_ROWS[this.#depth - 1] ?? 0, SPREAD))) return false;
    const length = end - start;
    return length < 4 || length > 5 || typeof corePlainValue(this.#text.slice(start, end)) === "string";
  }

  /** A scalar or an empty collection on the rest of the line. */
  #scalar(code: number): boolean {
    this.#expected = "nothing";
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#quoted(code) && this.#restOfLine();
    if (this.#isEmptyCollection(code)) {
      const row = WRITER.open(code === OPEN_BRACE ? ROW.map : ROW.sequence, true, this.#position);
      this.#position += 2;
      this.#end = this.#position;
      WRITER.close(row, this.#end);
      return this.#restOfLine();
    }
    return this.#plain(code) && this.#restOfLine();
  }

  #isEmptyCollection(code: number): boolean {
    const next = this.#text.charCodeAt(this.#position + 1);
    return (code === OPEN_BRACE && next === OPEN_BRACE + 2) || (code === OPEN_BRACKET && next === OPEN_BRACKET + 2);
  }

  #quoted(quote: number): boolean {
    const text = this.#text;
    const start = this.#position;
    for (let offset = start + 1; ; offset++) {
      const code = text.charCodeAt(offset);
      if (code < ASCII && MEANS_NOTHING[code] === 1) continue;
      if (code === quote) {
        // A second quote is an escape; a colon would make it a key.
        this.#position = offset + 1;
        this.#write(quote === DOUBLE_QUOTE ? DOUBLE : SINGLE, start, offset + 1);
        return this.#isSpaceOrEnd(offset + 1);
      }
      if (!isOrdinary(code) || (code === BACKSLASH && quote === DOUBLE_QUOTE)) return false;
    }
  }

  #plain(first: number): boolean {
    const text = this.#text;
    const start = this.#position;
    if (isIndicator(first)) return false;
    if ((first === DASH || first === QUESTION || first === COLON) && this.#isSpaceOrEnd(start + 1)) return false;
    let end = start;
    let offset = start;
    for (; ; offset++) {
      const code = text.charCodeAt(offset);
      if (code < ASCII && MEANS_NOTHING[code] === 1) {
        end = offset + 1;
        continue;
      }
      if (code === SPACE) continue;
      if (code === NUMBER_SIGN && text.charCodeAt(offset - 1) === SPACE) break;
      if (!isOrdinary(code)) break;
      if (code === COLON && this.#isSpaceOrEnd(offset + 1)) return false;
      end = offset + 1;
    }
    this.#position = offset;
    this.#write(PLAIN, start, end);
    return true;
  }

  /** Skips to the next line; false when something else than white space and a comment is left on this one. */
  #restOfLine(): boolean {
    const code = this.#skipSpaces();
    return this.#isComment(code) ? this.#comment() : this.#endOfLine(code);
  }

  #isComment(code: number): boolean {
    return code === NUMBER_SIGN && this.#text.charCodeAt(this.#position - 1) === SPACE;
  }

  #comment(): boolean {
    while (isOrdinary(this.#text.charCodeAt(this.#position))) this.#position++;
    return this.#endOfLine(this.#text.charCodeAt(this.#position));
  }

  #endOfLine(code: number): boolean {
    if (!this.#isLineEnd(code)) return false;
    this.#position += code === CARRIAGE_RETURN ? 2 : 1;
    return true;
  }

  /** Moves behind the spaces and answers with the character there. */
  #skipSpaces(): number {
    let code = this.#text.charCodeAt(this.#position);
    while (code === SPACE) code = this.#text.charCodeAt(++this.#position);
    return code;
  }

  #isSpaceOrEnd(offset: number): boolean {
    const code = this.#text.charCodeAt(offset);
    return code === SPACE || code === LINE_FEED || Number.isNaN(code) || code === CARRIAGE_RETURN;
  }

  /** true at a line break and at the end of the text. */
  #isLineEnd(code: number): boolean {
    if (code === CARRIAGE_RETURN) return this.#text.charCodeAt(this.#position + 1) === LINE_FEED;
    return code === LINE_FEED || Number.isNaN(code);
  }
}

const OPEN_BRACKET = 91;
const OPEN_BRACE = 123;

/** Letters, `_`, `/` and `$`: what begins a key that is neither a number nor anything special. */
function isKeyStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 47 || code === 36;
}

/** true for a character that may stand on a line and means the same to every reader: no controls, no line breaks, no surrogates. */
function isOrdinary(code: number): boolean {
  if (code < 127) return code >= SPACE;
  return code >= 160 && code < 0xd800 && code !== 0x2028 && code !== 0x2029;
}

/** Characters that no plain scalar begins with: `! " # % & ' * , > @ [ ] backtick { | }`, and what is no character of a line. */
function isIndicator(code: number): boolean {
  return !isOrdinary(code) || INDICATORS[code] === 1;
}

const ASCII = 128;

/** 1 for the characters that mean nothing to a scalar once it has begun: all but controls, space, quotes, `#`, `:` and the backslash. */
const MEANS_NOTHING = new Uint8Array(ASCII);
for (let code = SPACE + 1; code < ASCII - 1; code++) MEANS_NOTHING[code] = 1;
for (const code of [DOUBLE_QUOTE, SINGLE_QUOTE, NUMBER_SIGN, COLON, BACKSLASH]) MEANS_NOTHING[code] = 0;

const INDICATORS = new Uint8Array(ASCII);
for (const character of "!\"#%&'*,>@[]`{|}") INDICATORS[character.charCodeAt(0)] = 1;
