import type { Change, FixData } from "../../schema/problem.ts";
import { TENANT_VARIABLES } from "../../tenants/placeholders.ts";
import { scalarLanguage } from "../../values/index.ts";
import { promqlExpression } from "../../values/promql.ts";
import type { PromqlExpression, PromqlSelector, PromqlSpan } from "../../values/promql-expression.ts";
import { expressionsIn } from "../../values/promql-expression.ts";
import type { PromqlEdit } from "../../values/promql-labels.ts";
import type { Place } from "../place.ts";
import type { Finding } from "../rule.ts";

/** An expression of a file with its text, in which its placeholders are replaced. */
export interface ReadExpression {
  readonly place: Place;
  readonly text: string;
  readonly tree: PromqlExpression;
}

/** Reads an expression; undefined when it is not there, not known, faulty, or the parser is not loaded. */
export function readExpression(place: Place | undefined): ReadExpression | undefined {
  const text = place?.text;
  const tree = text === undefined ? undefined : promqlExpression(text);
  return place && text !== undefined && tree ? { place, text, tree } : undefined;
}

/** The text of a part of an expression. */
export function sourceOf({ text }: ReadExpression, { start, end }: PromqlSpan): string {
  return text.slice(start, end);
}

/** Selectors of an expression, from left to right. */
export function selectorsIn(tree: PromqlExpression): readonly PromqlSelector[] {
  return expressionsIn(tree).filter((expression) => expression.kind === "selector");
}

/** Marks a part of a text; where its placeholders come from is only said of a part that holds one, for which `on` is not set. */
export function markOf(place: Place, { start, end }: PromqlSpan): Pick<Finding, "range" | "on"> {
  const range = place.rangeOf(start, end);
  const state = place.placeholders;
  let resolved = 0;
  for (const { isLiteral, length } of state.state === "resolved" ? state.pieces : []) {
    if (!isLiteral && start < resolved + length && resolved < end) return { range };
    resolved += length;
  }
  return { range, on: "key" };
}

/** One way to change an expression. */
export interface ExpressionChange {
  readonly title: string;
  readonly preferred?: false;
  readonly edits: readonly PromqlEdit[] | undefined;
}

/** The fix that makes one of some changes of an expression; undefined when none can be made. Placeholders stay as they are written. */
export function expressionFix(place: Place, changes: readonly ExpressionChange[]): FixData | undefined {
  // An expression of several lines becomes one line in quotes, which nobody wants without having seen it.
  const isLong = place.source.includes("\n");
  const possible = changes.flatMap(({ title, preferred, edits }): readonly Change[] => {
    const value = edits && edits.length > 0 ? edited(place, edits) : undefined;
    if (value === undefined) return [];
    return [
      {
        title,
        ...((preferred === false || isLong) && { preferred: false as const }),
        operations: [{ do: "set", path: [], value }],
      },
    ];
  });
  return possible.length > 0 ? { fix: "change", path: place.path, changes: possible } : undefined;
}

/** The text as it is written, with edits of the text in which placeholders are replaced. */
function edited(place: Place, edits: readonly PromqlEdit[]): string | undefined {
  if (place.node.kind !== "scalar") return undefined;
  let text = String(place.node.value);
  const backwards = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index);
  for (const { start, end, newText } of backwards) {
    const [from, to] = [writtenOffset(place, start), writtenOffset(place, end)];
    if (from === undefined || to === undefined) return undefined;
    text = text.slice(0, from) + newText + text.slice(to);
  }
  return text;
}

/** Offset in the text as it is written; undefined in the middle of what a placeholder became. */
function writtenOffset(place: Place, offset: number): number | undefined {
  const state = place.placeholders;
  if (state.state !== "resolved") return offset;
  let resolved = 0;
  let found: number | undefined;
  for (const { isLiteral, length, start, end } of state.pieces) {
    const next = resolved + length;
    if (isLiteral && resolved <= offset && offset <= next) return start + offset - resolved;
    if (offset === resolved) found ??= start;
    if (offset === next) found = end;
    resolved = next;
  }
  return found;
}

/** A label that an alert's text shows, and where: `$labels.instance`. */
export interface ShownLabel extends PromqlSpan {
  readonly label: string;
  /** true when the text asks whether the label is there. */
  readonly isCondition: boolean;
}

const CONDITIONS: ReadonlySet<string> = new Set(["if", "with", "or"]);

/** Labels that a template of an alert shows, in order; none before the parser of templates is loaded. */
export function shownLabels(template: string): readonly ShownLabel[] {
  if (!template.includes("$labels")) return [];
  const tokens = (scalarLanguage("prometheus-template")?.tokens?.(template) ?? []).map((token) => ({
    ...token,
    text: template.slice(token.start, token.end),
  }));
  return tokens.flatMap((token, index): readonly ShownLabel[] => {
    if (token.text !== "$labels") return [];
    const next = tokens[index + 1];
    const isIndex = tokens[index - 1]?.text === "index";
    const opening = tokens.findLastIndex(({ text }, at) => at < index && text.startsWith("{{"));
    const isCondition = tokens.slice(opening, index).some(({ text }) => CONDITIONS.has(text));
    if (next?.type === "property" && next.start === token.end) {
      return [{ label: next.text.slice(1), start: token.start, end: next.end, isCondition }];
    }
    const name = isIndex && next?.type === "string" ? /^"([A-Za-z_]\w*)"$/.exec(next.text)?.[1] : undefined;
    return name === undefined || !next ? [] : [{ label: name, start: token.start, end: next.end, isCondition }];
  });
}

const TENANT_NAMES: ReadonlySet<string> = new Set(TENANT_VARIABLES);

/** A label of the series that a label of a custom metric names as `{{label}}`. */
export interface NamedLabel extends PromqlSpan {
  readonly label: string;
  /** The text that it stands in. */
  readonly place: Place;
}

/** Labels of the series that the labels of a custom metric name, in order. */
export function namedLabels(entry: Place): readonly NamedLabel[] {
  return (entry.get("labels")?.entries() ?? []).flatMap((place) => {
    const { node } = place;
    if (node.kind !== "scalar" || typeof node.value !== "string") return [];
    return [...node.value.matchAll(/\{\{\s*([A-Za-z_]\w*)\s*\}\}/g)].flatMap(({ 0: whole, 1: label = "", index }) =>
      TENANT_NAMES.has(label) ? [] : [{ label, place, start: index, end: index + whole.length }],
    );
  });
}
