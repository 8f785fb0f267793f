import * as l10n from "@vscode/l10n";
import type { Diagnostic } from "vscode-languageserver-types";
import { code, keyList } from "../schema/wording.ts";
import type { OffsetRange } from "../text/line-index.ts";
import type { OffsetEdit } from "../text/offset-edit.ts";
import { nearest } from "../values/edit-distance.ts";
import { findPair, locate, nodeAt } from "../yaml/navigate.ts";
import { behindColon, dereference, isAbsent, keyText, type MapNode, type NodePath } from "../yaml/node.ts";
import { writeScalar } from "../yaml/write-scalar.ts";
import { missingKeyEdits } from "./add-keys.ts";
import { changeProposals } from "./change-proposals.ts";
import { type FixedFile, pairAt, renameKey, replaceValue } from "./entry-edits.ts";
import { type Fix, readFix } from "./fix-data.ts";
import type { Proposal } from "./proposal.ts";
import { removeEntryEdits, removeKeyEdits } from "./remove-key.ts";
import { changeSuppression } from "./suppression-edits.ts";
import { chooseVersion, spacesForTabs } from "./text-fixes.ts";
import { collectAnchorNames } from "./tree-walk.ts";

/** What can be done about a diagnostic, best first. Empty when nothing, or when its data is stale or not ours. */
export function proposalsFor(model: FixedFile, diagnostic: Diagnostic): readonly Proposal[] {
  const data = readFix(diagnostic.data);
  if (!data) return [];
  const { lines } = model.source;
  const range = { start: lines.offsetAt(diagnostic.range.start), end: lines.offsetAt(diagnostic.range.end) };
  return proposalsOf(model, data, range).filter(({ edits, others = [] }) => edits.length + others.length > 0);
}

function proposalsOf(model: FixedFile, data: Fix, range: OffsetRange): readonly Proposal[] {
  switch (data.fix) {
    case "rename-key":
      return data.names.map((name) => ({
        title: l10n.t`Change to \`${name}\``,
        edits: renameKey(model, data.path, name),
      }));
    case "replace-value":
      return data.values.map((value) => ({
        title: l10n.t`Change to ${code(value)}`,
        edits: replaceValue(model, data.path, value),
        preferred: data.values.length === 1,
      }));
    case "quote-value":
      return [{ title: l10n.t`Put the value in quotes`, edits: quoteValue(model, data.path) }];
    case "remove-key":
      return data.keys.map((key) => removal(model, data.path, key));
    case "add-required":
      return [{ title: addTitle(data.keys), edits: missingKeyEdits(model, data.path, data.keys) }];
    case "set-value":
      return setValue(model, data.path, data.values);
    case "change":
      return changeProposals(model, data.path, data.changes);
    case "wrap-in-list":
      return [{ title: l10n.t`Make it a list of one item`, edits: wrapInList(model, data.path) }];
    default:
      return textProposals(model, data, range);
  }
}

function textProposals(model: FixedFile, data: Fix, range: OffsetRange): readonly Proposal[] {
  switch (data.fix) {
    case "spaces-for-tabs":
      return [{ title: l10n.t`Indent with spaces`, edits: spacesForTabs(model.source, range.start) }];
    case "remove-text":
      return removeText(model, range);
    case "choose-version":
      return chooseVersion(model.source, range.start);
    case "rename-alias":
      return renameAlias(model, range);
    case "remove-entry":
      return removeUnknown(model, range);
    case "remove-item":
      return [{ title: l10n.t`Remove this item`, edits: removeItem(model, range) }];
    case "remove-duplicate":
      return removeDuplicate(model, range);
    case "change-suppression":
      return changeSuppression(model.source, range, data.names);
    default:
      return [];
  }
}

function addTitle(keys: readonly string[]): string {
  if (keys.length > 3) return l10n.t`Add ${keys.length} required keys`;
  return l10n.t`Add ${keyList(keys)}`;
}

function removal(model: FixedFile, path: NodePath, key: string): Proposal {
  return { title: l10n.t`Remove \`${key}\``, edits: removeKeyEdits(model, path, key) };
}

/** An unknown key goes; at the top level it can stay as a key of one's own, which begins with `x-`. */
function removeUnknown(model: FixedFile, { start }: OffsetRange): readonly Proposal[] {
  const location = locate(model.root, start);
  if (!location?.onKey) return [];
  const parent = location.path.slice(0, -1);
  const key = String(location.path.at(-1));
  const removed = { ...removal(model, parent, key), preferred: false };
  const root = dereference(model.root);
  if (parent.length > 0 || root?.kind !== "map" || !isFree(root, `x-${key}`)) return [removed];
  const own = { title: l10n.t`Change to \`x-${key}\``, edits: renameKey(model, [key], `x-${key}`), preferred: false };
  return [removed, own];
}

function quoteValue(model: FixedFile, path: NodePath): readonly OffsetEdit[] {
  const node = dereference(nodeAt(model.root, path));
  if (!node || node.start === node.end) return [];
  const text = model.source.text.slice(node.start, node.end);
  return /[\r\n]/.test(text) ? [] : [{ start: node.start, end: node.end, newText: JSON.stringify(text) }];
}

/** true when a mapping, its merges included, has no such key. */
export function isFree(map: MapNode, key: string): boolean {
  return findPair(map, key) === undefined;
}

function setValue(
  model: FixedFile,
  path: NodePath,
  values: readonly (string | number | boolean)[],
): readonly Proposal[] {
  const pair = pairAt(model, path);
  if (!pair || !isAbsent(pair.value)) return [];
  const { notation, text } = model.source;
  const start = behindColon(text, pair.key.end);
  const isOpen = start > pair.key.end && pair.value.anchor === undefined;
  const written = values.map((value) => ({
    title: l10n.t`Set to ${code(value)}`,
    edits: isOpen ? [{ start, end: start, newText: ` ${writeScalar(value, notation)}` }] : [],
    preferred: false,
  }));
  const key = String(path.at(-1));
  const edits = removeKeyEdits(model, path.slice(0, -1), key);
  return [...written, { title: l10n.t`Remove \`${key}\``, edits, preferred: false }];
}

function removeItem(model: FixedFile, { start }: OffsetRange): readonly OffsetEdit[] {
  const path = locate(model.root, start)?.path ?? [];
  const depth = path.findLastIndex((step) => typeof step === "number");
  const list = depth === -1 ? undefined : nodeAt(model.root, path.slice(0, depth));
  return list?.kind === "sequence" ? removeEntryEdits(model.source, list, Number(path[depth])) : [];
}

function wrapInList(model: FixedFile, path: NodePath): readonly OffsetEdit[] {
  const node = nodeAt(model.root, path);
  if (node?.kind !== "scalar" || node.anchor !== undefined || isAbsent(node)) return [];
  const { text } = model.source;
  const written = text.slice(node.start, node.end);
  const isSimple = node.style === "plain" ? !/[,[\]{}\r\n]/.test(written) : !/[\r\n]/.test(written);
  return isSimple ? [{ start: node.start, end: node.end, newText: `[${written}]` }] : [];
}

/** Both entries can go; that they say the same makes it clear which one. */
function removeDuplicate(model: FixedFile, range: OffsetRange): readonly Proposal[] {
  const location = locate(model.root, range.start);
  const map = location?.onKey ? nodeAt(model.root, location.path.slice(0, -1)) : undefined;
  if (map?.kind !== "map") return [];
  const key = String(location?.path.at(-1));
  const later = map.pairs.findIndex((pair) => pair.key.start === range.start);
  const first = map.pairs.findIndex((pair) => keyText(pair.key) === key);
  if (later === -1 || later === first) return [];
  const text = (index: number): string => {
    const value = map.pairs[index]?.value;
    return value ? model.source.text.slice(value.start, value.end) : "";
  };
  return [
    {
      title: l10n.t`Remove this \`${key}\``,
      edits: removeEntryEdits(model.source, map, later),
      preferred: text(later) === text(first),
    },
    { title: l10n.t`Remove the first \`${key}\``, edits: removeEntryEdits(model.source, map, first), preferred: false },
  ];
}

/** A comment with its line, when nothing else stands there; a comma without anything around it. */
function removeText(model: FixedFile, { start, end }: OffsetRange): readonly Proposal[] {
  const { lines, text } = model.source;
  const written = text.slice(start, end);
  if (written === ",") return [{ title: l10n.t`Remove the comma`, edits: [{ start, end, newText: "" }] }];
  if (!/^\/[/*]/.test(written)) return [];
  const [first, last] = [lines.lineOf(start), lines.lineOf(end)];
  const before = text.slice(lines.lineStart(first), start);
  const isWhole = before.trim() === "" && text.slice(end, lines.lineEnd(last)).trim() === "";
  const range = isWhole
    ? { start: lines.lineStart(first), end: lines.lineStart(last + 1) }
    : { start: start - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end };
  return [{ title: l10n.t`Remove the comment`, edits: [{ ...range, newText: "" }], preferred: false }];
}

/** The anchor whose name is nearest to that of the alias, among those before it; the only one, when there is one. */
function renameAlias(model: FixedFile, { start, end }: OffsetRange): readonly Proposal[] {
  const written = model.source.text.slice(start, end);
  if (!/^\*[^\s,[\]{}]+$/.test(written)) return [];
  const names = collectAnchorNames(model.root, start);
  const name = nearest(written.slice(1), names) ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) return [];
  return [{ title: l10n.t`Change to \`*${name}\``, edits: [{ start: start + 1, end, newText: name }] }];
}
