import * as l10n from "@vscode/l10n";
import { promqlAggregations } from "../../values/promql-functions.ts";
import { promqlTokens } from "../../values/promql-tokens.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** The label that holds the name of the metric. */
const METRIC_NAME = "__name__";

/** Labels that Prometheus itself gives to what it scrapes. */
const OF_TARGETS = new Set(["job", "instance"]);

/** What leaves labels out of the result, beside aggregations. */
const WITHOUT_LABELS = new Set(["absent", "absent_over_time", "vector", "scalar", "time", "on", "ignoring"]);

/** The external label by which Mimir and Cortex tell the servers of a pair apart. */
const REPLICA = "__replica__";

export const rule = defineRule({
  id: "label-name-reserved",
  severity: "warning",
  at: {
    monitoring: [
      "global.external_labels",
      "prometheus.rule_groups.*.labels",
      "prometheus.rule_groups.*.rules.*",
      "tenant_specific.custom_alerts.*",
      "tenant_specific.custom_metrics.*",
    ],
  },
  check: (place, report) => {
    const isExternal = place.path[0] === "global";
    if (isExternal || place.name === "labels") {
      for (const label of place.entries()) checkLabel(label, isExternal ? "external" : "rule", report);
      return;
    }
    const expression = place.get(place.path[1] === "custom_metrics" ? "query" : "expr")?.text;
    const keepsLabels = (): boolean => expression !== undefined && hasTargetLabels(expression);
    const isAlert = place.has("alert") || place.path[1] === "custom_alerts";
    for (const label of place.get("labels")?.entries() ?? []) {
      if (OF_TARGETS.has(label.name)) checkTarget(label, keepsLabels(), report);
      else checkLabel(label, isAlert ? "alert" : "rule", report);
    }
  },
});

function checkLabel(label: Place, owner: "external" | "rule" | "alert", report: Report): void {
  const { name } = label;
  if (name === METRIC_NAME && owner !== "external") {
    report(label, {
      severity: "error",
      message: l10n.t`\`__name__\` is the name of the metric and can not be set as a label: Prometheus refuses the rules.`,
      on: "key",
    });
  } else if (name.startsWith("__") && !(name === REPLICA && owner === "external")) {
    report(label, {
      message: l10n.t`Names that begin with \`__\` are reserved for Prometheus, and other systems drop such labels: choose another name.`,
      on: "key",
    });
  } else if (name === "alertname" && owner !== "rule") {
    report(label, {
      message: l10n.t`\`alertname\` is always the name of the alert, so this value never arrives: choose another label.`,
      on: "key",
    });
  } else if (OF_TARGETS.has(name) && owner === "external") {
    report(label, {
      message: l10n.t`Every series has a \`${name}\` of its own, which wins over this one: choose another label.`,
      on: "key",
    });
  }
}

function checkTarget(label: Place, keepsLabels: boolean, report: Report): void {
  // A template takes up what the series has.
  if (!keepsLabels || label.text === undefined || label.text.includes("{{")) return;
  report(label, {
    message: l10n.t`This overwrites the \`${label.name}\` that the series come from, so nobody sees which target it was: choose another label.`,
    on: "key",
  });
}

/** true when the result surely has the labels of the scraped series: nothing in the expression leaves labels out. */
function hasTargetLabels(expression: string): boolean {
  return promqlTokens(expression).every(
    ({ kind, text }) =>
      kind !== "identifier" || !(promqlAggregations.has(text.toLowerCase()) || WITHOUT_LABELS.has(text.toLowerCase())),
  );
}

const ALERT = (labels: string, rest = ""): string =>
  `tenant_specific:\n  custom_alerts:\n    - name: Slow\n${rest}      expr: latency > 1\n      labels: ${labels}\n`;
const RULE = (expr: string, labels: string): string =>
  `prometheus:\n  rule_groups:\n    - name: app\n      rules:\n        - record: a:b\n          expr: ${expr}\n          labels: ${labels}\n`;

const NAME = "`__name__` is the name of the metric and can not be set as a label: Prometheus refuses the rules.";
const INTERNAL =
  "Names that begin with `__` are reserved for Prometheus, and other systems drop such labels: choose another name.";
const OVERWRITES = (label: string): string =>
  `This overwrites the \`${label}\` that the series come from, so nobody sees which target it was: choose another label.`;

export const page: RulePage = {
  title: "A label that Prometheus sets itself.",
  why: "Rules with a label `__name__` are refused, and with them the whole file of rules. Other reserved labels are accepted and lost: names that begin with `__` are for relabeling and for systems that Prometheus sends to (`__replica__` of Mimir is left alone), `alertname` is overwritten by the name of the alert, and external labels are only added where a series has none of that name. A fixed `job` or `instance` on the result of a rule is the opposite: it hides which target was meant. It is fine where the expression has lost that label, as in `sum(…)` or `absent(…)`.",
  examples: {
    failing: {
      what: "a rule that sets the name of the metric",
      text: ALERT("{__name__: x}"),
      reports: [`error 5 «__name__» ${NAME}`],
    },
    passing: {
      what: "labels of one's own",
      text: ALERT("{team: web, jobs: nightly}"),
      reports: [],
    },
    placeholder: {
      what: "a job that only the deployment knows",
      text: ALERT("{job: '${JOB}'}"),
      reports: [],
    },
    disabled: {
      what: "an alert that is switched off",
      text: ALERT("{__name__: x}", "      enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "labels that are lost on the way",
        text: ALERT("{__team: web, alertname: Other}"),
        reports: [
          `warning 5 «__team» ${INTERNAL}`,
          "warning 5 «alertname» `alertname` is always the name of the alert, so this value never arrives: choose another label.",
        ],
      },
      {
        what: "external labels that every series has",
        text: "global:\n  external_labels:\n    cluster: eu\n    job: acme\n    __shard: a\n    __replica__: b\n",
        reports: [
          "warning 4 «job» Every series has a `job` of its own, which wins over this one: choose another label.",
          `warning 5 «__shard» ${INTERNAL}`,
        ],
      },
      {
        what: "a fixed instance on series that have one",
        text: RULE("rate(http_requests_total[5m])", "{instance: all}"),
        reports: [`warning 7 «instance» ${OVERWRITES("instance")}`],
      },
      {
        what: "a fixed job on a sum, which has none",
        text: RULE("sum(rate(http_requests_total[5m]))", "{job: app}"),
        reports: [],
      },
      {
        what: "a fixed job where the expression compares by another label",
        text: RULE("a_total / on (pod) b_total", "{job: app}"),
        reports: [],
      },
      {
        what: "a derived series that keeps its labels",
        text: "tenant_specific:\n  custom_metrics:\n    - name: errors\n      query: rate(errors_total[5m])\n      labels:\n        instance: '{{instance}}'\n        job: app\n",
        reports: [`warning 7 «job» ${OVERWRITES("job")}`],
      },
      {
        what: "a label of all rules of a group",
        text: "prometheus:\n  rule_groups:\n    - name: app\n      labels: {__name__: x, alertname: y}\n      rules: []\n",
        reports: [`error 4 «__name__» ${NAME}`],
      },
    ],
  },
};
