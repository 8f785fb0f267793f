import type { CompletionItem, Position } from "vscode-languageserver-types";
import { applicableAt } from "../../schema/custom/applicable.ts";
import { toTextEdit } from "../../text/offset-edit.ts";
import type { CompletionOptions, Draft } from "../completion-item.ts";
import { type CompletionPlace, completionPlace } from "../completion-place.ts";
import { ownKeyItems, ownListItems } from "./completion-keys.ts";
import { snippetItems } from "./completion-snippets.ts";
import { ownValueItems } from "./completion-values.ts";
import { ownJsonCompletion } from "./json-completion.ts";
import { appliedTo, type OwnFile } from "./own-file.ts";

/** Items for a position of a file with a schema of its team, in the order in which they should be offered. */
export async function ownCompletion(
  file: OwnFile,
  position: Position,
  options: CompletionOptions,
): Promise<CompletionItem[]> {
  const { source, schema } = file;
  if (schema.problem !== undefined || file.own.remote !== undefined) return [];
  if (source.notation === "json") {
    const isTooDeep = source.file.problems.some((problem) => problem.code === "nesting-too-deep");
    return isTooDeep ? [] : ownJsonCompletion(file, position, options);
  }
  const place = completionPlace(source, source.lines.offsetAt(position));
  if (!place) return [];
  return drafts(file, place, options).map(({ replace, newText, about, ...item }, index) => ({
    ...item,
    sortText: String(index).padStart(4, "0"),
    textEdit: toTextEdit({ ...replace, newText: place.lead + newText }, source.lines),
  }));
}

function drafts(file: OwnFile, place: CompletionPlace, options: CompletionOptions): readonly Draft[] {
  const { context, list, takesKey, takesValue } = place;
  const document = appliedTo(file, context.root, "possible");
  const applied = applicableAt(document, context.path);
  const values = takesValue ? ownValueItems(file, context, applied, options) : [];
  if (context.kind !== "key") return values;
  return [
    ...(takesKey ? ownKeyItems(file, context, { document, applied }, options) : []),
    ...values,
    ...(list ? ownListItems(file, context, { document, applied: applicableAt(document, list) }, options) : []),
    ...(takesKey ? snippetItems(file, context, applied, options) : []),
  ];
}
