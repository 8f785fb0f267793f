// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as bucketNameInvalid } from "./bucket-name-invalid.ts";
import { rule as cacheKeySpace } from "./cache-key-space.ts";
import { rule as envSharedDatastore } from "./env-shared-datastore.ts";
import { rule as environmentAliasDuplicate } from "./environment-alias-duplicate.ts";
import { rule as featureIncomplete } from "./feature-incomplete.ts";
import { rule as prodDatabaseTls } from "./prod-database-tls.ts";
import { rule as prodLocalHost } from "./prod-local-host.ts";
import { rule as rateLimitExceedsPlan } from "./rate-limit-exceeds-plan.ts";
import { rule as rateLimitOrder } from "./rate-limit-order.ts";
import { rule as spotifyUnknownScope } from "./spotify-unknown-scope.ts";
import { rule as tenantIdUnsafe } from "./tenant-id-unsafe.ts";

export const TENANT_RULES: readonly Rule[] = [
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
];
