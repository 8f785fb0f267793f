import { defineRule, type RulePage } from "../rule.ts";
import { type ComplianceFacts, checkControls, complianceFacts, listedFor } from "./compliance.ts";
import { ISO27001, keyProviderControl } from "./compliance-controls.ts";

interface Facts extends ComplianceFacts {
  /** Keeper of the keys where the file says nothing. */
  readonly keyProvider: string | undefined;
}

export const rule = defineRule<Facts>({
  id: "compliance-iso27001",
  severity: "warning",
  at: { security: [""], environment: [""] },
  // The rule is about flags such as `audit.enabled`.
  seesDisabled: true,
  facts: (context) => ({
    ...complianceFacts(context, "iso27001"),
    keyProvider: context.deployment.keyProvider,
  }),
  check: (file, report, facts) => {
    const listed = listedFor(file, "iso27001", facts);
    if (listed) checkControls(listed, [...ISO27001, keyProviderControl(facts.keyProvider)], report);
  },
});

const FILE = (changes: Readonly<Record<string, string>> = {}): string => {
  const text = `encryption:
  at_rest:
    enabled: true
    key_management:
      provider: vault
audit:
  enabled: true
  events: [authentication, configuration_change]
compliance:
  frameworks: [iso27001] # certified
  data_classification:
    levels: [{ name: internal }]
`;
  return Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), text);
};
const KEYS =
  "ISO/IEC 27001 asks for keys that are kept apart from the data they protect, and `local`, which is also what an absent provider means, keeps them together (A.8.24). Name a key service as `provider` of `key_management`.";
const LEVELS = "ISO/IEC 27001 asks to classify information by how far it may go (A.5.12).";
const EVENTS =
  "ISO/IEC 27001 asks for records of sign-ins and of changed settings: `authentication` and `configuration_change` (A.8.15).";
const RECORDS = "ISO/IEC 27001 asks for records of events (A.8.15).";
const BACKUPS = "ISO/IEC 27001 asks for backups, and none of this database is kept (A.8.13).";

export const page: RulePage = {
  title: "ISO/IEC 27001 is listed, and a control that it asks for is missing or switched off.",
  why: "The controls of annex A are what an auditor samples before the certificate is given and in every year after it. Records, classified information, keys apart from the data and backups are among the first things asked for, and a control that the statement of applicability promises and the configuration contradicts is a nonconformity. Customers who asked for the certificate usually have a right to be told.",
  fix: "Set the value that ISO/IEC 27001 asks for",
  examples: {
    failing: {
      what: "events that are missing",
      text: FILE({ ", configuration_change": "" }),
      reports: [`error 8 «events» ${EVENTS}`],
      fixed: FILE(),
    },
    passing: { what: "every control in place", text: FILE(), reports: [] },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE({ "provider: vault": "provider: ${KEYS}", "[authentication,": '["${EVENT}",' }),
      reports: [],
    },
    disabled: {
      what: "local keys of an encryption that is switched off",
      text: FILE({ "enabled: true": "enabled: false", "provider: vault": "provider: local" }),
      reports: [],
    },
    more: [
      {
        what: "keys beside the data",
        text: FILE({ "provider: vault": "provider: local" }),
        reports: [`error 5 «local» ${KEYS}`],
      },
      {
        what: "no provider of keys",
        text: FILE({ "provider: vault": "key_id: main" }),
        reports: [`warning 4 «key_management» ${KEYS}`],
      },
      {
        what: "no provider of keys in the file, and one in the variables",
        text: FILE({ "provider: vault": "key_id: main" }),
        files: { "/.env": "ENCRYPTION_KEY_PROVIDER=vault\n" },
        reports: [],
      },
      {
        what: "keys beside the data, and a provider in the variables",
        text: FILE({ "provider: vault": "provider: local" }),
        files: { "/.env": "ENCRYPTION_KEY_PROVIDER=aws_kms\n" },
        reports: [`error 5 «local» ${KEYS} Set \`encryption.at_rest.key_management.provider\` to \`aws_kms\`.`],
        fixed: FILE({ "provider: vault": "provider: aws_kms" }),
      },
      {
        what: "no levels of classification",
        text: FILE({ "  data_classification:\n    levels: [{ name: internal }]\n": "" }),
        reports: [`warning 9 «compliance» ${LEVELS} Add \`compliance.data_classification.levels\`.`],
        fixed: FILE({
          "    levels: [{ name: internal }]\n":
            "    levels:\n      - name: public\n      - name: internal\n      - name: confidential\n",
        }),
      },
      {
        what: "an empty list of levels",
        text: FILE({ "[{ name: internal }]": "[]" }),
        reports: [`error 12 «levels» ${LEVELS}`],
        fixed: FILE({ "[{ name: internal }]": "[{name: public}, {name: internal}, {name: confidential}]" }),
      },
      {
        what: "an audit that is switched off",
        text: FILE({ "audit:\n  enabled: true": "audit:\n  enabled: false" }),
        reports: [`error 7 «false» ${RECORDS} Set \`audit.enabled\` to \`true\`.`],
        fixed: FILE(),
      },
      {
        what: "a database without backups",
        kind: "environment",
        text: "databases:\n  primary:\n    backup:\n      retention_period: 0\ncompliance:\n  frameworks: [iso27001]\n",
        reports: [`error 4 «0» ${BACKUPS} Set \`databases.primary.backup.retention_period\` to \`7\`.`],
        fixed:
          "databases:\n  primary:\n    backup:\n      retention_period: 7\ncompliance:\n  frameworks: [iso27001]\n",
      },
    ],
  },
};
