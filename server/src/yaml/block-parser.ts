import * as l10n from "@vscode/l10n";
import type { LineChange, LineIndex } from "../text/line-index.ts";
import { ownText } from "../text/own-text.ts";
import type { AnchorIndex } from "./anchors.ts";
import {
  type Block,
  BlockMap,
  BlockSequence,
  type EntryRun,
  type NestedEntry,
  nestedEntry,
  type Segment,
} from "./block.ts";
import { contentColumn, lineEntries } from "./line-structure.ts";
import { isAbsent, type ParseProblem } from "./node.ts";
import { type NodeTable, ROW } from "./node-table.ts";
import { type Part, readPart, recoverPart } from "./part.ts";

/** Entries beyond this length are cut further when their structure allows it. */
const LARGEST_ENTRY = 2_000;

/** Entries are parsed together until they have this length: small enough to be parsed at each keystroke, large enough to be few. */
const RUN_LENGTH = 1_000;

/** Deepest level that is cut. Real files have their long lists and mappings well above it; deeper parts are parsed as a whole. */
const DEEPEST_CUT = 16;

/** Indentation of a line that holds no structure: blank or only a comment. */
const IGNORABLE = -1;

const CLOSING_BRACKET = 93;
const CLOSING_BRACE = 125;

/** Kind and place of a block; its level is 1 at the top. */
interface Place {
  readonly kind: Block["kind"];
  readonly column: number;
  readonly level: number;
}

/** Lines of an entry, `end` exclusive; `inline` when it begins inside its first line, behind a dash. */
interface EntryLines {
  readonly start: number;
  readonly end: number;
  readonly inline: boolean;
}

/** An earlier version of the text. Its segments move into the new block. */
export interface EarlierBlock {
  readonly lines: LineIndex;
  readonly block: Block;
}

/**
 * Cuts a text at the boundaries of its block structure, a line indented exactly as its siblings starts an entry, and parses the entries;
 * those whose lines did not change are taken from the earlier version. Where the cut is not certain there is no block: the text is then
 * to be parsed as a whole. The cut looks at lines only, so that it never depends on what stands inside other entries.
 */
export class BlockParser {
  /** true when something was found that can only be understood with the whole text. */
  needsWhole = false;
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #indentations: Int32Array;
  readonly #anchors: AnchorIndex;
  readonly #earlier: Block | undefined;
  readonly #change: LineChange;

  constructor(text: string, lines: LineIndex, anchors: AnchorIndex, earlier: EarlierBlock | undefined) {
    this.#text = text;
    this.#lines = lines;
    this.#indentations = lines.indentations;
    this.#anchors = anchors;
    this.#earlier = earlier?.block;
    this.#change = earlier ? lines.changeSince(earlier.lines) : { first: 0, earlierEnd: 0, laterEnd: lines.lineCount };
  }

  /** Parses the text from a line on. */
  parse(from: number): Block | undefined {
    return this.#block({ from, to: this.#lines.lineCount }, undefined, undefined, undefined, this.#earlier);
  }

  /**
   * Reads lines as the entries of one block below `parent`. `inline` is the column of a first entry that begins inside its line, behind
   * a dash; undefined when the first entry begins its line.
   */
  #block(
    { from, to }: { from: number; to: number },
    parent: Place | undefined,
    inline: number | undefined,
    anchor: string | undefined,
    earlier: Block | undefined,
  ): Block | undefined {
    const first = this.#firstContent(from, to);
    if (first === to) return undefined;
    const column = inline ?? this.#indentations[first] ?? 0;
    const kind = inline === undefined && this.#isDash(first, column) ? "sequence" : "map";
    const place: Place = { kind, column, level: (parent?.level ?? 0) + 1 };
    if (!fitsBelow(place, parent) || (inline === undefined && !this.#isEntry(first, place))) return undefined;
    const starts = this.#entryStarts(first, to, place);
    if (!starts) return undefined;
    const known = earlier?.kind === kind && earlier.column === column ? earlier : undefined;
    const segments = this.#segments(starts, to, place, inline !== undefined, known?.segments ?? []);
    if (segments.length === 0) return undefined;
    if (kind === "sequence") return new BlockSequence(column, segments, anchor);
    return new BlockMap(column, segments, anchor, known instanceof BlockMap ? known : undefined);
  }

  #firstContent(from: number, to: number): number {
    let line = from;
    while (line < to && this.#indentations[line] === IGNORABLE) line++;
    return line;
  }

  /** Lines at which the entries start; undefined when a line stands left of the block's column. */
  #entryStarts(first: number, to: number, { kind, column }: Place): number[] | undefined {
    const starts = [first];
    for (let line = first + 1; line < to; line++) {
      const indentation = this.#indentations[line] ?? IGNORABLE;
      if (indentation > column || indentation === IGNORABLE) continue;
      if (indentation < column) return undefined;
      if (this.#isContinuation(line, kind, column)) continue;
      // Every other line begins an entry, if only a broken one.
      starts.push(line);
    }
    return starts;
  }

  /** A dash at the column of the keys is an item of the key above; a bracket there closes a flow collection of the entry above. */
  #isContinuation(line: number, kind: Block["kind"], column: number): boolean {
    const code = this.#text.charCodeAt(this.#lines.lineStart(line) + column);
    return code === CLOSING_BRACKET || code === CLOSING_BRACE || (kind === "map" && this.#isDash(line, column));
  }

  #segments(
    starts: readonly number[],
    to: number,
    place: Place,
    inline: boolean,
    earlier: readonly Segment[],
  ): Segment[] {
    const reusable = new ReusableSegments(earlier, this.#change);
    const segments: Segment[] = [];
    let index = 0;
    const entry = (at: number): EntryLines => ({
      start: starts[at] ?? to,
      end: starts[at + 1] ?? to,
      inline: inline && at === 0,
    });
    while (index < starts.length) {
      const kept = reusable.take(entry(index).start, (end) => end === to || isAmong(end, starts, index));
      if (kept) {
        this.#move(kept);
        segments.push(kept);
        while (index < starts.length && (starts[index] ?? to) < kept.endLine) index++;
        continue;
      }
      const nested = this.#nested(entry(index), place, reusable);
      if (nested) {
        segments.push(nested);
        index++;
        continue;
      }
      // A block of one entry is worth a cut only for what is in it.
      if (starts.length === 1) return [];
      const run = [entry(index++)];
      while (index < starts.length && this.#joins(entry(index), run) && !reusable.startsAt(starts[index] ?? to)) {
        run.push(entry(index++));
      }
      segments.push(...this.#runs(run, place));
    }
    return segments;
  }

  #length(first: EntryLines, last = first): number {
    return this.#lines.lineStart(last.end) - this.#lines.lineStart(first.start);
  }

  #joins(entry: EntryLines, run: readonly EntryLines[]): boolean {
    const [first] = run;
    return first !== undefined && this.#length(first, run.at(-1)) < RUN_LENGTH && this.#length(entry) <= LARGEST_ENTRY;
  }

  /** A long entry whose value can be cut; undefined for every other entry. */
  #nested(entry: EntryLines, place: Place, reusable: ReusableSegments): NestedEntry | undefined {
    if (this.#length(entry) <= LARGEST_ENTRY || place.level >= DEEPEST_CUT) return undefined;
    const line = this.#lines.lineText(entry.start);
    const entries = lineEntries(line);
    const key = entries.find((candidate) => candidate.kind === "key");
    if (!key) return undefined;
    const earlier = reusable.changedBody(entry.start);
    if (place.kind === "sequence") {
      const isPlain = entries.length === 2 && contentColumn(line) === key.column;
      if (!isPlain || "&!".includes(line.charAt(key.column))) return undefined;
      const body = this.#block({ from: entry.start, to: entry.end }, place, key.column, undefined, earlier);
      return body && nestedEntry(entry.start, entry.end, undefined, body);
    }
    if (!entry.inline && key.column !== place.column) return undefined;
    if (key.hasValue || line.slice(key.valueColumn).includes("!")) return undefined;
    const from = this.#firstContent(entry.start + 1, entry.end);
    const header = this.#read(this.#textOf({ ...entry, end: from }, place), entry, true);
    const pair = header?.root?.kind === "map" ? header.root.pairs[0] : undefined;
    if (!header || !pair || !isAbsent(pair.value)) return undefined;
    const body = this.#block({ from, to: entry.end }, place, undefined, pair.value.anchor, earlier);
    return body && nestedEntry(entry.start, entry.end, header, body);
  }

  /** Parses entries together; where that fails each by itself. */
  #runs(entries: readonly EntryLines[], place: Place): readonly EntryRun[] {
    const [first] = entries;
    const last = entries.at(-1);
    if (!first || !last) return [];
    const lines = { kind: "run", startLine: first.start, endLine: last.end } as const;
    const text = this.#textOf({ ...first, end: last.end }, place);
    const part = this.#read(text, first, place.kind === "map");
    if (part?.table && entryCount(part.table, place.kind) === entries.length) {
      return [{ ...lines, part, problems: [], size: entries.length }];
    }
    if (entries.length > 1) return entries.flatMap((entry) => this.#runs([entry], place));
    const recovered = part ?? recoverPart(text, this.#partOptions(first, false));
    if (recovered.needsWhole) this.needsWhole = true;
    const size = this.#isOneEntry(recovered, place.kind) ? 1 : 0;
    const problems = size === 1 ? [] : notAnEntry(recovered, place.kind);
    return [{ ...lines, part: recovered, problems, size }];
  }

  #isOneEntry({ root }: Part, kind: Block["kind"]): boolean {
    if (kind === "map" && root?.kind === "map" && !root.flow && root.pairs.length === 1) return true;
    if (kind === "sequence" && root?.kind === "sequence" && !root.flow && root.items.length === 1) return true;
    // Another collection means that the cut was wrong.
    if (root?.kind === "map" || root?.kind === "sequence") this.needsWhole = true;
    return false;
  }

  #read(text: string, entry: EntryLines, isEntries: boolean): Part | undefined {
    return readPart(text, this.#partOptions(entry, isEntries));
  }

  #partOptions(entry: EntryLines, isEntries: boolean): Parameters<typeof readPart>[1] {
    return { offset: this.#lines.lineStart(entry.start), anchors: this.#anchors, isEntries };
  }

  /** Text of entries. What stands before the first on its line counts as white space, so that its columns stay what they are. */
  #textOf(entry: EntryLines, place: Place): string {
    const start = this.#lines.lineStart(entry.start);
    const end = this.#lines.lineStart(entry.end);
    if (entry.inline) return ownText(" ".repeat(place.column) + this.#text.slice(start + place.column, end));
    const text = this.#text.slice(start, end);
    // Parts of the first version may share its text; those of later ones would each keep a whole version alive.
    return this.#earlier ? ownText(text) : text;
  }

  /** A segment whose lines did not change stands somewhere else now. */
  #move(segment: Segment): void {
    const { first, earlierEnd, laterEnd } = this.#change;
    if (segment.startLine < first) return;
    this.#shift(segment, laterEnd - earlierEnd);
  }

  #shift(segment: Segment, lines: number): void {
    segment.startLine += lines;
    segment.endLine += lines;
    const part = segment.kind === "run" ? segment.part : segment.header;
    if (part) part.origin.offset = this.#lines.lineStart(segment.startLine);
    if (segment.kind === "nested") for (const inner of segment.body.segments) this.#shift(inner, lines);
  }

  #isDash(line: number, column: number): boolean {
    const offset = this.#lines.lineStart(line) + column;
    if (this.#text.charCodeAt(offset) !== 45) return false;
    const next = this.#text.charCodeAt(offset + 1);
    return next === 32 || next === 10 || next === 13 || Number.isNaN(next);
  }

  #isEntry(line: number, { kind, column }: Place): boolean {
    if (kind === "sequence") return this.#isDash(line, column);
    return lineEntries(this.#lines.lineText(line)).some((entry) => entry.kind === "key" && entry.column === column);
  }
}

/** Segments of an earlier version in their order, each to be taken once. */
class ReusableSegments {
  readonly #segments: readonly Segment[];
  readonly #change: LineChange;
  /** Long entries that changed and were not asked for yet. */
  readonly #changed: NestedEntry[];
  #next = 0;

  constructor(segments: readonly Segment[], change: LineChange) {
    this.#segments = segments;
    this.#change = change;
    this.#changed = segments.filter(
      (segment): segment is NestedEntry => segment.kind === "nested" && this.#newLine(segment) === undefined,
    );
  }

  /** The unchanged segment that begins at a line of the new version and ends where an entry may end; undefined when there is none. */
  take(line: number, mayEnd: (line: number) => boolean): Segment | undefined {
    const segment = this.#at(line);
    if (!segment || !mayEnd(line + segment.endLine - segment.startLine)) return undefined;
    this.#next++;
    return segment;
  }

  startsAt(line: number): boolean {
    return this.#at(line) !== undefined;
  }

  /** The value of the entry that begins at a line, as it was before it changed. */
  changedBody(line: number): Block | undefined {
    const isThere = line < this.#change.first;
    const index = this.#changed.findIndex((segment) => !isThere || segment.startLine === line);
    return index === -1 ? undefined : this.#changed.splice(0, index + 1).at(-1)?.body;
  }

  #at(line: number): Segment | undefined {
    for (; this.#next < this.#segments.length; this.#next++) {
      const segment = this.#segments[this.#next];
      const place = segment && this.#newLine(segment);
      if (place !== undefined && place >= line) return place === line ? segment : undefined;
    }
    return undefined;
  }

  /** Line of the new version at which an unchanged segment begins; undefined for one that changed. */
  #newLine({ startLine, endLine }: Segment): number | undefined {
    const { first, earlierEnd, laterEnd } = this.#change;
    if (endLine <= first) return startLine;
    return startLine >= earlierEnd ? startLine + laterEnd - earlierEnd : undefined;
  }
}

function isAmong(line: number, starts: readonly number[], from: number): boolean {
  let low = from;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return starts[low] === line;
}

/** A block stands right of its parent; the items of a key may stand right below it. */
function fitsBelow({ kind, column }: Place, parent: Place | undefined): boolean {
  if (!parent) return column === 0;
  return column > parent.column || (column === parent.column && kind === "sequence" && parent.kind === "map");
}

/** Entries of the collection that a table holds; 0 when it is of another kind. */
function entryCount(table: NodeTable, kind: Block["kind"]): number {
  if (table.isFlow(0) || table.kind(0) !== (kind === "map" ? ROW.map : ROW.sequence)) return 0;
  const end = table.next(0);
  let rows = 0;
  for (let row = 1; row < end; row = table.next(row)) rows++;
  return kind === "map" ? rows / 2 : rows;
}

/** What is to be said of lines among the entries of a block that are none of them. */
function notAnEntry({ root, problems, text, origin }: Part, kind: Block["kind"]): readonly ParseProblem[] {
  if (problems.some((problem) => problem.severity === "error")) return [];
  const message =
    kind === "map"
      ? l10n.t("This line is neither a key with a `:` nor the continuation of the line above.")
      : l10n.t("This line is not an item of the list: an item begins with `- `.");
  const start = root ? root.start - origin.offset : 0;
  const lineBreak = text.indexOf("\n", start);
  const lineEnd = lineBreak === -1 ? text.length : lineBreak;
  const end = Math.max(start, Math.min(root ? root.end - origin.offset : lineEnd, lineEnd));
  return [{ code: "yaml-syntax", message, severity: "error", start, end }];
}
