import * as l10n from "@vscode/l10n";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { layoutOf } from "../yaml/layout.ts";
import type { Source } from "../yaml/source.ts";
import type { Proposal } from "./proposal.ts";

/**
 * Edits that write spaces for the tabs that indent lines: of every line that begins with one, because one line alone would not fit its
 * neighbours, and of the line of an offset.
 */
export function spacesForTabs(source: Source, offset: number): readonly OffsetEdit[] {
  const { lines } = source;
  const { step } = layoutOf(source);
  const reported = lines.lineOf(offset);
  const edits: OffsetEdit[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    const start = lines.lineStart(line);
    if (line !== reported && source.text.charAt(start) !== "\t") continue;
    const indentation = /^[ \t]*(?:-[ \t]+)*/.exec(lines.lineText(line))?.[0] ?? "";
    if (!indentation.includes("\t")) continue;
    const newText = indentation.replace(/-[ \t]*\t[ \t]*/g, "- ").replace(/\t/g, " ".repeat(step));
    edits.push({ start, end: start + indentation.length, newText });
  }
  return edits;
}

const START = /^<{7}(?: |$)/;
const BASE = /^\|{7}(?: |$)/;
const MIDDLE = /^={7}$/;
const END = /^>{7}(?: |$)/;

/** Proposals that keep one side of the merge conflict that begins at an offset, or both. Empty when it has no end. */
export function chooseVersion({ lines }: Source, offset: number): readonly Proposal[] {
  const start = lines.lineOf(offset);
  if (!START.test(lines.lineText(start))) return [];
  let base: number | undefined;
  let middle: number | undefined;
  let end = start + 1;
  for (; end < lines.lineCount && !END.test(lines.lineText(end)); end++) {
    const text = lines.lineText(end);
    if (BASE.test(text)) base ??= end;
    if (MIDDLE.test(text)) middle ??= end;
  }
  if (middle === undefined || end === lines.lineCount) return [];
  const cut = (from: number, to: number): OffsetEdit => ({
    start: lines.lineStart(from),
    end: lines.lineStart(to),
    newText: "",
  });
  const first = [cut(start, start + 1), cut(Math.min(base ?? middle, middle), end + 1)];
  const second = [cut(start, middle + 1), cut(end, end + 1)];
  return [
    { title: l10n.t`Keep the first version`, edits: first, preferred: false },
    { title: l10n.t`Keep the second version`, edits: second, preferred: false },
  ];
}
