import * as l10n from "@vscode/l10n";
import type { FixData, Operation } from "../../schema/problem.ts";
import { keyList } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { canonicalFramework, listedFrameworks, otherListings } from "./frameworks.ts";

/** Events that a framework wants recorded. */
const NEEDED: ReadonlyMap<string, readonly string[]> = new Map([
  ["hipaa", ["authentication", "authorization", "data_access"]],
  ["sox", ["authorization", "configuration_change", "user_management"]],
  ["iso27001", ["authentication", "configuration_change"]],
  ["pci_dss", ["authentication", "data_access", "user_management", "configuration_change"]],
]);

/** What a new audit section records. */
const USUAL_EVENTS = ["authentication", "authorization", "data_access", "configuration_change", "user_management"];

export const rule = defineRule<readonly string[]>({
  id: "audit-incomplete",
  severity: "warning",
  at: { security: [""] },
  // The rule is about `audit.enabled` among others.
  seesDisabled: true,
  facts: (context) => [
    ...new Set(
      otherListings(context)
        .flatMap(listedFrameworks)
        .map(({ text = "" }) => text),
    ),
  ],
  check: (file, report, others) => {
    const own = listedFrameworks(file).map(({ text = "" }) => text);
    const frameworks = [...new Set([...own, ...others].map(canonicalFramework))];
    const audit = file.get("audit");
    if (!audit) reportMissing(file, frameworks, report);
    else if (audit.isDisabled) reportOff(audit, frameworks, report);
    else if (audit.isMap) checkEvents(audit, frameworks, report);
  },
});

function reportMissing(file: Place, frameworks: readonly string[], report: Report): void {
  // An empty file or one of another shape is the schema's business.
  if (!file.isMap || file.size === 0) return;
  const list = listedFrameworks(file).length > 0 ? file.get("compliance", "frameworks") : undefined;
  report(list ?? file, {
    message:
      frameworks.length === 0
        ? l10n.t`This file has no section \`audit\`: after an incident nobody can tell who signed in, what they saw and what they changed. Add it.`
        : l10n.t`This file has no section \`audit\`, and ${keyList(frameworks)} can not be proven without records of who did what. Add it.`,
    severity: frameworks.length === 0 ? "warning" : "error",
    fix: fixOf(l10n.t`Add the section \`audit\``, [
      { do: "set", path: ["audit"], value: { enabled: true, events: USUAL_EVENTS } },
    ]),
  });
}

function reportOff(audit: Place, frameworks: readonly string[], report: Report): void {
  const enabled = audit.get("enabled") ?? audit;
  report(enabled, {
    message:
      frameworks.length === 0
        ? l10n.t`Nothing is recorded: after an incident nobody can tell who signed in, what they saw and what they changed. Switch the audit on.`
        : l10n.t`Nothing is recorded, and ${keyList(frameworks)} can not be proven without records of who did what. Switch the audit on.`,
    severity: frameworks.length === 0 ? "warning" : "error",
    fix: fixOf(l10n.t`Switch the audit on`, [
      { do: "set", path: enabled.path, value: true },
      ...recording(audit, missingEvents(audit, frameworks)),
    ]),
  });
}

function checkEvents(audit: Place, frameworks: readonly string[], report: Report): void {
  const missing = missingEvents(audit, frameworks);
  if (missing.length === 0) return;
  const asking = frameworks.filter((framework) => NEEDED.get(framework)?.some((event) => missing.includes(event)));
  report(audit.get("events") ?? audit, {
    message: l10n.t`The audit does not record ${keyList(missing)}. Such records are needed for ${keyList(asking)}, and can not be made afterwards, on the day an auditor asks. Add the missing events to \`events\`.`,
    severity: "error",
    fix: fixOf(l10n.t`Record ${keyList(missing)}`, recording(audit, missing)),
  });
}

/** Events that frameworks need and that are not recorded; none while it is not known what is. */
function missingEvents(audit: Place, frameworks: readonly string[]): readonly string[] {
  const events = audit.get("events");
  if (events && (!events.isList || events.holdsUnresolved)) return [];
  const recorded = new Set(events?.items().map(({ text }) => text));
  const needed = new Set(frameworks.flatMap((framework) => NEEDED.get(framework) ?? []));
  return [...needed].filter((event) => !recorded.has(event));
}

function recording(audit: Place, missing: readonly string[]): readonly Operation[] {
  const path = [...audit.path, "events"];
  if (missing.length === 0) return [];
  return audit.has("events")
    ? missing.map((value): Operation => ({ do: "append", path, value }))
    : [{ do: "set", path, value: missing }];
}

function fixOf(title: string, operations: readonly Operation[]): FixData {
  return { fix: "change", path: [], changes: [{ title, operations }] };
}

const FILE = (audit: string, frameworks?: string): string =>
  `${audit}${frameworks === undefined ? "" : `compliance:\n  frameworks: [${frameworks}] # see the contract\n`}`;
const UNPROVEN = "can not be proven without records of who did what.";
const UNKNOWN = "after an incident nobody can tell who signed in, what they saw and what they changed.";
const needs = (missing: string, asking: string): string =>
  `The audit does not record ${missing}. Such records are needed for ${asking}, and can not be made afterwards, on the day an auditor asks. Add the missing events to \`events\`.`;

export const page: RulePage = {
  title: "Audit records are missing, switched off, or lack events that a framework needs.",
  why: "Records can not be made afterwards. Without them a break-in can not be reconstructed: it stays open which data was seen, so everybody has to be told that theirs may have been. Every framework asks for them, HIPAA (§ 164.312(b)), PCI DSS (requirement 10), SOX (section 404) and ISO/IEC 27001 (control 8.15) in so many words, and a gap of a few weeks is enough to fail the yearly assessment.",
  fix: "Switch the audit on, or add the section or the events that are missing",
  examples: {
    failing: {
      what: "an audit that is switched off under HIPAA",
      text: FILE("audit:\n  enabled: false\n  retention:\n    days: 2190\n", "hipaa"),
      reports: [`error 2 «false» Nothing is recorded, and \`hipaa\` ${UNPROVEN} Switch the audit on.`],
      fixed: FILE(
        "audit:\n  enabled: true\n  events: [authentication, authorization, data_access]\n  retention:\n    days: 2190\n",
        "hipaa",
      ),
    },
    passing: {
      what: "the events that HIPAA needs",
      text: FILE("audit:\n  enabled: true\n  events: [authentication, authorization, data_access]\n", "hipaa"),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE('audit:\n  enabled: ${AUDIT}\n  events: [authentication, "${MORE}"]\n', "hipaa, ${FRAMEWORK}"),
      reports: [],
    },
    disabled: "the rule is about the flag",
    more: [
      {
        what: "an audit that is switched off",
        text: FILE("audit:\n  enabled: false # too noisy\n"),
        reports: [`warning 2 «false» Nothing is recorded: ${UNKNOWN} Switch the audit on.`],
        fixed: FILE("audit:\n  enabled: true # too noisy\n"),
      },
      {
        what: "a file without the section",
        text: "# Sign-in and rights.\nauthentication: {}\nauthorization: {}\n",
        reports: [`warning 2 «authentication» This file has no section \`audit\`: ${UNKNOWN} Add it.`],
        fixed:
          "# Sign-in and rights.\nauthentication: {}\nauthorization: {}\naudit:\n  enabled: true\n  events: [authentication, authorization, data_access, configuration_change, user_management]\n",
      },
      {
        what: "a file with frameworks, but without the section",
        text: FILE("", "gdpr, pci"),
        reports: [
          `error 2 «frameworks» This file has no section \`audit\`, and \`gdpr\` and \`pci_dss\` ${UNPROVEN} Add it.`,
        ],
        fixed: FILE(
          "audit:\n  enabled: true\n  events: [authentication, authorization, data_access, configuration_change, user_management]\n",
          "gdpr, pci",
        ),
      },
      {
        what: "a framework that an environment lists",
        text: "authentication: {}\n",
        files: {
          "environment.production.yaml": "environment:\n  name: production\ncompliance:\n  frameworks: [iso27001]\n",
        },
        reports: [`error 1 «authentication» This file has no section \`audit\`, and \`iso27001\` ${UNPROVEN} Add it.`],
        fixed:
          "authentication: {}\naudit:\n  enabled: true\n  events: [authentication, authorization, data_access, configuration_change, user_management]\n",
      },
      {
        what: "events that two frameworks miss",
        text: FILE("audit:\n  events:\n    - authentication\n    - authorization # both\n", "sox, iso27001"),
        reports: [`error 2 «events» ${needs("`configuration_change` and `user_management`", "`sox` and `iso27001`")}`],
        fixed: FILE(
          "audit:\n  events:\n    - authentication\n    - authorization # both\n    - configuration_change\n    - user_management\n",
          "sox, iso27001",
        ),
      },
      {
        what: "events that are not written, under PCI DSS",
        text: FILE("audit:\n  enabled: true\n", "pci"),
        reports: [
          `error 1 «audit» ${needs("`authentication`, `data_access`, `user_management` and `configuration_change`", "`pci_dss`")}`,
        ],
        fixed: FILE(
          "audit:\n  enabled: true\n  events: [authentication, data_access, user_management, configuration_change]\n",
          "pci",
        ),
      },
      {
        what: "events on one line",
        text: FILE("audit: { events: [authentication] }\n", "iso27001"),
        reports: [`error 1 «events» ${needs("`configuration_change`", "`iso27001`")}`],
        fixed: FILE("audit: { events: [authentication, configuration_change] }\n", "iso27001"),
      },
      { what: "few events without a framework", text: FILE("audit:\n  events: [network]\n", "gdpr"), reports: [] },
    ],
  },
};
