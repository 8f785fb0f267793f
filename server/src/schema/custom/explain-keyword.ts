import * as l10n from "@vscode/l10n";
import { nearest } from "../../values/edit-distance.ts";
import { findPair } from "../../yaml/navigate.ts";
import { absentNode, type Node, type ScalarNode } from "../../yaml/node.ts";
import { explainChoice, explainDependency, explainRepeatedItem, explainSize } from "../explain-collection.ts";
import { explainBound, explainLength, explainText, explainType, explainValue } from "../explain-value.ts";
import { type Explained, found, foundText, type KeywordContext, keyName, valuePlace } from "../explained.ts";
import { notAllowedBecause, notAllowedMessage } from "../found-value.ts";
import { mappingPlace } from "../instance.ts";
import {
  dependentKeysMessage,
  exclusiveKeysMessage,
  expectedExample,
  missingKeysMessage,
  unknownKeyMessage,
} from "../sentences.ts";
import { code, expectedWords, joinWords, keyList } from "../wording.ts";
import { formatExample, notOfFormatMessage } from "./formats.ts";
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
  const message = l10n.t`${textOf(context)} is out of range: a multiple of ${String(schema.multipleOf)} is expected.`;
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
  const message = l10n.t`${textOf(context)} does not match the pattern \`${String(schema.pattern)}\`.`;
  return { code: "invalid-format", message: withExample(message, example), range: valuePlace(context) };
}

function explainFormat({ schema }: Fault, context: KeywordContext): Explained {
  const format = schema.format ?? "";
  const example = schema.examples?.[0] ?? formatExample(format);
  const message = notOfFormatMessage(textOf(context), format);
  return { code: "invalid-format", message: withExample(message, example), range: valuePlace(context) };
}

/** The written text as inline code. A team's own schema says of no value that it is a secret. */
function textOf(context: KeywordContext): string {
  return foundText(context) ?? "";
}

function withExample(message: string, example: unknown): string {
  return example === undefined ? message : `${message} ${expectedExample(example)}`;
}

function explainTooMany({ count: limit }: Fault, context: KeywordContext): Explained {
  return explainSize({ ...context, error: { ...context.error, keyword: "maxItems", params: { limit } } });
}

function explainUnknownItem({ indexes = [] }: Fault, context: KeywordContext): Explained | undefined {
  if (context.node.kind !== "sequence") return undefined;
  const item = context.node.items[indexes[0] ?? 0];
  const message = l10n.t`No schema says what this item is, and further items are not allowed.`;
  return item && { code: "value-not-allowed", message, range: item };
}

function explainContains(fault: Fault, context: KeywordContext): Explained {
  const message = containsMessage(keyName(context), wantedItems(fault), fault.count ?? 0);
  return { code: "wrong-length", message, range: context.instance.key ?? context.node };
}

function containsMessage(key: string | undefined, wanted: string, count: number): string {
  if (key === undefined)
    return count === 0
      ? l10n.t`The value needs ${wanted}; it has none.`
      : l10n.t`The value needs ${wanted}; it has ${count}.`;
  return count === 0 ? l10n.t`${key} needs ${wanted}; it has none.` : l10n.t`${key} needs ${wanted}; it has ${count}.`;
}

/** How many items `contains` asks for, in words: `at least 2 items with the value `a``. */
function wantedItems({ keyword, schema }: Fault): string {
  const { contains, minContains = 1, maxContains = 0 } = schema;
  const which = wanted(contains);
  if (keyword === "maxContains")
    return maxContains === 1
      ? l10n.t`at most ${maxContains} item ${which}`
      : l10n.t`at most ${maxContains} items ${which}`;
  return minContains === 1
    ? l10n.t`at least ${minContains} item ${which}`
    : l10n.t`at least ${minContains} items ${which}`;
}

/** What makes an item one that `contains` asks for, in words. */
function wanted(schema: JsonSchema | undefined): string {
  if (!isSchemaObject(schema)) return l10n.t`in it`;
  if (schema.title !== undefined) return l10n.t`of the kind ${code(schema.title)}`;
  if (schema.const !== undefined) return l10n.t`with the value ${code(schema.const)}`;
  if (schema.enum) return l10n.t`with one of the values ${joinWords(schema.enum.map(code), "or")}`;
  const fixed = Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    isSchemaObject(child) && child.const !== undefined ? [`${code(key)} ${code(child.const)}`] : [],
  );
  if (fixed.length > 0) return l10n.t`with ${joinWords(fixed, "and")}`;
  if (schema.required && schema.required.length > 0) return l10n.t`with ${joinWords(schema.required.map(code), "and")}`;
  return typesOf(schema).length > 0 ? l10n.t`that are ${expectedWords(context(schema))}` : l10n.t`that fit its schema`;
}

function context(schema: SchemaObject): KeywordContext["current"] {
  return { type: schema.type as KeywordContext["current"]["type"] };
}

function explainRequired({ keys = [], schema }: Fault, { instance, node, path }: KeywordContext): Explained {
  const key = instance.key === undefined ? undefined : path.at(-1);
  const isFile = path.length === 0;
  const owner = key !== undefined ? `\`${key}\`` : isFile ? undefined : schema.title;
  return {
    code: "missing-property",
    message: missingKeysMessage(owner, isFile, keys),
    range: mappingPlace(instance, node),
    data: { fix: "add-required", path, keys },
  };
}

function explainDependent({ keys = [] }: Fault, context: KeywordContext): Explained {
  const [property, ...missing] = keys;
  const first = explainDependency(withParams(context, { property, missingProperty: missing[0] }));
  if (missing.length === 1) return first;
  return {
    ...first,
    message: dependentKeysMessage(String(property), missing),
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
  return {
    code: "unknown-property",
    message: unknownKeyMessage(name, path, best, known),
    range: pair.key,
    ...(best !== undefined && { data: { fix: "rename-key", path: [...path, name], names: [best] } }),
  };
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
  const value = found(context);
  const message = reason === undefined ? notAllowedMessage(value) : notAllowedBecause(value, reason);
  return { code: "value-not-allowed", message, range: placeOf(context) };
}

/** Keys that may not stand together are reported at the later one; a key that may not stand at all at itself. */
function excludedKeys(keys: readonly string[], { node }: KeywordContext): Explained | undefined {
  if (node.kind !== "map" || keys.length === 0) return undefined;
  const pairs = keys.flatMap((key) => findPair(node, key) ?? []).sort((a, b) => a.start - b.start);
  const [earlier, later] = [pairs[0], pairs.at(-1)];
  if (!earlier || !later) return undefined;
  if (earlier === later)
    return {
      code: "value-not-allowed",
      message: l10n.t`${keyList(keys.slice(0, 1))} is not allowed here.`,
      range: later.key,
    };
  return {
    code: "conflicting-properties",
    message: exclusiveKeysMessage(keys),
    range: later.key,
    related: [{ start: earlier.key.start, end: earlier.key.end, message: l10n.t`The other one stands here.` }],
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
  const message =
    titles.length === fitting.length
      ? l10n.t`It is not clear what is meant here: ${joinWords(titles.map(code), "and")} fit. Only one may.`
      : l10n.t`It is not clear what is meant here: ${fitting.length} of the alternatives fit. Only one may.`;
  return { code: "value-not-allowed", message, range: placeOf(context) };
}

function explainForbidden(_: Fault, context: KeywordContext): Explained {
  const { key } = context.instance;
  return { code: "value-not-allowed", message: forbiddenMessage(context), range: key ?? placeOf(context) };
}

function forbiddenMessage(context: KeywordContext): string {
  if (!context.instance.key) return l10n.t`Nothing is allowed here.`;
  const name = keyName(context);
  return name === undefined ? l10n.t`The value is not allowed here.` : l10n.t`${name} is not allowed here.`;
}

/** The smallest token that stands for a value: a scalar itself, the key of a collection, its first key. */
function placeOf(context: KeywordContext): Node {
  return context.node.kind === "scalar" ? valuePlace(context) : mappingPlace(context.instance, context.node);
}
