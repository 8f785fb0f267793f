import * as l10n from "@vscode/l10n";
import { CompletionItemKind, MarkupKind } from "vscode-languageserver-types";
import { type Applied, type AppliedTo, childrenOf, memberOf } from "../../schema/custom/applicable.ts";
import { plainChild } from "../../schema/custom/plain-schema.ts";
import { isSchemaObject, type SchemaObject, typesOf } from "../../schema/custom/schema-object.ts";
import type { KeyContext } from "../../yaml/cursor-context.ts";
import { layoutOf } from "../../yaml/layout.ts";
import type { Value } from "../../yaml/value.ts";
import { writeKey } from "../../yaml/write-scalar.ts";
import { type CompletionOptions, type Draft, type DraftEdit, draftEdit } from "../completion-item.ts";
import { escapeSnippet, keysWithRequired, keyWithRequired, requiredEntries, requiresChildren } from "../skeleton.ts";
import { describeApplied, listedValues } from "./hover.ts";
import type { OwnFile } from "./own-file.ts";

/** The schemas at a place. */
export interface PlaceSchemas {
  readonly document: AppliedTo;
  readonly applied: readonly Applied[];
}

/** Keys that can be written at a place, required ones first, then as the schema lists them; each also with what it requires below it. */
export function ownKeyItems(
  file: OwnFile,
  place: KeyContext,
  schemas: PlaceSchemas,
  options: CompletionOptions,
): readonly Draft[] {
  const present = place.presentKeys();
  const required = new Set(schemas.applied.flatMap(({ schema }) => schema.required ?? []));
  const named = schemas.applied.flatMap(({ schema }) => [...namesOf(schema)]);
  const listed = [...new Set([...named, ...required])].filter((key) => !present.has(key));
  const ordered = [...listed.filter((key) => required.has(key)), ...listed.filter((key) => !required.has(key))];
  return ordered.flatMap((key) => keyItems(key, required.has(key), file, place, schemas, options));
}

function namesOf(schema: SchemaObject): readonly string[] {
  const names = isSchemaObject(schema.propertyNames) ? listedValues(schema.propertyNames) : [];
  const properties = Object.entries(schema.properties ?? {}).filter(([, child]) => isOffered(child));
  return [...properties.map(([key]) => key), ...names.map(({ value }) => String(value))];
}

/** Deprecated keys are understood but not offered. */
function isOffered(child: unknown): boolean {
  if (!isSchemaObject(child)) return child !== false;
  return child.doNotSuggest !== true && child.deprecated !== true && child.deprecationMessage === undefined;
}

function keyItems(
  key: string,
  isRequired: boolean,
  file: OwnFile,
  place: KeyContext,
  { document, applied }: PlaceSchemas,
  options: CompletionOptions,
): readonly Draft[] {
  const value = [...place.path, key].reduce<Value | undefined>(memberOf, document.value);
  const children = childrenOf(document, applied, key, value);
  if (children.some(({ schema }) => !isOffered(schema))) return [];
  const title = children.map(({ schema }) => schema.title).find((found) => found !== undefined);
  const text = describeApplied(children, isRequired);
  const base = {
    label: key,
    kind: CompletionItemKind.Property,
    detail: isRequired ? l10n.t`required` : (title ?? ""),
    ...(text !== "" && { documentation: { kind: MarkupKind.Markdown, value: text } }),
  };
  const simple = { ...base, ...keyEdit(key, children, file, place, options) };
  const plain = plainChild(document, applied, key);
  if (place.hasColon || place.flow || !requiresChildren(plain)) return [simple];
  const whole = keyWithRequired(key, plain, place.column, layoutOf(file.source), options.snippets);
  const edit = draftEdit(place, whole, options.snippets);
  return [simple, { ...base, label: `${key} …`, filterText: key, detail: l10n.t`with its required keys`, ...edit }];
}

function keyEdit(
  key: string,
  children: readonly Applied[],
  file: OwnFile,
  place: KeyContext,
  options: CompletionOptions,
): DraftEdit {
  const written = writeKey(key, file.source.notation);
  if (place.hasColon) return draftEdit(place, written, false);
  const layout = layoutOf(file.source);
  const types = new Set(children.flatMap(({ schema }) => typesOf(schema)));
  const [only] = types;
  const block = types.size === 1 && !place.flow ? only : undefined;
  const step = " ".repeat(layout.step);
  const below = layout.lineBreak + " ".repeat(place.column);
  if (block === "object") return blockEdit(place, `${written}:${below}${step}`, options);
  if (block === "array") return blockEdit(place, `${written}:${below}${layout.indentedLists ? step : ""}- `, options);
  const edit = draftEdit(place, `${written}: `, false);
  const hasValues = children.some(
    ({ schema }) => listedValues(schema).length > 0 || typesOf(schema).includes("boolean") || schema.defaultSnippets,
  );
  if (!hasValues || !options.triggerSuggest) return edit;
  return { ...edit, command: { title: l10n.t`Suggest`, command: "editor.action.triggerSuggest" } };
}

function blockEdit(place: KeyContext, text: string, options: CompletionOptions): DraftEdit {
  return options.snippets ? draftEdit(place, `${escapeSnippet(text)}$0`, true) : draftEdit(place, text, false);
}

/** The next item of a list, with what it requires. */
export function ownListItems(
  file: OwnFile,
  place: KeyContext,
  { document, applied }: PlaceSchemas,
  options: CompletionOptions,
): readonly Draft[] {
  if (place.flow || place.hasColon || place.afterDash) return [];
  const isList = applied.some(({ schema }) => typesOf(schema).includes("array") || schema.items !== undefined);
  if (!isList) return [];
  const item = plainChild(document, applied, 0);
  const entries = requiredEntries(item);
  const layout = layoutOf(file.source);
  const text = entries.length === 0 ? "" : keysWithRequired(entries, place.column + 2, layout, options.snippets);
  const edit = draftEdit(place, `- ${text}`, options.snippets);
  return [{ label: l10n.t`- item`, filterText: "-", kind: CompletionItemKind.Struct, ...edit }];
}
