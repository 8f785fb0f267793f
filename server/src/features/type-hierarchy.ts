import type { TypeHierarchyItem } from "vscode-languageserver-types";
import { resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { type BoundOccurrence, bindName } from "../tenants/name-bindings.ts";
import { nameAt } from "../tenants/name-index.ts";
import type { NodePath } from "../yaml/node.ts";
import {
  declaredBy,
  elementAt,
  hierarchyItem,
  type NamedElement,
  ownerOf,
  schemasOf,
  usedBy,
} from "./named-element.ts";

/** What the name at an offset stands for, when such things inherit from each other (`x-inherits`): a role. Empty elsewhere. */
export function prepareTypeHierarchy(model: FileModel, offset: number): TypeHierarchyItem[] {
  const name = nameAt(model, offset);
  if (!name) return [];
  const { declarations } = bindName(model.context.files, model, name);
  return owners(name.isDeclaration ? [{ file: model, occurrence: name }] : declarations)
    .filter(canInherit)
    .map(hierarchyItem);
}

/** What the element at a path of a file inherits from. */
export function supertypes(model: FileModel, path: NodePath): TypeHierarchyItem[] {
  const element = elementAt(model, path);
  const parents = element ? usedBy(element).filter(({ schema }) => schema["x-inherits"]) : [];
  const declarations = parents.flatMap((use) => bindName(model.context.files, model, use).declarations);
  return owners(declarations).map(hierarchyItem);
}

/** What inherits from the element at a path of a file. */
export function subtypes(model: FileModel, path: NodePath): TypeHierarchyItem[] {
  const element = elementAt(model, path);
  const names = element ? declaredBy(element) : [];
  const uses = names.flatMap((name) => bindName(model.context.files, model, name).uses);
  return owners(uses.filter(({ occurrence }) => occurrence.schema["x-inherits"])).map(hierarchyItem);
}

/** true when the schema of an element has a key that says what it inherits from. */
function canInherit(element: NamedElement): boolean {
  return schemasOf(element).some((schema) =>
    Object.values(schema.properties ?? {}).some((property) => {
      const { items, "x-inherits": inherits } = resolve(property);
      return inherits === true || (items !== undefined && resolve(items)["x-inherits"] === true);
    }),
  );
}

/** The elements that places belong to, each once, in order. */
function owners(places: readonly BoundOccurrence[]): readonly NamedElement[] {
  const found = new Map<object, NamedElement>();
  for (const { file, occurrence } of places) {
    const owner = ownerOf(file, occurrence);
    if (owner && !found.has(owner.node)) found.set(owner.node, owner);
  }
  return [...found.values()];
}
