import type { Position } from "vscode-languageserver-types";
import { dotenvEntries } from "../tenants/dotenv.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { type BoundOccurrence, bindName } from "../tenants/name-bindings.ts";
import { type NameOccurrence, nameAt } from "../tenants/name-index.ts";
import { type PlaceholderPlace, placeholderAt, placeholdersNamed } from "../tenants/placeholder-places.ts";
import { TENANT_VARIABLES } from "../tenants/placeholders.ts";
import { type TenantFile, variableOrigins } from "../tenants/tenant-context.ts";
import { LineIndex, type OffsetRange } from "../text/line-index.ts";
import { type AnchorPlace, anchorAt } from "../yaml/anchor-places.ts";
import { locate, nodeAt } from "../yaml/navigate.ts";
import { dereference, type Node } from "../yaml/node.ts";
import { rootOf } from "../yaml/source.ts";

/** What stands at an offset and also elsewhere; `range` is its text there. */
export type SymbolAt = { readonly range: OffsetRange } & (
  | { readonly kind: "name"; readonly occurrence: NameOccurrence }
  | { readonly kind: "anchor"; readonly anchor: AnchorPlace }
  | { readonly kind: "placeholder"; readonly place: PlaceholderPlace }
);

/** A place of a symbol in some file. */
export interface SymbolPlace {
  readonly uri: string;
  readonly lines: LineIndex;
  /** The text of the symbol alone. */
  readonly range: OffsetRange;
  /** What a declaration declares, its name included: a list item, a key with its value, a line. */
  readonly around: OffsetRange;
  readonly isDeclaration: boolean;
}

/** The symbol at an offset: an anchor, a placeholder or a name. Undefined when there is none. */
export function symbolAt(model: FileModel, offset: number): SymbolAt | undefined {
  const anchor = anchorAt(model.source, offset);
  if (anchor) {
    const covers = ({ start, end }: OffsetRange): boolean => start - 1 <= offset && offset <= end;
    return { kind: "anchor", anchor, range: [anchor, ...anchor.aliases].find(covers) ?? anchor };
  }
  const place = placeholderAt(model.source, offset);
  if (place) return { kind: "placeholder", place, range: place };
  const occurrence = nameAt(model, offset);
  return occurrence && { kind: "name", occurrence, range: occurrence };
}

/**
 * Every place of a symbol, declarations first. `files` are those in which variables of the deployment environment are looked for, which
 * hold for more than one tenant; everything else stays within the tenant.
 */
export function symbolPlaces(
  model: FileModel,
  symbol: SymbolAt,
  files: readonly TenantFile[] = model.context.files,
): readonly SymbolPlace[] {
  if (symbol.kind === "anchor") return anchorSymbolPlaces(model, symbol.anchor);
  if (symbol.kind === "placeholder") return placeholderSymbolPlaces(model, symbol.place, files);
  const { declarations, uses } = bindName(model.context.files, model, symbol.occurrence);
  return [...declarations, ...uses].map(namePlace);
}

/** The places of a symbol in the file itself, in no special order. Much cheaper than all places. */
export function placesInFile(model: FileModel, symbol: SymbolAt): readonly SymbolPlace[] {
  if (symbol.kind === "name") return symbolPlaces({ ...model, context: { ...model.context, files: [model] } }, symbol);
  return symbolPlaces(model, symbol, [model]).filter(({ uri }) => uri === model.uri);
}

/** The place of a name that is declared or used in a file. */
export function namePlace({ file, occurrence }: BoundOccurrence): SymbolPlace {
  const { isDeclaration, start, end } = occurrence;
  const range = { start, end };
  const around = isDeclaration ? declaredThing(file, occurrence) : range;
  return { uri: file.uri, lines: file.source.lines, range, around, isDeclaration };
}

/** What a name is declared for: the list item that has it as a key's value, or the key with its value. */
export function declaredThing(file: TenantFile, { node, path, start, end }: NameOccurrence): OffsetRange {
  const root = rootOf(file.source);
  const item = typeof path.at(-2) === "number" ? dereference(nodeAt(root, path.slice(0, -1))) : undefined;
  if (item && item.start <= node.start && node.end <= item.end) return item;
  const pair = locate(root, start)?.pair;
  return pair && pair.start <= start && end <= pair.end ? { start: pair.start, end: pair.end } : node;
}

function anchorSymbolPlaces({ uri, source }: FileModel, anchor: AnchorPlace): readonly SymbolPlace[] {
  const { lines } = source;
  const { start, end, node, aliases } = anchor;
  const around = { start: start - 1, end: Math.max(end, node.end) };
  return [
    { uri, lines, range: { start, end }, around, isDeclaration: true },
    ...aliases.map((range) => ({ uri, lines, range, around: range, isDeclaration: false })),
  ];
}

function placeholderSymbolPlaces(
  model: FileModel,
  place: PlaceholderPlace,
  files: readonly TenantFile[],
): readonly SymbolPlace[] {
  const isVariable = place.kind === "variable";
  const declarations = isVariable ? variableDeclarations(model, place) : dotenvDeclarations(model, place.name);
  const uses = (isVariable ? model.context.files : files).flatMap(({ uri, source }) =>
    placeholdersNamed(source, place).map(({ start, end }) => {
      const range = { start, end };
      return { uri, lines: source.lines, range, around: range, isDeclaration: false };
    }),
  );
  return [...declarations, ...uses];
}

function variableDeclarations(model: FileModel, { name: written, path }: PlaceholderPlace): readonly SymbolPlace[] {
  const name = TENANT_VARIABLES.find((candidate) => candidate === written);
  if (name === undefined) return [];
  return variableOrigins(model.context, model, path, name).flatMap(({ file, path: steps }) => {
    const node = dereference(nodeAt(rootOf(file.source), steps));
    if (!node) return [];
    const around = pairOf(file, node);
    return [{ uri: file.uri, lines: file.source.lines, range: node, around, isDeclaration: true }];
  });
}

function pairOf(file: TenantFile, node: Node): OffsetRange {
  const pair = locate(rootOf(file.source), node.start)?.pair;
  return pair && pair.value === node ? { start: pair.start, end: pair.end } : node;
}

function dotenvDeclarations({ context }: FileModel, name: string): readonly SymbolPlace[] {
  return context.variableFiles.flatMap(({ uri, text }) => {
    const lines = new LineIndex(text);
    return dotenvEntries(text)
      .filter((entry) => entry.name === name)
      .map((entry) => ({ uri, lines, range: entry.nameRange, around: entry.range, isDeclaration: true }));
  });
}

/** Name of the variable of the deployment environment at a position, which other tenants may use as well; undefined elsewhere. */
export function sharedVariableAt(model: FileModel, position: Position): string | undefined {
  const place = placeholderAt(model.source, model.source.lines.offsetAt(position));
  return place?.kind === "environment" ? place.name : undefined;
}
