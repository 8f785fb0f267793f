import type { LineIndex } from "../../text/line-index.ts";
import { isDocumentMarker, type LineEntry, lineEntries } from "../../yaml/line-structure.ts";
import type { Source } from "../../yaml/source.ts";
import { type Span, spansOf } from "./spans.ts";

/** A block mapping or list as the lines show it. */
export interface Level {
  readonly kind: "map" | "sequence";
  /** Column of its keys or dashes. */
  readonly column: number;
  readonly parent: Level | undefined;
  /** Line of the key or dash whose value it is; -1 at the top. */
  readonly ownerLine: number;
  /** true when it begins on the line of the dash that it belongs to. */
  readonly inline: boolean;
  readonly firstLine: number;
  /** Line of its last key or dash. */
  lastLine: number;
}

/** A dash or key of a line with the collection it belongs to. Columns count from the start of the line. */
export interface PlacedEntry {
  readonly entry: LineEntry;
  readonly level: Level;
}

/** What a line is for its layout. */
export type LaidLine =
  | { readonly kind: "blank" }
  | { readonly kind: "comment"; readonly column: number; readonly before: Level | undefined; after: Level | undefined }
  /** A line between documents, or a directive. */
  | { readonly kind: "marker" }
  | { readonly kind: "entries"; readonly entries: readonly PlacedEntry[]; readonly innermost: Level }
  /** A value, anchor or tag on a line of its own; `owner` is the collection of its key or dash, which stands on `ownerLine`. */
  | { readonly kind: "value"; readonly column: number; readonly owner: Level | undefined; readonly ownerLine: number }
  /** A further line of a flow collection or of a scalar over several lines. */
  | { readonly kind: "inside"; readonly span: Span };

/** The block structure of a text, line by line. */
export interface Structure {
  readonly lines: readonly LaidLine[];
  readonly spans: readonly Span[];
  /** Every block collection, outer ones before inner ones. */
  readonly levels: readonly Level[];
  /** true when a key is written with `?`, which lines alone do not explain. */
  readonly hasExplicitKeys: boolean;
}

/** Reads the block structure of a text without syntax errors: which line belongs to which mapping or list. */
export function structureOf(source: Source): Structure {
  const reader = new Reader(source.lines, spansOf(source));
  return reader.read();
}

class Reader {
  readonly #lines: LineIndex;
  readonly #spans: readonly Span[];
  readonly #levels: Level[] = [];
  readonly #laid: LaidLine[] = [];
  #innermost: Level | undefined;
  /** Comments whose next entry is not read yet. */
  #pending: Extract<LaidLine, { kind: "comment" }>[] = [];
  #nextSpan = 0;
  #hasExplicitKeys = false;

  constructor(lines: LineIndex, spans: readonly Span[]) {
    this.#lines = lines;
    this.#spans = spans;
  }

  read(): Structure {
    for (let line = 0; line < this.#lines.lineCount; line++) this.#laid.push(this.#readLine(line));
    return {
      lines: this.#laid,
      spans: this.#spans,
      levels: this.#levels,
      hasExplicitKeys: this.#hasExplicitKeys,
    };
  }

  #readLine(line: number): LaidLine {
    const start = this.#lines.lineStart(line);
    while ((this.#spans[this.#nextSpan]?.end ?? Number.POSITIVE_INFINITY) <= start) this.#nextSpan++;
    const span = this.#spans[this.#nextSpan];
    if (span && span.start < start) return { kind: "inside", span };
    const text = layoutText(this.#lines.lineText(line));
    const column = text.search(/[^ \t]/);
    if (column === -1) return { kind: "blank" };
    if (text.charAt(column) === "#") {
      const mark = this.#lines.lineText(line).startsWith("\uFEFF") ? 1 : 0;
      const comment = { kind: "comment" as const, column: column - mark, before: this.#innermost, after: undefined };
      this.#pending.push(comment);
      return comment;
    }
    if (isDocumentMarker(text) || text.startsWith("%")) {
      this.#innermost = undefined;
      this.#pending = [];
      return { kind: "marker" };
    }
    return this.#readContent(text, line, column, span);
  }

  #readContent(text: string, line: number, column: number, span: Span | undefined): LaidLine {
    // A flow collection or a scalar that begins the line is no key, whatever it holds.
    const limit = span && span.startLine === line ? span.start - this.#lines.lineStart(line) : text.length;
    const entries = lineEntries(text).filter((entry) => entry.column < limit);
    if (/^[?:](?:\s|$)/.test(text.slice(entries.at(-1)?.kind === "dash" ? contentAfter(text, entries) : column))) {
      this.#hasExplicitKeys = true;
    }
    const [first] = entries;
    if (!first) {
      this.#leave(column, false);
      this.#settle(this.#innermost);
      return { kind: "value", column, owner: this.#innermost, ownerLine: this.#innermost?.lastLine ?? -1 };
    }
    const placed = entries.map((entry, index) => ({ entry, level: this.#enter(entry, line, index > 0) }));
    const innermost = placed.at(-1)?.level;
    if (!innermost) throw new Error("A line with entries has an innermost one.");
    this.#settle(innermost);
    return { kind: "entries", entries: placed, innermost };
  }

  /** The collection of an entry: an open one in its column, or a new one. */
  #enter(entry: LineEntry, line: number, inline: boolean): Level {
    const kind = entry.kind === "dash" ? "sequence" : "map";
    if (!inline) this.#leave(entry.column, kind === "sequence");
    const open = this.#innermost;
    if (open && open.column === entry.column && open.kind === kind && !inline) {
      open.lastLine = line;
      return open;
    }
    const level: Level = {
      kind,
      column: entry.column,
      parent: open,
      ownerLine: open?.lastLine ?? -1,
      inline,
      firstLine: line,
      lastLine: line,
    };
    this.#levels.push(level);
    this.#innermost = level;
    return level;
  }

  /** Closes collections that end before a column. A list whose dashes stand below its key goes with the next key in that column. */
  #leave(column: number, isDash: boolean): void {
    let level = this.#innermost;
    while (level && level.column > column) level = level.parent;
    if (!isDash && level?.kind === "sequence" && level.column === column) level = level.parent;
    this.#innermost = level;
  }

  #settle(level: Level | undefined): void {
    for (const comment of this.#pending) comment.after = level;
    this.#pending = [];
  }
}

/** A line as it is laid out: a byte order mark before it is no part of it, but takes a column. */
export function layoutText(text: string): string {
  return text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
}

function contentAfter(text: string, entries: readonly LineEntry[]): number {
  const last = entries.at(-1);
  const behind = last ? last.column + 1 : 0;
  return behind + text.slice(behind).search(/[^ \t]|$/);
}
