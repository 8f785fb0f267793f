import { MAXIMUM_EXPANDED_VALUES } from "../yaml/limits.ts";
import { effectivePairs, mergeSources } from "../yaml/navigate.ts";
import type { MapNode, Node, NodePath, SequenceNode } from "../yaml/node.ts";
import { isPart } from "../yaml/positioned.ts";
import { type ScalarReader, setOwn, type Value, ValueBuilder, type ValueResult } from "../yaml/value.ts";
import { pointerOf, readPointer } from "./instance.ts";
import { applicable, childSchemas, propertyOf, type Schemas, sameSchemas } from "./match.ts";
import type { ResolvedSchema } from "./registry.ts";

/** Parts that were valid, with the schemas they were valid against. A part whose text changes is another node. */
const valid = new WeakMap<Node, Schemas>();

/** A part of the document that was included in the value, and whether its verdict depends on nothing else. */
interface Unit {
  readonly node: Node;
  readonly schemas: Schemas;
  readonly pointer: string;
  readonly standsAlone: boolean;
}

/**
 * The value of a document without the parts that are known to be valid. Large documents are parsed in parts, and an edit changes one:
 * everything else was judged before and need not be judged again. What is left out is filled in where the rest is judged by it: required
 * keys and sizes are asked of the tree.
 */
export class ReducedValue {
  readonly #builder: ValueBuilder;
  readonly #isVolatile: () => boolean;
  readonly #indexes = new Map<Value, readonly number[]>();
  readonly #units: Unit[] = [];
  #size = 0;
  #value: Value = null;

  /** `isVolatile` tells, and forgets, whether a scalar read since the last call depends on something outside of the document. */
  constructor(readScalar: ScalarReader, isVolatile: () => boolean) {
    this.#builder = new ValueBuilder(readScalar);
    this.#isVolatile = isVolatile;
  }

  build(schema: ResolvedSchema, root: Node): ValueResult {
    this.#value = this.#node(root, applicable(schema, root), [], true) ?? null;
    if (this.#builder.failure) return this.#builder.failure;
    if (this.#size > MAXIMUM_EXPANDED_VALUES) return { failure: "alias-expansion", at: root };
    return { value: this.#value };
  }

  /** Pointer into the document for a pointer into the value: indexes of shortened lists are those of the whole list. */
  documentPointer(pointer: string): string {
    if (this.#indexes.size === 0 || pointer === "") return pointer;
    let value: Value | undefined = this.#value;
    const moved = readPointer(pointer).map((step) => {
      const indexes = value === undefined ? undefined : this.#indexes.get(value);
      value = memberOf(value, String(step));
      return indexes?.[Number(step)] ?? step;
    });
    return pointerOf(moved);
  }

  /** Remembers the included parts that no error concerns. `pointers` are those of the errors, into the document. */
  remember(pointers: readonly string[]): void {
    const faulty = new Set<string>();
    for (const pointer of pointers) {
      for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1))
        faulty.add(pointer.slice(0, end));
    }
    if (faulty.size > 0 || pointers.includes("")) faulty.add("");
    for (const unit of this.#units) {
      if (unit.standsAlone && !faulty.has(unit.pointer)) valid.set(unit.node, unit.schemas);
    }
  }

  /** Value of a node; undefined when it may be left out and is known to be valid. */
  #node(node: Node, schemas: Schemas, path: NodePath, needed: boolean): Value | undefined {
    const isSpine = !isPart(node) && (node.kind === "map" || node.kind === "sequence") && node.anchor === undefined;
    if (isSpine && !(node.kind === "map" && mergeSources(node).length > 0)) {
      return node.kind === "map" ? this.#map(node, schemas, path) : this.#sequence(node, schemas, path);
    }
    if (!needed && isKnown(node, schemas)) return undefined;
    this.#builder.dependsOnOthers = false;
    this.#isVolatile();
    const { value, size } = this.#builder.buildAt(node, path);
    this.#size += size;
    const standsAlone = isPart(node) && !this.#builder.dependsOnOthers && !this.#isVolatile();
    this.#units.push({ node, schemas, pointer: pointerOf(path), standsAlone });
    return value;
  }

  #map(node: MapNode, schemas: Schemas, path: NodePath): Value {
    const value: { [key: string]: Value } = {};
    const whole = schemas.some(judgesWhole);
    for (const [key, pair] of effectivePairs(node)) {
      const needed =
        whole || (pair.value.kind === "scalar" && schemas.some((schema) => propertyOf(schema, key) !== undefined));
      const child = this.#node(pair.value, childSchemas(schemas, key, pair.value), [...path, key], needed);
      if (child !== undefined) setOwn(value, key, child);
    }
    return value;
  }

  #sequence(node: SequenceNode, schemas: Schemas, path: NodePath): Value {
    const value: Value[] = [];
    const indexes: number[] = [];
    const whole = schemas.some(judgesWhole);
    for (const [index, item] of node.items.entries()) {
      const child = this.#node(item, childSchemas(schemas, index, item), [...path, index], whole);
      if (child === undefined) continue;
      value.push(child);
      indexes.push(index);
    }
    if (indexes.length < node.items.length) this.#indexes.set(value, indexes);
    return value;
  }
}

function isKnown(node: Node, schemas: Schemas): boolean {
  const known = valid.get(node);
  return known !== undefined && sameSchemas(known, schemas);
}

/** true when a schema compares the children of a collection with each other, so that none may be left out. */
function judgesWhole(schema: ResolvedSchema): boolean {
  const { uniqueItems, maxItems, maxProperties, dependentRequired, allOf, not } = schema;
  return [uniqueItems, maxItems, maxProperties, dependentRequired, allOf, not].some((keyword) => keyword !== undefined);
}

function memberOf(value: Value | undefined, name: string): Value | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return Array.isArray(value) ? value[Number(name)] : Object.hasOwn(value, name) ? value[name] : undefined;
}
