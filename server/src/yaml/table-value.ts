import { MERGE_KEY } from "./navigate.ts";
import { keyText, type Node } from "./node.ts";
import { type NodeTable, ROW } from "./node-table.ts";
import { rowOf, tableNode } from "./table-nodes.ts";
import { type Built, setOwn, type Value } from "./value.ts";

/** What a value is built with. */
export interface ValueOptions {
  /** Words to look for among keys and values, and the length of the longest. */
  readonly words: ReadonlySet<string>;
  readonly longestWord: number;
  /** true for a text whose scalar must be read otherwise; undefined when there is none in the table. */
  readonly refuses: ((text: string) => boolean) | undefined;
  /** Value that an alias stands for at an offset of the document; undefined when the value must be built otherwise. */
  readonly alias: (name: string, offset: number) => PlainValue | undefined;
}

/** A value with what was found in it. */
export interface PlainValue extends Built {
  /** true when one of the words is a key or value. */
  readonly holdsWord: boolean;
}

/** A part of a mapping. An object of it, thrown away once its entries were taken, would cost more than all the rest. */
export interface PlainEntries extends Omit<PlainValue, "value"> {
  readonly entries: readonly (readonly [key: string, value: Value])[];
}

/**
 * The value of a node that was read from a table, aliases and merges resolved, without making nodes. Undefined when the node was not read
 * from a table, or when the options want it otherwise.
 */
export function plainValue(node: Node, options: ValueOptions): PlainValue | undefined {
  const place = rowOf(node);
  if (!place) return undefined;
  const reader = new ValueReader(place.table, place.row, options);
  const value = reader.read();
  const { size, holdsWord } = reader;
  return reader.isPlain ? { value, size, holdsWord } : undefined;
}

/** Entries of a mapping without merges, in order; other than that like {@link plainValue}. Undefined for other nodes as well. */
export function plainEntries(node: Node, options: ValueOptions): PlainEntries | undefined {
  const place = rowOf(node);
  if (!place || node.kind !== "map") return undefined;
  const reader = new ValueReader(place.table, place.row, options);
  const entries = reader.readEntries();
  const { size, holdsWord } = reader;
  return reader.isPlain ? { entries, size, holdsWord } : undefined;
}

class ValueReader {
  isPlain = true;
  holdsWord = false;
  size = 0;
  readonly #table: NodeTable;
  readonly #options: ValueOptions;
  #row: number;

  constructor(table: NodeTable, row: number, options: ValueOptions) {
    this.#table = table;
    this.#row = row;
    this.#options = options;
  }

  read(): Value {
    this.size++;
    const kind = this.#table.kind(this.#row);
    if (kind === ROW.map) return this.#map();
    if (kind === ROW.sequence) return this.#sequence();
    if (kind === ROW.alias) return this.#alias(this.#row++);
    const value = this.#table.value(this.#row++);
    if (typeof value === "string") this.#look(value);
    return value;
  }

  readEntries(): readonly (readonly [key: string, value: Value])[] {
    this.size++;
    const end = this.#table.next(this.#row++);
    const entries: [key: string, value: Value][] = [];
    while (this.#row < end) {
      const key = this.#key();
      if (key === MERGE_KEY) this.isPlain = false;
      entries.push([key, this.read()]);
    }
    return entries;
  }

  #look(text: string): void {
    const { words, longestWord, refuses } = this.#options;
    if (text.length <= longestWord && words.has(text)) this.holdsWord = true;
    if (refuses?.(text)) this.isPlain = false;
  }

  #alias(row: number): Value {
    const offset = this.#table.origin.offset + this.#table.start(row);
    const built = this.#options.alias(this.#table.aliasName(row), offset);
    if (!built) this.isPlain = false;
    if (built?.holdsWord) this.holdsWord = true;
    this.size += built?.size ?? 0;
    return built?.value ?? null;
  }

  #map(): Value {
    const end = this.#table.next(this.#row++);
    const value: { [key: string]: Value } = {};
    let merged: Value | undefined;
    while (this.#row < end) {
      const key = this.#key();
      const child = this.read();
      if (key !== MERGE_KEY) setOwn(value, key, child);
      // Which of two merges counts is for the nodes to tell.
      else if (merged !== undefined) this.isPlain = false;
      else merged = child;
    }
    if (merged !== undefined) merge(value, merged);
    return value;
  }

  #key(): string {
    const row = this.#row++;
    const key = this.#table.key(row) ?? this.#otherKey(row);
    this.#look(key);
    return key;
  }

  #otherKey(row: number): string {
    const value = this.#table.value(row);
    return typeof value === "string" ? value : (keyText(tableNode(this.#table, row)) ?? "");
  }

  #sequence(): Value {
    const end = this.#table.next(this.#row++);
    const value: Value[] = [];
    while (this.#row < end) value.push(this.read());
    return value;
  }
}

/** Adds the keys that a mapping takes over from another one, or from several, unless it has them. */
function merge(value: { [key: string]: Value }, merged: Value): void {
  for (const source of Array.isArray(merged) ? merged : [merged]) {
    if (typeof source !== "object" || source === null || Array.isArray(source)) continue;
    for (const [key, child] of Object.entries(source)) if (!Object.hasOwn(value, key)) setOwn(value, key, child);
  }
}
