import type { OffsetRange } from "../text/line-index.ts";
import type { NodePath, ProblemSeverity } from "../yaml/node.ts";
import type { Source } from "../yaml/source.ts";

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
  | { readonly fix: "quote-value"; readonly path: NodePath }
  /** Make one of the changes, best first; their paths count from `path`. */
  | { readonly fix: "change"; readonly path: NodePath; readonly changes: readonly Change[] };

/** What can stand in a file. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One way to put something right. */
export interface Change {
  /** What it does, as it stands in the menu: `Set \`port\` to \`5432\``. */
  readonly title: string;
  /** false for a change that nobody should make without a look. */
  readonly preferred?: false;
  readonly operations: readonly Operation[];
}

/**
 * A step of a change. Paths count from the path of the fix; those of another file of the tenant, named by its URI, from its root. All steps
 * see the file as it was before the first one, so no two of them may touch the same entry.
 */
export type Operation = { readonly file?: string } & (
  | { readonly do: "set"; readonly path: NodePath; readonly value: JsonValue }
  /** Add an item to the end of a list, which is made when it is not there. */
  | { readonly do: "append"; readonly path: NodePath; readonly value: JsonValue }
  /** Remove an entry or item. */
  | { readonly do: "remove"; readonly path: NodePath }
  /** Give a key another name. */
  | { readonly do: "rename"; readonly path: NodePath; readonly name: string }
  /** Exchange what is written at two places. */
  | { readonly do: "swap"; readonly path: NodePath; readonly with: NodePath }
);

/** Another place that a fault is about. */
export interface RelatedRange extends OffsetRange {
  readonly message: string;
  /** The file it stands in; undefined for the document itself. */
  readonly file?: { readonly uri: string; readonly source: Source };
}

/** A fault found in a document. Offsets are UTF-16 units in its text. */
export interface Problem extends OffsetRange {
  /** Stable code, the name of its page under `docs/diagnostics`. */
  readonly code: string;
  readonly message: string;
  readonly severity: ProblemSeverity;
  readonly related?: readonly RelatedRange[];
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
