import { findPair, itemAt } from "../yaml/navigate.ts";
import { dereference, type Node, type NodePath } from "../yaml/node.ts";
import type { Schema, SchemaSeverity } from "./json-schema.ts";
import { applicable, childSchemas } from "./match.ts";

/** A place in the document that an instance path leads to. */
export interface Instance {
  /** The node itself; an alias when the value is one. */
  readonly node: Node;
  /** Key of the value in its mapping; undefined for list items and the root. */
  readonly key: Node | undefined;
}

/** Steps of a JSON pointer as ajv writes it. Indexes stay text: maps and lists both take them. */
export function readPointer(pointer: string): NodePath {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
}

/** JSON pointer of a path (RFC 6901); the inverse of {@link readPointer}. */
export function pointerOf(path: NodePath): string {
  return path.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/** Place of a path, through aliases and merges; undefined when a step leads nowhere. */
export function instanceAt(root: Node, path: NodePath): Instance | undefined {
  let instance: Instance = { node: root, key: undefined };
  for (const step of path) {
    const parent = dereference(instance.node);
    if (parent?.kind === "map") {
      const pair = findPair(parent, String(step));
      if (!pair) return undefined;
      instance = { node: pair.value, key: pair.key };
    } else {
      const item = parent?.kind === "sequence" ? itemAt(parent, Number(step)) : undefined;
      if (!item) return undefined;
      instance = { node: item, key: undefined };
    }
  }
  return instance;
}

/** Path with list indexes as numbers, as the tree has them. */
export function typedPath(root: Node, path: NodePath): NodePath {
  let node: Node | undefined = root;
  return path.map((step) => {
    const parent = dereference(node);
    node = instanceAt(parent ?? root, [step])?.node;
    return parent?.kind === "sequence" ? Number(step) : String(step);
  });
}

/** Range for a fault of a whole mapping: its key, else its first key, else the mapping. */
export function mappingPlace(instance: Instance, node: Node): Node {
  if (instance.key) return instance.key;
  return node.kind === "map" ? (node.pairs[0]?.key ?? node) : node;
}

/** Severity of a violated keyword at a path: the innermost `x-severity` on the way there, else an error. */
export function severityAt(schema: Schema, root: Node, path: NodePath, keyword: string): SchemaSeverity {
  let severity: SchemaSeverity = "error";
  let schemas = applicable(schema, root);
  let node: Node | undefined = root;
  for (let depth = 0; ; depth++) {
    const marked = schemas.map((candidate) => candidate["x-severity"]).find((mark) => mark !== undefined);
    if (typeof marked === "string") severity = marked;
    else if (marked && depth === path.length) severity = marked[keyword] ?? severity;
    const step = path[depth];
    if (step === undefined) return severity;
    node = node && instanceAt(node, [step])?.node;
    schemas = childSchemas(schemas, step, node);
  }
}
