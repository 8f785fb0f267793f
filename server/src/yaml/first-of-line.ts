import type { ParseProblem } from "./node.ts";

/**
 * Drops what a parser reports behind the first syntax error of a line: it already guesses there, and the guesses would hide the
 * cause. Answers with the problems in document order.
 */
export function firstOfLine(problems: readonly ParseProblem[], text: string): readonly ParseProblem[] {
  const ordered = [...problems].sort((a, b) => a.start - b.start);
  let brokenUntil = -1;
  return ordered.filter((problem) => {
    if (problem.severity !== "error" || !SYNTAX_CODES.has(problem.code)) return true;
    if (problem.start <= brokenUntil) return false;
    brokenUntil = lineEndAfter(text, problem.start);
    return true;
  });
}

const SYNTAX_CODES: ReadonlySet<string> = new Set(["yaml-syntax", "json-syntax", "tab-indentation"]);

function lineEndAfter(text: string, offset: number): number {
  for (let index = offset; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 10 || character === 13) return index;
  }
  return text.length;
}
