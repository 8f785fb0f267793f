import type { ParseProblem } from "./node.ts";

/** A problem moved by a distance, its related place with it. */
export function shifted(problem: ParseProblem, distance: number): ParseProblem {
  if (distance === 0) return problem;
  const { related } = problem;
  const moved = { ...problem, start: problem.start + distance, end: problem.end + distance };
  if (!related) return moved;
  return { ...moved, related: { ...related, start: related.start + distance, end: related.end + distance } };
}
