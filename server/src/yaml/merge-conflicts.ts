import * as l10n from "@vscode/l10n";
import type { ParseProblem } from "./node.ts";

/** Text without its merge conflicts, of the same length, and one problem for each conflict. */
export interface WithoutConflicts {
  readonly text: string;
  readonly problems: readonly ParseProblem[];
}

const START = /^<{7}(?: .*)?$/;
const MIDDLE = /^(?:\|{7}(?: .*)?|={7})$/;
const END = /^>{7}(?: .*)?$/;

/**
 * Blanks out what version control leaves in a file with conflicts: the markers and every version but the first.
 * What is left parses as the file was before the merge, so that everything else works on it; offsets stay as they are.
 */
export function withoutConflicts(text: string): WithoutConflicts {
  if (!text.includes("<<<<<<<") || !text.includes(">>>>>>>")) return { text, problems: [] };
  const problems: ParseProblem[] = [];
  // Lines at even indexes, their line breaks at odd ones.
  const parts = text.split(/(\r\n|\n|\r)/);
  let offset = 0;
  for (let index = 0; index < parts.length; index += 2) {
    const line = parts[index] ?? "";
    const end = START.test(line) ? conflictEnd(parts, index) : undefined;
    if (end !== undefined) {
      blankConflict(parts, index, end);
      problems.push(conflictProblem(offset, offset + line.length));
    }
    offset += line.length + (parts[index + 1]?.length ?? 0);
  }
  return { text: parts.join(""), problems };
}

/** Index of the line that ends the conflict; undefined when it has no second version or no end. */
function conflictEnd(parts: readonly string[], start: number): number | undefined {
  let divided = false;
  for (let index = start + 2; index < parts.length; index += 2) {
    const line = parts[index] ?? "";
    if (START.test(line)) return undefined;
    if (MIDDLE.test(line)) divided = true;
    if (END.test(line)) return divided ? index : undefined;
  }
  return undefined;
}

function blankConflict(parts: string[], start: number, end: number): void {
  let blank = true;
  for (let index = start; index <= end; index += 2) {
    const line = parts[index] ?? "";
    if (MIDDLE.test(line)) blank = true;
    if (blank) parts[index] = " ".repeat(line.length);
    if (index === start) blank = false;
  }
}

function conflictProblem(start: number, end: number): ParseProblem {
  const message = l10n.t(
    "A merge conflict begins here. Choose one of its versions and delete the markers; until then the first version counts.",
  );
  return { code: "merge-conflict", message, severity: "error", start, end };
}
