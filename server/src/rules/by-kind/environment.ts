// Written by scripts/generate-rules.ts from the files of the rules.
import { rule as duplicateName } from "../document/duplicate-name.ts";
import { rule as placeholderInvalid } from "../document/placeholder-invalid.ts";
import { rule as plaintextSecret } from "../document/plaintext-secret.ts";
import { rule as rangeInverted } from "../document/range-inverted.ts";
import { rule as valueLostToComment } from "../document/value-lost-to-comment.ts";
import { rule as yamlAmbiguousScalar } from "../document/yaml-ambiguous-scalar.ts";
import { rule as bucketNameInvalid } from "../tenant/bucket-name-invalid.ts";
import { rule as cidrInvalid } from "../security/cidr-invalid.ts";
import { rule as complianceCcpa } from "../security/compliance-ccpa.ts";
import { rule as complianceGdpr } from "../security/compliance-gdpr.ts";
import { rule as complianceHipaa } from "../security/compliance-hipaa.ts";
import { rule as complianceIso27001 } from "../security/compliance-iso27001.ts";
import { rule as compliancePciDss } from "../security/compliance-pci-dss.ts";
import { rule as complianceSox } from "../security/compliance-sox.ts";
import { rule as encryptionOff } from "../security/encryption-off.ts";
import { rule as networkTooOpen } from "../security/network-too-open.ts";
import { rule as wildcardPermission } from "../security/wildcard-permission.ts";
import { rule as autoscalingCooldownOrder } from "../environment/autoscaling-cooldown-order.ts";
import { rule as cidrOverlap } from "../environment/cidr-overlap.ts";
import { rule as healthCheckTiming } from "../environment/health-check-timing.ts";
import { rule as lifecycleOrder } from "../environment/lifecycle-order.ts";
import { rule as prodHardening } from "../environment/prod-hardening.ts";
import { rule as queueLimits } from "../environment/queue-limits.ts";
import { rule as residencyViolation } from "../environment/residency-violation.ts";
import { rule as subnetOutsideVpc } from "../environment/subnet-outside-vpc.ts";
import { rule as timezoneUnknown } from "../localization/timezone-unknown.ts";
import { rule as environmentNotDeclared } from "../across-files/environment-not-declared.ts";
import { rule as frameworkMismatch } from "../across-files/framework-mismatch.ts";
import { rule as monitoringProviderMismatch } from "../across-files/monitoring-provider-mismatch.ts";
import { rule as tenantIdMismatch } from "../across-files/tenant-id-mismatch.ts";
import type { Rule } from "../rule.ts";

/** The rules that look at environment files themselves; the schema speaks for all others. */
export const RULES_OF_KIND: readonly Rule[] = [
  duplicateName,
  placeholderInvalid,
  plaintextSecret,
  rangeInverted,
  valueLostToComment,
  yamlAmbiguousScalar,
  bucketNameInvalid,
  cidrInvalid,
  complianceCcpa,
  complianceGdpr,
  complianceHipaa,
  complianceIso27001,
  compliancePciDss,
  complianceSox,
  encryptionOff,
  networkTooOpen,
  wildcardPermission,
  autoscalingCooldownOrder,
  cidrOverlap,
  healthCheckTiming,
  lifecycleOrder,
  prodHardening,
  queueLimits,
  residencyViolation,
  subnetOutsideVpc,
  timezoneUnknown,
  environmentNotDeclared,
  frameworkMismatch,
  monitoringProviderMismatch,
  tenantIdMismatch,
];
