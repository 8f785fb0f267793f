import {
  type AliasEvent,
  COLLECTION_STYLE_FLOW,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { corePlainValue } from "./core-scalar.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { MAXIMUM_DEPTH } from "./limits.ts";
import { absentNode, behindColon, isAbsent, type Node, type ParseProblem, type ScalarStyle, trimEnd } from "./node.ts";
import {
  type Origin,
  PositionedAlias,
  PositionedMap,
  PositionedPair,
  PositionedScalar,
  PositionedSequence,
} from "./positioned.ts";
import { shifted } from "./shifted-problem.ts";

/** What was read from a part of a text. Offsets of nodes count from the origin of the part; those of problems from its first character. */
export interface ParsedPart {
  /** Undefined when the part holds nothing but comments. */
  readonly root: Node | undefined;
  readonly problems: readonly ParseProblem[];
  /** Aliases and anchored nodes in document order; targets are set when the whole document is there. */
  readonly references: readonly Reference[];
}

/** An alias, or a node that has an anchor. */
export type Reference = Node;

/**
 * What the two parsers read differently, or what this one does not tell apart: directives and further documents, tags, explicit
 * keys, tabs that indent, byte order marks, conflict markers and control characters.
 */
const UNCERTAIN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  /^(?:%|---|\.\.\.|<<<<<<<|>>>>>>>)|^[ ]*\t|^[ ]*(?:-[ \t]+)*\?(?:[ \t]|$)|[[{,][ \t]*\?(?:[ \t]|$)|(?:^|[\s,[{])!|\r(?!\n)|[\uFEFF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0085\u2028\u2029]/m;

/** Keys beyond this length have to be explicit; the other parser refuses them. */
const MAXIMUM_KEY_LENGTH = 1000;

/**
 * Parses valid, ordinary YAML many times faster than the recovering parser, with the same result. Undefined for text that is not
 * valid, or that holds anything the two parsers might read differently; `parseYaml` then decides.
 */
export function parseFast(text: string, origin: Origin): ParsedPart | undefined {
  if (UNCERTAIN.test(text)) return undefined;
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: MAXIMUM_DEPTH });
  } catch {
    // Not valid, or not for this parser: the recovering one says what is wrong and where.
    return undefined;
  }
  return new EventReader(text, events, origin).read();
}

const STYLES: Readonly<Record<number, ScalarStyle>> = {
  [SCALAR_STYLE.PLAIN]: "plain",
  [SCALAR_STYLE.SINGLE_QUOTED]: "single",
  [SCALAR_STYLE.DOUBLE_QUOTED]: "double",
  [SCALAR_STYLE.LITERAL_BLOCK]: "literal",
  [SCALAR_STYLE.FOLDED_BLOCK]: "folded",
};

/** Builds the tree from the flat list of events. Offsets that events do not carry are found in the text behind the last known one. */
class EventReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #origin: Origin;
  readonly #base: number;
  readonly #problems: ParseProblem[] = [];
  readonly #references: Reference[] = [];
  #next = 0;
  #uncertain = false;

  constructor(text: string, events: readonly Event[], origin: Origin) {
    this.#text = text;
    this.#events = events;
    this.#origin = origin;
    this.#base = origin.offset;
  }

  read(): ParsedPart | undefined {
    const [first, second] = this.#events;
    if (first === undefined) return { root: undefined, problems: [], references: [] };
    this.#next = 1;
    const root = second === undefined || second.type === EVENT_ID.POP ? undefined : this.#node(0);
    const isWhole = this.#events[this.#next]?.type === EVENT_ID.POP && this.#next === this.#events.length - 1;
    if (this.#uncertain || !isWhole) return undefined;
    const written = root && !isAbsent(root) ? root : undefined;
    return { root: written, problems: this.#problems, references: this.#references };
  }

  /** End of a node, counted from the first character of the part. */
  #endOf(node: { readonly end: number }): number {
    return node.end - this.#base;
  }

  /** Reads the node at the next event; `absentAt` is where it stands when nothing is written. */
  #node(absentAt: number): Node {
    const event = this.#events[this.#next++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, absentAt);
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      case EVENT_ID.MAPPING:
        return this.#map(event);
      case EVENT_ID.SEQUENCE:
        return this.#sequence(event);
      default:
        this.#uncertain = true;
        return this.#absent(absentAt, undefined);
    }
  }

  #anchor(event: ScalarEvent | MappingEvent | SequenceEvent): string | undefined {
    if (event.tagStart !== -1) this.#uncertain = true;
    return event.anchorStart === -1 ? undefined : this.#text.slice(event.anchorStart, event.anchorEnd);
  }

  #scalar(event: ScalarEvent, absentAt: number): PositionedScalar {
    const anchor = this.#anchor(event);
    const node =
      event.valueStart === -1
        ? this.#absent(Math.max(absentAt, event.anchorEnd), anchor)
        : this.#written(event, anchor);
    if (anchor !== undefined) this.#references.push(node);
    return node;
  }

  #absent(offset: number, anchor: string | undefined): PositionedScalar {
    return new PositionedScalar(this.#origin, offset, offset, { value: null, style: "plain", anchor });
  }

  #written(event: ScalarEvent, anchor: string | undefined): PositionedScalar {
    const style = STYLES[event.style] ?? "plain";
    const decoded = event.fast ? this.#text.slice(event.valueStart, event.valueEnd) : getScalarValue(this.#text, event);
    if (style === "plain") {
      const value = corePlainValue(decoded);
      return new PositionedScalar(this.#origin, event.valueStart, event.valueEnd, { value, style, anchor });
    }
    const scalar = { value: decoded, style, anchor };
    if (style === "single" || style === "double") {
      return new PositionedScalar(this.#origin, event.valueStart - 1, event.valueEnd + 1, scalar);
    }
    const start = this.#blockHeader(event.valueStart);
    return new PositionedScalar(this.#origin, start, trimEnd(this.#text, start, event.valueEnd), scalar);
  }

  /** Offset of the `|` or `>` on the line above the content of a block scalar. */
  #blockHeader(contentStart: number): number {
    const lineEnd = this.#text.lastIndexOf("\n", contentStart - 1);
    const lineStart = this.#text.lastIndexOf("\n", lineEnd - 1) + 1;
    const line = this.#text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
    const header = /[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?\r?$/.exec(line.replace(/([ \t]#).*$/, "$1"));
    if (!header) this.#uncertain = true;
    return lineStart + (header?.index ?? 0);
  }

  #alias(event: AliasEvent): PositionedAlias {
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const alias = new PositionedAlias(this.#origin, event.anchorStart - 1, event.anchorEnd, name);
    this.#references.push(alias);
    return alias;
  }

  #map(event: MappingEvent): PositionedMap {
    const anchor = this.#anchor(event);
    const flow = event.style === COLLECTION_STYLE_FLOW;
    const pairs: PositionedPair[] = [];
    const place = this.#reserve(anchor);
    while (this.#events[this.#next]?.type !== EVENT_ID.POP && this.#next < this.#events.length)
      pairs.push(this.#pair());
    this.#next++;
    const last = pairs.at(-1);
    const end = flow
      ? this.#closing(last ? this.#endOf(last) : event.start + 1)
      : last
        ? this.#endOf(last)
        : event.start;
    const node = new PositionedMap(this.#origin, event.start, end, { flow, pairs, anchor });
    this.#fill(place, node);
    for (const problem of duplicateKeys(pairs)) this.#problems.push(shifted(problem, -this.#base));
    return node;
  }

  /** An anchored collection stands before what is in it, but exists only afterwards. */
  #reserve(anchor: string | undefined): number {
    return anchor === undefined ? -1 : this.#references.push(RESERVED) - 1;
  }

  #fill(place: number, node: Node): void {
    if (place !== -1) this.#references[place] = node;
  }

  #pair(): PositionedPair {
    const key = this.#node(0);
    const from = key.start - this.#base;
    const keyEnd = this.#endOf(key);
    if (key.kind !== "scalar" || isAbsent(key) || keyEnd - from > MAXIMUM_KEY_LENGTH) this.#uncertain = true;
    const value = this.#node(behindColon(this.#text, keyEnd));
    const end = trimEnd(this.#text, from, Math.max(keyEnd, this.#endOf(value)));
    return new PositionedPair(this.#origin, from, end, key, value);
  }

  #sequence(event: SequenceEvent): PositionedSequence {
    const anchor = this.#anchor(event);
    const flow = event.style === COLLECTION_STYLE_FLOW;
    const items: Node[] = [];
    const place = this.#reserve(anchor);
    let end = event.start + 1;
    while (this.#events[this.#next]?.type !== EVENT_ID.POP && this.#next < this.#events.length) {
      const item = this.#node(-1);
      // Where an item without a value stands can not be read from the events.
      if (isAbsent(item)) this.#uncertain = true;
      items.push(item);
      end = this.#endOf(item);
    }
    this.#next++;
    const closed = flow ? this.#closing(end) : Math.max(event.start + 1, end);
    const node = new PositionedSequence(this.#origin, event.start, closed, { flow, items, anchor });
    this.#fill(place, node);
    return node;
  }

  /** Offset behind the bracket that closes a flow collection, searched from the end of its last part. */
  #closing(from: number): number {
    let offset = from;
    for (;;) {
      const character = this.#text.charAt(offset);
      if (character === "]" || character === "}") return offset + 1;
      if (character === "") {
        this.#uncertain = true;
        return offset;
      }
      if (character === "#") offset = this.#text.indexOf("\n", offset);
      if (offset === -1) return this.#text.length;
      offset++;
    }
  }
}

/** Keeps a place in the list of references until the node for it is made. */
const RESERVED = absentNode(0);
