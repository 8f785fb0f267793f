// Written by scripts/generate-rules.ts from the rule files beside it.
import { rule as placeholderInvalid } from "../document/placeholder-invalid.ts";
import { rule as plaintextSecret } from "../document/plaintext-secret.ts";
import { rule as valueLostToComment } from "../document/value-lost-to-comment.ts";
import { rule as yamlAmbiguousScalar } from "../document/yaml-ambiguous-scalar.ts";
import { rule as completionMismatch } from "../localization/completion-mismatch.ts";
import { rule as currency } from "../localization/currency.ts";
import { rule as defaultLocaleUnlisted } from "../localization/default-locale-unlisted.ts";
import { rule as localeNotTranslated } from "../localization/locale-not-translated.ts";
import { rule as localeTag } from "../localization/locale-tag.ts";
import { rule as textDirection } from "../localization/text-direction.ts";
import { rule as timezoneUnknown } from "../localization/timezone-unknown.ts";
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
  defaultLocaleUnlisted,
  localeNotTranslated,
  localeTag,
  textDirection,
  timezoneUnknown,
  envFloor,
  gdprMismatch,
  tenantIdMismatch,
];
