import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Scalar,
  type YAMLError,
} from "yaml";
import { addAll } from "../text/add-all.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { firstOfLine } from "./first-of-line.ts";
import { MAXIMUM_DEPTH } from "./limits.ts";
import { withoutConflicts } from "./merge-conflicts.ts";
import { runawayNesting } from "./nesting.ts";
import {
  type AliasNode,
  absentNode,
  behindColon,
  isAbsent,
  type MapNode,
  type Node,
  type PairNode,
  type ParsedDocument,
  type ParsedFile,
  type ParseProblem,
  type ScalarNode,
  type ScalarStyle,
  type SequenceNode,
  tooDeepProblem,
  trimEnd,
} from "./node.ts";
import { syntaxMessage } from "./syntax-messages.ts";
import { unresolvedAlias } from "./unresolved-alias.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Parses YAML 1.2 (core schema), recovering from errors. Never throws: text that nests deeper than
 * {@link MAXIMUM_DEPTH} gives one problem and an empty document.
 */
export function parseYaml(text: string): ParsedFile {
  const { text: resolved, problems: conflicts } = withoutConflicts(text);
  // YAML ends a line with a lone carriage return as well, the library does not.
  const file = parseResolved(resolved.replace(/\r(?!\n)/g, "\n"));
  if (conflicts.length === 0) return file;
  return { ...file, problems: [...file.problems, ...conflicts].sort((a, b) => a.start - b.start) };
}

function parseResolved(text: string): ParsedFile {
  const runaway = runawayNesting(text, MAXIMUM_DEPTH);
  if (runaway !== undefined) return refused(text, runaway);
  const parsed = parseAllDocuments(text, {
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    version: "1.2",
    logLevel: "error",
  });
  const problems: ParseProblem[] = [];
  const documents: ParsedDocument[] = [];
  for (const document of parsed) {
    const reader = new TreeReader(text);
    const root = reader.read(document.contents);
    const tooDeep = reader.tooDeep ?? exhaustion(document);
    if (tooDeep !== undefined) return refused(text, tooDeep);
    documents.push({
      root: root && !isAbsent(root) ? root : undefined,
      ...documentRange(document, text),
    });
    addAll(problems, documentProblems(document, text));
    addAll(problems, reader.problems);
  }
  const [first = { root: undefined, start: 0, end: text.length }, ...others] = documents;
  return { documents: [first, ...others], problems: firstOfLine(problems, text) };
}

function refused(text: string, offset: number): ParsedFile {
  return {
    documents: [{ root: undefined, start: 0, end: text.length }],
    problems: [tooDeepProblem(offset, MAXIMUM_DEPTH)],
  };
}

/** The library may put the end of a broken document before its start or behind the text. */
function documentRange(document: Document.Parsed, text: string): OffsetRange {
  const start = Math.min(document.range[0], text.length);
  return { start, end: Math.max(start, Math.min(document.range[2], text.length)) };
}

/** Where the library gave up because the text nests too deep for it. */
function exhaustion(document: Document.Parsed): number | undefined {
  return document.errors.find((error) => error.code === "RESOURCE_EXHAUSTION")?.pos[0];
}

function documentProblems(document: Document.Parsed, text: string): ParseProblem[] {
  const errors = document.errors.map((error) => toProblem(error, text, "error"));
  const warnings = document.warnings.map((warning) => toProblem(warning, text, "warning"));
  return [...errors, ...warnings];
}

function toProblem(error: YAMLError, text: string, severity: "error" | "warning"): ParseProblem {
  const [start, rawEnd] = error.pos;
  const lineEnd = firstLineEnd(text, start);
  const end = Math.max(start, Math.min(rawEnd, lineEnd));
  const tab = error.code === "BAD_INDENT" ? indentingTab(text, start) : undefined;
  if (tab !== undefined) {
    const message = syntaxMessage({ code: "TAB_AS_INDENT", message: "" });
    return { code: "tab-indentation", message, severity, start: tab, end: tab + 1 };
  }
  const code = error.code === "TAB_AS_INDENT" ? "tab-indentation" : "yaml-syntax";
  return { code, message: syntaxMessage(error), severity, start, end };
}

/** The first tab of the white space before an offset, when the line begins with nothing else; undefined when there is none. */
function indentingTab(text: string, offset: number): number | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  return /^[ \t]*\t[ \t]*$/.test(before) ? lineStart + before.indexOf("\t") : undefined;
}

function firstLineEnd(text: string, offset: number): number {
  const match = /[\r\n]/.exec(text.slice(offset, offset + 2000));
  return match ? offset + match.index : Math.min(text.length, offset + 2000);
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_DOUBLE: "double",
  QUOTE_SINGLE: "single",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** Turns the library's nodes into ours and collects what only shows on the tree: duplicate keys and aliases without an anchor. */
class TreeReader {
  readonly problems: ParseProblem[] = [];
  /** Start of the first collection that stands too deep; what is in it was not read. */
  tooDeep: number | undefined;
  #depth = 0;
  readonly #anchors = new Map<string, Node>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(source: unknown): Node | undefined {
    if (isAlias(source)) return this.#alias(source.source, source.range);
    if (isScalar(source)) return this.#scalar(source);
    if (!isMap(source) && !isSeq(source)) return undefined;
    if (this.#depth >= MAXIMUM_DEPTH) {
      this.tooDeep ??= source.range?.[0] ?? 0;
      return undefined;
    }
    this.#depth++;
    const collection = isMap(source) ? this.#map(source) : this.#sequence(source);
    this.#depth--;
    return collection;
  }

  #remember(node: Node): void {
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
  }

  #alias(name: string, range: readonly [number, number, number] | null | undefined): AliasNode {
    const [start, end] = range ?? [0, 0];
    const target = this.#anchors.get(name);
    if (!target && name !== "") this.problems.push(unresolvedAlias(name, { start, end }));
    return { kind: "alias", name, target, anchor: undefined, start, end };
  }

  #scalar(source: Scalar): ScalarNode {
    const [start, end] = source.range ?? [0, 0];
    const style = STYLES[source.type ?? ""] ?? "plain";
    const value = scalarValue(source);
    const node: ScalarNode = {
      kind: "scalar",
      value,
      style,
      anchor: source.anchor,
      start,
      end: trimEnd(this.#text, start, end),
    };
    this.#remember(node);
    return node;
  }

  #map(source: {
    items: unknown[];
    range?: readonly [number, number, number] | null;
    flow?: boolean;
    anchor?: string;
  }): MapNode {
    const [start, end] = source.range ?? [0, 0];
    const pairs: PairNode[] = [];
    const node: Mutable<MapNode> = {
      kind: "map",
      flow: source.flow === true,
      pairs,
      anchor: source.anchor,
      start,
      end: trimEnd(this.#text, start, end),
    };
    this.#remember(node);
    for (const item of source.items) {
      if (isPair(item)) pairs.push(this.#pair(item));
    }
    const [first] = pairs;
    const last = pairs.at(-1);
    // In broken text the library may find the mapping only behind its first key.
    if (first) node.start = Math.min(node.start, first.start);
    if (last) node.end = this.#endOf(node, last);
    addAll(this.problems, duplicateKeys(pairs));
    return node;
  }

  #pair(item: { key: unknown; value: unknown }): PairNode {
    const key = this.read(item.key) ?? absentNode(0);
    const read = this.read(item.value);
    const isWritten = read !== undefined && (!isAbsent(read) || read.anchor !== undefined);
    const value = isWritten ? read : absentNode(behindColon(this.#text, key.end));
    return { key, value, start: key.start, end: trimEnd(this.#text, key.start, Math.max(key.end, value.end)) };
  }

  #sequence(source: {
    items: unknown[];
    range?: readonly [number, number, number] | null;
    flow?: boolean;
    anchor?: string;
  }): SequenceNode {
    const [start, end] = source.range ?? [0, 0];
    const items: Node[] = [];
    const node: Mutable<SequenceNode> = {
      kind: "sequence",
      flow: source.flow === true,
      items,
      anchor: source.anchor,
      start,
      end: trimEnd(this.#text, start, end),
    };
    this.#remember(node);
    for (const item of source.items) {
      items.push(this.#item(item) ?? absentNode(start));
    }
    const last = items.at(-1);
    if (last) node.end = Math.max(node.start + 1, this.#endOf(node, last));
    return node;
  }

  /** Block collections end with what is in them; flow collections behind their bracket, wherever broken text put that. */
  #endOf(node: MapNode | SequenceNode, last: OffsetRange): number {
    const end = trimEnd(this.#text, node.start, last.end);
    return node.flow ? Math.max(node.end, end) : end;
  }

  /** An item of a flow sequence may be a single pair (`[a: b]`), which is a mapping of one key. */
  #item(item: unknown): Node | undefined {
    if (!isPair(item)) return this.read(item);
    const pair = this.#pair(item);
    return { kind: "map", flow: true, pairs: [pair], anchor: undefined, start: pair.start, end: pair.end };
  }
}

/** What tags such as `!!timestamp` make of a text is an object of the machine it runs on; here it stays the text. */
function scalarValue({ value, source }: Scalar): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : (source ?? "");
}
