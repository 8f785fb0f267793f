// Written by scripts/generate-rules.ts from the files of the rules.
import { rule as placeholderInvalid } from "../document/placeholder-invalid.ts";
import { rule as plaintextSecret } from "../document/plaintext-secret.ts";
import { rule as rangeInverted } from "../document/range-inverted.ts";
import { rule as valueLostToComment } from "../document/value-lost-to-comment.ts";
import { rule as yamlAmbiguousScalar } from "../document/yaml-ambiguous-scalar.ts";
import { rule as bucketNameInvalid } from "../tenant/bucket-name-invalid.ts";
import { rule as cacheKeySpace } from "../tenant/cache-key-space.ts";
import { rule as envSharedDatastore } from "../tenant/env-shared-datastore.ts";
import { rule as environmentAliasDuplicate } from "../tenant/environment-alias-duplicate.ts";
import { rule as featureIncomplete } from "../tenant/feature-incomplete.ts";
import { rule as prodDatabaseTls } from "../tenant/prod-database-tls.ts";
import { rule as prodLocalHost } from "../tenant/prod-local-host.ts";
import { rule as rateLimitExceedsPlan } from "../tenant/rate-limit-exceeds-plan.ts";
import { rule as rateLimitOrder } from "../tenant/rate-limit-order.ts";
import { rule as spotifyUnknownScope } from "../tenant/spotify-unknown-scope.ts";
import { rule as tenantIdUnsafe } from "../tenant/tenant-id-unsafe.ts";
import { rule as complianceGdpr } from "../security/compliance-gdpr.ts";
import { rule as complianceHipaa } from "../security/compliance-hipaa.ts";
import { rule as compliancePciDss } from "../security/compliance-pci-dss.ts";
import { rule as encryptionOff } from "../security/encryption-off.ts";
import { rule as residencyViolation } from "../environment/residency-violation.ts";
import { rule as currency } from "../localization/currency.ts";
import { rule as localeTag } from "../localization/locale-tag.ts";
import { rule as channelUnknown } from "../across-files/channel-unknown.ts";
import { rule as envFloor } from "../across-files/env-floor.ts";
import { rule as environmentFileMissing } from "../across-files/environment-file-missing.ts";
import { rule as gdprMismatch } from "../across-files/gdpr-mismatch.ts";
import { rule as monitoringProviderMismatch } from "../across-files/monitoring-provider-mismatch.ts";
import { rule as tenantIdMismatch } from "../across-files/tenant-id-mismatch.ts";
import type { Rule } from "../rule.ts";

/** The rules that look at tenant files themselves; the schema speaks for all others. */
export const RULES_OF_KIND: readonly Rule[] = [
  placeholderInvalid,
  plaintextSecret,
  rangeInverted,
  valueLostToComment,
  yamlAmbiguousScalar,
  bucketNameInvalid,
  cacheKeySpace,
  envSharedDatastore,
  environmentAliasDuplicate,
  featureIncomplete,
  prodDatabaseTls,
  prodLocalHost,
  rateLimitExceedsPlan,
  rateLimitOrder,
  spotifyUnknownScope,
  tenantIdUnsafe,
  complianceGdpr,
  complianceHipaa,
  compliancePciDss,
  encryptionOff,
  residencyViolation,
  currency,
  localeTag,
  channelUnknown,
  envFloor,
  environmentFileMissing,
  gdprMismatch,
  monitoringProviderMismatch,
  tenantIdMismatch,
];
