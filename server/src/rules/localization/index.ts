// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as completionMismatch } from "./completion-mismatch.ts";
import { rule as currency } from "./currency.ts";
import { rule as datePattern } from "./date-pattern.ts";
import { rule as defaultLocaleUnlisted } from "./default-locale-unlisted.ts";
import { rule as legalAge } from "./legal-age.ts";
import { rule as localeNotListed } from "./locale-not-listed.ts";
import { rule as localeNotTranslated } from "./locale-not-translated.ts";
import { rule as localeTag } from "./locale-tag.ts";
import { rule as messagePlaceholders } from "./message-placeholders.ts";
import { rule as messageSyntax } from "./message-syntax.ts";
import { rule as numberSeparators } from "./number-separators.ts";
import { rule as pluralCategories } from "./plural-categories.ts";
import { rule as rtlSupportOff } from "./rtl-support-off.ts";
import { rule as textDirection } from "./text-direction.ts";
import { rule as timezoneUnknown } from "./timezone-unknown.ts";
import { rule as translationExtraKey } from "./translation-extra-key.ts";
import { rule as translationMissingKey } from "./translation-missing-key.ts";
import { rule as translationUntranslated } from "./translation-untranslated.ts";

export const LOCALIZATION_RULES: readonly Rule[] = [
  completionMismatch,
  currency,
  datePattern,
  defaultLocaleUnlisted,
  legalAge,
  localeNotListed,
  localeNotTranslated,
  localeTag,
  messagePlaceholders,
  messageSyntax,
  numberSeparators,
  pluralCategories,
  rtlSupportOff,
  textDirection,
  timezoneUnknown,
  translationExtraKey,
  translationMissingKey,
  translationUntranslated,
];
