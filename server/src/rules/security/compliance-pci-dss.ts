import { defineRule, type RulePage } from "../rule.ts";
import { type ComplianceFacts, checkControls, complianceFacts, listedFor } from "./compliance.ts";
import { PCI_DSS } from "./compliance-controls.ts";

export const rule = defineRule<ComplianceFacts>({
  id: "compliance-pci-dss",
  severity: "warning",
  at: { security: [""], environment: [""], tenant: [""] },
  // The rule is about flags such as `waf.enabled`.
  seesDisabled: true,
  facts: (context) => complianceFacts(context, "pci_dss"),
  check: (file, report, facts) => {
    const listed = listedFor(file, "pci_dss", facts);
    if (listed) checkControls(listed, PCI_DSS, report);
  },
});

const FILE = (changes: Readonly<Record<string, string>> = {}): string => {
  const text = `authentication:
  session:
    idle_timeout: 900
  mfa:
    required: true
  password_policy:
    min_length: 12
    history_count: 4
    lockout: { max_attempts: 10, duration: 30m }
encryption:
  at_rest:
    key_management:
      provider: vault
      key_rotation:
        enabled: true
  in_transit:
    tls_version: "1.2"
    cipher_suites: [ECDHE-RSA-AES128-GCM-SHA256]
network:
  waf:
    enabled: true
audit:
  enabled: true
  events: [authentication, data_access, user_management, configuration_change]
  retention:
    days: 365
    hot_days: 90
compliance:
  frameworks: [pci_dss] # cards
`;
  return Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), text);
};
const LENGTH =
  "PCI DSS asks for passwords of 12 characters at least (8.3.6). Set `authentication.password_policy.min_length` to `12`.";
const LOCK = "PCI DSS asks to lock an account after ten wrong passwords at most, for half an hour at least (8.3.4).";
const IDLE = "PCI DSS asks to end a session after a quarter of an hour without activity (8.2.8).";
const MFA = "PCI DSS asks for a second factor for all access to card data (8.4.2).";
const WAF = "PCI DSS asks for a firewall that looks into the requests to public web applications (6.4.2).";
const RECORDS = "PCI DSS asks for records of all access to card data (10.2).";
const NETWORKS = "PCI DSS asks for strong cryptography on all open networks";

export const page: RulePage = {
  title: "PCI DSS is listed, and a control that it asks for is missing or switched off.",
  why: "An assessor compares the configuration with the requirements of PCI DSS one by one: passwords, lockout and second factor (8), records (10), cryptography (3 and 4), a firewall for the web application (6.4.2). One that is not met fails the yearly assessment; after a theft of cards it also decides who pays for it, and the acquirer can stop to accept cards.",
  fix: "Set the value that PCI DSS asks for",
  examples: {
    failing: {
      what: "passwords of eight characters",
      text: FILE({ "min_length: 12": "min_length: 8" }),
      reports: [`error 7 «8» ${LENGTH}`],
      fixed: FILE(),
    },
    passing: { what: "every control in place", text: FILE(), reports: [] },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE({
        "idle_timeout: 900": "idle_timeout: ${IDLE}",
        "required: true": "required: ${MFA}",
        "min_length: 12": "min_length: ${LENGTH}",
        "duration: 30m": 'duration: "${LOCK}"',
        "[ECDHE-RSA-AES128-GCM-SHA256]": '["${SUITE}"]',
        "waf:\n    enabled: true": "waf:\n    enabled: ${WAF}",
      }),
      reports: [],
    },
    disabled: "the rule is about what is switched off; what stands below it is not looked at",
    more: [
      {
        what: "every control of sign-in below its limit, with the other spelling of the framework",
        text: FILE({
          "idle_timeout: 900": "idle_timeout: 1800",
          "required: true": "required: false",
          "history_count: 4": "history_count: 3",
          "max_attempts: 10, duration: 30m": "max_attempts: 20, duration: 600",
          "[pci_dss]": "[pci]",
        }),
        reports: [
          `error 3 «1800» ${IDLE} Set \`authentication.session.idle_timeout\` to \`900\`.`,
          `error 5 «false» ${MFA} Set \`authentication.mfa.required\` to \`true\`.`,
          "error 8 «3» PCI DSS forbids to use one of the last four passwords again (8.3.7). Set `authentication.password_policy.history_count` to `4`.",
          "error 9 «20» PCI DSS asks to lock an account after ten wrong passwords at most (8.3.4). Set `authentication.password_policy.lockout.max_attempts` to `10`.",
          "error 9 «600» PCI DSS asks to lock an account for half an hour at least (8.3.4). Set `authentication.password_policy.lockout.duration` to `30m`.",
        ],
        fixed: FILE({
          "required: true": "required: false",
          "history_count: 4": "history_count: 3",
          "max_attempts: 10, duration: 30m": "max_attempts: 20, duration: 600",
          "[pci_dss]": "[pci]",
        }),
      },
      {
        what: "encryption, firewall and records below what is asked for",
        text: FILE({
          "        enabled: true": "        enabled: false",
          "ECDHE-RSA-AES128-GCM-SHA256": "DES-CBC3-SHA",
          "waf:\n    enabled: true": "waf:\n    enabled: false",
          "days: 365": "days: 90",
          "hot_days: 90": "hot_days: 30",
        }),
        reports: [
          "error 15 «false» PCI DSS asks to change keys at the end of their time (3.7.4). Set `encryption.at_rest.key_management.key_rotation.enabled` to `true`.",
          `error 18 «cipher_suites» ${NETWORKS}, and this list holds broken suites (4.2.1). Use the recommended ones.`,
          `error 21 «false» ${WAF} Set \`network.waf.enabled\` to \`true\`.`,
          "error 26 «90» PCI DSS asks to keep records for a year (10.5.1). Set `audit.retention.days` to `365`.",
          "error 27 «30» PCI DSS asks to keep the records of the last three months at hand (10.5.1). Set `audit.retention.hot_days` to `90`.",
        ],
        fixed: FILE({
          "ECDHE-RSA-AES128-GCM-SHA256": "DES-CBC3-SHA",
          "waf:\n    enabled: true": "waf:\n    enabled: false",
          "days: 365": "days: 90",
          "hot_days: 90": "hot_days: 30",
        }),
      },
      {
        what: "broken suites alone",
        text: FILE({ "ECDHE-RSA-AES128-GCM-SHA256": "DES-CBC3-SHA" }),
        reports: [
          `error 18 «cipher_suites» ${NETWORKS}, and this list holds broken suites (4.2.1). Use the recommended ones.`,
        ],
        fixed: FILE({
          "ECDHE-RSA-AES128-GCM-SHA256":
            "TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384, TLS_CHACHA20_POLY1305_SHA256, ECDHE-ECDSA-AES128-GCM-SHA256, ECDHE-RSA-AES128-GCM-SHA256, ECDHE-ECDSA-AES256-GCM-SHA384, ECDHE-RSA-AES256-GCM-SHA384, ECDHE-ECDSA-CHACHA20-POLY1305, ECDHE-RSA-CHACHA20-POLY1305",
        }),
      },
      {
        what: "what is not written at all",
        text: "authentication: {}\nencryption: {}\nnetwork: {}\ncompliance:\n  frameworks: [pci_dss]\n",
        reports: [
          `warning 1 «authentication» ${IDLE} Set \`authentication.session.idle_timeout\` to \`900\`.`,
          `warning 1 «authentication» ${MFA} Set \`authentication.mfa.required\` to \`true\`.`,
          `warning 1 «authentication» ${LOCK} Add \`authentication.password_policy.lockout\`.`,
          `warning 3 «network» ${WAF} Set \`network.waf.enabled\` to \`true\`.`,
          `warning 5 «pci_dss» ${RECORDS} Add \`audit\`.`,
        ],
        fixed:
          "authentication:\n  session:\n    idle_timeout: 900\nencryption: {}\nnetwork: {}\ncompliance:\n  frameworks: [pci_dss]\n",
      },
      {
        what: "sessions that end after a quarter of an hour in any case",
        text: FILE({ "idle_timeout: 900": "timeout: 900" }),
        reports: [],
      },
      {
        what: "an environment without the firewall",
        kind: "environment",
        text: "environment:\n  name: production\nsecurity:\n  network_security:\n    waf_enabled: false\n    ddos_protection: true\n",
        files: { "security.yaml": "compliance:\n  frameworks: [pci]\n" },
        reports: [`error 5 «false» ${WAF} Set \`security.network_security.waf_enabled\` to \`true\`.`],
        fixed:
          "environment:\n  name: production\nsecurity:\n  network_security:\n    waf_enabled: true\n    ddos_protection: true\n",
      },
      {
        what: "a tenant file without second factor and encryption",
        kind: "tenant",
        text: "security:\n  authentication: { mfa_required: false }\n  encryption: { in_transit: false }\n",
        files: {
          "environment.production.yaml": "environment:\n  name: production\ncompliance:\n  frameworks: [pci_dss]\n",
        },
        reports: [
          `error 2 «false» ${MFA} Set \`security.authentication.mfa_required\` to \`true\`.`,
          `error 3 «false» ${NETWORKS} (4.2.1). Set \`security.encryption.in_transit\` to \`true\`.`,
        ],
        fixed: "security:\n  authentication: { mfa_required: true }\n  encryption: { in_transit: false }\n",
      },
    ],
  },
};
