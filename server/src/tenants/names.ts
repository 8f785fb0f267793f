import type { Kind } from "../protocol.ts";
import { walkMatches } from "../schema/match.ts";
import { resolve, schemaOf } from "../schema/registry.ts";
import { addAll } from "../text/add-all.ts";
import { effectivePairs } from "../yaml/navigate.ts";
import type { Node, NodePath } from "../yaml/node.ts";

/** A name that a document declares. */
export interface DeclaredName {
  /** Class of the name, the value of `x-defines` in the schema (`receiver`, `role`, …). */
  readonly nameClass: string;
  readonly name: string;
  /** The key or value that declares it. */
  readonly node: Node;
  readonly path: NodePath;
}

/** What stands before a name where it is used, by class (`@offices` is the address group `offices`). */
export const REFERENCE_PREFIX: Readonly<Record<string, string>> = { "address-group": "@", "security-group": "sg:" };

/** Keys of plural objects; they select a form and are no part of a message's name. */
export const PLURAL_CATEGORIES: ReadonlySet<string> = new Set(["zero", "one", "two", "few", "many", "other"]);

/** Every name that a document declares, in document order. */
export function declaredNames(kind: Kind, root: Node): readonly DeclaredName[] {
  const names: DeclaredName[] = [];
  walkMatches(schemaOf(kind), root, ({ node, schemas, path }) => {
    for (const schema of schemas) {
      const own = schema["x-defines"];
      if (own !== undefined && node.kind === "scalar" && node.value !== null) {
        names.push({ nameClass: own, name: String(node.value), node, path });
      }
      const keyClass = schema.propertyNames && resolve(schema.propertyNames)["x-defines"];
      if (keyClass !== undefined && node.kind === "map") addAll(names, keyNames(keyClass, node, path));
    }
  });
  return names;
}

function keyNames(nameClass: string, node: Extract<Node, { kind: "map" }>, path: NodePath): DeclaredName[] {
  const names: DeclaredName[] = [];
  for (const [key, pair] of effectivePairs(node)) {
    if (nameClass !== "message-key") names.push({ nameClass, name: key, node: pair.key, path: [...path, key] });
    else if (!PLURAL_CATEGORIES.has(key))
      names.push({ nameClass, name: messageKey([...path, key]), node: pair.key, path: [...path, key] });
  }
  return names;
}

/** Dotted name of a message: the steps below `messages`. */
function messageKey(path: NodePath): string {
  return path.slice(path.indexOf("messages") + 1).join(".");
}
