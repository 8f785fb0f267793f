import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import type { OffsetRange } from "../text/line-index.ts";
import type { Node } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";

/** Foldable regions: values that span several lines, and runs of comment lines. */
export function foldingRanges(source: Source): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (range: OffsetRange): void => {
    const startLine = source.lines.lineOf(range.start);
    const endLine = source.lines.lineOf(range.end);
    if (endLine > startLine) ranges.push({ startLine, endLine });
  };
  for (const document of source.file.documents) if (document.root) collect(document.root, add);
  return [...unique(ranges), ...commentRanges(source)].sort(
    (a, b) => a.startLine - b.startLine || a.endLine - b.endLine,
  );
}

function collect(node: Node, add: (range: OffsetRange) => void): void {
  if (node.kind === "map") {
    if (node.flow) add(node);
    for (const pair of node.pairs) {
      add(pair);
      collect(pair.value, add);
    }
  } else if (node.kind === "sequence") {
    if (node.flow) add(node);
    for (const item of node.items) {
      add(item);
      collect(item, add);
    }
  }
}

function unique(ranges: readonly FoldingRange[]): FoldingRange[] {
  const byStart = new Map<string, FoldingRange>();
  for (const range of ranges) byStart.set(`${range.startLine}:${range.endLine}`, range);
  return [...byStart.values()];
}

function commentRanges(source: Source): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let start: number | undefined;
  for (let line = 0; line <= source.lines.lineCount; line++) {
    const isComment = line < source.lines.lineCount && source.lines.lineText(line).trimStart().startsWith("#");
    if (isComment) start ??= line;
    else {
      if (start !== undefined && line - 1 > start)
        ranges.push({ startLine: start, endLine: line - 1, kind: FoldingRangeKind.Comment });
      start = undefined;
    }
  }
  return ranges;
}
