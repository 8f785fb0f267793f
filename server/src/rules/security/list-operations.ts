import type { Operation } from "../../schema/problem.ts";
import type { Place } from "../place.ts";

/** Steps that put other texts in the place of items of a list, by index; none removes the item. Paths count from the list. */
export function replacingItems(
  list: Place,
  replacements: ReadonlyMap<number, readonly string[]>,
): readonly Operation[] {
  return wholeList(list, replacements) ?? [...replacements].flatMap(([index, texts]) => oneItem(index, texts));
}

/** A list on one line is written anew, so that quotes that are no longer needed go. */
function wholeList(
  { written, source }: Place,
  replacements: ReadonlyMap<number, readonly string[]>,
): readonly Operation[] | undefined {
  if (written.kind !== "sequence" || !written.flow || source.includes("\n")) return undefined;
  const items = written.items.map((item) => (item.kind === "scalar" ? item.value : undefined));
  if (!items.every((item) => typeof item === "string")) return undefined;
  return [{ do: "set", path: [], value: items.flatMap((item, index) => replacements.get(index) ?? [item]) }];
}

function oneItem(index: number, [first, ...others]: readonly string[]): readonly Operation[] {
  const replacing: Operation =
    first === undefined ? { do: "remove", path: [index] } : { do: "set", path: [index], value: first };
  return [replacing, ...others.map((value): Operation => ({ do: "append", path: [], value }))];
}
