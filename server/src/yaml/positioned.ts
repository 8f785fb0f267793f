import type { AliasNode, MapNode, Node, PairNode, ScalarNode, ScalarStyle, SequenceNode } from "./node.ts";
import type { Origin } from "./origin.ts";

/** Aliases and anchored nodes of a copied tree, in document order. */
export interface References {
  readonly aliases: PositionedAlias[];
  readonly anchored: Node[];
}

/** A copy of a tree whose offsets count from 0, as nodes that count from an origin. */
export function positioned(node: Node, origin: Origin, references: References): Node {
  const place = node.anchor === undefined ? -1 : references.anchored.push(node) - 1;
  const copy = copyOf(node, origin, references);
  if (place !== -1) references.anchored[place] = copy;
  return copy;
}

function copyOf(node: Node, origin: Origin, references: References): Node {
  if (node.kind === "alias") {
    const alias = new PositionedAlias(origin, node.start, node.end, node.name);
    references.aliases.push(alias);
    return alias;
  }
  if (node.kind === "scalar") return new PositionedScalar(origin, node.start, node.end, node);
  if (node.kind === "sequence") {
    const items = node.items.map((item) => positioned(item, origin, references));
    return new PositionedSequence(origin, node.start, node.end, { flow: node.flow, items, anchor: node.anchor });
  }
  const pairs = node.pairs.map((pair) => {
    const key = positioned(pair.key, origin, references);
    return new PositionedPair(origin, pair.start, pair.end, key, positioned(pair.value, origin, references));
  });
  return new PositionedMap(origin, node.start, node.end, { flow: node.flow, pairs, anchor: node.anchor });
}

/** A place that counts from an origin. */
abstract class Positioned {
  readonly #origin: Origin;
  readonly #from: number;
  readonly #to: number;

  constructor(origin: Origin, from: number, to: number) {
    this.#origin = origin;
    this.#from = from;
    this.#to = to;
  }

  protected get origin(): Origin {
    return this.#origin;
  }

  get start(): number {
    return this.#origin.offset + this.#from;
  }

  get end(): number {
    return this.#origin.offset + this.#to;
  }
}

class PositionedScalar extends Positioned implements ScalarNode {
  readonly value: ScalarNode["value"];
  readonly style: ScalarStyle;
  readonly anchor: string | undefined;

  constructor(origin: Origin, from: number, to: number, scalar: Pick<ScalarNode, "value" | "style" | "anchor">) {
    super(origin, from, to);
    this.value = scalar.value;
    this.style = scalar.style;
    this.anchor = scalar.anchor;
  }

  get kind(): "scalar" {
    return "scalar";
  }
}

/** An alias; the document knows its target. */
export class PositionedAlias extends Positioned implements AliasNode {
  readonly name: string;

  constructor(origin: Origin, from: number, to: number, name: string) {
    super(origin, from, to);
    this.name = name;
  }

  get kind(): "alias" {
    return "alias";
  }

  get anchor(): undefined {
    return undefined;
  }

  get target(): Node | undefined {
    return this.origin.anchors.find(this.name, this.start)?.node();
  }
}

class PositionedPair extends Positioned implements PairNode {
  readonly key: Node;
  readonly value: Node;

  constructor(origin: Origin, from: number, to: number, key: Node, value: Node) {
    super(origin, from, to);
    this.key = key;
    this.value = value;
  }
}

class PositionedMap extends Positioned implements MapNode {
  readonly flow: boolean;
  readonly pairs: readonly PairNode[];
  readonly anchor: string | undefined;

  constructor(origin: Origin, from: number, to: number, map: Pick<MapNode, "flow" | "pairs" | "anchor">) {
    super(origin, from, to);
    this.flow = map.flow;
    this.pairs = map.pairs;
    this.anchor = map.anchor;
  }

  get kind(): "map" {
    return "map";
  }
}

class PositionedSequence extends Positioned implements SequenceNode {
  readonly flow: boolean;
  readonly items: readonly Node[];
  readonly anchor: string | undefined;

  constructor(origin: Origin, from: number, to: number, sequence: Pick<SequenceNode, "flow" | "items" | "anchor">) {
    super(origin, from, to);
    this.flow = sequence.flow;
    this.items = sequence.items;
    this.anchor = sequence.anchor;
  }

  get kind(): "sequence" {
    return "sequence";
  }
}
