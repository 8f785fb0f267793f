import type { OffsetRange } from "../text/line-index.ts";
import { isInScalar } from "../yaml/comment-places.ts";
import type { Source } from "../yaml/source.ts";

/** Which lines a comment speaks about. */
export type SuppressionScope = "line" | "next-line" | "block" | "file" | "enable";

/** A comment that turns diagnostics off, or on again. */
export interface SuppressionComment extends OffsetRange {
  readonly scope: SuppressionScope;
  /** Line of the comment, from 0. */
  readonly line: number;
  /** true when nothing else stands on its line. */
  readonly standsAlone: boolean;
  /** The codes it names, each where it stands; none: all codes. */
  readonly codes: readonly (OffsetRange & { readonly code: string })[];
}

/** What every suppression contains. A text without it is not looked at any further. */
const TRACE = "tenant-config-disable";

const PREFIX = "tenant-config-";

/** Most comments that are read, and the last column in which one may begin: no file comes near, and a hostile one costs no time. */
const MOST_COMMENTS = 5_000;
const LAST_COLUMN = 10_000;

const OPENERS: Readonly<Record<Source["notation"], RegExp>> = { yaml: /#[ \t]*$/, json: /\/[/*][ \t]*$/ };

const DIRECTIVE = /^tenant-config-(?:disable(?:-(line|next-line|file))?|(enable))(?![\w-])/;

/** true when a text may hold suppressions. It is one search for a word, so it costs next to nothing. */
export function mayHoldSuppressions(text: string): boolean {
  return text.includes(TRACE);
}

/** Suppressing and enabling comments of a file, in order. A `#` within a scalar begins none. */
export function suppressionComments(source: Source): readonly SuppressionComment[] {
  if (!mayHoldSuppressions(source.text)) return [];
  const comments: SuppressionComment[] = [];
  let offset = source.text.indexOf(PREFIX);
  for (let count = 0; offset !== -1 && count < MOST_COMMENTS; count++) {
    const comment = commentAt(source, offset);
    if (comment) comments.push(comment);
    offset = source.text.indexOf(PREFIX, offset + PREFIX.length);
  }
  return comments;
}

/** The comment whose directive begins at an offset; undefined when the words there are not a directive of a comment. */
function commentAt(source: Source, offset: number): SuppressionComment | undefined {
  const { lines, notation, text } = source;
  const line = lines.lineOf(offset);
  const lineStart = lines.lineStart(line);
  if (offset - lineStart > LAST_COLUMN) return undefined;
  const before = text.slice(lineStart, offset);
  const opener = OPENERS[notation].exec(before);
  const written = text.slice(offset, lines.lineEnd(line)).replace(/\s*\*\/.*$/, "");
  const directive = DIRECTIVE.exec(written);
  if (!opener || !directive || !beginsComment(source, lineStart, lineStart + opener.index)) return undefined;
  const [words, scope, enable] = directive;
  const closed = notation === "json" && opener[0].startsWith("/*") ? text.indexOf("*/", offset) + 2 : 0;
  return {
    scope: enable === undefined ? ((scope ?? "block") as SuppressionScope) : "enable",
    line,
    standsAlone: before.slice(0, opener.index).replace("\uFEFF", "").trim() === "",
    codes: namedCodes(written, words.length, offset),
    start: lineStart + opener.index,
    end: Math.max(offset + written.trimEnd().length, closed),
  };
}

/** The codes behind a directive, up to the ` -- ` before a reason. */
function namedCodes(written: string, from: number, offset: number): SuppressionComment["codes"] {
  const reason = /(?:^|\s)--(?:\s|$)/.exec(written.slice(from));
  const end = reason ? from + reason.index : written.length;
  return [...written.slice(from, end).matchAll(/[^\s,]+/g)].map((match) => {
    const start = offset + from + match.index;
    return { code: match[0], start, end: start + match[0].length };
  });
}

/** true when a comment begins at an offset: not within a scalar, and not within a comment that began before on the line. */
function beginsComment(source: Source, lineStart: number, opener: number): boolean {
  const before = source.text.slice(lineStart, opener);
  if (source.notation === "json")
    return !isInScalar(source, opener) && !/\/[/*]/.test(before.replace(/"(?:[^"\\]|\\.)*"/g, ""));
  if (before !== "" && !/[\s\uFEFF]$/.test(before)) return false;
  if (isInScalar(source, opener)) return false;
  return ![...before.matchAll(/(?:^|\s)#/g)].some((match) => {
    return !isInScalar(source, lineStart + match.index + match[0].length - 1);
  });
}

/** true for a comment at the head of the file, where comments about the whole file stand. */
export function isAtHead(source: Source, comment: SuppressionComment): boolean {
  const root = source.file.documents.find((document) => document.root !== undefined)?.root;
  const first = source.notation === "json" && root?.kind === "map" ? (root.pairs[0] ?? root) : root;
  return comment.standsAlone && (first === undefined || comment.start < first.start);
}
