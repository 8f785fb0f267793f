import { scalarLanguage } from "../values/index.ts";
import { findPair } from "../yaml/navigate.ts";
import { absentNode, dereference, type ScalarNode } from "../yaml/node.ts";
import {
  explainChoice,
  explainDependency,
  explainDiscriminator,
  explainForbidden,
  explainRepeatedItem,
  explainSize,
  explainUnknownKey,
} from "./explain-collection.ts";
import { explainBound, explainLength, explainText, explainType, explainValue } from "./explain-value.ts";
import type { ErrorContext, Explained, KeywordContext } from "./explained.ts";
import { severityAt, typedPath } from "./instance.ts";
import type { Schema } from "./json-schema.ts";
import { allowedValues, schemasAt } from "./match.ts";
import type { Problem } from "./problem.ts";
import { resolve } from "./registry.ts";

/** Turns one error of ajv into a problem; undefined for errors that another error of the same fault explains better. */
export function explainError(context: ErrorContext): Problem | undefined {
  const path = typedPath(context.root, context.path);
  const schemas = schemasAt(context.schema, context.root, path);
  const schema = schemas[0] ?? {};
  const node = context.resolved ?? dereference(context.instance.node) ?? context.instance.node;
  const explained = explainKeyword({ ...context, path, node, current: schema });
  if (!explained) return undefined;
  const severity = explained.severity ?? severityAt(context.schema, context.root, path, context.error.keyword);
  return {
    code: explained.code,
    message: explained.message,
    severity,
    start: explained.range.start,
    end: explained.range.end,
    // A fix would write over the placeholder, and its value is somewhere else.
    ...(explained.data && !context.resolved && { data: explained.data }),
    ...(explained.related && { related: explained.related }),
    ...(explained.tags && { tags: explained.tags }),
  };
}

type Explainer = (context: KeywordContext) => Explained | undefined;

const TEXT_KEYWORDS: ReadonlySet<string> = new Set(["enum", "const", "pattern", "format", "minLength", "maxLength"]);

const EXPLAINERS: Readonly<Record<string, Explainer>> = {
  type: explainType,
  enum: explainValue,
  const: explainValue,
  discriminator: explainDiscriminator,
  additionalProperties: explainUnknownKey,
  pattern: explainText,
  format: explainText,
  minLength: explainLength,
  maxLength: explainLength,
  minimum: explainBound,
  maximum: explainBound,
  exclusiveMinimum: explainBound,
  exclusiveMaximum: explainBound,
  minItems: explainSize,
  maxItems: explainSize,
  minProperties: explainSize,
  maxProperties: explainSize,
  uniqueItems: explainRepeatedItem,
  anyOf: explainChoice,
  not: explainForbidden,
  dependentRequired: explainDependency,
  propertyNames: explainKeyName,
};

function explainKeyword(context: KeywordContext): Explained | undefined {
  // Errors about the text of a key arrive with the path of its mapping; the `propertyNames` error speaks for them.
  if (context.node.kind !== "scalar" && TEXT_KEYWORDS.has(context.error.keyword)) return undefined;
  return EXPLAINERS[context.error.keyword]?.(context);
}

/** A key of a map whose names have a shape of their own (environments, locales, labels). */
function explainKeyName(context: KeywordContext): Explained | undefined {
  const name = String(context.error.params.propertyName);
  const pair = context.node.kind === "map" ? findPair(context.node, name) : undefined;
  const names = context.current.propertyNames && resolve(context.current.propertyNames);
  if (!pair || !names) return undefined;
  const key: ScalarNode = { ...absentNode(pair.key.start), value: name, end: pair.key.end };
  const error = { ...context.error, keyword: violatedKeyword(names, name) };
  const explained = explainKeyword({
    ...context,
    error,
    node: key,
    current: names,
    instance: { node: pair.key, key: undefined },
  });
  if (!explained) return undefined;
  const { data, ...rest } = explained;
  const replacement = data?.fix === "replace-value" ? data.values.map(String) : [];
  if (replacement.length === 0) return rest;
  return { ...rest, data: { fix: "rename-key", path: [...context.path, name], names: replacement } };
}

/** Which keyword of the schema of names a name violates; ajv only says that it violates one. */
function violatedKeyword(names: Schema, name: string): string {
  const values = allowedValues(names);
  if (values.length > 0 && !values.includes(name)) return "enum";
  const problem = names.format === undefined ? undefined : scalarLanguage(names.format)?.check(name);
  return problem && !problem.advice ? "format" : "pattern";
}
