import * as l10n from "@vscode/l10n";
import { ownText } from "../../text/own-text.ts";
import { promqlShape } from "../../values/promql.ts";
import { keepLabel, mayHaveLabel } from "../../values/promql-labels.ts";
import { defineRule, type Finding, type RulePage } from "../rule.ts";
import { expressionFix, markOf, type ReadExpression, readExpression, shownLabels } from "./promql-tree.ts";

export const rule = defineRule({
  id: "template-label-lost",
  severity: "warning",
  at: { monitoring: ["tenant_specific.custom_alerts.*", "prometheus.rule_groups.*.rules.*"] },
  check: (alert, report) => {
    const texts = ["labels", "annotations"].flatMap((key) => alert.get(key)?.entries() ?? []);
    let expression: ReadExpression | undefined;
    const source = alert.get("expr");
    const written = source?.text ?? "";
    if (!MAY_DROP.test(written)) return;
    let shape: string | undefined;
    for (const place of texts) {
      const text = place.text ?? "";
      if (!text.includes("$labels")) continue;
      shape ??= promqlShape(written);
      if (showsOnlyKept(text, shape)) continue;
      const shown = shownLabels(text);
      expression ??= readExpression(source);
      if (!expression) return;
      // A text that asks for a label first is written for expressions without it, too.
      const asked = new Set(shown.filter(({ isCondition }) => isCondition).map(({ label }) => label));
      for (const { label, start, end } of shown) {
        if (mayHaveLabel(expression.tree, label)) {
          remember(`${label} ${shape}`);
          continue;
        }
        if (asked.has(label)) continue;
        report(place, { ...findingAbout(label, expression), ...markOf(place, { start, end }) });
      }
    }
  },
});

/**
 * Labels with shapes of expressions that keep them. Rules of a file often differ in values and limits only, and neither changes the labels.
 */
const KEPT = new Set<string>();

const MOST_KEPT = 5_000;

function remember(kept: string): void {
  if (KEPT.size === MOST_KEPT) KEPT.clear();
  KEPT.add(ownText(kept));
}

/** true for a text that shows labels in the usual way, all of which an expression of this shape keeps. Cheap, and true for most. */
function showsOnlyKept(text: string, shape: string): boolean {
  if (text.includes("index")) return false;
  for (const [, label] of text.matchAll(/\$labels\.([A-Za-z_]\w*)/g)) if (!KEPT.has(`${label} ${shape}`)) return false;
  return true;
}

/** Brackets and operators, without which an expression keeps all labels; nothing has to be parsed then. */
const MAY_DROP = /[(/*%^+-]|=\s*["'`]{2}|\b(?:on|ignoring)\b/i;

function findingAbout(label: string, expression: ReadExpression): Finding {
  const { place, tree } = expression;
  const title = l10n.t`Keep the label \`${label}\` in the expression`;
  // One alert becomes one for each value of the label, with a limit of its own.
  const fix = expressionFix(place, [{ title, preferred: false, edits: keepLabel(tree, label) }]);
  const message = fix
    ? l10n.t`The series of this alert's expression have no label \`${label}\`, so nothing is shown here. Keep the label where the expression aggregates: \`by (${label})\`.`
    : l10n.t`The series of this alert's expression have no label \`${label}\`, so nothing is shown here. Take another label, or another expression that keeps it.`;
  return { message, related: [{ place, message: l10n.t`The expression stands here.` }], ...(fix && { fix }) };
}

const ALERT = (expr: string, description: string): string =>
  `tenant_specific:\n  custom_alerts:\n    - name: Errors\n      expr: ${expr}\n      labels:\n        severity: warning\n      annotations:\n        description: ${description}\n`;

const GROUP = (expr: string): string =>
  `prometheus:\n  rule_groups:\n    - name: a\n      rules:\n        - alert: A\n          expr: ${expr}\n          labels:\n            team: '{{ index $labels "team" }}'\n`;

const KEEP = (label: string): string =>
  `The series of this alert's expression have no label \`${label}\`, so nothing is shown here. Keep the label where the expression aggregates: \`by (${label})\`.`;

const LOST = (label: string): string =>
  `The series of this alert's expression have no label \`${label}\`, so nothing is shown here. Take another label, or another expression that keeps it.`;

const TEXT = '"Errors of {{ $labels.tenant }}" # shown in the chat';

function example(what: string, expr: string, fixed: string, label = "tenant") {
  const text = `"Errors of {{ $labels.${label} }}"`;
  return {
    what,
    text: ALERT(expr, text),
    reports: [`warning 8 «$labels.${label}» ${KEEP(label)}`],
    fixed: ALERT(fixed, text),
  };
}

function lost(what: string, expr: string, label = "tenant") {
  const text = `"Errors of {{ $labels.${label} }}"`;
  return { what, text: ALERT(expr, text), reports: [`warning 8 «$labels.${label}» ${LOST(label)}`] };
}

function silent(what: string, expr: string, text = '"Errors of {{ $labels.tenant }}"') {
  return { what, text: ALERT(expr, text), reports: [] };
}

export const page: RulePage = {
  title: "The text of an alert shows a label that its expression drops.",
  why: "`$labels` holds the labels of the series that the expression gives, and no others: an aggregation without `by` drops all of them, and those that the alert itself sets are not in it. Prometheus puts an empty text in place of a missing label, so the page at night says `Errors of ` and nobody knows whose.\n\nLabels that the text asks for first (`{{ if $labels.tenant }}`) are not reported, nor anything that is not certain: what a plain selector gives is not known.",
  fix: "Keep the label where the expression aggregates",
  examples: {
    failing: {
      what: "a label that `sum` drops",
      text: ALERT("sum(rate(e_total[5m])) > 1", TEXT),
      reports: [`warning 8 «$labels.tenant» ${KEEP("tenant")}`],
      fixed: ALERT("sum by (tenant) (rate(e_total[5m])) > 1", TEXT),
    },
    passing: silent("a label that `sum` keeps", "sum by (tenant) (rate(e_total[5m])) > 1"),
    placeholder: silent("an expression that only the deployment knows", "sum(${METRIC}) > 1"),
    disabled: {
      what: "an alert that is switched off",
      text: ALERT("sum(rate(e_total[5m])) > 1", TEXT).replace("- name", "- enabled: false\n      name"),
      reports: [],
    },
    more: [
      example("another list of labels", "sum(e) by (job) > 1", "sum(e) by (job, tenant) > 1"),
      example("an empty list of labels", "max by () (e) > 1", "max by (tenant) (e) > 1"),
      example("a label that `without` drops", "sum without (a, tenant) (e) > 1", "sum without (a) (e) > 1"),
      example("the only label that `without` drops", "sum without (tenant) (e) > 1", "sum without () (e) > 1"),
      example("the first label that `without` drops", "sum without (tenant, a) (e) > 1", "sum without (a) (e) > 1"),
      example(
        "two aggregations, one in the other",
        "max(sum by (job) (e)) > 1",
        "max by (tenant) (sum by (job, tenant) (e)) > 1",
      ),
      example(
        "both sides of a division",
        "sum(e) / sum(r) > 0.05 and sum(r) > 10",
        "sum by (tenant) (e) / sum by (tenant) (r) > 0.05 and sum by (tenant) (r) > 10",
      ),
      example(
        "sides that are matched by one label",
        "sum by (job) (e) unless on (job) maintenance",
        "sum by (job, tenant) (e) unless on (job) maintenance",
      ),
      example(
        "functions around an aggregation",
        "clamp_max(-abs(sum (e)), 5) < 0",
        "clamp_max(-abs(sum by (tenant) (e)), 5) < 0",
      ),
      example("a quantile over series", "quantile(0.9, e) > 1", "quantile by (tenant) (0.9, e) > 1"),
      example("a subquery", "max_over_time(sum(e)[1h:5m]) > 1", "max_over_time(sum by (tenant) (e)[1h:5m]) > 1"),
      {
        what: "a variable in the expression, which stays",
        text: ALERT("'sum(e{tenant=\"{{tenant_id}}\"}) > 1'", '"{{ $labels.tenant }}"'),
        files: { "tenant.yaml": "tenant_id: acme\n" },
        reports: [`warning 8 «$labels.tenant» ${KEEP("tenant")}`],
        fixed: ALERT("'sum by (tenant) (e{tenant=\"{{tenant_id}}\"}) > 1'", '"{{ $labels.tenant }}"'),
      },
      {
        what: "a rule group, a label of the alert, and `index`",
        text: GROUP("count(e) > 1"),
        reports: [`warning 8 «$labels "team"» ${KEEP("team")}`],
        fixed: GROUP("count by (team) (e) > 1"),
      },
      lost("`absent`, which knows what is compared with `=` only", 'absent(up{job="app", tenant=~"a|b"})'),
      lost("`absent` of more than a selector", 'absent(up{tenant="a"} == 1)'),
      lost("the buckets of a quantile", "histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m]))) > 1", "le"),
      lost("a vector without labels", "vector(1) > 0"),
      lost("a label that is not among those that two sides are matched by", "e / on (job) r > 1"),
      lost("a label that two sides are matched without", "e / ignoring (tenant) r > 1"),
      lost("series that must not have the label", 'e{tenant=""} > 1'),
      silent("a label that `absent` makes up", 'absent(up{job="app", tenant="a"})'),
      silent("a label that `label_replace` writes", 'label_replace(sum(e), "tenant", "a", "", "") > 1'),
      silent("a label that `label_join` writes", 'label_join(sum by (a) (e), "tenant", "-", "a") > 1'),
      silent("a label that `count_values` writes", 'count_values("tenant", e) > 1'),
      silent("`topk`, which keeps all labels", "topk(3, e) > 1"),
      silent("a label that comes from the other side", "sum by (job) (e) * on (job) group_left (tenant) info > 1"),
      silent("one of two series", 'sum(e) > 1 or e{tenant!=""} > 5'),
      silent("a plain selector", "spotify_api_latency > 2000"),
      silent("an expression with a fault", "sum(e > 1"),
      silent("a text that asks first", "sum(e) > 1", '"{{ if $labels.tenant }}{{ $labels.tenant }}{{ end }}"'),
      silent("a text that says what is shown instead", "sum(e) > 1", "'{{ or $labels.tenant \"nobody\" }}'"),
      silent("a name in a text and in a comment", "sum(e) > 1", "'{{ \"$labels.tenant\" }}{{/* $labels.tenant */}}'"),
      silent(
        "labels of what a query in the text gives",
        "sum(e) > 1",
        "'{{ range query \"up\" }}{{ .Labels.job }}{{ end }}'",
      ),
    ],
  },
};
