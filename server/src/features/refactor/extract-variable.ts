import * as l10n from "@vscode/l10n";
import { CodeActionKind, type Range, type TextEdit, type WorkspaceEdit } from "vscode-languageserver-types";
import { schemasAt } from "../../schema/match.ts";
import { parseDotenv } from "../../tenants/dotenv.ts";
import { hasPlaceholders } from "../../tenants/placeholders.ts";
import { LineIndex } from "../../text/line-index.ts";
import { toTextEdit } from "../../text/offset-edit.ts";
import { layoutOf } from "../../yaml/layout.ts";
import type { NodePath, ScalarNode } from "../../yaml/node.ts";
import type { Offer } from "../offer.ts";
import type { Place } from "./place.ts";

/** The file that lists the variables of a workspace folder for people, without secrets. */
export interface VariableList {
  readonly uri: string;
  /** Undefined when the file does not exist. */
  readonly text: string | undefined;
  /** true when the editor can create it. */
  readonly canBeCreated: boolean;
}

/**
 * Offers to write a variable for a text and to list it in `.env.example`: for secrets, and for what is selected. The value of a secret is
 * not written there. Empty where the list can neither be read nor created.
 */
export function extractVariable(place: Place, range: Range, list: VariableList | undefined): readonly Offer[] {
  const { model, node, path, parent } = place;
  if (!list || (list.text === undefined && !list.canBeCreated) || !parent) return [];
  if (node.kind !== "scalar" || typeof node.value !== "string" || node.anchor !== undefined) return [];
  const isSecret = schemasAt(model.schema, model.root, path).some((schema) => schema["x-secret"] === true);
  const isSelected = range.start.line !== range.end.line || range.start.character !== range.end.character;
  const isPlain = node.value !== "" && !hasPlaceholders(node.value) && !/[\p{Cc}]/u.test(node.value);
  if (!isPlain || (!isSecret && !isSelected)) return [];
  const name = variableName(path, new Set([...parseDotenv(list.text ?? "").keys(), ...model.context.variables.keys()]));
  const reference = `\`\${${name}}\``;
  const title = isSecret
    ? l10n.t`Replace the secret by ${reference} and list that in .env.example without its value`
    : l10n.t`Move the value to ${reference} in .env.example`;
  const edit = () =>
    twoFiles(place, node, name, { ...list, entry: `${name}=${isSecret ? "" : dotenvValue(String(node.value))}` });
  return [{ title, kind: CodeActionKind.RefactorExtract, isPreferred: isSecret, edit }];
}

/** A name from a path, in capitals; numbered when it is taken. */
function variableName(path: NodePath, taken: ReadonlySet<string>): string {
  const words = path.map((step) =>
    String(step)
      .replace(/(?<=[a-z\d])(?=[A-Z])/g, "_")
      .replace(/\W+/g, "_"),
  );
  const base = words
    .join("_")
    .toUpperCase()
    .replace(/^(?=\d)/, "_");
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
  return name;
}

/** A value as `.env` files write it. */
function dotenvValue(value: string): string {
  return /^[\w./:@%+,=-]+$/.test(value) ? value : `"${value.replace(/["\\$]/g, "\\$&")}"`;
}

function twoFiles(
  { model, parent, source }: Place,
  node: ScalarNode,
  name: string,
  list: VariableList & { readonly entry: string },
): WorkspaceEdit {
  // In flow style a brace would end the mapping.
  const written = parent?.flow ? `"\${${name}}"` : `\${${name}}`;
  const own = toTextEdit({ start: node.start, end: node.end, newText: written }, source.lines);
  const text = list.text ?? "";
  const lineBreak = text.includes("\r\n") ? "\r\n" : layoutOf(source).lineBreak;
  const lead = text === "" || /[\r\n]$/.test(text) ? "" : lineBreak;
  const end = text.length;
  const added = toTextEdit({ start: end, end, newText: `${lead}${list.entry}${lineBreak}` }, new LineIndex(text));
  if (list.text !== undefined) return { changes: { [model.uri]: [own], [list.uri]: [added] } };
  const change = (uri: string, edits: TextEdit[]) => ({ textDocument: { uri, version: null }, edits });
  return {
    documentChanges: [{ kind: "create", uri: list.uri }, change(list.uri, [added]), change(model.uri, [own])],
  };
}
