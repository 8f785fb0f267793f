import { ownText } from "../text/own-text.ts";
import { acceptsEverything } from "../values/define-language.ts";
import { scalarLanguages } from "../values/index.ts";
import type { ScalarLanguage } from "../values/scalar-language.ts";

/** Answers that are kept for each format. Configuration says the same few things again and again. */
const KEPT_ANSWERS = 2_000;

/** Longer texts are unlikely to come again. */
const LONGEST_KEPT = 64;

/** Of languages with a parser of their own longer texts are kept: reading them takes longer, and several files often have the same ones. */
const LONGEST_KEPT_WHEN_PARSED = 256;

/** What the compiled validators ask for a `format`: true when the text is well-formed. Advice does not make a value wrong. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
  [...scalarLanguages].map(([name, language]) => [name, verdictOf(language)]),
);

function verdictOf(language: ScalarLanguage): (text: string) => boolean {
  if (language.check === acceptsEverything) return () => true;
  const longest = language.load ? LONGEST_KEPT_WHEN_PARSED : LONGEST_KEPT;
  const remembered = remembering((text) => isWellFormed(language, text), longest);
  // An answer from before the parser is there says nothing about later.
  return (text) => language.isPlain?.(text) || language.isLoaded?.(text) === false || remembered(text);
}

function isWellFormed(language: ScalarLanguage, text: string): boolean {
  const problem = language.check(text);
  return problem === undefined || problem.advice === true;
}

/** The same answers as `check`, whose answer for a text is always the same. */
function remembering(check: (text: string) => boolean, longest: number): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = check(text);
    if (text.length > longest) return answer;
    if (answers.size === KEPT_ANSWERS) answers.clear();
    answers.set(ownText(text), answer);
    return answer;
  };
}
