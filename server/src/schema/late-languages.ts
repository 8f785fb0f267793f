import type { Kind } from "../protocol.ts";
import { loadLanguages } from "../values/index.ts";
import { lateLanguages } from "./generated/late-languages.js";

/** Keys written with escapes do not look like themselves. */
const ESCAPED = /\\[uUx]/;

/** A longer text (characters) most likely holds every language, and to look for their keys at each edit would take longer than to load them. */
const LONG_TEXT = 50_000;

/**
 * Loads the scalar languages with a large parser that a text of a kind can hold: those below one of whose keys a value of the language can
 * stand. Without a text those of the kind. The text is the file as it is written.
 */
export async function loadLanguagesOf(kind: Kind, text?: string): Promise<void> {
  const file = text !== undefined && text.length > LONG_TEXT ? undefined : text;
  const needed = Object.entries(lateLanguages[kind]).filter(([, keys]) => file === undefined || mayHold(file, keys));
  await loadLanguages(
    needed.map(([format]) => format),
    file,
  );
}

function mayHold(text: string, keys: readonly string[]): boolean {
  return keys.some((key) => text.includes(key)) || ESCAPED.test(text);
}
