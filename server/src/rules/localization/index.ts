// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";

export const LOCALIZATION_RULES: readonly Rule[] = [];
