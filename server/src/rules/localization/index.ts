// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as completionMismatch } from "./completion-mismatch.ts";
import { rule as currency } from "./currency.ts";
import { rule as defaultLocaleUnlisted } from "./default-locale-unlisted.ts";
import { rule as localeNotTranslated } from "./locale-not-translated.ts";
import { rule as localeTag } from "./locale-tag.ts";
import { rule as messageSyntax } from "./message-syntax.ts";
import { rule as textDirection } from "./text-direction.ts";
import { rule as timezoneUnknown } from "./timezone-unknown.ts";

export const LOCALIZATION_RULES: readonly Rule[] = [
  completionMismatch,
  currency,
  defaultLocaleUnlisted,
  localeNotTranslated,
  localeTag,
  messageSyntax,
  textDirection,
  timezoneUnknown,
];
