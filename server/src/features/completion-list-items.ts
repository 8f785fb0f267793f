import * as l10n from "@vscode/l10n";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Schema } from "../schema/json-schema.ts";
import { acceptsArray, acceptsObject, type Schemas } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import type { KeyContext } from "../yaml/cursor-context.ts";
import { layoutOf } from "../yaml/layout.ts";
import type { NodePath } from "../yaml/node.ts";
import { type CompletionOptions, type Draft, draftEdit } from "./completion-item.ts";
import { withSuggestions } from "./completion-keys.ts";
import { keysWithRequired } from "./skeleton.ts";

/** A list wants its next item: a dash, in place of the key that can not stand here. `list` is the path of the list, `schemas` apply to it. */
export function listItems(
  model: FileModel,
  place: KeyContext,
  list: NodePath,
  schemas: Schemas,
  options: CompletionOptions,
): Draft[] {
  if (place.flow || place.hasColon || place.afterDash) return [];
  return schemas.filter(acceptsArray).flatMap((schema) => {
    const item = schema.items && resolve(schema.items);
    const base = { label: l10n.t`- item`, filterText: "-", kind: CompletionItemKind.Struct, detail: item?.title ?? "" };
    const about = { what: "item", path: list } as const;
    const entries = item && acceptsObject(item) ? requiredOf(item) : [];
    const text =
      entries.length === 0 ? "" : keysWithRequired(entries, place.column + 2, layoutOf(model.source), options.snippets);
    const edit = draftEdit(place, `- ${text}`, options.snippets);
    return [{ ...base, about, ...(text === "" ? withSuggestions(edit, item, options) : edit) }];
  });
}

function requiredOf(item: Schema): readonly (readonly [string, Schema])[] {
  const branch = item.oneOf?.[0] ? resolve(item.oneOf[0]) : item;
  return (branch.required ?? []).flatMap((key) => {
    const child = branch.properties?.[key];
    return child ? [[key, child] as const] : [];
  });
}
