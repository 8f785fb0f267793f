import { parseMatchers } from "../../values/matcher-syntax.ts";
import type { Place } from "../place.ts";

/** Keys whose values are regular expressions. */
export const REGEX_KEYS: ReadonlySet<string> = new Set(["match_re", "source_match_re", "target_match_re"]);

/** What a matcher demands of a label; a label that an alert does not have is the empty text. */
export interface Demand {
  readonly label: string;
  /** The values that pass, those that do not pass, or a regular expression of which only equality is known. */
  readonly values:
    | { readonly only: ReadonlySet<string> }
    | { readonly not: ReadonlySet<string> }
    | { readonly opaque: string };
  /** Where it is written. */
  readonly place: Place;
}

/** What the conditions of a route or one side of an inhibition demand; all demands have to hold. */
export interface Demands {
  readonly list: readonly Demand[];
  /** false when something else is demanded that is not known. */
  readonly isComplete: boolean;
}

/** Reads the conditions of a mapping, in the form of today and in the deprecated ones. */
export function demandsOf(place: Place, prefix = ""): Demands {
  const list: Demand[] = [];
  let isComplete = true;
  const matchers = place.get(`${prefix}matchers`);
  for (const item of matchers?.items() ?? []) {
    const read = demandsIn(item);
    if (read) list.push(...read);
    else isComplete = false;
  }
  if (matchers && !matchers.isList && !matchers.isNull) isComplete = false;
  for (const key of [`${prefix}match`, `${prefix}match_re`]) {
    const map = place.get(key);
    if (map && !map.isMap && !map.isNull) isComplete = false;
    for (const entry of map?.entries() ?? []) {
      const text = entry.scalarText;
      if (text === undefined) isComplete = false;
      else list.push(...demandsFrom(entry.name, REGEX_KEYS.has(key) ? "=~" : "=", text, entry));
    }
  }
  return { list, isComplete };
}

function demandsIn(place: Place): readonly Demand[] | undefined {
  const parsed = place.text === undefined ? undefined : parseMatchers(place.text);
  if (!parsed || "message" in parsed) return undefined;
  return parsed.flatMap(({ label, operator, operand }) => demandsFrom(label.value, operator, operand.value, place));
}

function demandsFrom(label: string, operator: string, text: string, place: Place): readonly Demand[] {
  const isNegative = operator.startsWith("!");
  if (!operator.endsWith("~")) return [demand(label, isNegative, [text], place)];
  if (text === ".*" && !isNegative) return [];
  if (text === ".+") return [demand(label, !isNegative, [""], place)];
  const words = alternatives(text);
  return [words ? demand(label, isNegative, words, place) : { label, values: { opaque: operator + text }, place }];
}

function demand(label: string, isNegative: boolean, values: readonly string[], place: Place): Demand {
  const set = new Set(values);
  return { label, values: isNegative ? { not: set } : { only: set }, place };
}

/** The words of a regular expression that is nothing but a choice of words. */
function alternatives(text: string): readonly string[] | undefined {
  const inner = /^\((?:\?:)?([^()]*)\)$/.exec(text)?.[1] ?? text;
  return /[\\.+*?()[\]{}^$]/.test(inner) ? undefined : inner.split("|");
}

/** true when every alert that meets the first demand certainly meets the second one. */
export function implies({ label, values: a }: Demand, { label: other, values: b }: Demand): boolean {
  if (label !== other) return false;
  if ("opaque" in a) return "opaque" in b && a.opaque === b.opaque;
  if ("opaque" in b) return false;
  if ("only" in a) return "only" in b ? isWithin(a.only, b.only) : isApart(a.only, b.not);
  return "not" in b && isWithin(b.not, a.not);
}

/** true when certainly no alert meets both demands. */
export function contradicts({ label, values: a }: Demand, { label: other, values: b }: Demand): boolean {
  if (label !== other) return false;
  if ("opaque" in a || "opaque" in b) {
    return "opaque" in a && "opaque" in b && a.opaque.slice(2) === b.opaque.slice(2) && a.opaque !== b.opaque;
  }
  if ("only" in a) return "only" in b ? isApart(a.only, b.only) : isWithin(a.only, b.not);
  return "only" in b && isWithin(b.only, a.not);
}

function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return some.size <= all.size && [...some].every((value) => all.has(value));
}

function isApart(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return ![...some].some((value) => others.has(value));
}
