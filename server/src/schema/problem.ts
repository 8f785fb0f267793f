import type { OffsetRange } from "../text/line-index.ts";
import type { NodePath, ProblemSeverity } from "../yaml/node.ts";

/** What a quick fix needs to know; plain JSON that travels in the `data` of a diagnostic. */
export type FixData =
  /** Rename the key at `path` to one of the names, best first. */
  | { readonly fix: "rename-key"; readonly path: NodePath; readonly names: readonly string[] }
  /** Replace the value at `path` by one of the values, best first. */
  | { readonly fix: "replace-value"; readonly path: NodePath; readonly values: readonly (string | number | boolean)[] }
  /** Add the keys to the mapping at `path`. */
  | { readonly fix: "add-required"; readonly path: NodePath; readonly keys: readonly string[] }
  /** Make the value at `path` a list of itself. */
  | { readonly fix: "wrap-in-list"; readonly path: NodePath }
  /** Put the value at `path` in quotes, as it is written. */
  | { readonly fix: "quote-value"; readonly path: NodePath };

/** A fault found in a document. Offsets are UTF-16 units in its text. */
export interface Problem extends OffsetRange {
  /** Stable code, the name of its page under `docs/diagnostics`. */
  readonly code: string;
  readonly message: string;
  readonly severity: ProblemSeverity;
  readonly related?: readonly (OffsetRange & { readonly message: string })[];
  readonly tags?: readonly ("deprecated" | "unnecessary")[];
  readonly data?: FixData;
}

/** The problems, each once: the same fault can be reached through several aliases and schemas. */
export function uniqueProblems(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const problem of problems) {
    const id = `${problem.start}:${problem.end}:${problem.code}:${problem.message}`;
    if (!byPlace.has(id)) byPlace.set(id, problem);
  }
  return [...byPlace.values()];
}
