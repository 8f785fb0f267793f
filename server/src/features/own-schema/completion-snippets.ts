import * as l10n from "@vscode/l10n";
import { CompletionItemKind, MarkupKind } from "vscode-languageserver-types";
import type { Applied } from "../../schema/custom/applicable.ts";
import type { DefaultSnippet } from "../../schema/custom/schema-object.ts";
import { type FileLayout, layoutOf } from "../../yaml/layout.ts";
import type { Value } from "../../yaml/value.ts";
import { writeKey, writeScalar } from "../../yaml/write-scalar.ts";
import { type CompletionOptions, type Draft, draftEdit, type Place } from "../completion-item.ts";
import type { OwnFile } from "./own-file.ts";

/** Snippets of the schema that write keys of the mapping at a place (`defaultSnippets` with an object as body). */
export function snippetItems(
  file: OwnFile,
  place: Place,
  applied: readonly Applied[],
  options: CompletionOptions,
): readonly Draft[] {
  return items(applied, (body) => {
    if (place.flow || !isObject(body)) return undefined;
    return entries(body, place.column, layoutOf(file.source));
  }).map(({ text, ...item }) => ({ ...item, ...inserted(place, text, options) }));
}

/** Snippets of the schema that write a value behind a key or dash. */
export function valueSnippets(
  file: OwnFile,
  place: Place,
  applied: readonly Applied[],
  options: CompletionOptions,
): readonly Draft[] {
  return items(applied, (body) => {
    const isBlock = typeof body === "object" && body !== null;
    if (!isBlock) return scalar(body);
    if (place.kind !== "value" || place.flow) return undefined;
    const layout = layoutOf(file.source);
    return block(body, place.column + (isObject(body) || layout.indentedLists ? layout.step : 0), layout);
  }).map(({ text, ...item }) => {
    const isBelow = /^\r?\n/.test(text);
    const before = file.source.text[place.replace.start - 1];
    if (isBelow && before === " ")
      return { ...item, ...inserted({ ...place, replace: widened(place) }, text, options) };
    const needsSpace = place.kind === "value" && before === ":" && !isBelow;
    return { ...item, ...inserted(place, needsSpace ? ` ${text}` : text, options) };
  });
}

/** What stands below its key leaves no blank behind the colon. */
function widened({ replace }: Place): Place["replace"] {
  return { start: replace.start - 1, end: replace.end };
}

function items(
  applied: readonly Applied[],
  textOf: (body: Value) => string | undefined,
): readonly (Omit<Draft, "replace" | "newText"> & { readonly text: string })[] {
  return applied.flatMap(({ schema }) =>
    (schema.defaultSnippets ?? []).flatMap((snippet) => {
      const text = snippet.body === undefined ? snippet.bodyText : textOf(snippet.body);
      return text === undefined ? [] : [{ ...shown(snippet, text), text }];
    }),
  );
}

function shown(snippet: DefaultSnippet, text: string): Omit<Draft, "replace" | "newText"> {
  const meaning = snippet.markdownDescription ?? snippet.description;
  return {
    label: snippet.label ?? plainText(text).trim(),
    kind: CompletionItemKind.Snippet,
    labelDetails: { description: l10n.t`snippet` },
    ...(meaning !== undefined && { documentation: { kind: MarkupKind.Markdown, value: meaning } }),
  };
}

function inserted(place: Place, text: string, options: CompletionOptions): ReturnType<typeof draftEdit> {
  return options.snippets ? draftEdit(place, text, true) : draftEdit(place, plainText(text), false);
}

function isObject(body: Value): body is { [key: string]: Value } {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

function entries(body: { [key: string]: Value }, column: number, layout: FileLayout): string {
  return Object.entries(body)
    .map(([key, value]) => `${plainKey(key)}:${behind(value, column, layout)}`)
    .join(layout.lineBreak + " ".repeat(column));
}

/** A key may hold tab stops too. */
function plainKey(key: string): string {
  return key.includes("$") ? key : writeKey(key);
}

function behind(value: Value, column: number, layout: FileLayout): string {
  const isBlock = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (!isBlock) return ` ${scalar(value)}`;
  return block(value, column + (isObject(value) || layout.indentedLists ? layout.step : 0), layout);
}

/** A collection below its key. */
function block(body: Value, column: number, layout: FileLayout): string {
  const start = layout.lineBreak + " ".repeat(column);
  if (isObject(body)) return start + entries(body, column, layout);
  if (!Array.isArray(body)) return ` ${scalar(body)}`;
  return body
    .map((item) => (isObject(item) ? `${start}- ${entries(item, column + 2, layout)}` : `${start}- ${scalar(item)}`))
    .join("");
}

/** A scalar of a body: a text that begins with `^` stands as it is, every other one reads back as text. */
function scalar(value: Value): string {
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  if (typeof value !== "string") return writeScalar(value);
  if (value.startsWith("^")) return value.slice(1);
  const written = writeScalar(plainText(value));
  return written.startsWith('"') ? `"${value.replace(/"/g, '\\\\"')}"` : value;
}

/** Text of a snippet without its tab stops, their defaults filled in. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^\\|,]|\\.)*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{?\d+\}?/g, "$1")
    .replace(/\\([\\$}|,])/g, "$1");
}
