// Written by scripts/generate-rules.ts from the files of the rules.
import { rule as duplicateName } from "../document/duplicate-name.ts";
import { rule as placeholderInvalid } from "../document/placeholder-invalid.ts";
import { rule as plaintextSecret } from "../document/plaintext-secret.ts";
import { rule as valueLostToComment } from "../document/value-lost-to-comment.ts";
import { rule as yamlAmbiguousScalar } from "../document/yaml-ambiguous-scalar.ts";
import { rule as rateLimitOrder } from "../tenant/rate-limit-order.ts";
import { rule as spotifyUnknownScope } from "../tenant/spotify-unknown-scope.ts";
import { rule as auditIncomplete } from "../security/audit-incomplete.ts";
import { rule as authConfigType } from "../security/auth-config-type.ts";
import { rule as authModelNone } from "../security/auth-model-none.ts";
import { rule as authProviderNone } from "../security/auth-provider-none.ts";
import { rule as cidrInvalid } from "../security/cidr-invalid.ts";
import { rule as complianceCcpa } from "../security/compliance-ccpa.ts";
import { rule as complianceGdpr } from "../security/compliance-gdpr.ts";
import { rule as complianceHipaa } from "../security/compliance-hipaa.ts";
import { rule as complianceIso27001 } from "../security/compliance-iso27001.ts";
import { rule as compliancePciDss } from "../security/compliance-pci-dss.ts";
import { rule as complianceSox } from "../security/compliance-sox.ts";
import { rule as cookieInsecure } from "../security/cookie-insecure.ts";
import { rule as encryptionOff } from "../security/encryption-off.ts";
import { rule as jwtWeakAlgorithm } from "../security/jwt-weak-algorithm.ts";
import { rule as keyManagementWeak } from "../security/key-management-weak.ts";
import { rule as ldapPlaintext } from "../security/ldap-plaintext.ts";
import { rule as mfaMissing } from "../security/mfa-missing.ts";
import { rule as mfaWeakMethods } from "../security/mfa-weak-methods.ts";
import { rule as networkTooOpen } from "../security/network-too-open.ts";
import { rule as oauthRedirectInsecure } from "../security/oauth-redirect-insecure.ts";
import { rule as passwordPolicyWeak } from "../security/password-policy-weak.ts";
import { rule as roleCycle } from "../security/role-cycle.ts";
import { rule as roleUndefinedParent } from "../security/role-undefined-parent.ts";
import { rule as roleUnknownPermission } from "../security/role-unknown-permission.ts";
import { rule as sessionTimes } from "../security/session-times.ts";
import { rule as tlsWeakCipher } from "../security/tls-weak-cipher.ts";
import { rule as wildcardPermission } from "../security/wildcard-permission.ts";
import { rule as channelUnknown } from "../across-files/channel-unknown.ts";
import { rule as envFloor } from "../across-files/env-floor.ts";
import { rule as mfaMismatch } from "../across-files/mfa-mismatch.ts";
import { rule as tenantIdMismatch } from "../across-files/tenant-id-mismatch.ts";
import type { Rule } from "../rule.ts";

/** The rules that look at security files themselves; the schema speaks for all others. */
export const RULES_OF_KIND: readonly Rule[] = [
  duplicateName,
  placeholderInvalid,
  plaintextSecret,
  valueLostToComment,
  yamlAmbiguousScalar,
  rateLimitOrder,
  spotifyUnknownScope,
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
  roleCycle,
  roleUndefinedParent,
  roleUnknownPermission,
  sessionTimes,
  tlsWeakCipher,
  wildcardPermission,
  channelUnknown,
  envFloor,
  mfaMismatch,
  tenantIdMismatch,
];
