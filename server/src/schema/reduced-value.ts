import type { Anchored } from "../yaml/anchors.ts";
import { type Block, isBlock, itemsOf, keysOf, pairsOf, type Segment, sizeOfSegment } from "../yaml/block.ts";
import { MAXIMUM_EXPANDED_VALUES } from "../yaml/limits.ts";
import type { Node, NodePath, PairNode } from "../yaml/node.ts";
import { keyText } from "../yaml/node.ts";
import { anchorsUsed, type Part } from "../yaml/part.ts";
import { rowOf } from "../yaml/table-nodes.ts";
import {
  type PlainEntries,
  type PlainValue,
  plainEntries,
  plainValue,
  type ValueOptions,
} from "../yaml/table-value.ts";
import { type ScalarReader, setOwn, type Value, ValueBuilder, type ValueResult } from "../yaml/value.ts";
import { pointerOf, readPointer } from "./instance.ts";
import { applicable, childSchemas, isPlainBlock, propertyOf, type Schemas } from "./match.ts";
import { neededOfValid, rememberCurrent, rememberValid } from "./part-verdicts.ts";
import type { ResolvedSchema } from "./registry.ts";

/** Entries that were included in the value, and whether their verdict depends on nothing else. */
interface Unit {
  readonly part: Part;
  readonly schemas: Schemas;
  readonly needed: readonly string[];
  /** Pointers to the entries. */
  readonly pointers: () => readonly string[];
}

/** What is known about the texts of a document beside their values. */
export interface TextKnowledge {
  /** Tells, and forgets, whether a scalar read since the last call depends on something outside of the document. */
  readonly isVolatile: () => boolean;
  /** true when a text may stand for another one, so that its scalar has to be asked for. */
  readonly isPlaceholder: (text: string) => boolean;
  /** false for a part of a file in which no text as it is written is such a one. */
  readonly mayHoldPlaceholders: (text: string) => boolean;
  /** Keys and values that are deprecated somewhere. */
  readonly deprecatedWords: ReadonlySet<string>;
  /** true while scalars are read as they are written. */
  readonly readsAsWritten: boolean;
}

/**
 * The value of a document without the entries that are known to be valid. Large documents are parsed in parts, and an edit changes one:
 * everything else was judged before and need not be judged again. What is left out is filled in where the rest is judged by it: required
 * keys and sizes are asked of the tree.
 */
export class ReducedValue {
  /** true when something deprecated may stand in what was built; false when certainly nothing does. */
  mayHoldDeprecated = false;
  readonly #builder: ValueBuilder;
  readonly #knowledge: TextKnowledge;
  readonly #indexes = new Map<Value, readonly number[]>();
  readonly #units: Unit[] = [];
  /** Values of anchored nodes. */
  readonly #targets = new Map<Anchored, PlainValue | undefined>();
  readonly #longestWord: number;
  #size = 0;
  #value: Value = null;

  constructor(readScalar: ScalarReader, knowledge: TextKnowledge) {
    this.#builder = new ValueBuilder(readScalar);
    this.#knowledge = knowledge;
    this.#longestWord = longestOf(knowledge.deprecatedWords);
  }

  build(schema: ResolvedSchema, root: Node): ValueResult {
    this.mayHoldDeprecated = isBlock(root);
    this.#value = this.#node(root, applicable(schema, root), []);
    if (this.#builder.failure) return this.#builder.failure;
    if (this.#size > MAXIMUM_EXPANDED_VALUES) return { failure: "alias-expansion", at: root };
    return { value: this.#value };
  }

  /** Pointer into the document for a pointer into the value: indexes of shortened lists are those of the whole list. */
  documentPointer(pointer: string): string {
    if (this.#indexes.size === 0 || pointer === "") return pointer;
    let value: Value | undefined = this.#value;
    const moved = readPointer(pointer).map((step) => {
      const indexes = value === undefined ? undefined : this.#indexes.get(value);
      value = memberOf(value, String(step));
      return indexes?.[Number(step)] ?? step;
    });
    return pointerOf(moved);
  }

  /** Remembers the included entries that no error concerns. `pointers` are those of the errors, into the document. */
  remember(pointers: readonly string[]): void {
    const faulty = new Set<string>();
    for (const pointer of pointers) {
      for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1))
        faulty.add(pointer.slice(0, end));
    }
    for (const { part, schemas, needed, pointers: entries } of this.#units) {
      const isValid = faulty.size === 0 || !entries().some((pointer) => faulty.has(pointer));
      if (isValid) rememberValid(part, schemas, needed);
    }
  }

  #node(node: Node, schemas: Schemas, path: NodePath): Value {
    if (!isBlock(node) || node.anchor !== undefined || !isPlainBlock(node)) return this.#whole(node, path);
    return node.kind === "map" ? this.#map(node, schemas, path) : this.#sequence(node, schemas, path);
  }

  /** Value of a node with everything in it. */
  #whole(node: Node, path: NodePath): Value {
    const plain = this.#plain(node);
    if (!plain || plain.holdsWord) this.mayHoldDeprecated = true;
    const built = plain ?? this.#builder.buildAt(node, path);
    this.#size += built.size;
    return built.value;
  }

  /** Value of a node that is just what is written; aliases in it can not be told. */
  #plain(node: Node): PlainValue | undefined {
    const options = this.#options(node, () => undefined);
    return options && plainValue(node, options);
  }

  /** How a node is read that is just what is written; undefined when it is not. */
  #options(node: Node, alias: ValueOptions["alias"]): ValueOptions | undefined {
    const table = rowOf(node)?.table;
    if (!table || !this.#knowledge.readsAsWritten) return undefined;
    const { deprecatedWords, isPlaceholder, mayHoldPlaceholders } = this.#knowledge;
    // What is decoded need not read as it is written.
    const refuses = table.hasDecoded || mayHoldPlaceholders(table.text) ? isPlaceholder : undefined;
    return { words: deprecatedWords, longestWord: this.#longestWord, refuses, alias };
  }

  /** Reads the entries of a part; aliases in them stand for what was parsed elsewhere. */
  #ofPart<T>(part: Part, read: (node: Node, options: ValueOptions) => T | undefined): T | undefined {
    if (!part.root || !anchorsUsed(part)) return undefined;
    const { anchors } = part.origin;
    const options = this.#options(part.root, (name, offset) => this.#target(anchors.find(name, offset)));
    return options && read(part.root, options);
  }

  #target(anchored: Anchored | undefined): PlainValue | undefined {
    if (!anchored?.standsAlone) return undefined;
    if (!this.#targets.has(anchored)) this.#targets.set(anchored, this.#plain(anchored.node()));
    return this.#targets.get(anchored);
  }

  #map(block: Extract<Block, { kind: "map" }>, schemas: Schemas, path: NodePath): Value {
    const value: { [key: string]: Value } = {};
    const whole = schemas.some(judgesWhole);
    for (const segment of block.segments) {
      if (segment.kind === "nested") {
        const key = keyText(segment.pair.key) ?? "";
        setOwn(value, key, this.#node(segment.body, childSchemas(schemas, key, segment.body), [...path, key]));
        continue;
      }
      const needed = whole ? undefined : neededOfValid(segment.part, schemas);
      if (needed) this.#addPairs(value, pairsNamed(segment, needed), path);
      else this.#addEntries(value, segment, schemas, path);
    }
    return value;
  }

  #addEntries(
    value: { [key: string]: Value },
    segment: Extract<Segment, { kind: "run" }>,
    schemas: Schemas,
    path: NodePath,
  ): void {
    const { part } = segment;
    const unit = (): Unit => ({
      part,
      schemas,
      needed: neededKeys(segment, schemas),
      pointers: () => keysOf(segment).map((key) => pointerOf([...path, key])),
    });
    const plain = segment.size > 0 ? this.#ofPart(part, plainEntries) : undefined;
    if (plain) {
      for (const [key, child] of plain.entries) setOwn(value, key, child);
      this.#keep(plain, unit());
    } else {
      this.#observed(unit, () => this.#addPairs(value, pairsOf(segment), path));
    }
  }

  #addPairs(value: { [key: string]: Value }, pairs: readonly PairNode[], path: NodePath): void {
    for (const pair of pairs) {
      const key = keyText(pair.key);
      if (key === undefined) continue;
      const built = this.#builder.buildAt(pair.value, [...path, key]);
      this.#size += built.size;
      setOwn(value, key, built.value);
    }
  }

  #sequence(block: Extract<Block, { kind: "sequence" }>, schemas: Schemas, path: NodePath): Value {
    const value: Value[] = [];
    const indexes: number[] = [];
    const whole = schemas.some(judgesWhole);
    let index = 0;
    for (const segment of block.segments) {
      const size = sizeOfSegment(segment);
      const first = index;
      index += size;
      if (segment.kind === "nested") {
        value.push(this.#node(segment.body, childSchemas(schemas, first, segment.body), [...path, first]));
      } else if (!whole && neededOfValid(segment.part, schemas)) continue;
      else this.#addItems(value, segment, schemas, [...path, first]);
      for (let offset = 0; offset < size; offset++) indexes.push(first + offset);
    }
    if (indexes.length < index) this.#indexes.set(value, indexes);
    return value;
  }

  #addItems(value: Value[], segment: Extract<Segment, { kind: "run" }>, schemas: Schemas, firstPath: NodePath): void {
    const { part, size } = segment;
    const list = firstPath.slice(0, -1);
    const first = Number(firstPath.at(-1));
    const indexes = Array.from({ length: size }, (_, offset) => first + offset);
    const unit = (): Unit => ({
      part,
      schemas,
      needed: [],
      pointers: () => indexes.map((index) => pointerOf([...list, index])),
    });
    const plain = size > 0 ? this.#ofPart(part, plainValue) : undefined;
    if (plain && Array.isArray(plain.value)) {
      for (const item of plain.value) value.push(item);
      this.#keep(plain, unit());
    } else {
      this.#observed(unit, () => {
        for (const [offset, item] of itemsOf(segment).entries())
          value.push(this.#whole(item, [...list, first + offset]));
      });
    }
  }

  /** Keeps a part as a unit that was read as it is written. */
  #keep({ size, holdsWord }: PlainEntries | PlainValue, unit: Unit): void {
    this.#size += size;
    this.#units.push(unit);
    if (!holdsWord) rememberCurrent(unit.part, unit.schemas);
  }

  /** Builds the entries of a part and keeps it as a unit when they depend on nothing else. */
  #observed(unit: () => Unit, add: () => void): void {
    this.#builder.dependsOnOthers = false;
    this.#knowledge.isVolatile();
    add();
    if (!this.#builder.dependsOnOthers && !this.#knowledge.isVolatile()) this.#units.push(unit());
  }
}

const longest = new WeakMap<ReadonlySet<string>, number>();

/** The length of the longest word; the words of a kind are always the same. */
function longestOf(words: ReadonlySet<string>): number {
  const known = longest.get(words);
  if (known !== undefined) return known;
  const length = Math.max(0, ...Array.from(words, (word) => word.length));
  longest.set(words, length);
  return length;
}

function pairsNamed(segment: Segment, names: readonly string[]): readonly PairNode[] {
  return names.length === 0 ? [] : pairsOf(segment).filter((pair) => names.includes(keyText(pair.key) ?? ""));
}

/** Keys of scalars that a schema names: unions are decided by them, and other keys required because of them. */
function neededKeys(segment: Segment, schemas: Schemas): readonly string[] {
  const named = keysOf(segment).filter((key) => schemas.some((schema) => propertyOf(schema, key) !== undefined));
  if (named.length === 0) return named;
  return pairsNamed(segment, named).flatMap((pair) => (pair.value.kind === "scalar" ? (keyText(pair.key) ?? []) : []));
}

/** true when a schema compares the children of a collection with each other, so that none may be left out. */
function judgesWhole(schema: ResolvedSchema): boolean {
  const { uniqueItems, maxItems, maxProperties, dependentRequired, allOf, not } = schema;
  return [uniqueItems, maxItems, maxProperties, dependentRequired, allOf, not].some((keyword) => keyword !== undefined);
}

function memberOf(value: Value | undefined, name: string): Value | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return Array.isArray(value) ? value[Number(name)] : Object.hasOwn(value, name) ? value[name] : undefined;
}
