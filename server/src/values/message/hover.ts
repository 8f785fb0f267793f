import { localeName } from "../locale-names.ts";
import { PLURAL_CATEGORIES, type PluralCategory, pluralCategories } from "../plural-categories.ts";
import type { EmbeddedHover, MessageContext } from "../scalar-language.ts";
import { categoryMeaning, pluralTypeOf } from "./completion.ts";
import { type IcuArgument, type IcuStructure, isPluralType, readIcu } from "./icu-structure.ts";
import { detectMessageSyntax } from "./message.ts";
import { ARGUMENT_TYPES, stylesOf } from "./message-words.ts";

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
  if (kind === "type") return ARGUMENT_TYPES[text] && `\`${text}\`: ${lower(ARGUMENT_TYPES[text])}`;
  if (kind === "style") {
    const meaning = stylesOf(argument?.type)[text];
    return meaning && `\`${text}\`: ${lower(meaning)}`;
  }
  if (kind === "number-sign") return `The number of \`${argument?.name}\` in the style of the locale.`;
  if (kind === "offset")
    return `${code(text.slice(7))} is subtracted from \`${argument?.name}\` before its plural form is chosen and \`#\` is written; forms such as \`=1\` count before that.`;
  return isPluralType(argument?.type) ? formMeaning(text, argument, context) : choiceMeaning(text, argument);
}

function argumentMeaning({ name, type }: IcuArgument, context: MessageContext | undefined): string {
  const what = type === undefined ? "inserted as it is" : lower(ARGUMENT_TYPES[type] ?? `of the type ${code(type)}.`);
  const uses = (context?.others ?? []).filter(({ text }) =>
    readIcu(text).arguments.some((argument) => argument.name === name),
  );
  const places = [...new Set(uses.map(({ locale }) => code(locale)))];
  const elsewhere = places.length === 0 ? "" : `\n\nAlso used in ${places.join(", ")}.`;
  return `Variable **${name}**: ${what.replace(/\.$/, "")}.${elsewhere}`;
}

function formMeaning(
  text: string,
  argument: IcuArgument | undefined,
  context: MessageContext | undefined,
): string | undefined {
  if (/^=\d+$/.test(text)) return `Text for exactly ${text.slice(1)}, whatever its plural category is.`;
  const category = PLURAL_CATEGORIES.find((candidate) => candidate === text);
  return category && categoryHover(category, argument, context);
}

function categoryHover(
  category: PluralCategory,
  argument: IcuArgument | undefined,
  context: MessageContext | undefined,
): string {
  const type = pluralTypeOf(argument?.type);
  const heading = `Plural category \`${category}\``;
  const categories = context && pluralCategories(context.locale, type);
  if (!context || !categories) return `${heading}. ${categoryMeaning(category, undefined, type)}`;
  const language = localeName(context.locale) ?? context.locale;
  if (!categories.includes(category))
    return `${heading}: no number takes it in ${language}. The language has ${categories.map(code).join(", ")}.`;
  return `${heading} in ${language}: ${lower(categoryMeaning(category, context.locale, type))}`;
}

function choiceMeaning(text: string, argument: IcuArgument | undefined): string {
  const name = argument ? ` of \`${argument.name}\`` : "";
  return text === "other"
    ? `Text for all other values${name}; always needed.`
    : `Text for the value ${code(text)}${name}.`;
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

function lower(sentence: string | undefined): string {
  return sentence === undefined ? "" : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
