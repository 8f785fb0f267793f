import * as l10n from "@vscode/l10n";
import { shown } from "../define-language.ts";
import type { Token, TokenKind } from "./lexer.ts";
import type { Command, LiteralType, Name, Operand, Pipeline } from "./syntax.ts";
import {
  lastEnd,
  MAXIMUM_DEPTH,
  peek,
  peekPastSpace,
  refuse,
  report,
  skipSpace,
  skipToRight,
  type TokenReader,
  take,
  textOf,
} from "./token-reader.ts";

/** Where a pipeline stands: the keyword of its action, `(` for one in parentheses, undefined for a bare action. */
export type PipelineContext = "if" | "with" | "range" | "block" | "template" | "(" | undefined;

/** Reads a pipeline up to the token that ends it, which is left for the caller. Faults are reported; what could be read comes back. */
export function parsePipeline(reader: TokenReader, context: PipelineContext): Pipeline {
  const opening = openingBefore(reader);
  skipSpace(reader);
  const start = peek(reader)?.start ?? reader.text.length;
  const declaration = parseDeclaration(reader, context);
  const commands: Command[] = [];
  for (let token = peekPastSpace(reader); !isEnd(token, context); token = peekPastSpace(reader)) {
    const command = beginsOperand(token) ? parseCommand(reader) : undefined;
    if (!command) {
      refuse(reader, l10n.t("A value or a function is expected here"));
      break;
    }
    commands.push(command);
    checkStage(reader, command, commands.length);
  }
  const end = Math.max(start, lastEnd(reader));
  if (commands.length === 0) reportMissingValue(reader, opening, context, declaration.operator);
  return { start, end, ...declaration, commands };
}

/** The `{{` or `(` that begins the pipeline; a few tokens back at most. */
function openingBefore(reader: TokenReader): Token | undefined {
  let index = reader.index - 1;
  while (index > 0 && !["left", "open"].includes(reader.tokens[index]?.kind ?? "")) index--;
  return reader.tokens[index];
}

function isEnd(token: Token | undefined, context: PipelineContext): boolean {
  if (!token || token.kind === "left" || token.kind === "text") return true;
  return token.kind === "right" || (context === "(" && token.kind === "close");
}

function reportMissingValue(
  reader: TokenReader,
  opening: Token | undefined,
  context: PipelineContext,
  operator: Pipeline["operator"],
): void {
  const start = opening?.start ?? reader.text.length;
  // What was found inside of the action says more than that nothing of it could be read.
  if ((reader.faults.at(-1)?.start ?? -1) >= start) return;
  const end = reader.tokens[reader.index]?.end ?? reader.text.length;
  const empty = context === "(" ? l10n.t("This pair of parentheses is empty") : l10n.t("This action is empty");
  const isBare = context === undefined || context === "(";
  const missing = isBare ? empty : l10n.t`\`${context}\` needs a value`;
  report(reader, { start, end }, operator === undefined ? missing : l10n.t`A value is expected behind \`${operator}\``);
}

/** `$name :=`, `$name =`, and in `range` also `$index, $name :=`. */
function parseDeclaration(reader: TokenReader, context: PipelineContext): Pick<Pipeline, "variables" | "operator"> {
  const variables: Name[] = [];
  const first = reader.index;
  for (let token = take(reader, "variable"); token; token = take(reader, "variable")) {
    variables.push({ name: textOf(reader, token), start: token.start, end: token.end });
    skipSpace(reader);
    if (take(reader, "declare")) return { variables, operator: ":=" };
    if (take(reader, "assign")) {
      if (peek(reader)?.kind !== "assign") return { variables, operator: "=" };
      break;
    }
    const comma = take(reader, "comma");
    if (!comma) break;
    if (context !== "range" || variables.length === 2) {
      const limit =
        context === "range" ? l10n.t("`range` sets at most two variables") : l10n.t("Only `range` sets two variables");
      report(reader, comma, limit);
      skipToRight(reader);
      return { variables, operator: ":=" };
    }
    if (!isEnd(peekPastSpace(reader), context) && peek(reader)?.kind !== "variable") {
      refuse(reader, l10n.t("A second variable is expected here"));
      return { variables, operator: ":=" };
    }
  }
  reader.index = first;
  return { variables: [], operator: undefined };
}

const LITERALS: Readonly<Partial<Record<TokenKind, LiteralType>>> = {
  string: "string",
  character: "character",
  number: "number",
  boolean: "boolean",
  nil: "nil",
};

function beginsOperand(token: Token | undefined): boolean {
  if (!token) return false;
  return (
    token.kind in LITERALS || ["dot", "field", "variable", "identifier", "open", "placeholder"].includes(token.kind)
  );
}

/** Only functions, methods and parentheses can take the value of the stage before. */
function checkStage(reader: TokenReader, command: Command, stage: number): void {
  const [first] = command.operands;
  const isBare = first.fields.length === 0 && (first.kind === "dot" || first.kind === "literal");
  if (stage < 2 || !isBare || (first.kind === "literal" && first.type === "character")) return;
  report(reader, first, l10n.t`Behind \`|\` a function is expected, found ${shown(textOf(reader, first))}`);
}

/** Operands separated by spaces, and the `|` behind them. */
function parseCommand(reader: TokenReader): Command | undefined {
  const operands: Operand[] = [];
  while (beginsOperand(peekPastSpace(reader))) {
    const operand = parseOperand(reader);
    operands.push(operand);
    const next = peek(reader);
    if (next?.kind === "space") continue;
    if (next && !["pipe", "right", "close", "left", "text"].includes(next.kind)) {
      refuse(reader, l10n.t("A space or `|` is expected here"));
    }
    break;
  }
  skipSpace(reader);
  take(reader, "pipe");
  const [first, ...rest] = operands;
  if (!first) return undefined;
  return { operands: [first, ...rest], start: first.start, end: rest.at(-1)?.end ?? first.end };
}

function parseOperand(reader: TokenReader): Operand {
  const token = peek(reader);
  const start = token?.start ?? reader.text.length;
  const term = parseTerm(reader, token);
  const fields: Name[] = [];
  const first = term.kind === "dot" && token?.kind === "field" ? token : undefined;
  if (first) fields.push({ name: textOf(reader, first).slice(1), start: first.start + 1, end: first.end });
  for (let field = take(reader, "field"); field; field = take(reader, "field")) {
    if (term.kind === "literal") report(reader, field, l10n.t`${LITERAL_WORDS[term.type]} has no fields`);
    if (token?.kind === "dot" && fields.length === 0) report(reader, field, l10n.t("One `.` begins a field"));
    fields.push({ name: textOf(reader, field).slice(1), start: field.start + 1, end: field.end });
  }
  const dot = token?.kind !== "dot" || fields.length > 0 ? take(reader, "dot") : undefined;
  if (dot) {
    report(reader, dot, l10n.t("The name of a field is expected behind `.`"));
    fields.push({ name: "", start: dot.end, end: dot.end });
  }
  return { ...term, fields, start, end: lastEnd(reader) };
}

const LITERAL_WORDS: Readonly<Record<LiteralType, string>> = {
  string: l10n.t("A text in quotes"),
  character: l10n.t("A character"),
  number: l10n.t("A number"),
  boolean: l10n.t("A boolean"),
  nil: "`nil`",
};

type WithoutFrame<T> = T extends unknown ? Omit<T, "fields" | "start" | "end"> : never;

function parseTerm(reader: TokenReader, token: Token | undefined): WithoutFrame<Operand> {
  if (!token) return { kind: "dot" };
  reader.index++;
  const source = textOf(reader, token);
  const type = LITERALS[token.kind];
  if (type !== undefined) return { kind: "literal", type, source };
  if (token.kind === "variable") return { kind: "variable", name: source };
  if (token.kind === "identifier") return { kind: "function", name: source, nameEnd: token.end };
  if (token.kind === "placeholder") return { kind: "placeholder" };
  return token.kind === "open" ? { kind: "pipeline", pipeline: parseParenthesized(reader, token) } : { kind: "dot" };
}

function parseParenthesized(reader: TokenReader, open: Token): Pipeline {
  if (reader.depth >= MAXIMUM_DEPTH) {
    report(reader, open, l10n.t("Parentheses are nested too deeply"));
    skipToRight(reader);
    return { start: open.end, end: open.end, variables: [], operator: undefined, commands: [] };
  }
  reader.depth++;
  const pipeline = parsePipeline(reader, "(");
  reader.depth--;
  skipSpace(reader);
  take(reader, "close");
  return pipeline;
}
