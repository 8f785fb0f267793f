import type { CompletionItem } from "vscode-languageserver-types";
import { schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { toTextEdit } from "../text/offset-edit.ts";
import type { CompletionOptions } from "./completion-item.ts";
import { keyItems } from "./completion-keys.ts";
import { listItems } from "./completion-list-items.ts";
import { completionPlace } from "./completion-place.ts";
import { placeholderItems } from "./completion-placeholders.ts";
import { valueItems } from "./completion-values.ts";

export type { CompletionOptions } from "./completion-item.ts";

/** Items for the cursor, in the order in which they should be offered. Empty where nothing is known. */
export function completion(model: FileModel, offset: number, options: CompletionOptions): CompletionItem[] {
  const found = completionPlace(model.source, offset);
  if (!found) return [];
  const { context, lead, list } = found;
  const schemas = schemasAt(model.schema, context.root, context.path);
  const placeholders = found.takesValue ? placeholderItems(model, context, offset) : [];
  const items =
    placeholders.length > 0
      ? placeholders
      : [
          ...(found.takesKey && context.kind === "key" ? keyItems(model, context, schemas, options) : []),
          ...(found.takesValue ? valueItems(model, context, schemas) : []),
          ...(list && context.kind === "key"
            ? listItems(model, context, schemasAt(model.schema, context.root, list), options)
            : []),
        ];
  return items.map(({ replace, newText, ...item }, index) => ({
    ...item,
    sortText: String(index).padStart(4, "0"),
    textEdit: toTextEdit({ ...replace, newText: lead + newText }, model.source.lines),
  }));
}
