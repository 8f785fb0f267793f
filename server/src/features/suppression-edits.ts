import * as l10n from "@vscode/l10n";
import type { Diagnostic } from "vscode-languageserver-types";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import type { OffsetRange } from "../text/line-index.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { layoutOf } from "../yaml/layout.ts";
import type { Source } from "../yaml/source.ts";
import { canBeSuppressed, DIAGNOSTIC_CODES } from "./diagnostic-codes.ts";
import { entryLines } from "./entry-line.ts";
import type { Proposal } from "./proposal.ts";
import {
  isAtHead,
  type SuppressionComment,
  type SuppressionScope,
  suppressionComments,
} from "./suppression-comments.ts";

/** Problems of comments are not turned off by further comments. */
const ABOUT_COMMENTS: ReadonlySet<string> = new Set(["unknown-suppression", "unused-suppression"]);

/** Proposals that turn a diagnostic off by a comment. Empty for a text that can not be read, and for what is not ours. */
export function suppressProposals(source: Source, diagnostic: Diagnostic): readonly Proposal[] {
  const code = String(diagnostic.code);
  const isError = diagnostic.severity === DiagnosticSeverity.Error;
  if (!DIAGNOSTIC_CODES.includes(code) || ABOUT_COMMENTS.has(code) || !canBeSuppressed(code, isError)) return [];
  const offset = source.lines.offsetAt(diagnostic.range.start);
  const line = entryLines(source)(offset) ?? diagnostic.range.start.line;
  return [
    { title: l10n.t`Suppress \`${code}\` for this line`, edits: [commentEdit(source, code, "next-line", line)] },
    { title: l10n.t`Suppress \`${code}\` in this file`, edits: [commentEdit(source, code, "file", 0)] },
  ].map((proposal) => ({ ...proposal, preferred: false }));
}

/** The edit that adds a code to the comment above a line, or a comment above it. */
function commentEdit(source: Source, code: string, scope: SuppressionScope, line: number): OffsetEdit {
  const present = suppressionComments(source).find((comment) => {
    const isThere = scope === "file" ? isAtHead(source, comment) : comment.standsAlone && comment.line === line - 1;
    return isThere && comment.scope === scope && comment.codes.length > 0;
  });
  const last = present?.codes.at(-1);
  if (last) return { start: last.end, end: last.end, newText: `, ${code}` };
  const { lines, notation, text } = source;
  const start = lines.lineStart(line) + (line === 0 && text.startsWith("\uFEFF") ? 1 : 0);
  const indentation = scope === "file" ? "" : (/^[ \t]*/.exec(text.slice(start, lines.lineEnd(line)))?.[0] ?? "");
  const opener = notation === "json" ? "//" : "#";
  const comment = `${opener} tenant-config-disable-${scope} ${code}${layoutOf(source).lineBreak}`;
  return { start, end: start, newText: indentation + comment };
}

/** Proposals for a code that does not exist or a comment that turns nothing off, which stands at a range. */
export function changeSuppression(source: Source, range: OffsetRange, names: readonly string[]): readonly Proposal[] {
  const comment = suppressionComments(source).find(({ start, end }) => start <= range.start && range.end <= end);
  if (!comment) return [];
  const index = comment.codes.findIndex(({ start, end }) => start === range.start && end === range.end);
  const renames =
    index === -1
      ? []
      : names.map((name) => ({ title: l10n.t`Change to \`${name}\``, edits: [{ ...range, newText: name }] }));
  const removal =
    index === -1 || comment.codes.length === 1
      ? { title: l10n.t`Remove the comment`, edits: [removeComment(source, comment)] }
      : { title: l10n.t`Remove \`${comment.codes[index]?.code ?? ""}\``, edits: [removeCode(comment, index)] };
  return [...renames, { ...removal, preferred: names.length === 0 }];
}

function removeCode({ codes }: SuppressionComment, index: number): OffsetEdit {
  const [before, code, after] = [codes[index - 1], codes[index], codes[index + 1]];
  const start = after || !before ? (code?.start ?? 0) : before.end;
  return { start, end: after?.start ?? code?.end ?? 0, newText: "" };
}

/** A comment goes with its line, or with the white space before it. */
function removeComment({ lines, text }: Source, comment: SuppressionComment): OffsetEdit {
  const { line, end, standsAlone } = comment;
  const isWhole = standsAlone && text.slice(end, lines.lineEnd(line)).trim() === "";
  if (isWhole) {
    const start = lines.lineStart(line) + (line === 0 && text.startsWith("\uFEFF") ? 1 : 0);
    return { start, end: lines.lineStart(line + 1), newText: "" };
  }
  const before = text.slice(lines.lineStart(line), comment.start);
  return { start: comment.start - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end, newText: "" };
}
