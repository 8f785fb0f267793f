import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { childSchema, schemasAt } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { type OffsetEdit, toTextEdit } from "../text/offset-edit.ts";
import { locate, nodeAt } from "../yaml/navigate.ts";
import { dereference, keyText, type Node, type NodePath, type PairNode } from "../yaml/node.ts";
import { isFree, type Proposal, proposalsFor, renameKey, replaceValue } from "./quick-fixes.ts";
import { suppressProposals } from "./suppression-edits.ts";

export interface CodeActionRequest {
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds the editor asked for; all when undefined. */
  readonly only?: readonly string[];
}

/** Quick fixes of the diagnostics, then rewrites of what stands at the range. Empty when there are none. */
export function codeActions(model: FileModel, request: CodeActionRequest): CodeAction[] {
  const fixes = wants(request.only, CodeActionKind.QuickFix)
    ? request.diagnostics.flatMap((diagnostic) => quickFixes(model, diagnostic))
    : [];
  const rewrites = wants(request.only, CodeActionKind.RefactorRewrite) ? aliasRewrites(model, request.range) : [];
  return [...fixes, ...rewrites];
}

/** Kinds form a hierarchy by their dots: asking for `refactor` asks for `refactor.rewrite`. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(model: FileModel, diagnostic: Diagnostic): CodeAction[] {
  const proposals = [...proposalsFor(model, diagnostic), ...suppressProposals(model.source, diagnostic)];
  return proposals.map(({ title, edits, preferred }, index) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: index === 0 && preferred !== false,
    edit: editOf(model, edits),
  }));
}

function editOf(model: FileModel, edits: readonly OffsetEdit[]): WorkspaceEdit {
  return { changes: { [model.uri]: edits.map((edit) => toTextEdit(edit, model.source.lines)) } };
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

function valueAlias(model: FileModel, path: NodePath, node: Node): Proposal | undefined {
  if (node.kind !== "scalar") return undefined;
  for (const schema of schemasAt(model.schema, model.root, path)) {
    const canonical = schema["x-enum-aliases"]?.[String(node.value)];
    if (canonical === undefined) continue;
    return { title: `Use the canonical value \`${canonical}\``, edits: replaceValue(model, path, canonical) };
  }
  return undefined;
}
