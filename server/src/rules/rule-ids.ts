// Written by scripts/generate-rules.ts from the rule files beside it.
/** The ids of all rules: known without loading them, because comments and settings name them. */
export const RULE_IDS: readonly string[] = [
  "abac-condition-syntax",
  "am-matcher-syntax",
  "cidr-invalid",
  "currency",
  "deprecated-field",
  "locale-tag",
  "message-syntax",
  "mfa-mismatch",
  "port-range-invalid",
  "promql-syntax",
  "promql-type",
  "range-inverted",
  "regex-not-re2",
  "template-syntax",
  "timezone-unknown",
  "unknown-property",
  "unquoted-template",
  "unquoted-version",
];
