import * as l10n from "@vscode/l10n";
import type { InlayHint } from "vscode-languageserver-types";
import { type Written, walkWritten } from "../schema/walk-written.ts";
import { itemCount, keyCount, listWords } from "../schema/wording.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { isSecretPlace, MASK, maskUrlPassword, namesSecret, standsForSecret } from "../tenants/masking.ts";
import { hasPlaceholders, placeholderName, type ResolvedPiece, resolvePieces } from "../tenants/placeholders.ts";
import { placeholderValues } from "../tenants/tenant-context.ts";
import { ORIGIN, originWords } from "../tenants/value-origins.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { scalarLanguage } from "../values/index.ts";
import { amountInLargerWords, durationInLargerWords, keySaysUnit, unitWord } from "../values/quantity-words.ts";
import { allMergeSources, MERGE_KEY, ownPair, sizeOf } from "../yaml/navigate.ts";
import { dereference, keyText, type MapNode, type ScalarNode } from "../yaml/node.ts";
import { writtenPlaceholders } from "./written-placeholders.ts";

/** Longest text of a hint. */
const LONGEST_HINT = 40;

/** Most keys of a merge that a tooltip lists. */
const MOST_KEYS = 20;

/** What is said beside a value. */
interface Remark {
  readonly label: string;
  readonly tooltip?: string;
}

/** What the values in a range mean where that can not be seen: units, long lengths of time, schedules, variables, merges. */
export function inlayHints(model: FileModel, range: OffsetRange): InlayHint[] {
  const { root, schema, source } = model;
  const hints: InlayHint[] = [];
  if (!root) return hints;
  const add = (place: OffsetRange, remark: Remark | undefined): void => {
    if (!remark || place.end < range.start || place.end > range.end) return;
    const label = remark.label.length > LONGEST_HINT ? `${remark.label.slice(0, LONGEST_HINT - 1)}…` : remark.label;
    const tooltip = remark.tooltip === undefined ? {} : { tooltip: remark.tooltip };
    hints.push({ position: source.lines.positionAt(place.end), label, ...tooltip, paddingLeft: true });
  };
  walkWritten(schema, root, {
    range,
    visit: (written) => {
      const { node } = written;
      if (node.kind === "scalar" && !addPlaceholders(model, node, written, add))
        add(node, scalarRemark(model, node, written));
      if (!model.settings.inlayHints.merges) return;
      if (node.kind === "map") {
        const merge = ownPair(node, MERGE_KEY);
        if (merge) add(merge.value, mergeRemark(node));
      }
      if (node.kind === "alias" && !isMerged(written)) add(node, aliasRemark(model, written));
    },
  });
  return hints.sort((a, b) => a.position.line - b.position.line || a.position.character - b.position.character);
}

/** true for an alias of a merge, which says itself what it brings in. */
function isMerged({ path }: Written): boolean {
  return path.at(-1) === MERGE_KEY || path.at(-2) === MERGE_KEY;
}

function scalarRemark(model: FileModel, node: ScalarNode, written: Written): Remark | undefined {
  const { inlayHints: shown } = model.settings;
  const { value } = node;
  if (value === null || value === "" || typeof value === "boolean") return undefined;
  if (isSecretPlace(written.schemas)) return undefined;
  if (typeof value === "number") return shown.units ? unitRemark(value, written) : undefined;
  for (const schema of written.schemas) {
    const language = schema.format === undefined ? undefined : scalarLanguage(schema.format);
    if (language?.category === "duration" && shown.durations) return remark(durationInLargerWords(value));
    if (language?.category === "schedule" && shown.schedules) return remark(language.describe?.(value));
  }
  return undefined;
}

function remark(label: string | undefined): Remark | undefined {
  return label === undefined ? undefined : { label };
}

/** The amount in larger units, or the unit itself where the key does not say it. */
function unitRemark(value: number, { schemas, pair }: Written): Remark | undefined {
  const unit = schemas.map((schema) => schema["x-unit"]).find((name) => name !== undefined);
  if (unit === undefined) return undefined;
  const larger = amountInLargerWords(value, unit);
  if (larger !== undefined) return { label: larger, tooltip: `${value} ${unitWord(value, unit)}` };
  const key = pair && keyText(pair.key);
  return key !== undefined && keySaysUnit(key, unit) ? undefined : { label: unitWord(value, unit) };
}

/**
 * Says what the placeholders of a scalar stand for: behind a short text the whole of it, in a long one each placeholder. Defaults stand
 * there already. False for a scalar without placeholders.
 */
function addPlaceholders(
  model: FileModel,
  node: ScalarNode,
  { path, schemas }: Written,
  add: (place: OffsetRange, remark: Remark | undefined) => void,
): boolean {
  const text = node.value;
  if (typeof text !== "string" || !hasPlaceholders(text)) return false;
  if (!model.settings.inlayHints.placeholders) return true;
  const values = placeholderValues(model.context, model, path);
  const shownPieces = resolvePieces(text, values).map((piece) => shownPiece(piece, isSecretPlace(schemas)));
  const known = shownPieces.filter(({ source, text: shown }) => source !== undefined && shown !== undefined);
  if (known.length === 0) return true;
  const whole = shownPieces.some((piece) => piece.text === undefined)
    ? undefined
    : maskUrlPassword(shownPieces.map((piece) => piece.text).join(""));
  if (whole !== undefined && whole.length < LONGEST_HINT && !whole.includes("\n")) {
    const sources = known.map(({ source }) => source);
    add(node, { label: `= ${isSecretPlace(schemas) ? MASK : whole}`, tooltip: [...new Set(sources)].join("\n") });
    return true;
  }
  const places = writtenPlaceholders(node, model.source.text);
  const pieces = shownPieces.filter(({ isPlaceholder }) => isPlaceholder);
  for (const [index, { text: shown, source }] of pieces.entries()) {
    const place = places[index];
    if (place && shown !== undefined && source !== undefined) add(place, { label: `= ${shown}`, tooltip: source });
  }
  return true;
}

/** A piece of a text as it may be shown. */
interface ShownPiece {
  readonly isPlaceholder: boolean;
  /** Undefined for a placeholder whose value is not known. */
  readonly text: string | undefined;
  /** Where the value of a placeholder was found; undefined for what stands there already. */
  readonly source: string | undefined;
}

function shownPiece({ placeholder, text, from }: ResolvedPiece, isSecret: boolean): ShownPiece {
  const isPlaceholder = placeholder !== undefined;
  if (!placeholder || placeholder.kind === "escape" || from === undefined || from === ORIGIN.default)
    return { isPlaceholder, text, source: undefined };
  const name = placeholderName(placeholder);
  const shown = isSecret || namesSecret(name) ? MASK : text;
  return { isPlaceholder, text: shown, source: `${name}: ${originWords(from)}` };
}

/** How many keys a merge brings in, and how many of them are written again. */
function mergeRemark(map: MapNode): Remark | undefined {
  const offered = new Set(allMergeSources(map).flatMap(ownKeys));
  if (offered.size === 0) return undefined;
  const own = new Set(ownKeys(map));
  const overridden = [...offered].filter((key) => own.has(key));
  const brought = [...offered].filter((key) => !own.has(key));
  const tooltip = [
    ...(brought.length > 0 ? [l10n.t`Brought in: ${listWords(brought.slice(0, MOST_KEYS))}`] : []),
    ...(overridden.length > 0 ? [l10n.t`Overridden here: ${listWords(overridden.slice(0, MOST_KEYS))}`] : []),
  ];
  const label =
    overridden.length === 0
      ? `+ ${keyCount(brought.length)}`
      : l10n.t`+ ${keyCount(brought.length)}, ${overridden.length} overridden`;
  return { label, tooltip: tooltip.join("\n") };
}

function ownKeys(map: MapNode): readonly string[] {
  return map.pairs.flatMap(({ key }) => keyText(key) ?? []).filter((key) => key !== MERGE_KEY);
}

/** What an alias stands for: its value, or how much of it there is. */
function aliasRemark(model: FileModel, { node, schemas }: Written): Remark | undefined {
  const target = dereference(node);
  if (!target || (target.kind === "scalar" && target.value === null)) return undefined;
  const tooltip = l10n.t`From line ${model.source.lines.lineOf(target.start) + 1}`;
  if (target.kind === "map") return { label: keyCount(sizeOf(target)), tooltip };
  if (target.kind === "sequence") return { label: itemCount(sizeOf(target)), tooltip };
  if (target.kind !== "scalar") return undefined;
  const isSecret = isSecretPlace(schemas) || standsForSecret(model.schema, model.root, target);
  const text = isSecret ? MASK : maskUrlPassword(String(target.value)).replace(/\s+/g, " ");
  return { label: `= ${text}`, tooltip };
}
