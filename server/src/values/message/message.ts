/** How variables are written in the texts of a localization (contract B.5). */
export type MessageSyntax = "icu" | "i18next" | "printf" | "python";

/** A variable of a text; offsets in the text, with the signs around its name. */
export interface MessageArgument {
  /** Its name, or its place among the others when it has none (`%s` is `0`, then `1`). */
  readonly name: string;
  /** What is formatted: `plural`, `number`, `s` …; `text` when the syntax does not say. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const I18NEXT = /\{\{-?\s*([\w.$-]+)\s*(?:,\s*([\w-]+)[^{}]*)?\}\}/g;
const NESTING = /\$t\(\s*([^(){},\s]+)[^()]*\)/g;
const PRINTF = /%(?:%|(?:(\d+)\$)?[-+ 0#']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[jztL])?([diouxXeEfFgGaAcspn@]))/g;
const PYTHON_NAMED = /%\(([^()\s]+)\)[-+ 0#]*\d*(?:\.\d+)?([diouxXeEfFgGcrsa])/g;
const PYTHON_FIELD = /\{\{|\}\}|\{([A-Za-z_]\w*|\d*)((?:\.\w+|\[[^\]{}]*\])*)(?:![rsa])?(?::([^{}]*))?\}/g;
const ICU_TYPED = /\{\s*[\p{L}\p{N}_]+\s*,/u;
const ICU_SIMPLE = /\{\s*[\p{L}\p{N}_]+\s*\}/u;

/**
 * The syntax a text is written in, as far as the text shows it. `{name}` is ICU's, which Python writes alike. Undefined for a text without
 * variables.
 */
export function detectMessageSyntax(text: string): MessageSyntax | undefined {
  if (isCertainlyIcu(text)) return "icu";
  if (/\{\{/.test(text) || /\$t\(/.test(text)) return "i18next";
  if (/%\([^()\s]+\)[a-zA-Z]/.test(text) || /\{\w*(?::[^{}]*|![rsa])\}|\{\}/.test(text)) return "python";
  if (ICU_TYPED.test(text) || ICU_SIMPLE.test(text)) return "icu";
  return /%(?:\d+\$)?[-+0#]*(?:\d+)?(?:\.\d+)?[disuxXfeg@]/.test(text) ? "printf" : undefined;
}

const CERTAINLY_ICU = /(?<!\{)\{\s*[\p{L}\p{N}_]+\s*,\s*(?:number|date|time|plural|select|selectordinal)\s*[,}]/u;

/** true for a text with a variable that no other syntax writes like this, such as `{count, plural, …}`. */
export function isCertainlyIcu(text: string): boolean {
  return text.includes("{") && CERTAINLY_ICU.test(text);
}

/** The variables of a text in any syntax but ICU's, in order; those of ICU messages come from `parseIcuMessage`. */
export function placeholdersOf(text: string, syntax: Exclude<MessageSyntax, "icu">): readonly MessageArgument[] {
  if (syntax === "i18next") return i18nextArguments(text);
  return syntax === "printf" ? printfArguments(text) : pythonArguments(text);
}

function i18nextArguments(text: string): readonly MessageArgument[] {
  const variables = Array.from(text.matchAll(I18NEXT), (match) => argument(match, match[1] ?? "", match[2] ?? "text"));
  const nested = Array.from(text.matchAll(NESTING), (match) => argument(match, match[1] ?? "", "nesting"));
  return [...variables, ...nested].sort((a, b) => a.start - b.start);
}

function argument(match: RegExpExecArray, name: string, type: string): MessageArgument {
  return { name, type, start: match.index, end: match.index + match[0].length };
}

function printfArguments(text: string): readonly MessageArgument[] {
  let next = 0;
  return Array.from(text.matchAll(PRINTF)).flatMap((match) => {
    const [whole, place, type] = match;
    if (whole === "%%" || type === undefined) return [];
    return [argument(match, place === undefined ? String(next++) : String(Number(place) - 1), type)];
  });
}

function pythonArguments(text: string): readonly MessageArgument[] {
  const named = Array.from(text.matchAll(PYTHON_NAMED), (match) => argument(match, match[1] ?? "", match[2] ?? "s"));
  let next = 0;
  const fields = Array.from(text.matchAll(PYTHON_FIELD)).flatMap((match) => {
    const [whole, name, , format] = match;
    if (whole === "{{" || whole === "}}" || name === undefined) return [];
    const type = /[a-zA-Z%]$/.exec(format ?? "")?.[0] ?? "text";
    return [argument(match, name === "" ? String(next++) : name, type)];
  });
  return [...named, ...fields].sort((a, b) => a.start - b.start);
}
