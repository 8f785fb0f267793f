import * as l10n from "@vscode/l10n";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { ResolvedSchema } from "../schema/registry.ts";
import { sentence } from "../schema/sentences.ts";
import { code, valueList } from "../schema/wording.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { type BoundOccurrence, bindName } from "../tenants/name-bindings.ts";
import { type NameOccurrence, namesOf } from "../tenants/name-index.ts";
import { canonicalName, MESSAGE_KEY, PLURAL_CATEGORIES, REFERENCE_PREFIX } from "../tenants/names.ts";
import { relativePath } from "../tenants/uri-path.ts";
import { toTextEdit } from "../text/offset-edit.ts";
import { scalarLanguage } from "../values/index.ts";
import { locate } from "../yaml/navigate.ts";
import { replacePart } from "../yaml/scalar-text.ts";
import { rootOf } from "../yaml/source.ts";

/** Why a name can not be renamed, at all or to a new name; undefined when it can. */
export function renameNameRefusal(model: FileModel, occurrence: NameOccurrence, typed?: string): string | undefined {
  const { declarations, uses, scope } = bindName(model.context.files, model, occurrence);
  const word = occurrence.nameClass.replaceAll("-", " ");
  if (declarations.length === 0)
    return l10n.t`No file of this tenant declares the ${word} ${code(occurrence.name)}, so it can not be renamed.`;
  const isMessage = occurrence.nameClass === MESSAGE_KEY;
  if (isMessage && declarations.some((bound) => ownText(bound.occurrence).includes(".")))
    return l10n.t`A message whose key holds a dot can not be renamed: its dotted path would not tell where the key begins.`;
  if (typed === undefined) return undefined;
  const newName = withoutPrefix(occurrence, typed);
  if (isMessage && (newName.includes(".") || PLURAL_CATEGORIES.has(newName)))
    return l10n.t`${code(newName)} can not be the key of a message: dots separate keys, and plural categories select a form.`;
  for (const bound of [...declarations, ...uses]) {
    const fault = textFault(bound.occurrence, newName, model.settings.extraEnvironments);
    if (fault !== undefined) return fault;
  }
  const renamed = canonicalName(occurrence.nameClass, fullName(occurrence, newName));
  if (renamed === canonicalName(occurrence.nameClass, occurrence.name)) return undefined;
  for (const file of scope) {
    const taken = namesOf(file).declarations.find(
      ({ nameClass, name }) => nameClass === occurrence.nameClass && canonicalName(nameClass, name) === renamed,
    );
    if (!taken) continue;
    const line = file.source.lines.lineOf(taken.start) + 1;
    const path = relativePath(file.uri, model.context.folder === undefined ? [] : [model.context.folder]);
    return /^[aeiou]/.test(word)
      ? l10n.t`There is an ${word} ${code(newName)} already (${path}, line ${line}).`
      : l10n.t`There is a ${word} ${code(newName)} already (${path}, line ${line}).`;
  }
  return undefined;
}

/** Edits that give a name another spelling wherever it stands in the files of the tenant. The new name has to be possible. */
export function renameName(model: FileModel, occurrence: NameOccurrence, typed: string): WorkspaceEdit {
  const { declarations, uses } = bindName(model.context.files, model, occurrence);
  const newName = withoutPrefix(occurrence, typed);
  const changes: Record<string, TextEdit[]> = {};
  for (const bound of [...declarations, ...uses]) {
    const { uri, source } = bound.file;
    changes[uri] ??= [];
    changes[uri].push(toTextEdit(editOf(bound, newName), source.lines));
  }
  return { changes };
}

function editOf(
  { file, occurrence: { node, part } }: BoundOccurrence,
  newName: string,
): ReturnType<typeof replacePart> {
  const { onKey = false, inFlow = false } = locate(rootOf(file.source), node.start) ?? {};
  return replacePart(file.source, node, part, { onKey, inFlow }, newName);
}

/** People may type a name as it looks where it is used. */
function withoutPrefix({ nameClass }: NameOccurrence, typed: string): string {
  const prefix = REFERENCE_PREFIX[nameClass];
  return prefix !== undefined && typed.startsWith(prefix) ? typed.slice(prefix.length) : typed;
}

function ownText({ node, part }: NameOccurrence): string {
  return String(node.value).slice(part.start, part.end);
}

/** The name with its last step replaced, for names that are paths. */
function fullName(occurrence: NameOccurrence, newName: string): string {
  return occurrence.name.slice(0, occurrence.name.length - ownText(occurrence).length) + newName;
}

/** Why a text can not stand where a name stands; undefined when it can. */
function textFault(
  occurrence: NameOccurrence,
  newName: string,
  extraEnvironments: readonly string[],
): string | undefined {
  if (newName === "") return l10n.t`A name can not be empty.`;
  if (newName !== newName.trim()) return l10n.t`A name can not begin or end with white space.`;
  if (/\p{Cc}/u.test(newName)) return l10n.t`A name can not hold line breaks or control characters.`;
  if (newName.includes("${") || newName.includes("{{")) return l10n.t`A name can not hold a placeholder.`;
  const { node, part, schema } = occurrence;
  const value = String(node.value);
  return schemaFault(schema, value.slice(0, part.start) + newName + value.slice(part.end), extraEnvironments);
}

function notListedMessage(text: string, values: readonly unknown[]): string {
  const list = valueList(values);
  return list === undefined
    ? l10n.t`${code(text)} is not possible here; expected one of ${values.length} known values.`
    : l10n.t`${code(text)} is not possible here; expected ${list}.`;
}

function schemaFault(schema: ResolvedSchema, text: string, extraEnvironments: readonly string[]): string | undefined {
  const isExtra = schema.format === "environment-name" && extraEnvironments.includes(text);
  if (schema.enum && !schema.enum.includes(text) && !isExtra) return notListedMessage(text, schema.enum);
  const { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const length = [...text].length;
  if (length < minLength) return l10n.t`${code(text)} is too short: at least ${minLength} characters.`;
  if (length > maxLength) return l10n.t`${code(text)} is too long: at most ${maxLength} characters.`;
  if (pattern !== undefined && !new RegExp(pattern, "u").test(text))
    return l10n.t`${code(text)} does not match the pattern ${code(pattern)}.`;
  const problem = schema.format === undefined ? undefined : scalarLanguage(schema.format)?.check(text);
  return problem && !problem.advice ? sentence(problem.message) : undefined;
}
