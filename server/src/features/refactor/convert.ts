import * as l10n from "@vscode/l10n";
import { CodeActionKind, type WorkspaceEdit } from "vscode-languageserver-types";
import type { FileModel } from "../../tenants/file-model.ts";
import { areAlikeBySettings, schemaInComments } from "../../tenants/kind.ts";
import { baseName, joinUri, parentUri } from "../../tenants/uri-path.ts";
import { holdsComment } from "../../yaml/comment-places.ts";
import { layoutOf } from "../../yaml/layout.ts";
import { ownPair } from "../../yaml/navigate.ts";
import { areEqual } from "../../yaml/same-value.ts";
import { parseSource, rootOf, type Source } from "../../yaml/source.ts";
import { effectiveValue, type Value } from "../../yaml/value.ts";
import { writeJson } from "../../yaml/write-json.ts";
import { writeYaml } from "../../yaml/write-yaml.ts";
import type { Offer } from "../offer.ts";
import { suppressionComments } from "../suppression-comments.ts";
import { jsonStep, whyNoJson, whyNotAsItIs } from "./convert-reasons.ts";
import { fileEdit } from "./file-edits.ts";
import type { RefactorRequest } from "./request.ts";

/** Key with which a file names its schema. */
const SCHEMA_KEY = "$schema";

/** URIs under which the twin of a file in the other notation would stand, the one that is written first; empty when its name has none. */
export function twinsOf({ uri, source, context }: FileModel): readonly string[] {
  const [, stem, extension] = /^(.+)\.(ya?ml|json)$/i.exec(baseName(uri)) ?? [];
  if (stem === undefined || extension === undefined) return [];
  const isJson = /^json$/i.test(extension);
  if (isJson !== (source.notation === "json")) return [];
  const named = (name: string): string => joinUri(parentUri(uri), `${stem}.${name}`);
  if (!isJson) return [named("json")];
  const siblings = context.files.map((file) => file.uri);
  const isShort =
    siblings.some((other) => other.endsWith(".yml")) && !siblings.some((other) => other.endsWith(".yaml"));
  return isShort ? [named("yml"), named("yaml")] : [named("yaml"), named("yml")];
}

/**
 * Offers to write a file in the other notation: a new file beside it takes its place. Empty where the editor can not create and delete files;
 * without an edit, and with the reason, where something would be lost.
 */
export function convertFile(model: FileModel, request: RefactorRequest): readonly Offer[] {
  const [target] = twinsOf(model);
  if (target === undefined || !request.isAsked || !request.createsFiles || !request.deletesFiles) return [];
  const { source } = model;
  const isJson = source.notation === "json";
  const losesComments = !isJson && holdsComment(source, { start: 0, end: source.text.length });
  const title = isJson
    ? l10n.t`Convert to YAML`
    : losesComments
      ? l10n.t`Convert to JSON (all comments are lost)`
      : l10n.t`Convert to JSON`;
  const offer = { title, kind: CodeActionKind.RefactorRewrite, isExpensive: true };
  const disabled = whyNot(model, request, target);
  if (disabled !== undefined) return [{ ...offer, disabled, edit: () => undefined }];
  return [{ ...offer, edit: () => converted(model, target) }];
}

function whyNot(model: FileModel, { files, path }: RefactorRequest, target: string): string | undefined {
  const taken = twinsOf(model).find((uri) => !files.has(uri) || files.get(uri) !== undefined);
  if (taken !== undefined) return l10n.t`The file \`${baseName(taken)}\` is there already.`;
  const newPath = path.slice(0, path.lastIndexOf("/") + 1) + baseName(target);
  if (!areAlikeBySettings(path, newPath, model.settings))
    return l10n.t`By the settings, a file of the name \`${baseName(target)}\` would have another schema.`;
  if (model.source.notation === "json") return whyNotAsItIs(model.source);
  if (suppressionComments(model.source).length > 0)
    return l10n.t`Comments turn diagnostics off in this file, and JSON has no comments.`;
  return whyNoJson(model.source);
}

function converted(model: FileModel, target: string): WorkspaceEdit | undefined {
  const { source, uri } = model;
  const text = source.notation === "json" ? yamlOf(model) : jsonOf(source);
  if (text === undefined) return undefined;
  const twin = parseSource(text, source.notation === "json" ? "yaml" : "json");
  return twin.file.problems.length === 0 && hasValuesOf(twin, source)
    ? fileEdit({ created: { uri: target, text }, deleted: uri })
    : undefined;
}

/** true when the values are the same but for the schema that comments name. */
function hasValuesOf(twin: Source, source: Source): boolean {
  const [value, other] = [effectiveValue(rootOf(twin)), effectiveValue(rootOf(source))];
  const isAdded = isObject(value) && isObject(other) && !Object.hasOwn(other, SCHEMA_KEY);
  if (isAdded && schemaInComments(source) !== undefined) Reflect.deleteProperty(value, SCHEMA_KEY);
  return value !== undefined && areEqual(value, other);
}

function isObject(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The configuration of a YAML file as JSON. The schema that a comment names becomes a key. */
function jsonOf(source: Source): string | undefined {
  const root = rootOf(source);
  if (!root) return undefined;
  const { lineBreak, step } = layoutOf(source);
  const text = writeJson(source, root, 0, { step, lineBreak });
  const schema = schemaInComments(source);
  if (schema === undefined || root.kind !== "map" || ownPair(root, SCHEMA_KEY)) return text + lineBreak;
  const key = `${lineBreak}${" ".repeat(step)}"${SCHEMA_KEY}": ${JSON.stringify(schema)}`;
  const isEmpty = text === "{}";
  return `{${key}${isEmpty ? lineBreak : ","}${text.slice(1)}${lineBreak}`;
}

/** The configuration of a JSON file in block style, laid out like the other files of the tenant where they show how. */
function yamlOf({ source, context }: FileModel): string | undefined {
  const sibling = context.files.find((file) => file.source.notation === "yaml");
  const { lineBreak } = layoutOf(source);
  const step = jsonStep(source) ?? 2;
  const indentedLists = sibling ? layoutOf(sibling.source).indentedLists : true;
  const lines = writeYaml(source, 0, { step, indentedLists, lineBreak });
  return lines && lines.join(lineBreak) + lineBreak;
}
