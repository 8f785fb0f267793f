// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as abacConditionSyntax } from "./abac-condition-syntax.ts";
import { rule as auditIncomplete } from "./audit-incomplete.ts";
import { rule as authConfigType } from "./auth-config-type.ts";
import { rule as authModelNone } from "./auth-model-none.ts";
import { rule as authProviderNone } from "./auth-provider-none.ts";
import { rule as cidrInvalid } from "./cidr-invalid.ts";
import { rule as complianceCcpa } from "./compliance-ccpa.ts";
import { rule as complianceGdpr } from "./compliance-gdpr.ts";
import { rule as complianceHipaa } from "./compliance-hipaa.ts";
import { rule as complianceIso27001 } from "./compliance-iso27001.ts";
import { rule as compliancePciDss } from "./compliance-pci-dss.ts";
import { rule as complianceSox } from "./compliance-sox.ts";
import { rule as cookieInsecure } from "./cookie-insecure.ts";
import { rule as encryptionOff } from "./encryption-off.ts";
import { rule as jwtWeakAlgorithm } from "./jwt-weak-algorithm.ts";
import { rule as keyManagementWeak } from "./key-management-weak.ts";
import { rule as ldapPlaintext } from "./ldap-plaintext.ts";
import { rule as mfaMissing } from "./mfa-missing.ts";
import { rule as mfaWeakMethods } from "./mfa-weak-methods.ts";
import { rule as networkTooOpen } from "./network-too-open.ts";
import { rule as oauthRedirectInsecure } from "./oauth-redirect-insecure.ts";
import { rule as passwordPolicyWeak } from "./password-policy-weak.ts";
import { rule as portRangeInvalid } from "./port-range-invalid.ts";
import { rule as roleCycle } from "./role-cycle.ts";
import { rule as roleUndefinedParent } from "./role-undefined-parent.ts";
import { rule as roleUnknownPermission } from "./role-unknown-permission.ts";
import { rule as sessionTimes } from "./session-times.ts";
import { rule as tlsWeakCipher } from "./tls-weak-cipher.ts";
import { rule as wildcardPermission } from "./wildcard-permission.ts";

export const SECURITY_RULES: readonly Rule[] = [
  abacConditionSyntax,
  auditIncomplete,
  authConfigType,
  authModelNone,
  authProviderNone,
  cidrInvalid,
  complianceCcpa,
  complianceGdpr,
  complianceHipaa,
  complianceIso27001,
  compliancePciDss,
  complianceSox,
  cookieInsecure,
  encryptionOff,
  jwtWeakAlgorithm,
  keyManagementWeak,
  ldapPlaintext,
  mfaMissing,
  mfaWeakMethods,
  networkTooOpen,
  oauthRedirectInsecure,
  passwordPolicyWeak,
  portRangeInvalid,
  roleCycle,
  roleUndefinedParent,
  roleUnknownPermission,
  sessionTimes,
  tlsWeakCipher,
  wildcardPermission,
];
