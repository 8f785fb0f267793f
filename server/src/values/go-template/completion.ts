import * as l10n from "@vscode/l10n";
import type { EmbeddedCompletion } from "../scalar-language.ts";
import type { Scope } from "./analyser.ts";
import { analyseTemplate } from "./analysis.ts";
import type { TemplateEngine } from "./engine.ts";
import { signatureOf } from "./functions.ts";
import { lexTemplate, type Token } from "./lexer.ts";
import { parseGoTemplate } from "./parser.ts";
import { LABELS_IN_WORDS, type Member, type Type } from "./types.ts";

type Choice = Omit<EmbeddedCompletion, "start" | "end">;

/** What can be written at an offset of a template: fields of the value before it, variables, functions, keywords. `labels` are names of labels that series have. */
export function completeTemplate(
  text: string,
  offset: number,
  engine: TemplateEngine,
  labels: () => readonly string[],
): readonly EmbeddedCompletion[] {
  const place = placeAt(text, offset);
  if (!place) return [];
  const analysis = analyseTemplate(text, parseGoTemplate(text), engine, place.action.start);
  const { start, before } = place;
  const spanned = (choices: readonly Choice[]): readonly EmbeddedCompletion[] =>
    choices.map((choice) => ({ ...choice, start, end: place.end }));
  if (place.inName) {
    return spanned([...new Set([...analysis.templates, ...engine.templates])].map((name) => templateChoice(name)));
  }
  const owner = analysis.owners.find((field) => field.start === start)?.owner;
  if (before === ".") return spanned(memberChoices(owner ?? analysis.scope.dot, labels));
  if (before === "$") return spanned(variableChoices(analysis.scope));
  if (place.isPiped) return spanned(functionChoices(engine));
  const isBare = place.isFirst ? keywordChoices(analysis.scope) : [];
  const fields = memberChoices(analysis.scope.dot, labels).map((choice) => ({
    ...choice,
    label: `.${choice.label}`,
    insert: `.${choice.insert}`,
  }));
  return spanned([...isBare, ...variableChoices(analysis.scope), ...fields, ...functionChoices(engine)]);
}

/** Where the cursor stands inside of an action. */
interface Place {
  readonly action: Token;
  readonly start: number;
  readonly end: number;
  /** What stands right before the replaced part: `.` for a field, `$` for a variable. */
  readonly before: "." | "$" | "";
  /** true when the cursor stands in the first word of the action. */
  readonly isFirst: boolean;
  /** true behind `|`, where only what takes an argument can stand. */
  readonly isPiped: boolean;
  /** true inside the quotes of the name of a template. */
  readonly inName: boolean;
}

function placeAt(text: string, offset: number): Place | undefined {
  const tokens = lexTemplate(text);
  const first = tokens.findLastIndex((token) => token.kind === "left" && token.end <= offset);
  const action = tokens[first];
  if (!action) return undefined;
  const inside = tokens
    .slice(first + 1)
    .filter(({ kind, start }) => kind !== "space" && action.end <= start && start < offset);
  if (inside.some(({ kind, end }) => kind === "right" && end <= offset)) return undefined;
  const last = inside.at(-1);
  const isInWord = last !== undefined && last.end >= offset && (last.kind === "identifier" || last.kind === "keyword");
  const frame = {
    action,
    isFirst: inside.length === 0 || (inside.length === 1 && last?.end === offset),
    isPiped: inside.at(isInWord ? -2 : -1)?.kind === "pipe",
  };
  const quoted = last && /^["'`]/.test(text.slice(last.start, last.end)) && last.start < offset;
  if (last && quoted && (last.end > offset || last.kind === "error")) return nameAt(text, last, inside, frame);
  const isTouching = last !== undefined && last.end >= offset;
  if (last && isTouching && last.kind === "comment") return undefined;
  if (last && isTouching && (last.kind === "field" || last.kind === "dot")) {
    return { ...frame, start: last.start + 1, end: last.end, before: ".", inName: false };
  }
  if (last && isTouching && last.kind === "variable") {
    return { ...frame, start: last.start, end: last.end, before: "$", inName: false };
  }
  if (last && isInWord) {
    return { ...frame, start: last.start, end: last.end, before: "", inName: false };
  }
  if (last && isTouching && !["pipe", "open", "declare", "assign"].includes(last.kind)) return undefined;
  return { ...frame, start: offset, end: offset, before: "", inName: false };
}

/** The place in quotes behind `template` and `block`; other texts have no choices. */
function nameAt(
  text: string,
  last: Token,
  inside: readonly Token[],
  frame: Pick<Place, "action" | "isFirst" | "isPiped">,
): Place | undefined {
  const [word] = inside;
  const isName = inside.length === 2 && word?.kind === "keyword" && text.slice(word.start, word.end) === "template";
  if (!isName) return undefined;
  const end = last.kind === "error" ? last.end : last.end - 1;
  return { ...frame, start: last.start + 1, end, before: "", inName: true };
}

function templateChoice(name: string): Choice {
  return { label: name, insert: name, kind: "value", detail: l10n.t("template") };
}

function memberChoices(type: Type, labels: () => readonly string[]): readonly Choice[] {
  const members = [...type.members].map(([name, member]) => memberChoice(name, member));
  if (type.kind !== "map") return members;
  const entries = labels()
    .filter((name) => /^[\p{L}\p{Nd}_]+$/u.test(name) && !type.members.has(name))
    .map((name): Choice => ({ label: name, insert: name, kind: "field", detail: l10n.t("label") }));
  return type.words === LABELS_IN_WORDS ? [...entries, ...members] : members;
}

function memberChoice(name: string, { type, meaning, parameters }: Member): Choice {
  const detail = [...(parameters ?? []).map((parameter) => parameter.name), `→ ${type.words}`].join(" ");
  return { label: name, insert: name, kind: parameters ? "function" : "field", detail, documentation: meaning };
}

function variableChoices({ variables }: Scope): readonly Choice[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  return [...byName.values()].map(({ name, type, meaning }) => ({
    label: name,
    insert: name,
    kind: "variable",
    detail: type.words,
    documentation: meaning,
  }));
}

function functionChoices(engine: TemplateEngine): readonly Choice[] {
  return [...engine.functions.values()].map((entry) => ({
    label: entry.name,
    insert: entry.name,
    kind: "function",
    detail: signatureOf(entry),
    documentation: entry.meaning,
  }));
}

const KEYWORD_MEANINGS: Readonly<Record<string, string>> = {
  if: l10n.t("Prints what follows when a value is not empty."),
  range: l10n.t("Prints what follows for each element of a list or map."),
  with: l10n.t("Prints what follows with another dot when a value is not empty."),
  template: l10n.t("Prints a template by its name."),
  block: l10n.t("Defines a template and prints it."),
  define: l10n.t("Defines a template."),
  else: l10n.t("What is printed otherwise."),
  end: l10n.t("Ends a block."),
  break: l10n.t("Ends the innermost `range`."),
  continue: l10n.t("Goes on with the next element of the innermost `range`."),
};

/** Keywords that can begin an action here; `end` and `else` first where a block is open. */
function keywordChoices({ blocks }: Scope): readonly Choice[] {
  const innermost = blocks.at(-1);
  const canElse = innermost === "if" || innermost === "with" || innermost === "range";
  const words = [
    ...(innermost === undefined ? [] : ["end"]),
    ...(canElse ? ["else"] : []),
    ...(blocks.includes("range") ? ["break", "continue"] : []),
    ...["if", "range", "with", "template", "block"],
    ...(innermost === undefined ? ["define"] : []),
  ];
  return words.map((word) => ({
    label: word,
    insert: word,
    kind: "keyword",
    documentation: KEYWORD_MEANINGS[word] ?? "",
  }));
}
