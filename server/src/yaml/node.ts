import * as l10n from "@vscode/l10n";
import type { OffsetRange } from "../text/line-index.ts";

/** How a scalar is written. JSON strings are `double`, other JSON scalars `plain`. */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

interface NodeBase extends OffsetRange {
  /** Name of the anchor on this node (`&name`), when there is one. */
  readonly anchor: string | undefined;
}

/** A string, number, boolean or null of the YAML 1.2 core schema. An absent value is a null of zero length. */
export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
}

/** One `key: value` of a mapping. */
export interface PairNode extends OffsetRange {
  readonly key: Node;
  readonly value: Node;
}

export interface MapNode extends NodeBase {
  readonly kind: "map";
  /** true for `{a: b}`, false for block style. */
  readonly flow: boolean;
  readonly pairs: readonly PairNode[];
}

export interface SequenceNode extends NodeBase {
  readonly kind: "sequence";
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** `*name`. The target is undefined when no such anchor stands before it. */
export interface AliasNode extends NodeBase {
  readonly kind: "alias";
  readonly name: string;
  readonly target: Node | undefined;
}

/** A node of a YAML or JSON document. Offsets are UTF-16 units in the text of the file, `end` exclusive and without trailing white space. */
export type Node = ScalarNode | MapNode | SequenceNode | AliasNode;

/** Steps from the root of a document: keys of mappings as text, indexes of sequences from 0. */
export type NodePath = readonly (string | number)[];

/** Severity of a fault of the text itself. */
export type ProblemSeverity = "error" | "warning" | "information" | "hint";

/** A fault of the text itself, before any schema. */
export interface ParseProblem extends OffsetRange {
  readonly code: string;
  readonly message: string;
  readonly severity: ProblemSeverity;
  /** The other place of a collision, with a sentence about it. */
  readonly related?: OffsetRange & { readonly message: string };
}

/** One document of a file. `root` is undefined when there is nothing but comments. */
export interface ParsedDocument extends OffsetRange {
  readonly root: Node | undefined;
}

/** A parsed file: at least one document, and the faults of the text in order. */
export interface ParsedFile {
  readonly documents: readonly [ParsedDocument, ...ParsedDocument[]];
  readonly problems: readonly ParseProblem[];
}

/** The node itself, or what an alias stands for; undefined for an alias without an anchor. Chains of aliases are followed. */
export function dereference(node: Node | undefined): Node | undefined {
  let current = node;
  for (let hops = 0; current?.kind === "alias"; hops++) {
    if (hops > 100) return undefined;
    current = current.target;
  }
  return current;
}

/** Text of a mapping key as JSON would write the property name; undefined for a key that is a collection. */
export function keyText(key: Node): string | undefined {
  const node = dereference(key);
  if (node?.kind !== "scalar") return undefined;
  return node.value === null ? "" : String(node.value);
}

/** The null of zero length that stands for a value nobody wrote. */
export function absentNode(offset: number): ScalarNode {
  return { kind: "scalar", value: null, style: "plain", anchor: undefined, start: offset, end: offset };
}

/** true for the null of zero length that stands for a value nobody wrote. */
export function isAbsent(node: Node): boolean {
  return node.kind === "scalar" && node.value === null && node.start === node.end;
}

/** The problem of text that nests deeper than `limit` levels from `offset` on. */
export function tooDeepProblem(offset: number, limit: number): ParseProblem {
  const message = l10n.t`The document nests deeper than ${limit} levels from here on, so it is not read.`;
  return { code: "nesting-too-deep", message, severity: "error", start: offset, end: offset + 1 };
}

/** The end of a range without the white space that it ends in. */
export function trimEnd(text: string, start: number, end: number): number {
  let trimmed = Math.min(end, text.length);
  while (trimmed > start && " \t\r\n".includes(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/** Offset behind the `:` of a key that ends at an offset; where an absent value stands. */
export function behindColon(text: string, keyEnd: number): number {
  let offset = keyEnd;
  while (text.charCodeAt(offset) === 32) offset++;
  return text.charCodeAt(offset) === 58 ? offset + 1 : keyEnd;
}
