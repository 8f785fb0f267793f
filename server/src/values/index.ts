import { celLanguage } from "./cel/language.ts";
import { cidrLanguage, ipCidrLanguage } from "./cidr.ts";
import { clockTimeLanguage, clockWindowLanguage, weekdayWindowLanguage } from "./clock-time.ts";
import { countryLanguage, countryOrLocaleLanguage } from "./country.ts";
import { cronLanguage } from "./cron.ts";
import { currencyLanguage } from "./currency.ts";
import { dateLanguage, dateTimeLanguage } from "./date-time.ts";
import { dnsLabelLanguage, dnsSubdomainLanguage } from "./dns-label.ts";
import { durationLanguage, positiveDurationLanguage, retentionDurationLanguage } from "./duration.ts";
import { e164Language } from "./e164.ts";
import { emailLanguage, emailListLanguage } from "./email.ts";
import { environmentNameLanguage } from "./environment-name.ts";
import { extendedDurationLanguage } from "./extended-duration.ts";
import { gitUrlLanguage } from "./git-url.ts";
import {
  alertmanagerTemplateLanguage,
  prometheusTemplateLanguage,
  templateUrlLanguage,
} from "./go-template/language.ts";
import { hostLanguage, hostPortLanguage } from "./host.ts";
import { labelNameLanguage, metricNameLanguage } from "./label-name.ts";
import { ldapUrlLanguage } from "./ldap-url.ts";
import { localeLanguage } from "./locale.ts";
import { matcherLanguage } from "./matcher.ts";
import { messageLanguage } from "./message/language.ts";
import { firewallPeerLanguage, securityGroupPeerLanguage } from "./network-peer.ts";
import { portRangeLanguage } from "./port-range.ts";
import { promqlLanguage } from "./promql.ts";
import { re2Language } from "./re2.ts";
import { regionLanguage } from "./region.ts";
import type { ScalarLanguage } from "./scalar-language.ts";
import { archiveScheduleLanguage, snapshotScheduleLanguage } from "./schedule.ts";
import { secretLanguage } from "./secret.ts";
import { semverLanguage } from "./semver.ts";
import { prometheusSizeLanguage, sizeLanguage } from "./size.ts";
import { timeZoneLanguage } from "./time-zone.ts";
import { uncheckedLanguages } from "./unchecked.ts";
import { endpointLanguage, uriOrPathLanguage, urlLanguage, urlOrPathLanguage } from "./url.ts";
import { uuidLanguage } from "./uuid.ts";

/** Every scalar language by the `format` that names it in the schemas. */
export const scalarLanguages: ReadonlyMap<string, ScalarLanguage> = new Map(
  [
    ...[durationLanguage, positiveDurationLanguage, extendedDurationLanguage, retentionDurationLanguage],
    ...[prometheusSizeLanguage, sizeLanguage],
    ...[hostLanguage, hostPortLanguage, cidrLanguage, ipCidrLanguage, dnsLabelLanguage, dnsSubdomainLanguage],
    ...[urlLanguage, urlOrPathLanguage, uriOrPathLanguage, endpointLanguage, ldapUrlLanguage, gitUrlLanguage],
    ...[firewallPeerLanguage, securityGroupPeerLanguage, archiveScheduleLanguage, snapshotScheduleLanguage],
    ...[emailLanguage, emailListLanguage, e164Language, portRangeLanguage],
    ...[localeLanguage, timeZoneLanguage, currencyLanguage, countryLanguage, countryOrLocaleLanguage],
    ...[cronLanguage, clockTimeLanguage, clockWindowLanguage, weekdayWindowLanguage, dateLanguage, dateTimeLanguage],
    ...[labelNameLanguage, metricNameLanguage, semverLanguage, uuidLanguage],
    ...[promqlLanguage, re2Language, matcherLanguage, secretLanguage, regionLanguage, environmentNameLanguage],
    ...[prometheusTemplateLanguage, alertmanagerTemplateLanguage, templateUrlLanguage],
    ...[celLanguage, messageLanguage],
    ...uncheckedLanguages,
  ].map((language) => [language.format, language]),
);

/** The language of a schema's `format`, undefined when the name is not one of ours. */
export function scalarLanguage(format: string): ScalarLanguage | undefined {
  return scalarLanguages.get(format);
}

/** true when a language has what it needs for any value, as one has that needs nothing; also for names that are not ours. */
export function isLanguageLoaded(format: string): boolean {
  return scalarLanguages.get(format)?.isLoaded?.() !== false;
}

/**
 * Loads what the languages of some formats need for values in a text, or for any value without one; does nothing for languages that are
 * there, and for names that are not ours.
 */
export async function loadLanguages(formats: Iterable<string>, text?: string): Promise<void> {
  await Promise.all([...formats].map((format) => scalarLanguages.get(format)?.load?.(text)));
}
