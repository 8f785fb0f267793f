import { keyText, type Node, type ParsedFile, type ParseProblem } from "../../../server/src/yaml/node.ts";

/** Text with its control characters made visible, for one-line expectations. */
export function visible(text: string): string {
  return text
    .replaceAll("\r", "␍")
    .replaceAll("\n", "↵")
    .replaceAll("\t", "→")
    .replaceAll("\uFEFF", "␂")
    .replaceAll("\u0000", "␀")
    .toWellFormed();
}

/**
 * A parsed file as lines, one for each document and node: path, what it is, offset and covered text. Keys follow their mapping as
 * `path/name!`; `&name` is an anchor.
 */
export function outline(text: string, file: ParsedFile): readonly string[] {
  const lines: string[] = [];
  for (const [index, document] of file.documents.entries()) {
    if (file.documents.length > 1) lines.push(`--- ${document.start}-${document.end}`);
    else if (document.root === undefined) lines.push("nothing");
    if (document.root) outlineNode(text, document.root, index === 0 ? "" : `#${index}`, lines);
  }
  return lines;
}

function outlineNode(text: string, node: Node, path: string, lines: string[]): void {
  const anchor = node.anchor === undefined ? "" : ` &${node.anchor}`;
  lines.push(`${path || "."} ${describe(node)}${anchor} ${node.start} «${visible(text.slice(node.start, node.end))}»`);
  if (node.kind === "sequence") {
    for (const [index, item] of node.items.entries()) outlineNode(text, item, `${path}/${index}`, lines);
  }
  if (node.kind !== "map") return;
  for (const { key, value } of node.pairs) {
    const name = keyText(key) ?? "?";
    outlineNode(text, key, `${path}/${name}!`, lines);
    outlineNode(text, value, `${path}/${name}`, lines);
  }
}

function describe(node: Node): string {
  if (node.kind === "alias") return `*${node.name}${node.target ? "" : "?"}`;
  if (node.kind !== "scalar") return `${node.flow ? "flow" : "block"} ${node.kind}`;
  return `${node.style} ${typeof node.value === "string" ? JSON.stringify(node.value) : String(node.value)}`;
}

/** A problem as one line: severity unless it is an error, code, covered text and place, and the place of the related text. */
export function problemLine(text: string, problem: ParseProblem): string {
  const severity = problem.severity === "error" ? "" : `${problem.severity} `;
  const related = problem.related && ` (first at ${problem.related.start}-${problem.related.end})`;
  return `${severity}${problem.code} ${problem.start} «${visible(text.slice(problem.start, problem.end))}»${related ?? ""}`;
}

/** Every node of a tree, keys included, parents first. */
export function allNodes(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  if (node.kind === "sequence") return [node, ...node.items.flatMap(allNodes)];
  if (node.kind !== "map") return [node];
  return [node, ...node.pairs.flatMap(({ key, value }) => [...allNodes(key), ...allNodes(value)])];
}
