import type { Schemas } from "../schema/match.ts";
import type { OffsetRange } from "../text/line-index.ts";
import type { EmbeddedToken } from "../values/scalar-language.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";
import { scalarPositions } from "../yaml/scalar-positions.ts";
import { languageOf } from "./embedded-place.ts";
import { addToken, type TokenList } from "./token-list.ts";
import type { WrittenPlaceholder } from "./written-placeholders.ts";

/**
 * Adds the words of a scalar that is written in a language of its own, each on one line of the document. What placeholders stand on is left
 * out: other programs fill them in before anybody reads the language. False when there is no such language, or it has nothing to colour.
 */
export function addEmbeddedTokens(
  tokens: TokenList,
  node: ScalarNode,
  schemas: Schemas,
  text: string,
  placeholders: readonly WrittenPlaceholder[],
): boolean {
  if (typeof node.value !== "string") return false;
  const found = languageOf(schemas)?.tokens?.(node.value) ?? [];
  if (found.length === 0) return false;
  const rangesOf = placesOf(node, node.value, text);
  for (const token of found) {
    for (const range of rangesOf(token)) {
      for (const rest of without(range, placeholders)) addToken(tokens, rest, token.type, ["embedded"]);
    }
  }
  return true;
}

/** Where a token stands in the document, line by line. A scalar that is written as it is read need not be read again. */
function placesOf(node: ScalarNode, value: string, text: string): (token: EmbeddedToken) => readonly OffsetRange[] {
  const { start, end } = contentOf(node, text);
  const isWrittenAsRead = end - start === value.length && text.startsWith(value, start) && !value.includes("\n");
  if (isWrittenAsRead) return (token) => [{ start: start + token.start, end: start + token.end }];
  const positions = scalarPositions(text, node);
  return (token) => positions.linesOf(token.start, token.end);
}

/** What is left of a range without the placeholders in it. */
function without(range: OffsetRange, placeholders: readonly WrittenPlaceholder[]): readonly OffsetRange[] {
  if (placeholders.length === 0) return [range];
  const rest: OffsetRange[] = [];
  let { start } = range;
  for (const { placeholder, ...hole } of placeholders) {
    if (placeholder.kind === "escape" || hole.end <= start) continue;
    if (hole.start >= range.end) break;
    rest.push({ start, end: hole.start });
    start = hole.end;
  }
  return [...rest, { start, end: range.end }];
}
