import { promqlFunction } from "./promql-functions.ts";
import { LABEL_LISTS } from "./promql-place.ts";
import { DURATION_FUNCTIONS, PROMQL_KEYWORDS, type PromqlToken, promqlTokens } from "./promql-tokens.ts";
import type { EmbeddedMention } from "./scalar-language.ts";

/** Metrics, labels and values of labels that an expression uses, in order. Broken expressions are read as far as words tell. */
export function promqlMentions(text: string): readonly EmbeddedMention[] {
  const tokens = promqlTokens(text);
  return tokens.flatMap((token, index) => mention(tokens, token, index) ?? []);
}

function mention(tokens: readonly PromqlToken[], token: PromqlToken, index: number): EmbeddedMention | undefined {
  const bracket = tokens[token.inside];
  if (bracket?.text === "{") {
    const isValue = /^(?:=|!=)$/.test(tokens[index - 1]?.text ?? "");
    if (token.kind === "string" && isValue) {
      return { kind: "label-value", name: token.text.slice(1, -1), label: tokens[index - 2]?.text ?? "" };
    }
    return token.kind === "identifier" ? { kind: "label", name: token.text } : undefined;
  }
  if (token.kind !== "identifier" || bracket?.text === "[") return undefined;
  if (LABEL_LISTS.has(tokens[token.inside - 1]?.text.toLowerCase() ?? "")) return { kind: "label", name: token.text };
  return isMetric(tokens, index) ? { kind: "metric", name: token.text } : undefined;
}

/** true for a word that names a metric where it stands. */
export function isMetric(tokens: readonly PromqlToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "identifier" || PROMQL_KEYWORDS.has(token.text.toLowerCase())) return false;
  const isCalled = tokens[index + 1]?.text === "(" || DURATION_FUNCTIONS.has(token.text);
  return !isCalled && promqlFunction(token.text) === undefined;
}
