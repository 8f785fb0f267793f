import type { CompletionItem } from "vscode-languageserver-types";
import { schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { toTextEdit } from "../text/offset-edit.ts";
import { aboutText, type CompletionAbout, readAbout } from "./completion-about.ts";
import { aliasItems } from "./completion-aliases.ts";
import type { CompletionOptions, Draft } from "./completion-item.ts";
import { keyItems } from "./completion-keys.ts";
import { listItems } from "./completion-list-items.ts";
import { type CompletionPlace, completionPlace } from "./completion-place.ts";
import { snippetItems } from "./completion-snippets.ts";
import { valueItems } from "./completion-values.ts";

export type { CompletionOptions } from "./completion-item.ts";

/** Items for the cursor, in the order in which they should be offered. Empty where nothing is known. */
export function completion(model: FileModel, offset: number, options: CompletionOptions): CompletionItem[] {
  const aliases = aliasItems(model, offset);
  const place = aliases ? undefined : completionPlace(model.source, offset);
  const items = aliases ?? (place ? drafts(model, place, options) : []);
  return items.map(({ replace, newText, about, ...item }, index) => ({
    ...item,
    ...(about && describe(model, about, options)),
    sortText: String(index).padStart(4, "0"),
    textEdit: toTextEdit({ ...replace, newText: (place?.lead ?? "") + newText }, model.source.lines),
  }));
}

function drafts(model: FileModel, place: CompletionPlace, options: CompletionOptions): Draft[] {
  const { context, list, takesKey, takesValue } = place;
  const schemas = schemasAt(model.schema, context.root, context.path);
  const values = takesValue ? valueItems(model, context, schemas) : [];
  if (context.kind !== "key") return values;
  const ofList = list ? schemasAt(model.schema, context.root, list) : [];
  return [
    ...(takesKey ? keyItems(model, context, schemas, options) : []),
    ...values,
    ...(list ? listItems(model, context, list, ofList, options) : []),
    ...snippetItems(model, context, takesKey ? schemas : [], ofList, options),
  ];
}

function describe(model: FileModel, about: CompletionAbout, options: CompletionOptions): Partial<CompletionItem> {
  if (options.resolvesDocumentation) return { data: { uri: model.uri, ...about } };
  const documentation = aboutText(model, about);
  return documentation ? { documentation } : {};
}

/** An item with its documentation, as an editor asks for it when it shows the item. The item itself when there is none. */
export function resolveCompletion(model: FileModel, item: CompletionItem): CompletionItem {
  const about = readAbout(item.data);
  const documentation = about && aboutText(model, about);
  return documentation ? { ...item, documentation } : item;
}
