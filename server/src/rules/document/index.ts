// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as rangeInverted } from "./range-inverted.ts";

export const DOCUMENT_RULES: readonly Rule[] = [
  rangeInverted,
];
