import * as l10n from "@vscode/l10n";
import { CompletionItemKind, MarkupKind } from "vscode-languageserver-types";
import type { Applied } from "../../schema/custom/applicable.ts";
import { type SchemaObject, typesOf } from "../../schema/custom/schema-object.ts";
import type { Value } from "../../yaml/value.ts";
import { writeScalar } from "../../yaml/write-scalar.ts";
import { type CompletionOptions, type Draft, draftEdit, type Place } from "../completion-item.ts";
import { valueSnippets } from "./completion-snippets.ts";
import { listedValues } from "./hover.ts";
import type { OwnFile } from "./own-file.ts";

interface Choice {
  readonly value: Value;
  readonly label?: string | undefined;
  readonly detail: string;
  readonly meaning: string | undefined;
  readonly kind: CompletionItemKind;
}

/** Values that can be written at a place: listed ones, booleans and null, the default, examples, snippets of the schema. */
export function ownValueItems(
  file: OwnFile,
  place: Place,
  applied: readonly Applied[],
  options: CompletionOptions,
): readonly Draft[] {
  const written = new Set<string>();
  const isListed = applied.some(({ schema }) => listedValues(schema).length > 0);
  const choices = applied.flatMap(({ schema }) => choicesOf(schema, isListed));
  const items = choices.flatMap((choice) => {
    const text = writeValue(choice.value);
    if (written.has(text)) return [];
    written.add(text);
    // The text `1` and the number 1 can both be listed: quotes tell them apart.
    const isTwin = choices.some(({ value }) => value !== choice.value && String(value) === choice.value);
    const label = choice.label ?? (typeof choice.value === "string" && !isTwin ? choice.value : text);
    return [
      {
        label: label === "" ? '""' : label,
        kind: choice.kind,
        detail: choice.detail,
        ...(choice.meaning !== undefined && { documentation: { kind: MarkupKind.Markdown, value: choice.meaning } }),
        filterText: filterText(place, typeof choice.value === "string" ? choice.value : text, text),
        ...draftEdit(place, behindKey(file, place, text), false),
      },
    ];
  });
  const snippets = valueSnippets(file, place, applied, options);
  return [...items, ...snippets];
}

/** Text that reads back as exactly the value; collections in flow style. */
function writeValue(value: Value): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : writeScalar(value);
}

/** Behind `key:` without a space, the space is part of the value's edit. */
export function behindKey(file: OwnFile, place: Place, text: string): string {
  const needsSpace =
    place.kind === "value" && !place.flow && place.prefix === "" && file.source.text[place.replace.start - 1] === ":";
  return needsSpace ? ` ${text}` : text;
}

/** An editor filters by the text it replaces, so an opened quote has to begin the filter text. */
function filterText(place: Place, value: string, text: string): string {
  const quote = /^["']/.exec(place.prefix)?.[0];
  return quote === undefined ? (text.startsWith('"') ? value : text) : `${quote}${value}`;
}

function choicesOf(schema: SchemaObject, isListed: boolean): readonly Choice[] {
  const isDefault = (value: Value): string => (value === schema.default ? l10n.t`default` : "");
  const listed = listedValues(schema).map(({ value, meaning, label }) => ({
    value,
    label,
    detail: isDefault(value),
    meaning: meaning ?? schema.markdownDescription ?? schema.description,
    kind: CompletionItemKind.EnumMember,
  }));
  const types = typesOf(schema);
  const words: readonly Value[] = listed.length > 0 || isListed ? [] : typeWords(types);
  const typed = words.map((value) => ({
    value,
    detail: isDefault(value),
    meaning: schema.markdownDescription ?? schema.description,
    kind: CompletionItemKind.Value,
  }));
  return [...listed, ...typed, ...(isListed ? [] : suggested(schema))];
}

function typeWords(types: readonly string[]): readonly Value[] {
  return [...(types.includes("boolean") ? [true, false] : []), ...(types.includes("null") ? [null] : [])];
}

function suggested(schema: SchemaObject): readonly Choice[] {
  const kind = CompletionItemKind.Value;
  const meaning = schema.markdownDescription ?? schema.description;
  return [
    ...(schema.default === undefined ? [] : [{ value: schema.default, detail: l10n.t`default`, meaning, kind }]),
    ...(schema.examples ?? []).map((value) => ({ value, detail: l10n.t`example`, meaning, kind })),
  ];
}
