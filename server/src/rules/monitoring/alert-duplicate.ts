import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

const SEVERITY = "severity";

/** An alert as it is told from others. */
interface Alert {
  /** The value that holds its name. */
  readonly name: Place;
  /** Its name and labels, in one text. */
  readonly identity: string;
  /** Its name, labels without the severity, expression and delay, in one text: when it fires. */
  readonly condition: string;
}

export const rule = defineRule({
  id: "alert-duplicate",
  severity: "warning",
  at: { monitoring: ["tenant_specific.custom_alerts", "prometheus.rule_groups"] },
  check: (place, report) => {
    const identities = new Map<string, Alert>();
    const conditions = new Map<string, Alert>();
    for (const alert of place.path[0] === "prometheus" ? alertsOfGroups(place) : customAlerts(place)) {
      const same = identities.get(alert.identity);
      const contrary = conditions.get(alert.condition);
      if (same) reportSame(alert, same, report);
      else if (contrary) reportContrary(alert, contrary, report);
      if (!same) identities.set(alert.identity, alert);
      if (!contrary) conditions.set(alert.condition, alert);
    }
  },
});

function customAlerts(list: Place): readonly Alert[] {
  return list.items().flatMap((alert) => alertOf(alert, alert.get("name"), undefined) ?? []);
}

function alertsOfGroups(groups: Place): readonly Alert[] {
  return groups.items().flatMap((group) => {
    const rules = group.get("rules")?.items() ?? [];
    return rules.flatMap((one) => alertOf(one, one.get("alert"), group.get("labels")) ?? []);
  });
}

/** Undefined for an alert of which something that tells it from others is not known. */
function alertOf(alert: Place, name: Place | undefined, ofGroup: Place | undefined): Alert | undefined {
  const labels = new Map<string, string>();
  const written = [ofGroup, alert.get("labels")];
  if (written.some((place) => place && !place.isMap && !place.isNull)) return undefined;
  for (const label of written.flatMap((place) => place?.entries() ?? [])) {
    const { scalarText } = label;
    if (scalarText === undefined) return undefined;
    labels.set(label.name, scalarText);
  }
  const timing = ["expr", "for", "keep_firing_for"].map((key) => alert.get(key));
  if (!name || name.text === undefined || timing.some((place) => place?.isUnresolved)) return undefined;
  const sorted = [...labels].sort(([one], [other]) => (one < other ? -1 : 1));
  const others = sorted.filter(([label]) => label !== SEVERITY);
  const times = timing.map((place) => place?.scalarText?.replace(/\s+/g, " ").trim());
  return {
    name,
    identity: JSON.stringify([name.text, sorted]),
    condition: JSON.stringify([name.text, others, times]),
  };
}

function reportSame({ name }: Alert, first: Alert, report: Report): void {
  report(name, {
    message: l10n.t`Another alert \`${name.text ?? ""}\` has the same labels: Alertmanager can not tell the two apart, and they end each other. Give them different labels, or join their expressions with \`or\`.`,
    related: [{ place: first.name, message: l10n.t`The other alert stands here.` }],
  });
}

function reportContrary({ name }: Alert, first: Alert, report: Report): void {
  report(name, {
    message: l10n.t`Another alert \`${name.text ?? ""}\` fires under the same condition with another severity, so every incident is told twice: keep one of them, or change its condition.`,
    related: [{ place: first.name, message: l10n.t`The other alert stands here.` }],
  });
}

const ALERT = (labels: string, expr: string, rest = ""): string =>
  `    - name: HighLatency\n      expr: ${expr}\n      labels: ${labels}\n${rest}`;
const ALERTS = (...alerts: readonly string[]): string => `tenant_specific:\n  custom_alerts:\n${alerts.join("")}`;

const SAME =
  "Another alert `HighLatency` has the same labels: Alertmanager can not tell the two apart, and they end each other. Give them different labels, or join their expressions with `or`.";
const CONTRARY =
  "Another alert `HighLatency` fires under the same condition with another severity, so every incident is told twice: keep one of them, or change its condition.";

export const page: RulePage = {
  title: "Two alerts with the same name and labels, or one condition with two severities.",
  why: "Alertmanager knows an alert by its labels, the name among them. Two rules with the same ones share one alert wherever their series have the same labels: when one of them resolves, it closes the other, and the annotations flap between the two texts. `promtool check rules` warns about it as a duplicate rule. The same condition under two severities pages somebody and tells the mailbox that it is not urgent. Steps with different thresholds or delays are meant that way and left alone.",
  examples: {
    failing: {
      what: "two alerts of one name and severity",
      text: ALERTS(ALERT("{severity: critical}", "api_latency > 2"), ALERT("{severity: critical}", "web_latency > 1")),
      reports: [`warning 6 «HighLatency» ${SAME}`],
    },
    passing: {
      what: "two steps of an alert",
      text: ALERTS(ALERT("{severity: warning}", "latency > 1"), ALERT("{severity: critical}", "latency > 2")),
      reports: [],
    },
    placeholder: {
      what: "a label that only the deployment knows",
      text: ALERTS(ALERT("{severity: warning}", "latency > 1"), ALERT("{severity: '${LEVEL}'}", "latency > 1")),
      reports: [],
    },
    disabled: {
      what: "an alert that is switched off",
      text: ALERTS(
        ALERT("{severity: warning}", "latency > 1"),
        ALERT("{severity: warning}", "latency > 1", "      enabled: false\n"),
      ),
      reports: [],
    },
    more: [
      {
        what: "one condition with two severities",
        text: ALERTS(ALERT("{severity: warning}", "latency  > 1"), ALERT("{severity: critical}", "latency > 1")),
        reports: [`warning 6 «HighLatency» ${CONTRARY}`],
      },
      {
        what: "a severity that rises with time",
        text: ALERTS(
          ALERT("{severity: warning}", "latency > 1", "      for: 5m\n"),
          ALERT("{severity: critical}", "latency > 1", "      for: 30m\n"),
        ),
        reports: [],
      },
      {
        what: "labels that come from the group",
        text: "prometheus:\n  rule_groups:\n    - name: api\n      labels: {severity: critical}\n      rules:\n        - {alert: HighLatency, expr: api_latency > 2}\n    - name: web\n      rules:\n        - {alert: HighLatency, expr: web_latency > 1, labels: {severity: critical}}\n        - {alert: HighLatency, expr: web_latency > 1, labels: {severity: critical, team: web}}\n",
        reports: [`warning 9 «HighLatency» ${SAME}`],
      },
    ],
  },
};
