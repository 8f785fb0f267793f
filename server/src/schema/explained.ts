import type { ErrorObject } from "ajv";
import type { OffsetRange } from "../text/line-index.ts";
import { isAbsent, keyText, type Node, type NodePath, type ScalarNode } from "../yaml/node.ts";
import type { Instance } from "./instance.ts";
import type { Schema, SchemaSeverity } from "./json-schema.ts";
import type { Problem } from "./problem.ts";
import { code, foundWords } from "./wording.ts";

export interface ErrorContext {
  readonly error: ErrorObject;
  readonly path: NodePath;
  readonly instance: Instance;
  readonly root: Node;
  /** Schema of the whole document. */
  readonly schema: Schema;
  /** The value with its placeholders resolved; undefined when it stands as written. */
  readonly resolved: ScalarNode | undefined;
  /** Ends the message: where a resolved value comes from. */
  readonly origin: string;
  /** Place in the document of a span of the text of a key or value as it was judged. */
  readonly placeOf: (place: Node, start: number, end: number) => OffsetRange;
}

export interface Explained {
  readonly code: string;
  readonly message: string;
  readonly range: OffsetRange;
  readonly data?: Problem["data"];
  readonly severity?: SchemaSeverity;
  readonly related?: Problem["related"];
  readonly tags?: Problem["tags"];
}

export interface KeywordContext extends ErrorContext {
  readonly node: Node;
  readonly current: Schema;
}

/** Where to point for a value: the value, or its key when nothing is written. */
export function valuePlace(context: KeywordContext): Node {
  if (isAbsent(context.node) && context.instance.key) return context.instance.key;
  return context.node;
}

export function keyName(context: KeywordContext): string {
  const key = context.instance.key && keyText(context.instance.key);
  return key === undefined ? "The value" : `\`${key}\``;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** Words for what stands at the place; the value of a secret is never said. */
export function found(context: KeywordContext): string {
  if (context.current["x-secret"] !== true || context.node.kind !== "scalar") return foundWords(context.node);
  if (context.node.value === null) return "nothing";
  return typeof context.node.value === "string"
    ? "text that is not shown"
    : `a ${typeof context.node.value} that is not shown`;
}

/** The written text as inline code; the value of a secret is never said. */
export function foundText(context: KeywordContext): string {
  if (context.current["x-secret"] === true) return "The value, which is not shown,";
  return code(context.node.kind === "scalar" ? String(context.node.value) : "");
}
