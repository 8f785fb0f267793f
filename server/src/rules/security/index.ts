// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as abacConditionSyntax } from "./abac-condition-syntax.ts";
import { rule as cidrInvalid } from "./cidr-invalid.ts";
import { rule as portRangeInvalid } from "./port-range-invalid.ts";

export const SECURITY_RULES: readonly Rule[] = [
  abacConditionSyntax,
  cidrInvalid,
  portRangeInvalid,
];
