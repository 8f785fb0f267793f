import * as l10n from "@vscode/l10n";
import { durationInWords } from "./duration.ts";
import {
  type PromqlFunction,
  promqlAggregations,
  promqlFunctions,
  promqlManual,
  signatureLabel,
} from "./promql-functions.ts";
import { LABEL_LISTS, ownerOf, type PromqlPlace, promqlPlace } from "./promql-place.ts";
import { PROMQL_KEYWORDS } from "./promql-tokens.ts";
import type { EmbeddedCompletion, EmbeddedContext, ValueCompletion } from "./scalar-language.ts";

/** What is offered, before its place is known. */
interface Choice extends ValueCompletion {
  readonly kind: EmbeddedCompletion["kind"];
}

const DURATIONS = ["1m", "5m", "10m", "15m", "30m", "1h", "6h", "1d", "7d"];

const COMPARISON = /^(?:==|!=|<=?|>=?)$/;

/** What can be written at an offset of an expression, best first. */
export function promqlCompletions(
  text: string,
  offset: number,
  context: EmbeddedContext,
): readonly EmbeddedCompletion[] {
  const place = promqlPlace(text, offset);
  if (!place) return [];
  if (place.word?.kind === "string") return labelValues(text, offset, place, context);
  const start = place.word?.start ?? offset;
  const end = place.word?.end ?? offset;
  return choices(place, context).map((choice) => ({ ...choice, start, end, insert: choice.label }));
}

function choices(place: PromqlPlace, context: EmbeddedContext): readonly Choice[] {
  const { tokens, before, bracket } = place;
  const opener = tokens[bracket]?.text;
  if (opener === "{") return inBraces(place, context);
  if (opener === "[") return durations();
  if (opener === "(" && LABEL_LISTS.has(tokens[bracket - 1]?.text.toLowerCase() ?? "")) {
    return before?.text === "(" || before?.text === "," ? labels(context) : [];
  }
  const keyword = before?.kind === "identifier" ? before.text.toLowerCase() : "";
  if (keyword === "offset") return durations();
  if (before?.text === "@")
    return ["start()", "end()"].map((label) => ({ label, kind: "function", detail: l10n.t("time of the query") }));
  if (LABEL_LISTS.has(keyword)) return [];
  return isOperand(before) ? behindOperand(place) : [...behindOperator(before?.text ?? ""), ...operands(context)];
}

function isOperand(token: PromqlPlace["before"]): boolean {
  if (!token) return false;
  if (token.kind === "identifier") return !PROMQL_KEYWORDS.has(token.text.toLowerCase());
  return token.kind === "number" || token.kind === "string" || token.kind === "close";
}

/** Metrics first: they are what an expression is about. */
function operands(context: EmbeddedContext): readonly Choice[] {
  const metrics = context.metrics().map((label): Choice => {
    const rule = context.recordingRule?.(label);
    return rule === undefined
      ? { label, kind: "variable", detail: l10n.t("metric") }
      : { label, kind: "variable", detail: l10n.t("recording rule"), documentation: codeBlock(rule) };
  });
  return [...metrics, ...[...promqlAggregations.values(), ...promqlFunctions.values()].map(callChoice)];
}

function callChoice(called: PromqlFunction): Choice {
  const { name, meaning } = called;
  const documentation = `${meaning}\n\n[${l10n.t("Manual")}](${promqlManual(name)})`;
  return { label: name, kind: "function", detail: signatureLabel(called), documentation };
}

function codeBlock(expression: string): string {
  return `\`\`\`promql\n${expression.trim()}\n\`\`\``;
}

const BINARY_WORDS: readonly Choice[] = [
  { label: "and", kind: "keyword", detail: l10n.t("series of the left side that the right side has as well") },
  { label: "or", kind: "keyword", detail: l10n.t("series of the left side, and those of the right side it lacks") },
  { label: "unless", kind: "keyword", detail: l10n.t("series of the left side that the right side lacks") },
];

const GROUPING: readonly Choice[] = [
  { label: "by", kind: "keyword", detail: l10n.t("one group for each value of these labels") },
  { label: "without", kind: "keyword", detail: l10n.t("groups by all labels but these") },
];

const MATCHING: readonly Choice[] = [
  { label: "on", kind: "keyword", detail: l10n.t("match series that agree in these labels") },
  { label: "ignoring", kind: "keyword", detail: l10n.t("match series that agree in all labels but these") },
];

const MANY_TO_ONE: readonly Choice[] = [
  { label: "group_left", kind: "keyword", detail: l10n.t("many series on the left match one on the right") },
  { label: "group_right", kind: "keyword", detail: l10n.t("one series on the left matches many on the right") },
];

function behindOperand(place: PromqlPlace): readonly Choice[] {
  const { tokens, index, before } = place;
  const closes = before?.text === ")" ? before.inside : -1;
  const owner = closes === -1 ? before : tokens[closes - 1];
  const name = owner?.kind === "identifier" ? owner.text.toLowerCase() : "";
  if (closes !== -1 && (name === "on" || name === "ignoring")) return MANY_TO_ONE;
  const isAggregation = promqlAggregations.has(name) && tokens[index]?.text.toLowerCase() !== "by";
  const offset: Choice = { label: "offset", kind: "keyword", detail: l10n.t("the value some time before") };
  const isSelector = before?.kind === "identifier" || before?.text === "}" || before?.text === "]";
  return [...(isAggregation ? GROUPING : []), ...(isSelector && !isAggregation ? [offset] : []), ...BINARY_WORDS];
}

function behindOperator(operator: string): readonly Choice[] {
  if (!/^[-+*/%^]$|^(?:and|or|unless|atan2)$/i.test(operator) && !COMPARISON.test(operator)) return [];
  const bool: Choice = { label: "bool", kind: "keyword", detail: l10n.t("0 or 1 instead of leaving series out") };
  return [...(COMPARISON.test(operator) ? [bool] : []), ...MATCHING];
}

function inBraces({ before }: PromqlPlace, context: EmbeddedContext): readonly Choice[] {
  if (before?.text === "{" || before?.text === ",") return labels(context);
  if (before?.kind !== "identifier") return [];
  return [
    { label: "=", kind: "operator", detail: l10n.t("exactly this value") },
    { label: "!=", kind: "operator", detail: l10n.t("another value") },
    { label: "=~", kind: "operator", detail: l10n.t("the whole value matches the regular expression") },
    { label: "!~", kind: "operator", detail: l10n.t("the whole value does not match the regular expression") },
  ];
}

function labels(context: EmbeddedContext): readonly Choice[] {
  return context.labels().map((label) => ({ label, kind: "field", detail: l10n.t("label") }));
}

function durations(): readonly Choice[] {
  return DURATIONS.map((label) => ({ label, kind: "value", detail: durationInWords(label) ?? "" }));
}

/** Values of the label whose value the cursor stands in; the quotes stay. */
function labelValues(
  text: string,
  offset: number,
  { tokens, index, word, bracket }: PromqlPlace,
  context: EmbeddedContext,
): readonly EmbeddedCompletion[] {
  const isClosed = word !== undefined && word.text.length > 1 && word.text.endsWith(word.text.charAt(0));
  if (!word || tokens[bracket]?.text !== "{" || (isClosed && offset === word.end)) return [];
  if (!/^(?:=|!=|=~|!~)$/.test(tokens[index - 1]?.text ?? "")) return [];
  const label = tokens[index - 2]?.text ?? "";
  const start = word.start + 1;
  // Without its closing quote a string goes on to the end of the line.
  const end = isClosed ? word.end - 1 : start + (/^[\w.:/-]*/.exec(text.slice(start))?.[0].length ?? 0);
  const values = context.labelValues?.(label) ?? [];
  return values.map((value) => ({
    label: value,
    kind: "value",
    detail: l10n.t`value of ${label}`,
    start,
    end: Math.max(end, offset),
    insert: value,
  }));
}

/** The call around a place, innermost first; undefined outside of calls. */
export function callAround(place: PromqlPlace): { readonly name: string; readonly bracket: number } | undefined {
  for (let bracket = place.bracket; bracket !== -1; bracket = place.tokens[bracket]?.inside ?? -1) {
    const owner = place.tokens[bracket]?.text === "(" ? ownerOf(place, bracket) : undefined;
    if (owner && (promqlFunctions.has(owner.text) || promqlAggregations.has(owner.text.toLowerCase()))) {
      return { name: owner.text, bracket };
    }
  }
  return undefined;
}
