import * as l10n from "@vscode/l10n";
import { problem, shown } from "./define-language.ts";
import { checkDuration, parseDuration } from "./duration.ts";
import { nearest } from "./edit-distance.ts";
import { promqlAggregations, promqlFunctions } from "./promql-functions.ts";
import {
  closerOf,
  DURATION_FUNCTIONS,
  PROMQL_KEYWORDS,
  type PromqlToken,
  promqlTokens,
  type UnbalancedBracket,
  unbalancedBracket,
} from "./promql-tokens.ts";
import type { ValueProblem } from "./scalar-language.ts";

/** What the grammar expected somewhere else than it found it. */
interface Place {
  readonly text: string;
  readonly tokens: readonly PromqlToken[];
  /** Index of the token that does not fit; the number of tokens at the end. */
  readonly index: number;
  readonly token: PromqlToken | undefined;
  readonly before: PromqlToken | undefined;
  /** The bracket around the place. */
  readonly bracket: PromqlToken | undefined;
}

/** Explains why an expression does not parse; `at` is the offset at which the grammar stopped. */
export function explainSyntax(text: string, at: number): ValueProblem {
  const tokens = promqlTokens(text);
  const unknown = unknownFunction(text, tokens);
  if (unknown) return unknown;
  const unbalanced = unbalancedBracket(tokens);
  const found = tokens.findIndex((token) => token.end > at);
  const index = found === -1 ? tokens.length : found;
  const place: Place = {
    text,
    tokens,
    index,
    token: tokens[index],
    before: tokens[index - 1],
    bracket: tokens[bracketAt(tokens, index)],
  };
  if (unbalanced && isAboutBracket(unbalanced, place)) return explainBracket(text, unbalanced);
  return explainPlace(place);
}

function bracketAt(tokens: readonly PromqlToken[], index: number): number {
  const token = tokens[index];
  if (token) return token.inside;
  const last = tokens.at(-1);
  if (last?.kind === "open") return tokens.length - 1;
  return (last?.kind === "close" ? tokens[last.inside]?.inside : last?.inside) ?? -1;
}

/** Function calls with a name that no function has; the official grammar stops at their bracket without a word about the name. */
function unknownFunction(text: string, tokens: readonly PromqlToken[]): ValueProblem | undefined {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "identifier" || tokens[index + 1]?.text !== "(") continue;
    if (tokens[token.inside]?.text === "{" || isKnownCall(token.text) || endsLabels(tokens, index)) continue;
    const best = nearest(token.text, likelyNames(token.text));
    const message =
      best === undefined
        ? l10n.t`PromQL has no function ${shown(token.text)}`
        : l10n.t`PromQL has no function ${shown(token.text)}. Did you mean ${shown(best)}?`;
    const fixed = best === undefined ? undefined : replaced(text, token, best);
    return problem(token.start, token.end, message, fixed);
  }
  return undefined;
}

/** All names, those that go on like a typed one first: of equally near ones the first wins. */
function likelyNames(typed: string): readonly string[] {
  const names = [...promqlFunctions.keys(), ...promqlAggregations.keys()];
  return [...names.filter((name) => name.startsWith(typed)), ...names];
}

/** true for the last of some labels behind `by` that someone forgot the brackets of. */
function endsLabels(tokens: readonly PromqlToken[], index: number): boolean {
  let first = index;
  while (tokens[first - 1]?.text === "," && tokens[first - 2]?.kind === "identifier") first -= 2;
  return LABEL_LISTS.has(tokens[first - 1]?.text.toLowerCase() ?? "");
}

function isKnownCall(name: string): boolean {
  const lowered = name.toLowerCase();
  if (promqlFunctions.has(name) || promqlAggregations.has(lowered)) return true;
  return PROMQL_KEYWORDS.has(lowered) || DURATION_FUNCTIONS.has(name);
}

function replaced(text: string, { start, end }: { start: number; end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** A bracket is to blame when it is where the grammar stopped, or when only its end is missing. */
function isAboutBracket({ bracket }: UnbalancedBracket, { token, before }: Place): boolean {
  if (bracket.kind === "close") return token !== undefined && token.start >= bracket.start;
  return token === undefined && !(before?.kind === "operator" && !/^[,:]$/.test(before.text));
}

function explainBracket(text: string, { bracket, opener }: UnbalancedBracket): ValueProblem {
  if (bracket.kind === "open") {
    const closer = closerOf(bracket.text);
    const message = l10n.t`${shown(bracket.text)} is not closed: ${shown(closer)} is missing`;
    return problem(bracket.start, bracket.end, message, `${text.trimEnd()}${closer}`);
  }
  if (!opener) {
    const message = l10n.t`${shown(bracket.text)} closes nothing: there is no ${shown(openerOf(bracket.text))} before it`;
    return problem(bracket.start, bracket.end, message, replaced(text, bracket, ""));
  }
  const wanted = closerOf(opener.text);
  const message = l10n.t`${shown(opener.text)} is not closed: expected ${shown(wanted)}, found ${shown(bracket.text)}`;
  const fixed = replaced(text, { start: bracket.start, end: bracket.start }, wanted);
  return problem(bracket.start, bracket.end, message, fixed);
}

function openerOf(closer: string): string {
  return closer === ")" ? "(" : closer === "]" ? "[" : "{";
}

function explainPlace(place: Place): ValueProblem {
  if (place.bracket?.text === "{") return explainMatcher(place);
  if (place.bracket?.text === "[") return explainRange(place, place.bracket);
  return explainLabels(place) ?? explainForeignOperator(place) ?? explainKeyword(place) ?? explainOperand(place);
}

/** A problem at the token that does not fit, or behind the last one. */
function here({ token, before, text }: Place, message: string, suggestion?: string): ValueProblem {
  const end = text.trimEnd().length;
  const start = token?.start ?? before?.start ?? 0;
  return problem(start, token?.end ?? Math.max(start, end), message, suggestion);
}

function foundWords({ token }: Place): string {
  return token ? l10n.t`found ${shown(token.text)}` : l10n.t("found the end of the expression");
}

const MATCH_OPERATORS: ReadonlySet<string> = new Set(["=", "!=", "=~", "!~"]);

/** Operators that people write in a matcher, and what it takes. */
const MATCHER_SPELLINGS: Readonly<Record<string, string>> = { "==": "=", "~": "=~", "<>": "!=", ":": "=", "!": "!=" };

function explainMatcher(place: Place): ValueProblem {
  const { text, tokens, index, token, before } = place;
  const previous = tokens[index - 2];
  const operator = token && MATCHER_SPELLINGS[token.text];
  if (before && MATCH_OPERATORS.has(before.text)) {
    if (token?.text === "=" || token?.text === "==") {
      const span = { start: before.start, end: token.end };
      const message = l10n.t`A label matcher compares with \`=\`, \`!=\`, \`=~\` or \`!~\`, found ${shown(text.slice(span.start, span.end))}`;
      return problem(span.start, span.end, message, replaced(text, span, "="));
    }
    const isWord = token?.kind === "identifier" || token?.kind === "number";
    const fixed = isWord ? replaced(text, token, `"${token.text}"`) : undefined;
    return here(place, l10n.t`The value of a label matcher stands in quotes, ${foundWords(place)}`, fixed);
  }
  if (token && operator !== undefined && (before?.kind === "identifier" || before?.kind === "string")) {
    const message = l10n.t`A label matcher compares with \`=\`, \`!=\`, \`=~\` or \`!~\`, found ${shown(token.text)}`;
    return here(place, message, replaced(text, token, operator));
  }
  if (before?.kind === "string" && previous && MATCH_OPERATORS.has(previous.text)) {
    const fixed =
      token?.kind === "identifier" ? replaced(text, { start: before.end, end: before.end }, ",") : undefined;
    return here(place, l10n.t`A \`,\` stands between two label matchers, ${foundWords(place)}`, fixed);
  }
  if (token?.kind === "identifier" && token.text.endsWith(":") && before?.kind !== "identifier") {
    const span = { start: token.end - 1, end: token.end };
    const message = l10n.t("A label matcher compares with `=`, `!=`, `=~` or `!~`, found `:`");
    return problem(span.start, span.end, message, replaced(text, span, "="));
  }
  if (before?.kind === "identifier") {
    return here(
      place,
      l10n.t`Behind the label ${shown(before.text)} one of \`=\`, \`!=\`, \`=~\`, \`!~\` is expected, ${foundWords(place)}`,
    );
  }
  return here(place, l10n.t`A label matcher such as \`job="api"\` is expected, ${foundWords(place)}`);
}

function explainRange(place: Place, bracket: PromqlToken): ValueProblem {
  const { text, tokens } = place;
  const closer = tokens.find((token) => token.text === "]" && token.start > bracket.start);
  const inside = text.slice(bracket.end, closer?.start ?? text.length);
  if (inside.trim() === "") {
    const end = closer?.end ?? bracket.end;
    return problem(
      bracket.start,
      end,
      l10n.t("A range needs a duration, for example `[5m]`"),
      replaced(text, { start: bracket.start, end }, "[5m]"),
    );
  }
  let offset = bracket.end;
  for (const part of inside.split(":")) {
    const found = durationFault(text, offset, part);
    if (found) return found;
    offset += part.length + 1;
  }
  return here(place, l10n.t`A range takes a duration, and behind \`:\` the step of a subquery, ${foundWords(place)}`);
}

/** Fault of a text that should be one duration; undefined for an expression of durations. */
function durationFault(text: string, offset: number, part: string): ValueProblem | undefined {
  const trimmed = part.trim();
  if (trimmed === "" || !/^[\w.\s]+$/.test(trimmed) || isNumber(trimmed)) return undefined;
  const found = checkDuration(trimmed);
  if (!found) return undefined;
  const start = offset + part.indexOf(trimmed);
  const fixed = found.suggestion && replaced(text, { start, end: start + trimmed.length }, found.suggestion);
  return problem(start + found.start, start + Math.max(found.end, found.start + 1), found.message, fixed);
}

function isNumber(text: string): boolean {
  return /^(?:0[xX][\da-fA-F]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d+)(?:[eE][+-]?\d+)?)$/.test(text);
}

/** Words before a list of labels. */
const LABEL_LISTS: ReadonlySet<string> = new Set(["by", "without", "on", "ignoring", "group_left", "group_right"]);

function explainLabels(place: Place): ValueProblem | undefined {
  const { text, tokens, index, token, before, bracket } = place;
  const opener = bracket && tokens.indexOf(bracket);
  const owner = opener === undefined ? undefined : tokens[opener - 1];
  if (owner?.kind === "identifier" && LABEL_LISTS.has(owner.text.toLowerCase())) {
    const isMissingComma = before !== bracket && before?.text !== "," && token?.kind === "identifier";
    const fixed = isMissingComma && before ? replaced(text, { start: before.end, end: before.end }, ",") : undefined;
    const expected = isMissingComma
      ? l10n.t("A `,` stands between two labels")
      : l10n.t`Label names are expected behind ${shown(owner.text)}`;
    return here(place, l10n.t`${expected}, ${foundWords(place)}`, fixed);
  }
  if (before?.kind !== "identifier" || !/^(?:by|without|on|ignoring)$/i.test(before.text)) return undefined;
  if (token?.text === "(") {
    const message = /^(?:by|without)$/i.test(before.text)
      ? l10n.t`${shown(before.text)} belongs to an aggregation such as \`sum\``
      : l10n.t`${shown(before.text)} stands behind an operator`;
    return problem(before.start, before.end, message);
  }
  const list = labelList(tokens, index);
  const fixed = list && replaced(text, list, `(${text.slice(list.start, list.end)})`);
  return here(
    place,
    l10n.t`Labels in brackets are expected behind ${shown(before.text)}, as in \`${before.text.toLowerCase()} (job)\`, ${foundWords(place)}`,
    fixed,
  );
}

/** The labels that someone forgot the brackets of: words with commas between them. */
function labelList(tokens: readonly PromqlToken[], index: number): { start: number; end: number } | undefined {
  const first = tokens[index];
  if (first?.kind !== "identifier") return undefined;
  let last = first;
  for (let next = index + 1; tokens[next]?.text === "," && tokens[next + 1]?.kind === "identifier"; next += 2) {
    last = tokens[next + 1] ?? last;
  }
  return { start: first.start, end: last.end };
}

/** Operators of other languages, and what PromQL writes. */
const FOREIGN_OPERATORS: Readonly<Record<string, string>> = {
  "&&": "and",
  "||": "or",
  "&": "and",
  "|": "or",
  "<>": "!=",
  "**": "^",
  "=": "==",
};

function explainForeignOperator(place: Place): ValueProblem | undefined {
  const { text, token, before } = place;
  const spelled = token?.kind === "operator" ? FOREIGN_OPERATORS[token.text] : undefined;
  if (token && spelled !== undefined && before && before.kind !== "operator") {
    return here(
      place,
      l10n.t`PromQL writes ${shown(spelled)} for ${shown(token.text)}`,
      replaced(text, token, spelled),
    );
  }
  if (token?.text === "=~" || token?.text === "!~") {
    return here(place, l10n.t`${shown(token.text)} compares labels and stands in braces, as in \`x{job=~"a|b"}\``);
  }
  return undefined;
}

function explainKeyword(place: Place): ValueProblem | undefined {
  const { token, before, tokens, index } = place;
  const keyword = before?.kind === "identifier" ? before.text.toLowerCase() : "";
  const sign = /^[-+]$/.test(before?.text ?? "") ? tokens[index - 2]?.text.toLowerCase() : undefined;
  if (keyword === "offset" || sign === "offset") {
    const fault = token?.kind === "number" ? durationFault(place.text, token.start, token.text) : undefined;
    return (
      fault ?? here(place, l10n.t`A duration is expected behind \`offset\`, as in \`offset 5m\`, ${foundWords(place)}`)
    );
  }
  if (before?.text === "@") {
    return here(place, l10n.t`A Unix time, \`start()\` or \`end()\` is expected behind \`@\`, ${foundWords(place)}`);
  }
  const word = token?.kind === "identifier" ? token.text.toLowerCase() : "";
  if (
    token?.kind === "number" &&
    !isNumber(token.text) &&
    parseDuration(token.text) === undefined &&
    !isOperand(before)
  ) {
    return here(place, l10n.t`${shown(token.text)} is neither a number nor a duration`);
  }
  if (word === "by" || word === "without") {
    return here(place, l10n.t`${shown(token?.text ?? "")} belongs to an aggregation such as \`sum\``);
  }
  if (word === "bool" || word === "on" || word === "ignoring" || word.startsWith("group_")) {
    const written = shown(token?.text ?? "");
    if (word === "bool") return here(place, l10n.t`${written} stands behind a comparison such as \`>\``);
    if (!word.startsWith("group_")) return here(place, l10n.t`${written} stands behind an operator`);
    return here(place, l10n.t`${written} stands behind \`on (…)\` or \`ignoring (…)\``);
  }
  if (word === "offset" && !isOperand(before))
    return here(place, l10n.t("`offset` stands behind a selector, as in `x offset 5m`"));
  return undefined;
}

function isOperand(token: PromqlToken | undefined): boolean {
  if (!token) return false;
  if (token.kind === "identifier")
    return !PROMQL_KEYWORDS.has(token.text.toLowerCase()) || /^(?:inf|nan)$/i.test(token.text);
  return token.kind === "number" || token.kind === "string" || token.kind === "close";
}

function explainOperand(place: Place): ValueProblem {
  const { text, tokens, index, token, before } = place;
  const startsOperand = token && (token.kind === "open" || (isOperand(token) && token.kind !== "close"));
  if (before && isOperand(before) && startsOperand) {
    const owner = before.kind === "identifier" ? before : labelListOwner(tokens, index);
    const name = owner?.text ?? "";
    if (promqlAggregations.has(name.toLowerCase()) || (owner === before && promqlFunctions.has(name))) {
      const message = promqlAggregations.has(name.toLowerCase())
        ? l10n.t`${shown(name)} takes what it aggregates in brackets, ${foundWords(place)}`
        : l10n.t`${shown(name)} takes its arguments in brackets, ${foundWords(place)}`;
      return here(place, message);
    }
    return here(place, l10n.t`An operator is expected between ${shown(before.text)} and ${shown(token.text)}`);
  }
  if (!token && before && !isOperand(before)) {
    return problem(
      before.start,
      before.end,
      l10n.t`An expression is expected behind ${shown(before.text)}, found the end`,
    );
  }
  if (!token) {
    const owner = labelListOwner(tokens, index);
    if (owner)
      return here(place, l10n.t`${shown(owner.text)} takes what it aggregates in brackets, ${foundWords(place)}`);
    if (before?.text === ")")
      return here(place, l10n.t("A second operand is expected behind these labels, found the end"));
    if (!before) return problem(0, text.length, l10n.t("The expression holds nothing but comments"));
    return problem(0, text.length, l10n.t`The expression is not complete, ${foundWords(place)}`);
  }
  if (token.text === ";") return here(place, l10n.t("An expression has no `;` at its end"), replaced(text, token, ""));
  if (!before) return here(place, l10n.t`An expression can not begin with ${shown(token.text)}`);
  if (isOperand(before)) return here(place, l10n.t`${shown(token.text)} can not stand behind ${shown(before.text)}`);
  return here(place, l10n.t`An expression is expected behind ${shown(before.text)}, ${foundWords(place)}`);
}

/** The aggregation whose `by (…)` ends right before a place. */
function labelListOwner(tokens: readonly PromqlToken[], index: number): PromqlToken | undefined {
  const closer = tokens[index - 1];
  if (closer?.text !== ")") return undefined;
  let open = index - 2;
  while (open >= 0 && tokens[open]?.text !== "(") open--;
  const keyword = tokens[open - 1]?.text.toLowerCase();
  return keyword === "by" || keyword === "without" ? tokens[open - 2] : undefined;
}
