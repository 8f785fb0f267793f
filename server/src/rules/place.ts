import { type Schemas, schemasAt } from "../schema/match.ts";
import { writtenSpan } from "../schema/resolved-span.ts";
import type { PlaceholderState } from "../schema/validate.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { placeholderState } from "../tenants/placeholder-state.ts";
import { hasPlaceholders } from "../tenants/placeholders.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { effectivePairs, findPair, itemAt, MERGE_KEY, sizeOf } from "../yaml/navigate.ts";
import { dereference, isAbsent, keyText, type Node, type NodePath, type PairNode } from "../yaml/node.ts";
import { visibleRange } from "../yaml/scalar-positions.ts";

const NO_PLACEHOLDERS: PlaceholderState = { state: "none" };

/** The text of a value as it is written and as it may become. */
export interface PlaceText {
  /** What it is once its placeholders are replaced; undefined while that is not known. */
  readonly known: string | undefined;
  /** Texts that it may become: the known one alone, else samples when some of it is literal, else none. */
  readonly possible: readonly string[];
}

/**
 * A value of a tenant file as rules see it: aliases and merges followed, placeholders replaced, and what is switched off not there.
 * Everything is read when it is asked for.
 */
export class Place {
  readonly model: FileModel;
  readonly path: NodePath;
  /** The node as it stands there, which may be an alias. */
  readonly written: Node;
  /** The node itself. */
  readonly node: Node;
  /** The pair whose value it is; undefined for items and for the whole file. */
  readonly pair: PairNode | undefined;
  readonly #seesDisabled: boolean;
  /** What was read before: several rules look at the same place. */
  readonly #known = new Map<string | number, Place | undefined>();
  #entries: readonly Place[] | undefined;
  #state: PlaceholderState | undefined;
  #isDisabled: boolean | undefined;

  constructor(model: FileModel, written: Node, path: NodePath, pair: PairNode | undefined, seesDisabled: boolean) {
    this.model = model;
    this.written = written;
    this.node = dereference(written) ?? written;
    this.path = path;
    this.pair = pair;
    this.#seesDisabled = seesDisabled;
  }

  /** The key or index that it stands at; the empty text for the whole file. */
  get name(): string {
    return String(this.path.at(-1) ?? "");
  }

  /** The path in words, for messages: `environments.production.database`. */
  get pathText(): string {
    return this.path.join(".");
  }

  get isMap(): boolean {
    return this.node.kind === "map";
  }

  get isList(): boolean {
    return this.node.kind === "sequence";
  }

  /** true for a value that nobody wrote behind its key, and for a written `null`. */
  get isNull(): boolean {
    return this.node.kind === "scalar" && this.node.value === null;
  }

  /** Number of entries of a mapping or list as it is written, 0 for scalars. */
  get size(): number {
    return this.node.kind === "map" || this.node.kind === "sequence" ? sizeOf(this.node) : 0;
  }

  /** The value below some keys and indexes; undefined where there is none, or where it is switched off. */
  get(...steps: readonly (string | number)[]): Place | undefined {
    let place: Place = this;
    for (const step of steps) {
      const child = place.#childAt(step);
      if (!child) return undefined;
      place = child;
    }
    return place;
  }

  /** true when a key is written, whatever its value; placeholders count. */
  has(key: string): boolean {
    return this.node.kind === "map" && findPair(this.node, key) !== undefined;
  }

  /** Items of a list, those that are switched off left out; empty for everything else. */
  items(): readonly Place[] {
    if (this.node.kind !== "sequence") return [];
    return this.node.items.map((item, index) => this.#at(item, index, undefined)).filter((item) => this.#sees(item));
  }

  /** Values of a mapping with its merges, those that are switched off left out; empty for everything else. */
  entries(): readonly Place[] {
    this.#entries ??= this.#readEntries();
    return this.#entries;
  }

  #readEntries(): readonly Place[] {
    if (this.node.kind !== "map") return [];
    return [...effectivePairs(this.node)]
      .filter(([key]) => key !== MERGE_KEY)
      .map(([key, pair]) => this.#at(pair.value, key, pair))
      .filter((entry) => this.#sees(entry));
  }

  /** Entries of a mapping, items of a list. */
  children(): readonly Place[] {
    return this.node.kind === "map" ? this.entries() : this.items();
  }

  /** Text of a string with its placeholders replaced; undefined for other values and while it is not known. */
  get text(): string | undefined {
    if (this.node.kind !== "scalar" || typeof this.node.value !== "string") return undefined;
    return this.texts.known;
  }

  /** Like {@link text}, for any scalar but null: numbers and booleans as YAML 1.2 writes them. */
  get scalarText(): string | undefined {
    if (this.node.kind !== "scalar" || this.node.value === null) return undefined;
    return typeof this.node.value === "string" ? this.texts.known : String(this.node.value);
  }

  /** What is known of the text of a string; nothing is of other values. */
  get texts(): PlaceText {
    if (this.node.kind !== "scalar" || typeof this.node.value !== "string") return { known: undefined, possible: [] };
    const state = this.placeholders;
    if (state.state === "none") return { known: this.node.value, possible: [this.node.value] };
    if (state.state === "resolved") return { known: state.text, possible: [state.text] };
    return { known: undefined, possible: state.state === "partial" ? state.samples : [] };
  }

  /** A number, also one that a placeholder stands for; undefined for everything else. */
  get number(): number | undefined {
    const { node } = this;
    if (node.kind !== "scalar") return undefined;
    if (typeof node.value === "number") return node.value;
    const text = this.placeholders.state === "resolved" ? this.text : undefined;
    return text !== undefined && /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : undefined;
  }

  /** A boolean, also one that a placeholder stands for; undefined for everything else. */
  get boolean(): boolean | undefined {
    const { node } = this;
    if (node.kind !== "scalar") return undefined;
    if (typeof node.value === "boolean") return node.value;
    const text = this.placeholders.state === "resolved" ? this.text : undefined;
    return text === "true" ? true : text === "false" ? false : undefined;
  }

  /** What became of the placeholders of a scalar. */
  get placeholders(): PlaceholderState {
    const { node } = this;
    if (node.kind !== "scalar" || typeof node.value !== "string" || !hasPlaceholders(node.value))
      return NO_PLACEHOLDERS;
    this.#state ??= placeholderState(this.model, node, this.path);
    return this.#state;
  }

  /** true when the value is not known: a placeholder that nothing is known about, or text around one. */
  get isUnresolved(): boolean {
    const { state } = this.placeholders;
    return state === "unresolved" || state === "partial";
  }

  /** true when the value, or a value within it, is not known. */
  get holdsUnresolved(): boolean {
    return this.isUnresolved || this.children().some((child) => child.holdsUnresolved);
  }

  /** Schemas of the place; none when the schema of the file says nothing about it. Walks from the root. */
  get schemas(): Schemas {
    return schemasAt(this.model.schema, this.model.root, this.path);
  }

  /** Range of the value as it stands there, an alias included. */
  get range(): OffsetRange {
    return this.written;
  }

  /** What is marked in the editor: the value of a scalar; the key of a mapping, list or absent value, or its first key. */
  rangeOn(on: "key" | "value" | undefined): OffsetRange {
    const { node } = this;
    if (on === "key" || (on === undefined && (node.kind !== "scalar" || isAbsent(node)))) {
      if (this.pair) return this.pair.key;
      const first = node.kind === "map" && this.written === node ? node.pairs[0] : undefined;
      return first?.key ?? this.written;
    }
    return this.written;
  }

  /** Range of a span of the text of a string, as it is after its placeholders were replaced, in the text of the file. */
  rangeOf(start: number, end: number): OffsetRange {
    const { node } = this;
    if (node.kind !== "scalar") return this.written;
    const state = this.placeholders;
    const span = state.state === "resolved" ? writtenSpan(state.pieces, start, end) : { start, end };
    return visibleRange(this.model.source.text, node, span.start, span.end);
  }

  /** The text of the file that the place covers. */
  get source(): string {
    return this.model.source.text.slice(this.written.start, this.written.end);
  }

  /**
   * Facts with places are the same as long as the places say the same, wherever they stand: findings that point to other places are made
   * anew each time.
   */
  toJSON(): unknown {
    return [this.model.uri, this.pathText, this.source];
  }

  #childAt(step: string | number): Place | undefined {
    if (this.#known.has(step)) return this.#known.get(step);
    const child = this.#child(step);
    this.#known.set(step, child);
    return child;
  }

  #child(step: string | number): Place | undefined {
    const { node } = this;
    if (node.kind === "map") {
      const pair = findPair(node, String(step));
      const child = pair && this.#at(pair.value, keyText(pair.key) ?? String(step), pair);
      return child && this.#sees(child) ? child : undefined;
    }
    const item = node.kind === "sequence" ? itemAt(node, Number(step)) : undefined;
    const child = item && this.#at(item, Number(step), undefined);
    return child && this.#sees(child) ? child : undefined;
  }

  #at(written: Node, step: string | number, pair: PairNode | undefined): Place {
    return new Place(this.model, written, [...this.path, step], pair, this.#seesDisabled);
  }

  #sees(place: Place): boolean {
    return this.#seesDisabled || !place.isDisabled;
  }

  /** true for a mapping whose `enabled` is false. */
  get isDisabled(): boolean {
    this.#isDisabled ??= this.#readDisabled();
    return this.#isDisabled;
  }

  #readDisabled(): boolean {
    if (this.node.kind !== "map") return false;
    const pair = findPair(this.node, "enabled");
    return pair !== undefined && this.#at(pair.value, "enabled", pair).boolean === false;
  }
}
