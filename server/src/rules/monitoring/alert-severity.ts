import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { didYouMean } from "../../schema/sentences.ts";
import { code, valueList } from "../../schema/wording.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

interface Facts {
  /** The levels of the tenant, most urgent first; undefined when they are not known. */
  readonly levels: readonly string[] | undefined;
  /** true when something else gives alerts their severity, or changes it, on the way to Alertmanager. */
  readonly isSetElsewhere: boolean;
}

const DEFAULT_LEVELS: readonly string[] = ["critical", "warning", "info"];

/** What alerts carry that are not meant to reach anybody, such as the watchdog that always fires. */
const NO_SEVERITY = "none";

/** What other teams call the most urgent, and the least urgent level. */
const MOST_URGENT = new Set(["urgent", "emergency", "fatal", "blocker", "disaster", "page", "p1", "sev1"]);
const LEAST_URGENT = new Set(["information", "informational", "notice", "low", "minor", "trivial", "debug"]);

export const rule = defineRule<Facts>({
  id: "alert-severity",
  severity: "warning",
  at: { monitoring: ["tenant_specific.custom_alerts.*", "prometheus.rule_groups.*"] },
  facts: severities,
  check: (place, report, { levels, isSetElsewhere }) => {
    if (!levels || isSetElsewhere) return;
    if (place.path[0] === "prometheus") checkGroup(place, levels, report);
    else checkAlert(place, place.get("name"), levels, report);
  },
});

function severities({ file }: RuleContext): Facts {
  const list = file?.get("tenant_specific", "severity_levels");
  const levels = list ? list.items().map(({ text }) => text) : DEFAULT_LEVELS;
  const known = levels.filter((level) => level !== undefined);
  const steps = file?.get("prometheus", "alerting", "alert_relabel_configs");
  const isRewritten =
    steps?.isUnresolved || steps?.items().some((step) => step.get("target_label")?.text === "severity");
  return {
    levels: list?.isUnresolved || known.length < levels.length || known.length === 0 ? undefined : known,
    isSetElsewhere: isRewritten || file?.get("global", "external_labels", "severity") !== undefined,
  };
}

/** Labels of a group are those of its rules, unless a rule has its own. */
function checkGroup(group: Place, levels: readonly string[], report: Report): void {
  const alerts = group
    .get("rules")
    ?.items()
    .filter((one) => one.has("alert"));
  if (!alerts || alerts.length === 0) return;
  const labels = group.get("labels");
  checkLevel(labels?.get("severity"), levels, report);
  const isGiven = labels !== undefined && (labels.has("severity") || labels.isUnresolved);
  for (const alert of alerts) {
    if (isGiven) checkLevel(alert.get("labels", "severity"), levels, report);
    else checkAlert(alert, alert.get("alert"), levels, report);
  }
}

function checkAlert(alert: Place, name: Place | undefined, levels: readonly string[], report: Report): void {
  const labels = alert.get("labels");
  const severity = labels?.get("severity");
  if (severity) checkLevel(severity, levels, report);
  if (severity || labels?.isUnresolved) return;
  report(labels?.pair ? labels : (name ?? alert), {
    message: l10n.t`This alert has no \`severity\` label, so no route that selects by severity takes it and it ends at the default receiver: add one of ${valueList(levels) ?? code(levels[0])}.`,
    fix: {
      fix: "change",
      path: alert.path,
      changes: levels.map((level) => ({
        title: l10n.t`Set \`severity\` to ${code(level)}`,
        preferred: false,
        operations: [{ do: "set", path: ["labels", "severity"], value: level }],
      })),
    },
  });
}

function checkLevel(severity: Place | undefined, levels: readonly string[], report: Report): void {
  const text = severity?.text;
  // A template decides when the alert fires.
  if (!severity || text === undefined || text === NO_SEVERITY || text.includes("{{") || levels.includes(text)) return;
  const meant = meantLevel(text, levels);
  const fault = l10n.t`${code(text)} is not one of the severities of this tenant (${valueList(levels) ?? code(levels[0])}), so no route or channel for them takes the alert.`;
  report(severity, {
    message: meant === undefined ? fault : `${fault} ${didYouMean(code(meant))}`,
    fix: { fix: "change", path: severity.path, changes: changesTo(levels, meant) },
  });
}

/** The level that is surely meant: by its spelling, else by the words that others have for it. */
function meantLevel(text: string, levels: readonly string[]): string | undefined {
  const word = text.toLowerCase();
  const spelled = levels.find((level) => level.startsWith(word) && word.length > 2) ?? nearest(text, levels);
  if (spelled !== undefined) return spelled;
  if (MOST_URGENT.has(word)) return levels[0];
  return LEAST_URGENT.has(word) && levels.length > 1 ? levels.at(-1) : undefined;
}

function changesTo(levels: readonly string[], meant: string | undefined): readonly Change[] {
  const ordered = meant === undefined ? levels : [meant, ...levels.filter((level) => level !== meant)];
  return ordered.map((level) => ({
    title: l10n.t`Change to ${code(level)}`,
    ...(level !== meant && { preferred: false }),
    operations: [{ do: "set", path: [], value: level }],
  }));
}

const ALERT = (lines: string, rest = ""): string =>
  `tenant_specific:\n${rest}  custom_alerts:\n    - name: Down\n      expr: up == 0\n${lines}`;
const GROUP = (labels: string, rules: string): string =>
  `prometheus:\n  rule_groups:\n    - name: app\n${labels}      rules:\n${rules}`;

const MISSING =
  "This alert has no `severity` label, so no route that selects by severity takes it and it ends at the default receiver: add one of `critical`, `warning` or `info`.";
const UNKNOWN = (level: string, levels = "`critical`, `warning` or `info`"): string =>
  `\`${level}\` is not one of the severities of this tenant (${levels}), so no route or channel for them takes the alert.`;

export const page: RulePage = {
  title: "An alert without a severity, or with one that the tenant does not have.",
  why: "Routes, channels and escalations of a tenant select alerts by `severity`. An alert with another spelling, or without the label, matches none of them: it fires, and goes to the receiver of the root route, which is often a mailbox that nobody reads at night. The levels are those of `tenant_specific.severity_levels`, by default `critical`, `warning` and `info`. `none` is left alone: it marks alerts for nobody, such as a watchdog. So is everything when `alert_relabel_configs` or `external_labels` set the label.",
  fix: "Change the severity to the nearest level",
  examples: {
    failing: {
      what: "a level that the tenant does not have",
      text: ALERT("      labels: {severity: urgent} # by the team\n"),
      reports: [`warning 5 «urgent» ${UNKNOWN("urgent")} Did you mean \`critical\`?`],
      fixed: ALERT("      labels: {severity: critical} # by the team\n"),
    },
    passing: {
      what: "a level of the tenant",
      text: ALERT("      labels: {severity: page}\n", "  severity_levels: [page, ticket]\n"),
      reports: [],
    },
    placeholder: {
      what: "a level that only the deployment knows",
      text: ALERT("      labels: {severity: '${SEVERITY}'}\n"),
      reports: [],
    },
    disabled: {
      what: "an alert that is switched off",
      text: ALERT("      enabled: false\n      labels: {severity: urgent}\n"),
      reports: [],
    },
    more: [
      {
        what: "a typing error",
        text: ALERT("      labels:\n        severity: warnign\n"),
        reports: [`warning 6 «warnign» ${UNKNOWN("warnign")} Did you mean \`warning\`?`],
        fixed: ALERT("      labels:\n        severity: warning\n"),
      },
      {
        what: "a level that says nothing about how urgent it is",
        text: ALERT("      labels:\n        severity: error\n"),
        reports: [`warning 6 «error» ${UNKNOWN("error")}`],
        fixed: ALERT("      labels:\n        severity: critical\n"),
      },
      {
        what: "a default level that the tenant does without",
        text: ALERT("      labels: {severity: info}\n", "  severity_levels: [page, ticket]\n"),
        reports: [`warning 6 «info» ${UNKNOWN("info", "`page` or `ticket`")}`],
        fixed: ALERT("      labels: {severity: page}\n", "  severity_levels: [page, ticket]\n"),
      },
      {
        what: "levels that only the deployment knows",
        text: ALERT("      labels: {severity: urgent}\n", "  severity_levels: [critical, '${LOWEST}']\n"),
        reports: [],
      },
      {
        what: "no labels at all",
        text: ALERT(""),
        reports: [`warning 3 «Down» ${MISSING}`],
        fixed: ALERT("      labels:\n        severity: critical\n"),
      },
      {
        what: "labels without a severity",
        text: ALERT("      labels: {team: web}\n"),
        reports: [`warning 5 «labels» ${MISSING}`],
        fixed: ALERT("      labels: {team: web, severity: critical}\n"),
      },
      {
        what: "a template, which decides when the alert fires",
        text: ALERT("      labels:\n        severity: '{{ if gt $value 5.0 }}critical{{ else }}warning{{ end }}'\n"),
        reports: [],
      },
      {
        what: "an alert that is meant for nobody",
        text: ALERT("      labels: {severity: none}\n"),
        reports: [],
      },
      {
        what: "rules by hand, with recording rules among them",
        text: GROUP(
          "",
          "        - {record: a, expr: sum(b)}\n        - {alert: Down, expr: up == 0}\n        - {alert: Slow, expr: a > 1, labels: {severity: Info}}\n",
        ),
        reports: [`warning 6 «Down» ${MISSING}`, `warning 7 «Info» ${UNKNOWN("Info")} Did you mean \`info\`?`],
        fixed: GROUP(
          "",
          "        - {record: a, expr: sum(b)}\n        - {alert: Down, expr: up == 0, labels: {severity: critical}}\n        - {alert: Slow, expr: a > 1, labels: {severity: Info}}\n",
        ),
      },
      {
        what: "a group that gives its alerts their severity",
        text: GROUP("      labels: {severity: warning}\n", "        - {alert: Down, expr: up == 0}\n"),
        reports: [],
      },
      {
        what: "a group with a level that the tenant does not have",
        text: GROUP("      labels: {severity: notice}\n", "        - {alert: Down, expr: up == 0}\n"),
        reports: [`warning 4 «notice» ${UNKNOWN("notice")} Did you mean \`info\`?`],
        fixed: GROUP("      labels: {severity: info}\n", "        - {alert: Down, expr: up == 0}\n"),
      },
      {
        what: "a severity that is set on the way to Alertmanager",
        text: `${ALERT("")}prometheus:\n  alerting:\n    alert_relabel_configs:\n      - {source_labels: [team], target_label: severity}\n`,
        reports: [],
      },
    ],
  },
};
