import { addAll } from "../text/add-all.ts";
import type { LineIndex } from "../text/line-index.ts";
import { type Anchored, AnchorIndex } from "./anchors.ts";
import { type Block, BlockMap, type Segment } from "./block.ts";
import { BlockParser } from "./block-parser.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { firstOfLine } from "./first-of-line.ts";
import { isIgnorable } from "./line-structure.ts";
import type { ParsedFile, ParseProblem } from "./node.ts";
import { parseYaml } from "./parse-yaml.ts";
import { type Part, readPart, unresolvedAliases } from "./part.ts";
import { shifted } from "./shifted-problem.ts";

/** Texts up to this length are parsed as a whole: cutting them would save nothing. */
const SMALLEST_CUT_TEXT = 4_000;

/** A parsed YAML text with what the next version of it can reuse. */
export interface ParsedTree {
  readonly file: ParsedFile;
  readonly lines: LineIndex;
  /** Undefined for a text that was parsed as a whole. */
  readonly block: Block | undefined;
  readonly anchors: AnchorIndex;
}

/**
 * Parses a YAML text. With the tree of an earlier version, segments whose lines did not change are not parsed again: their nodes are the
 * same objects, moved to where they stand now, so that the earlier tree must not be used any more. The result is the same either way.
 */
export function parseTree(text: string, lines: LineIndex, earlier: ParsedTree | undefined): ParsedTree {
  const head = headOf(lines);
  const anchors = earlier?.anchors ?? new AnchorIndex();
  if (text.length >= SMALLEST_CUT_TEXT) {
    const known = earlier?.block && { lines: earlier.lines, block: earlier.block };
    const parser = new BlockParser(text, lines, anchors, known);
    const block = parser.parse(head.lines);
    if (block && !parser.needsWhole) return { file: fileOf(text, head, block, anchors), lines, block, anchors };
  }
  const whole = new AnchorIndex();
  return { file: parseWhole(text, head, whole), lines, block: undefined, anchors: whole };
}

/** What stands before the content of the first document: its marker, if it has one, and comments and blank lines before that. */
interface Head {
  readonly lines: number;
  /** Offset of the marker; 0 without one. */
  readonly start: number;
  /** Offset behind the lines. */
  readonly end: number;
}

function headOf(lines: LineIndex): Head {
  let line = 0;
  while (line < lines.lineCount && isIgnorable(lines.lineText(line))) line++;
  if (!/^---(?:[ \t]*|[ \t]+#.*)$/.test(lines.lineText(line))) return { lines: 0, start: 0, end: 0 };
  return { lines: line + 1, start: lines.lineStart(line), end: lines.lineStart(line + 1) };
}

function parseWhole(text: string, head: Head, anchors: AnchorIndex): ParsedFile {
  const part = readPart(text.slice(head.end), { offset: head.end, anchors, isEntries: false });
  if (!part) return parseYaml(text);
  anchors.replace(part.anchors);
  if (unresolvedAliases(part).length > 0) return parseYaml(text);
  const problems = part.problems.map((problem) => shifted(problem, head.end));
  return {
    documents: [{ root: part.root, start: head.start, end: text.length }],
    problems: firstOfLine(problems, text),
  };
}

function fileOf(text: string, head: Head, block: Block, anchors: AnchorIndex): ParsedFile {
  const anchored: Anchored[] = [];
  collectAnchors(block, anchored);
  anchors.replace(anchored);
  const problems: ParseProblem[] = [];
  collectProblems(block, problems);
  const document = { root: block, start: head.start, end: text.length };
  return { documents: [document], problems: firstOfLine(problems, text) };
}

function collectAnchors(block: Block, anchored: Anchored[]): void {
  for (const segment of block.segments) {
    if (segment.kind === "run") {
      addAll(anchored, segment.part.anchors);
      continue;
    }
    const { header, body } = segment;
    for (const anchor of header?.anchors ?? []) if (anchor.name !== body.anchor) anchored.push(anchor);
    if (body.anchor !== undefined) {
      anchored.push({ name: body.anchor, start: () => body.start, node: () => body, standsAlone: false });
    }
    collectAnchors(body, anchored);
  }
}

function collectProblems(block: Block, problems: ParseProblem[]): void {
  for (const segment of block.segments) {
    const part = segment.kind === "run" ? segment.part : segment.header;
    if (part) collectOfPart(part, segment, problems);
    if (segment.kind === "nested") collectProblems(segment.body, problems);
  }
  if (block instanceof BlockMap && block.hasDuplicates) addAll(problems, duplicateKeys(block.pairs));
}

function collectOfPart(part: Part, segment: Segment, problems: ParseProblem[]): void {
  const { offset } = part.origin;
  for (const problem of part.problems) problems.push(shifted(problem, offset));
  if (segment.kind === "run") for (const problem of segment.problems) problems.push(shifted(problem, offset));
  if (part.firstAliases.length > 0) addAll(problems, unresolvedAliases(part));
}
