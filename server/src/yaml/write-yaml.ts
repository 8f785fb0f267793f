import { visit } from "jsonc-parser";
import type { OffsetRange } from "../text/line-index.ts";
import type { FileLayout } from "./layout.ts";
import type { MapNode, Node, ScalarNode, SequenceNode } from "./node.ts";
import { rootOf, type Source } from "./source.ts";
import { writeScalar } from "./write-scalar.ts";

/** A comment of a JSON text as lines of YAML comments. */
interface Comment extends OffsetRange {
  readonly lines: readonly string[];
}

/**
 * The configuration of a JSON file as lines of YAML in block style that begin at a column, comments at their entries. Texts keep their escapes,
 * texts of several lines become literal blocks. Undefined for a file that holds nothing.
 */
export function writeYaml(source: Source, column: number, layout: FileLayout): readonly string[] | undefined {
  const root = rootOf(source);
  if (!root) return undefined;
  const writer = new YamlWriter(source, layout);
  writer.commentsBefore(root.kind === "scalar" ? root.start : root.start + 1, column);
  if (root.kind === "scalar" || root.kind === "alias" || isEmpty(root)) {
    writer.line(column, writer.inline(root, column));
  } else {
    writer.collection(root, column);
  }
  writer.commentsBefore(Number.POSITIVE_INFINITY, column);
  return writer.lines;
}

type Collection = MapNode | SequenceNode;

function isEmpty(node: Collection): boolean {
  return (node.kind === "map" ? node.pairs : node.items).length === 0;
}

class YamlWriter {
  readonly lines: string[] = [];
  readonly #source: Source;
  readonly #layout: FileLayout;
  readonly #comments: readonly Comment[];
  #next = 0;
  /** What stands before the next line instead of spaces: the dashes of list items. */
  #lead: string | undefined;

  constructor(source: Source, layout: FileLayout) {
    this.#source = source;
    this.#layout = layout;
    this.#comments = commentsIn(source.text);
  }

  line(column: number, text: string): void {
    this.lines.push((this.#lead ?? " ".repeat(column)) + text);
    this.#lead = undefined;
  }

  /** Writes the comments that begin before an offset. */
  commentsBefore(offset: number, column: number): void {
    for (let comment = this.#comments[this.#next]; comment && comment.start < offset; ) {
      for (const text of comment.lines) this.lines.push(" ".repeat(column) + text);
      comment = this.#comments[++this.#next];
    }
  }

  collection(node: Collection, column: number): void {
    const entries = node.kind === "map" ? node.pairs : node.items;
    for (const [index, entry] of entries.entries()) {
      const limit = entries[index + 1]?.start ?? node.end;
      // Within the brackets of an item that is not empty there is no place behind its dash.
      if (this.#lead === undefined) this.commentsBefore(firstOf(entry), column);
      if ("key" in entry) this.#pair(keyOf(this.#source, entry.key), entry.value, column, limit);
      else this.#item(entry, column, limit);
    }
    this.commentsBefore(node.end, column);
  }

  #pair(key: string, value: Node, column: number, limit: number): void {
    if (isNested(value)) {
      this.line(column, `${key}:`);
      const isFlush = value.kind === "sequence" && !this.#layout.indentedLists;
      this.collection(value, column + (isFlush ? 0 : this.#layout.step));
      return;
    }
    this.line(column, `${key}: ${this.inline(value, column)}`);
    this.#trailing(value, limit);
  }

  #item(item: Node, column: number, limit: number): void {
    // The comments above were written: those within the brackets stand above their entries, and above the dash for the first one.
    this.#lead = `${this.#lead ?? " ".repeat(column)}- `;
    if (isNested(item)) {
      this.collection(item, column + 2);
      return;
    }
    this.line(column, this.inline(item, column));
    this.#trailing(item, limit);
  }

  /** Writes comments that follow a value on its line behind it, unless a literal block stands there. */
  #trailing(value: Node, limit: number): void {
    const { lines } = this.#source;
    const comment = this.#comments[this.#next];
    if (!comment || comment.start < value.end || comment.start >= limit || comment.lines.length !== 1) return;
    if (lines.lineOf(comment.start) !== lines.lineOf(value.end) || lines.lineOf(value.start) === this.#lastBlock)
      return;
    this.lines.push(`${this.lines.pop()} ${comment.lines[0]}`);
    this.#next++;
  }

  /** Line of the JSON text whose value was written as a literal block last. */
  #lastBlock: number | undefined;

  /** A scalar, or an empty collection. */
  inline(node: Node, column: number): string {
    if (node.kind === "map") return "{}";
    if (node.kind === "sequence") return "[]";
    if (node.kind === "alias") return "null";
    const written = this.#source.text.slice(node.start, node.end);
    if (typeof node.value === "number") return written;
    const block = typeof node.value === "string" ? literalBlock(node.value, column + this.#layout.step) : undefined;
    if (block === undefined) return scalarText(node, written);
    this.#lastBlock = this.#source.lines.lineOf(node.start);
    return block.join(this.#layout.lineBreak);
  }
}

/** A text as it is written in YAML: plain where that is safe; with the escapes that it has in JSON. */
function scalarText(node: ScalarNode, written: string): string {
  if (typeof node.value !== "string") return writeScalar(node.value);
  // YAML has no pairs of escapes for one character.
  const isPlainest = JSON.stringify(node.value) === written || /\\u[dD][89a-fA-F]/.test(written);
  return isPlainest ? writeScalar(node.value) : written;
}

function keyOf({ text }: Source, key: Node): string {
  return key.kind === "scalar" ? scalarText(key, text.slice(key.start, key.end)) : "";
}

function isNested(node: Node): node is Collection {
  return (node.kind === "map" || node.kind === "sequence") && !isEmpty(node);
}

/** Offset before which comments stand above an entry: that of the first thing in it that gets a line. */
function firstOf(entry: OffsetRange & ({ readonly key: Node } | { readonly kind: string })): number {
  let node: unknown = entry;
  for (;;) {
    const current = node as Node | (OffsetRange & { readonly key: Node });
    if ("key" in current || !isNested(current)) return current.start;
    node = current.kind === "map" ? current.pairs[0] : current.items[0];
  }
}

/** A literal block behind a key or dash; undefined for a text that needs none or that it can not hold. */
function literalBlock(text: string, column: number): readonly string[] | undefined {
  const isText = /^\S/.test(text) && text.includes("\n") && /\S\n?$/.test(text);
  if (!isText || /[^\P{Cc}\n\t]|[\u2028\u2029\uFEFF]|[\t ]\n|[\uD800-\uDFFF]/u.test(text)) return undefined;
  const lines = text.replace(/\n$/, "").split("\n");
  const written = lines.map((line) => (line === "" ? "" : " ".repeat(column) + line));
  return [text.endsWith("\n") ? "|" : "|-", ...written];
}

function commentsIn(text: string): readonly Comment[] {
  if (!text.includes("//") && !text.includes("/*")) return [];
  const comments: Comment[] = [];
  const onComment = (start: number, length: number): void => {
    comments.push({ start, end: start + length, lines: yamlComment(text.slice(start, start + length)) });
  };
  visit(text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text, { onComment }, { allowTrailingComma: true });
  return comments;
}

function yamlComment(written: string): readonly string[] {
  const isBlock = written.startsWith("/*");
  const inner = isBlock ? written.slice(2).replace(/\*\/$/, "") : written.slice(2);
  const lines = inner.split(/\r\n|\n|\r/).map((line) => (isBlock ? line.replace(/^\s*\*(?!\/)/, "") : line).trimEnd());
  const filled = lines.filter((line) => line.trim() !== "");
  return (filled.length === 0 ? [""] : filled).map((line) => (isBlock ? `# ${line.trim()}`.trimEnd() : `#${line}`));
}
