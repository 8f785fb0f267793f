import { ownText } from "../text/own-text.ts";
import { corePlainValue } from "./core-scalar.ts";
import type { ScalarNode, ScalarStyle } from "./node.ts";
import type { Origin } from "./origin.ts";

/** Kinds of rows, as the lowest two bits of their first number. */
export const ROW = { scalar: 0, map: 1, sequence: 2, alias: 3 } as const;

const KIND_BITS = 3;
const STYLE_SHIFT = 2;
const STYLE_BITS = 7;
const FLOW = 1 << 5;
const DECODED = 1 << 6;
const ANCHORED = 1 << 7;

/**
 * Numbers of a row: what it is, where it starts and ends, and where a collection's rows end, which decoded text a scalar has, or the hash
 * of a plain key.
 */
const WIDTH = 4;

const STYLES: readonly ScalarStyle[] = ["plain", "single", "double", "literal", "folded"];

/**
 * The nodes of a part of a text, in document order, as plain numbers: a few bytes a node, and nothing to collect as garbage. A mapping is
 * followed by its keys and values in turn, a list by its items. Offsets count from the first character of the part. Rows count from 0.
 */
export class NodeTable {
  readonly text: string;
  readonly origin: Origin;
  /** Names of anchors by the row they stand on. */
  readonly anchors: ReadonlyMap<number, string>;
  /** Rows of aliases. */
  readonly aliases: readonly number[];
  /** Numbers of this table and of others. */
  readonly #numbers: Int32Array;
  /** Index of the first number of this table. */
  readonly #base: number;
  readonly rowCount: number;
  readonly #decoded: readonly string[];

  constructor(text: string, origin: Origin, rows: RowWriter) {
    this.text = text;
    this.origin = origin;
    const place = rows.keep();
    this.#numbers = place.numbers;
    this.#base = place.base;
    this.rowCount = rows.row;
    this.#decoded = rows.decoded;
    this.anchors = rows.anchors;
    this.aliases = rows.aliases;
  }

  /** true when a scalar is written otherwise than it reads. */
  get hasDecoded(): boolean {
    return this.#decoded.length > 0;
  }

  kind(row: number): number {
    return this.#meta(row) & KIND_BITS;
  }

  start(row: number): number {
    return this.#numbers[this.#base + row * WIDTH + 1] ?? 0;
  }

  end(row: number): number {
    return this.#numbers[this.#base + row * WIDTH + 2] ?? 0;
  }

  isFlow(row: number): boolean {
    return (this.#meta(row) & FLOW) !== 0;
  }

  style(row: number): ScalarStyle {
    return STYLES[(this.#meta(row) >> STYLE_SHIFT) & STYLE_BITS] ?? "plain";
  }

  anchor(row: number): string | undefined {
    return (this.#meta(row) & ANCHORED) === 0 ? undefined : this.anchors.get(row);
  }

  /** Row behind a node and everything in it. */
  next(row: number): number {
    const kind = this.kind(row);
    return kind === ROW.map || kind === ROW.sequence
      ? (this.#numbers[this.#base + row * WIDTH + 3] ?? row + 1)
      : row + 1;
  }

  /** Value of a scalar. */
  value(row: number): ScalarNode["value"] {
    const meta = this.#meta(row);
    const style = (meta >> STYLE_SHIFT) & STYLE_BITS;
    if ((meta & DECODED) !== 0) {
      const decoded = this.#decoded[this.#numbers[this.#base + row * WIDTH + 3] ?? 0] ?? "";
      return style === 0 ? corePlainValue(decoded) : decoded;
    }
    const start = this.start(row);
    const end = this.end(row);
    return style === 0 ? corePlainValue(this.text.slice(start, end)) : this.text.slice(start + 1, end - 1);
  }

  /**
   * Text of a key; undefined for one that is not just plain text. Keys that come again are the same string, which spares V8 looking each
   * up among all names of properties.
   */
  key(row: number): string | undefined {
    const index = this.#base + row * WIDTH;
    const hash = this.#numbers[index + 3] ?? 0;
    if (this.#numbers[index] !== 0 || hash === 0) return undefined;
    const start = this.#numbers[index + 1] ?? 0;
    const end = this.#numbers[index + 2] ?? 0;
    const slot = hash & KEY_SLOT_BITS;
    const known = KNOWN_KEYS[slot] ?? "";
    if (known.length === end - start && this.text.startsWith(known, start)) return known;
    const key = this.text.slice(start, end);
    if (key.length <= LONGEST_KNOWN_KEY && !isDigit(key.charCodeAt(key.length - 1))) KNOWN_KEYS[slot] = ownText(key);
    return key;
  }

  /** Name that an alias stands for. */
  aliasName(row: number): string {
    return this.text.slice(this.start(row) + 1, this.end(row));
  }

  #meta(row: number): number {
    return this.#numbers[this.#base + row * WIDTH] ?? 0;
  }
}

/** Collects the rows of a table. One writer serves many tables, one after the other; {@link RowWriter.clear} begins the next. */
export class RowWriter {
  #numbers = new Int32Array(4_096);
  #count = 0;
  decoded: string[] = [];
  anchors = new Map<number, string>();
  aliases: number[] = [];

  clear(): void {
    this.#count = 0;
    if (this.decoded.length > 0) this.decoded = [];
    if (this.anchors.size > 0) this.anchors = new Map();
    if (this.aliases.length > 0) this.aliases = [];
  }

  /** Number of the row that is written next. */
  get row(): number {
    return this.#count / WIDTH;
  }

  /** Keeps the numbers of all rows, in a place of their own. */
  keep(): Place {
    return kept(this.#numbers, this.#count);
  }

  /** A scalar whose value stands in the text as it is: `style` counts as in {@link ScalarStyle}, 0 for plain. */
  scalar(style: number, start: number, end: number): void {
    this.#write(style << STYLE_SHIFT, start, end, 0);
  }

  /** A key that is plain text; `hash` depends on nothing but that. */
  key(start: number, end: number, hash: number): void {
    this.#write(0, start, end, hash);
  }

  /** A scalar whose value is written otherwise than it reads. */
  decodedScalar(style: number, start: number, end: number, value: string): void {
    this.#write(DECODED | (style << STYLE_SHIFT), start, end, this.decoded.push(value) - 1);
  }

  alias(start: number, end: number): void {
    this.aliases.push(this.row);
    this.#write(ROW.alias, start, end, 0);
  }

  /** Opens a collection; its rows follow, then {@link RowWriter.close}. Returns its row. */
  open(kind: typeof ROW.map | typeof ROW.sequence, flow: boolean, start: number): number {
    const { row } = this;
    this.#write(kind | (flow ? FLOW : 0), start, start, 0);
    return row;
  }

  close(row: number, end: number): void {
    this.#numbers[row * WIDTH + 2] = end;
    this.#numbers[row * WIDTH + 3] = this.row;
  }

  /** Names the anchor of a row. */
  anchor(row: number, name: string): void {
    this.anchors.set(row, name);
    this.#numbers[row * WIDTH] = (this.#numbers[row * WIDTH] ?? 0) | ANCHORED;
  }

  /** Kind of a row written before. */
  kind(row: number): number {
    return (this.#numbers[row * WIDTH] ?? 0) & KIND_BITS;
  }

  /** Start of a row written before. */
  start(row: number): number {
    return this.#numbers[row * WIDTH + 1] ?? 0;
  }

  /** End of a row written before; of a collection only when it is closed. */
  end(row: number): number {
    return this.#numbers[row * WIDTH + 2] ?? 0;
  }

  #write(meta: number, start: number, end: number, extra: number): void {
    if (this.#count + WIDTH > this.#numbers.length) {
      const larger = new Int32Array(2 * this.#numbers.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    const numbers = this.#numbers;
    numbers[this.#count++] = meta;
    numbers[this.#count++] = start;
    numbers[this.#count++] = end;
    numbers[this.#count++] = extra;
  }
}

const KEY_SLOT_BITS = 0x7ff;

/** Longer keys are names that somebody gave, which do not come again. */
const LONGEST_KNOWN_KEY = 40;

/** Keys that end in a digit are counted, and so no key comes twice. */
function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Keys that were read last, by their hash. Schemas have some hundred, and names hardly ever meet one of them. */
const KNOWN_KEYS: string[] = Array.from({ length: KEY_SLOT_BITS + 1 }, () => "");

/** Where the numbers of a table stand among others. */
interface Place {
  readonly numbers: Int32Array;
  readonly base: number;
}

/** Numbers that small tables share: thousands of small arrays would be much work for the garbage collector. */
const PAGE_LENGTH = 16_384;

let page = new Int32Array(PAGE_LENGTH);
let used = 0;

/** A copy of the first `count` numbers. */
function kept(numbers: Int32Array, count: number): Place {
  if (count > PAGE_LENGTH / 4) return { numbers: numbers.slice(0, count), base: 0 };
  if (used + count > PAGE_LENGTH) {
    page = new Int32Array(PAGE_LENGTH);
    used = 0;
  }
  const base = used;
  for (let index = 0; index < count; index++) page[base + index] = numbers[index] ?? 0;
  used += count;
  return { numbers: page, base };
}
