import type { OffsetRange } from "../text/line-index.ts";
import type { Node, ScalarNode } from "./node.ts";

/**
 * The text of a scalar as it is written, without what only delimits it: quotes, or the header line of a block scalar. A quoted scalar
 * whose end is missing keeps everything behind its first quote.
 */
export function contentOf(node: ScalarNode, text: string): OffsetRange {
  const { start, end, style } = node;
  if (style === "single" || style === "double") {
    const quote = style === "single" ? "'" : '"';
    if (text[start] !== quote) return { start, end };
    const isClosed = end - start > 1 && text[end - 1] === quote;
    return { start: start + 1, end: isClosed ? end - 1 : end };
  }
  if (style === "plain") return { start, end };
  const header = /\r\n|\n|\r/g;
  header.lastIndex = start;
  const lineBreak = header.exec(text);
  return lineBreak && header.lastIndex < end ? { start: header.lastIndex, end } : { start: end, end };
}

/** What stands between an anchor and its node: white space, a tag, a comment. */
const BETWEEN = /^(?:[ \t\r\n]|![^\s]*(?=\s|$)|(?<=\s)#[^\r\n]*)*$/;

/** Longest text that is looked through for an anchor. */
const FARTHEST_ANCHOR = 1_000;

/** Where the anchor of a node is written, `&` included; undefined when it has none or it is not found. */
export function anchorRange(node: Node, text: string): OffsetRange | undefined {
  if (node.anchor === undefined) return undefined;
  const written = `&${node.anchor}`;
  const start = text.lastIndexOf(written, node.start - 1);
  if (start === -1 || node.start - start > FARTHEST_ANCHOR) return undefined;
  const end = start + written.length;
  return end <= node.start && BETWEEN.test(text.slice(end, node.start)) ? { start, end } : undefined;
}
