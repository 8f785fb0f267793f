import * as l10n from "@vscode/l10n";
import type { Hover } from "vscode-languageserver-types";
import { type Schema, typesOf } from "../schema/json-schema.ts";
import { allowedValues, childSchema, type Schemas, schemasAt } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import { code, expectedWords, listWords } from "../schema/wording.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { maskUrlPassword, namesSecret } from "../tenants/masking.ts";
import {
  findPlaceholders,
  type PlaceholderValues,
  placeholderName,
  resolvePieces,
  SECRET_FILE,
  TENANT_VARIABLE_MEANINGS,
} from "../tenants/placeholders.ts";
import { placeholderValues } from "../tenants/tenant-context.ts";
import { originWords } from "../tenants/value-origins.ts";
import { vaultAddress } from "../tenants/vault-address.ts";
import { type CronRuns, nextRuns } from "../values/cron-runs.ts";
import { locate, MERGE_KEY } from "../yaml/navigate.ts";
import { dereference, type Node, type NodePath } from "../yaml/node.ts";
import { describeAlias, describeMerge, describeOverride } from "./hover-origin.ts";
import { scheduleAt, valueInWords } from "./hover-value.ts";

/** What a hover depends on beside the document. */
export interface HoverOptions {
  /** The current time in milliseconds since 1970; without it the next runs of a schedule are left out. */
  readonly now?: number;
}

/** Runs of a schedule that a hover lists. */
const LISTED_RUNS = 3;

/** Hover of the key or value at an offset: what it means and what may stand there. Undefined where there is nothing to say. */
export function hover(model: FileModel, offset: number, { now }: HoverOptions = {}): MaybeLater<Hover | undefined> {
  const location = locate(model.root, offset);
  if (!location) return undefined;
  const { node, path, pair, onKey } = location;
  const range = model.source.lines.rangeOf(onKey && pair ? pair.key : node);
  const show = (parts: readonly (string | undefined)[]): Hover | undefined => {
    const shown = parts.filter((part) => part !== undefined && part !== "");
    if (shown.length === 0) return undefined;
    return { contents: { kind: "markdown", value: shown.join("\n\n---\n\n") }, range };
  };
  if (isMerge(path)) return show([describeMerge(model, path)]);
  if (!onKey && node.kind !== "scalar" && node.kind !== "alias") return undefined;
  const schemas = schemasAt(model.schema, model.root, path);
  const key = path.at(-1);
  const parents = schemasAt(model.schema, model.root, path.slice(0, -1));
  const documentation = typeof key === "string" ? describeKey(parents, key) : describeSchemas(schemas);
  const override = describeOverride(model, path);
  if (onKey) return show([override, documentation]);
  const alias = node.kind === "alias" ? describeAlias(model, node, schemas) : undefined;
  const value = describeValue(model, node, path, schemas);
  const target = dereference(node);
  const schedule = target?.kind === "scalar" ? scheduleAt(model, target.value, path, schemas) : undefined;
  const facts = [alias, value, override];
  if (!schedule || now === undefined) return show([...facts, documentation]);
  // Nothing of the tree is looked at afterwards: the next edit moves its nodes.
  return nextRuns(schedule.expression, schedule.timeZone, now, LISTED_RUNS).then((runs) =>
    show([...facts, runs && describeRuns(runs), documentation]),
  );
}

/** true for the key of a merge, what it merges, and the items of a list of such. */
function isMerge(path: NodePath): boolean {
  return path.at(-1) === MERGE_KEY || (path.at(-2) === MERGE_KEY && typeof path.at(-1) === "number");
}

/** An answer that is there at once, or has to be waited for. */
type MaybeLater<T> = T | Promise<T>;

function describeRuns({ runs, timeZone }: CronRuns): string {
  return [l10n.t`Next runs (${timeZone}):`, ...runs.map((run) => `- ${run}`)].join("\n");
}

/** Documentation of a place where these schemas apply, as markdown. Empty when nothing is known. */
export function describeSchemas(schemas: Schemas): string {
  const [first] = schemas;
  if (!first) return "";
  return schemas.length === 1 ? describeSchema(first, false) : describeUnion(schemas);
}

/** Title, description, facts, allowed values, example. */
function describeSchema(schema: Schema, required: boolean): string {
  const union = schema.oneOf && describeUnion(schema.oneOf.map(resolve));
  const sections = [
    heading(schema),
    schema.description,
    deprecation(schema),
    facts(schema, required),
    valueTable(schema),
    union,
    example(schema),
  ];
  return sections.filter((section) => section !== undefined && section !== "").join("\n\n");
}

function describeUnion(branches: Schemas): string {
  const lines = branches.map(
    (branch) => `- **${branch.title ?? l10n.t`Variant`}**: ${firstSentence(branch.description ?? "")}`,
  );
  return [l10n.t`One of:`, ...lines].join("\n");
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

function heading(schema: Schema): string | undefined {
  return schema.title === undefined ? undefined : `**${schema.title}**`;
}

function deprecation(schema: Schema): string | undefined {
  return schema.deprecated ? `*${l10n.t`Deprecated.`}* ${schema.deprecationMessage ?? ""}`.trim() : undefined;
}

function facts(schema: Schema, required: boolean): string {
  const types = typesOf(schema).length > 0 ? [l10n.t`Type: ${expectedWords(schema)}`] : [];
  const unit = schema["x-unit"];
  return [
    ...types,
    ...(unit !== undefined && !types.some((type) => type.includes(unit)) ? [l10n.t`Unit: ${unit}`] : []),
    ...bounds(schema),
    ...(schema.default === undefined ? [] : [l10n.t`Default: ${code(schema.default)}`]),
    ...(required ? [l10n.t`Required`] : []),
    ...(schema["x-secret"] ? [l10n.t`Secret: write a reference, never the value`] : []),
    ...(schema["x-alias"] === undefined ? [] : [l10n.t`Another spelling of \`${schema["x-alias"]}\``]),
  ].join(" · ");
}

function bounds(schema: Schema): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, minItems, maxItems, pattern } =
    schema;
  return [
    ...numberRange(minimum, maximum),
    ...(exclusiveMinimum === undefined ? [] : [l10n.t`More than ${exclusiveMinimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [l10n.t`Less than ${exclusiveMaximum}`]),
    ...lengthRange(minLength === 1 ? undefined : minLength, maxLength),
    ...itemRange(minItems, maxItems),
    ...(pattern === undefined || pattern.length > 60 ? [] : [l10n.t`Pattern: \`${pattern}\``]),
  ];
}

function numberRange(low: number | undefined, high: number | undefined): string[] {
  if (low !== undefined && high !== undefined) return [l10n.t`${low} to ${high}`];
  if (low !== undefined) return [l10n.t`At least ${low}`];
  return high === undefined ? [] : [l10n.t`At most ${high}`];
}

function lengthRange(low: number | undefined, high: number | undefined): string[] {
  if (low !== undefined && high !== undefined) return [l10n.t`${low} to ${high} characters`];
  if (low !== undefined) return [l10n.t`At least ${low} characters`];
  return high === undefined ? [] : [l10n.t`At most ${high} characters`];
}

function itemRange(low: number | undefined, high: number | undefined): string[] {
  if (low !== undefined && high !== undefined) return [l10n.t`${low} to ${high} items`];
  if (low !== undefined) return [l10n.t`At least ${low} items`];
  return high === undefined ? [] : [l10n.t`At most ${high} items`];
}

function valueTable(schema: Schema): string | undefined {
  const values = allowedValues(schema);
  if (values.length === 0) return undefined;
  const lines = values.map((value, index) => {
    const meaning = schema.enumDescriptions?.[index];
    return meaning === undefined ? `- ${code(value)}` : `- ${code(value)}: ${meaning}`;
  });
  return [l10n.t`Allowed values:`, ...lines].join("\n");
}

function example(schema: Schema): string | undefined {
  const [first, second] = schema.examples ?? [];
  if (first === undefined) return undefined;
  if (typeof first === "object")
    return `${l10n.t`Example:`}\n\n\`\`\`json\n${JSON.stringify(first, undefined, 2)}\n\`\`\``;
  return l10n.t`Example: ${listWords((second === undefined ? [first] : [first, second]).map(code))}`;
}

/** What the written value means: its placeholders, its words, the meaning of an allowed value. */
function describeValue(model: FileModel, node: Node, path: NodePath, schemas: Schemas): string | undefined {
  const target = dereference(node);
  if (target?.kind !== "scalar" || target.value === null) return undefined;
  const text = String(target.value);
  const secret = schemas.some((schema) => schema["x-secret"]);
  const placeholders = describePlaceholders(model, text, path, secret);
  if (placeholders !== undefined) return placeholders;
  if (secret) return undefined;
  const meaning = valueMeaning(schemas, target.value);
  if (meaning !== undefined) return `${code(text)}: ${meaning}`;
  const words = valueInWords(model, target.value, path, schemas);
  return words === undefined ? undefined : `${code(text)}: ${words}`;
}

function valueMeaning(schemas: Schemas, value: unknown): string | undefined {
  for (const schema of schemas) {
    if (schema.const === value) return schema.description;
    const index = schema.enum?.indexOf(value) ?? -1;
    if (index !== -1) return schema.enumDescriptions?.[index];
  }
  return undefined;
}

function describePlaceholders(model: FileModel, text: string, path: NodePath, secret: boolean): string | undefined {
  if (findPlaceholders(text).length === 0) return undefined;
  const values = placeholderValues(model.context, model, path);
  const pieces = resolvePieces(text, values);
  const lines = pieces.flatMap(({ placeholder, text: value, from }) => {
    if (!placeholder || placeholder.kind === "escape") return [];
    if (placeholder.kind === "secret")
      return [`- ${describeSecret(placeholder.store)}${vaultLink(model, text, values)}`];
    const what =
      placeholder.kind === "variable"
        ? TENANT_VARIABLE_MEANINGS[placeholder.name]
        : l10n.t`variable of the deployment environment`;
    const name = placeholderName(placeholder);
    if (value === undefined) return [`- ${l10n.t`\`${name}\`, ${what}: not known here; filled in at deployment`}`];
    const shown = secret || namesSecret(name) ? l10n.t`hidden` : code(maskUrlPassword(value));
    return [`- ${l10n.t`\`${name}\`, ${what}: ${shown} (from ${originWords(from ?? "")})`}`];
  });
  return lines.join("\n");
}

function describeSecret(store: string): string {
  return store === SECRET_FILE
    ? l10n.t`Secret from a file, filled in at deployment`
    : l10n.t`Secret from ${store}, filled in at deployment`;
}

/** Link to a secret in Vault; empty where there is no address to link to. */
function vaultLink(model: FileModel, reference: string, values: PlaceholderValues): string {
  const vault = vaultAddress(model, reference, values);
  return vault ? `: [${vault.path}](${vault.url})` : "";
}

/** Documentation of a key of a mapping, as markdown. Empty when nothing is known. */
export function describeKey(parents: Schemas, key: string): string {
  const children = parents.flatMap((parent) => {
    const child = childSchema(parent, key);
    return child ? [{ schema: resolve(child), required: parent.required?.includes(key) ?? false }] : [];
  });
  const [first] = children;
  if (!first) return "";
  return describeSchema(combined(children.map((child) => child.schema)) ?? first.schema, first.required);
}

/** The deciding key of a union that is still open: one schema with the values of all branches. Undefined for other keys. */
function combined(schemas: readonly Schema[]): Schema | undefined {
  if (schemas.length < 2 || schemas.some((schema) => allowedValues(schema).length === 0)) return undefined;
  const values = schemas.flatMap((schema) =>
    allowedValues(schema).map((value, index) => ({
      value,
      meaning: schema.enumDescriptions?.[index] ?? schema.description ?? "",
    })),
  );
  const { const: _const, description: _description, ...rest } = schemas[0] ?? {};
  const description = schemas.find((schema) => schema.enum)?.description;
  return {
    ...rest,
    ...(description !== undefined && { description }),
    enum: values.map((entry) => entry.value),
    enumDescriptions: values.map((entry) => entry.meaning),
  };
}
