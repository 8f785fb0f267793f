import { nearest } from "../../values/edit-distance.ts";
import { findPair } from "../../yaml/navigate.ts";
import { absentNode, type Node, type ScalarNode } from "../../yaml/node.ts";
import { explainChoice, explainDependency, explainRepeatedItem, explainSize } from "../explain-collection.ts";
import { explainBound, explainLength, explainText, explainType, explainValue } from "../explain-value.ts";
import { capitalize, type Explained, foundText, type KeywordContext, keyName, valuePlace } from "../explained.ts";
import { mappingPlace } from "../instance.ts";
import { code, count, expectedWords, foundWords, joinWords } from "../wording.ts";
import { formatWords } from "./formats.ts";
import { inPlaceKeys } from "./keys-of.ts";
import type { SchemaLinks } from "./links.ts";
import type { Fault } from "./outcome.ts";
import { isSchemaObject, type JsonSchema, type SchemaObject, typesOf } from "./schema-object.ts";

type Explain = (fault: Fault, context: KeywordContext, links: SchemaLinks) => Explained | undefined;

const EXPLAIN: Readonly<Record<string, Explain>> = {
  type: (_, context) => explainType(context),
  const: (_, context) => explainValue(context),
  enum: (_, context) => explainValue(context),
  format: explainFormat,
  pattern: explainPattern,
  minLength: (fault, context) => explainLength(withParams(context, { limit: fault.schema.minLength })),
  maxLength: (fault, context) => explainLength(withParams(context, { limit: fault.schema.maxLength })),
  minimum: explainLimit,
  maximum: explainLimit,
  exclusiveMinimum: explainLimit,
  exclusiveMaximum: explainLimit,
  multipleOf: explainMultiple,
  minItems: (fault, context) => explainSize(withParams(context, { limit: fault.schema.minItems })),
  maxItems: (fault, context) => explainSize(withParams(context, { limit: fault.schema.maxItems })),
  minProperties: explainEntries,
  maxProperties: explainEntries,
  items: explainTooMany,
  additionalItems: explainTooMany,
  unevaluatedItems: explainUnknownItem,
  uniqueItems: ({ indexes = [] }, context) =>
    explainRepeatedItem(withParams(context, { i: indexes[1], j: indexes[0] })),
  contains: explainContains,
  maxContains: explainContains,
  required: explainRequired,
  dependentRequired: explainDependent,
  additionalProperties: explainUnknownKey,
  unevaluatedProperties: explainUnknownKey,
  propertyNames: explainName,
  not: explainNot,
  anyOf: explainUnionItself,
  oneOf: explainUnionItself,
  false: explainForbidden,
};

/** Code, message, range and fix of one fault, in the words of our own diagnostics. Undefined when there is nothing to point at. */
export function explainKeyword(fault: Fault, context: KeywordContext, links: SchemaLinks): Explained | undefined {
  return EXPLAIN[fault.keyword]?.(fault, context, links);
}

function withParams(context: KeywordContext, params: Readonly<Record<string, unknown>>): KeywordContext {
  return { ...context, error: { ...context.error, params } };
}

function explainLimit({ count: limit }: Fault, context: KeywordContext): Explained {
  return explainBound(withParams(context, { limit }));
}

function explainMultiple({ schema }: Fault, context: KeywordContext): Explained {
  const message = `${foundText(context)}${context.origin} is out of range: a multiple of ${schema.multipleOf} is expected.`;
  return { code: "out-of-range", message, range: valuePlace(context) };
}

/** Entries of a mapping, told at its key. */
function explainEntries({ keyword, schema }: Fault, context: KeywordContext): Explained {
  const limit = keyword === "minProperties" ? schema.minProperties : schema.maxProperties;
  const explained = explainSize(withParams(context, { limit }));
  return { ...explained, range: mappingPlace(context.instance, context.node) };
}

function explainPattern({ schema }: Fault, context: KeywordContext): Explained {
  if (schema.title !== undefined) return explainText(context);
  const example = schema.examples?.[0];
  const hint = example === undefined ? "" : ` Expected something like ${code(example)}.`;
  const message = `${foundText(context)}${context.origin} does not match the pattern \`${schema.pattern}\`.${hint}`;
  return { code: "invalid-format", message, range: valuePlace(context) };
}

function explainFormat({ schema }: Fault, context: KeywordContext): Explained {
  const words = formatWords(schema.format ?? "");
  const example = schema.examples?.[0] ?? words?.example;
  const name = words?.name ?? `a text of the format ${code(schema.format)}`;
  const hint = example === undefined ? "" : ` Expected something like ${code(example)}.`;
  const message = `${foundText(context)}${context.origin} is not ${name}.${hint}`;
  return { code: "invalid-format", message, range: valuePlace(context) };
}

function explainTooMany({ count: limit }: Fault, context: KeywordContext): Explained {
  return explainSize({ ...context, error: { ...context.error, keyword: "maxItems", params: { limit } } });
}

function explainUnknownItem({ indexes = [] }: Fault, context: KeywordContext): Explained | undefined {
  if (context.node.kind !== "sequence") return undefined;
  const item = context.node.items[indexes[0] ?? 0];
  const message = "No schema says what this item is, and further items are not allowed.";
  return item && { code: "value-not-allowed", message, range: item };
}

function explainContains(fault: Fault, context: KeywordContext): Explained {
  const { contains, minContains = 1, maxContains } = fault.schema;
  const isTooMany = fault.keyword === "maxContains";
  const bound = isTooMany ? `at most ${maxContains}` : `at least ${minContains}`;
  const limit = isTooMany ? maxContains : minContains;
  const what = `${bound} ${limit === 1 ? "item" : "items"} ${wanted(contains)}`;
  const found = fault.count === 0 ? "none" : `${fault.count}`;
  const message = `${keyName(context)} needs ${what}; it has ${found}.`;
  return { code: "wrong-length", message, range: context.instance.key ?? context.node };
}

/** What makes an item one that `contains` asks for, in words. */
function wanted(schema: JsonSchema | undefined): string {
  if (!isSchemaObject(schema)) return "in it";
  if (schema.title !== undefined) return `of the kind ${code(schema.title)}`;
  if (schema.const !== undefined) return `with the value ${code(schema.const)}`;
  if (schema.enum) return `with one of the values ${joinWords(schema.enum.map(code), "or")}`;
  const fixed = Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    isSchemaObject(child) && child.const !== undefined ? [`${code(key)} ${code(child.const)}`] : [],
  );
  if (fixed.length > 0) return `with ${joinWords(fixed, "and")}`;
  if (schema.required && schema.required.length > 0) return `with ${joinWords(schema.required.map(code), "and")}`;
  return typesOf(schema).length > 0 ? `that are ${expectedWords(context(schema))}` : "that fit its schema";
}

function context(schema: SchemaObject): KeywordContext["current"] {
  return { type: schema.type as KeywordContext["current"]["type"] };
}

function explainRequired({ keys = [], schema }: Fault, { instance, node, path }: KeywordContext): Explained {
  const key = instance.key === undefined ? undefined : path.at(-1);
  const owner = key !== undefined ? `\`${key}\`` : path.length === 0 ? "The file" : (schema.title ?? "The item");
  const names = joinWords(
    keys.map((name) => `\`${name}\``),
    "and",
  );
  return {
    code: "missing-property",
    message: `${owner} lacks the required ${keys.length === 1 ? "key" : "keys"} ${names}.`,
    range: mappingPlace(instance, node),
    data: { fix: "add-required", path, keys },
  };
}

function explainDependent({ keys = [] }: Fault, context: KeywordContext): Explained {
  const [property, ...missing] = keys;
  const first = explainDependency(withParams(context, { property, missingProperty: missing[0] }));
  if (missing.length === 1) return first;
  const names = joinWords(
    missing.map((name) => `\`${name}\``),
    "and",
  );
  return {
    ...first,
    message: `\`${property}\` needs ${names} beside it.`,
    data: { fix: "add-required", path: context.path, keys: missing },
  };
}

function explainUnknownKey(fault: Fault, context: KeywordContext, links: SchemaLinks): Explained | undefined {
  const { node, path } = context;
  const name = fault.keys?.[0] ?? "";
  const pair = node.kind === "map" ? findPair(node, name) : undefined;
  if (!pair || node.kind !== "map") return undefined;
  const all =
    fault.keyword === "additionalProperties"
      ? Object.keys(fault.schema.properties ?? {})
      : inPlaceKeys(fault.schema, links);
  const known = all.filter((key) => !findPair(node, key));
  const best = nearest(name, known);
  const place = path.length === 0 ? "at the top level of this file" : `in \`${path.join(".")}\``;
  const hint = best === undefined ? listed(known) : ` Did you mean \`${best}\`?`;
  return {
    code: "unknown-property",
    message: `\`${name}\` is not known ${place}.${hint}`,
    range: pair.key,
    ...(best !== undefined && { data: { fix: "rename-key", path: [...path, name], names: [best] } }),
  };
}

function listed(keys: readonly string[]): string {
  if (keys.length === 0) return "";
  const shown = keys.slice(0, 8).map((key) => `\`${key}\``);
  return keys.length > 8
    ? ` Known here are ${shown.join(", ")} and ${keys.length - 8} more.`
    : ` Known here: ${shown.join(", ")}.`;
}

/** A key whose name is not one that a mapping takes: the fault of the name, told at the key. */
function explainName(fault: Fault, context: KeywordContext, links: SchemaLinks): Explained | undefined {
  const name = fault.keys?.[0] ?? "";
  const pair = context.node.kind === "map" ? findPair(context.node, name) : undefined;
  const [inner] = fault.inner ?? [];
  if (!pair || !inner) return undefined;
  const key: ScalarNode = { ...absentNode(pair.key.start), value: name, end: pair.key.end };
  const { examples, title, pattern, enum: values, const: constant } = inner.schema;
  const current = { examples, title, pattern, enum: values, const: constant };
  const explained = explainKeyword(
    inner,
    {
      ...context,
      error: { ...context.error, keyword: inner.keyword },
      node: key,
      instance: { node: key, key: undefined },
      current: Object.fromEntries(Object.entries(current).filter(([, value]) => value !== undefined)),
    },
    links,
  );
  if (!explained) return undefined;
  const { data, ...rest } = explained;
  const message = inner.message ?? rest.message;
  const names = data?.fix === "replace-value" ? data.values.map(String) : [];
  if (names.length === 0) return { ...rest, message };
  return { ...rest, message, data: { fix: "rename-key", path: [...context.path, name], names } };
}

function explainNot({ schema }: Fault, context: KeywordContext): Explained {
  const { not } = schema;
  const forbidden = isSchemaObject(not) ? not : {};
  const conflict = excludedKeys(forbidden.required ?? [], context);
  if (conflict) return conflict;
  const reason = forbidden.description ?? forbidden.title;
  const message = `${capitalize(foundWords(context.node))}${context.origin} is not allowed here`;
  const text = reason === undefined ? message : `${message}: ${reason}`;
  return { code: "value-not-allowed", message: text.endsWith(".") ? text : `${text}.`, range: placeOf(context) };
}

/** Keys that may not stand together are reported at the later one; a key that may not stand at all at itself. */
function excludedKeys(keys: readonly string[], { node }: KeywordContext): Explained | undefined {
  if (node.kind !== "map" || keys.length === 0) return undefined;
  const pairs = keys.flatMap((key) => findPair(node, key) ?? []).sort((a, b) => a.start - b.start);
  const [earlier, later] = [pairs[0], pairs.at(-1)];
  if (!earlier || !later) return undefined;
  const names = keys.map((key) => `\`${key}\``);
  if (earlier === later)
    return { code: "value-not-allowed", message: `${names[0]} is not allowed here.`, range: later.key };
  return {
    code: "conflicting-properties",
    message: `${joinWords(names, "and")} exclude each other: keep one of them.`,
    range: later.key,
    related: [{ start: earlier.key.start, end: earlier.key.end, message: "The other one stands here." }],
  };
}

/** A union whose branches differ in the keys they require, or of which more than one fits. */
function explainUnionItself(fault: Fault, context: KeywordContext): Explained | undefined {
  const branches = fault.branches ?? [];
  if (fault.count === undefined) {
    const groups = branches.flatMap(({ faults }) => faults.filter((inner) => inner.keyword === "required"));
    const anyOf = groups.map(({ schema }) => ({ required: schema.required ?? [] }));
    return explainChoice({ ...context, current: { anyOf } });
  }
  const fitting = branches.filter(({ faults }) => faults.length === 0).map(({ schema }) => schema);
  const required = fitting.flatMap((schema) => (isSchemaObject(schema) ? (schema.required ?? []) : []));
  const telling = [...new Set(required)].filter(
    (key) => !fitting.every((schema) => isSchemaObject(schema) && schema.required?.includes(key)),
  );
  const conflict = telling.length > 1 ? excludedKeys(telling, context) : undefined;
  if (conflict) return conflict;
  const titles = fitting.flatMap((schema) => (isSchemaObject(schema) ? (schema.title ?? []) : []));
  const words =
    titles.length === fitting.length
      ? joinWords(titles.map(code), "and")
      : `${count(fitting.length, "of the alternatives").replace(/s$/, "s")}`;
  const message = `It is not clear what is meant here: ${words} fit. Only one may.`;
  return { code: "value-not-allowed", message, range: placeOf(context) };
}

function explainForbidden(_: Fault, context: KeywordContext): Explained {
  const { key } = context.instance;
  const message = key ? `${keyName(context)} is not allowed here.` : "Nothing is allowed here.";
  return { code: "value-not-allowed", message, range: key ?? placeOf(context) };
}

/** The smallest token that stands for a value: a scalar itself, the key of a collection, its first key. */
function placeOf(context: KeywordContext): Node {
  return context.node.kind === "scalar" ? valuePlace(context) : mappingPlace(context.instance, context.node);
}
