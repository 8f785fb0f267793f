import {
  type AliasEvent,
  COLLECTION_STYLE_FLOW,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents as readEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { MAXIMUM_DEPTH } from "./limits.ts";
import { behindColon, trimEnd } from "./node.ts";
import { NodeTable, ROW, RowWriter } from "./node-table.ts";
import type { Origin } from "./origin.ts";

/**
 * What the two parsers read differently, or what this one does not tell apart: directives and further documents, tags, explicit
 * keys, tabs that indent, byte order marks, conflict markers and control characters.
 */
const UNCERTAIN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  /^(?:%|[ ]*---|[ ]*\.\.\.|<<<<<<<|>>>>>>>)|^[ ]*\t|^[ ]*(?:-[ \t]+)*\?(?:[ \t]|$)|[[{,][ \t]*\?(?:[ \t]|$)|(?:^|[\s,[{])!|\r(?!\n)|[\uFEFF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0085\u2028\u2029]/m;

/** Keys beyond this length have to be explicit; the other parser refuses them. */
const MAXIMUM_KEY_LENGTH = 1_000;

/**
 * Parses valid YAML many times faster than the recovering parser, with the same result. Undefined for text that is not valid, that holds
 * nothing, or that holds anything the two parsers might read differently; `parseYaml` then decides.
 */
export function parseEvents(text: string, origin: Origin): NodeTable | undefined {
  if (UNCERTAIN.test(text)) return undefined;
  const events = eventsOf(text);
  if (!events) return undefined;
  const writer = new RowWriter();
  return new EventReader(text, events, writer).read() ? new NodeTable(text, origin, writer) : undefined;
}

/** true for text that this parser finds not to be valid YAML. False does not mean that it is. */
export function isRefused(text: string): boolean {
  return !UNCERTAIN.test(text) && eventsOf(text) === undefined;
}

function eventsOf(text: string): readonly Event[] | undefined {
  try {
    return readEvents(text, { maxDepth: MAXIMUM_DEPTH });
  } catch {
    // Not valid, or not for this parser: the recovering one says what is wrong and where.
    return undefined;
  }
}

/** Styles of scalars as {@link RowWriter.scalar} counts them. */
const STYLES: Readonly<Record<number, number>> = {
  [SCALAR_STYLE.PLAIN]: 0,
  [SCALAR_STYLE.SINGLE_QUOTED]: 1,
  [SCALAR_STYLE.DOUBLE_QUOTED]: 2,
  [SCALAR_STYLE.LITERAL_BLOCK]: 3,
  [SCALAR_STYLE.FOLDED_BLOCK]: 4,
};

/** Writes the rows of a list of events. Offsets that events do not carry are found in the text behind the last known one. */
class EventReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #writer: RowWriter;
  #next = 0;
  #uncertain = false;

  constructor(text: string, events: readonly Event[], writer: RowWriter) {
    this.#text = text;
    this.#events = events;
    this.#writer = writer;
  }

  /** false when the rows are not certain to be what the recovering parser would read, or when there are none. */
  read(): boolean {
    const [first, second] = this.#events;
    if (first === undefined || second === undefined || second.type === EVENT_ID.POP) return false;
    this.#next = 1;
    this.#node(0);
    const isWhole = this.#events[this.#next]?.type === EVENT_ID.POP && this.#next === this.#events.length - 1;
    return isWhole && !this.#uncertain && !this.#isAbsent(0);
  }

  /** A plain scalar of no length. */
  #isAbsent(row: number): boolean {
    return this.#writer.kind(row) === ROW.scalar && this.#writer.start(row) === this.#writer.end(row);
  }

  /** Reads the node at the next event; `absentAt` is where it stands when nothing is written. Answers with its end. */
  #node(absentAt: number): number {
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
        return absentAt;
    }
  }

  #anchor(event: ScalarEvent | MappingEvent | SequenceEvent, row: number): void {
    if (event.tagStart !== -1) this.#uncertain = true;
    if (event.anchorStart === -1) return;
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    this.#checkName(name);
    this.#writer.anchor(row, name);
  }

  #scalar(event: ScalarEvent, absentAt: number): number {
    const { row } = this.#writer;
    if (event.valueStart === -1) {
      const offset = Math.max(absentAt, behindSpaces(this.#text, event.anchorEnd));
      this.#writer.scalar(0, offset, offset);
    } else this.#written(event);
    this.#anchor(event, row);
    return this.#writer.end(row);
  }

  #written(event: ScalarEvent): void {
    const { valueStart, valueEnd } = event;
    const style = STYLES[event.style] ?? 0;
    if (style <= 2) {
      const quote = style === 0 ? 0 : 1;
      // The other parser keeps escapes of no character as they are written.
      if (!event.fast && this.#text.slice(valueStart, valueEnd).includes("\\U")) this.#uncertain = true;
      if (event.fast) this.#writer.scalar(style, valueStart - quote, valueEnd + quote);
      else this.#writer.decodedScalar(style, valueStart - quote, valueEnd + quote, this.#decoded(event));
      return;
    }
    // Without content the header is not right above; with an indicator the parsers disagree about lines of white space.
    if (valueStart >= valueEnd) this.#uncertain = true;
    const start = this.#blockHeader(valueStart);
    this.#writer.decodedScalar(style, start, trimEnd(this.#text, start, valueEnd), this.#decoded(event));
  }

  #decoded(event: ScalarEvent): string {
    return event.fast ? this.#text.slice(event.valueStart, event.valueEnd) : getScalarValue(this.#text, event);
  }

  /** Offset of the `|` or `>` on the line above the content of a block scalar. */
  #blockHeader(contentStart: number): number {
    const lineEnd = this.#text.lastIndexOf("\n", contentStart - 1);
    const lineStart = this.#text.lastIndexOf("\n", lineEnd - 1) + 1;
    const line = this.#text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
    const header = /[|>][-+]?[ \t]*(?:[ \t]#.*)?\r?$/.exec(line.replace(/([ \t]#).*$/, "$1"));
    if (!header) this.#uncertain = true;
    return lineStart + (header?.index ?? 0);
  }

  /** The other parser has a warning for a colon at the end of a name. */
  #checkName(name: string): void {
    if (name.endsWith(":")) this.#uncertain = true;
  }

  #alias(event: AliasEvent): number {
    this.#checkName(this.#text.slice(event.anchorStart, event.anchorEnd));
    this.#writer.alias(event.anchorStart - 1, event.anchorEnd);
    return event.anchorEnd;
  }

  #map(event: MappingEvent): number {
    const flow = event.style === COLLECTION_STYLE_FLOW;
    // A pair in a list without braces of its own: the events do not tell where it ends.
    if (flow && this.#text.charAt(event.start) !== "{") this.#uncertain = true;
    const row = this.#writer.open(ROW.map, flow, event.start);
    this.#anchor(event, row);
    let end = flow ? event.start + 1 : event.start;
    while (this.#isInside()) end = this.#pair();
    this.#next++;
    return this.#close(row, flow ? this.#closing(end) : end);
  }

  #close(row: number, end: number): number {
    this.#writer.close(row, end);
    return end;
  }

  /** true until the end of the innermost collection. */
  #isInside(): boolean {
    return this.#next < this.#events.length && this.#events[this.#next]?.type !== EVENT_ID.POP;
  }

  #pair(): number {
    const key = this.#writer.row;
    const keyEnd = this.#node(0);
    const from = this.#writer.start(key);
    const valueFrom = behindColon(this.#text, keyEnd);
    const isScalar = this.#writer.kind(key) === ROW.scalar && !this.#writer.anchors.has(key);
    if (!isScalar || this.#isAbsent(key) || valueFrom - from > MAXIMUM_KEY_LENGTH) this.#uncertain = true;
    return trimEnd(this.#text, from, Math.max(keyEnd, this.#node(valueFrom)));
  }

  #sequence(event: SequenceEvent): number {
    const flow = event.style === COLLECTION_STYLE_FLOW;
    const row = this.#writer.open(ROW.sequence, flow, event.start);
    this.#anchor(event, row);
    let end = event.start + 1;
    while (this.#isInside()) {
      const item = this.#writer.row;
      end = this.#node(-1);
      // Where an item without a value stands can not be read from the events.
      if (this.#isAbsent(item)) this.#uncertain = true;
    }
    this.#next++;
    return this.#close(row, flow ? this.#closing(end) : Math.max(event.start + 1, end));
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

function behindSpaces(text: string, offset: number): number {
  let behind = offset;
  while (behind > 0 && text.charCodeAt(behind) === 32) behind++;
  return behind;
}
