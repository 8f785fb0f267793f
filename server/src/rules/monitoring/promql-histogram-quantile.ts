import * as l10n from "@vscode/l10n";
import { constantOf } from "../../values/promql-counters.ts";
import {
  expressionsIn,
  type PromqlAggregation,
  type PromqlCall,
  type PromqlExpression,
  type PromqlSelector,
} from "../../values/promql-expression.ts";
import { groupingEdits, mayHaveLabel, type PromqlEdit } from "../../values/promql-labels.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type RuleExample, type RulePage } from "../rule.ts";
import {
  expressionFix,
  markOf,
  namedLabels,
  type ReadExpression,
  readExpression,
  shownLabels,
  sourceOf,
} from "./promql-tree.ts";
import { type ScrapeIntervals, scrapeIntervals, usualRange } from "./scrape-intervals.ts";

export const rule = defineRule<ScrapeIntervals | undefined>({
  id: "promql-histogram-quantile",
  severity: "warning",
  at: {
    monitoring: [
      "tenant_specific.custom_metrics.*",
      "tenant_specific.custom_alerts.*",
      "prometheus.rule_groups.*.rules.*",
    ],
  },
  facts: scrapeIntervals,
  check: (entry, report, intervals) => {
    const place = entry.get("expr") ?? entry.get("query");
    if (!place?.text?.includes("histogram_quantile")) return;
    const expression = readExpression(place);
    if (!expression) return;
    for (const call of expressionsIn(expression.tree)) {
      if (call.kind !== "call" || call.name !== "histogram_quantile") continue;
      const [quantile, operand] = call.arguments;
      if (!quantile || !operand) continue;
      const buckets = bucketsBelow(operand);
      const findings = [
        outsideOf(expression, quantile),
        withoutRate(entry, expression, call, buckets, intervals),
        withoutBuckets(expression, buckets),
      ];
      for (const finding of findings) if (finding) report(place, finding);
    }
  },
});

/** A selector of classic buckets, and the aggregations between it and the quantile, outermost first. */
interface Buckets {
  readonly selector: PromqlSelector;
  readonly aggregations: readonly PromqlAggregation[];
}

/** The classic buckets that an expression is made of; undefined when there are none, or when several are calculated with. */
function bucketsBelow(
  expression: PromqlExpression,
  aggregations: readonly PromqlAggregation[] = [],
): Buckets | undefined {
  switch (expression.kind) {
    case "selector":
      return expression.name?.endsWith("_bucket") ? { selector: expression, aggregations } : undefined;
    case "parentheses":
      return bucketsBelow(expression.operand, aggregations);
    case "aggregation":
      return bucketsBelow(expression.operand, [...aggregations, expression]);
    case "call":
      return expression.arguments[0] && bucketsBelow(expression.arguments[0], aggregations);
    default:
      return undefined;
  }
}

/** A quantile that no histogram has. */
function outsideOf(expression: ReadExpression, quantile: PromqlExpression): Finding | undefined {
  const value = constantOf(quantile);
  if (value === undefined || (value >= 0 && value <= 1)) return undefined;
  const { place } = expression;
  const isPercentage = value > 1 && value <= 100;
  const wanted = String(Number((value / 100).toPrecision(12)));
  const written = sourceOf(expression, quantile);
  const title = l10n.t`Write \`${wanted}\``;
  const edits = isPercentage ? [{ start: quantile.start, end: quantile.end, newText: wanted }] : undefined;
  const fix = expressionFix(place, [{ title, edits }]);
  return {
    message: isPercentage
      ? l10n.t`A quantile lies between 0 and 1, so \`${written}\` gives \`+Inf\` whatever is measured. For ${value} percent write \`${wanted}\`.`
      : l10n.t`A quantile lies between 0 and 1, so \`${written}\` gives an infinite value whatever is measured.`,
    ...markOf(place, quantile),
    ...(fix && { fix }),
  };
}

/** Buckets that are taken as they are counted since the process started. */
function withoutRate(
  entry: Place,
  expression: ReadExpression,
  call: PromqlCall,
  buckets: Buckets | undefined,
  intervals: ScrapeIntervals | undefined,
): Finding | undefined {
  const { selector } = buckets ?? {};
  // What a rule records may be a rate, whatever its name.
  if (!buckets || !selector || selector.range || selector.name?.includes(":")) return undefined;
  const { place } = expression;
  const range = usualRange(selector, intervals);
  const wanted = `rate(…[${range}])`;
  const title = l10n.t`Take the growth of the buckets: \`${wanted}\``;
  const fix = expressionFix(place, [{ title, edits: rateEdits(entry, expression.tree, call, buckets, range) }]);
  return {
    message: l10n.t`\`${selector.name ?? ""}\` counts since its process started, so this is the quantile of all that time and hardly moves when answers become slow. Take the growth of the buckets: \`${wanted}\`.`,
    ...markOf(place, { start: selector.start, end: selector.namedEnd }),
    ...(fix && { fix }),
  };
}

function rateEdits(
  entry: Place,
  tree: PromqlExpression,
  call: PromqlCall,
  { selector, aggregations }: Buckets,
  range: string,
): readonly PromqlEdit[] {
  const labels = isOutermost(tree, call) && aggregations.length === 0 ? usedLabels(entry) : [];
  const isSummed = labels.length > 0 && call.arguments[1] === selector;
  const [before, behind] = isSummed ? [`sum by (${["le", ...labels].join(", ")}) (`, ")"] : ["", ""];
  return [
    { start: selector.start, end: selector.start, newText: `${before}rate(` },
    { start: selector.namedEnd, end: selector.namedEnd, newText: `[${range}]` },
    { start: selector.end, end: selector.end, newText: `)${behind}` },
  ];
}

/** true for a call whose series are compared with a number at most: nothing else in the expression looks at their labels. */
function isOutermost(tree: PromqlExpression, call: PromqlCall): boolean {
  if (tree === call) return true;
  if (tree.kind === "parentheses") return isOutermost(tree.operand, call);
  if (tree.kind !== "binary") return false;
  if (constantOf(tree.right) !== undefined) return isOutermost(tree.left, call);
  return constantOf(tree.left) !== undefined && isOutermost(tree.right, call);
}

/** Labels of its series that an entry shows or gives on, without the buckets. */
function usedLabels(entry: Place): readonly string[] {
  const shown = ["labels", "annotations"].flatMap((key) => entry.get(key)?.entries() ?? []);
  const labels = entry.has("query")
    ? namedLabels(entry).map(({ label }) => label)
    : shown.flatMap((place) => shownLabels(place.text ?? "").map(({ label }) => label));
  return [...new Set(labels)].filter((label) => label !== "le" && label !== "__name__");
}

/** Buckets whose bounds an aggregation drops. */
function withoutBuckets(expression: ReadExpression, buckets: Buckets | undefined): Finding | undefined {
  const lossy = buckets?.aggregations.filter(
    (aggregation) => mayHaveLabel(aggregation.operand, "le") && !mayHaveLabel(aggregation, "le"),
  );
  const inner = lossy?.at(-1);
  if (!buckets || !inner) return undefined;
  const { place } = expression;
  const edits = buckets.aggregations.flatMap((aggregation) => groupingEdits(aggregation, "le"));
  const fix = expressionFix(place, [{ title: l10n.t`Keep the label \`le\``, edits }]);
  const end = inner.by?.end ?? inner.without?.end ?? inner.nameEnd;
  const isBehind = end > inner.operand.start;
  return {
    message: l10n.t`\`${inner.name}\` drops the label \`le\`, which holds the bounds of the buckets, so the quantile is empty. Keep it: \`by (le)\`.`,
    ...markOf(place, { start: inner.start, end: isBehind ? inner.nameEnd : end }),
    ...(fix && { fix }),
  };
}

const METRIC = (query: string, labels = '{model: "{{model_name}}", tenant: "{{tenant_id}}"}'): string =>
  `tenant_specific:\n  custom_metrics:\n    - name: ai_processing_duration\n      query: ${query} # p95\n      labels: ${labels}\n`;

const ALERT = (expr: string): string =>
  `tenant_specific:\n  custom_alerts:\n    - name: Slow\n      expr: ${expr}\n      labels: {severity: warning}\n      annotations: {summary: "{{ $labels.job }} is slow"}\n`;

const SINCE_START = (name: string, range = "5m"): string =>
  `\`${name}\` counts since its process started, so this is the quantile of all that time and hardly moves when answers become slow. Take the growth of the buckets: \`rate(…[${range}])\`.`;

const DROPS = (name: string): string =>
  `\`${name}\` drops the label \`le\`, which holds the bounds of the buckets, so the quantile is empty. Keep it: \`by (le)\`.`;

function silent(what: string, query: string): RuleExample {
  return { what, text: METRIC(query), reports: [] };
}

export const page: RulePage = {
  title: "A quantile of a histogram that can not be right.",
  why: "Buckets of a histogram are counters: without `rate` the quantile is that of everything since the process started, so an alert on it stays silent during an incident and goes on for days after it. The bounds of the buckets are in the label `le`; once an aggregation drops it, `histogram_quantile` gives nothing. A quantile above 1 gives `+Inf`, below 0 `-Inf`, so the alert always fires or never does.\n\nOnly classic histograms, whose series end in `_bucket`, are judged: native ones have no `le`.",
  fix: "Take the growth of the buckets, keep `le`, or write the percentage as a share",
  examples: {
    failing: {
      what: "buckets without `rate`, of which one label is used",
      text: METRIC("histogram_quantile(0.95, ai_processing_duration_bucket)"),
      reports: [`warning 4 «ai_processing_duration_bucket» ${SINCE_START("ai_processing_duration_bucket")}`],
      fixed: METRIC("histogram_quantile(0.95, sum by (le, model_name) (rate(ai_processing_duration_bucket[5m])))"),
    },
    passing: silent(
      "the growth of buckets, summed by bound and model",
      "histogram_quantile(0.95, sum by (le, model_name) (rate(ai_processing_duration_bucket[5m])))",
    ),
    placeholder: silent("a histogram that only the deployment knows", "histogram_quantile(0.95, ${HISTOGRAM}_bucket)"),
    disabled: {
      what: "an alert that is switched off",
      text: ALERT("histogram_quantile(0.9, x_bucket) > 1").replace("- name", "- enabled: false\n      name"),
      reports: [],
    },
    more: [
      {
        what: "buckets of which no label is used",
        text: METRIC("histogram_quantile(0.95, x_bucket offset 1h)", "{}"),
        reports: [`warning 4 «x_bucket» ${SINCE_START("x_bucket")}`],
        fixed: METRIC("histogram_quantile(0.95, rate(x_bucket[5m] offset 1h))", "{}"),
      },
      {
        what: "labels that the text of an alert shows",
        text: ALERT("(histogram_quantile(0.9, x_bucket) * 1000) > 1"),
        reports: [`warning 4 «x_bucket» ${SINCE_START("x_bucket")}`],
        fixed: ALERT("(histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m]))) * 1000) > 1"),
      },
      {
        what: "buckets that are summed already",
        text: ALERT("max(histogram_quantile(0.9, sum by (le) (x_bucket))) > 1"),
        reports: [`warning 4 «x_bucket» ${SINCE_START("x_bucket")}`],
        fixed: ALERT("max(histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))) > 1"),
      },
      {
        what: "buckets that are scraped seldom",
        text: `global: {scrape_interval: 2m}\n${METRIC("histogram_quantile(0.95, x_bucket)", "{}")}`,
        reports: [`warning 5 «x_bucket» ${SINCE_START("x_bucket", "8m")}`],
        fixed: `global: {scrape_interval: 2m}\n${METRIC("histogram_quantile(0.95, rate(x_bucket[8m]))", "{}")}`,
      },
      {
        what: "a sum that drops the bounds",
        text: ALERT("histogram_quantile(0.9, sum(rate(x_bucket[5m]))) > 1"),
        reports: [`warning 4 «sum» ${DROPS("sum")}`],
        fixed: ALERT("histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m]))) > 1"),
      },
      {
        what: "labels without the bounds",
        text: ALERT("histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m]))) > 1"),
        reports: [`warning 4 «sum by (job)» ${DROPS("sum")}`],
        fixed: ALERT("histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m]))) > 1"),
      },
      {
        what: "labels behind the sum, and one sum in the other",
        text: ALERT("histogram_quantile(0.9, sum(max(rate(x_bucket[5m])) without (le, a))) > 1"),
        reports: [`warning 4 «max» ${DROPS("max")}`],
        fixed: ALERT("histogram_quantile(0.9, sum by (le) (max(rate(x_bucket[5m])) without (a))) > 1"),
      },
      {
        what: "neither growth nor bounds",
        text: ALERT("histogram_quantile(0.9, sum(x_bucket)) > 1"),
        reports: [`warning 4 «sum» ${DROPS("sum")}`, `warning 4 «x_bucket» ${SINCE_START("x_bucket")}`],
        fixed: ALERT("histogram_quantile(0.9, sum by (le) (x_bucket)) > 1"),
      },
      {
        what: "a percentage",
        text: ALERT("histogram_quantile(99.9, rate(x_bucket[5m])) > 1"),
        reports: [
          "warning 4 «99.9» A quantile lies between 0 and 1, so `99.9` gives `+Inf` whatever is measured. For 99.9 percent write `0.999`.",
        ],
        fixed: ALERT("histogram_quantile(0.999, rate(x_bucket[5m])) > 1"),
      },
      {
        what: "a quantile below 0",
        text: ALERT("histogram_quantile(-0.5, rate(x_bucket[5m])) > 1"),
        reports: [
          "warning 4 «-0.5» A quantile lies between 0 and 1, so `-0.5` gives an infinite value whatever is measured.",
        ],
      },
      silent("a native histogram", "histogram_quantile(1, sum(rate(x[5m])))"),
      silent("buckets that a rule records", "histogram_quantile(0, job:x:rate5m_bucket)"),
      silent("the buckets of some time", "histogram_quantile(0.5, sum by (le) (increase(x_bucket[1h])))"),
      silent("other labels that are dropped", "histogram_quantile(0.5, sum without (pod) (rate(x_bucket[5m])))"),
      silent("a quantile that is computed", "histogram_quantile(scalar(wanted), rate(x_bucket[5m]))"),
    ],
  },
};
