import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { type SeriesRead, seriesReads } from "./series-reads.ts";

export const rule = defineRule({
  id: "recording-shadows-source",
  severity: "error",
  at: { monitoring: ["prometheus.rule_groups.*.rules.*", "tenant_specific.custom_metrics.*"] },
  check: (place, report) => {
    const record = place.get("record");
    const expression = place.get(place.path[0] === "prometheus" ? "expr" : "query");
    const name = record?.text;
    const text = expression?.text;
    if (!record || !expression || !name || text === undefined) return;
    const reads = seriesReads(text);
    const own = reads.find((read) => read.name === name && !isOther(read, place));
    if (!own || continues(name, reads)) return;
    const better = nameFor(own);
    report(record, {
      message: l10n.t`This rule writes \`${name}\`, which its own expression reads: every evaluation mixes its result into what it is calculated from. Give the result a name of its own.`,
      related: [{ place: expression, message: l10n.t`The expression that reads it stands here.` }],
      ...(better !== undefined && {
        fix: {
          fix: "change",
          path: record.path,
          changes: [
            { title: l10n.t`Record it as \`${better}\``, operations: [{ do: "set", path: [], value: better }] },
          ],
        },
      }),
    });
  },
});

/** true when the selector leaves out what the rule writes, by a label that the rule sets. */
function isOther({ matchers }: SeriesRead, place: Place): boolean {
  return matchers.some(({ label, operator, value }) => {
    const set = place.get("labels", label)?.text;
    if (set === undefined || set.includes("{{")) return false;
    return (operator === "=" && set !== value) || (operator === "!=" && set === value);
  });
}

/**
 * A name with a colon is no metric of a target, so nothing is shadowed; a rule that reads it beside another metric goes on from its last
 * result on purpose: a record high, or the last known value.
 */
function continues(name: string, reads: readonly SeriesRead[]): boolean {
  return name.includes(":") && reads.some((read) => read.name !== name);
}

/** The usual form of recorded names: level, metric, operation. Unknown for a name that has that form already. */
function nameFor({ name, operation }: SeriesRead): string | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  return operation === undefined ? `tenant:${name}` : `tenant:${name}:${operation}`;
}

const RULE = (record: string, expr: string, rest = ""): string =>
  `prometheus:\n  rule_groups:\n    - name: app\n      rules:\n        - record: ${record} # for the dashboards\n          expr: ${expr}\n${rest}`;
const METRIC = (rest: string): string => `tenant_specific:\n  custom_metrics:\n    - name: x_total\n${rest}`;

const SAYS = (name: string): string =>
  `This rule writes \`${name}\`, which its own expression reads: every evaluation mixes its result into what it is calculated from. Give the result a name of its own.`;

export const page: RulePage = {
  title: "A recording rule that writes the name it reads.",
  why: "The recorded series have the name of the source, so from the second evaluation on the rule reads its own results: a rate of rates, or a sum that doubles with every interval. Everybody else who asks for the metric gets both as well, the counter and its rate, and samples with equal labels are dropped as duplicates. A recorded name with a colon that is read beside another metric, to carry on from the last result, is left alone.",
  fix: "Record the result under a name in the usual form `level:metric:operation`",
  examples: {
    failing: {
      what: "a rate under the name of its counter",
      text: RULE("x_total", "rate(x_total[5m])"),
      reports: [`error 5 «x_total» ${SAYS("x_total")}`],
      fixed: RULE("tenant:x_total:rate5m", "rate(x_total[5m])"),
    },
    passing: {
      what: "a rate under a name of its own",
      text: RULE("tenant:x_total:rate5m", "rate(x_total[5m])"),
      reports: [],
    },
    placeholder: {
      what: "a name that only the deployment knows",
      text: RULE("${PREFIX}_total", "rate(x_total[5m])"),
      reports: [],
    },
    disabled: {
      what: "a server that is switched off",
      text: RULE("x_total", "rate(x_total[5m])").replace("prometheus:\n", "prometheus:\n  enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "a sum by labels of a selector with braces",
        text: RULE("x_total", 'sum by (job) ({__name__="x_total", job!="test"})'),
        reveals: ["promql-counter-without-rate"],
        reports: [`error 5 «x_total» ${SAYS("x_total")}`],
        fixed: RULE("tenant:x_total:sum", 'sum by (job) ({__name__="x_total", job!="test"})'),
      },
      {
        what: "a quoted name and an average over time",
        text: RULE("load", `'avg_over_time({"load"}[1h])'`),
        reports: [`error 5 «load» ${SAYS("load")}`],
        fixed: RULE("tenant:load:avg1h", `'avg_over_time({"load"}[1h])'`),
      },
      {
        what: "a sum of two metrics",
        text: RULE("x_total", "x_total + y_total"),
        reveals: ["promql-counter-without-rate"],
        reports: [`error 5 «x_total» ${SAYS("x_total")}`],
        fixed: RULE("tenant:x_total", "x_total + y_total"),
      },
      {
        what: "the name as a label, a text or part of another name",
        text: RULE("x_total", `'sum by (x_total) (rate(x_total_sum{job="x_total"}[5m]))'`),
        reports: [],
      },
      {
        what: "a label that keeps the result apart from its source",
        text: RULE("x_total", `'sum(x_total{level="node"})'`, "          labels: {level: cluster}\n"),
        reports: [],
      },
      {
        what: "the highest value so far, which is read on purpose",
        text: RULE("tenant:load:max", "max(load) > tenant:load:max or tenant:load:max or max(load)"),
        reports: [],
      },
      {
        what: "a recorded name that nothing but the rule itself would write",
        text: RULE("tenant:load:max", "max(tenant:load:max)"),
        reports: [`error 5 «tenant:load:max» ${SAYS("tenant:load:max")}`],
      },
      {
        what: "a derived series that is to be recorded under the name of its source",
        text: METRIC("      query: rate(x_total[5m])\n      record: x_total\n"),
        reports: [`error 5 «x_total» ${SAYS("x_total")}`],
        fixed: METRIC("      query: rate(x_total[5m])\n      record: tenant:x_total:rate5m\n"),
      },
      {
        what: "a derived series without a name to record, which gets the prefix `tenant:`",
        text: METRIC("      query: rate(x_total[5m])\n"),
        reports: [],
      },
    ],
  },
};
