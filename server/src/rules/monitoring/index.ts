// Written by scripts/generate-rules.ts from the rule files beside it.
import type { Rule } from "../rule.ts";
import { rule as alertSeverity } from "./alert-severity.ts";
import { rule as amGroupBy } from "./am-group-by.ts";
import { rule as amInhibitTooBroad } from "./am-inhibit-too-broad.ts";
import { rule as amMatcherSyntax } from "./am-matcher-syntax.ts";
import { rule as amReceiverIncomplete } from "./am-receiver-incomplete.ts";
import { rule as amRootRoute } from "./am-root-route.ts";
import { rule as amTimeInterval } from "./am-time-interval.ts";
import { rule as amTimerOrder } from "./am-timer-order.ts";
import { rule as amUnknownReceiver } from "./am-unknown-receiver.ts";
import { rule as amUnreachableRoute } from "./am-unreachable-route.ts";
import { rule as amUnusedReceiver } from "./am-unused-receiver.ts";
import { rule as channelSettings } from "./channel-settings.ts";
import { rule as grafanaCredentials } from "./grafana-credentials.ts";
import { rule as grafanaProvisioning } from "./grafana-provisioning.ts";
import { rule as labelNameReserved } from "./label-name-reserved.ts";
import { rule as metricLabelTemplate } from "./metric-label-template.ts";
import { rule as promqlAlwaysFiring } from "./promql-always-firing.ts";
import { rule as promqlCounterWithoutRate } from "./promql-counter-without-rate.ts";
import { rule as promqlHistogramQuantile } from "./promql-histogram-quantile.ts";
import { rule as promqlMissingTenant } from "./promql-missing-tenant.ts";
import { rule as promqlRangeTooShort } from "./promql-range-too-short.ts";
import { rule as promqlSyntax } from "./promql-syntax.ts";
import { rule as promqlType } from "./promql-type.ts";
import { rule as recordingShadowsSource } from "./recording-shadows-source.ts";
import { rule as regexNotRe2 } from "./regex-not-re2.ts";
import { rule as relabelInvalid } from "./relabel-invalid.ts";
import { rule as retentionMinutesTrap } from "./retention-minutes-trap.ts";
import { rule as scrapeIntervalTooLong } from "./scrape-interval-too-long.ts";
import { rule as scrapeNothing } from "./scrape-nothing.ts";
import { rule as scrapeTimeoutExceedsInterval } from "./scrape-timeout-exceeds-interval.ts";
import { rule as targetIsUrl } from "./target-is-url.ts";
import { rule as templateLabelLost } from "./template-label-lost.ts";
import { rule as templateSyntax } from "./template-syntax.ts";
import { rule as templateWrongEngine } from "./template-wrong-engine.ts";

export const MONITORING_RULES: readonly Rule[] = [
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
];
