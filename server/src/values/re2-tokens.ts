import type { EmbeddedToken, EmbeddedTokenType } from "./scalar-language.ts";

/** Longer expressions are refused, and stay without colours. */
const MAXIMUM_LENGTH = 5_000;

/**
 * Parts of a regular expression: a named group, another sign of the syntax (groups, alternatives, repetitions, anchors, the dot), then text
 * with escapes and character classes.
 */
const PART =
  /(?<named>\(\?P?<(?<name>\w+)>)|(?<sign>\(\?[a-zA-Z-]*:?|[()|^$.]|[*+?]\??|\{\d+(?:,\d*)?\}\??|\\[AbBz])|(?:\[\^?\]?(?:\[:\^?\w*:\]|\\[\s\S]|[^\]\\])*\]|\\[\s\S]|[^()|^$.*+?{\\[])+|[\s\S]/gy;

/** Signs, names of groups and text of a regular expression, in order. A broken one is read as well. */
export function re2Tokens(text: string): readonly EmbeddedToken[] {
  if (text.length > MAXIMUM_LENGTH) return [];
  const tokens: EmbeddedToken[] = [];
  const add = (start: number, end: number, type: EmbeddedTokenType): void => {
    const last = tokens.at(-1);
    if (last?.type === type && last.end === start) tokens[tokens.length - 1] = { ...last, end };
    else tokens.push({ start, end, type });
  };
  for (const { 0: part, index, groups } of text.matchAll(PART)) {
    const end = index + part.length;
    const name = groups?.name;
    if (name === undefined) {
      add(index, end, groups?.sign === undefined ? "regexp" : "operator");
      continue;
    }
    const start = end - 1 - name.length;
    add(index, start, "operator");
    add(start, end - 1, "variable");
    add(end - 1, end, "operator");
  }
  return tokens;
}
