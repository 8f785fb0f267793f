import type { Operation } from "../../schema/problem.ts";
import { parseExtendedDuration } from "../../values/extended-duration.ts";
import type { Place } from "../place.ts";
import { isBrokenCipher, recommendedOperations } from "./cipher-suites.ts";
import type { Control } from "./compliance.ts";

type Test = Control["accepts"];

/** A switch that has to be on. */
export const isOn: Test = (value) => value.boolean;

/** A section or list that has to be there, whatever it holds. */
export const isThere: Test = () => true;

/** A list that has to hold something. */
export const isFilled: Test = (value) => (value.isList ? value.size > 0 : undefined);

/** A number that is large enough. */
export function isAtLeast(least: number): Test {
  return ({ number }) => (number === undefined ? undefined : number >= least);
}

/** A number that is small enough. */
export function isAtMost(most: number): Test {
  return ({ number }) => (number === undefined ? undefined : number <= most);
}

/** A duration in seconds, or in words such as `30m`, that is long enough. */
export function lastsAtLeast(seconds: number): Test {
  return ({ scalarText }) => {
    const milliseconds = scalarText === undefined ? undefined : parseExtendedDuration(scalarText);
    return milliseconds === undefined ? undefined : milliseconds >= seconds * 1000;
  };
}

/** Any known value but one. */
export function isNot(refused: string): Test {
  return ({ text }) => (text === undefined ? undefined : text !== refused);
}

/** A list of texts that has to hold some, and the fix that appends those that are missing. */
export function holding(needed: readonly string[]): Pick<Control, "accepts" | "operations" | "value"> {
  return {
    value: needed,
    accepts: (list) => (list.isList && !list.holdsUnresolved ? missingIn(list, needed).length === 0 : undefined),
    operations: (list) => missingIn(list, needed).map((value): Operation => ({ do: "append", path: list.path, value })),
  };
}

function missingIn(list: Place, needed: readonly string[]): readonly string[] {
  const present = new Set(list.items().map(({ text }) => text));
  return needed.filter((item) => !present.has(item));
}

/** A list of cipher suites without broken ones, and the fix that writes the recommended list. */
export const STRONG_CIPHERS: Pick<Control, "accepts" | "operations"> = {
  accepts: (list) =>
    list.isList ? !list.items().some(({ text }) => text !== undefined && isBrokenCipher(text)) : undefined,
  operations: (list, file) => {
    const version = file.get("encryption", "in_transit", "tls_version");
    return recommendedOperations(list, version ? version.scalarText : "1.3");
  },
};
