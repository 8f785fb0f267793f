import type { Diagnostic } from "vscode-languageserver-types";
import type { Kind } from "../protocol.ts";

/** Diagnostics of one file, an entry of `files` in what `--format json` prints. The shape is an interface for other programs: it only grows. */
export interface FileReport {
  readonly path: string;
  /** `custom` for a file with a schema of its team. */
  readonly kind: Kind | "custom";
  readonly diagnostics: readonly Diagnostic[];
}

/** Tenant files, and their diagnostics by severity. */
export interface Counts {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** The entry `summary` of what `--format json` prints. */
export interface Summary extends Counts {
  readonly durationMs: number;
}

export const NO_COUNTS: Counts = { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0 };

/** Counts of one file. */
export function countsOf(report: FileReport): Counts {
  const count = (severity: number): number =>
    report.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { files: 1, errors: count(1), warnings: count(2), infos: count(3), hints: count(4) };
}

/** Counts of two groups of files together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    files: a.files + b.files,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    hints: a.hints + b.hints,
  };
}
