import { type Schemas, schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { scalarLanguage } from "../values/index.ts";
import type { ScalarLanguage } from "../values/scalar-language.ts";
import { locate } from "../yaml/navigate.ts";
import type { NodePath, ScalarNode } from "../yaml/node.ts";
import { scalarPositions } from "../yaml/scalar-positions.ts";

/** A place inside a scalar that is written in a language of its own. */
export interface EmbeddedPlace {
  readonly language: ScalarLanguage;
  readonly node: ScalarNode;
  /** Path of the scalar. */
  readonly path: NodePath;
  /** The decoded text, with the white space up to the cursor. */
  readonly text: string;
  /** Offset of the cursor in it. */
  readonly offset: number;
  /** Place in the document of a span of it; undefined for one that goes over several lines. */
  readonly rangeOf: (start: number, end: number) => OffsetRange | undefined;
}

/** The place at an offset of the document; undefined outside of scalars, on keys, and where the value is plain data or a secret. */
export function embeddedPlace(model: FileModel, offset: number): EmbeddedPlace | undefined {
  const { text, lines } = model.source;
  const end = endOfWords(text, offset);
  const location = locate(model.root, end);
  const node = location?.node;
  if (!location || location.onKey || node?.kind !== "scalar" || typeof node.value !== "string") return undefined;
  if (end !== offset && (end !== node.end || lines.lineOf(end) !== lines.lineOf(offset) || isQuoted(node)))
    return undefined;
  if (isOutside(node, offset, model)) return undefined;
  const schemas = schemasAt(model.schema, model.root, location.path);
  const language = languageOf(schemas);
  if (!language) return undefined;
  const positions = scalarPositions(text, node);
  const at = positions.toDecoded(end);
  const typed = text.slice(end, offset);
  const toDocument = (decoded: number): number => (decoded <= at ? positions.toDocument(decoded) : end + decoded - at);
  return {
    language,
    node,
    path: location.path,
    text: node.value.slice(0, at) + typed + node.value.slice(at),
    offset: at + typed.length,
    rangeOf: (from, to) => {
      const range = typed === "" ? positions.rangeOf(from, to) : { start: toDocument(from), end: toDocument(to) };
      return lines.lineOf(range.start) === lines.lineOf(range.end) ? range : undefined;
    },
  };
}

/** The language of a scalar by the schemas of its place; undefined where the value is plain data or a secret. */
export function languageOf(schemas: Schemas): ScalarLanguage | undefined {
  if (schemas.some((schema) => schema["x-secret"] === true)) return undefined;
  const format = schemas.find((schema) => schema.format !== undefined)?.format;
  return format === undefined ? undefined : scalarLanguage(format);
}

/** Where the words before an offset end: a plain scalar or text block ends there, and the cursor behind them still belongs to it. */
function endOfWords(text: string, offset: number): number {
  const next = text.charAt(offset);
  let end = offset;
  if (next !== "" && next !== "\n" && next !== "\r") return offset;
  while (end > 0 && (text.charAt(end - 1) === " " || text.charAt(end - 1) === "\t")) end--;
  return end;
}

function isQuoted({ style }: ScalarNode): boolean {
  return style === "double" || style === "single";
}

/** true on the quotes and on the header of a text block. */
function isOutside(node: ScalarNode, offset: number, model: FileModel): boolean {
  const { lines, text } = model.source;
  if (node.style === "plain") return false;
  if (isQuoted(node)) {
    const isClosed = node.end - node.start > 1 && text.charAt(node.end - 1) === text.charAt(node.start);
    return offset <= node.start || (isClosed && offset >= node.end);
  }
  return lines.lineOf(offset) === lines.lineOf(node.start);
}
