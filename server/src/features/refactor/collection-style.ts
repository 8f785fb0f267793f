import * as l10n from "@vscode/l10n";
import { CodeActionKind } from "vscode-languageserver-types";
import type { OffsetEdit } from "../../text/offset-edit.ts";
import { holdsComment } from "../../yaml/comment-places.ts";
import { layoutOf } from "../../yaml/layout.ts";
import { isAbsent, type Node } from "../../yaml/node.ts";
import type { Source } from "../../yaml/source.ts";
import type { Offer } from "../offer.ts";
import { blockColumn, type Place, placesUp, standsInBlock, valueStart, verified } from "./place.ts";

/** Longest collection that is offered on one line. */
const MOST_ON_ONE_LINE = 120;

/** Longest text of a collection that is looked at. */
const LONGEST = 10_000;

/** Offers to write the innermost collection around a place in the other style. Empty where it holds comments or would be too long. */
export function collectionStyles(place: Place): readonly Offer[] {
  const collection = placesUp(place).find(({ node }) => node.kind === "map" || node.kind === "sequence");
  if (!collection || !standsInBlock(collection)) return [];
  const { model, node, source } = collection;
  if (node.kind !== "map" && node.kind !== "sequence") return [];
  const range = { start: valueStart(collection), end: node.end };
  if (
    range.end - range.start > LONGEST ||
    holdsComment(source, range) ||
    /(?:^|\s)!/.test(source.text.slice(range.start, range.end))
  )
    return [];
  const edits = node.flow ? toBlock(collection) : toFlow(collection);
  if (!edits) return [];
  const title = node.flow ? l10n.t`Write in block style` : l10n.t`Write in flow style`;
  return [{ title, kind: CodeActionKind.RefactorRewrite, isExpensive: true, edit: () => verified(model, edits) }];
}

function toFlow(place: Place): readonly OffsetEdit[] | undefined {
  if (place.parent === undefined) return undefined;
  const text = flowText(place.source, place.node, MOST_ON_ONE_LINE);
  if (text === undefined || text.length > MOST_ON_ONE_LINE) return undefined;
  const start = valueStart(place);
  return [{ start, end: place.node.end, newText: (place.pair ? " " : "") + text }];
}

/** A node on one line; undefined when it is longer than `most` or has a form that can not stand there. */
function flowText(source: Source, node: Node, most: number): string | undefined {
  if (most < 0) return undefined;
  const anchor = node.anchor === undefined ? "" : `&${node.anchor} `;
  if (node.kind === "alias") return `*${node.name} `;
  if (node.kind === "scalar") return anchor + scalarText(source, node);
  const written: string[] = [];
  let left = most;
  for (const entry of node.kind === "map" ? node.pairs : node.items) {
    const text = "key" in entry ? pairText(source, entry, left) : flowText(source, entry, left);
    if (text === undefined) return undefined;
    left -= text.length;
    written.push(text.trimEnd());
  }
  const inner = written
    .map((text) => (/\*[^\s,]+$/.test(text) ? `${text} ` : text))
    .join(", ")
    .trimEnd();
  const closed = /\*[^\s,]+$/.test(inner) ? `${inner} ` : inner;
  return anchor + (node.kind === "map" ? `{${closed}}` : `[${closed}]`);
}

function pairText(
  source: Source,
  { key, value }: { readonly key: Node; readonly value: Node },
  most: number,
): string | undefined {
  const name = flowText(source, key, most);
  const text = flowText(source, value, most);
  if (name === undefined || text === undefined || key.kind === "map" || key.kind === "sequence") return undefined;
  return isAbsent(value) && value.anchor === undefined ? `${name}:` : `${name}: ${text}`;
}

function scalarText(source: Source, node: Extract<Node, { kind: "scalar" }>): string {
  const written = source.text.slice(node.start, node.end);
  const isFine =
    node.style === "plain" ? !/[,[\]{}\r\n]/.test(written) : node.style !== "literal" && !/[\r\n]/.test(written);
  return isFine && !/^[|>]/.test(written) ? written : JSON.stringify(node.value);
}

function toBlock(place: Place): readonly OffsetEdit[] | undefined {
  const { node, pair, source } = place;
  if (node.kind !== "map" && node.kind !== "sequence") return undefined;
  const entries = node.kind === "map" ? node.pairs : node.items;
  const texts = entries.map(({ start, end }) => source.text.slice(start, end));
  if (texts.length === 0 || texts.some((text) => /[\r\n]/.test(text))) return undefined;
  if (entries.some((entry) => "anchor" in entry && entry.anchor !== undefined)) return undefined;
  if (!pair && node.anchor !== undefined) return undefined;
  const { lineBreak } = layoutOf(source);
  const indentation = " ".repeat(blockColumn(place, node.kind === "sequence"));
  const lines = texts.map((text) => (node.kind === "map" ? text : `- ${text}`));
  const body = lines.join(lineBreak + indentation);
  if (!pair) return [{ start: node.start, end: node.end, newText: body }];
  const rest = source.text.slice(node.end, source.lines.lineEnd(source.lines.lineOf(node.end)));
  const anchor = node.anchor === undefined ? "" : ` &${node.anchor}`;
  // A comment at the end of the line stays on the line of the key.
  const end = node.end + rest.length;
  return [{ start: valueStart(place), end, newText: `${anchor}${rest.trimEnd()}${lineBreak}${indentation}${body}` }];
}
