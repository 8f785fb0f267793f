import * as l10n from "@vscode/l10n";
import { defineRule, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

const ENOUGH = 12;
/** The schema refuses what is below. */
const LEAST = 8;
const LEAST_DAYS = 30;
const OFTEN_DAYS = 90;

export const rule = defineRule({
  id: "password-policy-weak",
  severity: "warning",
  at: { security: ["authentication.password_policy"] },
  facts: mayNeedRotation,
  check: (place, report, needsRotation) => {
    const length = place.get("min_length");
    const least = length?.number;
    if (length && least !== undefined && least >= LEAST && least < ENOUGH) {
      report(length, {
        message: l10n.t`Passwords of ${least} characters can be tried out in hours once their hashes are stolen. Ask for at least ${ENOUGH}.`,
        fix: { fix: "replace-value", path: length.path, values: [ENOUGH] },
      });
    }
    const age = place.get("max_age_days");
    const days = age?.number;
    if (!age || days === undefined || days < LEAST_DAYS || days > OFTEN_DAYS || needsRotation) return;
    report(age, {
      severity: "information",
      message: l10n.t`Passwords have to be changed every ${days} days, which makes people choose weaker ones. Unless a rule demands it, set \`max_age_days\` to \`0\` and turn on \`check_breached\`.`,
      fix: {
        fix: "change",
        path: place.path,
        changes: [
          {
            title: l10n.t`Do not force changes`,
            preferred: false,
            operations: [{ do: "set", path: ["max_age_days"], value: 0 }],
          },
        ],
      },
    });
  },
});

/** true when the tenant may be held to PCI DSS, which asks for a change every 90 days. */
function mayNeedRotation(context: RuleContext): boolean {
  const files = [context.file, ...context.filesOf("environment")];
  const lists = files.map((file) => file?.get("compliance", "frameworks"));
  return lists.some(
    (list) =>
      list?.isUnresolved || list?.items().some((item) => item.isUnresolved || /^pci(?:_dss)?$/.test(item.text ?? "")),
  );
}

const POLICY = (...lines: readonly string[]): string =>
  `authentication:\n  password_policy:\n${lines.map((line) => `    ${line}\n`).join("")}`;
const SHORT = (length: number): string =>
  `Passwords of ${length} characters can be tried out in hours once their hashes are stolen. Ask for at least 12.`;

export const page: RulePage = {
  title: "Passwords that are too short, or have to be changed too often.",
  why: "Stolen hashes are attacked on rented graphics cards, where eight characters fall quickly and each further character multiplies the work. Forced changes do the opposite of what was hoped for: people count up a digit, so NIST SP 800-63B says not to ask for them unless a password has leaked.",
  fix: "Ask for 12 characters, or stop forcing changes",
  examples: {
    failing: {
      what: "short passwords",
      text: POLICY("min_length: 8 # as before"),
      reports: [`warning 3 «8» ${SHORT(8)}`],
      fixed: POLICY("min_length: 12 # as before"),
    },
    passing: {
      what: "long passwords that are changed when they leak",
      text: POLICY("min_length: 12", "max_age_days: 0", "check_breached: true"),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: POLICY("min_length: ${MIN_LENGTH}", "max_age_days: ${MAX_AGE}"),
      reports: [],
    },
    disabled: "there is no switch for the policy",
    more: [
      {
        what: "forced changes",
        text: POLICY("min_length: 14", "max_age_days: 90"),
        reports: [
          "information 4 «90» Passwords have to be changed every 90 days, which makes people choose weaker ones. Unless a rule demands it, set `max_age_days` to `0` and turn on `check_breached`.",
        ],
        fixed: POLICY("min_length: 14", "max_age_days: 0"),
      },
      {
        what: "forced changes that PCI DSS asks for",
        text: `${POLICY("max_age_days: 90")}compliance:\n  frameworks: [pci_dss]\n`,
        reports: [],
      },
      {
        what: "forced changes, and PCI DSS in the file of an environment",
        text: POLICY("max_age_days: 60"),
        files: { "environment.production.yaml": "compliance:\n  frameworks: [pci]\n" },
        reports: [],
      },
      {
        what: "forced changes once a year",
        text: POLICY("max_age_days: 365"),
        reports: [],
      },
      {
        what: "a length that the schema refuses",
        text: POLICY("min_length: 6"),
        reports: [],
      },
    ],
  },
};
