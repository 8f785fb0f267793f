import type { ErrorObject } from "ajv";
import type { OffsetRange } from "../text/line-index.ts";
import { isAbsent, keyText, type Node, type NodePath, type ScalarNode } from "../yaml/node.ts";
import type { FoundValue } from "./found-value.ts";
import type { Instance } from "./instance.ts";
import type { Schema, SchemaSeverity } from "./json-schema.ts";
import type { Problem } from "./problem.ts";
import { valueWithOrigin } from "./sentences.ts";
import { code } from "./wording.ts";

export interface ErrorContext {
  readonly error: ErrorObject;
  readonly path: NodePath;
  readonly instance: Instance;
  readonly root: Node;
  /** Schema of the whole document. */
  readonly schema: Schema;
  /** The value with its placeholders resolved; undefined when it stands as written. */
  readonly resolved: ScalarNode | undefined;
  /** Where a resolved value comes from, in words; undefined when it stands as written. */
  readonly resolvedFrom: string | undefined;
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

/** The key of a value as inline code; undefined for list items and the root. */
export function keyName(context: KeywordContext): string | undefined {
  const key = context.instance.key && keyText(context.instance.key);
  return key === undefined ? undefined : `\`${key}\``;
}

export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** What stands at the place, for messages. */
export function found({ node, current, resolvedFrom }: KeywordContext): FoundValue {
  return { node, isSecret: current["x-secret"] === true, resolvedFrom };
}

/** The written text as inline code, with where it came from; undefined for the value of a secret, which is never said. */
export function foundText({ node, current, resolvedFrom }: KeywordContext): string | undefined {
  if (current["x-secret"] === true) return undefined;
  return valueWithOrigin(code(node.kind === "scalar" ? String(node.value) : ""), resolvedFrom);
}
