import type { Place } from "../place.ts";

/** What can be done with a resource (contract B.3). */
export const ACTIONS: readonly string[] = ["create", "read", "update", "delete", "list", "execute"];

export const WILDCARD = "*";

/** A reference `resource:action`. Resources can hold colons themselves. */
export interface ResourceAction {
  readonly resource: string;
  readonly action: string;
}

/** The two sides of a reference; undefined for one without a colon. */
export function resourceAction(reference: string): ResourceAction | undefined {
  const colon = reference.lastIndexOf(":");
  return colon < 0 ? undefined : { resource: reference.slice(0, colon), action: reference.slice(colon + 1) };
}

/** Names of the permissions of a catalogue that stand for every action on every resource. */
export function allPowerfulNames(catalogue: Place | undefined): ReadonlySet<string> {
  const names = (catalogue?.items() ?? [])
    .filter((entry) => entry.get("resource")?.text === WILDCARD && entry.get("action")?.text === WILDCARD)
    .filter((entry) => !entry.get("conditions")?.size)
    .flatMap((entry) => entry.get("name")?.text ?? []);
  return new Set(names);
}

/** true for a reference that allows everything as it is written. */
export function isEverything(reference: string): boolean {
  return reference === WILDCARD || reference === "*:*";
}
