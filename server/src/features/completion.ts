import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from "vscode-languageserver-types";
import { type Schema, typesOf } from "../schema/json-schema.ts";
import {
  acceptsArray,
  acceptsObject,
  allowedValues,
  childSchema,
  presentKeys,
  type Schemas,
  schemasAt,
} from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { REFERENCE_PREFIX } from "../tenants/names.ts";
import { namesOfClass } from "../tenants/tenant-context.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { toTextEdit } from "../text/offset-edit.ts";
import { scalarLanguage } from "../values/index.ts";
import { cursorContext, type KeyContext, type ValueContext } from "../yaml/cursor-context.ts";
import { layoutOf } from "../yaml/layout.ts";
import { nodeAt } from "../yaml/navigate.ts";
import { dereference } from "../yaml/node.ts";
import { writeKey, writeScalar } from "../yaml/write-scalar.ts";
import { describeKey, describeSchemas } from "./hover.ts";
import { escapeSnippet, keysWithRequired, keyWithRequired, requiresChildren } from "./skeleton.ts";

/** What the editor can do with an item. */
export interface CompletionOptions {
  /** Tab stops and choices are understood. */
  readonly snippets: boolean;
  /** The editor knows `editor.action.triggerSuggest`: after a key that has listed values they are shown at once. */
  readonly triggerSuggest: boolean;
}

type Place = KeyContext | ValueContext;

/** An item whose edit still counts in offsets. */
interface Draft extends CompletionItem {
  readonly replace: OffsetRange;
  readonly newText: string;
}

type Edit = Pick<Draft, "replace" | "newText" | "insertTextFormat" | "insertTextMode" | "command">;

/** Items for the cursor, in the order in which they should be offered. Empty where nothing is known. */
export function completion(model: FileModel, offset: number, options: CompletionOptions): CompletionItem[] {
  const place = cursorContext(model.source, offset);
  if (!place) return [];
  const schemas = schemasAt(model.schema, place.root, place.path);
  const items =
    place.kind === "key"
      ? [
          ...keyItems(model, place, schemas, options),
          ...valueItems(model, place, schemas),
          ...listItems(model, place, schemas, options),
        ]
      : valueItems(model, place, schemas);
  return items.map(({ replace, newText, ...item }, index) => ({
    ...item,
    sortText: String(index).padStart(4, "0"),
    textEdit: toTextEdit({ ...replace, newText }, model.source.lines),
  }));
}

function keyItems(model: FileModel, place: KeyContext, schemas: Schemas, options: CompletionOptions): Draft[] {
  const node = dereference(nodeAt(place.root, place.path));
  const present = new Set([
    ...place.presentKeys,
    ...(node?.kind === "map" && !place.flow ? mergedKeys(node, place) : []),
  ]);
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const keys = [
    ...new Set([...schemas.flatMap((schema) => propertyKeys(schema)), ...namedKeys(model, schemas)]),
  ].filter((key) => !present.has(key));
  const ordered = [...keys.filter((key) => required.has(key)), ...keys.filter((key) => !required.has(key))];
  return ordered.flatMap((key) => keyItemsOf(key, required.has(key), model, place, schemas, options));
}

/** Keys of the tree that the lines around the cursor do not show: those that merges bring in. */
function mergedKeys(
  node: Extract<ReturnType<typeof dereference>, { kind: "map" }>,
  place: KeyContext,
): readonly string[] {
  return [...presentKeys(node)].filter((key) => key !== place.prefix && !key.startsWith(`${place.prefix} `));
}

/** Keys a mapping may have; other spellings and deprecated keys are understood but not offered. */
function propertyKeys(schema: Schema): readonly string[] {
  return Object.entries(schema.properties ?? {})
    .filter(([, child]) => !resolve(child).deprecated)
    .map(([key]) => key);
}

/** Keys of a map of named things: the names its schema lists, those it refers to, and its examples. */
function namedKeys(model: FileModel, schemas: Schemas): readonly string[] {
  return schemas.flatMap((schema) => {
    const names = schema.propertyNames && resolve(schema.propertyNames);
    if (!names) return [];
    const listed = allowedValues(names).map(String);
    const aliases = names["x-enum-aliases"] ?? {};
    const referred =
      names["x-refers"] === undefined ? [] : namesOfClass(model.context, names["x-refers"]).map((name) => name.name);
    const suggested =
      names.format === undefined ? [] : (scalarLanguage(names.format)?.completions?.() ?? []).map((item) => item.label);
    const examples = (names.examples ?? []).map(String);
    const canonical = listed.filter((name) => aliases[name] === undefined);
    return [...referred, ...canonical, ...suggested, ...examples, ...listed];
  });
}

function keyItemsOf(
  key: string,
  required: boolean,
  model: FileModel,
  place: KeyContext,
  schemas: Schemas,
  options: CompletionOptions,
): Draft[] {
  const schema = schemas.map((candidate) => childSchema(candidate, key)).find((child) => child !== undefined);
  const target = schema && resolve(schema);
  const base: CompletionItem = {
    label: key,
    kind: CompletionItemKind.Property,
    detail: required ? "required" : (target?.title ?? ""),
    documentation: { kind: MarkupKind.Markdown, value: describeKey(schemas, key) },
    ...(target?.deprecated && { tags: [CompletionItemTag.Deprecated] }),
  };
  const simple = { ...base, ...keyEdit(key, target, model, place, options) };
  if (place.hasColon || place.flow || !target || !requiresChildren(target)) return [simple];
  const text = keyWithRequired(key, target, place.column, layoutOf(model.source), options.snippets);
  return [
    simple,
    {
      ...base,
      label: `${key} …`,
      filterText: key,
      detail: "with its required keys",
      ...edit(place, text, options.snippets),
    },
  ];
}

function keyEdit(
  key: string,
  schema: Schema | undefined,
  model: FileModel,
  place: KeyContext,
  options: CompletionOptions,
): Edit {
  const written = writeKey(key, model.source.notation);
  if (place.hasColon) return edit(place, written, false);
  if (place.flow || !schema) return withSuggestions(edit(place, `${written}: `, false), schema, options);
  const layout = layoutOf(model.source);
  const listed = allowedValues(schema).length > 0;
  const inner = layout.lineBreak + " ".repeat(place.column + layout.step);
  if (!listed && acceptsObject(schema) && !typesOf(schema).includes("boolean"))
    return blockEdit(place, `${written}:${inner}`, options);
  if (!listed && acceptsArray(schema) && !typesOf(schema).includes("string")) {
    const dash = layout.lineBreak + " ".repeat(place.column + (layout.indentedLists ? layout.step : 0));
    return blockEdit(place, `${written}:${dash}- `, options);
  }
  return withSuggestions(edit(place, `${written}: `, false), schema, options);
}

function blockEdit(place: KeyContext, text: string, options: CompletionOptions): Edit {
  return options.snippets ? edit(place, `${escapeSnippet(text)}$0`, true) : edit(place, text, false);
}

function withSuggestions(item: Edit, schema: Schema | undefined, options: CompletionOptions): Edit {
  const hasValues =
    schema !== undefined &&
    (allowedValues(schema).length > 0 ||
      schema.format !== undefined ||
      schema["x-refers"] !== undefined ||
      typesOf(schema).includes("boolean"));
  if (!hasValues || !options.triggerSuggest) return item;
  return { ...item, command: { title: "Suggest", command: "editor.action.triggerSuggest" } };
}

function edit(place: Place, newText: string, snippet: boolean): Edit {
  return {
    replace: place.replace,
    newText,
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };
}

/** A list wants its next item: a dash, in place of the key that can not stand here. */
function listItems(model: FileModel, place: KeyContext, schemas: Schemas, options: CompletionOptions): Draft[] {
  if (place.flow || place.hasColon || place.afterDash) return [];
  return schemas.filter(acceptsArray).flatMap((schema) => {
    const item = schema.items && resolve(schema.items);
    const base = { label: "- item", filterText: "-", kind: CompletionItemKind.Struct, detail: item?.title ?? "" };
    const documentation = { kind: MarkupKind.Markdown, value: item ? describeSchemas([item]) : "" };
    const entries = item && acceptsObject(item) ? requiredOf(item) : [];
    const text =
      entries.length === 0 ? "" : keysWithRequired(entries, place.column + 2, layoutOf(model.source), options.snippets);
    return [{ ...base, documentation, ...edit(place, `- ${text}`, options.snippets) }];
  });
}

function requiredOf(item: Schema): readonly (readonly [string, Schema])[] {
  const branch = item.oneOf?.[0] ? resolve(item.oneOf[0]) : item;
  return (branch.required ?? []).flatMap((key) => {
    const child = branch.properties?.[key];
    return child ? [[key, child] as const] : [];
  });
}

interface ValueChoice {
  readonly value: string | number | boolean;
  readonly detail: string;
  readonly documentation: string;
  readonly kind: CompletionItemKind;
  readonly deprecated?: boolean;
}

function valueItems(model: FileModel, place: Place, schemas: Schemas): Draft[] {
  const scalarPlace = place.kind === "value" ? listOfScalars(schemas) : schemas;
  const choices = scalarPlace.flatMap((schema) => valueChoices(model, schema));
  const written = new Set<string>();
  return choices.flatMap((choice) => {
    const text = writeScalar(choice.value, model.source.notation);
    if (written.has(text)) return [];
    written.add(text);
    return [
      {
        label: String(choice.value),
        kind: choice.kind,
        detail: choice.detail,
        documentation: { kind: MarkupKind.Markdown, value: choice.documentation },
        filterText: filterText(place, String(choice.value), text),
        ...(choice.deprecated && { tags: [CompletionItemTag.Deprecated] }),
        ...edit(
          place,
          place.kind === "value" && !place.flow && place.prefix === ""
            ? ` ${text}`.slice(needsSpace(model, place) ? 0 : 1)
            : text,
          false,
        ),
      },
    ];
  });
}

/** Behind `key:` without a space, the space is part of the value's edit. */
function needsSpace(model: FileModel, place: ValueContext): boolean {
  return model.source.text.charAt(place.replace.start - 1) === ":";
}

/** An editor filters by the text it replaces, so an opened quote has to begin the filter text. */
function filterText(place: Place, value: string, text: string): string {
  const quote = /^["']/.exec(place.prefix)?.[0];
  return quote === undefined ? (text.startsWith('"') ? value : text) : `${quote}${value}`;
}

/** At the value of a list key (`scopes: |`) nothing scalar fits; lists that also take one scalar keep their own schema. */
function listOfScalars(schemas: Schemas): Schemas {
  return schemas.filter((schema) => !acceptsArray(schema) || typesOf(schema).length > 1);
}

function valueChoices(model: FileModel, schema: Schema): ValueChoice[] {
  return [
    ...listedChoices(schema),
    ...booleanChoices(schema),
    ...nameChoices(model, schema),
    ...formatChoices(schema),
    ...suggestedChoices(schema),
  ];
}

function listedChoices(schema: Schema): ValueChoice[] {
  const aliases = schema["x-enum-aliases"] ?? {};
  const values = allowedValues(schema).map((value, index) => ({
    value,
    meaning: schema.enumDescriptions?.[index] ?? schema.description ?? "",
  }));
  return values
    .filter(
      (entry): entry is { value: string | number | boolean; meaning: string } =>
        entry.value !== null && typeof entry.value !== "object",
    )
    .map(({ value, meaning }) => ({
      value,
      detail: value === schema.default ? "default" : "",
      documentation: meaning,
      kind: CompletionItemKind.EnumMember,
      deprecated: schema["x-deprecated-values"]?.[String(value)] !== undefined,
      isAlias: aliases[String(value)] !== undefined,
    }))
    .sort((a, b) => Number(a.isAlias || a.deprecated) - Number(b.isAlias || b.deprecated));
}

function booleanChoices(schema: Schema): ValueChoice[] {
  if (!typesOf(schema).includes("boolean") || schema.enum || schema.const !== undefined) return [];
  return [true, false].map((value) => ({
    value,
    detail: value === schema.default ? "default" : "",
    documentation: schema.description ?? "",
    kind: CompletionItemKind.Value,
  }));
}

function nameChoices(model: FileModel, schema: Schema): ValueChoice[] {
  const nameClass = schema["x-refers"];
  if (nameClass === undefined) return [];
  return namesOfClass(model.context, nameClass).map(({ name }) => ({
    value: `${REFERENCE_PREFIX[nameClass] ?? ""}${name}`,
    detail: nameClass.replace(/-/g, " "),
    documentation: "",
    kind: CompletionItemKind.Reference,
  }));
}

function formatChoices(schema: Schema): ValueChoice[] {
  if (schema.format === undefined) return [];
  const items = scalarLanguage(schema.format)?.completions?.() ?? [];
  return items.map((item) => ({
    value: item.label,
    detail: item.detail ?? "",
    documentation: item.documentation ?? "",
    kind: CompletionItemKind.Value,
  }));
}

/** The default and the examples, when nothing better lists values. */
function suggestedChoices(schema: Schema): ValueChoice[] {
  if (allowedValues(schema).length > 0 || typesOf(schema).includes("boolean")) return [];
  const suggestions = [
    ...(schema.default === undefined ? [] : [{ value: schema.default, detail: "default" }]),
    ...(schema.examples ?? []).map((value) => ({ value, detail: "example" })),
  ];
  return suggestions
    .filter((entry): entry is { value: string | number | boolean; detail: string } =>
      ["string", "number", "boolean"].includes(typeof entry.value),
    )
    .map(({ value, detail }) => ({ value, detail, documentation: "", kind: CompletionItemKind.Value }));
}
