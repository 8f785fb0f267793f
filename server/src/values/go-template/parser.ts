import * as l10n from "@vscode/l10n";
import { lexTemplate, type Token } from "./lexer.ts";
import { parsePipeline } from "./parse-pipeline.ts";
import type { BranchNode, NameLiteral, Span, Template, TemplateNode } from "./syntax.ts";
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

/**
 * Reads a template as Go's text/template does (1.22 and later). Never throws: faults are listed, and what can be read in spite of them is
 * in the tree, so that completion works in half-typed templates.
 */
export function parseGoTemplate(text: string): Template {
  const reader: TokenReader = { text, tokens: lexTemplate(text), faults: [], index: 0, depth: 0, ranges: 0 };
  const nodes: TemplateNode[] = [];
  for (;;) {
    const list = parseList(reader, true);
    for (const node of list.nodes) nodes.push(node);
    if (!list.stop) return { nodes, faults: reader.faults };
    // With its braces it would be taken for a placeholder of the message.
    const action = `{{ ${list.stop.word} }}`;
    const message =
      list.stop.word === "else"
        ? l10n.t`\`${action}\` stands outside of \`if\`, \`with\` or \`range\``
        : l10n.t`\`${action}\` stands outside of \`if\`, \`with\`, \`range\`, \`define\` or \`block\``;
    refuseStop(reader, list.stop, message);
  }
}

/** The `else` or `end` that ended a list; the reader stands behind the word. */
interface Stop extends Span {
  readonly word: "else" | "end";
}

interface NodeList {
  readonly nodes: readonly TemplateNode[];
  /** Undefined at the end of the text. */
  readonly stop: Stop | undefined;
}

function parseList(reader: TokenReader, isTop = false): NodeList {
  const nodes: TemplateNode[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === "text") nodes.push(parseText(reader, token));
    else if (token.kind === "comment") nodes.push({ kind: "comment", start: token.start, end: takenEnd(reader) });
    else if (token.kind === "placeholder") {
      const name = textOf(reader, token).slice(2, -2).trim();
      nodes.push({ kind: "placeholder", name, start: token.start, end: takenEnd(reader) });
    } else if (token.kind !== "left") reader.index++;
    else {
      const parsed = parseAction(reader, token, isTop);
      if ("word" in parsed) return { nodes, stop: parsed };
      nodes.push(parsed);
    }
  }
  return { nodes, stop: undefined };
}

/** Steps over the next token and gives its end. */
function takenEnd(reader: TokenReader): number {
  return reader.tokens[reader.index++]?.end ?? reader.text.length;
}

function parseText(reader: TokenReader, token: Token): TemplateNode {
  const before = reader.tokens[reader.index - 1];
  const next = reader.tokens[reader.index + 1];
  let text = textOf(reader, token);
  if (before && /-\}\}$/.test(textOf(reader, before))) text = text.replace(/^[ \t\r\n]+/, "");
  if (next && /^\{\{-[ \t\r\n]/.test(reader.text.slice(next.start, next.start + 4))) text = withoutSpaceBehind(text);
  return { kind: "text", text, start: token.start, end: takenEnd(reader) };
}

function withoutSpaceBehind(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\r\n".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Reads from `{{` on: a whole node, or the stop of the list at hand. */
function parseAction(reader: TokenReader, left: Token, isTop: boolean): TemplateNode | Stop {
  const { start } = left;
  reader.index++;
  const token = peekPastSpace(reader);
  const word = token?.kind === "keyword" ? textOf(reader, token) : "";
  if (word !== "" && (word !== "define" || isTop)) reader.index++;
  if (word === "if" || word === "with" || word === "range") return parseBranch(reader, start, word, false);
  if (word === "else" || word === "end") return { word, start, end: lastEnd(reader) };
  if (word === "break" || word === "continue") return parseJump(reader, start, word);
  if (word === "template") return parseCall(reader, start);
  if (word === "block" || (word === "define" && isTop)) return parseDefinition(reader, start, word);
  const pipeline = parsePipeline(reader, undefined);
  return { kind: "action", pipeline, start, end: finishAction(reader, l10n.t("`}}` is expected here")) };
}

/** Reads `}}` and gives its end. What stands before it is out of place. */
function finishAction(reader: TokenReader, expected: string): number {
  const next = peekPastSpace(reader);
  if (next && next.kind !== "right" && next.kind !== "left" && next.kind !== "text") refuse(reader, expected);
  take(reader, "right");
  return lastEnd(reader);
}

function parseJump(reader: TokenReader, start: number, word: "break" | "continue"): TemplateNode {
  const isOutside = reader.ranges === 0;
  const end = finishAction(reader, l10n.t`Nothing may follow \`${word}\``);
  if (isOutside) report(reader, { start, end }, l10n.t`\`${word}\` is only allowed inside \`range\``);
  return { kind: word, start, end };
}

function parseBranch(reader: TokenReader, start: number, kind: BranchNode["kind"], isChained: boolean): BranchNode {
  const pipeline = parsePipeline(reader, kind);
  const opening = { start, end: finishAction(reader, l10n.t("`}}` is expected here")) };
  if (reader.depth >= MAXIMUM_DEPTH) {
    report(reader, opening, l10n.t("Blocks are nested too deeply"));
    return { kind, opening, pipeline, body: [], otherwise: undefined, isChained, ...opening };
  }
  reader.depth++;
  if (kind === "range") reader.ranges++;
  const { nodes: body, stop } = parseList(reader);
  if (kind === "range") reader.ranges--;
  const otherwise = stop?.word === "else" ? parseElse(reader, stop, kind, opening) : undefined;
  if (stop?.word === "end") finishAction(reader, l10n.t("Nothing may follow `end`"));
  if (!stop) reportMissingEnd(reader, opening, isChained ? `else ${kind}` : kind);
  reader.depth--;
  return { kind, opening, pipeline, body, otherwise, isChained, start, end: lastEnd(reader) };
}

function reportMissingEnd(reader: TokenReader, opening: Span, word: string): void {
  report(reader, opening, l10n.t`This \`${word}\` has no \`{{ end }}\``);
}

/** What follows an `else`, up to and with the `end` of its block. */
function parseElse(
  reader: TokenReader,
  stop: Stop,
  kind: BranchNode["kind"],
  opening: Span,
): readonly TemplateNode[] | undefined {
  const token = peekPastSpace(reader);
  const word = token?.kind === "keyword" ? textOf(reader, token) : "";
  if (kind !== "range" && word === kind) {
    reader.index++;
    return [parseBranch(reader, stop.start, word, true)];
  }
  if (token && word === "if") {
    report(reader, token, l10n.t`\`else if\` belongs to \`if\`, not to \`${kind}\``);
    skipToRight(reader);
  }
  finishAction(reader, l10n.t("Nothing may follow `else`, except `if` or `with`"));
  const nodes: TemplateNode[] = [];
  for (;;) {
    const list = parseList(reader);
    for (const node of list.nodes) nodes.push(node);
    if (!list.stop) reportMissingEnd(reader, opening, kind);
    else finishStop(reader, list.stop, kind);
    if (list.stop?.word !== "else") return nodes;
  }
}

function finishStop(reader: TokenReader, stop: Stop, kind: string): void {
  if (stop.word === "end") {
    finishAction(reader, l10n.t("Nothing may follow `end`"));
    return;
  }
  refuseStop(reader, stop, l10n.t`This \`${kind}\` already has an \`else\``);
}

/** Reports an `else` or `end` that is out of place and reads its action to the end. */
function refuseStop(reader: TokenReader, { start }: Stop, message: string): void {
  skipToRight(reader);
  take(reader, "right");
  report(reader, { start, end: lastEnd(reader) }, message);
}

function parseCall(reader: TokenReader, start: number): TemplateNode {
  const name = parseName(reader, "template");
  const next = peekPastSpace(reader);
  const hasValue = next && next.kind !== "right" && next.kind !== "left" && next.kind !== "text";
  const pipeline = hasValue ? parsePipeline(reader, "template") : undefined;
  return { kind: "template", name, pipeline, start, end: finishAction(reader, l10n.t("`}}` is expected here")) };
}

/** The name of a template in quotes; an empty one with a fault when it is missing. */
function parseName(reader: TokenReader, word: string): NameLiteral {
  const token = peekPastSpace(reader);
  if (token?.kind === "string") {
    reader.index++;
    return { value: unquoted(textOf(reader, token)), start: token.start, end: token.end };
  }
  const place = lastEnd(reader);
  if (token && token.kind !== "right" && token.kind !== "left" && token.kind !== "text") {
    refuse(reader, l10n.t`\`${word}\` needs the name of a template in quotes`);
  } else
    report(
      reader,
      { start: place - word.length, end: place },
      l10n.t`\`${word}\` needs the name of a template in quotes`,
    );
  return { value: "", start: place, end: place };
}

/** The value of a Go string literal whose escapes are simple; others stay as written. */
function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/\\(["\\])/g, "$1");
}

function parseDefinition(reader: TokenReader, start: number, kind: "define" | "block"): TemplateNode {
  const name = parseName(reader, kind);
  const pipeline = kind === "block" ? parsePipeline(reader, "block") : undefined;
  const opening = { start, end: finishAction(reader, l10n.t("Nothing may follow the name of a template")) };
  if (reader.depth >= MAXIMUM_DEPTH) {
    report(reader, opening, l10n.t("Blocks are nested too deeply"));
    return { kind, name, pipeline, body: [], opening, ...opening };
  }
  const { ranges } = reader;
  reader.ranges = 0;
  reader.depth++;
  const { nodes: body, stop } = parseList(reader);
  reader.depth--;
  reader.ranges = ranges;
  if (!stop) reportMissingEnd(reader, opening, kind);
  else if (stop.word === "end") finishAction(reader, l10n.t("Nothing may follow `end`"));
  else refuseStop(reader, stop, l10n.t`\`${kind}\` can not have an \`else\``);
  skipSpace(reader);
  return { kind, name, pipeline, body, opening, start, end: lastEnd(reader) };
}
