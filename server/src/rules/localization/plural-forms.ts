import { isPluralType, readIcu } from "../../values/message/icu-structure.ts";
import { numbersOf, type PluralCategory, type PluralType, pluralCategories } from "../../values/plural-categories.ts";
import { LONGEST_MESSAGE } from "./message-arguments.ts";

/** Languages whose category `many` stands for millions only: integers of six zeros and compact numbers (CLDR 48). */
const MANY_IS_MILLIONS: ReadonlySet<string> = new Set(["ca", "es", "fr", "it", "lld", "pt", "scn", "vec"]);

/** A form of a plural in an ICU message; offsets in the text. */
export interface IcuForm {
  readonly name: string;
  readonly start: number;
  /** End of its name. */
  readonly nameEnd: number;
  /** Its text with the braces. */
  readonly braces: string;
  readonly end: number;
}

/** A plural in an ICU message. */
export interface IcuPlural {
  readonly type: PluralType;
  /** What is marked: name and type. */
  readonly start: number;
  readonly end: number;
  readonly forms: readonly IcuForm[];
  /** Exact forms count before the offset is taken away, the categories behind it. */
  readonly hasOffset: boolean;
}

/** The plurals of an ICU message, those inside of others too; none for one that can not be read. */
export function icuPlurals(text: string): readonly IcuPlural[] {
  if (text.length > LONGEST_MESSAGE) return [];
  const { arguments: found, spans, open } = readIcu(text);
  if (open.length > 1) return [];
  const spansOf = Map.groupBy(spans, ({ argument }) => argument);
  const plurals: IcuPlural[] = [];
  for (const argument of found) {
    if (!isPluralType(argument.type)) continue;
    const own = spansOf.get(argument) ?? [];
    const name = own.find(({ kind }) => kind === "name");
    const type = own.find(({ kind }) => kind === "type");
    if (!name || !type) continue;
    const forms = argument.selectors.flatMap((selector) => formOf(text, selector.text, selector.start, selector.end));
    plurals.push({
      type: argument.type === "plural" ? "cardinal" : "ordinal",
      start: name.start,
      end: type.end,
      forms,
      hasOffset: own.some(({ kind }) => kind === "offset"),
    });
  }
  return plurals;
}

function formOf(text: string, name: string, start: number, nameEnd: number): readonly IcuForm[] {
  const open = text.indexOf("{", nameEnd);
  const end = open === -1 ? -1 : closing(text, open);
  return end === -1 ? [] : [{ name, start, nameEnd, braces: text.slice(open, end), end }];
}

/** Offset behind the brace that closes the one at an offset; -1 when it is not closed. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === "'") index = behindQuote(text, index);
    if (depth === 0) return index + 1;
  }
  return -1;
}

/** An apostrophe hides what follows up to the next one, when it stands before a sign of the language. */
function behindQuote(text: string, at: number): number {
  const next = text.charAt(at + 1);
  if (next === "'") return at + 1;
  const end = /[{}#]/.test(next) ? text.indexOf("'", at + 1) : at;
  return end === -1 ? text.length : end;
}

/** How the forms of a plural differ from those of its language. */
export interface FormFaults {
  /** Categories without a form; that of `other` is another rule's. */
  readonly missing: readonly PluralCategory[];
  /** true when what is missing is used for millions only. */
  readonly isMinor: boolean;
  /** Forms that no number selects. */
  readonly unused: readonly string[];
}

/** Compares the forms of plurals with the categories of a locale, which are looked up once. */
export class PluralCheck {
  readonly #locale: string;
  readonly #own: readonly PluralCategory[] | undefined;
  readonly #categories: Partial<Record<PluralType, readonly PluralCategory[] | "unknown">> = {};
  readonly #numbers = new Map<string, readonly string[]>();

  /** `own` are the categories that a file has rules of its own for. */
  constructor(locale: string, own: readonly PluralCategory[] | undefined) {
    this.#locale = locale;
    this.#own = own;
  }

  /** What is wrong with forms of these names, exact ones among them. Undefined when they fit, or nothing is known about the locale. */
  faults(names: readonly string[], type: PluralType): FormFaults | undefined {
    const own = type === "cardinal" ? this.#own : undefined;
    const categories = own ?? this.#categoriesOf(type);
    if (categories === "unknown") return undefined;
    const exact = names.filter((name) => name.startsWith("=")).map((name) => name.slice(1));
    const isExact = (category: PluralCategory): boolean =>
      exact.length > 0 && !own && this.#numbersOf(category, type).every((number) => exact.includes(number));
    const missing = categories.filter(
      (category) => category !== "other" && !names.includes(category) && !isExact(category),
    );
    const used: readonly string[] = categories;
    const unused = names.filter((name) => name !== "other" && !name.startsWith("=") && !used.includes(name));
    if (missing.length === 0 && unused.length === 0) return undefined;
    const isMillions = type === "cardinal" && !own && MANY_IS_MILLIONS.has(languageOf(this.#locale));
    return { missing, unused, isMinor: isMillions && missing.every((category) => category === "many") };
  }

  #categoriesOf(type: PluralType): readonly PluralCategory[] | "unknown" {
    const known = this.#categories[type];
    if (known) return known;
    const found = isSupported(this.#locale) ? pluralCategories(this.#locale, type) : undefined;
    this.#categories[type] = found ?? "unknown";
    return found ?? "unknown";
  }

  /** The numbers of a category, with a mark behind them when there are more. */
  #numbersOf(category: PluralCategory, type: PluralType): readonly string[] {
    const id = `${type} ${category}`;
    const numbers = this.#numbers.get(id) ?? numbersOf(category, this.#locale, type)?.split(", ") ?? ["…"];
    this.#numbers.set(id, numbers);
    return numbers;
  }
}

/** false for a language without rules in the runtime, which would take those of another one. */
function isSupported(locale: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

function languageOf(locale: string): string {
  return (locale.split("-")[0] ?? "").toLowerCase();
}
