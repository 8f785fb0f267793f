import type { Node, ParsedDocument, ParsedFile } from "./node.ts";
import { toValue, type Value } from "./value.ts";

/** true when two files have the same documents with the same values after aliases and merges; the order of keys does not count. */
export function haveSameValues(a: ParsedFile, b: ParsedFile): boolean {
  if (a.documents.length !== b.documents.length) return false;
  const [ours, theirs] = [inOrder(a), inOrder(b)];
  return ours.every(({ root }, index) => isSameValue(root, theirs[index]?.root));
}

/** The documents as they stand in the text: one that is looked at may come first. */
function inOrder({ documents }: ParsedFile): readonly ParsedDocument[] {
  return documents.toSorted((one, other) => one.start - other.start);
}

/** true when two nodes stand for the same value after aliases and merges. A value that can not be made is like no other. */
export function isSameValue(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b) return a === b;
  const [first, second] = [toValue(a), toValue(b)];
  return "value" in first && "value" in second && areEqual(first.value, second.value);
}

/** true when two values are equal; the order of keys does not count. */
export function areEqual(a: Value | undefined, b: Value | undefined): boolean {
  return isEqual(a, b, new Map());
}

/** Parts that several places share are compared once. */
function isEqual(a: Value | undefined, b: Value | undefined, known: Map<object, object>): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (known.get(a) === b) return true;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const isSame = keys.every((key) => Object.hasOwn(b, key) && isEqual(memberOf(a, key), memberOf(b, key), known));
  if (isSame) known.set(a, b);
  return isSame;
}

function memberOf(value: object, key: string): Value | undefined {
  return (value as Record<string, Value>)[key];
}
