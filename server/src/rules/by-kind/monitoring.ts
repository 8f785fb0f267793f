// Written by scripts/generate-rules.ts from the files of the rules.
import { rule as duplicateName } from "../document/duplicate-name.ts";
import { rule as placeholderInvalid } from "../document/placeholder-invalid.ts";
import { rule as plaintextSecret } from "../document/plaintext-secret.ts";
import { rule as valueLostToComment } from "../document/value-lost-to-comment.ts";
import { rule as yamlAmbiguousScalar } from "../document/yaml-ambiguous-scalar.ts";
import { rule as alertSeverity } from "../monitoring/alert-severity.ts";
import { rule as amGroupBy } from "../monitoring/am-group-by.ts";
import { rule as amInhibitTooBroad } from "../monitoring/am-inhibit-too-broad.ts";
import { rule as amMatcherSyntax } from "../monitoring/am-matcher-syntax.ts";
import { rule as amReceiverIncomplete } from "../monitoring/am-receiver-incomplete.ts";
import { rule as amRootRoute } from "../monitoring/am-root-route.ts";
import { rule as amTimeInterval } from "../monitoring/am-time-interval.ts";
import { rule as amTimerOrder } from "../monitoring/am-timer-order.ts";
import { rule as amUnknownReceiver } from "../monitoring/am-unknown-receiver.ts";
import { rule as amUnreachableRoute } from "../monitoring/am-unreachable-route.ts";
import { rule as amUnusedReceiver } from "../monitoring/am-unused-receiver.ts";
import { rule as channelSettings } from "../monitoring/channel-settings.ts";
import { rule as grafanaCredentials } from "../monitoring/grafana-credentials.ts";
import { rule as grafanaProvisioning } from "../monitoring/grafana-provisioning.ts";
import { rule as labelNameReserved } from "../monitoring/label-name-reserved.ts";
import { rule as metricLabelTemplate } from "../monitoring/metric-label-template.ts";
import { rule as promqlAlwaysFiring } from "../monitoring/promql-always-firing.ts";
import { rule as promqlCounterWithoutRate } from "../monitoring/promql-counter-without-rate.ts";
import { rule as promqlHistogramQuantile } from "../monitoring/promql-histogram-quantile.ts";
import { rule as promqlMissingTenant } from "../monitoring/promql-missing-tenant.ts";
import { rule as promqlRangeTooShort } from "../monitoring/promql-range-too-short.ts";
import { rule as recordingShadowsSource } from "../monitoring/recording-shadows-source.ts";
import { rule as relabelInvalid } from "../monitoring/relabel-invalid.ts";
import { rule as scrapeIntervalTooLong } from "../monitoring/scrape-interval-too-long.ts";
import { rule as scrapeNothing } from "../monitoring/scrape-nothing.ts";
import { rule as scrapeTimeoutExceedsInterval } from "../monitoring/scrape-timeout-exceeds-interval.ts";
import { rule as targetIsUrl } from "../monitoring/target-is-url.ts";
import { rule as templateLabelLost } from "../monitoring/template-label-lost.ts";
import { rule as localeTag } from "../localization/locale-tag.ts";
import { rule as timezoneUnknown } from "../localization/timezone-unknown.ts";
import { rule as alertTemplateLocale } from "../across-files/alert-template-locale.ts";
import { rule as channelUnknown } from "../across-files/channel-unknown.ts";
import { rule as envFloor } from "../across-files/env-floor.ts";
import { rule as tenantIdMismatch } from "../across-files/tenant-id-mismatch.ts";
import type { Rule } from "../rule.ts";

/** The rules that look at monitoring files themselves; the schema speaks for all others. */
export const RULES_OF_KIND: readonly Rule[] = [
  duplicateName,
  placeholderInvalid,
  plaintextSecret,
  valueLostToComment,
  yamlAmbiguousScalar,
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
  recordingShadowsSource,
  relabelInvalid,
  scrapeIntervalTooLong,
  scrapeNothing,
  scrapeTimeoutExceedsInterval,
  targetIsUrl,
  templateLabelLost,
  localeTag,
  timezoneUnknown,
  alertTemplateLocale,
  channelUnknown,
  envFloor,
  tenantIdMismatch,
];
