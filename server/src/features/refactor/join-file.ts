import * as l10n from "@vscode/l10n";
import { CodeActionKind, type WorkspaceEdit } from "vscode-languageserver-types";
import { walkMatches } from "../../schema/match.ts";
import { schemaOf } from "../../schema/registry.ts";
import { resolvePath } from "../../tenants/context-loader.ts";
import { parentUri } from "../../tenants/uri-path.ts";
import { applyOffsetEdits, type OffsetEdit } from "../../text/offset-edit.ts";
import { columnOf, layoutOf } from "../../yaml/layout.ts";
import { nodeAt } from "../../yaml/navigate.ts";
import { keyText, type Node } from "../../yaml/node.ts";
import { isSameValue } from "../../yaml/same-value.ts";
import { parseSource, rootOf, type Source } from "../../yaml/source.ts";
import { writeJson } from "../../yaml/write-json.ts";
import { writeYaml } from "../../yaml/write-yaml.ts";
import type { Offer } from "../offer.ts";
import { jsonStep, whyNoJson } from "./convert-reasons.ts";
import { fileEdit } from "./file-edits.ts";
import { shiftLines, valueStart } from "./place.ts";
import { isSameFile, type RefactorRequest } from "./request.ts";
import { FILE_KEY, hasSameRest, type SeparableEntry } from "./split-file.ts";

/** URI of the file that an entry names; undefined when it names none below the folder of this one. */
export function namedHere({ file, place }: SeparableEntry): string | undefined {
  if (file === undefined || !/^(?:[\w.-]+\/)*[\w.-]+\.(?:ya?ml|json)$/i.test(file)) return undefined;
  return file.split("/").includes("..") ? undefined : resolvePath(parentUri(place.model.uri), file);
}

/** Offers to bring an entry back from its file, with the comments there. The file goes away unless something else names it. */
export function joinFile(entry: SeparableEntry, request: RefactorRequest): readonly Offer[] {
  const uri = namedHere(entry);
  const text = uri === undefined ? undefined : request.files.get(uri);
  if (uri === undefined || text === undefined || !request.deletesFiles || entry.map.pairs.length !== 1) return [];
  const { name, file = "" } = entry;
  const offer = {
    title: l10n.t`Bring \`${name}\` back from the file \`${file}\``,
    kind: CodeActionKind.RefactorRewrite,
    isExpensive: true,
  };
  const content = parseSource(text, /\.json$/i.test(uri) ? "json" : "yaml");
  const disabled = whyNotContent(content, entry.place.source);
  if (disabled !== undefined) return [{ ...offer, disabled, edit: () => undefined }];
  return [{ ...offer, edit: () => join(entry, content, uri) }];
}

function whyNotContent(content: Source, source: Source): string | undefined {
  const root = rootOf(content);
  const isClean = content.file.problems.every(({ severity }) => severity === "information");
  if (!isClean || root?.kind !== "map") return l10n.t`The file has faults or holds no mapping.`;
  if (content.file.documents.length > 1 || /^(?:%|---|\.\.\.)/m.test(content.text))
    return l10n.t`The file has marks of documents.`;
  if (source.notation === "yaml") return undefined;
  if (isSurrounded(content, root)) return l10n.t`Comments around the content of the file would be lost.`;
  return content.notation === "yaml" && content.text.includes("#")
    ? l10n.t`The file may hold comments, which JSON does not have.`
    : whyNoJson(content);
}

function join(entry: SeparableEntry, content: Source, uri: string): WorkspaceEdit | undefined {
  const { model, source, path } = entry.place;
  const root = rootOf(content);
  const edit = source.notation === "json" ? jsonEdit(entry, content) : yamlEdit(entry, content);
  if (!edit || !root) return undefined;
  const after = parseSource(applyOffsetEdits(source.text, [edit]), source.notation);
  const isJoined =
    after.file.problems.length <= source.file.problems.length + content.file.problems.length &&
    isSameValue(nodeAt(rootOf(after), path), root) &&
    hasSameRest(source, after, path);
  if (!isJoined) return undefined;
  const deleted = isNamedElsewhere(entry, uri) ? undefined : uri;
  return fileEdit({ changed: [{ uri: model.uri, source, edits: [edit] }], deleted });
}

/** true when another place of the tenant's files names a file. */
function isNamedElsewhere({ place, map }: SeparableEntry, uri: string): boolean {
  const { model } = place;
  return [model, ...model.context.files].some((file) => {
    const isOwn = isSameFile(file.uri, model.uri);
    const root = rootOf(file.source);
    let found = false;
    // The document itself comes first, as it stands in the editor.
    if (!root || (isOwn && file !== model)) return false;
    walkMatches(schemaOf(file.kind), root, ({ node, schemas }) => {
      if (node.kind !== "scalar" || typeof node.value !== "string") return;
      if (isOwn && map.start <= node.start && node.end <= map.end) return;
      const isFile = schemas.some((schema) => schema["x-file"] === true);
      if (isFile && isSameFile(resolvePath(parentUri(file.uri), node.value), uri)) found = true;
    });
    return found;
  });
}

/** The content in block style below the key. What else stands in the entry, such as comments, stays above it. */
function yamlEdit({ place, pair, map }: SeparableEntry, content: Source): OffsetEdit | undefined {
  const { source } = place;
  if (place.parent?.flow || map.anchor !== undefined) return undefined;
  const { lines, text } = source;
  const layout = layoutOf(source);
  const column = columnOf(source, pair.key.start) + layout.step;
  const body =
    content.notation === "json"
      ? writeYaml(content, column, layout)?.join(layout.lineBreak)
      : indented(content, column, layout.lineBreak);
  if (body === undefined) return undefined;
  if (map.flow) {
    const lineEnd = lines.lineEnd(lines.lineOf(map.end));
    const rest = text.slice(map.end, lineEnd).trimEnd();
    if (lines.lineOf(map.start) !== lines.lineOf(map.end)) return undefined;
    return { start: valueStart(place), end: lineEnd, newText: `${rest}${layout.lineBreak}${body}` };
  }
  const [reference] = map.pairs;
  if (!reference || keyText(reference.key) !== FILE_KEY) return undefined;
  const line = lines.lineOf(reference.end);
  const comment = text.slice(reference.end, lines.lineEnd(line)).trim();
  const lead = comment === "" ? "" : `${" ".repeat(column)}${comment}${layout.lineBreak}`;
  return { start: lines.lineStart(lines.lineOf(reference.start)), end: lines.lineEnd(line), newText: lead + body };
}

/** The text of a YAML file with its lines further in. */
function indented(content: Source, column: number, lineBreak: string): string {
  const text = content.text
    .replace(/^\uFEFF/, "")
    .replace(/\s+$/, "")
    .replace(/\r\n|\n|\r/g, lineBreak);
  return shiftLines(lineBreak + text, column).slice(lineBreak.length);
}

/** The content in the place of the object that names it. */
function jsonEdit({ place, map }: SeparableEntry, content: Source): OffsetEdit | undefined {
  const root = rootOf(content);
  if (!root) return undefined;
  const { source } = place;
  const { lineBreak, step } = layoutOf(source);
  const line = source.lines.lineText(source.lines.lineOf(map.start));
  const column = line.length - line.trimStart().length;
  const { start, end } = map;
  if (content.notation === "yaml")
    return { start, end, newText: writeJson(content, root, column, { step: jsonStep(source) ?? step, lineBreak }) };
  const text = content.text.slice(root.start, root.end).replace(/\r\n|\n|\r/g, lineBreak);
  return { start, end, newText: shiftLines(text, column) };
}

/** true when something but white space stands around the only value of a JSON text: comments, for which there would be no place. */
function isSurrounded({ text, notation }: Source, root: Node): boolean {
  return notation === "json" && (text.slice(0, root.start) + text.slice(root.end)).replace("\uFEFF", "").trim() !== "";
}
