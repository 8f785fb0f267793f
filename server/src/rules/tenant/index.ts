// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";

export const TENANT_RULES: readonly Rule[] = [];
