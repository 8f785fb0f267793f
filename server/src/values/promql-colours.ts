import { promqlAggregations } from "./promql-functions.ts";
import { LABEL_LISTS } from "./promql-place.ts";
import { DURATION_FUNCTIONS, PROMQL_KEYWORDS, type PromqlToken, promqlTokens } from "./promql-tokens.ts";
import type { EmbeddedToken, EmbeddedTokenType } from "./scalar-language.ts";

/** Words that stand between two expressions, as signs do. */
const WORD_OPERATORS: ReadonlySet<string> = new Set(["and", "or", "unless", "atan2", "bool", "offset"]);

const COMMENT = /#[^\n]*/g;

/** Words, signs and comments of an expression to colour, in order. Brackets and commas have none. Broken expressions are read as well. */
export function promqlColours(text: string): readonly EmbeddedToken[] {
  const colours: EmbeddedToken[] = [];
  const tokens = promqlTokens(text);
  let last = 0;
  for (const [index, token] of tokens.entries()) {
    addComments(text, last, token.start, colours);
    last = token.end;
    const type = colourOf(tokens, token, index);
    // A variable of Grafana has its sign before it.
    const start = type === "variable" && isVariable(tokens, index) ? token.start - 1 : token.start;
    if (type) colours.push({ start, end: token.end, type });
  }
  addComments(text, last, text.length, colours);
  return colours;
}

/** Comments are in no token, so they stand between two of them. */
function addComments(text: string, from: number, to: number, colours: EmbeddedToken[]): void {
  if (to - from < 2) return;
  for (const { 0: comment, index } of text.slice(from, to).matchAll(COMMENT)) {
    const start = from + index;
    colours.push({ start, end: start + comment.trimEnd().length, type: "comment" });
  }
}

function colourOf(tokens: readonly PromqlToken[], token: PromqlToken, index: number): EmbeddedTokenType | undefined {
  if (token.kind === "number") return "number";
  if (token.kind === "string") return /^[=!]~$/.test(tokens[index - 1]?.text ?? "") ? "regexp" : "string";
  if (token.kind === "operator") return /^[,:;]$/.test(token.text) ? undefined : "operator";
  return token.kind === "identifier" ? wordColour(tokens, token, index) : undefined;
}

function wordColour(tokens: readonly PromqlToken[], token: PromqlToken, index: number): EmbeddedTokenType {
  const bracket = tokens[token.inside];
  const next = tokens[index + 1];
  const word = token.text.toLowerCase();
  if (isVariable(tokens, index)) return "variable";
  if (bracket?.text === "{") return word === "or" && next?.kind !== "operator" ? "operator" : "parameter";
  if (LABEL_LISTS.has(tokens[token.inside - 1]?.text.toLowerCase() ?? "")) return "parameter";
  if (WORD_OPERATORS.has(word)) return "operator";
  if (word === "inf" || word === "nan") return "number";
  if (PROMQL_KEYWORDS.has(word)) return "keyword";
  const isAggregated = promqlAggregations.has(word) && /^(?:by|without)$/i.test(next?.text ?? "");
  const isCalled = next?.text === "(" || isAggregated || (bracket?.text === "[" && DURATION_FUNCTIONS.has(word));
  return isCalled ? "function" : "variable";
}

/** true for the name behind the `$` of a variable that another program fills in. */
function isVariable(tokens: readonly PromqlToken[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return before?.text === "$" && before.end === token?.start;
}
