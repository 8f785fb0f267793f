import * as l10n from "@vscode/l10n";
import type { CodeLens, Location, Range } from "vscode-languageserver-types";
import { SHOW_REFERENCES_COMMAND } from "../protocol.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { bindName } from "../tenants/name-bindings.ts";
import { type NameOccurrence, namesOf } from "../tenants/name-index.ts";
import { canonicalName } from "../tenants/names.ts";

/** What an editor can do with a lens. */
export interface CodeLensOptions {
  /** The editor knows {@link SHOW_REFERENCES_COMMAND}; others show the words alone. */
  readonly showsReferences: boolean;
}

/**
 * A lens above each name that is declared in the file and used somewhere in the tenant, in document order. What it says is found out by
 * {@link resolveCodeLens}.
 */
export function codeLenses(model: FileModel): CodeLens[] {
  const used = new Set(model.context.files.flatMap((file) => namesOf(file).uses.map(keyOf)));
  if (used.size === 0) return [];
  const declarations = namesOf(model).declarations.filter((name) => used.has(keyOf(name)));
  return declarations.map((name) => ({ range: model.source.lines.rangeOf(name), data: { uri: model.uri } }));
}

function keyOf({ nameClass, name }: NameOccurrence): string {
  return `${nameClass}\n${canonicalName(nameClass, name)}`;
}

/** The lens with the number of uses of its name, and the name where several are declared on one line; as it is when the name is gone. */
export function resolveCodeLens(model: FileModel, lens: CodeLens, options: CodeLensOptions): CodeLens {
  const { lines } = model.source;
  const start = lines.offsetAt(lens.range.start);
  const { declarations } = namesOf(model);
  const name = declarations.find((declaration) => declaration.start === start);
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
  const title = isAlone ? times : l10n.t`${name.name}: ${times}`;
  return { ...lens, command: commandOf(title, model.uri, lens.range, locations, options) };
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
