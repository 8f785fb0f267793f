import * as l10n from "@vscode/l10n";
import { RE2JS, RE2JSSyntaxException } from "re2js";
import { characterAt, problem, shown } from "./define-language.ts";
import type { ValueProblem } from "./scalar-language.ts";

/** Expressions that are certainly well-formed: words, dots with one quantifier, alternatives. Most that people write. */
const PLAIN = /^(?:[\w /:,@%=-]|\.[*+?]?|\|)*$/;

const WRONG_CLASS = l10n.t(
  "A character class like `[a-z]` lists ASCII classes as `[[:alpha:]]` and Unicode classes as `\\p{Greek}`",
);

/** First fault of a regular expression of RE2, undefined when it compiles. */
export function checkRe2(pattern: string): ValueProblem | undefined {
  if (PLAIN.test(pattern)) return undefined;
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) return tooLarge(pattern);
    const reason = error.getDescription() ?? "";
    const part = error.getPattern() ?? "";
    return explain(pattern, reason, part);
  }
}

/** true when the whole of `text` matches a well-formed expression; false for one that does not compile. */
export function matchesRe2(pattern: string, text: string): boolean {
  try {
    return RE2JS.compile(pattern).matches(text);
  } catch {
    return false;
  }
}

function tooLarge(pattern: string): ValueProblem {
  return problem(
    0,
    pattern.length,
    l10n.t("The regular expression is too large to be compiled: use fewer or smaller repetitions"),
  );
}

/** Constructs of other engines at the place where the compiler stopped. */
const FOREIGN: readonly (readonly [start: RegExp, message: string])[] = [
  [
    /^\(\?=/,
    l10n.t("Lookahead `(?=…)` does not exist in RE2: match the following text itself, or use a second matcher"),
  ],
  [
    /^\(\?!/,
    l10n.t(
      "Negative lookahead `(?!…)` does not exist in RE2: use a second, negated matcher (`!~`) for what must not match",
    ),
  ],
  [
    /^\(\?<=/,
    l10n.t("Lookbehind `(?<=…)` does not exist in RE2: match the text before it and put the rest in a group"),
  ],
  [/^\(\?<!/, l10n.t("Negative lookbehind `(?<!…)` does not exist in RE2: use a second, negated matcher (`!~`)")],
  [/^\(\?>/, l10n.t("Atomic groups `(?>…)` do not exist in RE2, which never backtracks: write `(?:…)`")],
  [/^\(\?#/, l10n.t("Comments `(?#…)` do not exist in RE2")],
  [/^\(\?\(/, l10n.t("Conditions `(?(…)…)` do not exist in RE2")],
  [/^\(\?P?[=>&]/, l10n.t("References to groups do not exist in RE2, because it never backtracks")],
  [
    /^\\[1-9]|^\\k[<{']/,
    l10n.t("Backreferences do not exist in RE2, because it never backtracks: write the alternatives out"),
  ],
  [/^\\C/, l10n.t("`\\C` (one byte) does not exist here: `.` matches one character")],
  [
    /^\\Z/,
    l10n.t("`\\Z` does not exist in RE2: `\\z` is the end of the text, and the whole value has to match anyway"),
  ],
  [
    /^\\[hHRXGKu]/,
    l10n.t(
      "This escape does not exist in RE2; a character is written by its code as `\\x{00e9}`, white space as `\\s`",
    ),
  ],
];

function explain(pattern: string, reason: string, part: string): ValueProblem {
  const starts = tokenStarts(pattern);
  const at = placeOf(pattern, part, starts);
  const rest = pattern.slice(at);
  for (const [start, message] of FOREIGN) {
    const [found] = start.exec(rest) ?? [];
    if (found !== undefined) return problem(at, at + found.length, message);
  }
  const whole = (message: string): ValueProblem => problem(at, at + part.length, message);
  switch (reason) {
    case "missing closing )":
      return unclosedGroup(pattern, starts);
    case "unexpected )":
      return unopenedGroup(pattern, starts);
    case "missing closing ]":
      return problem(at, at + 1, l10n.t("The character class is not closed: `]` is missing"));
    case "trailing backslash at end of expression":
      return problem(
        pattern.length - 1,
        pattern.length,
        l10n.t("A `\\` at the end escapes nothing: write `\\\\` for a backslash"),
      );
    case "missing argument to repetition operator":
      return whole(
        part === "*"
          ? l10n.t`${shown(part)} repeats nothing: something has to stand before it, for example \`.*\``
          : l10n.t`${shown(part)} repeats nothing: something has to stand before it`,
      );
    case "invalid nested repetition operator":
      return nestedRepetition(pattern, at, part);
    case "invalid repeat count":
      return whole(repeatMessage(part));
    case "invalid named capture":
      return whole(
        l10n.t`${shown(part)} is not a named group: write \`(?P<name>…)\` with letters, digits and \`_\` in the name`,
      );
    case "duplicate capture group name":
      return whole(l10n.t`Two groups have the name ${shown(part)}`);
    case "invalid escape sequence":
      return whole(l10n.t`${shown(part)} is not an escape sequence of RE2`);
    case "invalid character class range":
      return whole(classMessage(part));
    case "invalid or unsupported Perl syntax":
      return whole(
        l10n.t`${shown(part)} is not part of RE2: a group begins with \`(\`, \`(?:\`, \`(?P<name>\` or flags such as \`(?i)\``,
      );
    default:
      return whole(
        l10n.t`${shown(part === "" ? pattern : part)} is not well-formed as a regular expression of RE2 (${reason})`,
      );
  }
}

function repeatMessage(part: string): string {
  const [, low, high] = /^\{(\d*),?(\d*)\}/.exec(part) ?? [];
  if (Number(low) > 1000 || Number(high) > 1000) return l10n.t`RE2 repeats at most 1000 times, found ${shown(part)}`;
  return l10n.t`${shown(part)} is not a repetition: the first number has to be the smaller one`;
}

function classMessage(part: string): string {
  if (/^.-.$/su.test(part)) return l10n.t`The range ${shown(part)} runs backwards: write the smaller character first`;
  if (/^\\[pP]/.test(part) || part.startsWith("[:"))
    return l10n.t`${shown(part)} is not a class that RE2 knows. ${WRONG_CLASS}`;
  return l10n.t`${shown(part)} is not a range of a character class`;
}

function nestedRepetition(pattern: string, at: number, part: string): ValueProblem {
  const message = l10n.t`${shown(part)} repeats a repetition, which RE2 refuses`;
  if (!/^[*+?}]?\+$/.test(part) && !part.endsWith("+"))
    return problem(at, at + part.length, l10n.t`${message}: put the inner one in \`(?:…)\``);
  const fixed = pattern.slice(0, at + part.length - 1) + pattern.slice(at + part.length);
  const suggestion = checkRe2(fixed) ? undefined : fixed;
  return problem(at, at + part.length, l10n.t`${message}; possessive quantifiers do not exist in it`, suggestion);
}

function unclosedGroup(pattern: string, starts: readonly number[]): ValueProblem {
  const open: number[] = [];
  for (const at of starts) {
    if (pattern.charAt(at) === "(") open.push(at);
    else if (pattern.charAt(at) === ")") open.pop();
  }
  const at = open.at(-1) ?? 0;
  return problem(at, at + 1, l10n.t("The group is not closed: `)` is missing"));
}

function unopenedGroup(pattern: string, starts: readonly number[]): ValueProblem {
  let depth = 0;
  for (const at of starts) {
    if (pattern.charAt(at) === "(") depth++;
    else if (pattern.charAt(at) === ")" && depth-- === 0)
      return problem(at, at + 1, l10n.t("`)` closes no group: write `\\)` for the character"));
  }
  return problem(0, pattern.length, l10n.t("`)` closes no group"));
}

/** Where the part that the compiler names stands: at the first place where something begins like it. */
function placeOf(pattern: string, part: string, starts: readonly number[]): number {
  if (part === "") return 0;
  // `(?P<` begins a named group, which the compiler has read before.
  const isWrong = (at: number): boolean => part !== "(?P" || pattern.charAt(at + 3) !== "<";
  const begins = starts.find((at) => pattern.startsWith(part, at) && isWrong(at));
  return begins ?? Math.max(0, pattern.indexOf(part));
}

/** Offsets at which something of the expression begins, the insides of escapes and character classes left out. */
function tokenStarts(pattern: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < pattern.length; ) {
    starts.push(at);
    const character = characterAt(pattern, at);
    if (character === "\\") at += 1 + Math.max(1, characterAt(pattern, at + 1).length);
    else if (character === "[") at = endOfClass(pattern, at);
    else at += character.length;
  }
  return starts;
}

function endOfClass(pattern: string, at: number): number {
  const [whole] = /^\[\^?\]?(?:\[:\^?\w*:\]|\\[\s\S]|[^\]\\])*\]/.exec(pattern.slice(at)) ?? [];
  return at + (whole?.length ?? 1);
}
