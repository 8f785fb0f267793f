// Written by scripts/generate-rules.ts from the rule files beside it.
/** The ids of all rules: known without loading them, because comments and settings name them. */
export const RULE_IDS: readonly string[] = [
  "mfa-mismatch",
  "range-inverted",
];
