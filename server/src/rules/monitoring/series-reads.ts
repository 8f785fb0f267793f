import { readGoString } from "../../values/go-string.ts";
import { isMetric } from "../../values/promql-mentions.ts";
import { LABEL_LISTS } from "../../values/promql-place.ts";
import { type PromqlToken, promqlTokens } from "../../values/promql-tokens.ts";

/** A label matcher of a selector. */
export interface SeriesMatcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

/** A selector of an expression whose metric is named. */
export interface SeriesRead {
  readonly name: string;
  readonly matchers: readonly SeriesMatcher[];
  /** The function or aggregation around it and its range, in one word: `rate5m`, `sum`; undefined when there is none. */
  readonly operation: string | undefined;
}

/** The selectors of an expression whose metric is named, in order. Broken expressions are read as far as words tell. */
export function seriesReads(text: string): readonly SeriesRead[] {
  const tokens = promqlTokens(text);
  return tokens.flatMap((token, index) => readAt(tokens, token, index) ?? []);
}

function readAt(tokens: readonly PromqlToken[], token: PromqlToken, index: number): SeriesRead | undefined {
  const bracket = tokens[token.inside];
  if (bracket && bracket.text !== "(") return undefined;
  if (token.text === "{" && !isMetric(tokens, index - 1)) return readBraces(tokens, index, index);
  const isName = isMetric(tokens, index) && !LABEL_LISTS.has(tokens[token.inside - 1]?.text.toLowerCase() ?? "");
  if (!isName) return undefined;
  if (tokens[index + 1]?.text === "{") return readBraces(tokens, index, index + 1);
  return { name: token.text, matchers: [], operation: operationAt(tokens, index, index) };
}

/** A selector with braces, which begins at the name in front of them or at the braces themselves. */
function readBraces(tokens: readonly PromqlToken[], first: number, brace: number): SeriesRead | undefined {
  const matchers: SeriesMatcher[] = [];
  let last = brace + 1;
  for (let token = tokens[last]; token && !(token.kind === "close" && token.inside === brace); token = tokens[++last]) {
    const matcher = matcherAt(tokens, last, token);
    if (matcher) matchers.push(matcher);
  }
  const quoted = matchers.find(({ label, operator }) => label === "__name__" && operator === "=")?.value;
  const name = first < brace ? tokens[first]?.text : quoted;
  return name === undefined ? undefined : { name, matchers, operation: operationAt(tokens, first, last) };
}

/** The matcher that begins at a token; a text alone is the name of the metric. */
function matcherAt(tokens: readonly PromqlToken[], index: number, token: PromqlToken): SeriesMatcher | undefined {
  const before = tokens[index - 1]?.text ?? "";
  if ((token.kind !== "identifier" && token.kind !== "string") || !/^[{,]$/.test(before)) return undefined;
  const label = token.kind === "string" ? stringOf(token) : token.text;
  const operator = tokens[index + 1];
  const value = tokens[index + 2];
  if (operator?.kind === "operator" && operator.text !== "," && value?.kind === "string")
    return { label, operator: operator.text, value: stringOf(value) };
  return token.kind === "string" ? { label: "__name__", operator: "=", value: label } : undefined;
}

function stringOf(token: PromqlToken): string {
  const read = readGoString(token.text);
  return "value" in read ? read.value : token.text;
}

/** What is done with the selector between two tokens. */
function operationAt(tokens: readonly PromqlToken[], first: number, last: number): string | undefined {
  const call = functionAround(tokens, tokens[first]?.inside ?? -1);
  const range = tokens[last + 1]?.text === "[" ? tokens[last + 2] : undefined;
  const isPlain = range?.kind === "number" && tokens[last + 3]?.text === "]";
  if (call === undefined || (range && !isPlain)) return undefined;
  return call.replace(/_over_time$/, "") + (range?.text ?? "");
}

/** The function or aggregation whose arguments a bracket holds. */
function functionAround(tokens: readonly PromqlToken[], bracket: number): string | undefined {
  let index = bracket - 1;
  // In `sum by (job) (x)` the labels stand between the name and the arguments.
  if (tokens[index]?.text === ")") index = (tokens[index]?.inside ?? 0) - 2;
  const token = tokens[index];
  return token?.kind === "identifier" && bracket > 0 ? token.text : undefined;
}
