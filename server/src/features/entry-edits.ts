import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { findPair, nodeAt } from "../yaml/navigate.ts";
import { dereference, type NodePath, type PairNode } from "../yaml/node.ts";
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
