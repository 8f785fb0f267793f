import * as l10n from "@vscode/l10n";
import {
  audited,
  encryptionOn,
  logged,
  PRIVACY,
  privacyControls,
  SUMMARY_TRAVELLING,
  TRAVELLING,
} from "./common-controls.ts";
import type { Control } from "./compliance.ts";
import {
  isAtLeast,
  isAtMost,
  isFilled,
  isNot,
  isOn,
  isThere,
  lastsAtLeast,
  STRONG_CIPHERS,
} from "./compliance-tests.ts";

const AUDIT_DAYS = ["audit", "retention", "days"];
const ARCHIVAL = ["audit", "retention", "archival"];
const MFA = ["authentication", "mfa", "required"];
const PASSWORDS = ["authentication", "password_policy"];
const LOCKOUT = [...PASSWORDS, "lockout"];
const LOGGED_YEARS = ["compliance", "audit_logging", "retention_years"];

/** GDPR, Regulation (EU) 2016/679. Residency and consent for cookies are looked at in the rule. */
export const GDPR: readonly Control[] = [
  {
    kind: "security",
    path: PRIVACY,
    accepts: isThere,
    value: {
      data_minimization: true,
      purpose_limitation: true,
      consent_management: true,
      right_to_be_forgotten: true,
      breach_notification_hours: 72,
    },
    sentence: () =>
      l10n.t`The GDPR asks for privacy controls, and this file states none: minimal data, limited purpose, consent, erasure, and notice of a breach.`,
  },
  ...privacyControls([
    ["data_minimization", () => l10n.t`The GDPR allows to keep only the personal data that is needed (Art. 5(1)(c)).`],
    [
      "purpose_limitation",
      () => l10n.t`The GDPR allows to use personal data only for the purpose it was asked for (Art. 5(1)(b)).`,
    ],
    ["consent_management", () => l10n.t`The GDPR asks for a consent that can be proven and withdrawn (Art. 7).`],
    ["right_to_be_forgotten", () => l10n.t`The GDPR gives people the right to have their data erased (Art. 17).`],
  ]),
  {
    kind: "security",
    path: [...PRIVACY, "breach_notification_hours"],
    within: 2,
    accepts: isAtMost(72),
    value: 72,
    sentence: () => l10n.t`The GDPR gives 72 hours to report a breach to the authority (Art. 33).`,
  },
  {
    kind: "tenant",
    path: ["security", "data_privacy", "data_retention_days"],
    accepts: isAtMost(3650),
    value: 3650,
    preferred: false,
    sentence: () =>
      l10n.t`The GDPR allows to keep personal data only as long as it is needed, so there has to be an end, after ten years at most (Art. 5(1)(e)).`,
  },
];

/** HIPAA security rule, 45 CFR Part 164. */
export const HIPAA: readonly Control[] = [
  ...encryptionOn(
    () =>
      l10n.t`HIPAA expects stored health data to be encrypted, or a breach has to be announced to every patient (§ 164.312(a)(2)(iv)).`,
    () => l10n.t`HIPAA expects health data to be encrypted on its way (§ 164.312(e)(1)).`,
  ),
  ...audited(
    {
      on: () => l10n.t`HIPAA asks for records of all access to health data (§ 164.312(b)).`,
      events: () =>
        l10n.t`HIPAA asks for records of sign-ins, of rights that were used or refused and of access to data: \`authentication\`, \`authorization\` and \`data_access\` (§ 164.312(b)).`,
    },
    { days: 2190 },
    ["authentication", "authorization", "data_access"],
  ),
  {
    kind: "security",
    path: AUDIT_DAYS,
    within: 1,
    accepts: isAtLeast(2190),
    value: 2190,
    sentence: () => l10n.t`HIPAA asks to keep records for six years, which are 2190 days (§ 164.316(b)(2)(i)).`,
  },
  {
    kind: "security",
    path: MFA,
    accepts: isOn,
    value: true,
    sentence: () =>
      l10n.t`HIPAA asks to verify that people are who they say, which takes a second factor (§ 164.312(d)).`,
  },
  {
    kind: "security",
    path: ["authentication", "session", "timeout"],
    absent: "fine",
    accepts: isAtMost(3600),
    value: 3600,
    sentence: () => l10n.t`HIPAA asks for an automatic logoff, after an hour at most (§ 164.312(a)(2)(iii)).`,
  },
  {
    kind: "tenant",
    path: ["security", "authentication", "mfa_required"],
    absent: "fine",
    accepts: isOn,
    value: true,
    sentence: () =>
      l10n.t`HIPAA asks to verify that people are who they say, which takes a second factor (§ 164.312(d)).`,
  },
  {
    kind: "tenant",
    path: ["security", "authentication", "session_timeout"],
    absent: "fine",
    accepts: isAtMost(3600),
    value: 3600,
    sentence: () => l10n.t`HIPAA asks for an automatic logoff, after an hour at most (§ 164.312(a)(2)(iii)).`,
  },
  ...logged(() => l10n.t`HIPAA asks for records of all access to health data (§ 164.312(b)).`),
  {
    kind: "environment",
    path: LOGGED_YEARS,
    absent: "fine",
    accepts: isAtLeast(6),
    value: 6,
    sentence: () => l10n.t`HIPAA asks to keep records for six years (§ 164.316(b)(2)(i)).`,
  },
];

/** PCI DSS 4.0.1. */
export const PCI_DSS: readonly Control[] = [
  ...audited({ on: () => l10n.t`PCI DSS asks for records of all access to card data (10.2).` }, { days: 365 }),
  {
    kind: "security",
    path: AUDIT_DAYS,
    absent: "fine",
    accepts: isAtLeast(365),
    value: 365,
    sentence: () => l10n.t`PCI DSS asks to keep records for a year (10.5.1).`,
  },
  {
    kind: "security",
    path: ["audit", "retention", "hot_days"],
    absent: "fine",
    accepts: isAtLeast(90),
    value: 90,
    sentence: () => l10n.t`PCI DSS asks to keep the records of the last three months at hand (10.5.1).`,
  },
  {
    kind: "security",
    path: ["authentication", "session", "idle_timeout"],
    accepts: isAtMost(900),
    // A session that is over by then has no time to be idle in.
    isNeedless: (file) => {
      const timeout = file.get("authentication", "session", "timeout");
      return timeout !== undefined && (timeout.isUnresolved || (timeout.number ?? Number.POSITIVE_INFINITY) <= 900);
    },
    value: 900,
    sentence: () => l10n.t`PCI DSS asks to end a session after a quarter of an hour without activity (8.2.8).`,
  },
  {
    kind: "security",
    path: MFA,
    accepts: isOn,
    value: true,
    sentence: () => l10n.t`PCI DSS asks for a second factor for all access to card data (8.4.2).`,
  },
  {
    kind: "security",
    path: [...PASSWORDS, "min_length"],
    absent: "fine",
    accepts: isAtLeast(12),
    value: 12,
    sentence: () => l10n.t`PCI DSS asks for passwords of 12 characters at least (8.3.6).`,
  },
  {
    kind: "security",
    path: [...PASSWORDS, "history_count"],
    absent: "fine",
    accepts: isAtLeast(4),
    value: 4,
    sentence: () => l10n.t`PCI DSS forbids to use one of the last four passwords again (8.3.7).`,
  },
  {
    kind: "security",
    path: LOCKOUT,
    accepts: isThere,
    value: { max_attempts: 10, duration: "30m" },
    sentence: () =>
      l10n.t`PCI DSS asks to lock an account after ten wrong passwords at most, for half an hour at least (8.3.4).`,
  },
  {
    kind: "security",
    path: [...LOCKOUT, "max_attempts"],
    within: 3,
    accepts: isAtMost(10),
    value: 10,
    sentence: () => l10n.t`PCI DSS asks to lock an account after ten wrong passwords at most (8.3.4).`,
  },
  {
    kind: "security",
    path: [...LOCKOUT, "duration"],
    within: 3,
    accepts: lastsAtLeast(1800),
    value: "30m",
    sentence: () => l10n.t`PCI DSS asks to lock an account for half an hour at least (8.3.4).`,
  },
  {
    kind: "security",
    path: TRAVELLING,
    absent: "fine",
    accepts: isOn,
    value: true,
    sentence: () => l10n.t`PCI DSS asks for strong cryptography on all open networks (4.2.1).`,
  },
  {
    kind: "security",
    path: ["encryption", "in_transit", "cipher_suites"],
    absent: "fine",
    ...STRONG_CIPHERS,
    sentence: () =>
      l10n.t`PCI DSS asks for strong cryptography on all open networks, and this list holds broken suites (4.2.1). Use the recommended ones.`,
  },
  {
    kind: "security",
    path: ["encryption", "at_rest", "key_management", "key_rotation", "enabled"],
    absent: "fine",
    accepts: isOn,
    value: true,
    sentence: () => l10n.t`PCI DSS asks to change keys at the end of their time (3.7.4).`,
  },
  {
    kind: "security",
    path: ["network", "waf", "enabled"],
    accepts: isOn,
    value: true,
    sentence: () =>
      l10n.t`PCI DSS asks for a firewall that looks into the requests to public web applications (6.4.2).`,
  },
  {
    kind: "tenant",
    path: ["security", "authentication", "mfa_required"],
    absent: "fine",
    accepts: isOn,
    value: true,
    sentence: () => l10n.t`PCI DSS asks for a second factor for all access to card data (8.4.2).`,
  },
  ...(["tenant", "environment"] as const).map(
    (kind): Control => ({
      kind,
      path: SUMMARY_TRAVELLING,
      absent: "fine",
      accepts: isOn,
      value: true,
      sentence: () => l10n.t`PCI DSS asks for strong cryptography on all open networks (4.2.1).`,
    }),
  ),
  {
    kind: "environment",
    path: ["security", "network_security", "waf_enabled"],
    absent: "fine",
    accepts: isOn,
    value: true,
    sentence: () =>
      l10n.t`PCI DSS asks for a firewall that looks into the requests to public web applications (6.4.2).`,
  },
  ...logged(() => l10n.t`PCI DSS asks for records of all access to card data (10.2).`),
];

/** Sarbanes-Oxley Act, sections 302, 404 and 802. Roles are looked at in the rule. */
export const SOX: readonly Control[] = [
  ...audited(
    {
      on: () => l10n.t`SOX asks for records of all changes to systems that financial reports come from (section 404).`,
      events: () =>
        l10n.t`SOX asks for records of changed settings, of rights that were used or refused and of changed accounts: \`configuration_change\`, \`authorization\` and \`user_management\` (section 404).`,
    },
    { days: 2555, archival: { enabled: true, immutable: true } },
    ["configuration_change", "authorization", "user_management"],
  ),
  {
    kind: "security",
    path: AUDIT_DAYS,
    within: 1,
    accepts: isAtLeast(2555),
    value: 2555,
    sentence: () => l10n.t`SOX asks to keep records for seven years, which are 2555 days (section 802).`,
  },
  {
    kind: "security",
    path: ARCHIVAL,
    within: 1,
    accepts: isThere,
    value: { enabled: true, immutable: true },
    sentence: () =>
      l10n.t`SOX asks for records that nobody can change, which takes an archive that is locked (section 802).`,
  },
  {
    kind: "security",
    path: [...ARCHIVAL, "enabled"],
    absent: "fine",
    accepts: isOn,
    value: true,
    sentence: () =>
      l10n.t`SOX asks for records that nobody can change, which takes an archive that is locked (section 802).`,
  },
  {
    kind: "security",
    path: [...ARCHIVAL, "immutable"],
    within: 3,
    accepts: isOn,
    value: true,
    sentence: () => l10n.t`SOX asks for records that nobody can change or delete (section 802).`,
  },
  ...logged(
    () => l10n.t`SOX asks for records of all changes to systems that financial reports come from (section 404).`,
  ),
  {
    kind: "environment",
    path: LOGGED_YEARS,
    absent: "fine",
    accepts: isAtLeast(7),
    value: 7,
    sentence: () => l10n.t`SOX asks to keep records for seven years (section 802).`,
  },
];

/** ISO/IEC 27001:2022, annex A. */
export const ISO27001: readonly Control[] = [
  ...audited(
    {
      on: () => l10n.t`ISO/IEC 27001 asks for records of events (A.8.15).`,
      events: () =>
        l10n.t`ISO/IEC 27001 asks for records of sign-ins and of changed settings: \`authentication\` and \`configuration_change\` (A.8.15).`,
    },
    undefined,
    ["authentication", "configuration_change"],
  ),
  {
    kind: "security",
    path: ["compliance", "data_classification", "levels"],
    accepts: isFilled,
    value: [{ name: "public" }, { name: "internal" }, { name: "confidential" }],
    preferred: false,
    sentence: () => l10n.t`ISO/IEC 27001 asks to classify information by how far it may go (A.5.12).`,
  },
  {
    kind: "environment",
    path: ["databases", "primary", "backup", "retention_period"],
    absent: "fine",
    accepts: isAtLeast(1),
    value: 7,
    sentence: () => l10n.t`ISO/IEC 27001 asks for backups, and none of this database is kept (A.8.13).`,
  },
  ...logged(() => l10n.t`ISO/IEC 27001 asks for records of events (A.8.15).`),
];

/** The keeper of the keys for ISO/IEC 27001; the variable of the deployment is what holds where the file says nothing. */
export function keyProviderControl(fromVariable: string | undefined): Control {
  const isKnown = fromVariable !== undefined && fromVariable !== "local";
  return {
    kind: "security",
    path: ["encryption", "at_rest", "key_management", "provider"],
    accepts: isNot("local"),
    ...(isKnown && { absent: "fine", value: fromVariable }),
    sentence: () =>
      l10n.t`ISO/IEC 27001 asks for keys that are kept apart from the data they protect, and \`local\`, which is also what an absent provider means, keeps them together (A.8.24). Name a key service as \`provider\` of \`key_management\`.`,
  };
}

/** California Consumer Privacy Act. What localization files say is looked at in the rule. */
export const CCPA: readonly Control[] = [
  {
    kind: "security",
    path: PRIVACY,
    accepts: isThere,
    value: { consent_management: true, right_to_be_forgotten: true },
    sentence: () =>
      l10n.t`The CCPA gives people the right to have their data deleted and to object to its sale, and this file states no privacy controls.`,
  },
  ...privacyControls([
    ["right_to_be_forgotten", () => l10n.t`The CCPA gives people the right to have their data deleted (§ 1798.105).`],
    [
      "consent_management",
      () => l10n.t`The CCPA gives people the right to object to the sale of their data (§ 1798.120).`,
    ],
  ]),
];
