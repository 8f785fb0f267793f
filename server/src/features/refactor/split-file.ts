import * as l10n from "@vscode/l10n";
import { CodeActionKind, type WorkspaceEdit } from "vscode-languageserver-types";
import type { Schema } from "../../schema/json-schema.ts";
import { schemasAt } from "../../schema/match.ts";
import type { FileModel } from "../../tenants/file-model.ts";
import { kindOfName } from "../../tenants/file-names.ts";
import { baseName, joinUri, parentUri } from "../../tenants/uri-path.ts";
import { applyOffsetEdits, type OffsetEdit } from "../../text/offset-edit.ts";
import { anchorPlaces } from "../../yaml/anchor-places.ts";
import { columnOf, layoutOf } from "../../yaml/layout.ts";
import { MERGE_KEY, nodeAt, ownPair, stringValue } from "../../yaml/navigate.ts";
import { keyText, type MapNode, type NodePath, type PairNode } from "../../yaml/node.ts";
import { isSameValue } from "../../yaml/same-value.ts";
import { parseSource, rootOf, type Source } from "../../yaml/source.ts";
import { writeScalar } from "../../yaml/write-scalar.ts";
import { chunksOf } from "../entry-chunks.ts";
import type { Offer } from "../offer.ts";
import { walkTree } from "../tree-walk.ts";
import { fileEdit } from "./file-edits.ts";
import { type Place, placesUp, shiftLines, valueStart } from "./place.ts";
import { expandedMerge, inlinedAlias } from "./references.ts";
import { type AskedPlace, isMissing, type RefactorRequest } from "./request.ts";

/** Key with which an entry says that it stands in a file of its own (contract B.5). */
export const FILE_KEY = "$file";

/** An entry that may stand in a file of its own, or does. */
export interface SeparableEntry {
  readonly place: Place;
  readonly pair: PairNode;
  readonly map: MapNode;
  readonly name: string;
  /** The path that it names instead of its content. */
  readonly file: string | undefined;
  /** Where such files stand when no other entry has one: the folder of the example in the schema, with a slash at the end, or nothing. */
  readonly folder: string;
}

/** The entry around a place that may stand in a file of its own by its schema; undefined when there is none. */
export function separableEntry(place: Place, { range, isAsked }: AskedPlace): SeparableEntry | undefined {
  const { model } = place;
  const offset = place.source.lines.offsetAt(range.start);
  for (const candidate of placesUp(place)) {
    const { node, pair, path } = candidate;
    if (node.kind !== "map" || pair?.value !== node || offset < pair.start || offset > pair.end) continue;
    const schemas = schemasAt(model.schema, model.root, path);
    const reference = schemas.map(({ properties }) => properties?.[FILE_KEY]).find((schema) => schema?.["x-file"]);
    if (!reference) continue;
    const name = keyText(pair.key);
    const file = stringValue(ownPair(node, FILE_KEY)?.value);
    const isNear = isAsked || offset <= pair.key.end || file !== undefined;
    return name === undefined || !isNear
      ? undefined
      : { place: candidate, pair, map: node, name, file, folder: folderOf(reference) };
  }
  return undefined;
}

function folderOf({ examples }: Schema): string {
  const example = examples?.find((path) => typeof path === "string");
  return String(example ?? "").replace(/[^/]*$/, "");
}

/** Offers to move an entry into a file of its own. Its comments move along, and what aliases and merges in it stand for is written out. */
export function splitFile(entry: SeparableEntry, request: RefactorRequest): readonly Offer[] {
  const { place, name } = entry;
  const target = newFile(entry);
  if (entry.file !== undefined || !target || !request.createsFiles) return [];
  const offer = {
    title: l10n.t`Move \`${name}\` to the file \`${target.path}\``,
    kind: CodeActionKind.RefactorRewrite,
    isExpensive: true,
  };
  const nothing = (): undefined => undefined;
  if (!isMissing(request, target.uri))
    return [{ ...offer, disabled: l10n.t`The file \`${target.path}\` is there already.`, edit: nothing }];
  if (isUsedOutside(entry))
    return [{ ...offer, disabled: l10n.t`An anchor in \`${name}\` is used elsewhere in this file.`, edit: nothing }];
  return [{ ...offer, edit: () => split(place.model, entry, target) }];
}

/** A file as it is named here, and its URI. */
interface NewFile {
  readonly path: string;
  readonly uri: string;
}

/** The file that an entry would move to: beside those of its siblings. Undefined when its name is none for a file, or one of a tenant file. */
export function newFile({ place, name, map, folder }: SeparableEntry): NewFile | undefined {
  const { model, parent } = place;
  const extension = /\.(?:ya?ml|json)$/i.exec(baseName(model.uri))?.[0];
  if (parent?.kind !== "map" || extension === undefined || !/^[\w-]+$/.test(name)) return undefined;
  const folders = parent.pairs.flatMap(({ value }) => {
    const path = value.kind === "map" && value !== map ? stringValue(ownPair(value, FILE_KEY)?.value) : undefined;
    return path !== undefined && /^(?:\.\/)?(?:[\w.-]+\/)*[\w.-]+$/.test(path) ? [path.replace(/[^/]+$/, "")] : [];
  });
  const path = `${folders[0] ?? folder}${name}${extension}`;
  if (path.includes("../") || kindOfName(path)) return undefined;
  return { path, uri: joinUri(parentUri(model.uri), path.replace(/^\.\//, "")) };
}

/** true when an alias outside of an entry stands for something in it. */
function isUsedOutside({ place, pair }: SeparableEntry): boolean {
  return anchorPlaces(place.source).some(
    (anchor) =>
      pair.key.end <= anchor.start &&
      anchor.end <= pair.end &&
      anchor.aliases.some(({ start, end }) => end <= pair.start || pair.end <= start),
  );
}

function split(model: FileModel, entry: SeparableEntry, target: NewFile): WorkspaceEdit | undefined {
  const { source } = model;
  const { path } = entry.place;
  const plain = withoutReferences(model, entry);
  const text = plain && contentOf(plain, path);
  const edit = referenceEdit(source, entry, target.path);
  if (text === undefined || !edit) return undefined;
  const moved = parseSource(text, source.notation);
  const left = parseSource(applyOffsetEdits(source.text, [edit]), source.notation);
  const isClean = moved.file.problems.every(({ severity }) => severity === "information");
  const isMoved = isClean && isSameValue(rootOf(moved), entry.map);
  const isLeft =
    left.file.problems.length <= source.file.problems.length &&
    stringValue(nodeAt(rootOf(left), [...path, FILE_KEY])) === target.path &&
    hasSameRest(source, left, path);
  return isMoved && isLeft
    ? fileEdit({ created: { uri: target.uri, text }, changed: [{ uri: model.uri, source, edits: [edit] }] })
    : undefined;
}

/** true when the siblings of an entry and of what it stands in have the same values in two texts. */
export function hasSameRest(before: Source, after: Source, path: NodePath): boolean {
  return path.every((step, depth) => {
    const [first, second] = [before, after].map((source) => nodeAt(rootOf(source), path.slice(0, depth)));
    if (first?.kind !== "map" || second?.kind !== "map" || first.pairs.length !== second.pairs.length) return false;
    return first.pairs.every((pair, index) => {
      const other = second.pairs[index];
      const key = keyText(pair.key);
      if (!other || key !== keyText(other.key)) return false;
      return key === step || isSameValue(pair.value, other.value);
    });
  });
}

/** The text with what stands for something outside of an entry written out in it; undefined when that can not be. */
function withoutReferences(model: FileModel, { pair, place }: SeparableEntry): Source | undefined {
  const { source } = model;
  const edits: OffsetEdit[] = [];
  let isPossible = true;
  walkTree(pair.value, (visited) => {
    const { node, parent, pair: own } = visited;
    const isMerge = own !== undefined && keyText(own.key) === MERGE_KEY;
    if (isMerge && parent?.kind === "map") {
      const expanded = expandedMerge(source, parent, own);
      if (expanded) edits.push(...expanded);
      else isPossible = false;
      return;
    }
    if (
      node.kind !== "alias" ||
      isWithin(node.target, pair) ||
      edits.some(({ start, end }) => start <= node.start && node.end <= end)
    )
      return;
    const isValue = parent?.kind === "map" || parent?.kind === "sequence";
    const inner: Place | undefined = isValue
      ? { model, source, path: [...place.path, ...visited.path], node, pair: own, parent }
      : undefined;
    const inlined = inner && node.target && inlinedAlias(inner, node.target);
    if (inlined) edits.push(...inlined);
    else isPossible = false;
  });
  if (!isPossible) return undefined;
  return edits.length === 0 ? source : parseSource(applyOffsetEdits(source.text, edits), source.notation);
}

function isWithin(node: { readonly start: number; readonly end: number } | undefined, pair: PairNode): boolean {
  return node !== undefined && pair.start <= node.start && node.end <= pair.end;
}

/** The content of an entry as the text of a file. */
function contentOf(source: Source, path: NodePath): string | undefined {
  const parent = nodeAt(rootOf(source), path.slice(0, -1));
  const pair = parent?.kind === "map" ? ownPair(parent, String(path.at(-1))) : undefined;
  if (parent?.kind !== "map" || pair?.value.kind !== "map") return undefined;
  const { lines, text } = source;
  const { lineBreak } = layoutOf(source);
  const { value } = pair;
  if (value.flow) {
    const column = columnOf(source, lines.lineStart(lines.lineOf(value.start)) + indentationOf(source, value.start));
    return shiftLines(text.slice(value.start, value.end), -column) + lineBreak;
  }
  const range = linesOf(source, parent, pair);
  if (!range) return undefined;
  const block = lineBreak + text.slice(lines.lineStart(range.first), lines.lineEnd(range.last));
  return (
    shiftLines(block, -columnOf(source, value.pairs[0]?.key.start ?? value.start)).slice(lineBreak.length) + lineBreak
  );
}

/** Spaces at the beginning of the line of an offset. */
function indentationOf({ lines }: Source, offset: number): number {
  const text = lines.lineText(lines.lineOf(offset));
  return text.length - text.trimStart().length;
}

/** First and last line of what stands below the key of an entry in block style, with its comments. */
function linesOf(source: Source, parent: MapNode, pair: PairNode): { first: number; last: number } | undefined {
  const { lines } = source;
  const chunk = chunksOf(source, parent)?.chunks.find((candidate) => candidate.pair.key.start === pair.key.start);
  const first = lines.lineOf(pair.key.end) + 1;
  return chunk && lines.lineOf(pair.value.start) >= first ? { first, last: chunk.lastLine } : undefined;
}

/** The edit that leaves nothing but the path of a file in an entry. */
function referenceEdit(source: Source, { place, pair, map }: SeparableEntry, path: string): OffsetEdit | undefined {
  const { lines, notation, text } = source;
  const { lineBreak, step } = layoutOf(source);
  const reference = `${notation === "json" ? `"${FILE_KEY}"` : FILE_KEY}: ${writeScalar(path, notation)}`;
  if (map.flow) {
    const isOpen = notation === "json" && /[\r\n]/.test(text.slice(map.start, map.end));
    const column = indentationOf(source, pair.key.start);
    const [before, after] = isOpen
      ? [lineBreak + " ".repeat(column + stepOf(source, map, column)), lineBreak + " ".repeat(column)]
      : notation === "json"
        ? [" ", " "]
        : ["", ""];
    return { start: map.start, end: map.end, newText: `{${before}${reference}${after}}` };
  }
  const { parent } = place;
  const range = parent?.kind === "map" ? linesOf(source, parent, pair) : undefined;
  if (!range) return undefined;
  const start = valueStart(place);
  const rest = text.slice(behindAnchor(source, start), lines.lineEnd(range.first - 1)).trimEnd();
  const newText = `${rest}${lineBreak}${" ".repeat(columnOf(source, pair.key.start) + step)}${reference}`;
  return { start, end: lines.lineEnd(range.last), newText };
}

/** Spaces by which the entries of a mapping in JSON stand further in than the line it begins on. */
function stepOf(source: Source, map: MapNode, column: number): number {
  const first = map.pairs[0];
  return first ? Math.max(1, columnOf(source, first.key.start) - column) : 2;
}

/** Offset behind the anchor that follows an offset on its line, which is none that is used; the offset itself where there is none. */
function behindAnchor({ text, lines }: Source, start: number): number {
  const anchor = /^[ \t]*&[^\s,[\]{}]+/.exec(text.slice(start, lines.lineEnd(lines.lineOf(start))));
  return start + (anchor?.[0].length ?? 0);
}
