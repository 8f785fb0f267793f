import { parseMatchers } from "./matcher-syntax.ts";
import type { EmbeddedToken } from "./scalar-language.ts";

/** Longer matchers are refused, and stay without colours. */
const MAXIMUM_LENGTH = 5_000;

const CLASSIC = /^(\s*)([\p{L}\p{N}_:.-]+)(\s*)(=~|!=|!~|=)(\s*)(\S(?:[^\n]*\S)?)?/u;

/** Labels, operators and values of matchers, in order; of a broken or classic one what the beginning tells. */
export function matcherTokens(text: string): readonly EmbeddedToken[] {
  if (text.length > MAXIMUM_LENGTH) return [];
  const matchers = parseMatchers(text);
  if ("message" in matchers) return classicTokens(text);
  return matchers.flatMap(({ label, operator, operatorStart, operand }): EmbeddedToken[] => [
    { start: label.start, end: label.end, type: "parameter" },
    { start: operatorStart, end: operatorStart + operator.length, type: "operator" },
    { start: operand.start, end: operand.end, type: operator.endsWith("~") ? "regexp" : "string" },
  ]);
}

function classicTokens(text: string): readonly EmbeddedToken[] {
  const [, before = "", label = "", space = "", operator = "", gap = "", value = ""] = CLASSIC.exec(text) ?? [];
  if (label === "") return [];
  const labelEnd = before.length + label.length;
  const start = labelEnd + space.length;
  const valueStart = start + operator.length + gap.length;
  const tokens: EmbeddedToken[] = [
    { start: before.length, end: labelEnd, type: "parameter" },
    { start, end: start + operator.length, type: "operator" },
  ];
  if (value === "") return tokens;
  return [
    ...tokens,
    { start: valueStart, end: valueStart + value.length, type: operator.endsWith("~") ? "regexp" : "string" },
  ];
}
