import { promqlAggregations } from "./promql-functions.ts";
import { type PromqlToken, promqlTokens } from "./promql-tokens.ts";

/** Where an offset stands among the words of an expression. */
export interface PromqlPlace {
  readonly tokens: readonly PromqlToken[];
  /** The word or string that covers the offset or ends there; undefined between words. */
  readonly word: PromqlToken | undefined;
  /** Index of the first token that does not stand before that word. */
  readonly index: number;
  /** The token before it. */
  readonly before: PromqlToken | undefined;
  /** Index of the bracket around it; -1 outside of brackets. */
  readonly bracket: number;
}

/** Words before a list of labels. */
export const LABEL_LISTS: ReadonlySet<string> = new Set([
  "by",
  "without",
  "on",
  "ignoring",
  "group_left",
  "group_right",
]);

/** Finds the place of an offset; undefined in a comment. */
export function promqlPlace(text: string, offset: number): PromqlPlace | undefined {
  const tokens = promqlTokens(text);
  const covering = tokens.findIndex(({ kind, start, end }) => isWord(kind) && start < offset && offset <= end);
  const next = covering === -1 ? tokens.findIndex((token) => token.start >= offset) : covering;
  const index = next === -1 ? tokens.length : next;
  const before = tokens[index - 1];
  if (covering === -1 && text.slice(before?.end ?? 0, offset).includes("#")) {
    const line =
      text
        .slice(before?.end ?? 0, offset)
        .split("\n")
        .at(-1) ?? "";
    if (line.includes("#")) return undefined;
  }
  return { tokens, word: tokens[covering], index, before, bracket: bracketBefore(tokens, index) };
}

function isWord(kind: PromqlToken["kind"]): boolean {
  return kind === "identifier" || kind === "string" || kind === "number";
}

function bracketBefore(tokens: readonly PromqlToken[], index: number): number {
  const open: number[] = [];
  for (const [at, { kind }] of tokens.slice(0, index).entries()) {
    if (kind === "open") open.push(at);
    else if (kind === "close") open.pop();
  }
  return open.at(-1) ?? -1;
}

/** The word before an opening bracket: a function, an aggregation or what a list of labels belongs to. */
export function ownerOf({ tokens }: PromqlPlace, bracket: number): PromqlToken | undefined {
  const before = tokens[bracket - 1];
  if (before?.kind === "identifier") return before;
  // sum by (job) (…): the brackets of the labels stand between.
  if (before?.text !== ")") return undefined;
  let open = bracket - 2;
  while (open >= 0 && tokens[open]?.text !== "(") open--;
  const name = /^(?:by|without)$/i.test(tokens[open - 1]?.text ?? "") ? tokens[open - 2] : undefined;
  return name && promqlAggregations.has(name.text.toLowerCase()) ? name : undefined;
}
