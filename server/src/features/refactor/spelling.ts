import * as l10n from "@vscode/l10n";
import { CodeActionKind, type Range } from "vscode-languageserver-types";
import { childSchema, schemasAt } from "../../schema/match.ts";
import { resolve } from "../../schema/registry.ts";
import type { FileModel } from "../../tenants/file-model.ts";
import { locate, nodeAt } from "../../yaml/navigate.ts";
import { dereference, keyText, type Node, type NodePath, type PairNode } from "../../yaml/node.ts";
import { renameKey, replaceValue } from "../entry-edits.ts";
import { editOf, type Offer } from "../offer.ts";
import type { Proposal } from "../proposal.ts";
import { isFree } from "../quick-fixes.ts";

/** Rewrites of other spellings, which are fine as they are, to the canonical one. Empty where there is none at the start of the range. */
export function spellingRewrites(model: FileModel, range: Range): readonly Offer[] {
  const location = locate(model.root, model.source.lines.offsetAt(range.start));
  if (!location) return [];
  const rewrite =
    location.onKey && location.pair
      ? keyAlias(model, location.path, location.pair)
      : valueAlias(model, location.path, location.node);
  if (!rewrite) return [];
  const { title, edits } = rewrite;
  return [{ title, kind: CodeActionKind.RefactorRewrite, edit: () => editOf(model, edits) }];
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
      return { title: l10n.t`Use the canonical name \`${canonical}\``, edits: renameKey(model, path, canonical) };
    }
  }
  return undefined;
}

function valueAlias(model: FileModel, path: NodePath, node: Node): Proposal | undefined {
  if (node.kind !== "scalar") return undefined;
  for (const schema of schemasAt(model.schema, model.root, path)) {
    const canonical = schema["x-enum-aliases"]?.[String(node.value)];
    if (canonical === undefined) continue;
    return { title: l10n.t`Use the canonical value \`${canonical}\``, edits: replaceValue(model, path, canonical) };
  }
  return undefined;
}
