import type { OffsetRange } from "../text/line-index.ts";
import { keyText, type MapNode, type Node, type PairNode, type ParseProblem, type SequenceNode } from "./node.ts";
import type { Part } from "./part.ts";
import { keyTexts } from "./table-nodes.ts";

/** Lines of a segment: `startLine` and, exclusive, `endLine`, counted from 0. They move when lines before the segment come or go. */
interface Lines {
  startLine: number;
  endLine: number;
}

/** Whole entries of a block that were parsed together. */
export interface EntryRun extends Lines {
  readonly kind: "run";
  readonly part: Part;
  /** Faults beside those of the part, counted from its origin. */
  readonly problems: readonly ParseProblem[];
  /** Number of entries; 0 when the lines are no entry at all. */
  readonly size: number;
}

/** A long entry: its value is a block of its own. */
export interface NestedEntry extends Lines {
  readonly kind: "nested";
  /** The lines of the key; undefined for an item that is cut behind its dash. */
  readonly header: Part | undefined;
  readonly body: Block;
  /** The entry as a pair; of no use in a list. */
  readonly pair: PairNode;
}

export type Segment = EntryRun | NestedEntry;

/** The long entry on some lines, with its value. */
export function nestedEntry(startLine: number, endLine: number, header: Part | undefined, body: Block): NestedEntry {
  const root = header?.root;
  const key = (root?.kind === "map" ? root.pairs[0]?.key : undefined) ?? body;
  const pair: PairNode = {
    key,
    value: body,
    get start() {
      return key.start;
    },
    get end() {
      return Math.max(key.end, body.end);
    },
  };
  return { kind: "nested", startLine, endLine, header, body, pair };
}

/** A block mapping or list that is kept in segments. It is a node of the tree like any other; only who wants speed looks at the segments. */
export type Block = BlockMap | BlockSequence;

export function isBlock(node: Node | undefined): node is Block {
  return node instanceof BlockMap || node instanceof BlockSequence;
}

export class BlockMap implements MapNode {
  readonly column: number;
  readonly segments: readonly Segment[];
  readonly anchor: string | undefined;
  #pairs: readonly PairNode[] | undefined;
  #keys: KeyCounts | undefined;

  /** `earlier` is the version of the block before an edit; it must not be used afterwards. */
  constructor(column: number, segments: readonly Segment[], anchor: string | undefined, earlier: BlockMap | undefined) {
    this.column = column;
    this.segments = segments;
    this.anchor = anchor;
    if (earlier) this.#keys = earlier.#takeCounts()?.moveTo(earlier.segments, segments);
  }

  get kind(): "map" {
    return "map";
  }

  get flow(): false {
    return false;
  }

  get start(): number {
    return firstOf(this.segments, pairsOf, false)?.start ?? 0;
  }

  get end(): number {
    return firstOf(this.segments, pairsOf, true)?.end ?? 0;
  }

  get size(): number {
    return sizeOf(this.segments);
  }

  get pairs(): readonly PairNode[] {
    this.#pairs ??= this.segments.flatMap(pairsOf);
    return this.#pairs;
  }

  get hasDuplicates(): boolean {
    return this.#counts.hasDuplicates;
  }

  has(key: string): boolean {
    return this.#counts.has(key);
  }

  /** The last pair with a key; undefined when there is none. */
  find(key: string): PairNode | undefined {
    if (!this.has(key)) return undefined;
    const segment = this.segments.findLast((candidate) => keysOf(candidate).includes(key));
    return segment && pairsOf(segment).findLast((pair) => keyText(pair.key) === key);
  }

  #takeCounts(): KeyCounts | undefined {
    const counts = this.#keys;
    this.#keys = undefined;
    return counts;
  }

  get #counts(): KeyCounts {
    this.#keys ??= new KeyCounts(this.segments);
    return this.#keys;
  }
}

export class BlockSequence implements SequenceNode {
  readonly column: number;
  readonly segments: readonly Segment[];
  readonly anchor: string | undefined;
  #items: readonly Node[] | undefined;

  constructor(column: number, segments: readonly Segment[], anchor: string | undefined) {
    this.column = column;
    this.segments = segments;
    this.anchor = anchor;
  }

  get kind(): "sequence" {
    return "sequence";
  }

  get flow(): false {
    return false;
  }

  /** Offset of the first dash. */
  get start(): number {
    const first = this.segments.find(hasEntries);
    return first ? offsetOf(first) + this.column : 0;
  }

  get end(): number {
    const last = this.segments.findLast(hasEntries);
    // The end of a list is not always that of its last item, which may be nothing behind white space.
    return Math.max(this.start + 1, (last?.kind === "nested" ? last.body.end : last?.part.root?.end) ?? 0);
  }

  get size(): number {
    return sizeOf(this.segments);
  }

  get items(): readonly Node[] {
    this.#items ??= this.segments.flatMap(itemsOf);
    return this.#items;
  }

  /** Item by its index from 0; undefined when there is none. */
  at(index: number): Node | undefined {
    let before = 0;
    for (const segment of this.segments) {
      const size = sizeOfSegment(segment);
      if (index < before + size) return itemsOf(segment)[index - before];
      before += size;
    }
    return undefined;
  }
}

/** A segment, and the index of its first entry among those of its block. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly index: number;
}

/** The segment where an offset stands; undefined before the first one. */
export function segmentAt(block: Block, offset: number): PlacedSegment | undefined {
  return segmentsNear(block, offset).at(-1);
}

/** The segment where an offset stands, behind the one before it, whose white space it may stand in. */
export function segmentsNear(block: Block, offset: number): readonly PlacedSegment[] {
  let before: PlacedSegment | undefined;
  let found: PlacedSegment | undefined;
  let index = 0;
  for (const segment of block.segments) {
    if (offsetOf(segment) > offset) break;
    before = found;
    found = { segment, index };
    index += sizeOfSegment(segment);
  }
  return [before, found].filter((placed) => placed !== undefined);
}

/** The segments that a range touches, the white space behind a segment included. */
export function segmentsWithin(block: Block, range: OffsetRange): readonly PlacedSegment[] {
  const found: PlacedSegment[] = [];
  let index = 0;
  for (const [place, segment] of block.segments.entries()) {
    if (offsetOf(segment) > range.end) break;
    const next = block.segments[place + 1];
    if (!next || offsetOf(next) >= range.start) found.push({ segment, index });
    index += sizeOfSegment(segment);
  }
  return found;
}

/** Pairs of a segment of a mapping. */
export function pairsOf(segment: Segment): readonly PairNode[] {
  if (segment.kind === "nested") return [segment.pair];
  const { root } = segment.part;
  return segment.size > 0 && root?.kind === "map" ? root.pairs : [];
}

/** Items of a segment of a list. */
export function itemsOf(segment: Segment): readonly Node[] {
  if (segment.kind === "nested") return [segment.body];
  const { root } = segment.part;
  return segment.size > 0 && root?.kind === "sequence" ? root.items : [];
}

/** Number of entries in a segment. */
export function sizeOfSegment(segment: Segment): number {
  return segment.kind === "nested" ? 1 : segment.size;
}

/** Texts of the keys of a segment of a mapping. */
export function keysOf(segment: Segment): readonly string[] {
  const known = keyLists.get(segment);
  if (known) return known;
  const keys = readKeys(segment);
  keyLists.set(segment, keys);
  return keys;
}

const keyLists = new WeakMap<Segment, readonly string[]>();

function readKeys(segment: Segment): readonly string[] {
  if (segment.kind === "run" && segment.part.table) return segment.size > 0 ? keyTexts(segment.part.table, 0) : [];
  return pairsOf(segment).flatMap((pair) => keyText(pair.key) ?? []);
}

/** Offset of the first line of a segment. */
function offsetOf(segment: Segment): number {
  let current = segment;
  for (;;) {
    if (current.kind === "run") return current.part.origin.offset;
    if (current.header) return current.header.origin.offset;
    const [first] = current.body.segments;
    if (!first) return 0;
    current = first;
  }
}

function hasEntries(segment: Segment): boolean {
  return sizeOfSegment(segment) > 0;
}

function sizeOf(segments: readonly Segment[]): number {
  let size = 0;
  for (const segment of segments) size += sizeOfSegment(segment);
  return size;
}

/** First, or last, of all entries. */
function firstOf<T>(
  segments: readonly Segment[],
  entries: (segment: Segment) => readonly T[],
  last: boolean,
): T | undefined {
  const segment = last ? segments.findLast(hasEntries) : segments.find(hasEntries);
  return segment && entries(segment).at(last ? -1 : 0);
}

/** How often each key stands in a mapping, kept from version to version. */
class KeyCounts {
  readonly #keys = new Set<string>();
  /** How often a key stands beyond its first time. */
  readonly #repeated = new Map<string, number>();

  constructor(segments: readonly Segment[]) {
    for (const segment of segments) this.#add(segment);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  get hasDuplicates(): boolean {
    return this.#repeated.size > 0;
  }

  /** The same counts after the segments changed. */
  moveTo(before: readonly Segment[], after: readonly Segment[]): this {
    const kept = new Set(after);
    const known = new Set(before);
    for (const segment of before) if (!kept.has(segment)) this.#remove(segment);
    for (const segment of after) if (!known.has(segment)) this.#add(segment);
    return this;
  }

  #add(segment: Segment): void {
    let { size } = this.#keys;
    for (const key of keysOf(segment)) {
      if (this.#keys.add(key).size > size) size++;
      else this.#repeated.set(key, (this.#repeated.get(key) ?? 0) + 1);
    }
  }

  #remove(segment: Segment): void {
    for (const key of keysOf(segment)) {
      const repeated = this.#repeated.get(key) ?? 0;
      if (repeated > 1) this.#repeated.set(key, repeated - 1);
      else if (repeated === 1) this.#repeated.delete(key);
      else this.#keys.delete(key);
    }
  }
}
