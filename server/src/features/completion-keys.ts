import * as l10n from "@vscode/l10n";
import { CompletionItemKind, CompletionItemTag } from "vscode-languageserver-types";
import { type Schema, typesOf } from "../schema/json-schema.ts";
import { acceptsArray, acceptsObject, allowedValues, childSchema, type Schemas } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { keysAlike } from "../tenants/keys-alike.ts";
import { namesOfClass } from "../tenants/tenant-context.ts";
import { scalarLanguage } from "../values/index.ts";
import type { KeyContext } from "../yaml/cursor-context.ts";
import { layoutOf } from "../yaml/layout.ts";
import { writeKey } from "../yaml/write-scalar.ts";
import { type CompletionOptions, type Draft, type DraftEdit, draftEdit } from "./completion-item.ts";
import { escapeSnippet, keyWithRequired, requiresChildren } from "./skeleton.ts";

/** Keys that can be written at a place, required ones first, each also with what it requires below it. */
export function keyItems(model: FileModel, place: KeyContext, schemas: Schemas, options: CompletionOptions): Draft[] {
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const deciding = decidingKeys(schemas);
  const known = [
    ...schemas.flatMap((schema) => propertyKeys(schema)),
    ...namedKeys(model, schemas),
    ...freeKeys(model, place, schemas),
  ];
  if (known.length === 0) return [];
  const present = withSpellings(place.presentKeys(), schemas);
  const keys = [...new Set(known)].filter((key) => !present.has(key));
  const rank = (key: string): number => (deciding.has(key) ? 0 : required.has(key) ? 1 : 2);
  const ordered = keys.sort((a, b) => rank(a) - rank(b));
  return ordered.flatMap((key) => keyItemsOf(key, required.has(key), model, place, schemas, options));
}

/** Keys that tell the branches of an open union apart: every branch lists other values for them. */
function decidingKeys(branches: Schemas): ReadonlySet<string> {
  const [first, ...others] = branches;
  if (!first || others.length === 0) return new Set();
  const keys = Object.keys(first.properties ?? {});
  return new Set(
    keys.filter((key) => {
      const values = branches.flatMap((branch) => allowedValues(branch.properties?.[key]));
      const isListed = branches.every((branch) => allowedValues(branch.properties?.[key]).length > 0);
      return isListed && new Set(values).size === values.length;
    }),
  );
}

/** Keys a mapping may have; other spellings and deprecated keys are understood but not offered. */
function propertyKeys(schema: Schema): readonly string[] {
  return Object.entries(schema.properties ?? {})
    .filter(([, child]) => !resolve(child).deprecated && resolve(child)["x-alias"] === undefined)
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
    return [...referred, ...listed, ...suggested, ...examples].filter((name) => aliases[name] === undefined);
  });
}

/** Present keys and their other spellings: `prod` is taken where `production` stands, `bucket` where `container` does. */
function withSpellings(present: ReadonlySet<string>, schemas: Schemas): ReadonlySet<string> {
  const taken = schemas.flatMap(spellings).filter((pair) => pair.some((key) => present.has(key)));
  return taken.length === 0 ? present : new Set([...present, ...taken.flat()]);
}

/** Every other spelling that a schema knows for a key, with the canonical one. */
function spellings(schema: Schema): readonly (readonly [alias: string, canonical: string])[] {
  const names = schema.propertyNames && resolve(schema.propertyNames);
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    const canonical = resolve(child)["x-alias"];
    return canonical === undefined ? [] : [[key, canonical] as const];
  });
  return [...Object.entries(names?.["x-enum-aliases"] ?? {}), ...properties];
}

/** Keys that only their author knows: those that stand at like places of the tenant's files. */
function freeKeys(model: FileModel, place: KeyContext, schemas: Schemas): readonly string[] {
  const isFree =
    schemas.length === 0 || schemas.some((schema) => schema.additionalProperties !== false && acceptsObject(schema));
  return isFree && place.path.length > 0 ? keysAlike(model.context, model, place.path) : [];
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
  const base: Omit<Draft, "replace" | "newText"> = {
    label: key,
    kind: CompletionItemKind.Property,
    detail: required ? l10n.t`required` : (target?.title ?? ""),
    about: { what: "key" as const, path: place.path, key },
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
      detail: l10n.t`with its required keys`,
      ...draftEdit(place, text, options.snippets),
    },
  ];
}

function keyEdit(
  key: string,
  schema: Schema | undefined,
  model: FileModel,
  place: KeyContext,
  options: CompletionOptions,
): DraftEdit {
  const written = writeKey(key, model.source.notation);
  if (place.hasColon) return draftEdit(place, written, false);
  if (place.flow || !schema) return withSuggestions(draftEdit(place, `${written}: `, false), schema, options);
  const layout = layoutOf(model.source);
  const listed = allowedValues(schema).length > 0;
  const inner = layout.lineBreak + " ".repeat(place.column + layout.step);
  if (!listed && acceptsObject(schema) && !acceptsScalar(schema))
    return blockEdit(place, `${written}:${inner}`, options);
  if (!listed && acceptsArray(schema) && !acceptsScalar(schema)) {
    const dash = layout.lineBreak + " ".repeat(place.column + (layout.indentedLists ? layout.step : 0));
    return blockEdit(place, `${written}:${dash}- `, options);
  }
  return withSuggestions(draftEdit(place, `${written}: `, false), schema, options);
}

function acceptsScalar(schema: Schema): boolean {
  return typesOf(schema).some((type) => type !== "object" && type !== "array");
}

function blockEdit(place: KeyContext, text: string, options: CompletionOptions): DraftEdit {
  return options.snippets ? draftEdit(place, `${escapeSnippet(text)}$0`, true) : draftEdit(place, text, false);
}

/** Lets the editor show the values of a key at once, when there are some. */
export function withSuggestions(item: DraftEdit, schema: Schema | undefined, options: CompletionOptions): DraftEdit {
  const hasValues =
    schema !== undefined &&
    (allowedValues(schema).length > 0 ||
      schema.format !== undefined ||
      schema["x-refers"] !== undefined ||
      typesOf(schema).includes("boolean"));
  if (!hasValues || !options.triggerSuggest) return item;
  return { ...item, command: { title: l10n.t`Suggest`, command: "editor.action.triggerSuggest" } };
}
