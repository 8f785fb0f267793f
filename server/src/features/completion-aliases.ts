import * as l10n from "@vscode/l10n";
import { CompletionItemKind } from "vscode-languageserver-types";
import { acceptsArray, acceptsObject, type Schemas, schemasAt } from "../schema/match.ts";
import { mappingWords } from "../schema/wording.ts";
import type { FileModel } from "../tenants/file-model.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { cursorContext } from "../yaml/cursor-context.ts";
import { commentColumn } from "../yaml/line-structure.ts";
import { locate } from "../yaml/navigate.ts";
import type { Node } from "../yaml/node.ts";
import { documentAt, type Source } from "../yaml/source.ts";
import { type Draft, draftEdit } from "./completion-item.ts";
import { walkTree } from "./tree-walk.ts";

/** An alias that is being written. */
interface AliasPlace {
  /** The name so far, without the `*`. */
  readonly replace: OffsetRange;
  /** true behind `<<:`, where only mappings can stand. */
  readonly isMerge: boolean;
}

/** Names of the anchors that stand before an alias that was begun at an offset; undefined where none was begun. */
export function aliasItems(model: FileModel, offset: number): Draft[] | undefined {
  const { source } = model;
  const place = aliasPlace(source, offset);
  if (!place) return undefined;
  const context = cursorContext(source, offset);
  const root = documentAt(source, offset).root;
  const schemas = context && !place.isMerge ? schemasAt(model.schema, root, context.path) : [];
  const anchored = [...anchoredBefore(root, place.replace.start)].filter(
    ([, node]) => !place.isMerge || isMergeable(node),
  );
  const ranked = anchored.sort(([, a], [, b]) => Number(suits(b, schemas)) - Number(suits(a, schemas)));
  return ranked.map(([name, node]) => ({
    label: name,
    kind: CompletionItemKind.Reference,
    detail: summary(node),
    ...draftEdit({ replace: place.replace }, name, false),
  }));
}

function aliasPlace(source: Source, offset: number): AliasPlace | undefined {
  if (source.notation === "json") return undefined;
  const line = source.lines.lineOf(offset);
  const start = source.lines.lineStart(line);
  const text = source.lines.lineText(line);
  const before = text.slice(0, offset - start);
  const name = /(?:^|[\s,[{])\*([^\s,[\]{}"'*&]*)$/.exec(before)?.[1];
  if (name === undefined) return undefined;
  const comment = commentColumn(text);
  if ((comment !== undefined && comment < before.length) || isInText(source, offset)) return undefined;
  const rest = /^[^\s,[\]{}"']*/.exec(text.slice(before.length))?.[0] ?? "";
  return {
    replace: { start: start + before.length - name.length, end: start + before.length + rest.length },
    isMerge: /(?:^|[\s,{-])<<\s*:\s*(?:\[[^\]]*)?\*[^\s*]*$/.test(before),
  };
}

/** true inside quotes and block scalars, where a `*` is just a character. */
function isInText(source: Source, offset: number): boolean {
  const node = locate(documentAt(source, offset).root, offset)?.node;
  return node?.kind === "scalar" && node.style !== "plain" && node.start < offset && offset < node.end;
}

/** The nodes that an alias at an offset can stand for, by name: of several anchors of a name the last one before it. */
function anchoredBefore(root: Node | undefined, offset: number): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  walkTree(root, ({ node }) => {
    // A node can not hold an alias of itself.
    if (node.anchor !== undefined && node.end < offset) found.set(node.anchor, node);
  });
  return found;
}

function isMergeable(node: Node): boolean {
  return node.kind === "map" || (node.kind === "sequence" && node.items.every(({ kind }) => kind !== "scalar"));
}

function suits(node: Node, schemas: Schemas): boolean {
  return schemas.some((schema) => {
    if (node.kind === "map") return acceptsObject(schema);
    return node.kind === "sequence" ? acceptsArray(schema) : !acceptsObject(schema) && !acceptsArray(schema);
  });
}

/** What an anchor stands for, without its values: one of them may be a secret. */
function summary(node: Node): string {
  if (node.kind === "map") return mappingWords(node.pairs.length);
  if (node.kind !== "sequence") return l10n.t`a value`;
  const { length } = node.items;
  return length === 1 ? l10n.t`a list with ${length} item` : l10n.t`a list with ${length} items`;
}
