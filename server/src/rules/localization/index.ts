// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as currency } from "./currency.ts";
import { rule as localeTag } from "./locale-tag.ts";
import { rule as messageSyntax } from "./message-syntax.ts";
import { rule as timezoneUnknown } from "./timezone-unknown.ts";

export const LOCALIZATION_RULES: readonly Rule[] = [
  currency,
  localeTag,
  messageSyntax,
  timezoneUnknown,
];
