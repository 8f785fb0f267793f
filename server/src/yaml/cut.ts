import type { LineIndex } from "../text/line-index.ts";
import { contentColumn, type LineEntry, lineEntries } from "./line-structure.ts";

/** Texts up to this length are parsed as a whole: cutting them would save nothing. */
const SMALLEST_CUT_TEXT = 4_000;

/** Entries beyond this length are cut further when their structure allows it. */
const LARGEST_ENTRY = 2_000;

/** Deepest level that is cut. Real files have their long lists and mappings well above it; deeper parts are parsed as a whole. */
const DEEPEST_CUT = 16;

/** A block mapping or sequence whose entries are parsed one by one. Lines count from 0, `end` exclusive. */
export interface Block {
  readonly kind: "map" | "sequence";
  /** Column at which every entry starts. */
  readonly column: number;
  readonly entries: readonly Entry[];
}

/** The lines of one entry of a block, with the comments and blank lines behind it. */
export interface Entry {
  readonly startLine: number;
  readonly endLine: number;
  /** true when the entry begins inside its first line, behind a dash. */
  readonly inline: boolean;
  /** The value of the entry when it is cut further. */
  readonly body: Block | undefined;
}

/** Indentation of a line that holds no structure: blank or only a comment. */
const IGNORABLE = -1;

/**
 * Cuts a text at the boundaries of its block structure: a line indented exactly as its siblings starts an entry. Undefined where
 * the cut is not certain or not worth it; the text is then parsed as a whole. Looks at lines only, so that what is cut from a line
 * never depends on what stands inside other entries.
 */
export function cutText(text: string, lines: LineIndex): Block | undefined {
  if (text.length < SMALLEST_CUT_TEXT) return undefined;
  return new Cutter(lines).block(0, lines.lineCount, undefined, undefined);
}

interface Parent {
  readonly column: number;
  readonly kind: Block["kind"];
  /** Level of the block, 1 at the top. */
  readonly level: number;
}

class Cutter {
  readonly #lines: LineIndex;
  readonly #indentations: Int32Array;

  constructor(lines: LineIndex) {
    this.#lines = lines;
    this.#indentations = lines.indentations;
  }

  /**
   * Cuts lines into the entries of one block below `parent`. `inline` is the column of a first entry that begins inside its line,
   * behind a dash; undefined when the first entry begins its line.
   */
  block(from: number, to: number, parent: Parent | undefined, inline: number | undefined): Block | undefined {
    let first = from;
    while (first < to && this.#indentations[first] === IGNORABLE) first++;
    if (first === to) return undefined;
    const column = inline ?? this.#indentations[first] ?? 0;
    const kind = inline === undefined && this.#isDash(first, column) ? "sequence" : "map";
    const level = (parent?.level ?? 0) + 1;
    if (!fitsBelow(column, kind, parent) || (inline === undefined && !this.#isEntry(first, column, kind)))
      return undefined;
    const starts = this.#entryStarts(first, to, column, kind);
    if (!starts) return undefined;
    const entries = starts.map((startLine, index) => {
      const isInline = index === 0 && inline !== undefined;
      return this.#entry(startLine, starts[index + 1] ?? to, { column, kind, level }, isInline);
    });
    // A block of one entry is worth a cut only for what is in it.
    if (entries.length === 1 && !entries[0]?.body) return undefined;
    return { kind, column, entries };
  }

  /** Lines at which the entries start; undefined when a line stands left of the block's column. */
  #entryStarts(first: number, to: number, column: number, kind: Block["kind"]): number[] | undefined {
    const starts = [first];
    for (let line = first + 1; line < to; line++) {
      const indentation = this.#indentations[line] ?? IGNORABLE;
      if (indentation > column || indentation === IGNORABLE) continue;
      if (indentation < column) return undefined;
      // In a mapping a dash at the column of the keys is an item of the key above. Every other line begins an entry, if only a broken one.
      if (kind === "sequence" || !this.#isDash(line, column)) starts.push(line);
    }
    return starts;
  }

  #entry(startLine: number, endLine: number, place: Parent, inline: boolean): Entry {
    const length = this.#lines.lineStart(endLine) - this.#lines.lineStart(startLine);
    const isCut = length > LARGEST_ENTRY && place.level < DEEPEST_CUT;
    const body = isCut ? this.#body(startLine, endLine, place, inline) : undefined;
    return { startLine, endLine, inline, body };
  }

  #body(startLine: number, endLine: number, place: Parent, inline: boolean): Block | undefined {
    const line = this.#lines.lineText(startLine);
    const entries = lineEntries(line);
    const key = entries.find((entry) => entry.kind === "key");
    if (place.kind === "sequence") {
      const isPlain = key !== undefined && entries.length === 2 && contentColumn(line) === key.column;
      if (!isPlain || "&!".includes(line.charAt(key.column))) return undefined;
      return this.block(startLine, endLine, place, key.column);
    }
    if (!key || (!inline && key.column !== place.column) || !opensBlock(key, line)) return undefined;
    return this.block(startLine + 1, endLine, place, undefined);
  }

  #isDash(line: number, column: number): boolean {
    const text = this.#lines.lineText(line);
    return text.charCodeAt(column) === 45 && (column + 1 === text.length || text.charCodeAt(column + 1) === 32);
  }

  #isEntry(line: number, column: number, kind: Block["kind"]): boolean {
    if (kind === "sequence") return this.#isDash(line, column);
    return lineEntries(this.#lines.lineText(line)).some((entry) => entry.kind === "key" && entry.column === column);
  }
}

/** true for a key with nothing behind it but an anchor or a comment. */
function opensBlock(key: Extract<LineEntry, { kind: "key" }>, line: string): boolean {
  return !key.hasValue && !line.slice(key.valueColumn).includes("!");
}

/** A block stands right of its parent; the items of a key may stand right below it. */
function fitsBelow(column: number, kind: Block["kind"], parent: Parent | undefined): boolean {
  if (!parent) return column === 0;
  return column > parent.column || (column === parent.column && kind === "sequence" && parent.kind === "map");
}
