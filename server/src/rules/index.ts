// Written by scripts/generate-rules.ts from the files of the rules.
import { rule as deprecatedField } from "./document/deprecated-field.ts";
import { rule as duplicateName } from "./document/duplicate-name.ts";
import { rule as placeholderInvalid } from "./document/placeholder-invalid.ts";
import { rule as plaintextSecret } from "./document/plaintext-secret.ts";
import { rule as rangeInverted } from "./document/range-inverted.ts";
import { rule as unknownProperty } from "./document/unknown-property.ts";
import { rule as unquotedTemplate } from "./document/unquoted-template.ts";
import { rule as unquotedVersion } from "./document/unquoted-version.ts";
import { rule as valueLostToComment } from "./document/value-lost-to-comment.ts";
import { rule as yamlAmbiguousScalar } from "./document/yaml-ambiguous-scalar.ts";
import { rule as bucketNameInvalid } from "./tenant/bucket-name-invalid.ts";
import { rule as cacheKeySpace } from "./tenant/cache-key-space.ts";
import { rule as envSharedDatastore } from "./tenant/env-shared-datastore.ts";
import { rule as environmentAliasDuplicate } from "./tenant/environment-alias-duplicate.ts";
import { rule as featureIncomplete } from "./tenant/feature-incomplete.ts";
import { rule as prodDatabaseTls } from "./tenant/prod-database-tls.ts";
import { rule as prodLocalHost } from "./tenant/prod-local-host.ts";
import { rule as rateLimitExceedsPlan } from "./tenant/rate-limit-exceeds-plan.ts";
import { rule as rateLimitOrder } from "./tenant/rate-limit-order.ts";
import { rule as spotifyUnknownScope } from "./tenant/spotify-unknown-scope.ts";
import { rule as tenantIdUnsafe } from "./tenant/tenant-id-unsafe.ts";
import { rule as alertSeverity } from "./monitoring/alert-severity.ts";
import { rule as amGroupBy } from "./monitoring/am-group-by.ts";
import { rule as amInhibitTooBroad } from "./monitoring/am-inhibit-too-broad.ts";
import { rule as amMatcherSyntax } from "./monitoring/am-matcher-syntax.ts";
import { rule as amReceiverIncomplete } from "./monitoring/am-receiver-incomplete.ts";
import { rule as amRootRoute } from "./monitoring/am-root-route.ts";
import { rule as amTimeInterval } from "./monitoring/am-time-interval.ts";
import { rule as amTimerOrder } from "./monitoring/am-timer-order.ts";
import { rule as amUnknownReceiver } from "./monitoring/am-unknown-receiver.ts";
import { rule as amUnreachableRoute } from "./monitoring/am-unreachable-route.ts";
import { rule as amUnusedReceiver } from "./monitoring/am-unused-receiver.ts";
import { rule as channelSettings } from "./monitoring/channel-settings.ts";
import { rule as grafanaCredentials } from "./monitoring/grafana-credentials.ts";
import { rule as grafanaProvisioning } from "./monitoring/grafana-provisioning.ts";
import { rule as labelNameReserved } from "./monitoring/label-name-reserved.ts";
import { rule as metricLabelTemplate } from "./monitoring/metric-label-template.ts";
import { rule as promqlAlwaysFiring } from "./monitoring/promql-always-firing.ts";
import { rule as promqlCounterWithoutRate } from "./monitoring/promql-counter-without-rate.ts";
import { rule as promqlHistogramQuantile } from "./monitoring/promql-histogram-quantile.ts";
import { rule as promqlMissingTenant } from "./monitoring/promql-missing-tenant.ts";
import { rule as promqlRangeTooShort } from "./monitoring/promql-range-too-short.ts";
import { rule as promqlSyntax } from "./monitoring/promql-syntax.ts";
import { rule as promqlType } from "./monitoring/promql-type.ts";
import { rule as recordingShadowsSource } from "./monitoring/recording-shadows-source.ts";
import { rule as regexNotRe2 } from "./monitoring/regex-not-re2.ts";
import { rule as relabelInvalid } from "./monitoring/relabel-invalid.ts";
import { rule as retentionMinutesTrap } from "./monitoring/retention-minutes-trap.ts";
import { rule as scrapeIntervalTooLong } from "./monitoring/scrape-interval-too-long.ts";
import { rule as scrapeNothing } from "./monitoring/scrape-nothing.ts";
import { rule as scrapeTimeoutExceedsInterval } from "./monitoring/scrape-timeout-exceeds-interval.ts";
import { rule as targetIsUrl } from "./monitoring/target-is-url.ts";
import { rule as templateLabelLost } from "./monitoring/template-label-lost.ts";
import { rule as templateSyntax } from "./monitoring/template-syntax.ts";
import { rule as templateWrongEngine } from "./monitoring/template-wrong-engine.ts";
import { rule as abacConditionSyntax } from "./security/abac-condition-syntax.ts";
import { rule as auditIncomplete } from "./security/audit-incomplete.ts";
import { rule as authConfigType } from "./security/auth-config-type.ts";
import { rule as authModelNone } from "./security/auth-model-none.ts";
import { rule as authProviderNone } from "./security/auth-provider-none.ts";
import { rule as cidrInvalid } from "./security/cidr-invalid.ts";
import { rule as complianceCcpa } from "./security/compliance-ccpa.ts";
import { rule as complianceGdpr } from "./security/compliance-gdpr.ts";
import { rule as complianceHipaa } from "./security/compliance-hipaa.ts";
import { rule as complianceIso27001 } from "./security/compliance-iso27001.ts";
import { rule as compliancePciDss } from "./security/compliance-pci-dss.ts";
import { rule as complianceSox } from "./security/compliance-sox.ts";
import { rule as cookieInsecure } from "./security/cookie-insecure.ts";
import { rule as encryptionOff } from "./security/encryption-off.ts";
import { rule as jwtWeakAlgorithm } from "./security/jwt-weak-algorithm.ts";
import { rule as keyManagementWeak } from "./security/key-management-weak.ts";
import { rule as ldapPlaintext } from "./security/ldap-plaintext.ts";
import { rule as mfaMissing } from "./security/mfa-missing.ts";
import { rule as mfaWeakMethods } from "./security/mfa-weak-methods.ts";
import { rule as networkTooOpen } from "./security/network-too-open.ts";
import { rule as oauthRedirectInsecure } from "./security/oauth-redirect-insecure.ts";
import { rule as passwordPolicyWeak } from "./security/password-policy-weak.ts";
import { rule as portRangeInvalid } from "./security/port-range-invalid.ts";
import { rule as roleCycle } from "./security/role-cycle.ts";
import { rule as roleUndefinedParent } from "./security/role-undefined-parent.ts";
import { rule as roleUnknownPermission } from "./security/role-unknown-permission.ts";
import { rule as sessionTimes } from "./security/session-times.ts";
import { rule as tlsWeakCipher } from "./security/tls-weak-cipher.ts";
import { rule as wildcardPermission } from "./security/wildcard-permission.ts";
import { rule as autoscalingCooldownOrder } from "./environment/autoscaling-cooldown-order.ts";
import { rule as cidrOverlap } from "./environment/cidr-overlap.ts";
import { rule as healthCheckTiming } from "./environment/health-check-timing.ts";
import { rule as lifecycleOrder } from "./environment/lifecycle-order.ts";
import { rule as prodHardening } from "./environment/prod-hardening.ts";
import { rule as queueLimits } from "./environment/queue-limits.ts";
import { rule as residencyViolation } from "./environment/residency-violation.ts";
import { rule as subnetOutsideVpc } from "./environment/subnet-outside-vpc.ts";
import { rule as completionMismatch } from "./localization/completion-mismatch.ts";
import { rule as currency } from "./localization/currency.ts";
import { rule as datePattern } from "./localization/date-pattern.ts";
import { rule as defaultLocaleUnlisted } from "./localization/default-locale-unlisted.ts";
import { rule as legalAge } from "./localization/legal-age.ts";
import { rule as localeNotListed } from "./localization/locale-not-listed.ts";
import { rule as localeNotTranslated } from "./localization/locale-not-translated.ts";
import { rule as localeTag } from "./localization/locale-tag.ts";
import { rule as messagePlaceholders } from "./localization/message-placeholders.ts";
import { rule as messageSyntax } from "./localization/message-syntax.ts";
import { rule as numberSeparators } from "./localization/number-separators.ts";
import { rule as pluralCategories } from "./localization/plural-categories.ts";
import { rule as rtlSupportOff } from "./localization/rtl-support-off.ts";
import { rule as textDirection } from "./localization/text-direction.ts";
import { rule as timezoneUnknown } from "./localization/timezone-unknown.ts";
import { rule as translationExtraKey } from "./localization/translation-extra-key.ts";
import { rule as translationMissingKey } from "./localization/translation-missing-key.ts";
import { rule as translationUntranslated } from "./localization/translation-untranslated.ts";
import { rule as alertTemplateLocale } from "./across-files/alert-template-locale.ts";
import { rule as channelUnknown } from "./across-files/channel-unknown.ts";
import { rule as envFloor } from "./across-files/env-floor.ts";
import { rule as environmentFileMissing } from "./across-files/environment-file-missing.ts";
import { rule as environmentNotDeclared } from "./across-files/environment-not-declared.ts";
import { rule as frameworkMismatch } from "./across-files/framework-mismatch.ts";
import { rule as gdprMismatch } from "./across-files/gdpr-mismatch.ts";
import { rule as mfaMismatch } from "./across-files/mfa-mismatch.ts";
import { rule as monitoringProviderMismatch } from "./across-files/monitoring-provider-mismatch.ts";
import { rule as tenantIdMismatch } from "./across-files/tenant-id-mismatch.ts";
import type { Rule } from "./rule.ts";

/** Every rule, by the sections of the specification. */
export const RULES: readonly Rule[] = [
  deprecatedField,
  duplicateName,
  placeholderInvalid,
  plaintextSecret,
  rangeInverted,
  unknownProperty,
  unquotedTemplate,
  unquotedVersion,
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
  alertSeverity,
  amGroupBy,
  amInhibitTooBroad,
  amMatcherSyntax,
  amReceiverIncomplete,
  amRootRoute,
  amTimeInterval,
  amTimerOrder,
  amUnknownReceiver,
  amUnreachableRoute,
  amUnusedReceiver,
  channelSettings,
  grafanaCredentials,
  grafanaProvisioning,
  labelNameReserved,
  metricLabelTemplate,
  promqlAlwaysFiring,
  promqlCounterWithoutRate,
  promqlHistogramQuantile,
  promqlMissingTenant,
  promqlRangeTooShort,
  promqlSyntax,
  promqlType,
  recordingShadowsSource,
  regexNotRe2,
  relabelInvalid,
  retentionMinutesTrap,
  scrapeIntervalTooLong,
  scrapeNothing,
  scrapeTimeoutExceedsInterval,
  targetIsUrl,
  templateLabelLost,
  templateSyntax,
  templateWrongEngine,
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
  autoscalingCooldownOrder,
  cidrOverlap,
  healthCheckTiming,
  lifecycleOrder,
  prodHardening,
  queueLimits,
  residencyViolation,
  subnetOutsideVpc,
  completionMismatch,
  currency,
  datePattern,
  defaultLocaleUnlisted,
  legalAge,
  localeNotListed,
  localeNotTranslated,
  localeTag,
  messagePlaceholders,
  messageSyntax,
  numberSeparators,
  pluralCategories,
  rtlSupportOff,
  textDirection,
  timezoneUnknown,
  translationExtraKey,
  translationMissingKey,
  translationUntranslated,
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
