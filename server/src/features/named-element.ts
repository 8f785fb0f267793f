import { SymbolKind, type TypeHierarchyItem } from "vscode-languageserver-types";
import { itemLabel, type Schemas, schemasAt } from "../schema/match.ts";
import { schemaOf } from "../schema/registry.ts";
import { type NameOccurrence, namesOf } from "../tenants/name-index.ts";
import type { TenantFile } from "../tenants/tenant-context.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { findPair, locate, nodeAt } from "../yaml/navigate.ts";
import { dereference, type MapNode, type NodePath } from "../yaml/node.ts";
import { contentOf } from "../yaml/scalar-content.ts";
import { rootOf } from "../yaml/source.ts";

/** A mapping that is a thing of its own: a role, a route, a receiver. */
export interface NamedElement {
  readonly file: TenantFile;
  readonly path: NodePath;
  readonly node: MapNode;
}

/** What an item of a hierarchy remembers between two requests. */
export interface ElementData {
  readonly path: NodePath;
}

/** The mapping at a path; undefined when there is none. */
export function elementAt(file: TenantFile, path: NodePath): NamedElement | undefined {
  const node = dereference(nodeAt(rootOf(file.source), path));
  return node?.kind === "map" ? { file, path, node } : undefined;
}

/** Schemas that apply to an element. */
export function schemasOf({ file, path }: NamedElement): Schemas {
  return schemasAt(schemaOf(file.kind), rootOf(file.source), path);
}

/**
 * The innermost thing above a path: an item of a list, or a mapping for which the schema says what names it (`x-label`). Undefined when
 * nothing above is one.
 */
export function thingAbove(file: TenantFile, path: NodePath): NamedElement | undefined {
  for (let length = path.length - 1; length >= 0; length--) {
    const element = elementAt(file, path.slice(0, length));
    if (!element) continue;
    if (typeof path[length - 1] === "number" || schemasOf(element).some((schema) => schema["x-label"])) return element;
  }
  return undefined;
}

/** The thing that a name belongs to; the mapping around it when it belongs to none. */
export function ownerOf(file: TenantFile, { path }: NameOccurrence): NamedElement | undefined {
  const thing = thingAbove(file, path);
  if (thing) return thing;
  for (let length = path.length - 1; length >= 0; length--) {
    const element = elementAt(file, path.slice(0, length));
    if (element) return element;
  }
  return undefined;
}

/** Names that an element itself declares, not what stands within it. */
export function declaredBy(element: NamedElement): readonly NameOccurrence[] {
  return within(element, namesOf(element.file).declarations);
}

/** Names that an element itself uses. */
export function usedBy(element: NamedElement): readonly NameOccurrence[] {
  return within(element, namesOf(element.file).uses);
}

function within(element: NamedElement, names: readonly NameOccurrence[]): readonly NameOccurrence[] {
  const { start, end } = element.node;
  return names.filter((name) => {
    if (name.start < start || name.end > end) return false;
    const owner = ownerOf(element.file, name);
    return owner !== undefined && isSameElement(owner, element);
  });
}

/** true for one and the same element. */
export function isSameElement(a: NamedElement, b: NamedElement): boolean {
  return a.file.uri === b.file.uri && a.node === b.node;
}

/** The item that stands for an element in a hierarchy; call and type hierarchies have the same items. */
export function hierarchyItem(element: NamedElement): TypeHierarchyItem & { data: ElementData } {
  const { file, path, node } = element;
  const schemas = schemasOf(element);
  const key = path.findLast((step) => typeof step === "string");
  const selection = selectionOf(element, schemas);
  const { lines } = file.source;
  return {
    name: itemLabel(node, schemas) ?? schemas[0]?.title ?? String(key ?? ""),
    kind: SymbolKind.Object,
    detail: path.filter((step) => typeof step === "string").join("."),
    uri: file.uri,
    range: lines.rangeOf(node),
    selectionRange: lines.rangeOf(selection),
    data: { path },
  };
}

/** What names an element; where nothing does, its first key. */
function selectionOf({ file, node }: NamedElement, schemas: Schemas): OffsetRange {
  const labels = schemas.map((schema) => schema["x-label"]);
  const label = labels.map((key) => dereference(key === undefined ? undefined : findPair(node, key)?.value));
  const named = label.find((value) => value?.kind === "scalar" && node.start <= value.start && value.end <= node.end);
  if (named?.kind === "scalar") return contentOf(named, file.source.text);
  const first = locate(rootOf(file.source), node.start)?.pair?.key;
  return first && node.start <= first.start && first.end <= node.end ? first : { start: node.start, end: node.start };
}
