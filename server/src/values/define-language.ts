import * as l10n from "@vscode/l10n";
import type { ScalarCategory, ScalarLanguage, ValueCompletion, ValueProblem } from "./scalar-language.ts";

/** How much of a faulty text a message repeats. */
const SHOWN_LENGTH = 40;

/** The text in backticks for a message, shortened when long and on one line. */
export function shown(text: string): string {
  const cut = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
  return `\`${cut.replaceAll("`", "'").replace(/\s/g, " ")}\``;
}

/** A problem of the span `start`..`end`; `suggestion` replaces the whole scalar. */
export function problem(start: number, end: number, message: string, suggestion?: string): ValueProblem {
  return suggestion === undefined ? { message, start, end } : { message, start, end, suggestion };
}

/** The problem with the id of the rule that it belongs to, unless it has one. */
export function withCode(found: ValueProblem | undefined, code: string | undefined): ValueProblem | undefined {
  return found && found.code === undefined && code !== undefined ? { ...found, code } : found;
}

/** Like `problem`, for a value that works but should be written differently. */
export function advice(start: number, end: number, message: string, suggestion?: string): ValueProblem {
  return { ...problem(start, end, message, suggestion), advice: true };
}

/** The character at `index` (a surrogate pair counts as one), for messages and ranges; "" at the end of the text. */
export function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** The first problem that is a fault, else the first advice, else undefined. */
export function firstFault(...problems: readonly (ValueProblem | undefined)[]): ValueProblem | undefined {
  return (
    problems.find((found) => found !== undefined && !found.advice) ?? problems.find((found) => found !== undefined)
  );
}

/** The problem moved by `offset` in a longer text. Only with `rewrite` does it keep a suggestion, for that longer text. */
export function shifted(
  found: ValueProblem | undefined,
  offset: number,
  rewrite?: (suggestion: string) => string | undefined,
): ValueProblem | undefined {
  if (!found) return undefined;
  const { suggestion, ...rest } = found;
  const moved = { ...rest, start: found.start + offset, end: found.end + offset };
  const rewritten = suggestion === undefined ? undefined : rewrite?.(suggestion);
  return rewritten === undefined ? moved : { ...moved, suggestion: rewritten };
}

/** What a language declares; `defineLanguage` adds the checks every language needs. */
export interface LanguageDefinition {
  readonly format: string;
  readonly title: string;
  readonly category?: ScalarCategory;
  readonly code?: string;
  /** The kind of value with its article, for messages: `a duration`. */
  readonly noun: string;
  readonly example: string;
  /** Longer texts are refused before `check` sees them, so that no check has to fear a huge one. */
  readonly maxLength: number;
  /** Faults of a text that is not empty, not too long and without white space around it. */
  check(text: string): ValueProblem | undefined;
  completions?(): readonly ValueCompletion[];
  /** Called for well-formed texts only. */
  describe?(text: string): string | undefined;
}

/** Makes a language that refuses empty, overlong and padded texts before it looks closer. */
export function defineLanguage(definition: LanguageDefinition): ScalarLanguage {
  const check = (text: string): ValueProblem | undefined => checkFrame(definition, text) ?? definition.check(text);
  const { describe, completions, category, code } = definition;
  return {
    format: definition.format,
    title: definition.title,
    ...(category && { category }),
    ...(code && { code }),
    check,
    ...(completions && { completions: () => completions() }),
    ...(describe && {
      describe(text: string): string | undefined {
        const found = check(text);
        return found && !found.advice ? undefined : describe(text);
      },
    }),
  };
}

function checkFrame(definition: LanguageDefinition, text: string): ValueProblem | undefined {
  const { noun, example, maxLength } = definition;
  if (text === "") return problem(0, 0, l10n.t`An empty text is not ${noun}; write for example \`${example}\``);
  if (text.length > maxLength) {
    const count = l10n.t`it has ${text.length} characters, at most ${maxLength} are possible`;
    return problem(0, text.length, l10n.t`${shown(text)} is not ${noun}: ${count}`);
  }
  const trimmed = text.trim();
  if (trimmed === text) return undefined;
  if (trimmed === "")
    return problem(0, text.length, l10n.t`White space is not ${noun}; write for example \`${example}\``);
  const inner = definition.check(trimmed);
  const suggestion = inner && !inner.advice ? inner.suggestion : trimmed;
  const leading = text.length - text.trimStart().length;
  const [start, end] = leading > 0 ? [0, leading] : [trimmed.length, text.length];
  return problem(start, end, l10n.t`White space around ${noun}: write only the value`, suggestion);
}

/** The check of a language whose grammar is not checked. */
export function acceptsEverything(): undefined {
  return undefined;
}

/** A language whose grammar is not checked here: every text is accepted. */
export function acceptAll(
  format: string,
  title: string,
  more: Pick<ScalarLanguage, "category" | "completions" | "describe"> = {},
): ScalarLanguage {
  return { format, title, check: acceptsEverything, ...more };
}
