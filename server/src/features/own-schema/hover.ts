import * as l10n from "@vscode/l10n";
import type { Hover } from "vscode-languageserver-types";
import { type Applied, applicableAt, childrenOf, memberOf } from "../../schema/custom/applicable.ts";
import { boundsOf } from "../../schema/custom/evaluate-scalar.ts";
import { formatName } from "../../schema/custom/formats.ts";
import { type SchemaObject, typesOf } from "../../schema/custom/schema-object.ts";
import type { Schema } from "../../schema/json-schema.ts";
import { code, expectedWords, listWords } from "../../schema/wording.ts";
import { locate, nodeAt } from "../../yaml/navigate.ts";
import { dereference } from "../../yaml/node.ts";
import type { Value } from "../../yaml/value.ts";
import { appliedTo, type OwnFile, rootAt } from "./own-file.ts";

/** What the schemas of a team say of the key or value at an offset. Undefined where they say nothing. */
export function ownHover(file: OwnFile, offset: number): Hover | undefined {
  const root = rootAt(file, offset);
  const location = locate(root, offset);
  if (!location || file.schema.problem !== undefined) return undefined;
  const { node, path, onKey, pair } = location;
  if (!onKey && node.kind !== "scalar" && node.kind !== "alias") return undefined;
  const document = appliedTo(file, root, "fitting");
  const parents = path.length === 0 ? [] : applicableAt(document, path.slice(0, -1));
  const step = path.at(-1);
  const value = path.reduce<Value | undefined>(memberOf, document.value);
  const applied = step === undefined ? applicableAt(document, path) : childrenOf(document, parents, step, value);
  const isRequired = parents.some(({ schema }) => schema.required?.includes(String(step)));
  const scalar = onKey ? undefined : dereference(nodeAt(root, path));
  const meaning = scalar?.kind === "scalar" ? meaningOf(applied, scalar.value) : undefined;
  const parts = [meaning, describeApplied(applied, isRequired)].filter((part) => part !== undefined && part !== "");
  if (parts.length === 0) return undefined;
  const range = file.source.lines.rangeOf(onKey && pair ? pair.key : node);
  return { contents: { kind: "markdown", value: parts.join("\n\n---\n\n") }, range };
}

/** What is known of a place: title, description, facts, allowed values, examples, as markdown. Empty when nothing is. */
export function describeApplied(applied: readonly Applied[], isRequired: boolean): string {
  const schemas = applied.map(({ schema }) => schema);
  const first = <T>(pick: (schema: SchemaObject) => T | undefined): T | undefined =>
    schemas.map(pick).find((found) => found !== undefined);
  const title = first((schema) => schema.title);
  const sections = [
    title === undefined ? undefined : `**${title}**`,
    first((schema) => schema.markdownDescription ?? schema.description),
    deprecation(schemas),
    facts(schemas, isRequired),
    allowedValues(schemas),
    exampleText(first((schema) => schema.examples) ?? []),
  ];
  return sections.filter((section) => section !== undefined && section !== "").join("\n\n");
}

function deprecation(schemas: readonly SchemaObject[]): string | undefined {
  const marked = schemas.find((schema) => schema.deprecated === true || schema.deprecationMessage !== undefined);
  return marked && `*${l10n.t`Deprecated.`}* ${marked.deprecationMessage ?? ""}`.trim();
}

function facts(schemas: readonly SchemaObject[], isRequired: boolean): string {
  const types = [...new Set(schemas.flatMap(typesOf))];
  const preset = schemas.find((schema) => schema.default !== undefined)?.default;
  const format = schemas.find((schema) => schema.format !== undefined)?.format;
  const pattern = schemas.find((schema) => schema.pattern !== undefined)?.pattern;
  return [
    ...(types.length > 0 ? [l10n.t`Type: ${expectedWords({ type: types as unknown as Schema["type"] })}`] : []),
    ...(format === undefined ? [] : [l10n.t`Format: ${formatName(format) ?? code(format)}`]),
    ...schemas.flatMap(boundsOf).map(({ keyword, limit }) => BOUND_WORDS[keyword](limit)),
    ...(pattern === undefined || pattern.length > 60 ? [] : [l10n.t`Pattern: \`${pattern}\``]),
    ...(preset === undefined ? [] : [l10n.t`Default: ${code(preset)}`]),
    ...(isRequired ? [l10n.t`Required`] : []),
  ].join(" · ");
}

const BOUND_WORDS = {
  minimum: (limit: number) => l10n.t`At least ${limit}`,
  maximum: (limit: number) => l10n.t`At most ${limit}`,
  exclusiveMinimum: (limit: number) => l10n.t`More than ${limit}`,
  exclusiveMaximum: (limit: number) => l10n.t`Less than ${limit}`,
} as const;

function allowedValues(schemas: readonly SchemaObject[]): string | undefined {
  const values = new Map<string, string>();
  for (const schema of schemas) {
    for (const { value, meaning } of listedValues(schema)) {
      const shown = code(value);
      if (!values.get(shown)) values.set(shown, meaning ?? "");
    }
  }
  if (values.size === 0) return undefined;
  const lines = [...values].map(([value, meaning]) => (meaning === "" ? `- ${value}` : `- ${value}: ${meaning}`));
  return [l10n.t`Allowed values:`, ...lines].join("\n");
}

/** Values that a schema lists by `const` or `enum`, with what its author says of each. */
export function listedValues(
  schema: SchemaObject,
): readonly { readonly value: Value; readonly meaning: string | undefined; readonly label: string | undefined }[] {
  const { enum: values, const: constant, markdownEnumDescriptions, enumDescriptions, enumItemLabels } = schema;
  if (constant !== undefined) {
    const meaning = markdownEnumDescriptions?.[0] ?? enumDescriptions?.[0];
    return [
      { value: constant, meaning: meaning ?? schema.markdownDescription ?? schema.description, label: undefined },
    ];
  }
  return (values ?? []).map((value, index) => ({
    value,
    meaning: markdownEnumDescriptions?.[index] ?? enumDescriptions?.[index],
    label: enumItemLabels?.[index],
  }));
}

function exampleText(examples: readonly Value[]): string | undefined {
  const [first, second] = examples;
  if (first === undefined) return undefined;
  if (typeof first === "object")
    return `${l10n.t`Example:`}\n\n\`\`\`json\n${JSON.stringify(first, undefined, 2)}\n\`\`\``;
  return l10n.t`Example: ${listWords((second === undefined ? [first] : [first, second]).map(code))}`;
}

function meaningOf(applied: readonly Applied[], written: Value): string | undefined {
  for (const { schema } of applied) {
    const found = listedValues(schema).find(({ value }) => value === written);
    if (found?.meaning !== undefined) return `${code(written)}: ${found.meaning}`;
  }
  return undefined;
}
