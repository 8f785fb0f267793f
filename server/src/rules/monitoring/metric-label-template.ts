import * as l10n from "@vscode/l10n";
import { TENANT_VARIABLES } from "../../tenants/placeholders.ts";
import { nearest } from "../../values/edit-distance.ts";
import { keepLabel, mayHaveLabel } from "../../values/promql-labels.ts";
import { defineRule, type Finding, type RuleExample, type RulePage } from "../rule.ts";
import { expressionFix, type NamedLabel, namedLabels, type ReadExpression, readExpression } from "./promql-tree.ts";

export const rule = defineRule({
  id: "metric-label-template",
  severity: "warning",
  at: { monitoring: ["tenant_specific.custom_metrics.*"] },
  check: (metric, report) => {
    const named = namedLabels(metric);
    const expression = named.length > 0 ? readExpression(metric.get("query")) : undefined;
    if (!expression) return;
    for (const label of named) {
      if (!mayHaveLabel(expression.tree, label.label)) report(label.place, findingAbout(label, expression));
    }
  },
});

function findingAbout({ label, place: value, start, end }: NamedLabel, expression: ReadExpression): Finding {
  const { place, tree } = expression;
  const nearestName = nearest(label, TENANT_VARIABLES);
  const variable = nearestName && `{{${nearestName}}}`;
  const fix =
    variable === undefined
      ? expressionFix(place, [
          { title: l10n.t`Keep the label \`${label}\` in the query`, edits: keepLabel(tree, label) },
        ])
      : expressionFix(value, [{ title: l10n.t`Write \`${variable}\``, edits: [{ start, end, newText: variable }] }]);
  const message =
    variable === undefined
      ? l10n.t`The series of this query have no label \`${label}\`, and no variable of the tenant has this name, so the label stays empty. Keep it where the query aggregates: \`by (${label})\`.`
      : l10n.t`The series of this query have no label \`${label}\`, and no variable of the tenant has this name, so the label stays empty. Did you mean \`${variable}\`?`;
  return {
    message,
    range: value.rangeOf(start, end),
    related: [{ place, message: l10n.t`The query stands here.` }],
    ...(fix && { fix }),
  };
}

const METRIC = (query: string, label = "{{endpoint}}"): string =>
  `tenant_specific:\n  custom_metrics:\n    - name: requests\n      query: ${query}\n      labels:\n        endpoint: "${label}" # for the dashboard\n`;

const LOST =
  "The series of this query have no label `endpoint`, and no variable of the tenant has this name, so the label stays empty. Keep it where the query aggregates: `by (endpoint)`.";

function silent(what: string, query: string, label?: string): RuleExample {
  return { what, text: METRIC(query, label), reports: [] };
}

export const page: RulePage = {
  title: "A label of a custom metric names a label that the query drops.",
  why: "`{{endpoint}}` stands for the label `endpoint` of each series of the query. An aggregation without it leaves nothing to take it from: the recorded series has no such label, panels that are grouped by it show one line, and filters by it show nothing.",
  fix: "Keep the label where the query aggregates, or write the variable of the tenant that was meant",
  examples: {
    failing: {
      what: "a label that `sum` drops",
      text: METRIC("sum(rate(a_total[5m]))"),
      reports: [`warning 6 «{{endpoint}}» ${LOST}`],
      fixed: METRIC("sum by (endpoint) (rate(a_total[5m]))"),
    },
    passing: silent("a label that `sum` keeps", "sum by (endpoint) (rate(a_total[5m]))"),
    placeholder: silent("a query that only the deployment knows", "sum(${METRIC})"),
    disabled: {
      what: "a metric that is switched off",
      text: METRIC("sum(rate(a_total[5m]))").replace("- name", "- enabled: false\n      name"),
      reports: [],
    },
    more: [
      {
        what: "a variable of the tenant that is misspelt",
        text: METRIC("sum(rate(a_total[5m]))", "{{tenantid}}"),
        reports: [
          "warning 6 «{{tenantid}}» The series of this query have no label `tenantid`, and no variable of the tenant has this name, so the label stays empty. Did you mean `{{tenant_id}}`?",
        ],
        fixed: METRIC("sum(rate(a_total[5m]))", "{{tenant_id}}"),
      },
      {
        what: "a label beside other text, and both sides of a division",
        text: METRIC("sum(a) by (job) / sum(b) by (job)", "{{ job }}/{{endpoint}}"),
        reports: [`warning 6 «{{endpoint}}» ${LOST}`],
        fixed: METRIC("sum(a) by (job, endpoint) / sum(b) by (job, endpoint)", "{{ job }}/{{endpoint}}"),
      },
      {
        what: "a vector without labels",
        text: METRIC("vector(1)"),
        reports: [`warning 6 «{{endpoint}}» ${LOST}`],
      },
      silent("a variable of the tenant", "sum(rate(a_total[5m]))", "{{tenant_id}}"),
      silent("a variable of the deployment", "sum(rate(a_total[5m]))", "${ENDPOINT}"),
      silent("a plain selector", "rate(a_total[5m])"),
      silent("a query with a fault", "sum(rate(a_total[5m])"),
    ],
  },
};
