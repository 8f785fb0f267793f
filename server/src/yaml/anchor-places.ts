import type { OffsetRange } from "../text/line-index.ts";
import type { Node } from "./node.ts";
import { rootOf, type Source } from "./source.ts";

/** An anchor as it is written, and the aliases that stand for it. The ranges are those of the names, without `&` and `*`. */
export interface AnchorPlace extends OffsetRange {
  readonly name: string;
  readonly node: Node;
  readonly aliases: readonly OffsetRange[];
}

const places = new WeakMap<Source, readonly AnchorPlace[]>();

/** The anchors of the configuration in document order. Found once for each version of a file, when somebody asks. */
export function anchorPlaces(source: Source): readonly AnchorPlace[] {
  const known = places.get(source);
  if (known) return known;
  const found = source.notation === "json" || !source.text.includes("&") ? [] : findPlaces(source);
  places.set(source, found);
  return found;
}

/** The anchor whose name, or an alias of which, stands at an offset (its end and its `&` or `*` included); undefined elsewhere. */
export function anchorAt(source: Source, offset: number): AnchorPlace | undefined {
  if (!mayBeAt(source.text, offset)) return undefined;
  const covers = ({ start, end }: OffsetRange): boolean => start - 1 <= offset && offset <= end;
  return anchorPlaces(source).find((place) => covers(place) || place.aliases.some(covers));
}

/** false for most offsets, so that a cursor elsewhere does not cost a walk through the file. */
function mayBeAt(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && offset - start < 1_000 && !/[\s,[\]{}]/.test(text.charAt(start - 1))) start--;
  return /[&*]/.test(text.slice(start, offset + 1));
}

type Token = OffsetRange & { readonly name: string };

/** Anchors and aliases are found in the order of the document, which is what an alias means: the last anchor of its name before it. */
function findPlaces(source: Source): readonly AnchorPlace[] {
  const { text, file } = source;
  const anchors: (Token & { readonly node: Node; readonly aliases: OffsetRange[] })[] = [];
  const latest = new Map<string, OffsetRange[]>();
  /** Looks for the anchor of a node from an offset on; answers with the offset behind it. */
  const readAnchor = (node: Node, from: number): number => {
    if (node.anchor === undefined) return from;
    const token = anchorTokens(text, from, node.start).find(({ name }) => name === node.anchor);
    if (!token) return from;
    const aliases: OffsetRange[] = [];
    latest.set(token.name, aliases);
    anchors.push({ ...token, node, aliases });
    return token.end;
  };
  const enter = (node: Node, from: number): void => {
    if (node.kind === "alias") latest.get(node.name)?.push({ start: node.start + 1, end: node.end });
    let behind = readAnchor(node, from);
    if (node.kind === "sequence") {
      for (const item of node.items) {
        enter(item, behind);
        behind = Math.max(item.end, behind);
      }
    } else if (node.kind === "map") {
      for (const { key, value } of node.pairs) {
        enter(key, behind);
        enter(value, Math.max(key.end, behind));
        behind = Math.max(value.end, key.end, behind);
      }
    }
  };
  const root = rootOf(source);
  if (root) enter(root, file.documents[0].start);
  return anchors;
}

/** Anchors between two nodes: there stand nothing but indicators, tags, anchors, white space and comments. */
function anchorTokens(text: string, from: number, to: number): readonly Token[] {
  const between = text.slice(from, to);
  const tokens: Token[] = [];
  for (const match of between.matchAll(/(?:^|\s)#[^\r\n]*|&([^\s,[\]{}]+)/g)) {
    const name = match[1];
    if (name === undefined) continue;
    const start = from + match.index + 1;
    tokens.push({ name, start, end: start + name.length });
  }
  return tokens;
}
