import * as l10n from "@vscode/l10n";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { type ComplianceFacts, checkControls, complianceFacts, type Listed, listedFor } from "./compliance.ts";
import { SOX } from "./compliance-controls.ts";

export const rule = defineRule<ComplianceFacts>({
  id: "compliance-sox",
  severity: "warning",
  at: { security: [""], environment: [""] },
  // The rule is about flags such as `archival.enabled`.
  seesDisabled: true,
  facts: (context) => complianceFacts(context, "sox"),
  check: (file, report, facts) => {
    const listed = listedFor(file, "sox", facts);
    if (!listed) return;
    checkRoles(listed, report);
    checkControls(listed, SOX, report);
  },
});

function checkRoles({ file, place }: Listed, report: Report): void {
  const rbac = file.get("authorization", "rbac");
  if (!rbac || rbac.isDisabled) return;
  for (const role of rbac.get("roles")?.items() ?? []) {
    const wildcard = role
      .get("permissions")
      ?.items()
      .find(({ text }) => text === "*");
    if (!wildcard) continue;
    const name = role.get("name")?.text ?? role.pathText;
    report(wildcard, {
      message: l10n.t`SOX asks to separate duties, and \`${name}\` may do everything: one person can change a figure and hide the trace (section 404). Name the permissions that the role needs.`,
      severity: "error",
      related: [{ place, message: l10n.t`The framework is listed here.` }],
    });
  }
}

const FILE = (changes: Readonly<Record<string, string>> = {}): string => {
  const text = `authorization:
  rbac:
    enabled: true
    roles:
      - name: clerk
        permissions: [read]
audit:
  enabled: true
  events: [configuration_change, authorization, user_management]
  retention:
    days: 2555
    archival:
      enabled: true
      schedule: monthly
      immutable: true
compliance:
  frameworks: [sox] # listed company
`;
  return Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), text);
};
const YEARS =
  "SOX asks to keep records for seven years, which are 2555 days (section 802). Set `audit.retention.days` to `2555`.";
const LOCKED = "SOX asks for records that nobody can change, which takes an archive that is locked (section 802).";
const UNCHANGED =
  "SOX asks for records that nobody can change or delete (section 802). Set `audit.retention.archival.immutable` to `true`.";
const EVENTS =
  "SOX asks for records of changed settings, of rights that were used or refused and of changed accounts: `configuration_change`, `authorization` and `user_management` (section 404).";
const CHANGES = "SOX asks for records of all changes to systems that financial reports come from (section 404).";
const DUTIES = (name: string): string =>
  `SOX asks to separate duties, and \`${name}\` may do everything: one person can change a figure and hide the trace (section 404). Name the permissions that the role needs.`;

export const page: RulePage = {
  title: "SOX is listed, and a control that it asks for is missing or switched off.",
  why: "Under the Sarbanes-Oxley Act managers sign that nobody can change financial figures unnoticed. The auditors look for the evidence in the systems: seven years of records of every change to settings, rights and accounts, in an archive that even an administrator can not change, and nobody who may do everything alone. A gap is a material weakness that has to be published; to destroy such records is a crime.",
  fix: "Set the value that SOX asks for",
  examples: {
    failing: {
      what: "records that are kept for a year",
      text: FILE({ "days: 2555": "days: 365" }),
      reports: [`error 11 «365» ${YEARS}`],
      fixed: FILE(),
    },
    passing: { what: "every control in place", text: FILE(), reports: [] },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE({ "days: 2555": "days: ${DAYS}", "immutable: true": "immutable: ${LOCK}", "[read]": '["${RIGHT}"]' }),
      reports: [],
    },
    disabled: {
      what: "a role with all permissions in a model that is switched off",
      text: FILE({ "enabled: true": "enabled: false", "[read]": '["*"]' }),
      reports: [],
    },
    more: [
      {
        what: "an archive that can be changed",
        text: FILE({ "      immutable: true\n": "" }),
        reports: [`warning 12 «archival» ${UNCHANGED}`],
        fixed: FILE(),
      },
      {
        what: "an archive that is switched off",
        text: FILE({ "archival:\n      enabled: true": "archival:\n      enabled: false" }),
        reports: [`error 13 «false» ${LOCKED} Set \`audit.retention.archival.enabled\` to \`true\`.`],
        fixed: FILE(),
      },
      {
        what: "no archive, and no retention",
        text: "audit:\n  events: [configuration_change, authorization, user_management]\ncompliance:\n  frameworks: [sox]\n",
        reports: [`warning 1 «audit» ${YEARS}`, `warning 1 «audit» ${LOCKED} Add \`audit.retention.archival\`.`],
        fixed:
          "audit:\n  events: [configuration_change, authorization, user_management]\n  retention:\n    days: 2555\ncompliance:\n  frameworks: [sox]\n",
      },
      {
        what: "no audit at all",
        text: "compliance:\n  frameworks:\n    - gdpr\n    - sox\n",
        reports: [`warning 4 «sox» ${CHANGES} Add \`audit\`.`],
        fixed:
          "audit:\n  enabled: true\n  events: [configuration_change, authorization, user_management]\n  retention:\n    days: 2555\n    archival:\n      enabled: true\n      immutable: true\ncompliance:\n  frameworks:\n    - gdpr\n    - sox\n",
      },
      {
        what: "events that are missing",
        text: FILE({ "configuration_change, authorization, user_management": "authorization" }),
        reports: [`error 9 «events» ${EVENTS}`],
        fixed: FILE({
          "configuration_change, authorization, user_management":
            "authorization, configuration_change, user_management",
        }),
      },
      {
        what: "a role that may do everything",
        text: FILE({ "permissions: [read]": 'permissions: [read, "*"]' }),
        reports: [`error 6 «"*"» ${DUTIES("clerk")}`],
      },
      {
        what: "an environment without records",
        kind: "environment",
        text: "environment:\n  name: production\ncompliance:\n  frameworks: [sox]\n  audit_logging: { enabled: false, retention_years: 7 }\n",
        reports: [`error 5 «false» ${CHANGES} Set \`compliance.audit_logging.enabled\` to \`true\`.`],
        fixed:
          "environment:\n  name: production\ncompliance:\n  frameworks: [sox]\n  audit_logging: { enabled: true, retention_years: 7 }\n",
      },
      {
        what: "an environment that keeps its records too short",
        kind: "environment",
        text: "compliance:\n  audit_logging:\n    retention_years: 3\n",
        files: { "security.yaml": "compliance:\n  frameworks: [sox]\n" },
        reports: [
          "error 3 «3» SOX asks to keep records for seven years (section 802). Set `compliance.audit_logging.retention_years` to `7`.",
        ],
        fixed: "compliance:\n  audit_logging:\n    retention_years: 7\n",
      },
    ],
  },
};
