import type { OffsetRange } from "../text/line-index.ts";
import { type Block, isBlock, itemsOf, pairsOf, type Segment, segmentsWithin } from "../yaml/block.ts";
import { keyText, type Node, type NodePath, type PairNode } from "../yaml/node.ts";
import type { Part } from "../yaml/part.ts";
import { applicable, childSchemas, type Schemas } from "./match.ts";
import type { ResolvedSchema } from "./registry.ts";

/** A node where it is written, with what the schemas say about that place. */
export interface Written {
  /** The node itself; aliases are not followed. */
  readonly node: Node;
  /** Schemas of the place; none where the schema says nothing. */
  readonly schemas: Schemas;
  readonly path: NodePath;
  /** The pair that the node is the value of; undefined for items and the root. */
  readonly pair: PairNode | undefined;
  /** Schemas of the collection that the node stands in; none for the root. */
  readonly parents: Schemas;
}

/** What a walk over the written nodes does. */
export interface WrittenWalk {
  /** Only what touches this range is visited; everything when it is not given. */
  readonly range?: OffsetRange;
  /** Called for a node before the nodes in it. */
  readonly visit: (written: Written) => void;
  /** true for a part of a large collection whose entries need not be entered; `schemas` are those of the collection. */
  readonly skip?: (part: Part, schemas: Schemas) => boolean;
  /** Called behind the entries of a part. */
  readonly leave?: (part: Part, schemas: Schemas) => void;
}

const EVERYTHING: OffsetRange = { start: 0, end: Number.MAX_SAFE_INTEGER };

/**
 * Visits nodes in the order of the text, each where it is written: aliases are visited but not followed, and nothing is merged. Free content
 * is visited too, with no schemas. Costs what the range holds, and a glance at each part before it.
 */
export function walkWritten(schema: ResolvedSchema, root: Node, walk: WrittenWalk): void {
  const range = walk.range ?? EVERYTHING;
  const enterPair = (pair: PairNode, schemas: Schemas, path: NodePath): void => {
    if (!touches(pair, range)) return;
    const step = keyText(pair.key) ?? "";
    const own = schemas.length === 0 ? schemas : childSchemas(schemas, step, pair.value);
    enter({ node: pair.value, schemas: own, path: [...path, step], pair, parents: schemas });
  };
  const enterItem = (item: Node, index: number, schemas: Schemas, path: NodePath): void => {
    if (!touches(item, range)) return;
    const own = schemas.length === 0 ? schemas : childSchemas(schemas, index, item);
    enter({ node: item, schemas: own, path: [...path, index], pair: undefined, parents: schemas });
  };
  const enterSegment = (block: Block, segment: Segment, first: number, schemas: Schemas, path: NodePath): void => {
    const part = segment.kind === "run" ? segment.part : undefined;
    if (part && walk.skip?.(part, schemas)) return;
    if (block.kind === "map") for (const pair of pairsOf(segment)) enterPair(pair, schemas, path);
    else for (const [index, item] of itemsOf(segment).entries()) enterItem(item, first + index, schemas, path);
    if (part) walk.leave?.(part, schemas);
  };
  const enter = (written: Written): void => {
    walk.visit(written);
    const { node, schemas, path } = written;
    if (isBlock(node)) {
      for (const { segment, index } of segmentsWithin(node, range)) enterSegment(node, segment, index, schemas, path);
    } else if (node.kind === "map") for (const pair of node.pairs) enterPair(pair, schemas, path);
    else if (node.kind === "sequence")
      for (const [index, item] of node.items.entries()) enterItem(item, index, schemas, path);
  };
  enter({ node: root, schemas: applicable(schema, root), path: [], pair: undefined, parents: [] });
}

function touches(place: OffsetRange, range: OffsetRange): boolean {
  return place.start <= range.end && place.end >= range.start;
}
