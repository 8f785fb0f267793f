import { KINDS, type Kind } from "../protocol.ts";
import { isLanguageLoaded, loadLanguages } from "../values/index.ts";
import { lateLanguages } from "./generated/late-languages.js";

/** Keys written with escapes do not look like themselves. */
const ESCAPED = /\\[uUx]/;

const LANGUAGES = new Map(KINDS.map((kind) => [kind, Object.entries(lateLanguages[kind])] as const));

/** A longer text (characters) most likely holds every language, and to look for their keys at each edit would take longer than to load them. */
const LONG_TEXT = 50_000;

/**
 * Loads the scalar languages with a large parser that a text of a kind can hold: those below one of whose keys a value of the language can
 * stand. Without a text those of the kind. The text is the file as it is written.
 */
export async function loadLanguagesOf(kind: Kind, text?: string): Promise<void> {
  // Several requests ask about one version.
  if (text !== undefined && last?.kind === kind && last.text === text) return;
  await loadNeeded(kind, text);
  if (text !== undefined) last = { kind, text };
}

/** The text whose languages were loaded last. One that failed to load is tried again. */
let last: { readonly kind: Kind; readonly text: string } | undefined;

async function loadNeeded(kind: Kind, text: string | undefined): Promise<void> {
  const absent = (LANGUAGES.get(kind) ?? []).filter(([format]) => !isLanguageLoaded(format));
  if (absent.length === 0) return;
  const file = text !== undefined && text.length > LONG_TEXT ? undefined : text;
  const mayHoldAll = file === undefined || ESCAPED.test(file);
  const needed = absent.filter(([, keys]) => mayHoldAll || keys.some((key) => file.includes(key)));
  await loadLanguages(
    needed.map(([format]) => format),
    file,
  );
}
