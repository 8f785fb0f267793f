import * as l10n from "@vscode/l10n";
import { acceptAll } from "../define-language.ts";
import type { EmbeddedCompletion, EmbeddedToken, ScalarLanguage } from "../scalar-language.ts";
import { detectMessageSyntax, placeholdersOf } from "./message.ts";

/**
 * `message`: a text of a localization. Which syntax its variables have is said elsewhere in the file, so a rule judges it and not the
 * format; what the text itself shows is enough for completion and colours.
 */
export const messageLanguage: ScalarLanguage = {
  ...acceptAll("message", l10n.t("Text")),
  completionsAt: completeMessage,
  tokens: messageTokens,
};

const ARGUMENT_TYPES: Readonly<Record<string, string>> = {
  number: l10n.t("A number in the style of the locale."),
  date: l10n.t("A date in the style of the locale."),
  time: l10n.t("A time in the style of the locale."),
  plural: l10n.t("One text for each plural category of the locale."),
  select: l10n.t("One text for each value."),
  selectordinal: l10n.t("One text for each category of ordinal numbers (1st, 2nd)."),
};

const PLURAL_CATEGORIES: Readonly<Record<string, string>> = {
  zero: l10n.t("Form for zero, in Arabic and a few others."),
  one: l10n.t("Form for one."),
  two: l10n.t("Form for two, in Arabic, Hebrew and a few others."),
  few: l10n.t("Form for small numbers, as in Russian and Arabic."),
  many: l10n.t("Form for large numbers, as in Russian and Arabic."),
  other: l10n.t("Form for all other numbers; always needed."),
};

/** Types of ICU variables behind `{name, ` and plural categories between the forms of a plural. */
function completeMessage(text: string, offset: number): readonly EmbeddedCompletion[] {
  const open = openBraces(text, offset);
  const innermost = open.at(-1);
  if (innermost === undefined || text.charAt(innermost + 1) === "{") return [];
  const inside = text.slice(innermost + 1, offset);
  const word = /[\w=]*$/.exec(inside)?.[0] ?? "";
  const start = offset - word.length;
  const end = offset + (/^\w*/.exec(text.slice(offset, offset + 50))?.[0].length ?? 0);
  const choices = (words: Readonly<Record<string, string>>, kind: "keyword" | "value"): EmbeddedCompletion[] =>
    Object.entries(words).map(([label, documentation]) => ({ label, insert: label, documentation, kind, start, end }));
  if (/^\s*[\p{L}\p{N}_]+\s*,\s*\w*$/u.test(inside)) return choices(ARGUMENT_TYPES, "keyword");
  const isPlural = /^\s*[\p{L}\p{N}_]+\s*,\s*(?:plural|selectordinal)\s*,/u.test(inside);
  return isPlural && /[},\s]\w*$/.test(inside) ? choices(PLURAL_CATEGORIES, "value") : [];
}

/** Offsets of the braces that are open at an offset. */
function openBraces(text: string, offset: number): readonly number[] {
  const open: number[] = [];
  for (let index = 0; index < offset; index++) {
    const character = text.charAt(index);
    if (character === "{") open.push(index);
    else if (character === "}") open.pop();
  }
  return open;
}

function messageTokens(text: string): readonly EmbeddedToken[] {
  const syntax = detectMessageSyntax(text);
  if (syntax === undefined) return [];
  if (syntax === "icu") return icuTokens(text);
  return placeholdersOf(text, syntax).map(({ start, end }) => ({ start, end, type: "variable" }));
}

const ARGUMENT = /\{\s*([\p{L}\p{N}_]+)\s*(?:,\s*([a-z]+)\s*)?/uy;
const SELECTOR = /(?:offset:)?[=\p{L}\p{N}_-]+/uy;

/** Names, types and selectors. The braces behind a selector hold text, those in a text begin a variable. */
function icuTokens(text: string): readonly EmbeddedToken[] {
  const tokens: EmbeddedToken[] = [];
  const open: ("text" | "forms" | "argument")[] = [];
  for (let index = 0; index < text.length; index++) {
    const inside = open.at(-1) ?? "text";
    const character = text.charAt(index);
    if (character === "}") open.pop();
    else if (character === "{" && inside === "forms") open.push("text");
    else if (character === "{") {
      ARGUMENT.lastIndex = index;
      const [whole, name = "", type] = ARGUMENT.exec(text) ?? ["{"];
      const start = index + whole.indexOf(name, 1);
      if (name !== "") tokens.push({ start, end: start + name.length, type: "variable" });
      const typeStart = type === undefined ? 0 : index + whole.lastIndexOf(type);
      if (type !== undefined) tokens.push({ start: typeStart, end: typeStart + type.length, type: "keyword" });
      open.push(type === "plural" || type === "select" || type === "selectordinal" ? "forms" : "argument");
      index += whole.length - 1;
    } else if (inside === "forms") {
      SELECTOR.lastIndex = index;
      const selector = SELECTOR.exec(text)?.[0];
      if (selector === undefined) continue;
      tokens.push({ start: index, end: index + selector.length, type: "enumMember" });
      index += selector.length - 1;
    }
  }
  return tokens;
}
