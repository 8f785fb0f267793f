import { nearest } from "../values/edit-distance.ts";
import { findPair } from "../yaml/navigate.ts";
import { dereference, type MapNode, type Node } from "../yaml/node.ts";
import { explainType, explainValue } from "./explain-value.ts";
import { capitalize, type Explained, type KeywordContext, keyName, valuePlace } from "./explained.ts";
import { instanceAt, mappingPlace } from "./instance.ts";
import type { Schema, SchemaSeverity } from "./json-schema.ts";
import { allowedValues, schemasAt } from "./match.ts";
import { code, count, foundWords, joinWords } from "./wording.ts";

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
  const place = context.path.length === 0 ? "at the top level of this file" : `in \`${context.path.join(".")}\``;
  const hint = best === undefined ? listKeys(known) : ` Did you mean \`${best}\`?`;
  return {
    code: "unknown-property",
    message: `\`${name}\` is not known ${place}.${hint}`,
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

function listKeys(keys: readonly string[]): string {
  if (keys.length === 0) return "";
  const shown = keys.slice(0, 8).map((key) => `\`${key}\``);
  return keys.length > 8
    ? ` Known here are ${shown.join(", ")} and ${keys.length - 8} more.`
    : ` Known here: ${shown.join(", ")}.`;
}

export function explainSize(context: KeywordContext): Explained {
  const { node, error } = context;
  const isList = node.kind === "sequence";
  const size = isList ? node.items.length : node.kind === "map" ? node.pairs.length : 0;
  const bound = error.keyword.startsWith("min") ? "at least" : "at most";
  const thing = isList ? "item" : "entry";
  const message = `${keyName(context)} has ${count(size, thing).replace("entrys", "entries")}; ${bound} ${error.params.limit} expected.`;
  return { code: "wrong-length", message, range: context.instance.key ?? node };
}

export function explainRepeatedItem(context: KeywordContext): Explained | undefined {
  if (context.node.kind !== "sequence") return undefined;
  const [first, second] = [Number(context.error.params.j), Number(context.error.params.i)].sort((a, b) => a - b);
  const earlier = context.node.items[first ?? 0];
  const later = context.node.items[second ?? 0];
  if (!earlier || !later) return undefined;
  const value = dereference(later);
  const name = value?.kind === "scalar" ? code(String(value.value)) : "This item";
  return {
    code: "duplicate-item",
    message: `${name} stands in this list twice; every item counts only once.`,
    range: later,
    related: [{ start: earlier.start, end: earlier.end, message: "It stands here first." }],
    tags: ["unnecessary"],
  };
}

/** None of several groups of keys is complete: what is missing of the group that was begun, else the choice. */
export function explainChoice(context: KeywordContext): Explained {
  const groups = (context.current.anyOf ?? []).map((branch) => branch.required ?? []);
  const missing = groups.map((group) => group.filter((key) => !hasAll(context.node, [key])));
  const begun = missing.find((keys, index) => keys.length > 0 && keys.length < (groups[index]?.length ?? 0));
  const words = (keys: readonly string[]): string =>
    joinWords(
      keys.map((key) => `\`${key}\``),
      "and",
    );
  const owner = keyName(context) === "The value" ? "" : `${keyName(context)} needs `;
  const message = `${owner === "" ? "Needs " : owner}${begun ? words(begun) : joinWords(groups.map(words), "or")}.`;
  const data = { fix: "add-required", path: context.path, keys: begun ?? groups[0] ?? [] } as const;
  return { code: "missing-property", message, range: mappingPlace(context.instance, context.node), data };
}

export function explainForbidden(context: KeywordContext): Explained | undefined {
  const exclusive = excludedKeys(context);
  if (exclusive) return exclusive;
  const forbidden = context.current.not;
  if (!forbidden) return undefined;
  const reason = forbidden.description === undefined ? "" : `: ${forbidden.description}`;
  const message = `${capitalize(foundWords(context.node))} is not allowed here${reason}`;
  return {
    code: "value-not-allowed",
    message: message.endsWith(".") ? message : `${message}.`,
    range: valuePlace(context),
  };
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
    message: `${joinWords(
      keys.map((key) => `\`${key}\``),
      "and",
    )} exclude each other: keep one of them.`,
    range: later.key,
    related: [{ start: earlier.key.start, end: earlier.key.end, message: "The other one stands here." }],
  };
}

function hasAll(node: Node, keys: readonly string[]): boolean {
  return node.kind === "map" && keys.every((key) => findPair(node, key) !== undefined);
}

export function explainDependency(context: KeywordContext): Explained {
  const { property, missingProperty } = context.error.params as Record<string, unknown>;
  const pair = context.node.kind === "map" ? findPair(context.node, String(property)) : undefined;
  const message = `\`${property}\` needs \`${missingProperty}\` beside it.`;
  const data = { fix: "add-required", path: context.path, keys: [String(missingProperty)] } as const;
  return { code: "missing-property", message, range: pair?.key ?? mappingPlace(context.instance, context.node), data };
}
