// Written by scripts/generate-rules.ts from the files of the rules.
import { page as deprecatedField } from "./document/deprecated-field.ts";
import { page as duplicateName } from "./document/duplicate-name.ts";
import { page as placeholderInvalid } from "./document/placeholder-invalid.ts";
import { page as plaintextSecret } from "./document/plaintext-secret.ts";
import { page as rangeInverted } from "./document/range-inverted.ts";
import { page as unknownProperty } from "./document/unknown-property.ts";
import { page as unquotedTemplate } from "./document/unquoted-template.ts";
import { page as unquotedVersion } from "./document/unquoted-version.ts";
import { page as valueLostToComment } from "./document/value-lost-to-comment.ts";
import { page as yamlAmbiguousScalar } from "./document/yaml-ambiguous-scalar.ts";
import { page as bucketNameInvalid } from "./tenant/bucket-name-invalid.ts";
import { page as cacheKeySpace } from "./tenant/cache-key-space.ts";
import { page as envSharedDatastore } from "./tenant/env-shared-datastore.ts";
import { page as environmentAliasDuplicate } from "./tenant/environment-alias-duplicate.ts";
import { page as featureIncomplete } from "./tenant/feature-incomplete.ts";
import { page as prodDatabaseTls } from "./tenant/prod-database-tls.ts";
import { page as prodLocalHost } from "./tenant/prod-local-host.ts";
import { page as rateLimitExceedsPlan } from "./tenant/rate-limit-exceeds-plan.ts";
import { page as rateLimitOrder } from "./tenant/rate-limit-order.ts";
import { page as spotifyUnknownScope } from "./tenant/spotify-unknown-scope.ts";
import { page as tenantIdUnsafe } from "./tenant/tenant-id-unsafe.ts";
import { page as alertSeverity } from "./monitoring/alert-severity.ts";
import { page as amGroupBy } from "./monitoring/am-group-by.ts";
import { page as amInhibitTooBroad } from "./monitoring/am-inhibit-too-broad.ts";
import { page as amMatcherSyntax } from "./monitoring/am-matcher-syntax.ts";
import { page as amReceiverIncomplete } from "./monitoring/am-receiver-incomplete.ts";
import { page as amRootRoute } from "./monitoring/am-root-route.ts";
import { page as amTimeInterval } from "./monitoring/am-time-interval.ts";
import { page as amTimerOrder } from "./monitoring/am-timer-order.ts";
import { page as amUnknownReceiver } from "./monitoring/am-unknown-receiver.ts";
import { page as amUnreachableRoute } from "./monitoring/am-unreachable-route.ts";
import { page as amUnusedReceiver } from "./monitoring/am-unused-receiver.ts";
import { page as channelSettings } from "./monitoring/channel-settings.ts";
import { page as grafanaCredentials } from "./monitoring/grafana-credentials.ts";
import { page as grafanaProvisioning } from "./monitoring/grafana-provisioning.ts";
import { page as labelNameReserved } from "./monitoring/label-name-reserved.ts";
import { page as metricLabelTemplate } from "./monitoring/metric-label-template.ts";
import { page as promqlAlwaysFiring } from "./monitoring/promql-always-firing.ts";
import { page as promqlCounterWithoutRate } from "./monitoring/promql-counter-without-rate.ts";
import { page as promqlHistogramQuantile } from "./monitoring/promql-histogram-quantile.ts";
import { page as promqlMissingTenant } from "./monitoring/promql-missing-tenant.ts";
import { page as promqlRangeTooShort } from "./monitoring/promql-range-too-short.ts";
import { page as promqlSyntax } from "./monitoring/promql-syntax.ts";
import { page as promqlType } from "./monitoring/promql-type.ts";
import { page as recordingShadowsSource } from "./monitoring/recording-shadows-source.ts";
import { page as regexNotRe2 } from "./monitoring/regex-not-re2.ts";
import { page as relabelInvalid } from "./monitoring/relabel-invalid.ts";
import { page as retentionMinutesTrap } from "./monitoring/retention-minutes-trap.ts";
import { page as scrapeIntervalTooLong } from "./monitoring/scrape-interval-too-long.ts";
import { page as scrapeNothing } from "./monitoring/scrape-nothing.ts";
import { page as scrapeTimeoutExceedsInterval } from "./monitoring/scrape-timeout-exceeds-interval.ts";
import { page as targetIsUrl } from "./monitoring/target-is-url.ts";
import { page as templateLabelLost } from "./monitoring/template-label-lost.ts";
import { page as templateSyntax } from "./monitoring/template-syntax.ts";
import { page as templateWrongEngine } from "./monitoring/template-wrong-engine.ts";
import { page as abacConditionSyntax } from "./security/abac-condition-syntax.ts";
import { page as auditIncomplete } from "./security/audit-incomplete.ts";
import { page as authConfigType } from "./security/auth-config-type.ts";
import { page as authModelNone } from "./security/auth-model-none.ts";
import { page as authProviderNone } from "./security/auth-provider-none.ts";
import { page as cidrInvalid } from "./security/cidr-invalid.ts";
import { page as complianceCcpa } from "./security/compliance-ccpa.ts";
import { page as complianceGdpr } from "./security/compliance-gdpr.ts";
import { page as complianceHipaa } from "./security/compliance-hipaa.ts";
import { page as complianceIso27001 } from "./security/compliance-iso27001.ts";
import { page as compliancePciDss } from "./security/compliance-pci-dss.ts";
import { page as complianceSox } from "./security/compliance-sox.ts";
import { page as cookieInsecure } from "./security/cookie-insecure.ts";
import { page as encryptionOff } from "./security/encryption-off.ts";
import { page as jwtWeakAlgorithm } from "./security/jwt-weak-algorithm.ts";
import { page as keyManagementWeak } from "./security/key-management-weak.ts";
import { page as ldapPlaintext } from "./security/ldap-plaintext.ts";
import { page as mfaMissing } from "./security/mfa-missing.ts";
import { page as mfaWeakMethods } from "./security/mfa-weak-methods.ts";
import { page as networkTooOpen } from "./security/network-too-open.ts";
import { page as oauthRedirectInsecure } from "./security/oauth-redirect-insecure.ts";
import { page as passwordPolicyWeak } from "./security/password-policy-weak.ts";
import { page as portRangeInvalid } from "./security/port-range-invalid.ts";
import { page as roleCycle } from "./security/role-cycle.ts";
import { page as roleUndefinedParent } from "./security/role-undefined-parent.ts";
import { page as roleUnknownPermission } from "./security/role-unknown-permission.ts";
import { page as sessionTimes } from "./security/session-times.ts";
import { page as tlsWeakCipher } from "./security/tls-weak-cipher.ts";
import { page as wildcardPermission } from "./security/wildcard-permission.ts";
import { page as autoscalingCooldownOrder } from "./environment/autoscaling-cooldown-order.ts";
import { page as cidrOverlap } from "./environment/cidr-overlap.ts";
import { page as healthCheckTiming } from "./environment/health-check-timing.ts";
import { page as lifecycleOrder } from "./environment/lifecycle-order.ts";
import { page as prodHardening } from "./environment/prod-hardening.ts";
import { page as queueLimits } from "./environment/queue-limits.ts";
import { page as residencyViolation } from "./environment/residency-violation.ts";
import { page as subnetOutsideVpc } from "./environment/subnet-outside-vpc.ts";
import { page as completionMismatch } from "./localization/completion-mismatch.ts";
import { page as currency } from "./localization/currency.ts";
import { page as datePattern } from "./localization/date-pattern.ts";
import { page as defaultLocaleUnlisted } from "./localization/default-locale-unlisted.ts";
import { page as legalAge } from "./localization/legal-age.ts";
import { page as localeNotListed } from "./localization/locale-not-listed.ts";
import { page as localeNotTranslated } from "./localization/locale-not-translated.ts";
import { page as localeTag } from "./localization/locale-tag.ts";
import { page as messagePlaceholders } from "./localization/message-placeholders.ts";
import { page as messageSyntax } from "./localization/message-syntax.ts";
import { page as numberSeparators } from "./localization/number-separators.ts";
import { page as pluralCategories } from "./localization/plural-categories.ts";
import { page as rtlSupportOff } from "./localization/rtl-support-off.ts";
import { page as textDirection } from "./localization/text-direction.ts";
import { page as timezoneUnknown } from "./localization/timezone-unknown.ts";
import { page as translationExtraKey } from "./localization/translation-extra-key.ts";
import { page as translationMissingKey } from "./localization/translation-missing-key.ts";
import { page as translationUntranslated } from "./localization/translation-untranslated.ts";
import { page as alertTemplateLocale } from "./across-files/alert-template-locale.ts";
import { page as channelUnknown } from "./across-files/channel-unknown.ts";
import { page as envFloor } from "./across-files/env-floor.ts";
import { page as environmentFileMissing } from "./across-files/environment-file-missing.ts";
import { page as environmentNotDeclared } from "./across-files/environment-not-declared.ts";
import { page as frameworkMismatch } from "./across-files/framework-mismatch.ts";
import { page as gdprMismatch } from "./across-files/gdpr-mismatch.ts";
import { page as mfaMismatch } from "./across-files/mfa-mismatch.ts";
import { page as monitoringProviderMismatch } from "./across-files/monitoring-provider-mismatch.ts";
import { page as tenantIdMismatch } from "./across-files/tenant-id-mismatch.ts";
import type { RulePage } from "./rule.ts";

/** What people read about each rule, by its id. Nothing that checks files loads it. */
export const RULE_PAGES: ReadonlyMap<string, RulePage> = new Map([
  ["deprecated-field", deprecatedField],
  ["duplicate-name", duplicateName],
  ["placeholder-invalid", placeholderInvalid],
  ["plaintext-secret", plaintextSecret],
  ["range-inverted", rangeInverted],
  ["unknown-property", unknownProperty],
  ["unquoted-template", unquotedTemplate],
  ["unquoted-version", unquotedVersion],
  ["value-lost-to-comment", valueLostToComment],
  ["yaml-ambiguous-scalar", yamlAmbiguousScalar],
  ["bucket-name-invalid", bucketNameInvalid],
  ["cache-key-space", cacheKeySpace],
  ["env-shared-datastore", envSharedDatastore],
  ["environment-alias-duplicate", environmentAliasDuplicate],
  ["feature-incomplete", featureIncomplete],
  ["prod-database-tls", prodDatabaseTls],
  ["prod-local-host", prodLocalHost],
  ["rate-limit-exceeds-plan", rateLimitExceedsPlan],
  ["rate-limit-order", rateLimitOrder],
  ["spotify-unknown-scope", spotifyUnknownScope],
  ["tenant-id-unsafe", tenantIdUnsafe],
  ["alert-severity", alertSeverity],
  ["am-group-by", amGroupBy],
  ["am-inhibit-too-broad", amInhibitTooBroad],
  ["am-matcher-syntax", amMatcherSyntax],
  ["am-receiver-incomplete", amReceiverIncomplete],
  ["am-root-route", amRootRoute],
  ["am-time-interval", amTimeInterval],
  ["am-timer-order", amTimerOrder],
  ["am-unknown-receiver", amUnknownReceiver],
  ["am-unreachable-route", amUnreachableRoute],
  ["am-unused-receiver", amUnusedReceiver],
  ["channel-settings", channelSettings],
  ["grafana-credentials", grafanaCredentials],
  ["grafana-provisioning", grafanaProvisioning],
  ["label-name-reserved", labelNameReserved],
  ["metric-label-template", metricLabelTemplate],
  ["promql-always-firing", promqlAlwaysFiring],
  ["promql-counter-without-rate", promqlCounterWithoutRate],
  ["promql-histogram-quantile", promqlHistogramQuantile],
  ["promql-missing-tenant", promqlMissingTenant],
  ["promql-range-too-short", promqlRangeTooShort],
  ["promql-syntax", promqlSyntax],
  ["promql-type", promqlType],
  ["recording-shadows-source", recordingShadowsSource],
  ["regex-not-re2", regexNotRe2],
  ["relabel-invalid", relabelInvalid],
  ["retention-minutes-trap", retentionMinutesTrap],
  ["scrape-interval-too-long", scrapeIntervalTooLong],
  ["scrape-nothing", scrapeNothing],
  ["scrape-timeout-exceeds-interval", scrapeTimeoutExceedsInterval],
  ["target-is-url", targetIsUrl],
  ["template-label-lost", templateLabelLost],
  ["template-syntax", templateSyntax],
  ["template-wrong-engine", templateWrongEngine],
  ["abac-condition-syntax", abacConditionSyntax],
  ["audit-incomplete", auditIncomplete],
  ["auth-config-type", authConfigType],
  ["auth-model-none", authModelNone],
  ["auth-provider-none", authProviderNone],
  ["cidr-invalid", cidrInvalid],
  ["compliance-ccpa", complianceCcpa],
  ["compliance-gdpr", complianceGdpr],
  ["compliance-hipaa", complianceHipaa],
  ["compliance-iso27001", complianceIso27001],
  ["compliance-pci-dss", compliancePciDss],
  ["compliance-sox", complianceSox],
  ["cookie-insecure", cookieInsecure],
  ["encryption-off", encryptionOff],
  ["jwt-weak-algorithm", jwtWeakAlgorithm],
  ["key-management-weak", keyManagementWeak],
  ["ldap-plaintext", ldapPlaintext],
  ["mfa-missing", mfaMissing],
  ["mfa-weak-methods", mfaWeakMethods],
  ["network-too-open", networkTooOpen],
  ["oauth-redirect-insecure", oauthRedirectInsecure],
  ["password-policy-weak", passwordPolicyWeak],
  ["port-range-invalid", portRangeInvalid],
  ["role-cycle", roleCycle],
  ["role-undefined-parent", roleUndefinedParent],
  ["role-unknown-permission", roleUnknownPermission],
  ["session-times", sessionTimes],
  ["tls-weak-cipher", tlsWeakCipher],
  ["wildcard-permission", wildcardPermission],
  ["autoscaling-cooldown-order", autoscalingCooldownOrder],
  ["cidr-overlap", cidrOverlap],
  ["health-check-timing", healthCheckTiming],
  ["lifecycle-order", lifecycleOrder],
  ["prod-hardening", prodHardening],
  ["queue-limits", queueLimits],
  ["residency-violation", residencyViolation],
  ["subnet-outside-vpc", subnetOutsideVpc],
  ["completion-mismatch", completionMismatch],
  ["currency", currency],
  ["date-pattern", datePattern],
  ["default-locale-unlisted", defaultLocaleUnlisted],
  ["legal-age", legalAge],
  ["locale-not-listed", localeNotListed],
  ["locale-not-translated", localeNotTranslated],
  ["locale-tag", localeTag],
  ["message-placeholders", messagePlaceholders],
  ["message-syntax", messageSyntax],
  ["number-separators", numberSeparators],
  ["plural-categories", pluralCategories],
  ["rtl-support-off", rtlSupportOff],
  ["text-direction", textDirection],
  ["timezone-unknown", timezoneUnknown],
  ["translation-extra-key", translationExtraKey],
  ["translation-missing-key", translationMissingKey],
  ["translation-untranslated", translationUntranslated],
  ["alert-template-locale", alertTemplateLocale],
  ["channel-unknown", channelUnknown],
  ["env-floor", envFloor],
  ["environment-file-missing", environmentFileMissing],
  ["environment-not-declared", environmentNotDeclared],
  ["framework-mismatch", frameworkMismatch],
  ["gdpr-mismatch", gdprMismatch],
  ["mfa-mismatch", mfaMismatch],
  ["monitoring-provider-mismatch", monitoringProviderMismatch],
  ["tenant-id-mismatch", tenantIdMismatch],
]);
