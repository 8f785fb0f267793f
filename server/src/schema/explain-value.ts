import { nearest } from "../values/edit-distance.ts";
import { scalarLanguage } from "../values/index.ts";
import { isAbsent, type Node, type NodePath, type ScalarNode } from "../yaml/node.ts";
import {
  capitalize,
  type Explained,
  found,
  foundText,
  isString,
  type KeywordContext,
  keyName,
  lowerFirst,
  sentence,
  valuePlace,
} from "./explained.ts";
import { type Schema, typesOf } from "./json-schema.ts";
import { allowedValues } from "./match.ts";
import { resolve } from "./registry.ts";
import { code, count, expectedWords, valueList } from "./wording.ts";

export function explainType(context: KeywordContext): Explained {
  const { node, current, path } = context;
  const expected = expectedWords(current);
  const range = valuePlace(context);
  if (node.kind === "scalar" && node.value === null) {
    const what = context.instance.key ? `${keyName(context)} has no value` : "This item is empty";
    return { code: "missing-value", message: `${what}. Expected ${expected}.`, range };
  }
  if (isUnquotedTemplate(node)) {
    const message = "Without quotes `{{` starts a mapping. Put the placeholder in quotes.";
    return { code: "unquoted-template", message, range, severity: "error", data: { fix: "quote-value", path } };
  }
  const message = `Expected ${expected}, found ${found(context)}${context.origin}.`;
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
  const { node, current, path, origin } = context;
  const values = allowedValues(current);
  const written = node.kind === "scalar" ? node.value : undefined;
  const best = typeof written === "string" ? nearest(written, values.filter(isString)) : undefined;
  const choice = best === undefined && values.length <= MOST_CHOICES ? values.filter(isPrimitive) : [];
  const hint = best === undefined ? "" : ` Did you mean ${code(best)}?`;
  const proposed = best === undefined ? choice : [best];
  const data = proposed.length === 0 ? {} : { data: { fix: "replace-value", path, values: proposed } as const };
  const message = `${capitalize(found(context))}${origin} is not allowed here. Expected ${valueList(values)}.${hint}`;
  return { code: "value-not-allowed", message, range: valuePlace(context), ...data };
}

export function explainText(context: KeywordContext): Explained {
  const { node, current, path, origin } = context;
  const text = node.kind === "scalar" ? String(node.value) : "";
  const range = valuePlace(context);
  const problem = current.format === undefined ? undefined : scalarLanguage(current.format)?.check(text);
  if (context.error.keyword === "format" && problem && current["x-secret"] !== true) {
    const data =
      problem.suggestion === undefined
        ? {}
        : { data: { fix: "replace-value", path, values: [problem.suggestion] } as const };
    return {
      code: "invalid-format",
      message: sentence(`${problem.message.replace(/\.$/, "")}${origin}`),
      range: isAbsent(node) ? range : context.placeOf(context.instance.node, problem.start, problem.end),
      ...data,
    };
  }
  const example = current.examples?.[0];
  const hint =
    example === undefined ? ` It has to match \`${current.pattern}\`.` : ` Expected something like ${code(example)}.`;
  const title = current.title === undefined ? "this value" : lowerFirst(current.title);
  return {
    code: "invalid-format",
    message: `${foundText(context)}${origin} is not well-formed as ${title}.${hint}`,
    range,
  };
}

export function explainLength(context: KeywordContext): Explained {
  const limit = Number(context.error.params.limit);
  const length = context.node.kind === "scalar" ? [...String(context.node.value)].length : 0;
  const message =
    context.error.keyword === "maxLength"
      ? `Too long: ${count(length, "character")}, at most ${limit} are allowed${context.origin}.`
      : limit === 1
        ? `${keyName(context)} can not be empty${context.origin}.`
        : `Too short: ${count(length, "character")}, at least ${limit} are needed${context.origin}.`;
  return { code: "wrong-length", message, range: valuePlace(context) };
}

const BOUND_WORDS: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  exclusiveMinimum: "more than",
  exclusiveMaximum: "less than",
};

export function explainBound(context: KeywordContext): Explained {
  const { current, error } = context;
  const unit = current["x-unit"] === undefined ? "" : ` ${current["x-unit"]}`;
  const message = `${foundText(context)}${context.origin} is out of range: ${BOUND_WORDS[error.keyword]} ${error.params.limit}${unit} is expected.`;
  const limit = nearestAllowed(context);
  const data =
    limit === undefined ? {} : { data: { fix: "replace-value", path: context.path, values: [limit] } as const };
  return { code: "out-of-range", message, range: valuePlace(context), ...data };
}

/** The number next to the violated limit that is allowed; undefined where no number is next to it. */
function nearestAllowed({ current, error }: KeywordContext): number | undefined {
  const limit = Number(error.params.limit);
  if (error.keyword === "minimum" || error.keyword === "maximum") return limit;
  if (!typesOf(current).includes("integer")) return undefined;
  return error.keyword === "exclusiveMinimum" ? limit + 1 : limit - 1;
}
