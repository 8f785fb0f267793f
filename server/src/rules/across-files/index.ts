// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as alertTemplateLocale } from "./alert-template-locale.ts";
import { rule as channelUnknown } from "./channel-unknown.ts";
import { rule as envFloor } from "./env-floor.ts";
import { rule as environmentFileMissing } from "./environment-file-missing.ts";
import { rule as environmentNotDeclared } from "./environment-not-declared.ts";
import { rule as frameworkMismatch } from "./framework-mismatch.ts";
import { rule as gdprMismatch } from "./gdpr-mismatch.ts";
import { rule as mfaMismatch } from "./mfa-mismatch.ts";
import { rule as monitoringProviderMismatch } from "./monitoring-provider-mismatch.ts";
import { rule as tenantIdMismatch } from "./tenant-id-mismatch.ts";

export const ACROSS_FILES_RULES: readonly Rule[] = [
  alertTemplateLocale,
  channelUnknown,
  envFloor,
  environmentFileMissing,
  environmentNotDeclared,
  frameworkMismatch,
  gdprMismatch,
  mfaMismatch,
  monitoringProviderMismatch,
  tenantIdMismatch,
];
