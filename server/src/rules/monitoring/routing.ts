import { MAXIMUM_DEPTH } from "../../yaml/limits.ts";
import type { Place } from "../place.ts";

/** A route and every route below it, parents first. */
export function routesFrom(route: Place): readonly Place[] {
  const found: Place[] = [];
  const collect = (place: Place): void => {
    if (!place.isMap || place.path.length > MAXIMUM_DEPTH) return;
    found.push(place);
    for (const child of place.get("routes")?.items() ?? []) collect(child);
  };
  collect(route);
  return found;
}

/** The `name` of every item of a list; undefined when a name, or the list, is not known. */
export function namesIn(list: Place | undefined): readonly string[] | undefined {
  if (!list || list.isNull) return [];
  if (!list.isList) return undefined;
  const names: string[] = [];
  for (const item of list.items()) {
    if (item.isUnresolved) return undefined;
    const name = item.get("name");
    if (name?.isUnresolved) return undefined;
    const text = name?.scalarText;
    if (text !== undefined) names.push(text);
  }
  return names;
}

/** true for a list or mapping that holds something, as far as that is known. */
export function holdsEntries(place: Place | undefined): place is Place {
  return place !== undefined && place.size > 0;
}
