import type { Place } from "../place.ts";
import type { RuleContext } from "../rule-context.ts";
import { type MessageTable, messageTable } from "./message-table.ts";

/** The default locale of a file and its messages. */
export interface DefaultTranslation {
  readonly locale: string;
  readonly table: MessageTable;
}

/** The translation of the default locale, which all others are compared with; undefined when the file has none, or has it elsewhere. */
export function defaultTranslation({ file }: RuleContext): DefaultTranslation | undefined {
  const locale = file?.get("default_locale")?.text;
  const translation = locale === undefined ? undefined : file?.get("translations", locale);
  if (locale === undefined || !translation?.isMap || translation.has("$file")) return undefined;
  return { locale, table: messageTable(translation) };
}

/** true for a translation whose messages are compared with those of the default locale. */
export function isComparable(translation: Place, { locale }: DefaultTranslation): boolean {
  return translation.isMap && !translation.has("$file") && translation.name !== locale && translation.has("messages");
}

/** The innermost group of a key that a translation has, and the rest of the key: `common` of `common.save`. */
export function groupOf(translation: Place, key: string): { readonly group: Place; readonly rest: readonly string[] } {
  let group = translation.get("messages") ?? translation;
  const steps = key.split(".");
  for (const [depth, step] of steps.entries()) {
    const next = group.get(step);
    if (!next?.isMap) return { group, rest: steps.slice(depth) };
    group = next;
  }
  return { group, rest: [] };
}
