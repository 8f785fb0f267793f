import {
  type AliasNode,
  keyText,
  type MapNode,
  type Node,
  type PairNode,
  type ScalarNode,
  type ScalarStyle,
  type SequenceNode,
  trimEnd,
} from "./node.ts";
import { type NodeTable, ROW } from "./node-table.ts";

/** The node of a row. Nodes are made when somebody asks for them; the node of a collection keeps those in it. */
export function tableNode(table: NodeTable, row: number): Node {
  switch (table.kind(row)) {
    case ROW.map:
      return new TableMap(table, row);
    case ROW.sequence:
      return new TableSequence(table, row);
    case ROW.alias:
      return new TableAlias(table, row);
    default:
      return new TableScalar(table, row);
  }
}

/** A place that counts from the origin of its table. */
abstract class TableNode {
  readonly table: NodeTable;
  readonly row: number;

  constructor(table: NodeTable, row: number) {
    this.table = table;
    this.row = row;
  }

  get start(): number {
    return this.table.origin.offset + this.table.start(this.row);
  }

  get end(): number {
    return this.table.origin.offset + this.table.end(this.row);
  }

  get anchor(): string | undefined {
    return this.table.anchor(this.row);
  }
}

class TableScalar extends TableNode implements ScalarNode {
  get kind(): "scalar" {
    return "scalar";
  }

  get value(): ScalarNode["value"] {
    return this.table.value(this.row);
  }

  get style(): ScalarStyle {
    return this.table.style(this.row);
  }
}

class TableAlias extends TableNode implements AliasNode {
  get kind(): "alias" {
    return "alias";
  }

  get name(): string {
    return this.table.aliasName(this.row);
  }

  get target(): Node | undefined {
    return this.table.origin.anchors.find(this.name, this.start)?.node();
  }
}

class TableMap extends TableNode implements MapNode {
  #pairs: readonly PairNode[] | undefined;

  get kind(): "map" {
    return "map";
  }

  get flow(): boolean {
    return this.table.isFlow(this.row);
  }

  get pairs(): readonly PairNode[] {
    this.#pairs ??= this.#read();
    return this.#pairs;
  }

  #read(): readonly PairNode[] {
    const { table } = this;
    const end = table.next(this.row);
    const pairs: PairNode[] = [];
    for (let row = this.row + 1; row < end; ) {
      const value = table.next(row);
      pairs.push(new TablePair(table, row, value));
      row = table.next(value);
    }
    return pairs;
  }
}

class TableSequence extends TableNode implements SequenceNode {
  #items: readonly Node[] | undefined;

  get kind(): "sequence" {
    return "sequence";
  }

  get flow(): boolean {
    return this.table.isFlow(this.row);
  }

  get items(): readonly Node[] {
    this.#items ??= this.#read();
    return this.#items;
  }

  #read(): readonly Node[] {
    const end = this.table.next(this.row);
    const items: Node[] = [];
    for (let row = this.row + 1; row < end; row = this.table.next(row)) items.push(tableNode(this.table, row));
    return items;
  }
}

class TablePair implements PairNode {
  readonly key: Node;
  readonly value: Node;
  readonly #table: NodeTable;
  readonly #from: number;
  readonly #to: number;

  constructor(table: NodeTable, key: number, value: number) {
    this.#table = table;
    this.#from = table.start(key);
    this.#to = trimEnd(table.text, this.#from, Math.max(table.end(key), table.end(value)));
    this.key = tableNode(table, key);
    this.value = tableNode(table, value);
  }

  get start(): number {
    return this.#table.origin.offset + this.#from;
  }

  get end(): number {
    return this.#table.origin.offset + this.#to;
  }
}

/** Texts of the keys of a mapping row, in order. */
export function keyTexts(table: NodeTable, row: number): readonly string[] {
  const end = table.next(row);
  const texts: string[] = [];
  for (let key = row + 1; key < end; key = table.next(table.next(key))) {
    const text = keyText(tableNode(table, key));
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** The node of a row below a node of the same table: the same object that a walk from there would find. Undefined when it is not below. */
export function nodeOfRow(from: Node, row: number): Node | undefined {
  let node: Node | undefined = from;
  while (node && rowOf(node)?.row !== row) node = childNodes(node).find((child) => holdsRow(child, row));
  return node;
}

function childNodes(node: Node): readonly Node[] {
  if (node.kind === "map") return node.pairs.flatMap(({ key, value }) => [key, value]);
  return node.kind === "sequence" ? node.items : [];
}

function holdsRow(node: Node, row: number): boolean {
  const place = rowOf(node);
  return place !== undefined && place.row <= row && row < place.table.next(place.row);
}

/** Table and row of a node that was read from a table; undefined for other nodes. */
export function rowOf(node: Node): { readonly table: NodeTable; readonly row: number } | undefined {
  return node instanceof TableNode ? node : undefined;
}
