import { RULE_IDS } from "../rules/rule-ids.ts";

/** Codes of what is no rule. Each has a section in `docs/diagnostics.md`. */
export const ENGINE_CODES: readonly string[] = [
  "alias-cycle",
  "alias-expansion",
  "conflicting-properties",
  "duplicate-item",
  "duplicate-key",
  "invalid-format",
  "json-comment",
  "json-syntax",
  "json-trailing-comma",
  "line-too-long",
  "merge-conflict",
  "missing-property",
  "missing-value",
  "multiple-documents",
  "nesting-too-deep",
  "out-of-range",
  "remote-schema",
  "tab-indentation",
  "type-mismatch",
  "unknown-suppression",
  "unresolved-alias",
  "unusable-schema",
  "unused-suppression",
  "value-not-allowed",
  "wrong-length",
  "yaml-syntax",
];

/** Every code that a diagnostic can have. */
export const DIAGNOSTIC_CODES: readonly string[] = [...ENGINE_CODES, ...RULE_IDS].sort();

/** Codes of texts that loaders can not read. As errors they are always said. */
const UNREADABLE: ReadonlySet<string> = new Set([
  "alias-cycle",
  "alias-expansion",
  "json-syntax",
  "line-too-long",
  "merge-conflict",
  "nesting-too-deep",
  "tab-indentation",
  "unresolved-alias",
  "yaml-syntax",
]);

/** false for the code of a text that no loader can read: no comment hides it. A warning with such a code is an ordinary one. */
export function canBeSuppressed(code: string, isError: boolean): boolean {
  return !isError || !UNREADABLE.has(code);
}
