import type { MessageSyntax } from "../../values/message/message.ts";
import type { MessageContext } from "../../values/scalar-language.ts";
import {
  isCompatible,
  readVariables,
  shownSyntax,
  type Variable,
  type Variables,
  withoutPlaceholders,
} from "./message-arguments.ts";
import { mainText, suffixedKey } from "./message-places.ts";
import type { Message, MessageTable } from "./message-table.ts";

/** How the variables of a text differ from those of the default's. */
export interface Difference {
  /** The plural form; the empty name for a message that has none. */
  readonly form: string;
  readonly text: string;
  /** Variables that only this text has. */
  readonly extra: readonly Variable[];
  /** Variables that this text lacks. */
  readonly missing: readonly Variable[];
  /** A variable that is formatted as something else than in the default's text. */
  readonly changed: readonly { readonly own: Variable; readonly reference: Variable }[];
}

type Syntax = MessageContext["syntax"];

/** The variables of a message of the default locale. */
interface ReferenceVariables {
  readonly setting: Syntax;
  readonly syntax: MessageSyntax | undefined;
  /** Those of any form: what a program passes. */
  readonly all: Variables;
  /** Those of the form `other`, or of a message without forms. */
  readonly main: Variables;
  /** Those of every form. */
  readonly common: Variables;
}

const NONE: Variables = new Map();

const references = new WeakMap<Message, { variables: ReferenceVariables | undefined; setting: Syntax }>();

/** Differences of the messages of a table from those of the default, by their keys. */
export function tableDifferences(
  table: MessageTable,
  reference: MessageTable,
  setting: Syntax,
): readonly (readonly [key: string, difference: Difference])[] {
  const [names, otherNames] = [variableNames(table), variableNames(reference)];
  return [...new Set([...names.keys(), ...otherNames.keys()])].flatMap((key) => {
    const known = names.get(key);
    const [own, other] = [table.messages.get(key), reference.messages.get(key)];
    if (!own || !other || other.isEmpty || (known !== undefined && known === otherNames.get(key))) return [];
    return differences(key, own, other, setting).map((difference) => [key, difference] as const);
  });
}

/** Differences of a message from that of the default; none for texts that can not be read. */
function differences(key: string, own: Message, reference: Message, setting: Syntax): readonly Difference[] {
  const variables = referenceVariables(reference, setting);
  if (!variables) return [];
  return [...own.forms].flatMap(([form, text]) =>
    text.trim() === "" ? [] : (difference({ key, form, text, own }, reference, variables) ?? []),
  );
}

const namesOfTables = new WeakMap<MessageTable, ReadonlyMap<string, string | undefined>>();

/** The messages that may have variables, with the names of those that are told quickly; only these are compared. */
function variableNames(table: MessageTable): ReadonlyMap<string, string | undefined> {
  const known = namesOfTables.get(table);
  if (known) return known;
  const found = new Map<string, string | undefined>();
  for (const [key, { forms }] of table.messages) {
    const text = forms.get("");
    if (text === undefined) found.set(key, undefined);
    else if (/[{%]/.test(text)) found.set(key, simpleNames(text));
  }
  namesOfTables.set(table, found);
  return found;
}

/** The names in simple braces, in the order of the alphabet; undefined for a text that may have other variables. */
function simpleNames(text: string): string | undefined {
  if (/%|\{\{|'\{|\$/.test(text)) return undefined;
  const names = new Set<string>();
  let braces = 0;
  for (const [, name = ""] of text.matchAll(/\{([A-Za-z_]\w*)\}/g)) {
    names.add(name);
    braces++;
  }
  if (text.split("{").length - 1 !== braces || text.split("}").length - 1 !== braces) return undefined;
  return names.size === 1 ? [...names][0] : [...names].sort().join(" ");
}

function referenceVariables(message: Message, setting: Syntax): ReferenceVariables | undefined {
  const known = references.get(message);
  if (known?.setting === setting) return known.variables;
  const variables = readReference(message, setting);
  references.set(message, { variables, setting });
  return variables;
}

function readReference(message: Message, setting: Syntax): ReferenceVariables | undefined {
  const texts = [...message.forms.values()].map(withoutPlaceholders);
  const syntax = named(setting) ?? texts.map(shownSyntax).find((shown) => shown !== undefined);
  const read = texts.map((text) => readVariables(text, syntax));
  const sets = read.filter((variables) => variables !== undefined);
  const main = readVariables(withoutPlaceholders(mainText(message)), syntax);
  if (!main || sets.length < read.length) return undefined;
  const all: Variables = sets.length === 1 ? main : new Map(sets.flatMap((variables) => [...variables]));
  const common = new Map([...all].filter(([id]) => sets.every((variables) => variables.has(id))));
  return { setting, syntax, all, main, common };
}

/** The syntax that a file names; undefined when it names none. */
function named(setting: Syntax): MessageSyntax | undefined {
  return setting === "auto" || setting === "none" ? undefined : setting;
}

interface OwnText {
  readonly key: string;
  readonly form: string;
  readonly text: string;
  readonly own: Message;
}

function difference(
  { key, form, text, own }: OwnText,
  reference: Message,
  expected: ReferenceVariables,
): Difference | undefined {
  const blanked = withoutPlaceholders(text);
  const variables = readVariables(blanked, ownSyntax(blanked, expected));
  if (!variables || (variables.size === 0 && expected.all.size === 0)) return undefined;
  const required = requiredVariables(key, form, reference, expected);
  // Who chooses a form by a number has that number.
  const hasCount = own.forms.size > 1 || reference.forms.size > 1 || suffixedKey(key) !== undefined;
  const extra = [...variables]
    .filter(([id, { name }]) => !expected.all.has(id) && !(hasCount && name === "count"))
    .map(([, variable]) => variable)
    .filter((variable) => expected.all.size > 0 || !isAmount(variable, blanked));
  const missing = [...required].filter(([id, { onlyChooses }]) => !onlyChooses && !variables.has(id));
  const changed = [...variables].flatMap(([id, variable]) => {
    const other = expected.all.get(id);
    return other && !isCompatible(variable, other) ? [{ own: variable, reference: other }] : [];
  });
  if (extra.length === 0 && missing.length === 0 && changed.length === 0) return undefined;
  return { form, text, extra, missing: missing.map(([, variable]) => variable), changed };
}

/** A text is read in the syntax of the default's, unless only one of the two doubles its braces. */
function ownSyntax(text: string, { setting, syntax }: ReferenceVariables): MessageSyntax | undefined {
  if (named(setting) !== undefined) return syntax;
  const shown = shownSyntax(text);
  if (shown === undefined || syntax === undefined) return syntax ?? shown;
  return (shown === "i18next") === (syntax === "i18next") ? syntax : shown;
}

/** The forms for exact numbers often say the number in words, or by the form of the noun alone: "one file". */
function requiredVariables(
  key: string,
  form: string,
  reference: Message,
  { main, common }: ReferenceVariables,
): Variables {
  const suffix = suffixedKey(key);
  if (form === "" && suffix && EXACT_FORMS.has(suffix.category)) return withoutCount(main);
  if (!EXACT_FORMS.has(form)) return main;
  return reference.forms.has("") ? NONE : withoutCount(common);
}

const EXACT_FORMS: ReadonlySet<string> = new Set(["zero", "one", "two"]);

const COUNT_NAMES = /^(?:count|n|num|number|amount|total|quantity|\d+)$/i;

/** Variables of a text with plural forms without that of the number; the only one there is always counts. */
function withoutCount(variables: Variables): Variables {
  if (variables.size === 1) return NONE;
  return new Map([...variables].filter(([, { name }]) => !COUNT_NAMES.test(name)));
}

/** true for `%d` in `20%de`, which is a share rather than a variable in a text whose original has none. */
function isAmount({ family, occurrences }: Variable, text: string): boolean {
  return family === "percent" && occurrences.every(({ start }) => /[\d%]/.test(text.charAt(start - 1)));
}
