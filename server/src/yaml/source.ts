import * as l10n from "@vscode/l10n";
import { grouped } from "../text/language.ts";
import { LineIndex } from "../text/line-index.ts";
import { MAXIMUM_LINE_LENGTH } from "./limits.ts";
import type { Node, ParsedDocument, ParsedFile } from "./node.ts";
import { parseJson } from "./parse-json.ts";
import { type ParsedTree, parseTree } from "./tree.ts";

/** The two notations of a tenant file. */
export type Notation = "yaml" | "json";

/** The text of a file with everything that was read from it. A new version of the text is a new source. */
export interface Source {
  readonly text: string;
  readonly notation: Notation;
  readonly lines: LineIndex;
  readonly file: ParsedFile;
  /** What the next version can reuse; undefined for JSON. */
  readonly tree: ParsedTree | undefined;
}

/**
 * Parses text. Never throws; faults are in `file.problems`. With an earlier version of the text only what changed is parsed; the earlier
 * source must then not be used any more, because the nodes it shares have moved.
 */
export function parseSource(text: string, notation: Notation, earlier?: Source): Source {
  const lines = new LineIndex(text, earlier?.lines);
  const tooLong = lines.longerThan(MAXIMUM_LINE_LENGTH);
  if (tooLong !== undefined)
    return { text, notation, lines, file: refused(text, lines.lineStart(tooLong)), tree: undefined };
  if (notation === "json") return { text, notation, lines, file: parseJson(text), tree: undefined };
  const tree = parseTree(text, lines, earlier?.tree);
  return { text, notation, lines, file: tree.file, tree };
}

function refused(text: string, start: number): ParsedFile {
  const message = l10n.t`This line has more than ${grouped(MAXIMUM_LINE_LENGTH)} characters, so the document is not read.`;
  const problem = { code: "line-too-long", message, severity: "error", start, end: start + 1 } as const;
  return { documents: [{ root: undefined, start: 0, end: text.length }], problems: [problem] };
}

/** Root node of the configuration: that of the first document. Undefined when it holds nothing. */
export function rootOf(source: Source): Node | undefined {
  return source.file.documents[0].root;
}

/** The document of a file that holds an offset; the first one for what stands before all. */
export function documentAt(source: Source, offset: number): ParsedDocument {
  const { documents } = source.file;
  const [first] = documents;
  // All but the first stand in the order of the text: see `withFirst`.
  let low = 1;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((documents[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const last = low > 1 ? documents[low - 1] : undefined;
  return last && (first.start > offset || last.start > first.start) ? last : first;
}

/** The same text with another of its documents as the first one, which is what is read as the configuration. */
export function withFirst(source: Source, document: ParsedDocument): Source {
  const { documents } = source.file;
  if (document === documents[0]) return source;
  const others = documents.filter((other) => other !== document);
  return { ...source, file: { ...source.file, documents: [document, ...others] } };
}
