import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import * as l10n from "@vscode/l10n";
import type { ValueProblem } from "../scalar-language.ts";
import type { MessageArgument } from "./message.ts";

/** An ICU message as it was read. The parser is large: import this file when it is needed. */
export interface IcuMessage {
  /** Variables in order, those inside of plural forms and choices too. Empty for a message with a fault. */
  readonly arguments: readonly MessageArgument[];
  readonly fault: ValueProblem | undefined;
}

/** Deeper braces are a fault, because the parser reads them by recursion. */
const MAXIMUM_DEPTH = 100;

/** Reads an ICU message; tags are taken for text. Never throws. */
export function parseIcuMessage(text: string): IcuMessage {
  if (depthOf(text) > MAXIMUM_DEPTH) {
    return {
      arguments: [],
      fault: { message: l10n.t("The message is nested too deeply"), start: 0, end: text.length },
    };
  }
  try {
    return { arguments: argumentsOf(parse(text, { captureLocation: true, ignoreTag: true })), fault: undefined };
  } catch (error) {
    return { arguments: [], fault: faultOf(text, error) };
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "{") deepest = Math.max(deepest, ++depth);
    else if (character === "}") depth--;
  }
  return deepest;
}

const TYPE_NAMES: Readonly<Partial<Record<TYPE, string>>> = {
  [TYPE.argument]: "text",
  [TYPE.number]: "number",
  [TYPE.date]: "date",
  [TYPE.time]: "time",
  [TYPE.select]: "select",
  [TYPE.plural]: "plural",
};

function argumentsOf(elements: readonly MessageFormatElement[]): readonly MessageArgument[] {
  return elements.flatMap((element) => {
    const type = TYPE_NAMES[element.type];
    if (type === undefined || !("value" in element)) return [];
    const isOrdinal = element.type === TYPE.plural && element.pluralType === "ordinal";
    const start = element.location?.start.offset ?? 0;
    const end = element.location?.end.offset ?? start;
    const found = { name: element.value, type: isOrdinal ? "selectordinal" : type, start, end };
    const options = "options" in element ? Object.values(element.options) : [];
    return [found, ...options.flatMap((option) => argumentsOf(option.value))];
  });
}

/** The parser's names of faults in words. */
const MESSAGES: Readonly<Record<string, string>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: l10n.t("`}` is missing behind the variable"),
  EMPTY_ARGUMENT: l10n.t("The braces are empty: the name of a variable is missing"),
  MALFORMED_ARGUMENT: l10n.t("The name of a variable is expected, then `}` or `,`"),
  EXPECT_ARGUMENT_TYPE: l10n.t(
    "A type is expected behind the comma: `number`, `date`, `time`, `plural`, `select` or `selectordinal`",
  ),
  INVALID_ARGUMENT_TYPE: l10n.t(
    "This is not a type: `number`, `date`, `time`, `plural`, `select` and `selectordinal` are",
  ),
  EXPECT_ARGUMENT_STYLE: l10n.t("A style is expected behind the comma"),
  INVALID_NUMBER_SKELETON: l10n.t("This number style can not be read"),
  INVALID_DATE_TIME_SKELETON: l10n.t("This date or time style can not be read"),
  EXPECT_NUMBER_SKELETON: l10n.t("A number style is expected behind `::`"),
  EXPECT_DATE_TIME_SKELETON: l10n.t("A date or time style is expected behind `::`"),
  UNCLOSED_QUOTE_IN_ARGUMENT_STYLE: l10n.t("This quote has no end"),
  EXPECT_SELECT_ARGUMENT_OPTIONS: l10n.t("Choices are expected behind the comma, such as `other {text}`"),
  EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE: l10n.t("A whole number is expected behind `offset:`"),
  INVALID_PLURAL_ARGUMENT_OFFSET_VALUE: l10n.t("A whole number is expected behind `offset:`"),
  EXPECT_SELECT_ARGUMENT_SELECTOR: l10n.t("The name of a choice is expected before `{`"),
  EXPECT_PLURAL_ARGUMENT_SELECTOR: l10n.t("A plural category or a number such as `=0` is expected before `{`"),
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: l10n.t("The text of this choice is missing: `{text}` is expected"),
  EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT: l10n.t("The text of this plural form is missing: `{text}` is expected"),
  INVALID_PLURAL_ARGUMENT_SELECTOR: l10n.t("This is neither a plural category nor a number such as `=0`"),
  DUPLICATE_PLURAL_ARGUMENT_SELECTOR: l10n.t("This plural form stands here twice"),
  DUPLICATE_SELECT_ARGUMENT_SELECTOR: l10n.t("This choice stands here twice"),
  MISSING_OTHER_CLAUSE: l10n.t(
    "The form `other {…}` is missing, which stands for all values without a form of their own",
  ),
};

function faultOf(text: string, error: unknown): ValueProblem {
  const name = error instanceof Error ? error.message : "";
  const location = locationOf(error);
  const start = Math.min(location.start, text.length);
  const end = Math.min(Math.max(location.end, start), text.length);
  return { message: MESSAGES[name] ?? l10n.t("This ICU message can not be read"), start, end };
}

function locationOf(error: unknown): { readonly start: number; readonly end: number } {
  if (typeof error !== "object" || error === null || !("location" in error)) return { start: 0, end: 0 };
  const { location } = error as { location?: { start?: { offset?: number }; end?: { offset?: number } } };
  const start = location?.start?.offset ?? 0;
  return { start, end: location?.end?.offset ?? start };
}
