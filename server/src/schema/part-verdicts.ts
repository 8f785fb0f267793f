import type { Anchored } from "../yaml/anchors.ts";
import { anchorsUsed, type Part } from "../yaml/part.ts";
import type { Schemas } from "./match.ts";

/** What was found out about the entries of a part. A part whose text changes is another part. */
interface Verdict {
  /** Schemas of the collection that the entries stand in. */
  readonly schemas: Schemas;
  /** What the aliases of the part stood for. */
  readonly anchors: readonly Anchored[];
  /** Keys that have to be there for the rest of their mapping to be judged; undefined while the entries are not known to be valid. */
  needed: readonly string[] | undefined;
  /** true when nothing in the entries is deprecated. */
  isCurrent: boolean;
}

/** The verdict is kept with the part: a table of all parts would have to be looked after by the garbage collector. */
const VERDICT = Symbol("verdict");

declare module "../yaml/part.ts" {
  interface Part {
    [VERDICT]?: Verdict;
  }
}

/** The verdict of a part as it stands now; a new one is only kept when nothing else than the part and its anchors can change it. */
function verdictOf(part: Part, schemas: Schemas): Verdict {
  const known = part[VERDICT];
  const anchors = part.firstAliases.length === 0 ? NO_ANCHORS : anchorsUsed(part);
  if (known && anchors && isSame(known.schemas, schemas) && isSame(known.anchors, anchors)) return known;
  const verdict: Verdict = { schemas, anchors: anchors ?? NO_ANCHORS, needed: undefined, isCurrent: false };
  if (anchors) part[VERDICT] = verdict;
  return verdict;
}

const NO_ANCHORS: readonly Anchored[] = [];

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}

/** For entries that are known to be valid in a collection with these schemas: the keys that judging the rest needs. Undefined for others. */
export function neededOfValid(part: Part, schemas: Schemas): readonly string[] | undefined {
  return verdictOf(part, schemas).needed;
}

/** Remembers that the entries of a part are valid, whatever stands around them. */
export function rememberValid(part: Part, schemas: Schemas, needed: readonly string[]): void {
  verdictOf(part, schemas).needed = needed;
}

/** true when the entries of a part are known to hold nothing deprecated. */
export function isCurrent(part: Part, schemas: Schemas): boolean {
  return verdictOf(part, schemas).isCurrent;
}

/** Remembers that the entries of a part hold nothing deprecated, whatever stands around them. */
export function rememberCurrent(part: Part, schemas: Schemas): void {
  verdictOf(part, schemas).isCurrent = true;
}
