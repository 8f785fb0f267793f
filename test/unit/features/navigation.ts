import type { Location, Position, WorkspaceEdit } from "vscode-languageserver-types";
import type { Refusal } from "../../../server/src/service.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { applyOffsetEdits } from "../../../server/src/text/offset-edit.ts";
import { withCursor } from "../../support/cursor.ts";
import { type Asked, open, type Surroundings } from "./ask.ts";

/** Texts of a workspace by path. */
export type Files = Readonly<Record<string, string>>;

/** A document with a cursor, ready to be asked about, and every text of its workspace by URI. */
export interface AtCursor extends Asked {
  readonly position: Position;
  readonly texts: ReadonlyMap<string, string>;
}

/** Puts a text with a cursor into a workspace. */
export function at(marked: string, around: Surroundings = {}): AtCursor {
  const { text, position } = withCursor(marked);
  const asked = open(text, around);
  const others = Object.entries(around.files ?? {}).map(([path, other]) => [`file:///work/${path}`, other] as const);
  return { ...asked, position, texts: new Map([...others, [asked.document.uri, text]]) };
}

/** `path:line:column text` of a place, counted from 1, so that a wrong range shows. */
export function placed({ uri, range }: Location, texts: ReadonlyMap<string, string>): string {
  const text = texts.get(uri) ?? "";
  const lines = new LineIndex(text);
  const written = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
  const path = uri.replace("file:///work/", "").replace("tenants/one/", "");
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${written}`;
}

/** Where the definition of what stands at the cursor is. */
export async function definitions(marked: string, around: Surroundings = {}): Promise<readonly string[]> {
  const { service, document, workspace, settings, position, texts } = at(marked, around);
  const links = await service.definition(document, position, workspace, settings);
  return links.map(({ targetUri: uri, targetSelectionRange: range }) => placed({ uri, range }, texts));
}

/** The references of what stands at the cursor, declarations included. */
export async function referencesOf(marked: string, around: Surroundings = {}, declaration = true): Promise<string[]> {
  const { service, document, workspace, settings, position, texts } = at(marked, around);
  const places = await service.references(document, position, declaration, workspace, settings);
  return places.map((place) => placed(place, texts));
}

/** Every text of the workspace after a rename, by URI; the refusal when there is one. */
export async function renamed(
  marked: string,
  newName: string,
  around: Surroundings = {},
): Promise<ReadonlyMap<string, string> | string | undefined> {
  const { service, document, workspace, settings, position, texts } = at(marked, around);
  const answer = await service.rename(document, position, newName, workspace, settings);
  if (answer === undefined || isRefusal(answer)) return answer?.refusal;
  return applyWorkspaceEdit(texts, answer);
}

/** The document after a rename; the refusal when there is one. */
export async function renamedText(
  marked: string,
  newName: string,
  around: Surroundings = {},
): Promise<string | undefined> {
  const after = await renamed(marked, newName, around);
  return after instanceof Map ? after.get(at(marked, around).document.uri) : (after as string | undefined);
}

/** true for an answer that says why something can not be renamed. */
export function isRefusal(answer: object): answer is Refusal {
  return "refusal" in answer;
}

/** Texts by URI after an edit of a workspace. */
export function applyWorkspaceEdit(
  texts: ReadonlyMap<string, string>,
  { changes = {} }: WorkspaceEdit,
): ReadonlyMap<string, string> {
  const after = new Map(texts);
  for (const [uri, edits] of Object.entries(changes)) {
    const text = texts.get(uri) ?? "";
    const lines = new LineIndex(text);
    const offsets = edits.map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    }));
    after.set(uri, applyOffsetEdits(text, offsets));
  }
  return after;
}
