import * as l10n from "@vscode/l10n";
import { shown } from "../define-language.ts";
import { type CelToken, lexCel } from "./lexer.ts";

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A CEL expression; places are offsets in the text. */
export type CelExpression = Place &
  (
    | { readonly kind: "literal"; readonly type: "number" | "string" | "boolean" | "null"; readonly source: string }
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "select"; readonly operand: CelExpression; readonly field: CelName }
    | {
        readonly kind: "call";
        /** What a method is called on, undefined for a function. */
        readonly target: CelExpression | undefined;
        readonly function: CelName;
        readonly parameters: readonly CelExpression[];
      }
    | { readonly kind: "operation"; readonly operator: string; readonly operands: readonly CelExpression[] }
    /** The items of a list, the entries of a map (keys and values in turn) or the values of the fields of a message. */
    | { readonly kind: "collection"; readonly members: readonly CelExpression[] }
  );

export interface CelName extends Place {
  readonly name: string;
}

/** What was read of an expression; `fault` is the first fault of its grammar. */
export interface ParsedCel {
  readonly expression: CelExpression | undefined;
  readonly fault: (Place & { readonly message: string }) | undefined;
}

interface Reader {
  readonly text: string;
  readonly tokens: readonly CelToken[];
  index: number;
  depth: number;
  fault: ParsedCel["fault"];
}

/** Operators by how tightly they bind, loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["<", "<=", ">", ">=", "==", "!=", "in"],
  ["+", "-"],
  ["*", "/", "%"],
];

/** Deeper nesting is a fault, so that no text can exhaust the stack. */
const MAXIMUM_DEPTH = 100;

/** Words that are reserved and can not be names. */
const RESERVED: ReadonlySet<string> = new Set(
  "as break const continue else for function if import let loop package namespace return var void while".split(" "),
);

/** Reads a CEL expression. Never throws; after the first fault the rest is not read. */
export function parseCel(text: string): ParsedCel {
  const tokens = lexCel(text).filter(({ kind }) => kind !== "space" && kind !== "comment");
  const reader: Reader = { text, tokens, index: 0, depth: 0, fault: undefined };
  const expression = tokens.length === 0 ? undefined : parseExpression(reader);
  const rest = reader.tokens[reader.index];
  if (rest && !reader.fault) refuse(reader, l10n.t("An operator is expected here"));
  return { expression, fault: reader.fault };
}

function sourceOf(reader: Reader, token: CelToken | undefined): string {
  return token ? reader.text.slice(token.start, token.end) : "";
}

function next(reader: Reader): CelToken | undefined {
  return reader.tokens[reader.index];
}

/** Steps over the next token when it is that operator or word. */
function take(reader: Reader, source: string): CelToken | undefined {
  const token = next(reader);
  const isIt = (token?.kind === "operator" || token?.kind === "name") && sourceOf(reader, token) === source;
  if (isIt && !reader.fault) reader.index++;
  return isIt && !reader.fault ? token : undefined;
}

const WORD_OPERATORS: Readonly<Record<string, string>> = { and: "&&", or: "||", not: "!", is: "==" };

/** Notes the next token as out of place, unless there is a fault already. */
function refuse(reader: Reader, expected: string): void {
  if (reader.fault) return;
  const token = next(reader);
  const end = reader.tokens.at(-1)?.end ?? 0;
  const source = sourceOf(reader, token);
  const instead = token?.kind === "name" ? WORD_OPERATORS[source.toLowerCase()] : undefined;
  if (token?.kind === "error") reader.fault = { ...span(token), message: token.message ?? "" };
  else if (token) {
    const message =
      instead === undefined
        ? l10n.t`${expected}, found ${shown(source)}`
        : l10n.t`${expected}, found ${shown(source)}; use \`${instead}\``;
    reader.fault = { ...span(token), message };
  } else {
    const last = reader.tokens.at(-1);
    reader.fault = {
      start: last?.start ?? 0,
      end,
      message: l10n.t`The expression ends too early: ${lowered(expected)}`,
    };
  }
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function span({ start, end }: Place): Place {
  return { start, end };
}

function expect(reader: Reader, source: string): Place {
  const token = take(reader, source);
  if (!token) refuse(reader, l10n.t`\`${source}\` is expected here`);
  return token ?? { start: 0, end: reader.tokens[reader.index - 1]?.end ?? 0 };
}

function parseExpression(reader: Reader): CelExpression {
  if (reader.depth >= MAXIMUM_DEPTH) {
    refuse(reader, l10n.t("The expression is nested too deeply: a simpler one is expected"));
    return { kind: "name", name: "", start: 0, end: 0 };
  }
  reader.depth++;
  const condition = parseLevel(reader, 0);
  if (!take(reader, "?")) {
    reader.depth--;
    return condition;
  }
  const first = parseLevel(reader, 0);
  expect(reader, ":");
  const second = parseExpression(reader);
  reader.depth--;
  return operation("?:", [condition, first, second]);
}

function operation(operator: string, operands: readonly [CelExpression, ...CelExpression[]]): CelExpression {
  const [first] = operands;
  return { kind: "operation", operator, operands, start: first.start, end: operands.at(-1)?.end ?? first.end };
}

function parseLevel(reader: Reader, level: number): CelExpression {
  const operators = LEVELS[level];
  if (!operators) return parseUnary(reader);
  let left = parseLevel(reader, level + 1);
  for (let operator = takeOneOf(reader, operators); operator; operator = takeOneOf(reader, operators)) {
    left = operation(operator, [left, parseLevel(reader, level + 1)]);
  }
  return left;
}

function takeOneOf(reader: Reader, operators: readonly string[]): string | undefined {
  return operators.find((operator) => take(reader, operator));
}

function parseUnary(reader: Reader): CelExpression {
  const first = next(reader);
  const signs: string[] = [];
  for (let sign = takeOneOf(reader, ["!", "-"]); sign; sign = takeOneOf(reader, ["!", "-"])) signs.push(sign);
  const operand = parseMember(reader);
  const [sign] = signs;
  if (sign === undefined || !first) return operand;
  if (signs.some((other) => other !== sign)) {
    reader.fault ??= { ...span(first), message: l10n.t("`!` and `-` can not stand together without parentheses") };
  }
  return { kind: "operation", operator: signs.join(""), operands: [operand], start: first.start, end: operand.end };
}

function parseMember(reader: Reader): CelExpression {
  let operand = parsePrimary(reader);
  while (!reader.fault) {
    const { start } = operand;
    if (take(reader, "[")) {
      const index = parseExpression(reader);
      const { end } = expect(reader, "]");
      operand = { kind: "operation", operator: "[]", operands: [operand, index], start, end };
    } else if (take(reader, ".")) {
      const field = parseFieldName(reader);
      if (take(reader, "(")) {
        const parameters = parseItems(reader, ")");
        operand = { kind: "call", target: operand, function: field, parameters, start, end: lastEnd(reader) };
      } else operand = { kind: "select", operand, field, start, end: field.end };
    } else if (next(reader) && sourceOf(reader, next(reader)) === "{" && isTypeName(operand)) {
      reader.index++;
      const values = parseEntries(reader).filter((_, index) => index % 2 === 1);
      operand = { kind: "collection", members: values, start, end: lastEnd(reader) };
    } else break;
  }
  return operand;
}

/** Messages are built with the name of their type: `google.protobuf.Duration{seconds: 1}`. */
function isTypeName(operand: CelExpression): boolean {
  return operand.kind === "name" || (operand.kind === "select" && isTypeName(operand.operand));
}

function lastEnd(reader: Reader): number {
  return reader.tokens[reader.index - 1]?.end ?? 0;
}

function parseFieldName(reader: Reader): CelName {
  const token = next(reader);
  if (token?.kind !== "name") {
    refuse(reader, l10n.t("The name of an attribute is expected behind `.`"));
    return { name: "", start: lastEnd(reader), end: lastEnd(reader) };
  }
  reader.index++;
  return { name: sourceOf(reader, token), ...span(token) };
}

/** Expressions separated by commas, up to and with the closing sign. */
function parseItems(reader: Reader, close: ")" | "]"): readonly CelExpression[] {
  const items: CelExpression[] = [];
  while (!reader.fault && !take(reader, close)) {
    items.push(parseExpression(reader));
    if (take(reader, ",") && close === "]") continue;
    if (sourceOf(reader, reader.tokens[reader.index - 1]) !== ",") {
      expect(reader, close);
      break;
    }
    if (sourceOf(reader, next(reader)) === close) refuse(reader, l10n.t("A further argument is expected here"));
  }
  return items;
}

/** `key: value` pairs separated by commas, up to and with `}`. */
function parseEntries(reader: Reader): readonly CelExpression[] {
  const members: CelExpression[] = [];
  while (!reader.fault && !take(reader, "}")) {
    members.push(parseExpression(reader));
    expect(reader, ":");
    members.push(parseExpression(reader));
    if (take(reader, ",")) continue;
    expect(reader, "}");
    break;
  }
  return members;
}

function parsePrimary(reader: Reader): CelExpression {
  const token = next(reader);
  const start = token?.start ?? 0;
  if (take(reader, "(")) {
    const inner = parseExpression(reader);
    return { ...inner, start, end: expect(reader, ")").end };
  }
  if (take(reader, "[")) return { kind: "collection", members: parseItems(reader, "]"), start, end: lastEnd(reader) };
  if (take(reader, "{")) return { kind: "collection", members: parseEntries(reader), start, end: lastEnd(reader) };
  take(reader, ".");
  return parseAtom(reader);
}

function parseAtom(reader: Reader): CelExpression {
  const token = next(reader);
  const source = sourceOf(reader, token);
  const place = token ? span(token) : { start: 0, end: 0 };
  const isWord = token?.kind === "name";
  if (!token || reader.fault || !["number", "string", "name"].includes(token.kind) || source === "in") {
    refuse(reader, l10n.t("A value is expected here"));
    return { kind: "name", name: "", ...place };
  }
  if (isWord && RESERVED.has(source)) {
    reader.fault = { ...place, message: l10n.t`\`${source}\` is a reserved word and can not be a name` };
  }
  reader.index++;
  if (token.kind === "number" || token.kind === "string")
    return { kind: "literal", type: token.kind, source, ...place };
  if (source === "true" || source === "false") return { kind: "literal", type: "boolean", source, ...place };
  if (source === "null") return { kind: "literal", type: "null", source, ...place };
  if (!take(reader, "(")) return { kind: "name", name: source, ...place };
  const parameters = parseItems(reader, ")");
  const called = { name: source, ...place };
  return { kind: "call", target: undefined, function: called, parameters, start: place.start, end: lastEnd(reader) };
}
