import * as l10n from "@vscode/l10n";
import { localeName } from "../locale-names.ts";
import { PLURAL_CATEGORIES, type PluralCategory, pluralCategories } from "../plural-categories.ts";
import type { EmbeddedHover, MessageContext } from "../scalar-language.ts";
import { categoryMeaning, pluralTypeOf } from "./completion.ts";
import { type IcuArgument, type IcuStructure, isPluralType, readIcu } from "./icu-structure.ts";
import { detectMessageSyntax } from "./message.ts";
import { argumentTypes, stylesOf } from "./message-words.ts";

/** What a word of an ICU message is: a variable, its type, a plural form and the numbers that take it; undefined elsewhere. */
export function hoverMessage(
  text: string,
  offset: number,
  context: MessageContext | undefined,
): EmbeddedHover | undefined {
  if (!text.includes("{")) return undefined;
  const syntax = context && context.syntax !== "auto" ? context.syntax : (detectMessageSyntax(text) ?? "icu");
  if (syntax !== "icu") return undefined;
  const { spans } = readIcu(text);
  const span = spans.find(({ start, end }) => start <= offset && offset < end);
  const markdown = span && meaningOf(span, context);
  return markdown === undefined ? undefined : { start: span?.start ?? 0, end: span?.end ?? 0, markdown };
}

function meaningOf(
  { kind, text, argument }: IcuStructure["spans"][number],
  context: MessageContext | undefined,
): string | undefined {
  if (kind === "name") return argument && argumentMeaning(argument, context);
  if (kind === "type") return labelled(text, argumentTypes()[text]);
  if (kind === "style") return labelled(text, stylesOf(argument?.type)[text]);
  const name = argument?.name ?? "";
  if (kind === "number-sign") return l10n.t`The number of \`${name}\` in the style of the locale.`;
  if (kind === "offset")
    return l10n.t`${code(text.slice(7))} is subtracted from \`${name}\` before its plural form is chosen and \`#\` is written; forms such as \`=1\` count before that.`;
  return isPluralType(argument?.type) ? formMeaning(text, argument, context) : choiceMeaning(text, name);
}

function labelled(word: string, meaning: string | undefined): string | undefined {
  return meaning && `\`${word}\`: ${meaning}`;
}

function argumentMeaning({ name, type }: IcuArgument, context: MessageContext | undefined): string {
  const what = type === undefined ? l10n.t`It is inserted as it is.` : (argumentTypes()[type] ?? "");
  const uses = (context?.others ?? []).filter(({ text }) =>
    readIcu(text).arguments.some((argument) => argument.name === name),
  );
  const places = [...new Set(uses.map(({ locale }) => code(locale)))].join(", ");
  const elsewhere = places === "" ? "" : `\n\n${l10n.t`Also used in ${places}.`}`;
  return `${l10n.t`Variable **${name}**.`} ${what}${elsewhere}`;
}

function formMeaning(
  text: string,
  argument: IcuArgument | undefined,
  context: MessageContext | undefined,
): string | undefined {
  if (/^=\d+$/.test(text)) return l10n.t`Text for exactly ${text.slice(1)}, whatever its plural category is.`;
  const category = PLURAL_CATEGORIES.find((candidate) => candidate === text);
  return category && categoryHover(category, argument, context);
}

function categoryHover(
  category: PluralCategory,
  argument: IcuArgument | undefined,
  context: MessageContext | undefined,
): string {
  const type = pluralTypeOf(argument?.type);
  const categories = context && pluralCategories(context.locale, type);
  if (!context || !categories)
    return `${l10n.t`Plural category \`${category}\`.`} ${categoryMeaning(category, undefined, type)}`;
  const language = localeName(context.locale) ?? context.locale;
  if (!categories.includes(category)) {
    const present = categories.map(code).join(", ");
    return l10n.t`Plural category \`${category}\`: no number takes it in ${language}. The language has ${present}.`;
  }
  const numbers = categoryMeaning(category, context.locale, type);
  return `${l10n.t`Plural category \`${category}\` in ${language}.`} ${numbers}`;
}

function choiceMeaning(text: string, name: string): string {
  return text === "other"
    ? l10n.t`Text for all other values of \`${name}\`; always needed.`
    : l10n.t`Text for the value ${code(text)} of \`${name}\`.`;
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}
