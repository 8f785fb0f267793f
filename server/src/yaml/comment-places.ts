import type { OffsetRange } from "../text/line-index.ts";
import { locate } from "./navigate.ts";
import type { Source } from "./source.ts";

/** true when a comment of a YAML text begins in a range. */
export function holdsComment(source: Source, { start, end }: OffsetRange): boolean {
  const text = source.text.slice(start, end);
  if (!text.includes("#")) return false;
  return [...text.matchAll(/#/g)].some(({ index }) => {
    const before = source.text.charAt(start + index - 1);
    return (before === "" || /[\s\uFEFF]/.test(before)) && !isInScalar(source, start + index);
  });
}

/** true for an offset within the text of a scalar or key, its quotes and block header included. */
export function isInScalar(source: Source, offset: number): boolean {
  for (const { root } of source.file.documents) {
    const location = locate(root, offset);
    if (!location) continue;
    const node = location.onKey && location.pair ? location.pair.key : location.node;
    return node.kind === "scalar" && node.start <= offset && offset < node.end && !isInHeader(source, node, offset);
  }
  return false;
}

/** Behind `|` or `>` a comment may stand on the line where a block scalar begins. */
function isInHeader(source: Source, node: OffsetRange, offset: number): boolean {
  const header = source.text.slice(node.start, offset);
  return /^(?:[&!]\S*\s+)*[|>][-+\d]*[ \t]+$/.test(header);
}
