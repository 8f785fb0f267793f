import * as l10n from "@vscode/l10n";
import { shown } from "../define-language.ts";
import { nearest } from "../edit-distance.ts";
import type { EmbeddedCompletion, EmbeddedHover, EmbeddedToken, ValueProblem } from "../scalar-language.ts";
import { lexCel } from "./lexer.ts";
import { CEL_FUNCTIONS, CEL_MACROS, CEL_METHODS, CEL_ROOTS, CEL_TYPES } from "./names.ts";
import { type CelExpression, type CelName, parseCel } from "./parser.ts";

const MAX_LENGTH = 10_000;

/** First fault of a condition: of its grammar, else of the names it uses. */
export function checkCel(text: string): ValueProblem | undefined {
  if (text.trim() === "")
    return { message: l10n.t("A condition is expected, for example `subject.level >= 3`"), start: 0, end: 0 };
  if (text.length > MAX_LENGTH) {
    return { message: l10n.t`${shown(text)} is longer than ${MAX_LENGTH} characters`, start: 0, end: text.length };
  }
  const { expression, fault } = parseCel(text);
  return fault ?? (expression && findUnknownName(text, expression, []));
}

/** The first name that a condition does not see. `bound` are names of elements in `exists` and its like. */
function findUnknownName(text: string, expression: CelExpression, bound: readonly string[]): ValueProblem | undefined {
  if (expression.kind === "name") return unknownRoot(text, expression, bound);
  if (expression.kind === "call" && expression.target === undefined) {
    const unknown = unknownFunction(text, expression.function);
    if (unknown) return unknown;
  }
  const [first] = expression.kind === "call" ? expression.parameters : [];
  const isMacro = expression.kind === "call" && expression.target && CEL_MACROS.has(expression.function.name);
  const element = isMacro && first?.kind === "name" ? first.name : undefined;
  for (const child of childrenOf(expression)) {
    const isDeclaration = element !== undefined && child === first;
    const isTarget = expression.kind === "call" && child === expression.target;
    const names = element === undefined || isTarget ? bound : [...bound, element];
    const found = isDeclaration ? undefined : findUnknownName(text, child, names);
    if (found) return found;
  }
  return undefined;
}

function childrenOf(expression: CelExpression): readonly CelExpression[] {
  if (expression.kind === "select") return [expression.operand];
  if (expression.kind === "call") return [...(expression.target ? [expression.target] : []), ...expression.parameters];
  if (expression.kind === "operation") return expression.operands;
  return expression.kind === "collection" ? expression.members : [];
}

function unknownRoot(text: string, { name, start, end }: CelName, bound: readonly string[]): ValueProblem | undefined {
  if (Object.hasOwn(CEL_ROOTS, name) || bound.includes(name) || CEL_TYPES.has(name)) return undefined;
  const meant = nearest(name, [...Object.keys(CEL_ROOTS), ...bound]);
  const message = l10n.t`${shown(name)} is not known here: a condition sees \`subject\`, \`resource\`, \`action\` and \`environment\``;
  if (meant === undefined) return { message, start, end };
  return {
    message: l10n.t`${message}. Did you mean \`${meant}\`?`,
    start,
    end,
    ...mended(text, { start, end }, meant),
  };
}

/** Hosts may have functions of their own, so only a name that most likely is misspelt is a fault. */
function unknownFunction(text: string, { name, start, end }: CelName): ValueProblem | undefined {
  if (Object.hasOwn(CEL_FUNCTIONS, name)) return undefined;
  const meant = nearest(name, Object.keys(CEL_FUNCTIONS), name.length > 4 ? 2 : 1);
  if (meant === undefined) return undefined;
  const message = l10n.t`CEL has no function ${shown(name)}. Did you mean \`${meant}\`?`;
  return { message, start, end, ...mended(text, { start, end }, meant) };
}

/** The whole text with a span replaced, when that leaves nothing to complain about. */
function mended(text: string, span: { start: number; end: number }, name: string): { suggestion?: string } {
  const suggestion = text.slice(0, span.start) + name + text.slice(span.end);
  return checkCel(suggestion) ? {} : { suggestion };
}

/** What can be written at an offset of a condition. */
export function completeCel(text: string, offset: number): readonly EmbeddedCompletion[] {
  const tokens = lexCel(text);
  const index = tokens.findIndex((token) => token.start < offset && offset <= token.end);
  const token = tokens[index];
  const isInside = token && (offset < token.end || token.kind === "error" || token.kind === "string");
  if (token && isInside && token.kind !== "name" && token.kind !== "space") return [];
  if (token?.kind === "number" || token?.kind === "comment") return [];
  const isWord = token?.kind === "name";
  const [start, end] = isWord ? [token.start, token.end] : [offset, offset];
  const before = text.slice(0, start).trimEnd();
  const choices = (words: Readonly<Record<string, string>>, kind: EmbeddedCompletion["kind"]): EmbeddedCompletion[] =>
    Object.entries(words).map(([label, documentation]) => ({ label, insert: label, kind, documentation, start, end }));
  if (before.endsWith(".")) return choices(CEL_METHODS, "function");
  return [
    ...choices(CEL_ROOTS, "variable"),
    ...choices(CEL_FUNCTIONS, "function"),
    ...choices({ true: "", false: "", null: "", in: l10n.t("True when a list or map contains a value.") }, "keyword"),
  ];
}

/** What stands at an offset of a condition; undefined when there is nothing to say. */
export function hoverCel(text: string, offset: number): EmbeddedHover | undefined {
  const token = lexCel(text).find(({ kind, start, end }) => kind === "name" && start <= offset && offset <= end);
  if (!token) return undefined;
  const { start, end } = token;
  const name = text.slice(start, end);
  const isMember = text.slice(0, start).trimEnd().endsWith(".");
  const isCalled = /^\s*\(/.test(text.slice(end));
  const table = isMember ? CEL_METHODS : isCalled ? CEL_FUNCTIONS : CEL_ROOTS;
  const meaning = isMember && !isCalled ? undefined : Object.hasOwn(table, name) ? table[name] : undefined;
  return meaning === undefined ? undefined : { start, end, markdown: `\`${name}\`: ${meaning}` };
}

const LITERAL_WORDS: ReadonlySet<string> = new Set(["true", "false", "null", "in"]);

/** Words of a condition to colour, in order. */
export function celTokens(text: string): readonly EmbeddedToken[] {
  const tokens = lexCel(text).filter(({ kind }) => kind !== "space");
  return tokens.flatMap(({ kind, start, end }, index): EmbeddedToken[] => {
    const source = text.slice(start, end);
    const follows = tokens[index + 1];
    const isCalled = follows !== undefined && text.charAt(follows.start) === "(";
    const isMember = text.charAt(tokens[index - 1]?.start ?? -1) === "." && tokens[index - 1]?.kind === "operator";
    if (kind === "error" || kind === "space" || (kind === "operator" && /^[.,()[\]{}]$/.test(source))) return [];
    if (kind !== "name") return [{ start, end, type: kind }];
    const word = LITERAL_WORDS.has(source) ? "keyword" : isMember ? "property" : "variable";
    return [{ start, end, type: isCalled ? (isMember ? "method" : "function") : word }];
  });
}
