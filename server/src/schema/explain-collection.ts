import * as l10n from "@vscode/l10n";
import { nearest } from "../values/edit-distance.ts";
import { findPair } from "../yaml/navigate.ts";
import { dereference, type MapNode, type Node } from "../yaml/node.ts";
import { explainType, explainValue } from "./explain-value.ts";
import { type Explained, type KeywordContext, keyName, valuePlace } from "./explained.ts";
import { notAllowedBecause, notAllowedMessage } from "./found-value.ts";
import { instanceAt, mappingPlace } from "./instance.ts";
import type { Schema, SchemaSeverity } from "./json-schema.ts";
import { allowedValues, schemasAt } from "./match.ts";
import { dependentKeysMessage, exclusiveKeysMessage, unknownKeyMessage } from "./sentences.ts";
import { sizeMessage } from "./size-message.ts";
import { code, joinWords, keyList } from "./wording.ts";

/** The key that decides a union has a value that names no branch. A missing key is already reported as missing. */
export function explainDiscriminator(context: KeywordContext): Explained | undefined {
  const tag = String(context.error.params.tag);
  const instance = instanceAt(context.node, [tag]);
  const node = dereference(instance?.node);
  if (!instance || !node) return undefined;
  const branches = schemaBranches(context);
  const values = branches.flatMap((branch) => allowedValues(branch.properties?.[tag]));
  const parent = { ...context, instance, node, current: { enum: values }, path: [...context.path, tag] };
  if (node.kind !== "scalar" || typeof node.value !== "string")
    return explainType({ ...parent, current: { type: "string" } });
  return explainValue(parent);
}

function schemaBranches(context: KeywordContext): readonly Schema[] {
  return schemasAt(context.schema, context.root, context.path);
}

export function explainUnknownKey(context: KeywordContext): Explained | undefined {
  const name = String(context.error.params.additionalProperty);
  const pair = context.node.kind === "map" ? findPair(context.node, name) : undefined;
  if (!pair) return undefined;
  const known = knownKeys(context);
  const best = nearest(name, known);
  return {
    code: "unknown-property",
    message: unknownKeyMessage(name, context.path, best, known),
    range: pair.key,
    severity: unknownKeySeverity(context),
    ...(best !== undefined && { data: { fix: "rename-key", path: [...context.path, name], names: [best] } }),
  };
}

/** Contract A.6: an unknown key is an error at the top level and a warning below. */
function unknownKeySeverity(context: KeywordContext): SchemaSeverity {
  return context.path.length === 0 ? "error" : "warning";
}

/** Keys that could still be written into the mapping. */
function knownKeys(context: KeywordContext): readonly string[] {
  const { node } = context;
  const keys = new Set(schemaBranches(context).flatMap((schema) => Object.keys(schema.properties ?? {})));
  return [...keys].filter((key) => node.kind !== "map" || !findPair(node, key));
}

export function explainSize(context: KeywordContext): Explained {
  const { node, error } = context;
  const size = node.kind === "sequence" ? node.items.length : node.kind === "map" ? node.pairs.length : 0;
  const limit = Number(error.params.limit);
  const message = sizeMessage({
    key: keyName(context),
    isList: node.kind === "sequence",
    size,
    limit,
    isTooSmall: error.keyword.startsWith("min"),
  });
  return { code: "wrong-length", message, range: context.instance.key ?? node };
}

export function explainRepeatedItem(context: KeywordContext): Explained | undefined {
  if (context.node.kind !== "sequence") return undefined;
  const [first, second] = [Number(context.error.params.j), Number(context.error.params.i)].sort((a, b) => a - b);
  const earlier = context.node.items[first ?? 0];
  const later = context.node.items[second ?? 0];
  if (!earlier || !later) return undefined;
  const value = dereference(later);
  const message =
    value?.kind === "scalar"
      ? l10n.t`${code(String(value.value))} stands in this list twice; every item counts only once.`
      : l10n.t`This item stands in this list twice; every item counts only once.`;
  return {
    code: "duplicate-item",
    message,
    range: later,
    related: [{ start: earlier.start, end: earlier.end, message: l10n.t`It stands here first.` }],
    tags: ["unnecessary"],
  };
}

/** None of several groups of keys is complete: what is missing of the group that was begun, else the choice. */
export function explainChoice(context: KeywordContext): Explained {
  const groups = (context.current.anyOf ?? []).map((branch) => branch.required ?? []);
  const missing = groups.map((group) => group.filter((key) => !hasAll(context.node, [key])));
  const begun = missing.find((keys, index) => keys.length > 0 && keys.length < (groups[index]?.length ?? 0));
  const owner = keyName(context);
  const needed = begun
    ? keyList(begun)
    : joinWords(
        groups.map((group) => keyList(group)),
        "or",
      );
  const message = owner === undefined ? l10n.t`Needs ${needed}.` : l10n.t`${owner} needs ${needed}.`;
  const data = { fix: "add-required", path: context.path, keys: begun ?? groups[0] ?? [] } as const;
  return { code: "missing-property", message, range: mappingPlace(context.instance, context.node), data };
}

export function explainForbidden(context: KeywordContext): Explained | undefined {
  const exclusive = excludedKeys(context);
  if (exclusive) return exclusive;
  const forbidden = context.current.not;
  if (!forbidden) return undefined;
  const found = { node: context.node, isSecret: false, resolvedFrom: undefined };
  const reason = forbidden.description;
  const message = reason === undefined ? notAllowedMessage(found) : notAllowedBecause(found, reason);
  return { code: "value-not-allowed", message, range: valuePlace(context) };
}

/** Keys that exclude each other: reported at the later one. */
function excludedKeys(context: KeywordContext): Explained | undefined {
  if (context.node.kind !== "map") return undefined;
  const index = /\/allOf\/(\d+)\/not$/.exec(context.error.schemaPath)?.[1];
  const groups = (context.current.allOf ?? []).map((item) => item.not?.required ?? []);
  const keys = index === undefined ? groups.find((group) => hasAll(context.node, group)) : groups[Number(index)];
  if (!keys || keys.length === 0) return undefined;
  const pairs = keys.flatMap((key) => findPair(context.node as MapNode, key) ?? []).sort((a, b) => a.start - b.start);
  const [earlier, later] = [pairs[0], pairs.at(-1)];
  if (!earlier || !later || earlier === later) return undefined;
  return {
    code: "conflicting-properties",
    message: exclusiveKeysMessage(keys),
    range: later.key,
    related: [{ start: earlier.key.start, end: earlier.key.end, message: l10n.t`The other one stands here.` }],
  };
}

function hasAll(node: Node, keys: readonly string[]): boolean {
  return node.kind === "map" && keys.every((key) => findPair(node, key) !== undefined);
}

export function explainDependency(context: KeywordContext): Explained {
  const { property, missingProperty } = context.error.params as Record<string, unknown>;
  const pair = context.node.kind === "map" ? findPair(context.node, String(property)) : undefined;
  const message = dependentKeysMessage(String(property), [String(missingProperty)]);
  const data = { fix: "add-required", path: context.path, keys: [String(missingProperty)] } as const;
  return { code: "missing-property", message, range: pair?.key ?? mappingPlace(context.instance, context.node), data };
}
