import type { FixData, Problem } from "../schema/problem.ts";
import type { OffsetRange } from "../text/line-index.ts";
import type { Part } from "../yaml/part.ts";
import type { PathState } from "./selection.ts";

/** What the findings in a part depend on beside its text. */
export interface PartState {
  readonly state: PathState;
  readonly isDisabled: boolean;
  /** Everything that rules know from elsewhere. */
  readonly key: string;
  /** Index of the first entry of the part in its list. */
  readonly index: number;
  /** Number of steps to the collection that the entries stand in. */
  readonly depth: number;
}

interface Kept extends PartState {
  /** Offset of the part when the findings were made. */
  readonly offset: number;
  readonly problems: readonly Problem[];
}

/** Findings are kept with the part: a table of all parts would have to be looked after by the garbage collector. */
const FINDINGS = Symbol("findings");

declare module "../yaml/part.ts" {
  interface Part {
    [FINDINGS]?: Kept;
  }
}

/** What was found in a part when it was looked at in the same state, where it stands now; undefined when it has to be looked at. */
export function keptFindings(part: Part, now: PartState): readonly Problem[] | undefined {
  const kept = part[FINDINGS];
  if (!kept || kept.state !== now.state || kept.isDisabled !== now.isDisabled || kept.key !== now.key) return undefined;
  if (kept.problems.length === 0) return kept.problems;
  const offset = part.origin.offset - kept.offset;
  const index = now.index - kept.index;
  if (offset === 0 && index === 0) return kept.problems;
  const problems = kept.problems.map((problem) => moved(problem, offset, index, now.depth));
  part[FINDINGS] = { ...now, offset: part.origin.offset, problems };
  return problems;
}

/** Keeps what was found in a part. What also speaks of places outside of it is not kept, because those move by themselves. */
export function keepFindings(part: Part, now: PartState, problems: readonly Problem[]): void {
  const { offset } = part.origin;
  const range = { start: offset, end: offset + part.text.length };
  const isInside = ({ start, end }: OffsetRange): boolean => range.start <= start && end <= range.end;
  if (
    !problems.every(
      (problem) => isInside(problem) && (problem.related ?? []).every((other) => !other.file && isInside(other)),
    )
  ) {
    delete part[FINDINGS];
    return;
  }
  part[FINDINGS] = { ...now, offset, problems };
}

function moved(problem: Problem, offset: number, index: number, depth: number): Problem {
  const { start, end, related, data } = problem;
  return {
    ...problem,
    start: start + offset,
    end: end + offset,
    ...(related && {
      related: related.map((other) => ({ ...other, start: other.start + offset, end: other.end + offset })),
    }),
    ...(data && { data: movedData(data, index, depth) }),
  };
}

/** Fixes name their place by its path, and the entries of a list count from its beginning. */
function movedData(data: FixData, index: number, depth: number): FixData {
  const step = data.path[depth];
  if (index === 0 || typeof step !== "number") return data;
  return { ...data, path: data.path.with(depth, step + index) };
}
