// Written by scripts/generate-rules.ts from the files of the rules.
import { rule as placeholderInvalid } from "../document/placeholder-invalid.ts";
import { rule as plaintextSecret } from "../document/plaintext-secret.ts";
import { rule as valueLostToComment } from "../document/value-lost-to-comment.ts";
import { rule as yamlAmbiguousScalar } from "../document/yaml-ambiguous-scalar.ts";
import { rule as completionMismatch } from "../localization/completion-mismatch.ts";
import { rule as currency } from "../localization/currency.ts";
import { rule as datePattern } from "../localization/date-pattern.ts";
import { rule as defaultLocaleUnlisted } from "../localization/default-locale-unlisted.ts";
import { rule as legalAge } from "../localization/legal-age.ts";
import { rule as localeNotListed } from "../localization/locale-not-listed.ts";
import { rule as localeNotTranslated } from "../localization/locale-not-translated.ts";
import { rule as localeTag } from "../localization/locale-tag.ts";
import { rule as messagePlaceholders } from "../localization/message-placeholders.ts";
import { rule as numberSeparators } from "../localization/number-separators.ts";
import { rule as pluralCategories } from "../localization/plural-categories.ts";
import { rule as rtlSupportOff } from "../localization/rtl-support-off.ts";
import { rule as textDirection } from "../localization/text-direction.ts";
import { rule as timezoneUnknown } from "../localization/timezone-unknown.ts";
import { rule as translationExtraKey } from "../localization/translation-extra-key.ts";
import { rule as translationMissingKey } from "../localization/translation-missing-key.ts";
import { rule as translationUntranslated } from "../localization/translation-untranslated.ts";
import { rule as envFloor } from "../across-files/env-floor.ts";
import { rule as gdprMismatch } from "../across-files/gdpr-mismatch.ts";
import { rule as tenantIdMismatch } from "../across-files/tenant-id-mismatch.ts";
import type { Rule } from "../rule.ts";

/** The rules that look at localization files themselves; the schema speaks for all others. */
export const RULES_OF_KIND: readonly Rule[] = [
  placeholderInvalid,
  plaintextSecret,
  valueLostToComment,
  yamlAmbiguousScalar,
  completionMismatch,
  currency,
  datePattern,
  defaultLocaleUnlisted,
  legalAge,
  localeNotListed,
  localeNotTranslated,
  localeTag,
  messagePlaceholders,
  numberSeparators,
  pluralCategories,
  rtlSupportOff,
  textDirection,
  timezoneUnknown,
  translationExtraKey,
  translationMissingKey,
  translationUntranslated,
  envFloor,
  gdprMismatch,
  tenantIdMismatch,
];
