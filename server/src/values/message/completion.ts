import * as l10n from "@vscode/l10n";
import {
  numbersOf,
  PLURAL_CATEGORIES,
  type PluralCategory,
  type PluralType,
  pluralCategories,
} from "../plural-categories.ts";
import type { EmbeddedCompletion, MessageContext } from "../scalar-language.ts";
import { type IcuArgument, type IcuState, isPluralType, readIcu } from "./icu-structure.ts";
import { detectMessageSyntax } from "./message.ts";
import { argumentTypes, categoryMeanings, stylesOf } from "./message-words.ts";

/** What a place in a message is completed from. */
interface Asked {
  readonly text: string;
  readonly offset: number;
  readonly context: MessageContext | undefined;
  readonly state: IcuState;
}

/**
 * What can be written at an offset of a message in ICU syntax: variables that the other languages use, types, styles, plural categories of
 * the locale. Of a message in Python's syntax only the names. Empty for other syntaxes.
 */
export function completeMessage(
  text: string,
  offset: number,
  context: MessageContext | undefined,
): readonly EmbeddedCompletion[] {
  const syntax = syntaxOf(text, context);
  const state = readIcu(text, offset).open.at(-1);
  if (!state || (syntax !== "icu" && syntax !== "python")) return [];
  const asked = { text, offset, context, state };
  if (state.inside === "name") return text.charAt(state.start - 2) === "{" ? [] : names(asked);
  if (syntax === "python") return [];
  if (state.inside === "type") return types(asked);
  if (state.inside === "style") return styles(asked);
  return state.inside === "forms" ? forms(asked) : inText(asked);
}

/** The syntax that counts: the one that the file names, or else the one that the texts show, which is ICU's when they show none. */
function syntaxOf(text: string, context: MessageContext | undefined): string {
  if (context && context.syntax !== "auto") return context.syntax;
  const texts = [text, ...(context?.others ?? []).map((other) => other.text)];
  return texts.map(detectMessageSyntax).find((syntax) => syntax !== undefined) ?? "icu";
}

function names({ text, offset, context, state }: Asked): readonly EmbeddedCompletion[] {
  const start = state.start + leadingSpace(text.slice(state.start, offset));
  const end = offset + (/^[\p{L}\p{N}_]*/u.exec(text.slice(offset))?.[0].length ?? 0);
  const close = isClosed(text, offset) ? "" : "}";
  return [...knownArguments(text, context, state.start - 1)].map(([name, detail]) => ({
    label: name,
    insert: name + close,
    kind: "variable",
    detail,
    start,
    end,
  }));
}

/** Variables of the message in other languages and elsewhere in this one, with where they are used. */
function knownArguments(
  text: string,
  context: MessageContext | undefined,
  except: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  const addAll = (where: string | undefined, args: readonly IcuArgument[]): void => {
    for (const { name, start } of args) {
      if (!/^[\p{L}\p{N}_]+$/u.test(name) || (where === undefined && start === except)) continue;
      found.set(name, (found.get(name) ?? new Set()).add(where ?? l10n.t`this text`));
    }
  };
  for (const { locale, text: other } of context?.others ?? []) addAll(locale, readIcu(other).arguments);
  addAll(undefined, readIcu(text).arguments);
  return new Map([...found].map(([name, places]) => [name, l10n.t`variable, used in ${[...places].join(", ")}`]));
}

/** true when the brace before an offset is closed behind it. */
function isClosed(text: string, offset: number): boolean {
  let depth = 1;
  for (let index = offset; index < text.length && depth > 0; index++) {
    if (text.charAt(index) === "{") depth++;
    else if (text.charAt(index) === "}") depth--;
  }
  return depth === 0;
}

function types({ text, offset, context, state }: Asked): readonly EmbeddedCompletion[] {
  const { start, end } = wordAt(text, state.start, offset);
  const stands = /^\s*(?:\}|$)/.test(text.slice(end));
  const close = isClosed(text, offset) ? "" : "}";
  return Object.entries(argumentTypes()).map(([label, documentation]) => {
    const choices = stands ? firstForms(label, state.argument, context) : [];
    const written = choices.map((choice) => `${choice} ${branch(label).insert}`).join(" ");
    const insert = written === "" ? label : `${label}, ${written}${close}`;
    const snippet = `${label}, ${choices.map((choice, index) => `${choice} ${branch(label, index + 1).snippet}`).join(" ")}${close}`;
    const common = { label, documentation, kind: "keyword", start, end } as const;
    return written === "" ? { ...common, insert } : { ...common, insert, snippet };
  });
}

/** The forms that a plural or select needs from the start; none for other types. */
function firstForms(
  type: string,
  argument: IcuArgument | undefined,
  context: MessageContext | undefined,
): readonly string[] {
  if (type === "select") return [...choicesOf(argument?.name, context), "other"];
  if (!isPluralType(type)) return [];
  return (context && pluralCategories(context.locale, pluralTypeOf(type))) ?? ["one", "other"];
}

/** An empty form: plural forms begin with the number. */
function branch(type: string | undefined, stop = 1): { readonly insert: string; readonly snippet: string } {
  return isPluralType(type) ? { insert: "{#}", snippet: `{\${${stop}:#}}` } : { insert: "{}", snippet: `{$${stop}}` };
}

/** Values that other languages have texts for; `other` is none of them. */
function choicesOf(name: string | undefined, context: MessageContext | undefined): readonly string[] {
  const others = (context?.others ?? []).flatMap(({ text }) => readIcu(text).arguments);
  const same = others.filter((argument) => argument.name === name && argument.type === "select");
  return [...new Set(same.flatMap(({ selectors }) => selectors.map(({ text }) => text)))].filter(
    (choice) => choice !== "other",
  );
}

function styles({ text, offset, state }: Asked): readonly EmbeddedCompletion[] {
  const start = state.start + leadingSpace(text.slice(state.start, offset));
  const end = offset + (/^[^{}]*/.exec(text.slice(offset))?.[0].trimEnd().length ?? 0);
  const close = isClosed(text, offset) ? "" : "}";
  return Object.entries(stylesOf(state.argument?.type)).map(([label, documentation]) => ({
    label,
    documentation,
    insert: label + close,
    kind: "value",
    start,
    end,
  }));
}

function forms({ text, offset, context, state }: Asked): readonly EmbeddedCompletion[] {
  const type = state.argument?.type;
  const before = /[^\s{}]*$/.exec(text.slice(state.start, offset))?.[0] ?? "";
  const start = offset - before.length;
  const end = offset + (/^[^\s{}]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const hasText = /^\s*\{/.test(text.slice(end));
  const written = readIcu(text).arguments.find((argument) => argument.start === state.argument?.start)?.selectors ?? [];
  const taken = new Set(written.filter((span) => span.start !== start).map((span) => span.text));
  const { insert, snippet } = branch(type);
  return choices(type, state.argument?.name, context)
    .filter(({ label }) => !taken.has(label))
    .map((choice) => ({
      ...choice,
      ...(choice.label === "other" && { detail: l10n.t`required` }),
      kind: "value",
      start,
      end,
      ...(hasText
        ? { insert: choice.label }
        : { insert: `${choice.label} ${insert}`, snippet: `${choice.label} ${snippet}` }),
    }));
}

type Choice = Pick<EmbeddedCompletion, "label" | "documentation">;

function choices(
  type: string | undefined,
  name: string | undefined,
  context: MessageContext | undefined,
): readonly Choice[] {
  if (!isPluralType(type)) {
    const values = choicesOf(name, context).map((label) => ({
      label,
      documentation: l10n.t`Text for the value \`${label}\`.`,
    }));
    return [...values, { label: "other", documentation: l10n.t`Text for all other values; always needed.` }];
  }
  const pluralType = pluralTypeOf(type);
  const categories = (context && pluralCategories(context.locale, pluralType)) ?? PLURAL_CATEGORIES;
  const exact = ["=0", "=1"].map((label) => ({ label, documentation: l10n.t`Text for exactly ${label.slice(1)}.` }));
  return [
    ...categories.map((label) => ({ label, documentation: categoryMeaning(label, context?.locale, pluralType) })),
    ...exact,
  ];
}

/** What a plural category stands for in a locale, as Markdown. */
export function categoryMeaning(category: PluralCategory, locale: string | undefined, type: PluralType): string {
  const numbers = locale === undefined ? undefined : numbersOf(category, locale, type);
  if (numbers === undefined) return categoryMeanings()[category] ?? "";
  const range = type === "ordinal" ? l10n.t`Ranks such as ${numbers}.` : l10n.t`Numbers such as ${numbers}.`;
  return category === "other" ? `${range} ${l10n.t`Always needed.`}` : range;
}

/** The numbers that a type of variable is about. */
export function pluralTypeOf(type: string | undefined): PluralType {
  return type === "selectordinal" ? "ordinal" : "cardinal";
}

/** In a text: the number of the plural around it, and variables that other languages use and this one lacks. */
function inText({ text, offset, context, state }: Asked): readonly EmbeddedCompletion[] {
  if (/[\p{L}\p{N}_'#}]/u.test(text.charAt(offset - 1))) return [];
  const range = { start: offset, end: offset } as const;
  const own = new Set(readIcu(text).arguments.map(({ name }) => name));
  const missing = [...knownArguments("", context, -1)].filter(([name]) => !own.has(name));
  const number = l10n.t`The number of \`${state.argument?.name ?? ""}\` in the style of the locale.`;
  return [
    ...(state.argument
      ? [{ label: "#", insert: "#", documentation: number, kind: "operator", ...range } as const]
      : []),
    ...missing.map(
      ([name, detail]) => ({ label: `{${name}}`, insert: `{${name}}`, detail, kind: "variable", ...range }) as const,
    ),
  ];
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function wordAt(text: string, from: number, offset: number): { readonly start: number; readonly end: number } {
  const start = from + leadingSpace(text.slice(from, offset));
  return { start, end: offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0) };
}
