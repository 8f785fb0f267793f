import * as l10n from "@vscode/l10n";
import type { CodeLens, Location, Range } from "vscode-languageserver-types";
import { PREVIEW_EFFECTIVE_COMMAND, SHOW_REFERENCES_COMMAND } from "../protocol.ts";
import { childSchemas } from "../schema/match.ts";
import { type FileModel, modelsOfDocuments } from "../tenants/file-model.ts";
import { type BoundOccurrence, bindName } from "../tenants/name-bindings.ts";
import { type NameOccurrence, namesOf } from "../tenants/name-index.ts";
import { canonicalName } from "../tenants/names.ts";
import { effectivePairs } from "../yaml/navigate.ts";
import { dereference, type Node } from "../yaml/node.ts";
import { declaredBy, type NamedElement, ownerOf, schemasOf } from "./named-element.ts";

/** What an editor can do with a lens. */
export interface CodeLensOptions {
  /** The editor knows {@link SHOW_REFERENCES_COMMAND}; others show the words alone. */
  readonly showsReferences: boolean;
  /** The editor knows {@link PREVIEW_EFFECTIVE_COMMAND}. */
  readonly showsPreview: boolean;
}

/** Conditions are named up to this many characters; what is behind a longer text nobody reads beside a line. */
const LONGEST_CONDITIONS = 100;

/**
 * A lens above each name that is declared in the file and used somewhere in the tenant, in document order, and one for the preview above the
 * first key. What the former say is found out by {@link resolveCodeLens}.
 */
export function codeLenses(model: FileModel, options: CodeLensOptions): CodeLens[] {
  return [...(options.showsPreview ? previewLens(model) : []), ...modelsOfDocuments(model).flatMap(nameLenses)];
}

function previewLens({ root, source, uri }: FileModel): readonly CodeLens[] {
  const [first] = root?.kind === "map" ? root.pairs : [];
  if (!first) return [];
  const title = l10n.t`Preview the effective configuration`;
  const command = { title, command: PREVIEW_EFFECTIVE_COMMAND, arguments: [uri] };
  return [{ range: source.lines.rangeOf(first.key), command }];
}

function nameLenses(model: FileModel): readonly CodeLens[] {
  const used = new Set(model.context.files.flatMap((file) => namesOf(file).uses.map(keyOf)));
  if (used.size === 0) return [];
  const declarations = namesOf(model).declarations.filter((name) => used.has(keyOf(name)));
  return declarations.map((name) => ({ range: model.source.lines.rangeOf(name), data: { uri: model.uri } }));
}

function keyOf({ nameClass, name }: NameOccurrence): string {
  return `${nameClass}\n${canonicalName(nameClass, name)}`;
}

/**
 * The lens with the number of uses of its name, the conditions under which they count (the matchers of the routes that lead to a receiver),
 * and the name where several are declared on one line; as it is when the name is gone.
 */
export function resolveCodeLens(model: FileModel, lens: CodeLens, options: CodeLensOptions): CodeLens {
  const { lines } = model.source;
  const start = lines.offsetAt(lens.range.start);
  const { declarations } = namesOf(model);
  const name = lens.command ? undefined : declarations.find((declaration) => declaration.start === start);
  if (!name) return lens;
  const isAlone = !declarations.some(
    (other) => other !== name && lines.positionAt(other.start).line === lens.range.start.line,
  );
  const { uses } = bindName(model.context.files, model, name);
  const locations = uses.map(({ file, occurrence }) => ({
    uri: file.uri,
    range: file.source.lines.rangeOf(occurrence),
  }));
  const { length } = locations;
  const times = length === 1 ? l10n.t`${length} reference` : l10n.t`${length} references`;
  const words = [times, ...conditionsOf(uses)].join(" · ");
  const title = isAlone ? words : l10n.t`${name.name}: ${words}`;
  return { ...lens, command: commandOf(title, model.uri, lens.range, locations, options) };
}

/** Under which conditions the uses of a name count, as they are written; empty when there are none, or too many to read. */
function conditionsOf(uses: readonly BoundOccurrence[]): readonly string[] {
  const conditions = uses.flatMap(({ file, occurrence }) => {
    const owner = ownerOf(file, occurrence);
    return owner && declaredBy(owner).length === 0 ? (matchersOf(owner) ?? []) : [];
  });
  const different = [...new Set(conditions)];
  return different.join().length > LONGEST_CONDITIONS ? [] : different;
}

/** The matchers of a thing in one text; undefined when it has none. */
function matchersOf(owner: NamedElement): string | undefined {
  const schemas = schemasOf(owner);
  const matchers = [...effectivePairs(owner.node)].flatMap(([key, { value }]) => {
    const list = dereference(value);
    const inside = childSchemas(schemas, key, list);
    const isMatchers = childSchemas(inside, 0, undefined).some((schema) => schema.format === "matcher");
    return isMatchers && list?.kind === "sequence" ? list.items.flatMap(textOf) : [];
  });
  return matchers.length === 0 ? undefined : matchers.join(", ");
}

function textOf(item: Node): readonly string[] {
  const node = dereference(item);
  return node?.kind === "scalar" && typeof node.value === "string" ? [node.value] : [];
}

function commandOf(
  title: string,
  uri: string,
  range: Range,
  locations: readonly Location[],
  options: CodeLensOptions,
): CodeLens["command"] {
  if (!options.showsReferences || locations.length === 0) return { title, command: "" };
  return { title, command: SHOW_REFERENCES_COMMAND, arguments: [uri, range.start, locations] };
}
