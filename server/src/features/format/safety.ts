import type { LineIndex } from "../../text/line-index.ts";
import type { Node } from "../../yaml/node.ts";
import type { Source } from "../../yaml/source.ts";

/**
 * What a formatted text has lost or changed, as the end of a sentence ("because …"); undefined when it says exactly what the text says:
 * the same documents with the same keys, values, anchors and aliases in the same order and notation, and the same comments behind the same
 * tokens. That no character but white space differs is the caller's to see to.
 */
export function differenceBetween(before: Source, after: Source): string | undefined {
  if (after.file.problems.some(({ severity }) => severity === "error")) return "the result would not be valid YAML";
  if (before.file.documents.length !== after.file.documents.length) return "the documents of the file would change";
  const own: Node[] = [];
  const other: Node[] = [];
  for (const [index, { root }] of before.file.documents.entries()) {
    const changed = after.file.documents[index]?.root;
    if (!isSame(root, changed, own, other)) return "a value would change";
  }
  return hasSameComments(before, own, after, other) ? undefined : "a comment would move";
}

/** true when two trees say the same; the scalars and aliases of both are collected in document order. */
function isSame(a: Node | undefined, b: Node | undefined, own: Node[], other: Node[]): boolean {
  if (!a || !b) return a === b;
  if (a.kind !== b.kind || a.anchor !== b.anchor) return false;
  if (a.kind === "scalar" || a.kind === "alias") {
    own.push(a);
    other.push(b);
    return isSameLeaf(a, b);
  }
  if (a.kind === "sequence") {
    if (b.kind !== "sequence" || a.flow !== b.flow || a.items.length !== b.items.length) return false;
    const others = b.items;
    return a.items.every((item, index) => isSame(item, others[index], own, other));
  }
  if (b.kind !== "map" || a.flow !== b.flow || a.pairs.length !== b.pairs.length) return false;
  const others = b.pairs;
  return a.pairs.every(
    ({ key, value }, index) =>
      isSame(key, others[index]?.key, own, other) && isSame(value, others[index]?.value, own, other),
  );
}

function isSameLeaf(a: Node, b: Node): boolean {
  if (a.kind === "alias") return b.kind === "alias" && a.name === b.name;
  return a.kind === "scalar" && b.kind === "scalar" && Object.is(a.value, b.value) && a.style === b.style;
}

/** Comments stand between leaves of the tree; each has to stay between the same ones, behind something or on a line of its own. */
function hasSameComments(before: Source, own: readonly Node[], after: Source, other: readonly Node[]): boolean {
  for (let index = 0; index <= own.length; index++) {
    const comments = commentsBetween(before, own[index - 1], own[index]);
    if (comments !== commentsBetween(after, other[index - 1], other[index])) return false;
  }
  return true;
}

function commentsBetween({ text, lines }: Source, from: Node | undefined, to: Node | undefined): string {
  const start = from?.end ?? 0;
  const end = to?.start ?? text.length;
  if (end - start < 2 || !text.slice(start, end).includes("#")) return "";
  const gap = text.slice(start, end);
  const comments = [...gap.matchAll(/(^|[ \t\r\n\uFEFF])(#[^\r\n]*)/g)].map((match) => {
    const at = start + match.index + (match[1]?.length ?? 0);
    return `${isFirstOfLine(text, lines, at) ? "line" : "behind"} ${match[2]?.trimEnd()}`;
  });
  return comments.join("\n");
}

function isFirstOfLine(text: string, lines: LineIndex, at: number): boolean {
  return (
    text
      .slice(lines.lineStart(lines.lineOf(at)), at)
      .replace("\uFEFF", "")
      .trim() === ""
  );
}
