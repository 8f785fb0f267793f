import { findPlaceholders, type Placeholder } from "../tenants/placeholders.ts";
import type { OffsetRange } from "../text/line-index.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";

/** A placeholder where it is written; all offsets count from the start of the document. */
export interface WrittenPlaceholder extends OffsetRange {
  readonly placeholder: Placeholder;
  /** The name of a variable; undefined for other placeholders. */
  readonly name: OffsetRange | undefined;
  /** The default behind `:-`; undefined without one. */
  readonly fallback: OffsetRange | undefined;
}

/**
 * Placeholders of a scalar as they stand in the text of the document, in order. None for a scalar whose written form says something else
 * than its value, for example because a placeholder is spelled with escapes.
 */
export function writtenPlaceholders(node: ScalarNode, text: string): readonly WrittenPlaceholder[] {
  if (typeof node.value !== "string") return [];
  const meant = findPlaceholders(node.value);
  if (meant.length === 0) return [];
  const content = contentOf(node, text);
  const found = findPlaceholders(text.slice(content.start, content.end));
  const isSame = found.length === meant.length && found.every((one, index) => sameName(one, meant[index]));
  return isSame ? found.map((placeholder) => placed(placeholder, content.start, text)) : [];
}

function sameName(one: Placeholder, other: Placeholder | undefined): boolean {
  if (one.kind !== other?.kind) return false;
  return !("name" in one && "name" in other) || one.name === other.name;
}

function placed(placeholder: Placeholder, offset: number, text: string): WrittenPlaceholder {
  const start = offset + placeholder.start;
  const end = offset + placeholder.end;
  if (placeholder.kind !== "environment" && placeholder.kind !== "variable")
    return { placeholder, start, end, name: undefined, fallback: undefined };
  const written = text.slice(start, end);
  const before = /^(?:\$\{(?:env:)?|\{\{\s*)/.exec(written)?.[0].length ?? 0;
  const name = { start: start + before, end: start + before + placeholder.name.length };
  const hasFallback = placeholder.kind === "environment" && placeholder.fallback !== undefined;
  return { placeholder, start, end, name, fallback: hasFallback ? { start: name.end + 2, end: end - 1 } : undefined };
}
