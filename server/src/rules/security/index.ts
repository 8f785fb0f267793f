// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as abacConditionSyntax } from "./abac-condition-syntax.ts";
import { rule as authConfigType } from "./auth-config-type.ts";
import { rule as authModelNone } from "./auth-model-none.ts";
import { rule as authProviderNone } from "./auth-provider-none.ts";
import { rule as cidrInvalid } from "./cidr-invalid.ts";
import { rule as cookieInsecure } from "./cookie-insecure.ts";
import { rule as jwtWeakAlgorithm } from "./jwt-weak-algorithm.ts";
import { rule as ldapPlaintext } from "./ldap-plaintext.ts";
import { rule as mfaMissing } from "./mfa-missing.ts";
import { rule as mfaWeakMethods } from "./mfa-weak-methods.ts";
import { rule as oauthRedirectInsecure } from "./oauth-redirect-insecure.ts";
import { rule as passwordPolicyWeak } from "./password-policy-weak.ts";
import { rule as portRangeInvalid } from "./port-range-invalid.ts";
import { rule as roleCycle } from "./role-cycle.ts";
import { rule as roleUndefinedParent } from "./role-undefined-parent.ts";
import { rule as roleUnknownPermission } from "./role-unknown-permission.ts";
import { rule as sessionTimes } from "./session-times.ts";
import { rule as wildcardPermission } from "./wildcard-permission.ts";

export const SECURITY_RULES: readonly Rule[] = [
  abacConditionSyntax,
  authConfigType,
  authModelNone,
  authProviderNone,
  cidrInvalid,
  cookieInsecure,
  jwtWeakAlgorithm,
  ldapPlaintext,
  mfaMissing,
  mfaWeakMethods,
  oauthRedirectInsecure,
  passwordPolicyWeak,
  portRangeInvalid,
  roleCycle,
  roleUndefinedParent,
  roleUnknownPermission,
  sessionTimes,
  wildcardPermission,
];
