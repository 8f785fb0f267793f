import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from "vscode-languageserver-types";
import { childSchema, schemasAt } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import { code, joinWords } from "../schema/wording.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { type OffsetEdit, toTextEdit } from "../text/offset-edit.ts";
import { findPair, locate, nodeAt } from "../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type Node, type NodePath, type PairNode } from "../yaml/node.ts";
import { writeKey, writeScalar } from "../yaml/write-scalar.ts";
import { missingKeyEdits } from "./add-keys.ts";
import { type Fix, readFix } from "./fix-data.ts";
import { removeKeyEdits } from "./remove-key.ts";

export interface CodeActionRequest {
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds the editor asked for; all when undefined. */
  readonly only?: readonly string[];
}

/** Quick fixes of the diagnostics, then rewrites of what stands at the range. Empty when there are none. */
export function codeActions(model: FileModel, request: CodeActionRequest): CodeAction[] {
  const fixes = quickFixActions(model, request);
  const rewrites = wants(request.only, CodeActionKind.RefactorRewrite) ? aliasRewrites(model, request.range) : [];
  return [...fixes, ...rewrites];
}

/** What a quick fix has to know of a file, whatever its schema is. */
export type FixedFile = Pick<FileModel, "uri" | "source" | "root" | "schema">;

/** Quick fixes of the diagnostics. */
export function quickFixActions(model: FixedFile, request: CodeActionRequest): CodeAction[] {
  if (!wants(request.only, CodeActionKind.QuickFix)) return [];
  return request.diagnostics.flatMap((diagnostic) => quickFixes(model, diagnostic));
}

/** Kinds form a hierarchy by their dots: asking for `refactor` asks for `refactor.rewrite`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(model: FixedFile, diagnostic: Diagnostic): CodeAction[] {
  const data = readFix(diagnostic.data);
  if (!data) return [];
  const proposals = proposalsOf(model, data).filter((proposal) => proposal.edits.length > 0);
  return proposals.map(({ title, edits }, index) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: index === 0,
    edit: { changes: { [model.uri]: edits.map((edit) => toTextEdit(edit, model.source.lines)) } },
  }));
}

interface Proposal {
  readonly title: string;
  readonly edits: readonly OffsetEdit[];
}

function proposalsOf(model: FixedFile, data: Fix): readonly Proposal[] {
  switch (data.fix) {
    case "rename-key":
      return data.names.map((name) => ({ title: `Change to \`${name}\``, edits: renameKey(model, data.path, name) }));
    case "replace-value":
      return data.values.map((value) => ({
        title: `Change to ${code(value)}`,
        edits: replaceValue(model, data.path, value),
      }));
    case "quote-value":
      return [{ title: "Put the value in quotes", edits: quoteValue(model, data.path) }];
    case "remove-key":
      return data.keys.map((key) => ({ title: `Remove \`${key}\``, edits: removeKeyEdits(model, data.path, key) }));
    case "add-required":
      return [{ title: addTitle(data.keys), edits: missingKeyEdits(model, data.path, data.keys) }];
  }
}

function addTitle(keys: readonly string[]): string {
  if (keys.length > 3) return `Add ${keys.length} required keys`;
  return `Add ${joinWords(
    keys.map((key) => `\`${key}\``),
    "and",
  )}`;
}

function pairAt(model: FixedFile, path: NodePath): PairNode | undefined {
  const parent = dereference(nodeAt(model.root, path.slice(0, -1)));
  return parent?.kind === "map" ? findPair(parent, String(path.at(-1))) : undefined;
}

function renameKey(model: FixedFile, path: NodePath, name: string): readonly OffsetEdit[] {
  const pair = pairAt(model, path);
  return pair ? [{ start: pair.key.start, end: pair.key.end, newText: writeKey(name, model.source.notation) }] : [];
}

function replaceValue(model: FixedFile, path: NodePath, value: string | number | boolean): readonly OffsetEdit[] {
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

function quoteValue(model: FixedFile, path: NodePath): readonly OffsetEdit[] {
  const node = dereference(nodeAt(model.root, path));
  if (!node || node.start === node.end) return [];
  const text = model.source.text.slice(node.start, node.end);
  return /[\r\n]/.test(text) ? [] : [{ start: node.start, end: node.end, newText: JSON.stringify(text) }];
}

/** Other spellings that are fine as they are can still be changed to the canonical one. */
function aliasRewrites(model: FileModel, range: Range): CodeAction[] {
  const location = locate(model.root, model.source.lines.offsetAt(range.start));
  if (!location) return [];
  const rewrite =
    location.onKey && location.pair
      ? keyAlias(model, location.path, location.pair)
      : valueAlias(model, location.path, location.node);
  if (!rewrite) return [];
  const edits = rewrite.edits.map((edit) => toTextEdit(edit, model.source.lines));
  return [{ title: rewrite.title, kind: CodeActionKind.RefactorRewrite, edit: { changes: { [model.uri]: edits } } }];
}

function keyAlias(model: FileModel, path: NodePath, pair: PairNode): Proposal | undefined {
  const name = keyText(pair.key);
  const parents = schemasAt(model.schema, model.root, path.slice(0, -1));
  const parent = dereference(nodeAt(model.root, path.slice(0, -1)));
  if (name === undefined || parent?.kind !== "map") return undefined;
  for (const schema of parents) {
    const child = childSchema(schema, name);
    const names = schema.propertyNames && resolve(schema.propertyNames);
    const canonical = (child && resolve(child)["x-alias"]) ?? names?.["x-enum-aliases"]?.[name];
    if (canonical !== undefined && isFree(parent, canonical)) {
      return { title: `Use the canonical name \`${canonical}\``, edits: renameKey(model, path, canonical) };
    }
  }
  return undefined;
}

function isFree(map: MapNode, key: string): boolean {
  return findPair(map, key) === undefined;
}

function valueAlias(model: FileModel, path: NodePath, node: Node): Proposal | undefined {
  if (node.kind !== "scalar") return undefined;
  for (const schema of schemasAt(model.schema, model.root, path)) {
    const canonical = schema["x-enum-aliases"]?.[String(node.value)];
    if (canonical === undefined) continue;
    return { title: `Use the canonical value \`${canonical}\``, edits: replaceValue(model, path, canonical) };
  }
  return undefined;
}
