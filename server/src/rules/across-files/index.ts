// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as mfaMismatch } from "./mfa-mismatch.ts";

export const ACROSS_FILES_RULES: readonly Rule[] = [
  mfaMismatch,
];
