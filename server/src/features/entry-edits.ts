import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { textChange } from "../text/text-change.ts";
import { findPair, nodeAt } from "../yaml/navigate.ts";
import { dereference, type NodePath, type PairNode, type ScalarNode } from "../yaml/node.ts";
import { replacePart } from "../yaml/scalar-text.ts";
import { writeKey, writeScalar } from "../yaml/write-scalar.ts";

/** What a quick fix has to know of a file, whatever its schema is. */
export type FixedFile = Pick<FileModel, "uri" | "source" | "root" | "schema"> & Partial<Pick<FileModel, "context">>;

/** The pair at a path; undefined when there is none. */
export function pairAt(model: FixedFile, path: NodePath): PairNode | undefined {
  const parent = dereference(nodeAt(model.root, path.slice(0, -1)));
  return parent?.kind === "map" ? findPair(parent, String(path.at(-1))) : undefined;
}

/** Edits that give the key at a path another name. Empty when there is none. */
export function renameKey(model: FixedFile, path: NodePath, name: string): readonly OffsetEdit[] {
  const pair = pairAt(model, path);
  return pair ? [{ start: pair.key.start, end: pair.key.end, newText: writeKey(name, model.source.notation) }] : [];
}

/** Edits that write another value for the scalar at a path, in the quotes the author used. Empty when there is none. */
export function replaceValue(
  model: FixedFile,
  path: NodePath,
  value: string | number | boolean,
): readonly OffsetEdit[] {
  const node = dereference(nodeAt(model.root, path));
  if (node?.kind !== "scalar") return [];
  if (typeof value === "string" && typeof node.value === "string") return [changedText(model, path, node, value)];
  const quote = typeof value === "string" ? model.source.text.charAt(node.start) : "";
  return [
    { start: node.start, end: node.end, newText: inStyle(writeScalar(value, model.source.notation), quote, value) },
  ];
}

/** Keeps the quotes that the author used. */
function inStyle(text: string, quote: string, value: string | number | boolean): string {
  if (quote === "'" && typeof value === "string") return `'${value.replace(/'/g, "''")}'`;
  return quote === '"' && !text.startsWith('"') ? JSON.stringify(value) : text;
}

/** The smallest edit that makes one text of another, so that a text of many lines keeps its style. */
function changedText(model: FixedFile, path: NodePath, node: ScalarNode, value: string): OffsetEdit {
  const before = String(node.value);
  const { start, earlierEnd, laterEnd } = textChange(before, value);
  if (node.style === "plain" && start === 0 && earlierEnd === before.length) {
    return { start: node.start, end: node.end, newText: writeScalar(value, model.source.notation) };
  }
  const place = { onKey: false, inFlow: isInFlow(model, path) };
  return replacePart(model.source, node, { start, end: earlierEnd }, place, value.slice(start, laterEnd));
}

function isInFlow(model: FixedFile, path: NodePath): boolean {
  return path.some((_, depth) => {
    const parent = dereference(nodeAt(model.root, path.slice(0, depth)));
    return (parent?.kind === "map" || parent?.kind === "sequence") && parent.flow;
  });
}
