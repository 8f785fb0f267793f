import { MAXIMUM_EXPANDED_VALUES } from "./limits.ts";
import { allMergeSources, effectivePairs, MERGE_KEY, mergeSources, ownPair } from "./navigate.ts";
import type { Node, NodePath, ScalarNode } from "./node.ts";

/** A JSON value. Objects may have a key `__proto__`, always as an own property. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** Replaces the value of a scalar; the path is that of its first use and valid only during the call. */
export type ScalarReader = (node: ScalarNode, path: NodePath) => Value;

/** The value of a node, or why there is none. */
export type ValueResult =
  | { readonly value: Value }
  | { readonly failure: "alias-cycle" | "alias-expansion"; readonly at: Node };

/**
 * The value of a tree after aliases and merges are resolved. An anchored node that is used twice is one shared object.
 * Fails, with the alias at fault, when an alias stands for a node that contains it, or when the expanded document
 * would have more than {@link MAXIMUM_EXPANDED_VALUES} values.
 */
export function toValue(root: Node, readScalar: ScalarReader = (node) => node.value): ValueResult {
  const builder = new ValueBuilder(readScalar);
  const built = builder.build(root);
  if (builder.failure) return builder.failure;
  return { value: built.value };
}

/** The value of a tree after aliases and merges are resolved; undefined for no tree and where {@link toValue} fails. */
export function effectiveValue(root: Node | undefined): Value | undefined {
  const result = root && toValue(root);
  return result && "value" in result ? result.value : undefined;
}

/** A value and how large it is. */
export interface Built {
  readonly value: Value;
  /** Values in the expanded subtree, itself included. */
  readonly size: number;
}

type Failure = Extract<ValueResult, { failure: string }>;

const NOTHING: Built = { value: null, size: 1 };

/** Builds values of nodes of one document; an anchored node that several of them use is one shared object. */
export class ValueBuilder {
  failure: Failure | undefined;
  /** true since a value was built that depends on other parts of the document, through an alias or a merge. Callers may reset it. */
  dependsOnOthers = false;
  readonly #readScalar: ScalarReader;
  readonly #anchored = new Map<Node, Built | "open">();
  #path: (string | number)[] = [];

  constructor(readScalar: ScalarReader) {
    this.#readScalar = readScalar;
  }

  /** Value of a node that stands at a path. */
  buildAt(node: Node, path: NodePath): Built {
    this.#path = [...path];
    return this.build(node);
  }

  build(node: Node): Built {
    if (this.failure) return NOTHING;
    if (node.kind === "alias") this.dependsOnOthers = true;
    if (node.kind === "alias") return node.target ? this.#reuse(node, node.target) : NOTHING;
    if (node.anchor === undefined) return this.#buildOwn(node);
    return this.#reuse(node, node);
  }

  #reuse(use: Node, target: Node): Built {
    if (target.kind === "alias") return this.build(target);
    const known = this.#anchored.get(target);
    if (known === "open") {
      this.failure = { failure: "alias-cycle", at: use };
      return NOTHING;
    }
    if (known) return known;
    this.#anchored.set(target, "open");
    const built = this.#buildOwn(target);
    this.#anchored.set(target, built);
    return built;
  }

  #buildOwn(node: Exclude<Node, { kind: "alias" }>): Built {
    if (node.kind === "scalar") return { value: this.#readScalar(node, this.#path), size: 1 };
    const built = node.kind === "sequence" ? this.#sequence(node.items) : this.#map(node);
    if (built.size > MAXIMUM_EXPANDED_VALUES && !this.failure) this.failure = { failure: "alias-expansion", at: node };
    return built;
  }

  #sequence(items: readonly Node[]): Built {
    let size = 1;
    const value = items.map((item, index) => {
      const built = this.#child(index, item);
      size += built.size;
      return built.value;
    });
    return { value, size };
  }

  #map(node: Extract<Node, { kind: "map" }>): Built {
    let size = 1;
    const value: { [key: string]: Value } = {};
    if (mergeSources(node).length > 0) this.dependsOnOthers = true;
    // A mapping that merges itself has no more than its own keys; one that it stands in would hold itself.
    const isOpen = allMergeSources(node).some((source) => source !== node && this.#anchored.get(source) === "open");
    if (isOpen) this.failure ??= { failure: "alias-cycle", at: ownPair(node, MERGE_KEY)?.value ?? node };
    if (this.failure) return NOTHING;
    for (const [key, pair] of effectivePairs(node)) {
      const built = this.#child(key, pair.value);
      size += built.size;
      setOwn(value, key, built.value);
    }
    return { value, size };
  }

  #child(step: string | number, node: Node): Built {
    this.#path.push(step);
    const built = this.build(node);
    this.#path.pop();
    return built;
  }
}

/** Sets a key as an own property, `__proto__` included. */
export function setOwn(object: { [key: string]: Value }, key: string, value: Value): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}
