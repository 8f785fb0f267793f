import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import type { EmbeddedCompletion } from "../values/scalar-language.ts";
import type { ScalarNode } from "../yaml/node.ts";
import type { CompletionOptions } from "./completion-item.ts";
import { embeddedContext } from "./embedded-context.ts";
import { type EmbeddedPlace, embeddedPlace } from "./embedded-place.ts";

const KINDS: Readonly<Record<EmbeddedCompletion["kind"], CompletionItemKind>> = {
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  variable: CompletionItemKind.Variable,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  operator: CompletionItemKind.Operator,
};

/** A placeholder that is being typed; its names are offered elsewhere. */
const PLACEHOLDER = /\$\{[\w:]*$|\{\{\s*\w*$/;

/**
 * Items for a cursor inside a scalar that is written in a language of its own, best first. Undefined where there is no such language, so
 * that the values of the schema can be offered.
 */
export function embeddedCompletion(
  model: FileModel,
  offset: number,
  { snippets }: Pick<CompletionOptions, "snippets">,
): CompletionItem[] | undefined {
  const place = embeddedPlace(model, offset);
  if (!place?.language.completionsAt || PLACEHOLDER.test(place.text.slice(0, place.offset))) return undefined;
  const items = place.language.completionsAt(place.text, place.offset, embeddedContext(model, place.path));
  // Where nothing is written yet, whole values can be offered instead.
  if (items.length === 0 && place.text.trim() === "") return undefined;
  return items.flatMap(
    (item, index) => toItem(model, place, snippets ? item : { ...item, snippet: undefined }, index) ?? [],
  );
}

type Offered = Omit<EmbeddedCompletion, "snippet"> & { readonly snippet?: string | undefined };

function toItem(
  model: FileModel,
  place: EmbeddedPlace,
  { label, kind, detail, documentation, start, end, insert, snippet }: Offered,
  index: number,
): CompletionItem | undefined {
  const range = place.rangeOf(start, end);
  if (!range) return undefined;
  const newText = escaped(snippet ?? insert, place.node);
  return {
    label,
    kind: KINDS[kind],
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    // The editor filters by the text it replaces, which is written as the style of the scalar wants it.
    filterText: escaped(insert, place.node),
    sortText: String(index).padStart(4, "0"),
    insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    textEdit: { range: model.source.lines.rangeOf(range), newText },
  };
}

/** A text as it stands inside a scalar of this style. */
function escaped(text: string, { style }: ScalarNode): string {
  if (style === "double") return JSON.stringify(text).slice(1, -1);
  return style === "single" ? text.replaceAll("'", "''") : text;
}
