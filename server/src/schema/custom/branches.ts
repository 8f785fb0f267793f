import { isTypeFault } from "./evaluate.ts";
import { type Branch, type Fault, isWithin, type Place } from "./outcome.ts";

/** The branches of a union that a value most likely means, and how sure that is. */
export interface Meant {
  readonly branches: readonly Branch[];
  /** Key whose value no branch allows, when that is all that can be said. */
  readonly undecidedBy?: string;
}

/**
 * The branches that a value most likely means: those whose type fits; of these those whose deciding keys (`const` or `enum`) agree; of
 * these those with the fewest faults.
 */
export function meantBranches(branches: readonly Branch[], place: Place): Meant {
  const fitting = branches.filter(
    (branch) => !branch.faults.some((fault) => fault.place === place && isTypeFault(fault)),
  );
  if (fitting.length === 0) return { branches: [] };
  const agreeing = fitting.filter((branch) => decidingFault(branch, place) === undefined);
  const candidates = agreeing.length > 0 ? agreeing : fitting;
  if (agreeing.length === 0) {
    const keys = new Set(fitting.map((branch) => decidingFault(branch, place)));
    const [key] = keys;
    if (keys.size === 1 && key !== undefined && fitting.length > 1) return { branches: fitting, undecidedBy: key };
  }
  const fewest = Math.min(...candidates.map(weightOf));
  return { branches: candidates.filter((branch) => weightOf(branch) === fewest) };
}

/** The direct child that contradicts a `const` or `enum` of a branch. */
function decidingFault(branch: Branch, place: Place): string | undefined {
  const fault = branch.faults.find(
    ({ keyword, place: at }) => (keyword === "const" || keyword === "enum") && at.outer === place,
  );
  return fault === undefined ? undefined : String(fault.place.step);
}

function weightOf({ faults }: Branch): number {
  return faults.reduce((sum, fault) => sum + faultWeight(fault), 0);
}

function faultWeight(fault: Fault): number {
  if (fault.keyword === "required") return fault.keys?.length ?? 1;
  if (fault.branches === undefined) return 1;
  return Math.max(1, Math.min(...fault.branches.map(weightOf)));
}

/** The faults of a branch that concern a place or what is in it. */
export function faultsWithin(branch: Branch, place: Place): readonly Fault[] {
  return branch.faults.filter((fault) => isWithin(fault.place, place));
}
