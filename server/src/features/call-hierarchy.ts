import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
} from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { type BoundOccurrence, bindName } from "../tenants/name-bindings.ts";
import { nameAt, namesOf } from "../tenants/name-index.ts";
import type { NodePath } from "../yaml/node.ts";
import {
  declaredBy,
  elementAt,
  hierarchyItem,
  isSameElement,
  type NamedElement,
  ownerOf,
  thingAbove,
  usedBy,
} from "./named-element.ts";

/**
 * What the name at an offset stands for, as the start of a hierarchy of who refers to whom: routes to receivers, escalation steps to
 * channels. Empty where there is no name.
 */
export function prepareCallHierarchy(model: FileModel, offset: number): CallHierarchyItem[] {
  const name = nameAt(model, offset);
  if (!name) return [];
  const { declarations } = bindName(model.context.files, model, name);
  const own: readonly BoundOccurrence[] = [{ file: model, occurrence: name }];
  const places = name.isDeclaration || declarations.length === 0 ? own : declarations;
  return [...grouped(places).keys()].map(hierarchyItem);
}

/** Who refers to the element at a path of a file. An element without a name is reached through the one that holds it. */
export function incomingCalls(model: FileModel, path: NodePath): CallHierarchyIncomingCall[] {
  const element = elementAt(model, path);
  if (!element) return [];
  const names = declaredBy(element);
  if (names.length === 0) {
    const holder = thingAbove(model, path);
    return holder ? [{ from: hierarchyItem(holder), fromRanges: [hierarchyItem(element).selectionRange] }] : [];
  }
  const uses = names.flatMap((name) => bindName(model.context.files, model, name).uses);
  return [...grouped(uses)].map(([from, places]) => ({ from: hierarchyItem(from), fromRanges: rangesOf(places) }));
}

/** What the element at a path of a file refers to, and the elements without names that it holds. */
export function outgoingCalls(model: FileModel, path: NodePath): CallHierarchyOutgoingCall[] {
  const element = elementAt(model, path);
  if (!element) return [];
  const calls: CallHierarchyOutgoingCall[] = [];
  const names = Map.groupBy(usedBy(element), ({ nameClass, name }) => `${nameClass} ${name}`);
  for (const [use, ...others] of names.values()) {
    if (!use) continue;
    const fromRanges = rangesOf([use, ...others].map((occurrence) => ({ file: model, occurrence })));
    const { declarations } = bindName(model.context.files, model, use);
    for (const to of grouped(declarations).keys()) calls.push({ to: hierarchyItem(to), fromRanges });
  }
  for (const held of heldBy(element)) {
    const to = hierarchyItem(held);
    calls.push({ to, fromRanges: [to.selectionRange] });
  }
  return calls;
}

/** Elements that use names, declare none and stand directly within an element. */
function heldBy(element: NamedElement): readonly NamedElement[] {
  const { start, end } = element.node;
  const uses = namesOf(element.file).uses.filter((use) => start <= use.start && use.end <= end);
  const owners = [...grouped(uses.map((occurrence) => ({ file: element.file, occurrence }))).keys()];
  return owners.filter((owner) => {
    const holder = thingAbove(owner.file, owner.path);
    return holder !== undefined && isSameElement(holder, element) && declaredBy(owner).length === 0;
  });
}

/** Places by the element that they belong to, in order. */
function grouped(places: readonly BoundOccurrence[]): ReadonlyMap<NamedElement, BoundOccurrence[]> {
  const groups = new Map<NamedElement, BoundOccurrence[]>();
  const known = new Map<object, NamedElement>();
  for (const place of places) {
    const found = ownerOf(place.file, place.occurrence);
    if (!found) continue;
    const owner = known.get(found.node) ?? found;
    known.set(found.node, owner);
    groups.set(owner, [...(groups.get(owner) ?? []), place]);
  }
  return groups;
}

function rangesOf(places: readonly BoundOccurrence[]): CallHierarchyIncomingCall["fromRanges"] {
  return places.map(({ file, occurrence: { start, end } }) => file.source.lines.rangeOf({ start, end }));
}
