import * as l10n from "@vscode/l10n";
import { CodeActionKind } from "vscode-languageserver-types";
import { columnOf, layoutOf } from "../../yaml/layout.ts";
import type { ScalarStyle } from "../../yaml/node.ts";
import { writeScalar } from "../../yaml/write-scalar.ts";
import type { Offer } from "../offer.ts";
import { type Place, standsInBlock, verified } from "./place.ts";

/** Longest line that a folded text is broken into. */
const FOLDED_WIDTH = 100;

const TITLES: Readonly<Record<ScalarStyle, () => string>> = {
  plain: () => l10n.t`Write without quotes`,
  double: () => l10n.t`Write in double quotes`,
  single: () => l10n.t`Write in single quotes`,
  literal: () => l10n.t`Write as a literal text block (\`|\`)`,
  folded: () => l10n.t`Write as a folded text block (\`>\`)`,
};

/** Offers to write a text in another style with exactly the same value. Empty for what is no text. */
export function stringStyles(place: Place): readonly Offer[] {
  const { model, node } = place;
  if (node.kind !== "scalar" || typeof node.value !== "string") return [];
  const { start, end, style, value } = node;
  return (Object.keys(TITLES) as ScalarStyle[]).flatMap((other) => {
    const newText = other === style ? undefined : WRITERS[other](value, place);
    if (newText === undefined) return [];
    const edit = () => verified(model, [{ start, end, newText }]);
    return [{ title: TITLES[other](), kind: CodeActionKind.RefactorRewrite, isExpensive: true, edit }];
  });
}

type Writer = (value: string, place: Place) => string | undefined;

const WRITERS: Readonly<Record<ScalarStyle, Writer>> = {
  plain: (value) => (writeScalar(value) === value ? value : undefined),
  double: (value) => JSON.stringify(value),
  single: (value) => (/[\p{Cc}\u2028\u2029\uFEFF]/u.test(value) ? undefined : `'${value.replace(/'/g, "''")}'`),
  literal: (value, place) => textBlock("|", value, value.replace(/\n+$/, "").split("\n"), place),
  folded: (value, place) => textBlock(">", value, foldedLines(value), place),
};

/** A text block; undefined where it can not stand, or could not hold the value as it is. */
function textBlock(
  indicator: string,
  value: string,
  lines: readonly string[] | undefined,
  place: Place,
): string | undefined {
  const { source, node, pair } = place;
  const isFree = source.text.slice(node.end, source.lines.lineEnd(source.lines.lineOf(node.end))).trim() === "";
  const isText = /^\S/.test(value) && !/\n\n$|[^\P{Cc}\n]|[\u2028\u2029\uFEFF]/u.test(value);
  if (!lines || !isText || !isFree || !standsInBlock(place) || place.parent === undefined) return undefined;
  const { lineBreak, step } = layoutOf(source);
  const column = pair ? columnOf(source, pair.key.start) + step : columnOf(source, node.start);
  const chomping = value.endsWith("\n") ? "" : "-";
  const written = lines.map((line) => (line === "" ? "" : " ".repeat(column) + line));
  return `${indicator}${chomping}${lineBreak}${written.join(lineBreak)}`;
}

/** Lines that fold to a value; undefined for a value whose lines begin or end in white space. */
function foldedLines(value: string): readonly string[] | undefined {
  const paragraphs = value.replace(/\n$/, "").split("\n");
  if (paragraphs.some((line) => line !== line.trim())) return undefined;
  // A line break within a folded text is written as a blank line; blank lines count as they are.
  return paragraphs.flatMap((line, index) => (index === 0 || line === "" ? wrapped(line) : ["", ...wrapped(line)]));
}

function wrapped(line: string): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > FOLDED_WIDTH) {
    const at = rest.lastIndexOf(" ", FOLDED_WIDTH);
    // Only a single space is what a line break stands for.
    if (at <= 0 || /\s/.test(rest.charAt(at - 1) + rest.charAt(at + 1))) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}
