import * as l10n from "@vscode/l10n";
import { expressionsIn, type PromqlBinary, type PromqlExpression } from "../../values/promql-expression.ts";
import type { PromqlEdit } from "../../values/promql-labels.ts";
import { defineRule, type RuleExample, type RulePage } from "../rule.ts";
import { expressionFix, markOf, type ReadExpression, readExpression, selectorsIn } from "./promql-tree.ts";

export const rule = defineRule({
  id: "promql-always-firing",
  severity: "warning",
  at: { monitoring: ["tenant_specific.custom_alerts.*", "prometheus.rule_groups.*.rules.*"] },
  check: (alert, report) => {
    // A rule that records gives on what it finds, whatever that is.
    const source = alert.has("record") ? undefined : alert.get("expr");
    const text = source?.text ?? "";
    // Nearly all alerts compare something, and nothing has to be parsed then.
    const expression = COMPARES.test(text) && !/\bbool\b/i.test(text) ? undefined : readExpression(source);
    if (!expression || mayBeEmpty(expression.tree)) return;
    const { place, tree } = expression;
    const bool = expressionsIn(tree).find(isBool);
    if (bool) {
      const title = l10n.t("Leave out `bool`");
      const fix = tree === bool ? expressionFix(place, [{ title, edits: withoutBool(expression, bool) }]) : undefined;
      report(place, {
        message: l10n.t`This alert fires always: with \`bool\` the comparison gives 1 or 0 for each series, and both make an alert. Leave out \`bool\`.`,
        ...markOf(place, boolSpan(expression, bool) ?? tree),
        ...(fix && { fix }),
      });
      return;
    }
    const limit = isUp(tree) ? " == 0" : " > 0";
    const title = l10n.t`Compare with 0: \`…${limit}\``;
    const edits = [{ start: tree.end, end: tree.end, newText: limit }];
    const fix = expressionFix(place, [isUp(tree) ? { title, edits } : { title, preferred: false, edits }]);
    report(place, {
      message: l10n.t`This alert fires as long as the series exist, whatever their values: the expression compares nothing. Add a limit, such as \`…${limit}\`.`,
      ...markOf(place, tree),
      ...(fix && { fix }),
    });
  },
});

const COMPARES = /[<>]|==|\b(?:and|or|unless|absent)\b/i;

const COMPARISONS: ReadonlySet<string> = new Set([">", ">=", "<", "<=", "==", "!="]);

/** Operators that leave out series, or that people choose to say when there is something. */
const CHOOSING: ReadonlySet<string> = new Set(["and", "or", "unless"]);

/** Functions and aggregations with which an alert asks whether there is something at all. */
const ASKING: ReadonlySet<string> = new Set([
  ...["absent", "absent_over_time", "present_over_time", "count_over_time", "count", "group", "count_values"],
]);

/** true when an expression may give nothing although its metrics are there, or when that they are there is what it is about. */
function mayBeEmpty(tree: PromqlExpression): boolean {
  const selectors = selectorsIn(tree);
  // An alert that always fires on purpose is about no metric: `vector(1)`.
  if (selectors.length === 0) return true;
  // A rule may record something only when there is something to say, as Prometheus does for alerts.
  if (selectors.some(({ name = ":" }) => name.includes(":") || /^ALERTS/.test(name))) return true;
  return expressionsIn(tree).some((expression) => {
    if (expression.kind === "unknown") return true;
    if (expression.kind === "call" || expression.kind === "aggregation") return ASKING.has(expression.name);
    return (
      expression.kind === "binary" &&
      (CHOOSING.has(expression.operator) || (COMPARISONS.has(expression.operator) && !expression.isBool))
    );
  });
}

function isBool(expression: PromqlExpression): expression is PromqlBinary {
  return expression.kind === "binary" && expression.isBool;
}

/** A metric that is 0 when something is down. */
function isUp(tree: PromqlExpression): boolean {
  return tree.kind === "selector" && /^(?:up|probe_success|.+_up)$/.test(tree.name ?? "");
}

function boolSpan({ text }: ReadExpression, { left, right }: PromqlBinary) {
  const between = text.slice(left.end, right.start);
  const found = /\s*\bbool\b/i.exec(between);
  if (!found) return undefined;
  const end = left.end + found.index + found[0].length;
  return { start: end - "bool".length, end };
}

function withoutBool(expression: ReadExpression, binary: PromqlBinary): readonly PromqlEdit[] | undefined {
  const span = boolSpan(expression, binary);
  if (!span) return undefined;
  const before = expression.text.slice(0, span.start);
  return [{ start: before.trimEnd().length, end: span.end, newText: "" }];
}

const ALERT = (expr: string): string =>
  `tenant_specific:\n  custom_alerts:\n    - name: Down\n      expr: ${expr} # for a while\n      labels: {severity: critical}\n`;

const ALWAYS = (limit: string): string =>
  `This alert fires as long as the series exist, whatever their values: the expression compares nothing. Add a limit, such as \`…${limit}\`.`;

const BOOL =
  "This alert fires always: with `bool` the comparison gives 1 or 0 for each series, and both make an alert. Leave out `bool`.";

function silent(what: string, expr: string): RuleExample {
  return { what, text: ALERT(expr), reports: [] };
}

export const page: RulePage = {
  title: "An alert without a condition.",
  why: "Prometheus makes an alert of every series that the expression gives, also of those whose value is 0. An expression that compares nothing gives all of them, so the alert fires from the first minute on, and people learn to look away.\n\nExpressions that ask whether something is there (`absent`, `count`, `present_over_time`), set operators, series that rules record, `ALERTS` and constants such as `vector(1)` are not reported.",
  fix: "Compare with 0, or leave out `bool`",
  examples: {
    failing: {
      what: "an alert about the mere existence of `up`",
      text: ALERT("'up{job=\"app\"}'"),
      reports: [`warning 4 «up{job="app"}» ${ALWAYS(" == 0")}`],
      fixed: ALERT("'up{job=\"app\"} == 0'"),
    },
    passing: silent("an alert about what is down", "'up{job=\"app\"} == 0'"),
    placeholder: silent("a condition that only the deployment knows", "up ${CONDITION}"),
    disabled: {
      what: "an alert that is switched off",
      text: ALERT("up").replace("- name", "- enabled: false\n      name"),
      reports: [],
    },
    more: [
      {
        what: "a rate",
        text: ALERT("sum(rate(errors_total[5m]))"),
        reports: [`warning 4 «sum(rate(errors_total[5m]))» ${ALWAYS(" > 0")}`],
        fixed: ALERT("sum(rate(errors_total[5m])) > 0"),
      },
      {
        what: "a comparison with `bool`",
        text: ALERT("errors > bool 5"),
        reports: [`warning 4 «bool» ${BOOL}`],
        fixed: ALERT("errors > 5"),
      },
      {
        what: "a comparison with `bool` within something else",
        text: ALERT("sum(errors > bool 5)"),
        reports: [`warning 4 «bool» ${BOOL}`],
      },
      silent("a comparison somewhere inside", "sum(errors > 5)"),
      silent("what is gone", "absent(up)"),
      silent("whether there is anything", "count(errors) or present_over_time(panic[5m])"),
      silent("a filter", "errors and on (job) up"),
      silent("a series that a rule records", "job:slow:alerts"),
      silent("other alerts", 'ALERTS{alertname="Down"}'),
      silent("an alert that is meant to fire", "vector(1)"),
      silent("a fault", "up +"),
      {
        what: "a rule that records",
        text: "prometheus:\n  rule_groups:\n    - name: a\n      rules:\n        - record: job:up:sum\n          expr: sum(up)\n",
        reports: [],
      },
    ],
  },
};
