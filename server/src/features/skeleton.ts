import type { Schema } from "../schema/json-schema.ts";
import { acceptsArray, acceptsObject, allowedValues } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import type { FileLayout } from "../yaml/layout.ts";
import { writeKey, writeScalar } from "../yaml/write-scalar.ts";

/** Most levels a skeleton is written for; required parts of our schemas end well before. */
const MAXIMUM_LEVELS = 12;

type Piece = string | { readonly value: string; readonly choices?: readonly string[] };

/**
 * Text of a key with everything its schema requires below it, as an LSP snippet (`snippet` true: tab stops with defaults)
 * or as plain text. `column` is where the key stands; further lines are indented with spaces from there.
 */
export function keyWithRequired(
  key: string,
  schema: Schema,
  column: number,
  layout: FileLayout,
  snippet: boolean,
): string {
  const writer = new SkeletonWriter(layout);
  writer.entry(key, resolve(schema), column, 0);
  return render(writer.pieces, snippet);
}

/** Text of several keys, one below the other, each with everything its schema requires. */
export function keysWithRequired(
  entries: readonly (readonly [string, Schema])[],
  column: number,
  layout: FileLayout,
  snippet: boolean,
): string {
  const writer = new SkeletonWriter(layout);
  entries.forEach(([key, schema], index) => {
    if (index > 0) writer.line(column);
    writer.entry(key, resolve(schema), column, 0);
  });
  return render(writer.pieces, snippet);
}

/** true when a schema requires something below it, so that a key alone would not be valid. */
export function requiresChildren(schema: Schema): boolean {
  const target = resolve(schema);
  if (allowedValues(target).length > 0) return false;
  return acceptsObject(target)
    ? requiredEntries(target).length > 0
    : acceptsArray(target) && (target.minItems ?? 0) > 0;
}

class SkeletonWriter {
  readonly pieces: Piece[] = [];
  readonly #layout: FileLayout;

  constructor(layout: FileLayout) {
    this.#layout = layout;
  }

  line(column: number): void {
    this.pieces.push(this.#layout.lineBreak + " ".repeat(column));
  }

  entry(key: string, schema: Schema, column: number, level: number): void {
    this.pieces.push(`${writeKey(key)}:`);
    this.#value(schema, column, level + 1);
  }

  #value(schema: Schema, column: number, level: number): void {
    if (level > MAXIMUM_LEVELS) return;
    const isEnumerated = allowedValues(schema).length > 0;
    if (!isEnumerated && acceptsObject(schema)) this.#mapping(schema, column, level);
    else if (!isEnumerated && acceptsArray(schema)) this.#list(schema, column, level);
    else {
      this.pieces.push(" ");
      this.pieces.push(scalarPiece(schema));
    }
  }

  #mapping(schema: Schema, column: number, level: number): void {
    const entries = requiredEntries(schema);
    if (entries.length === 0) {
      this.pieces.push(" {}");
      return;
    }
    for (const [key, child] of entries) {
      this.line(column + this.#layout.step);
      this.entry(key, child, column + this.#layout.step, level);
    }
  }

  #list(schema: Schema, column: number, level: number): void {
    const item = schema.items && resolve(schema.items);
    if (!item || ((schema.minItems ?? 0) === 0 && level > 2)) {
      this.pieces.push(" []");
      return;
    }
    const dash = column + (this.#layout.indentedLists ? this.#layout.step : 0);
    this.line(dash);
    this.pieces.push("- ");
    const entries = acceptsObject(item) ? requiredEntries(item) : [];
    if (entries.length === 0) this.pieces.push(scalarPiece(item));
    entries.forEach(([childKey, child], index) => {
      if (index > 0) this.line(dash + 2);
      this.entry(childKey, child, dash + 2, level + 1);
    });
  }
}

/** Keys that a mapping must have, in schema order: of a union those of its first branch, of a map of named things the usual first name. */
export function requiredEntries(schema: Schema): readonly (readonly [string, Schema])[] {
  const target = resolve(schema);
  const branch = target.oneOf?.[0] && resolve(target.oneOf[0]);
  const source = branch ?? target;
  const choice = source.anyOf?.[0]?.required ?? [];
  const required = new Set([...(source.required ?? []), ...choice]);
  const entries = Object.entries(source.properties ?? {})
    .filter(([key]) => required.has(key))
    .map(([key, child]) => [key, resolve(child)] as const);
  if (entries.length > 0 || (target.minProperties ?? 0) === 0) return entries;
  const names = target.propertyNames && resolve(target.propertyNames);
  const name = names?.examples?.[0] ?? allowedValues(names)[0];
  const child = target.additionalProperties;
  return typeof name === "string" && typeof child === "object" ? [[name, resolve(child)]] : [];
}

function scalarPiece(schema: Schema): Piece {
  const values = allowedValues(schema).map(String);
  if (schema.const !== undefined) return writeScalar(String(schema.const));
  const preferred = schema.default ?? schema.examples?.find((example) => typeof example !== "object");
  const texts = values.map((value) => writeScalar(value));
  const first = scalarText(preferred);
  if (texts.length > 1) {
    const ordered = first === undefined ? texts : [first, ...texts.filter((text) => text !== first)];
    return { value: ordered[0] ?? "", choices: ordered };
  }
  if (first !== undefined) return { value: first };
  return { value: fallbackText(schema) };
}

function scalarText(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? writeScalar(value)
    : undefined;
}

function fallbackText(schema: Schema): string {
  const types = [schema.type ?? []].flat();
  if (types.includes("boolean")) return "true";
  if (types.includes("integer") || types.includes("number")) return String(schema.minimum ?? 1);
  return '""';
}

function render(pieces: readonly Piece[], snippet: boolean): string {
  let stop = 0;
  return pieces
    .map((piece) => {
      if (typeof piece === "string") return snippet ? escapeSnippet(piece) : piece;
      if (!snippet) return piece.value;
      stop++;
      if (piece.choices) return `\${${stop}|${piece.choices.map(escapeChoice).join(",")}|}`;
      return `\${${stop}:${escapeSnippet(piece.value)}}`;
    })
    .join("");
}

/** Text as it must stand in an LSP snippet to be inserted as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|$}]/g, "\\$&");
}
