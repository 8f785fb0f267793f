import type { CompletionItem } from "vscode-languageserver-types";
import { schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { toTextEdit } from "../text/offset-edit.ts";
import { cursorContext } from "../yaml/cursor-context.ts";
import type { CompletionOptions } from "./completion-item.ts";
import { keyItems } from "./completion-keys.ts";
import { listItems } from "./completion-list-items.ts";
import { valueItems } from "./completion-values.ts";

export type { CompletionOptions } from "./completion-item.ts";

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
