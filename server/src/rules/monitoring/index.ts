// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as amMatcherSyntax } from "./am-matcher-syntax.ts";
import { rule as promqlSyntax } from "./promql-syntax.ts";
import { rule as promqlType } from "./promql-type.ts";
import { rule as regexNotRe2 } from "./regex-not-re2.ts";
import { rule as templateSyntax } from "./template-syntax.ts";

export const MONITORING_RULES: readonly Rule[] = [
  amMatcherSyntax,
  promqlSyntax,
  promqlType,
  regexNotRe2,
  templateSyntax,
];
