import * as l10n from "@vscode/l10n";
import { childSchemas, type Schemas, schemasAt } from "../schema/match.ts";
import { code, joinWords, mappingWords } from "../schema/wording.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { isSecretPlace, MASK, maskUrlPassword, standsForSecret } from "../tenants/masking.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { allMergeSources, MERGE_KEY, nodeAt, ownPair, sizeOf } from "../yaml/navigate.ts";
import { type AliasNode, dereference, keyText, type MapNode, type Node, type NodePath } from "../yaml/node.ts";
import { anchorRange } from "../yaml/scalar-content.ts";

/** Most keys of a merge that a hover lists. */
const MOST_KEYS = 12;

/** Where the value of an alias stands, and what it is when that can be shown. */
export function describeAlias(model: FileModel, alias: AliasNode, schemas: Schemas): string {
  const target = dereference(alias);
  const { name } = alias;
  if (!target) return l10n.t`\`*${name}\`: there is no anchor \`&${name}\` before it`;
  const anchor = anchorRange(target, model.source.text) ?? target;
  return l10n.t`\`*${name}\`: ${valueWords(model, target, schemas)}, from \`&${name}\` in line ${lineOf(model, anchor)}`;
}

/** What a merge brings into its mapping: each key with its value and line. Undefined when the path leads to no merge. */
export function describeMerge(model: FileModel, path: NodePath): string | undefined {
  const mergeAt = path.lastIndexOf(MERGE_KEY);
  const around = path.slice(0, mergeAt);
  const map = mergeAt === -1 ? undefined : dereference(nodeAt(model.root, around));
  if (map?.kind !== "map") return undefined;
  const schemas = schemasAt(model.schema, model.root, around);
  const lines = new Map<string, string>();
  for (const source of allMergeSources(map)) {
    for (const { key, value } of source.pairs) {
      const name = keyText(key);
      if (name === undefined || name === MERGE_KEY || lines.has(name)) continue;
      const own = ownPair(map, name);
      const words = valueWords(model, value, childSchemas(schemas, name, value));
      const line = lineOf(model, key);
      const place = own
        ? l10n.t`\`${name}\`: ${words}, line ${line}, overridden in line ${lineOf(model, own.key)}`
        : l10n.t`\`${name}\`: ${words}, line ${line}`;
      lines.set(name, `- ${place}`);
    }
  }
  if (lines.size === 0) return l10n.t`Merge that brings nothing in`;
  const shown = [...lines.values()].slice(0, MOST_KEYS);
  const more = lines.size > shown.length ? [`- ${l10n.t`and ${lines.size - shown.length} more`}`] : [];
  const names = sourceNames(map);
  const heading =
    lines.size === 1
      ? l10n.t`Merge of ${names} with ${lines.size} key:`
      : l10n.t`Merge of ${names} with ${lines.size} keys:`;
  return [heading, "", ...shown, ...more].join("\n");
}

function sourceNames(map: MapNode): string {
  const merge = ownPair(map, MERGE_KEY)?.value;
  const written = merge?.kind === "sequence" ? merge.items : [merge];
  const names = written.map((node) => (node?.kind === "alias" ? `\`&${node.name}\`` : l10n.t`a mapping`));
  return joinWords(names, "and");
}

/** Which merged value a key of a mapping hides. Undefined when it hides none. */
export function describeOverride(model: FileModel, path: NodePath): string | undefined {
  const name = path.at(-1);
  const around = path.slice(0, -1);
  if (typeof name !== "string" || name === MERGE_KEY) return undefined;
  const map = dereference(nodeAt(model.root, around));
  if (map?.kind !== "map" || !ownPair(map, name)) return undefined;
  for (const source of allMergeSources(map)) {
    const hidden = ownPair(source, name);
    if (!hidden) continue;
    const schemas = childSchemas(schemasAt(model.schema, model.root, around), name, hidden.value);
    return overrideMessage(model, hidden.value, schemas, lineOf(model, hidden.key));
  }
  return undefined;
}

function overrideMessage(model: FileModel, hidden: Node, schemas: Schemas, line: number): string {
  const target = dereference(hidden);
  if (!target) return l10n.t`Overrides an alias of nothing that \`<<\` brings from line ${line}`;
  if (target.kind === "map") {
    const keys = sizeOf(target);
    return keys === 1
      ? l10n.t`Overrides a mapping with ${keys} key that \`<<\` brings from line ${line}`
      : l10n.t`Overrides a mapping with ${keys} keys that \`<<\` brings from line ${line}`;
  }
  if (target.kind === "sequence") {
    const items = sizeOf(target);
    return items === 1
      ? l10n.t`Overrides a list of ${items} item that \`<<\` brings from line ${line}`
      : l10n.t`Overrides a list of ${items} items that \`<<\` brings from line ${line}`;
  }
  if (target.kind !== "scalar" || target.value === null)
    return l10n.t`Overrides nothing that \`<<\` brings from line ${line}`;
  return l10n.t`Overrides ${valueWords(model, target, schemas)} that \`<<\` brings from line ${line}`;
}

function lineOf(model: FileModel, place: OffsetRange): number {
  return model.source.lines.lineOf(place.start) + 1;
}

/** A value in a few words; secrets are masked. */
function valueWords(model: FileModel, node: Node, schemas: Schemas): string {
  const target = dereference(node);
  if (!target) return l10n.t`an alias of nothing`;
  if (target.kind === "map") return mappingWords(sizeOf(target));
  if (target.kind === "sequence") return listOf(sizeOf(target));
  if (target.kind !== "scalar" || target.value === null) return l10n.t`nothing`;
  if (isSecretPlace(schemas) || standsForSecret(model.schema, model.root, target)) return `\`${MASK}\``;
  return code(typeof target.value === "string" ? maskUrlPassword(target.value) : target.value);
}

function listOf(items: number): string {
  return items === 1 ? l10n.t`a list of ${items} item` : l10n.t`a list of ${items} items`;
}
