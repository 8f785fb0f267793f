import type { Place } from "../place.ts";

/** A role of a security file. */
export interface Role {
  readonly name: string;
  readonly place: Place;
  /** The items of `inherit_from` whose text is known. */
  readonly parents: readonly RoleName[];
}

/** The name of a role where it is used. */
export interface RoleName {
  readonly name: string;
  readonly place: Place;
}

/** The roles of a list by their names, in document order. Of several with one name the first one counts; those without a known name are left out. */
export function rolesByName(roles: Place | undefined): ReadonlyMap<string, Role> {
  const byName = new Map<string, Role>();
  for (const place of roles?.items() ?? []) {
    const name = place.get("name")?.text;
    if (name !== undefined && !byName.has(name)) byName.set(name, { name, place, parents: parentsOf(place) });
  }
  return byName;
}

function parentsOf(role: Place): readonly RoleName[] {
  const items = role.get("inherit_from")?.items() ?? [];
  return items.flatMap((place) => {
    const name = place.text;
    return name === undefined ? [] : [{ name, place }];
  });
}
