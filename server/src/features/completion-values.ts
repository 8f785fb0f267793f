import * as l10n from "@vscode/l10n";
import { CompletionItemKind, CompletionItemTag, MarkupKind } from "vscode-languageserver-types";
import { type Schema, typesOf } from "../schema/json-schema.ts";
import { acceptsArray, allowedValues, type Schemas } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { REFERENCE_PREFIX } from "../tenants/names.ts";
import { namesOfClass } from "../tenants/tenant-context.ts";
import { scalarLanguage } from "../values/index.ts";
import type { ValueContext } from "../yaml/cursor-context.ts";
import type { NodePath } from "../yaml/node.ts";
import { writeScalar } from "../yaml/write-scalar.ts";
import { type Draft, draftEdit, type Place } from "./completion-item.ts";
import { embeddedContext } from "./embedded-context.ts";

interface ValueChoice {
  readonly value: string | number | boolean;
  readonly detail: string;
  readonly documentation: string;
  readonly kind: CompletionItemKind;
  readonly deprecated?: boolean;
}

/** Values that can be written at a place: listed ones, names, words of the scalar language, defaults and examples. */
export function valueItems(model: FileModel, place: Place, schemas: Schemas): Draft[] {
  const scalarPlace = place.kind === "value" ? listOfScalars(schemas) : schemas;
  const choices = scalarPlace.flatMap((schema) => valueChoices(model, place.path, schema));
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
        ...draftEdit(
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

function valueChoices(model: FileModel, path: NodePath, schema: Schema): ValueChoice[] {
  const listed = listedChoices(schema);
  const names = nameChoices(model, schema).map((name) => listed.find((choice) => choice.value === name.value) ?? name);
  return [
    ...names,
    ...listed,
    ...booleanChoices(schema),
    ...formatChoices(model, path, schema),
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
      detail: value === schema.default ? l10n.t`default` : "",
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
    detail: value === schema.default ? l10n.t`default` : "",
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

function formatChoices(model: FileModel, path: NodePath, schema: Schema): ValueChoice[] {
  if (schema.format === undefined) return [];
  const language = scalarLanguage(schema.format);
  // A value that is not begun yet: what an expression can begin with.
  const items = language?.completions?.() ?? language?.completionsAt?.("", 0, embeddedContext(model, path)) ?? [];
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
    ...(schema.default === undefined ? [] : [{ value: schema.default, detail: l10n.t`default` }]),
    ...(schema.examples ?? []).map((value) => ({ value, detail: l10n.t`example` })),
  ];
  return suggestions
    .filter((entry): entry is { value: string | number | boolean; detail: string } =>
      ["string", "number", "boolean"].includes(typeof entry.value),
    )
    .map(({ value, detail }) => ({ value, detail, documentation: "", kind: CompletionItemKind.Value }));
}
