import * as l10n from "@vscode/l10n";
import { CompletionItemKind } from "vscode-languageserver-types";
import { acceptsArray, type Schemas } from "../schema/match.ts";
import { type ResolvedSchema, resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import type { KeyContext } from "../yaml/cursor-context.ts";
import { layoutOf } from "../yaml/layout.ts";
import { keyText } from "../yaml/node.ts";
import { type CompletionOptions, type Draft, draftEdit } from "./completion-item.ts";
import { namedKeys, type SnippetShape, snippetShape } from "./snippet-fit.ts";
import { expandSnippet, plainText, type Snippet, snippetsOf } from "./snippets.ts";

const shapes = new WeakMap<Snippet, SnippetShape | null>();

function shapeOf(snippet: Snippet): SnippetShape | undefined {
  const known = shapes.get(snippet);
  if (known !== undefined) return known ?? undefined;
  const shape = snippetShape(plainText(snippet));
  shapes.set(snippet, shape ?? null);
  return shape;
}

/** Lines of a snippet from a column on, with the file's own step and line break. The first line stands where the cursor is. */
function indented(snippet: Snippet, column: number, step: string, lineBreak: string): string {
  const lines = snippet.body.map((line) => {
    const lead = /^[ \t]*/.exec(line)?.[0] ?? "";
    return line === lead ? "" : lead.replaceAll("\t", step) + line.slice(lead.length);
  });
  return lines.map((line, index) => (index === 0 || line === "" ? line : " ".repeat(column) + line)).join(lineBreak);
}

/**
 * Snippets whose whole text fits where the cursor stands: entries of the mapping that are not there yet, items of the list, or a whole file
 * where nothing is written. `list` are the schemas of the list that an item written here would belong to.
 */
export function snippetItems(
  model: FileModel,
  place: KeyContext,
  schemas: Schemas,
  list: Schemas,
  options: CompletionOptions,
): Draft[] {
  if (place.flow || place.hasColon) return [];
  const isEmptyFile = place.path.length === 0 && place.root === undefined;
  const items = itemSchemas(list);
  return snippetsOf(model.kind).flatMap((snippet) => {
    if (snippet.isFileTemplate) return isEmptyFile ? [draft(model, place, snippet, options)] : [];
    const shape = shapeOf(snippet);
    if (!shape) return [];
    if (shape.form === "entries" || place.afterDash) {
      const text = shape.form === "entries" ? snippet : withoutDash(snippet);
      return fits(snippet, shape, schemas) && isAbsent(shape, place) ? [draft(model, place, text, options)] : [];
    }
    return fits(snippet, shape, items) ? [draft(model, place, snippet, options)] : [];
  });
}

function itemSchemas(list: Schemas): readonly ResolvedSchema[] {
  return list.filter(acceptsArray).flatMap((schema) => (schema.items ? [resolve(schema.items)] : []));
}

function fits(snippet: Snippet, shape: SnippetShape, schemas: Schemas): boolean {
  return namedKeys(shape.node, schemas) === snippet.namedKeys;
}

function isAbsent(shape: SnippetShape, place: KeyContext): boolean {
  const present = place.presentKeys();
  return shape.node.kind === "map" && shape.node.pairs.every((pair) => !present.has(keyText(pair.key) ?? ""));
}

function withoutDash(snippet: Snippet): Snippet {
  return { ...snippet, body: snippet.body.map((line) => line.replace(/^(?:- | {2})/, "")) };
}

function draft(model: FileModel, place: KeyContext, snippet: Snippet, options: CompletionOptions): Draft {
  const layout = layoutOf(model.source);
  const body = indented(snippet, place.column, " ".repeat(layout.step), layout.lineBreak);
  return {
    label: snippet.prefix,
    labelDetails: { description: l10n.t`snippet` },
    // An editor that was told to hide its own snippets would hide items of that kind as well.
    kind: CompletionItemKind.Struct,
    detail: snippet.description,
    about: { what: "snippet", prefix: snippet.prefix },
    ...draftEdit(place, options.snippets ? body : expandSnippet(body), options.snippets),
  };
}
