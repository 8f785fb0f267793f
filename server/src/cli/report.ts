import type { Diagnostic } from "vscode-languageserver-types";
import type { Kind } from "../protocol.ts";

/** Diagnostics of one file. */
export interface FileReport {
  readonly path: string;
  readonly kind: Kind;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly durationMs: number;
}

/** What `--format json` prints. The shape is an interface for other programs: it only grows. */
export interface JsonReport {
  readonly schemaVersion: 1;
  readonly files: readonly FileReport[];
  readonly summary: Summary;
}

/** Counts over all files. */
export function summarize(files: readonly FileReport[], durationMs: number): Summary {
  const count = (severity: number): number =>
    files.reduce(
      (sum, file) => sum + file.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
      0,
    );
  return {
    files: files.length,
    errors: count(1),
    warnings: count(2),
    infos: count(3),
    hints: count(4),
    durationMs: Math.round(durationMs),
  };
}
