import * as l10n from "@vscode/l10n";
import { constantOf, isConstant, type RawCounter, RawCounters } from "../../values/promql-counters.ts";
import { expressionsIn, type PromqlBinary, type PromqlExpression } from "../../values/promql-expression.ts";
import type { PromqlEdit } from "../../values/promql-labels.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type RuleExample, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { expressionFix, markOf, type ReadExpression, readExpression } from "./promql-tree.ts";
import { type ScrapeIntervals, scrapeIntervals, usualRange } from "./scrape-intervals.ts";

interface Facts {
  readonly intervals: ScrapeIntervals | undefined;
  /** Metrics with the name of a counter that rules of the tenant record, so that they may be anything. */
  readonly recorded: readonly string[];
}

export const rule = defineRule<Facts>({
  id: "promql-counter-without-rate",
  severity: "warning",
  at: {
    monitoring: [
      "tenant_specific.custom_metrics.*",
      "tenant_specific.custom_alerts.*",
      "prometheus.rule_groups.*.rules.*",
    ],
  },
  facts: (context) => ({ intervals: scrapeIntervals(context), recorded: recordedNames(context) }),
  check: (entry, report, { intervals, recorded }) => {
    const place = entry.get("expr") ?? entry.get("query");
    if (!place || !MAY_BE_RAW.test(place.text ?? "")) return;
    const expression = readExpression(place);
    if (!expression) return;
    const counters = new RawCounters(expression.tree, recorded);
    for (const comparison of comparisonsIn(expression.tree)) {
      const found = counters.in(sideOf(comparison));
      if (found.length > 0) report(place, comparedFinding(expression, found, intervals));
    }
    const result = counters
      .in(expression.tree)
      .filter(({ isMixed }) => isShown(entry) || (isMixed && entry.has("record")));
    if (result.length > 0) report(place, shownFinding(expression, result, intervals));
  },
});

/** A counter without a range behind it; nothing has to be parsed when there is none. */
const MAY_BE_RAW = /_(?:total|count|sum|bucket)\b(?!\s*(?:\{[^{}]*\}\s*)?\[)/;

/** A metric of a tenant is shown as it is. What a rule records may be meant as a counter again, which others take the growth of. */
function isShown(entry: Place): boolean {
  return entry.has("query");
}

/** Read from the text of the files: which names it is about has to be known at each change, whatever the number of rules. */
function recordedNames({ filesOf }: RuleContext): readonly string[] {
  return filesOf("monitoring").flatMap(({ model }) =>
    [...model.source.text.matchAll(RECORDED)].map(([, name = ""]) => name),
  );
}

const RECORDED = /\brecord["']?:[ \t]*["']?([A-Za-z_]\w*_(?:total|count|sum|bucket))\b/g;

const COMPARISONS: ReadonlySet<string> = new Set([">", ">=", "<", "<=", "==", "!="]);

/** Comparisons with a number that says more than whether something has ever been counted. */
function comparisonsIn(tree: PromqlExpression): readonly PromqlBinary[] {
  return expressionsIn(tree)
    .filter((expression) => expression.kind === "binary")
    .filter(({ operator, left, right }) => {
      if (!COMPARISONS.has(operator) || isConstant(left) === isConstant(right)) return false;
      const limit = constantOf(isConstant(left) ? left : right);
      const isAtLeastOne = limit === 1 && (isConstant(left) ? ["<=", ">"] : [">=", "<"]).includes(operator);
      return limit !== 0 && !isAtLeastOne;
    });
}

/** The side of a comparison with a number that is none. */
function sideOf({ left, right }: PromqlBinary): PromqlExpression {
  return isConstant(left) ? right : left;
}

function comparedFinding(
  expression: ReadExpression,
  found: readonly RawCounter[],
  intervals: ScrapeIntervals | undefined,
): Finding {
  const [name, range] = [nameOf(found), rangeFor(found, intervals)];
  return {
    message: l10n.t`\`${name}\` is a counter, which grows until its process starts again: sooner or later it is above any limit and stays there. Compare how fast it grows: \`rate(…[${range}])\`.`,
    ...marked(expression, found),
    ...fixWith(expression, found, range, [
      ["rate", l10n.t`Compare the growth per second: \`rate(…[${range}])\``],
      ["increase", l10n.t`Compare the growth in ${range}: \`increase(…[${range}])\``],
    ]),
  };
}

function shownFinding(
  expression: ReadExpression,
  found: readonly RawCounter[],
  intervals: ScrapeIntervals | undefined,
): Finding {
  const [name, range] = [nameOf(found), rangeFor(found, intervals)];
  return {
    message: l10n.t`\`${name}\` is a counter, which grows until its process starts again: its value says how long that was ago. Show how fast it grows: \`rate(…[${range}])\`.`,
    ...marked(expression, found),
    ...fixWith(expression, found, range, [
      ["rate", l10n.t`Show the growth per second: \`rate(…[${range}])\``],
      ["increase", l10n.t`Show the growth in ${range}: \`increase(…[${range}])\``],
    ]),
  };
}

function nameOf([first]: readonly RawCounter[]): string {
  return first?.selector.name ?? "";
}

function rangeFor([first]: readonly RawCounter[], intervals: ScrapeIntervals | undefined): string {
  return first ? usualRange(first.selector, intervals) : "5m";
}

function marked({ place }: ReadExpression, [first]: readonly RawCounter[]): Pick<Finding, "range" | "on"> {
  return first ? markOf(place, { start: first.selector.start, end: first.selector.namedEnd }) : {};
}

/** People have to look at the limit as well, so none of the changes is made without them. */
function fixWith(
  { place }: ReadExpression,
  found: readonly RawCounter[],
  range: string,
  ways: readonly (readonly [name: string, title: string])[],
): Pick<Finding, "fix"> {
  const changes = ways.map(([name, title]) => ({
    title,
    preferred: false as const,
    edits: found.flatMap(({ selector }): readonly PromqlEdit[] => [
      { start: selector.start, end: selector.start, newText: `${name}(` },
      { start: selector.namedEnd, end: selector.namedEnd, newText: `[${range}]` },
      { start: selector.end, end: selector.end, newText: ")" },
    ]),
  }));
  const fix = expressionFix(place, changes);
  return fix ? { fix } : {};
}

const ALERT = (expr: string): string =>
  `tenant_specific:\n  custom_alerts:\n    - name: Busy\n      expr: ${expr} # reviewed\n      labels: {severity: warning}\n`;

const LINES = (expr: string): string =>
  `tenant_specific:\n  custom_alerts:\n    - name: Busy\n      expr: ${expr}      for: 5m # reviewed\n`;

const METRIC = (query: string): string =>
  `tenant_specific:\n  custom_metrics:\n    - name: requests\n      query: ${query}\n`;

const RECORD = (expr: string, name = "job:x:sum"): string =>
  `prometheus:\n  rule_groups:\n    - name: a\n      rules:\n        - record: ${name}\n          expr: ${expr}\n`;

const COMPARED = (name: string, range = "5m"): string =>
  `\`${name}\` is a counter, which grows until its process starts again: sooner or later it is above any limit and stays there. Compare how fast it grows: \`rate(…[${range}])\`.`;

const SHOWN = (name: string): string =>
  `\`${name}\` is a counter, which grows until its process starts again: its value says how long that was ago. Show how fast it grows: \`rate(…[5m])\`.`;

function compared(what: string, expr: string, name: string, fixed: string): RuleExample {
  const metric = /^\w+/.exec(name)?.[0] ?? "";
  return { what, text: ALERT(expr), reports: [`warning 4 «${name}» ${COMPARED(metric)}`], fixed: ALERT(fixed) };
}

function silent(what: string, expr: string, file = ALERT): RuleExample {
  return { what, text: file(expr), reports: [] };
}

export const page: RulePage = {
  title: "A counter is compared or shown as it is.",
  why: "A counter only grows, and starts at 0 again when its process does. An alert on its value fires some time after each start and then never stops, whatever happens; a graph of it is a ramp with teeth at each deployment, and the sum of several counters falls when one of them starts again, which `rate` of the sum takes for a restart of all.\n\nCounters are metrics that end in `_total` or `_bucket`, and in `_count` or `_sum` when they belong to a histogram or summary. Comparisons with 0, or `>= 1`, ask whether something happened at all and are not reported, neither are differences of counters, what a rule of the tenant records under such a name, and totals of what is there, such as `memory_total`.",
  fix: "Take the growth per second with `rate`, or the growth in some minutes with `increase`",
  examples: {
    failing: {
      what: "a counter that is compared with a limit",
      text: ALERT("spotify_api_requests_total > 100"),
      reports: [`warning 4 «spotify_api_requests_total» ${COMPARED("spotify_api_requests_total")}`],
      fixed: ALERT("rate(spotify_api_requests_total[5m]) > 100"),
    },
    passing: silent("the growth of a counter", "rate(spotify_api_requests_total[5m]) > 100"),
    placeholder: silent("a metric that only the deployment knows", "${METRIC}_total > 100"),
    disabled: {
      what: "an alert that is switched off",
      text: ALERT("a_total > 100").replace("- name", "- enabled: false\n      name"),
      reports: [],
    },
    more: [
      compared(
        "labels, an offset and a sum",
        'sum by (a) (x_total{a="b"} offset 1h) >= bool 5',
        'x_total{a="b"}',
        'sum by (a) (rate(x_total{a="b"}[5m] offset 1h)) >= bool 5',
      ),
      compared(
        "a limit on the left, and functions around",
        "100 < round(abs(-x_total) / 60)",
        "x_total",
        "100 < round(abs(-rate(x_total[5m])) / 60)",
      ),
      compared(
        "the share of two counters",
        "(e_total / r_total) * 100 > 5",
        "e_total",
        "(rate(e_total[5m]) / rate(r_total[5m])) * 100 > 5",
      ),
      compared(
        "the average of a summary",
        "x_sum / x_count > 0.5",
        "x_sum",
        "rate(x_sum[5m]) / rate(x_count[5m]) > 0.5",
      ),
      compared(
        "observations of a histogram",
        "http_request_duration_seconds_count > 500",
        "http_request_duration_seconds_count",
        "rate(http_request_duration_seconds_count[5m]) > 500",
      ),
      compared(
        "a counter with labels that come from elsewhere",
        "x_total * on (pod) group_left (team) pod_info > 5",
        "x_total",
        "rate(x_total[5m]) * on (pod) group_left (team) pod_info > 5",
      ),
      {
        what: "a metric that is shown",
        text: METRIC("sum(requests_total)"),
        reports: [`warning 4 «requests_total» ${SHOWN("requests_total")}`],
        fixed: METRIC("sum(rate(requests_total[5m]))"),
      },
      {
        what: "a sum that a rule records",
        text: RECORD("sum by (job) (x_total)"),
        reports: [`warning 6 «x_total» ${SHOWN("x_total")}`],
        fixed: RECORD("sum by (job) (rate(x_total[5m]))"),
      },
      {
        what: "a counter that is scraped seldom",
        text: `global: {scrape_interval: 2m}\n${ALERT("x_total > 100")}`,
        reports: [`warning 5 «x_total» ${COMPARED("x_total", "8m")}`],
        fixed: `global: {scrape_interval: 2m}\n${ALERT("rate(x_total[8m]) > 100")}`,
      },
      {
        what: "an expression of several lines, with a comment",
        text: LINES("|\n        x_total # all\n          / 60 > 5\n"),
        reports: [`warning 5 «x_total» ${COMPARED("x_total")}`],
        fixed: LINES('"rate(x_total[5m]) # all\\n  / 60 > 5\\n"\n'),
      },
      silent(
        "whether something has been counted",
        "errors_total > 0 or success_total == 0 or starts_total < 1 or 1 <= x_total",
      ),
      silent(
        "whether it is there, how many there are, and when it came",
        "absent(x_total) or count(x_total) > 5 or time() - timestamp(x_total) > 60",
      ),
      silent("a filter that asks for a counter", "up == 0 and on (job) x_total"),
      silent(
        "a difference, and a change",
        "in_total - out_total > 100 or x_total - x_total offset 1h > 5 or changes(x_total[1h]) > 5",
      ),
      silent("a counter and another one", "a_total != b_total"),
      silent("a share of what is there", "slots_used / slots_total > 0.9 or disk_used_bytes / disk_bytes_total > 0.9"),
      silent(
        "totals and counts of what is there",
        "node_memory_total > 5 or queue_messages_ready_total > 5 or pg_stat_activity_count > 80 or aws_elb_latency_sum > 5",
      ),
      silent("quantiles, of which another rule speaks", "histogram_quantile(0.9, x_bucket) > 5"),
      silent("a counter under another name", 'label_replace(x_total, "a", "b", "", "")', RECORD),
      silent("a total that is a rate in truth", "job:requests_total > 5"),
      {
        what: "a metric that a rule of the file records",
        text: `${ALERT("shop_total > 100")}${RECORD("sum(rate(a_total[5m]))", "shop_total")}`,
        reports: [],
      },
    ],
  },
};
