// Written by scripts/generate-rules.ts from the rule files beside it.
import { page as deprecatedField } from "./document/deprecated-field.ts";
import { page as rangeInverted } from "./document/range-inverted.ts";
import { page as unknownProperty } from "./document/unknown-property.ts";
import { page as unquotedTemplate } from "./document/unquoted-template.ts";
import { page as unquotedVersion } from "./document/unquoted-version.ts";
import { page as alertDuplicate } from "./monitoring/alert-duplicate.ts";
import { page as alertSeverity } from "./monitoring/alert-severity.ts";
import { page as amMatcherSyntax } from "./monitoring/am-matcher-syntax.ts";
import { page as grafanaCredentials } from "./monitoring/grafana-credentials.ts";
import { page as grafanaProvisioning } from "./monitoring/grafana-provisioning.ts";
import { page as labelNameReserved } from "./monitoring/label-name-reserved.ts";
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
import { page as templateSyntax } from "./monitoring/template-syntax.ts";
import { page as abacConditionSyntax } from "./security/abac-condition-syntax.ts";
import { page as cidrInvalid } from "./security/cidr-invalid.ts";
import { page as portRangeInvalid } from "./security/port-range-invalid.ts";
import { page as completionMismatch } from "./localization/completion-mismatch.ts";
import { page as currency } from "./localization/currency.ts";
import { page as defaultLocaleUnlisted } from "./localization/default-locale-unlisted.ts";
import { page as localeNotTranslated } from "./localization/locale-not-translated.ts";
import { page as localeTag } from "./localization/locale-tag.ts";
import { page as messageSyntax } from "./localization/message-syntax.ts";
import { page as textDirection } from "./localization/text-direction.ts";
import { page as timezoneUnknown } from "./localization/timezone-unknown.ts";
import { page as mfaMismatch } from "./across-files/mfa-mismatch.ts";
import type { RulePage } from "./rule.ts";

/** What people read about each rule, by its id. Nothing that checks files loads it. */
export const RULE_PAGES: ReadonlyMap<string, RulePage> = new Map([
  ["deprecated-field", deprecatedField],
  ["range-inverted", rangeInverted],
  ["unknown-property", unknownProperty],
  ["unquoted-template", unquotedTemplate],
  ["unquoted-version", unquotedVersion],
  ["alert-duplicate", alertDuplicate],
  ["alert-severity", alertSeverity],
  ["am-matcher-syntax", amMatcherSyntax],
  ["grafana-credentials", grafanaCredentials],
  ["grafana-provisioning", grafanaProvisioning],
  ["label-name-reserved", labelNameReserved],
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
  ["template-syntax", templateSyntax],
  ["abac-condition-syntax", abacConditionSyntax],
  ["cidr-invalid", cidrInvalid],
  ["port-range-invalid", portRangeInvalid],
  ["completion-mismatch", completionMismatch],
  ["currency", currency],
  ["default-locale-unlisted", defaultLocaleUnlisted],
  ["locale-not-translated", localeNotTranslated],
  ["locale-tag", localeTag],
  ["message-syntax", messageSyntax],
  ["text-direction", textDirection],
  ["timezone-unknown", timezoneUnknown],
  ["mfa-mismatch", mfaMismatch],
]);
