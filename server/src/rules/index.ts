import { ACROSS_FILES_RULES } from "./across-files/index.ts";
import { DOCUMENT_RULES } from "./document/index.ts";
import { ENVIRONMENT_RULES } from "./environment/index.ts";
import { LOCALIZATION_RULES } from "./localization/index.ts";
import { MONITORING_RULES } from "./monitoring/index.ts";
import type { Rule } from "./rule.ts";
import { SECURITY_RULES } from "./security/index.ts";
import { TENANT_RULES } from "./tenant/index.ts";

/** Every rule, by the sections of the specification. */
export const RULES: readonly Rule[] = [
  ...DOCUMENT_RULES,
  ...TENANT_RULES,
  ...MONITORING_RULES,
  ...SECURITY_RULES,
  ...ENVIRONMENT_RULES,
  ...LOCALIZATION_RULES,
  ...ACROSS_FILES_RULES,
];
