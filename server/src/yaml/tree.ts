import type { LineIndex } from "../text/line-index.ts";
import { type Block, cutText, type Entry } from "./cut.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { firstOfLine } from "./first-of-line.ts";
import { absentNode, type Node, type PairNode, type ParsedFile, type ParseProblem } from "./node.ts";
import { type ParsedPart, parseFast, type Reference } from "./parse-fast.ts";
import { parseYaml } from "./parse-yaml.ts";
import { Origin, PositionedAlias, positioned } from "./positioned.ts";
import { shifted } from "./shifted-problem.ts";
import { unresolvedAlias } from "./unresolved-alias.ts";

/** What only the whole document can be judged by: further documents, directives, conflict markers, byte order marks. */
const WHOLE_ONLY = /^(?:%|---|\.\.\.|<<<<<<<|>>>>>>>|\uFEFF)|\r(?!\n)/m;

/** A part of the text with what was read from it. */
interface Part extends ParsedPart {
  readonly text: string;
  readonly origin: Origin;
  /** true when the part can only be understood together with the rest of the document. */
  readonly needsWhole: boolean;
}

/** The parts of one entry: one, or that of its key and those of its value. */
interface EntryParts {
  readonly text: string;
  /** The whole entry, or the lines of its key; undefined for an item that is cut behind its dash. */
  readonly part: Part | undefined;
  readonly body: BlockParts | undefined;
}

interface BlockParts {
  readonly kind: Block["kind"];
  readonly column: number;
  readonly entries: readonly EntryParts[];
}

/** A parsed YAML text with the parts it was put together from, for the next version to reuse. */
export interface ParsedTree {
  readonly file: ParsedFile;
  /** Undefined for a text that was parsed as a whole. */
  readonly parts: BlockParts | undefined;
}

/**
 * Parses a YAML text. With the tree of an earlier version, parts whose text did not change are not parsed again: their nodes are the
 * same objects, moved to where they stand now, so that the earlier tree must not be used any more. The result is the same either way.
 */
export function parseTree(text: string, lines: LineIndex, earlier: ParsedTree | undefined): ParsedTree {
  const block = cutText(text, lines);
  if (!block) return { file: parseWhole(text), parts: undefined };
  const parser = new PartParser(text, lines);
  const parts = parser.block(block, earlier?.parts);
  if (parser.needsWhole) return { file: parseWhole(text), parts: undefined };
  const assembly = new Assembly(text);
  const root = assembly.block(parts, undefined);
  if (assembly.needsWhole) return { file: parseWhole(text), parts: undefined };
  const problems = firstOfLine(assembly.problems, text);
  return { file: { documents: [{ root, start: 0, end: text.length }], problems }, parts };
}

function parseWhole(text: string): ParsedFile {
  const part = parseFast(text, new Origin(0));
  if (!part) return parseYaml(text);
  const problems = [...part.problems, ...resolveReferences(part.references, new Map())];
  if (problems.some((problem) => problem.code === "unresolved-alias")) return parseYaml(text);
  return { documents: [{ root: part.root, start: 0, end: text.length }], problems: firstOfLine(problems, text) };
}

/** Sets the targets of aliases to the nearest anchored node before them; answers with a problem for each alias that has none. */
function resolveReferences(references: readonly Reference[], anchors: Map<string, Node>): ParseProblem[] {
  const problems: ParseProblem[] = [];
  for (const node of references) {
    if (!(node instanceof PositionedAlias)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      continue;
    }
    node.target = anchors.get(node.name);
    if (!node.target) problems.push(unresolvedAlias(node.name, node));
  }
  return problems;
}

/** Parses the parts of a text, or takes them from an earlier version. */
class PartParser {
  needsWhole = false;
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  /** Entries are compared from both ends; between the first and the last difference everything is parsed again. */
  block(block: Block, earlier: BlockParts | undefined): BlockParts {
    const known = earlier?.kind === block.kind && earlier.column === block.column ? earlier.entries : [];
    const texts = block.entries.map((entry) => this.#entryText(entry, block.column));
    let front = 0;
    while (front < texts.length && known[front]?.text === texts[front]) front++;
    let back = 0;
    const limit = Math.min(texts.length, known.length) - front;
    while (back < limit && known[known.length - 1 - back]?.text === texts[texts.length - 1 - back]) back++;
    const changed = texts.length - back;
    const entries = block.entries.map((entry, index) => {
      if (index < front) return this.#move(known[index], entry, block);
      if (index >= changed) return this.#move(known[known.length - (texts.length - index)], entry, block);
      // A changed entry most likely is the entry that stood at the same place.
      return this.#parse(entry, block, texts[index] ?? "", known.length === texts.length ? known[index] : undefined);
    });
    return { kind: block.kind, column: block.column, entries };
  }

  /** Text of an entry. What stands before it on its line counts as white space, so that its columns stay what they are. */
  #entryText(entry: Entry, column: number, endLine = entry.endLine): string {
    const start = this.#lines.lineStart(entry.startLine);
    const end = this.#lines.lineStart(endLine);
    if (!entry.inline) return this.#text.slice(start, end);
    return " ".repeat(column) + this.#text.slice(start + column, end);
  }

  #parse(entry: Entry, block: Block, text: string, earlier: EntryParts | undefined): EntryParts {
    const { body } = entry;
    if (!body) return { text, part: this.#part(text, entry), body: undefined };
    const bodyParts = this.block(body, earlier?.body);
    if (block.kind === "sequence") return { text, part: undefined, body: bodyParts };
    const header = this.#entryText(entry, block.column, body.entries[0]?.startLine);
    return { text, part: this.#part(header, entry), body: bodyParts };
  }

  #part(text: string, entry: Entry): Part {
    const part = parsePart(text, this.#lines.lineStart(entry.startLine));
    if (part.needsWhole) this.needsWhole = true;
    return part;
  }

  /** An entry whose text did not change stands somewhere else now. */
  #move(known: EntryParts | undefined, entry: Entry, block: Block): EntryParts {
    if (!known) return this.#parse(entry, block, this.#entryText(entry, block.column), undefined);
    if (known.part) known.part.origin.offset = this.#lines.lineStart(entry.startLine);
    if (known.body && entry.body) {
      const { entries } = entry.body;
      known.body.entries.forEach((inner, index) => {
        const place = entries[index];
        if (place && entry.body) this.#move(inner, place, entry.body);
      });
    }
    return known;
  }
}

function parsePart(text: string, offset: number): Part {
  const origin = new Origin(offset);
  const fast = parseFast(text, origin);
  if (fast) return { ...fast, text, origin, needsWhole: false };
  const recovered = parseYaml(text);
  const references: Reference[] = [];
  const [document] = recovered.documents;
  const root = document.root && positioned(document.root, origin, references);
  const problems = recovered.problems.filter((problem) => problem.code !== "unresolved-alias");
  return { root, problems, references, text, origin, needsWhole: WHOLE_ONLY.test(text) };
}

/** Puts the tree together from its parts. */
class Assembly {
  needsWhole = false;
  readonly problems: ParseProblem[] = [];
  readonly #text: string;
  readonly #anchors = new Map<string, Node>();

  constructor(text: string) {
    this.#text = text;
  }

  block(parts: BlockParts, anchor: string | undefined): Node {
    return parts.kind === "map" ? this.#map(parts, anchor) : this.#sequence(parts, anchor);
  }

  #map(parts: BlockParts, anchor: string | undefined): Node {
    const pairs: PairNode[] = [];
    const node = { kind: "map" as const, flow: false, pairs, anchor, start: 0, end: 0 };
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    for (const entry of parts.entries) {
      const pair = this.#pair(entry);
      if (pair) pairs.push(pair);
    }
    node.start = pairs[0]?.start ?? 0;
    node.end = pairs.at(-1)?.end ?? 0;
    this.problems.push(...duplicateKeys(pairs));
    return node;
  }

  #pair(entry: EntryParts): PairNode | undefined {
    const { part, body } = entry;
    if (!part) return undefined;
    const written = this.#read(part);
    const [pair, second] = written?.kind === "map" && !written.flow ? written.pairs : [];
    if (!pair || second) {
      this.#broken(part, written, "This line is neither a key with a `:` nor the continuation of the line above.");
      return undefined;
    }
    if (!body) return pair;
    const value = this.block(body, pair.value.anchor);
    return { key: pair.key, value, start: pair.start, end: Math.max(pair.key.end, value.end) };
  }

  #sequence(parts: BlockParts, anchor: string | undefined): Node {
    const items: Node[] = [];
    const node = { kind: "sequence" as const, flow: false, items, anchor, start: -1, end: 0 };
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    for (const entry of parts.entries) {
      const item = this.#item(entry, parts.column, node);
      if (item) items.push(item);
    }
    node.start = Math.max(0, node.start);
    node.end = Math.max(node.start + 1, items.at(-1)?.end ?? 0);
    return node;
  }

  #item(entry: EntryParts, column: number, node: { start: number }): Node | undefined {
    const { part, body } = entry;
    if (!part) {
      if (!body) return undefined;
      const item = this.block(body, undefined);
      if (node.start === -1) node.start = this.#text.lastIndexOf("-", item.start - 1);
      return item;
    }
    const written = this.#read(part);
    if (written?.kind !== "sequence" || written.flow || written.items.length !== 1) {
      this.#broken(part, written, "This line is not an item of the list: an item begins with `- `.");
      return undefined;
    }
    if (node.start === -1) node.start = part.origin.offset + column;
    return written.items[0] ?? absentNode(part.origin.offset);
  }

  #read(part: Part): Node | undefined {
    const { offset } = part.origin;
    for (const problem of part.problems) this.problems.push(shifted(problem, offset));
    if (part.references.length > 0) this.problems.push(...resolveReferences(part.references, this.#anchors));
    return part.root;
  }

  /** A line among the entries that is none of them. More than one entry in a part means that the cut was wrong. */
  #broken(part: Part, written: Node | undefined, message: string): void {
    if (written?.kind === "map" || written?.kind === "sequence") this.needsWhole = true;
    if (part.problems.some((problem) => problem.severity === "error")) return;
    const start = written?.start ?? part.origin.offset;
    const end = this.#text.indexOf("\n", start);
    const lineEnd = end === -1 ? this.#text.length : end;
    this.problems.push({
      code: "yaml-syntax",
      message,
      severity: "error",
      start,
      end: Math.max(start, Math.min(written?.end ?? lineEnd, lineEnd)),
    });
  }
}
