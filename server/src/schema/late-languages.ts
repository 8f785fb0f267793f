import type { Kind } from "../protocol.ts";
import { loadLanguages } from "../values/index.ts";
import { lateLanguages } from "./generated/late-languages.js";

/** Keys written with escapes do not look like themselves. */
const ESCAPED = /\\[uUx]/;

/**
 * Loads the scalar languages with a large parser that a text of a kind can hold: those below one of whose keys a value of the language can
 * stand. Without a text those of the kind. The text is the file as it is written.
 */
export async function loadLanguagesOf(kind: Kind, text?: string): Promise<void> {
  const needed = Object.entries(lateLanguages[kind]).filter(([, keys]) => text === undefined || mayHold(text, keys));
  await loadLanguages(
    needed.map(([format]) => format),
    text,
  );
}

function mayHold(text: string, keys: readonly string[]): boolean {
  return keys.some((key) => text.includes(key)) || ESCAPED.test(text);
}
