import { parser } from "@prometheus-io/lezer-promql";
import * as l10n from "@vscode/l10n";
import { problem, shown, withCode } from "./define-language.ts";
import { type PromqlExpression, readExpression } from "./promql-expression.ts";
import { explainSyntax } from "./promql-syntax.ts";
import { checkTypes } from "./promql-types.ts";
import { hasPromqlVariables, withoutPromqlVariables } from "./promql-variables.ts";
import type { ValueProblem } from "./scalar-language.ts";

export { promqlColours } from "./promql-colours.ts";
export { promqlCompletions } from "./promql-completion.ts";
export { promqlHover, promqlSignature } from "./promql-hover.ts";
export { promqlMentions } from "./promql-mentions.ts";

/** Stops at the first fault instead of recovering from it, so a text that parses needs no search for faults. */
const strictParser = parser.configure({ strict: true });

/** First fault of an expression: its syntax, else its types. Variables that others fill in may stand anywhere. */
export function checkPromql(text: string): ValueProblem | undefined {
  if (text.trim() === "")
    return problem(0, text.length, l10n.t("An empty text is not an expression; write for example `up == 0`"));
  const found = withCertainFix(withRate(firstFault(text), text));
  if (!found || !hasPromqlVariables(text)) return found;
  const [first, ...others] = withoutPromqlVariables(text);
  if (first === undefined) return found;
  const fault = firstFault(first);
  if (!fault || others.some((candidate) => !firstFault(candidate))) return undefined;
  return withCode(problem(fault.start, fault.end, fault.message), fault.code);
}

/** An expression as a tree; undefined for one with faults, or with variables outside of its strings. */
export function parsePromql(text: string): PromqlExpression | undefined {
  if (unclosedString(text)) return undefined;
  try {
    const { topNode } = strictParser.parse(text);
    return checkTypes(text, topNode) ? undefined : readExpression(text, topNode);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function firstFault(text: string): ValueProblem | undefined {
  const unclosed = unclosedString(text);
  if (unclosed) return unclosed;
  try {
    const tree = strictParser.parse(text);
    return withCode(checkTypes(text, tree.topNode), "promql-type");
  } catch (error) {
    if (error instanceof SyntaxError) return explainSyntax(text, firstErrorOf(text));
    throw error;
  }
}

/** Offset at which the grammar stops. */
function firstErrorOf(text: string): number {
  const cursor = parser.parse(text).cursor();
  do {
    if (cursor.type.isError) return cursor.from;
  } while (cursor.next());
  return text.length;
}

const STRINGS = /#[^\n]*|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|`[^`]*`?/g;

/** A string without its end; the grammar takes it to the end of the text. */
function unclosedString(text: string): ValueProblem | undefined {
  for (const { 0: literal, index } of text.matchAll(STRINGS)) {
    const quote = literal.charAt(0);
    if (quote === "#" || (literal.length > 1 && /^(["'`])(?:[^\\]|\\[\s\S])*\1$/.test(literal))) continue;
    const message =
      quote === "`"
        ? l10n.t("The string is not closed: a backtick is missing at its end")
        : l10n.t`The string is not closed: ${shown(quote)} is missing at its end`;
    return problem(index, index + literal.length, message);
  }
  return undefined;
}

/** The range of a counter, which is of use only as a rate. */
const COUNTER_RANGE = /^[A-Za-z_:][\w:]*_(?:total|count|sum|bucket)(?:\{[^{}]*\})?\[[^\][]+\]$/;

/** A fault at the range of a counter with what most likely is meant: its rate. Of no use where that is a fault as well. */
function withRate(found: ValueProblem | undefined, text: string): ValueProblem | undefined {
  if (found?.code !== "promql-type" || found.suggestion !== undefined) return found;
  const written = text.slice(found.start, found.end);
  if (!COUNTER_RANGE.test(written)) return found;
  return { ...found, suggestion: `${text.slice(0, found.start)}rate(${written})${text.slice(found.end)}` };
}

/** A fix is only offered when it leaves nothing wrong. */
function withCertainFix(found: ValueProblem | undefined): ValueProblem | undefined {
  if (found?.suggestion === undefined) return found;
  if (!firstFault(found.suggestion)) return found;
  const { suggestion: _suggestion, ...rest } = found;
  return rest;
}
