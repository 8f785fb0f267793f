import { PLURAL_CATEGORIES, type PluralCategory, pluralCategories } from "../../values/plural-categories.ts";
import type { Place } from "../place.ts";
import type { Message, MessageTable } from "./message-table.ts";

/** The place of a message, or of one of its plural forms, in a translation; undefined where a key holds a dot itself. */
export function messagePlace(translation: Place, key: string, form = ""): Place | undefined {
  const steps = form === "" ? key.split(".") : [...key.split("."), form];
  return translation.get("messages", ...steps);
}

/** The key of a form that a message has as a key of its own, as i18next writes plurals: `files_one`, `rank_ordinal_few`. */
export interface SuffixedKey {
  readonly base: string;
  readonly category: PluralCategory;
  readonly isOrdinal: boolean;
}

/** Reads the key of a plural form; undefined for any other key. */
export function suffixedKey(key: string): SuffixedKey | undefined {
  const end = key.lastIndexOf("_");
  const category = PLURAL_CATEGORIES.find((candidate) => candidate === key.slice(end + 1));
  if (end <= 0 || category === undefined) return undefined;
  const base = key.slice(0, end);
  return { base, category, isOrdinal: base.endsWith("_ordinal") };
}

/**
 * true for the key of a plural form that stands for a difference of the languages only: the other translation has the same message in
 * another form, and the locale uses this form or does not.
 */
export function isFormOfOther(key: string, locale: string, other: MessageTable, isUsed: boolean): boolean {
  const form = suffixedKey(key);
  if (!form || !PLURAL_CATEGORIES.some((category) => other.messages.has(`${form.base}_${category}`))) return false;
  // `_zero` is taken for nought in every language.
  if (isUsed && form.category === "zero") return true;
  const categories = pluralCategories(locale, form.isOrdinal ? "ordinal" : "cardinal");
  return categories?.includes(form.category) === isUsed;
}

/** The text of a message that stands for it where one is needed: its only one, or that of the form `other`. */
export function mainText({ forms }: Message): string {
  return forms.get("") ?? forms.get("other") ?? [...forms.values()][0] ?? "";
}

/** Keeps what was found in two tables as long as they are the same objects. */
export function comparedOnce<Result>(
  compare: (table: MessageTable, reference: MessageTable, variant: string) => Result,
): (table: MessageTable, reference: MessageTable, variant: string) => Result {
  const results = new WeakMap<MessageTable, { reference: MessageTable; variant: string; result: Result }>();
  return (table, reference, variant) => {
    const known = results.get(table);
    if (known?.reference === reference && known.variant === variant) return known.result;
    const result = compare(table, reference, variant);
    results.set(table, { reference, variant, result });
    return result;
  };
}
