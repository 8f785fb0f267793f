import * as l10n from "@vscode/l10n";
import type { Problem } from "../schema/problem.ts";
import { didYouMean } from "../schema/sentences.ts";
import { nearest } from "../values/edit-distance.ts";
import { isIgnorable } from "../yaml/line-structure.ts";
import type { Source } from "../yaml/source.ts";
import { canBeSuppressed, DIAGNOSTIC_CODES } from "./diagnostic-codes.ts";
import { entryLines } from "./entry-line.ts";
import { isAtHead, mayHoldSuppressions, type SuppressionComment, suppressionComments } from "./suppression-comments.ts";

/** One code that a comment turns off, and where. */
interface Suppression {
  readonly comment: SuppressionComment;
  /** Undefined: all codes. */
  readonly named: SuppressionComment["codes"][number] | undefined;
  readonly first: number;
  last: number;
  /** Codes that were turned on again while all were off, each with the line of that. */
  readonly enabled: Map<string, number>;
  used: boolean;
}

/** Finds the lines of offsets. */
interface Places {
  readonly lineOf: (offset: number) => number;
  readonly entryLine: (offset: number) => number | undefined;
}

/**
 * Problems of a file without those that its comments turn off, and with those of the comments themselves. The same list, when the file
 * has no such comments. Texts that can not be read are always reported. When the file was not judged as a whole, for example because its
 * schema can not be used, nothing is called unused.
 */
export function withoutSuppressed(
  problems: readonly Problem[],
  source: Source,
  isJudgedWhole = true,
): readonly Problem[] {
  if (!mayHoldSuppressions(source.text)) return problems;
  const comments = suppressionComments(source);
  if (comments.length === 0) return problems;
  const suppressions = suppressionsOf(comments, source);
  const places = { lineOf: (offset: number) => source.lines.lineOf(offset), entryLine: entryLines(source) };
  const own = new Set(comments.map((comment) => comment.start));
  const left = problems.filter((problem) => {
    if (problem.code === "json-comment" && own.has(problem.start)) return false;
    return !isSuppressed(problem, suppressions, places, () => true);
  });
  const unknown = comments.flatMap(unknownCodes).filter((problem) => !isNamed(problem, suppressions, places));
  const isUnreadable =
    !isJudgedWhole || problems.some((problem) => !canBeSuppressed(problem.code, problem.severity === "error"));
  // What a text that can not be read would be told is not known, so nothing can be called unused.
  const unused = isUnreadable ? [] : unusedProblems(comments, suppressions, source);
  return [...left, ...unknown, ...unused.filter((problem) => !isNamed(problem, suppressions, places))];
}

function isNamed(problem: Problem, suppressions: readonly Suppression[], places: Places): boolean {
  return isSuppressed(problem, suppressions, places, ({ named }) => named !== undefined);
}

function isSuppressed(
  problem: Problem,
  suppressions: readonly Suppression[],
  places: Places,
  counts: (suppression: Suppression) => boolean,
): boolean {
  if (!canBeSuppressed(problem.code, problem.severity === "error")) return false;
  const candidates = suppressions.filter((suppression) => {
    return (suppression.named === undefined || suppression.named.code === problem.code) && counts(suppression);
  });
  if (candidates.length === 0) return false;
  const line = places.lineOf(problem.start);
  const lines = [line, places.entryLine(problem.start) ?? line];
  let suppressed = false;
  for (const suppression of candidates) {
    if (!lines.some((candidate) => covers(suppression, candidate, problem.code))) continue;
    suppression.used = true;
    suppressed = true;
  }
  return suppressed;
}

function covers({ first, last, enabled }: Suppression, line: number, code: string): boolean {
  return first <= line && line <= Math.min(last, enabled.get(code) ?? last);
}

function suppressionsOf(comments: readonly SuppressionComment[], source: Source): readonly Suppression[] {
  const suppressions: Suppression[] = [];
  for (const comment of comments) {
    if (comment.scope === "enable") {
      enable(suppressions, comment);
      continue;
    }
    const [first, last] = linesOf(comment, source);
    const named = comment.codes.length === 0 ? [undefined] : comment.codes;
    for (const code of named) suppressions.push({ comment, named: code, first, last, enabled: new Map(), used: false });
  }
  return suppressions;
}

/** First and last line that a comment speaks about. Lines before the first: none. */
function linesOf(comment: SuppressionComment, source: Source): readonly [first: number, last: number] {
  const end = source.lines.lineCount;
  const { line } = comment;
  if (comment.scope === "line") return [line, line];
  if (comment.scope === "file") return isAtHead(source, comment) ? [0, end] : [0, -1];
  return comment.scope === "block" ? [line, end] : [line, nextContent(source, line)];
}

/** The first line below another one that holds more than a comment, so that several comments can stand above it. */
function nextContent(source: Source, line: number): number {
  const isComment = (text: string): boolean =>
    source.notation === "json" ? /^\s*(?:$|\/[/*])/.test(text) : isIgnorable(text);
  let next = line + 1;
  while (next < source.lines.lineCount && isComment(source.lines.lineText(next))) next++;
  return next;
}

/** Ends the open blocks of the codes that a comment names, or all of them. */
function enable(suppressions: readonly Suppression[], { codes, line }: SuppressionComment): void {
  for (const suppression of suppressions) {
    if (suppression.comment.scope !== "block" || suppression.last < line) continue;
    const { named } = suppression;
    if (codes.length === 0 || codes.some(({ code }) => code === named?.code)) suppression.last = line;
    else if (!named) {
      for (const { code } of codes) if (!suppression.enabled.has(code)) suppression.enabled.set(code, line);
    }
  }
}

function unknownCodes({ codes }: SuppressionComment): readonly Problem[] {
  return codes
    .filter(({ code }) => !DIAGNOSTIC_CODES.includes(code))
    .map(({ code, start, end }) => {
      const best = nearest(code, DIAGNOSTIC_CODES);
      const hint = best === undefined ? l10n.t`A reason stands behind \` -- \`.` : didYouMean(`\`${best}\``);
      const message = `${l10n.t`No diagnostic has the code \`${code}\`.`} ${hint}`;
      return { code: "unknown-suppression", message, severity: "warning", start, end };
    });
}

function unusedProblems(
  comments: readonly SuppressionComment[],
  suppressions: readonly Suppression[],
  source: Source,
): readonly Problem[] {
  const byComment = Map.groupBy(suppressions, ({ comment }) => comment);
  return comments.flatMap((comment) => {
    const own = byComment.get(comment) ?? [];
    const unused = own.filter(({ named, used }) => !used && isJudged(named?.code));
    if (unused.length === 0) return [];
    if (unused.length === own.length) return [unusedProblem(comment, unusedMessage(comment, source))];
    return unused.flatMap(({ named }) =>
      named
        ? [unusedProblem(named, l10n.t`This comment turns nothing off: \`${named.code}\` is not reported there.`)]
        : [],
    );
  });
}

/** A code that does not exist is a problem of its own; a comment may turn off the problem that it is unused. */
function isJudged(code: string | undefined): boolean {
  return code === undefined || (code !== "unused-suppression" && DIAGNOSTIC_CODES.includes(code));
}

function unusedMessage(comment: SuppressionComment, source: Source): string {
  if (comment.scope === "file" && !isAtHead(source, comment))
    return l10n.t`This comment turns nothing off: it speaks about the file only above the first entry.`;
  const unreadable = comment.codes.every(({ code }) => !canBeSuppressed(code, true));
  return comment.codes.length > 0 && unreadable
    ? l10n.t`This comment turns nothing off: faults that keep the text from being read are always reported.`
    : l10n.t`This comment turns nothing off: nothing is reported there.`;
}

function unusedProblem({ start, end }: { readonly start: number; readonly end: number }, message: string): Problem {
  return { code: "unused-suppression", message, severity: "hint", tags: ["unnecessary"], start, end };
}
