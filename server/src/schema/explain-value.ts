import * as l10n from "@vscode/l10n";
import { nearest } from "../values/edit-distance.ts";
import { scalarLanguage } from "../values/index.ts";
import { isAbsent, type Node, type NodePath, type ScalarNode } from "../yaml/node.ts";
import {
  type Explained,
  found,
  foundText,
  isString,
  type KeywordContext,
  keyName,
  lowerFirst,
  valuePlace,
} from "./explained.ts";
import { notAllowedMessage, typeMismatchMessage } from "./found-value.ts";
import { type Schema, typesOf } from "./json-schema.ts";
import { allowedValues } from "./match.ts";
import { resolve } from "./registry.ts";
import { didYouMean, expectedExample, sentence, withOrigin } from "./sentences.ts";
import { code, expectedWords, valueList } from "./wording.ts";

export function explainType(context: KeywordContext): Explained {
  const { node, current, path } = context;
  const expected = expectedWords(current);
  const range = valuePlace(context);
  if (node.kind === "scalar" && node.value === null) {
    const key = keyName(context);
    const message = key === undefined ? l10n.t`This item is empty.` : l10n.t`${key} has no value.`;
    return { code: "missing-value", message: `${message} ${l10n.t`Expected ${expected}.`}`, range };
  }
  if (isUnquotedTemplate(node)) {
    const message = l10n.t`Without quotes ${"`{{`"} starts a mapping. Put the placeholder in quotes.`;
    return { code: "unquoted-template", message, range, severity: "error", data: { fix: "quote-value", path } };
  }
  const message = withOrigin(typeMismatchMessage(found(context), expected), context.resolvedFrom);
  return { code: "type-mismatch", message, range, ...typeFix(node, current, path) };
}

/** `{{name}}` read as YAML: a flow mapping whose only key is a flow mapping. */
function isUnquotedTemplate(node: Node): boolean {
  const key = node.kind === "map" && node.flow && node.pairs.length === 1 ? node.pairs[0]?.key : undefined;
  return key?.kind === "map" && key.flow;
}

function typeFix(node: Node, schema: Schema, path: NodePath): Pick<Explained, "data"> {
  if (node.kind !== "scalar") return {};
  const types = typesOf(schema);
  if (types.includes("array") && !types.includes("string")) return listFix(node, schema, path);
  if (types.includes("string") && typeof node.value !== "string") return { data: { fix: "quote-value", path } };
  if (typeof node.value !== "string") return {};
  const value = convertedValue(node.value, types);
  return value === undefined ? {} : { data: { fix: "replace-value", path, values: [value] } };
}

/** One value where a list of such values belongs. */
function listFix(node: ScalarNode, schema: Schema, path: NodePath): Pick<Explained, "data"> {
  const items = schema.items ? typesOf(resolve(schema.items)) : [];
  const isItem = items.some((type) => type === typeof node.value);
  return isItem ? { data: { fix: "wrap-in-list", path } } : {};
}

const SPOKEN_BOOLEANS: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  true: true,
  no: false,
  off: false,
  false: false,
};

function convertedValue(text: string, types: readonly string[]): number | boolean | undefined {
  const number = /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;
  if (number !== undefined && (types.includes("number") || (types.includes("integer") && Number.isInteger(number))))
    return number;
  return types.includes("boolean") ? SPOKEN_BOOLEANS[text.trim().toLowerCase()] : undefined;
}

/** Most values of which each is a fix of its own, where none is near to what is written. */
const MOST_CHOICES = 6;

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

export function explainValue(context: KeywordContext): Explained {
  const { node, current, path } = context;
  const values = allowedValues(current);
  const written = node.kind === "scalar" ? node.value : undefined;
  const best = typeof written === "string" ? nearest(written, values.filter(isString)) : undefined;
  const choice = best === undefined && values.length <= MOST_CHOICES ? values.filter(isPrimitive) : [];
  const expected = expectedValuesMessage(values);
  const hint = best === undefined ? [] : [didYouMean(code(best))];
  const proposed = best === undefined ? choice : [best];
  const data = proposed.length === 0 ? {} : { data: { fix: "replace-value", path, values: proposed } as const };
  const message = [notAllowedMessage(found(context)), expected, ...hint].join(" ");
  return { code: "value-not-allowed", message, range: valuePlace(context), ...data };
}

/** The sentence about the values that are expected: all of them, or their number when there are many. */
function expectedValuesMessage(values: readonly unknown[]): string {
  const list = valueList(values);
  return list === undefined ? l10n.t`Expected one of ${values.length} known values.` : l10n.t`Expected ${list}.`;
}

export function explainText(context: KeywordContext): Explained {
  const { node, current, path, resolvedFrom } = context;
  const text = node.kind === "scalar" ? String(node.value) : "";
  const range = valuePlace(context);
  const language = current.format === undefined ? undefined : scalarLanguage(current.format);
  const problem = language?.check(text);
  if (context.error.keyword === "format" && problem && current["x-secret"] !== true) {
    const data =
      problem.suggestion === undefined
        ? {}
        : { data: { fix: "replace-value", path, values: [problem.suggestion] } as const };
    return {
      code: problem.code ?? language?.code ?? "invalid-format",
      message: withOrigin(sentence(problem.message), resolvedFrom),
      range: isAbsent(node) ? range : context.placeOf(context.instance.node, problem.start, problem.end),
      ...data,
    };
  }
  return { code: "invalid-format", message: `${malformedMessage(context)} ${shapeMessage(current)}`, range };
}

function malformedMessage(context: KeywordContext): string {
  const text = foundText(context);
  const { title } = context.current;
  if (text !== undefined)
    return title === undefined
      ? l10n.t`${text} is not well-formed as this value.`
      : l10n.t`${text} is not well-formed as ${lowerFirst(title)}.`;
  const message =
    title === undefined
      ? l10n.t`The value, which is not shown, is not well-formed as this value.`
      : l10n.t`The value, which is not shown, is not well-formed as ${lowerFirst(title)}.`;
  return withOrigin(message, context.resolvedFrom);
}

function shapeMessage({ examples, pattern }: Schema): string {
  const example = examples?.[0];
  return example === undefined ? l10n.t`It has to match \`${String(pattern)}\`.` : expectedExample(example);
}

export function explainLength(context: KeywordContext): Explained {
  const limit = Number(context.error.params.limit);
  const length = context.node.kind === "scalar" ? [...String(context.node.value)].length : 0;
  const message =
    context.error.keyword === "maxLength"
      ? tooLongMessage(length, limit)
      : limit === 1
        ? emptyMessage(keyName(context))
        : tooShortMessage(length, limit);
  return { code: "wrong-length", message: withOrigin(message, context.resolvedFrom), range: valuePlace(context) };
}

function tooLongMessage(length: number, limit: number): string {
  return length === 1
    ? l10n.t`Too long: ${length} character, at most ${limit} are allowed.`
    : l10n.t`Too long: ${length} characters, at most ${limit} are allowed.`;
}

function tooShortMessage(length: number, limit: number): string {
  return length === 1
    ? l10n.t`Too short: ${length} character, at least ${limit} are needed.`
    : l10n.t`Too short: ${length} characters, at least ${limit} are needed.`;
}

function emptyMessage(key: string | undefined): string {
  return key === undefined ? l10n.t`The value can not be empty.` : l10n.t`${key} can not be empty.`;
}

export function explainBound(context: KeywordContext): Explained {
  const text = foundText(context);
  const message =
    text === undefined ? withOrigin(secretBoundMessage(context), context.resolvedFrom) : boundMessage(context, text);
  const limit = nearestAllowed(context);
  const data =
    limit === undefined ? {} : { data: { fix: "replace-value", path: context.path, values: [limit] } as const };
  return { code: "out-of-range", message, range: valuePlace(context), ...data };
}

function boundMessage({ current, error }: KeywordContext, text: string): string {
  const limit = limitWords(error.params.limit, current);
  switch (error.keyword) {
    case "minimum":
      return l10n.t`${text} is out of range: at least ${limit} is expected.`;
    case "maximum":
      return l10n.t`${text} is out of range: at most ${limit} is expected.`;
    case "exclusiveMinimum":
      return l10n.t`${text} is out of range: more than ${limit} is expected.`;
    default:
      return l10n.t`${text} is out of range: less than ${limit} is expected.`;
  }
}

function secretBoundMessage({ current, error }: KeywordContext): string {
  const limit = limitWords(error.params.limit, current);
  switch (error.keyword) {
    case "minimum":
      return l10n.t`The value, which is not shown, is out of range: at least ${limit} is expected.`;
    case "maximum":
      return l10n.t`The value, which is not shown, is out of range: at most ${limit} is expected.`;
    case "exclusiveMinimum":
      return l10n.t`The value, which is not shown, is out of range: more than ${limit} is expected.`;
    default:
      return l10n.t`The value, which is not shown, is out of range: less than ${limit} is expected.`;
  }
}

/** A limit with the unit that the schema gives it. */
function limitWords(limit: unknown, schema: Schema): string {
  return schema["x-unit"] === undefined ? String(limit) : `${limit} ${schema["x-unit"]}`;
}

/** The number next to the violated limit that is allowed; undefined where no number is next to it. */
function nearestAllowed({ current, error }: KeywordContext): number | undefined {
  const limit = Number(error.params.limit);
  if (error.keyword === "minimum" || error.keyword === "maximum") return limit;
  if (!typesOf(current).includes("integer")) return undefined;
  return error.keyword === "exclusiveMinimum" ? limit + 1 : limit - 1;
}
