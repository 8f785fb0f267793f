/** A word or sign of an expression. Offsets are UTF-16 units. */
export interface PromqlToken {
  readonly kind: "number" | "identifier" | "string" | "operator" | "open" | "close" | "other";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of the innermost bracket token that this token stands in, or that it closes; -1 outside of brackets. */
  readonly inside: number;
}

const TOKEN =
  /(?<space>\s+|#[^\n]*)|(?<string>"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|`[^`]*`?)|(?<number>(?:\d|\.\d)(?:[eE][+-](?=\d)|[\w.])*)|(?<identifier>[A-Za-z_][\w:]*|:[A-Za-z_:][\w:]*)|(?<operator>=~|!~|==|!=|<=|>=|<\/|>\/|<>|&&|\|\||\*\*|[-+*/%^<>=!&|~@,:;])|(?<open>[([{])|(?<close>[)\]}])|(?<other>[\s\S])/gy;

const KINDS = ["string", "number", "identifier", "operator", "open", "close", "other"] as const;

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The bracket that closes an opening one. */
export function closerOf(opener: string): string {
  return CLOSERS[opener] ?? "";
}

/** Words and signs of an expression, white space and comments left out. Any text is read. */
export function promqlTokens(text: string): readonly PromqlToken[] {
  const tokens: PromqlToken[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    if (groups.space !== undefined) continue;
    const kind = KINDS.find((candidate) => groups[candidate] !== undefined) ?? "other";
    const [word] = match;
    const inside = open.at(-1) ?? -1;
    tokens.push({ kind, text: word, start: match.index, end: match.index + word.length, inside });
    if (kind === "open") open.push(tokens.length - 1);
    else if (kind === "close" && closerOf(tokens[inside]?.text ?? "") === word) open.pop();
  }
  return tokens;
}

/** A bracket that is opened or closed without its other half. */
export interface UnbalancedBracket {
  readonly bracket: PromqlToken;
  /** The bracket that it would have to close; undefined for one that is not closed, or closes nothing. */
  readonly opener: PromqlToken | undefined;
}

/** The first closing bracket that does not fit, else the innermost one that is not closed; undefined when all fit. */
export function unbalancedBracket(tokens: readonly PromqlToken[]): UnbalancedBracket | undefined {
  const open: PromqlToken[] = [];
  for (const token of tokens) {
    if (token.kind === "open") open.push(token);
    if (token.kind !== "close") continue;
    const opener = open.pop();
    if (!opener || closerOf(opener.text) !== token.text) return { bracket: token, opener };
  }
  const last = open.at(-1);
  return last && { bracket: last, opener: undefined };
}

/** Words that are neither metrics nor functions where the grammar expects them. Only their lower case is listed; any case is read. */
export const PROMQL_KEYWORDS: ReadonlySet<string> = new Set([
  ...["and", "or", "unless", "atan2", "by", "without", "on", "ignoring", "group_left", "group_right"],
  ...["bool", "offset", "inf", "nan", "fill", "fill_left", "fill_right", "smoothed", "anchored"],
]);

/** Functions inside ranges and offsets. */
export const DURATION_FUNCTIONS: ReadonlySet<string> = new Set(["step", "range", "min_of", "max_of"]);
