import * as l10n from "@vscode/l10n";
import { formatDuration, parseDuration } from "../../values/duration.ts";
import { expressionsIn, type PromqlSelector } from "../../values/promql-expression.ts";
import { defineRule, type Finding, type RulePage } from "../rule.ts";
import { expressionFix, markOf, type ReadExpression, readExpression, sourceOf } from "./promql-tree.ts";
import {
  intervalOf,
  longestInterval,
  SCRAPES_IN_RANGE,
  type ScrapeIntervals,
  scrapeIntervals,
} from "./scrape-intervals.ts";

/** Functions that give nothing for a single sample. */
const COMPARING: ReadonlySet<string> = new Set([
  ...["rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear", "double_exponential_smoothing"],
]);

export const rule = defineRule<ScrapeIntervals | undefined>({
  id: "promql-range-too-short",
  severity: "warning",
  at: { monitoring: ["format:promql"] },
  facts: scrapeIntervals,
  check: (place, report, intervals) => {
    const { text } = place;
    if (!intervals || text === undefined) return;
    // Most ranges are long enough for all jobs, and nothing has to be parsed then.
    const enough = 2 * longestInterval(intervals);
    const isShort = [...text.matchAll(LITERAL_RANGE)].some(([, length = ""]) => (parseDuration(length) ?? 0) < enough);
    const expression = isShort ? readExpression(place) : undefined;
    if (!expression) return;
    for (const call of expressionsIn(expression.tree)) {
      if (call.kind !== "call" || !COMPARING.has(call.name)) continue;
      const selector = call.arguments.find((argument) => argument.kind === "selector");
      const finding = selector && findingAbout(expression, call.name, selector, intervals);
      if (finding) report(place, finding);
    }
  },
});

const LITERAL_RANGE = /\[\s*([\w.]+)\s*\]/g;

function findingAbout(
  expression: ReadExpression,
  called: string,
  selector: PromqlSelector,
  intervals: ScrapeIntervals,
): Finding | undefined {
  const { range, name, isExtended } = selector;
  // What a rule records, usually with a colon in its name, comes at the interval of its group.
  if (!range || range.milliseconds === undefined || isExtended || name?.includes(":")) return undefined;
  const interval = intervalOf(selector, intervals);
  const every = interval?.milliseconds ?? 0;
  if (!interval || every <= 0 || range.milliseconds >= 2 * every) return undefined;
  const { place } = expression;
  const written = sourceOf(expression, range.duration);
  const wanted = formatDuration(SCRAPES_IN_RANGE * every);
  const message =
    range.milliseconds <= every
      ? l10n.t`\`${called}\` compares samples, and \`[${written}]\` never holds two of them: scrapes are ${formatDuration(every)} apart, so the result is always empty. Take a range of four scrapes: \`[${wanted}]\`.`
      : l10n.t`\`${called}\` compares samples, and \`[${written}]\` often holds only one of them: scrapes are ${formatDuration(every)} apart, so the result has gaps. Take a range of four scrapes: \`[${wanted}]\`.`;
  const title = l10n.t`Look at ${wanted}`;
  const fix = expressionFix(place, [{ title, edits: [{ ...range.duration, newText: wanted }] }]);
  return {
    message,
    ...markOf(place, range),
    ...(interval.place && { related: [{ place: interval.place, message: l10n.t`The interval stands here.` }] }),
    ...(fix && { fix }),
  };
}

const FILE = (expr: string, interval = "1m"): string =>
  `global:\n  scrape_interval: ${interval}\nprometheus:\n  rule_groups:\n    - name: shop\n      rules:\n        - record: job:orders:rate\n          expr: ${expr}\n`;

const JOBS = (expr: string): string =>
  `global:\n  scrape_interval: 15s\nprometheus:\n  scrape_configs:\n    - job_name: shop\n    - job_name: batch\n      scrape_interval: 2m # expensive\n      scrape_timeout: 10s\n  rule_groups:\n    - name: shop\n      rules:\n        - record: job:orders:rate\n          expr: ${expr}\n`;

const EMPTY = (written: string, every: string, wanted: string): string =>
  `\`rate\` compares samples, and \`[${written}]\` never holds two of them: scrapes are ${every} apart, so the result is always empty. Take a range of four scrapes: \`[${wanted}]\`.`;

export const page: RulePage = {
  title: "A range that is too short for the scrape interval.",
  why: "`rate`, `increase` and their kind compare samples, so the range has to hold two of them at any moment. With a shorter one the expression gives nothing, most of the time or always: the graph is empty and the alert never fires, and no error is shown anywhere. Four scrapes in the range survive one that fails.\n\nThe interval is that of the jobs which the matchers for `job` let through, else the shortest one of all jobs; without any job it is the one of `global`. Series that rules record (with `:` in their names) and subqueries are not judged.",
  fix: "Take a range of four scrapes",
  examples: {
    failing: {
      what: "a range as long as the interval",
      text: FILE("rate(x_total[1m])"),
      reports: [`warning 8 «[1m]» ${EMPTY("1m", "1m", "4m")}`],
      fixed: FILE("rate(x_total[4m])"),
    },
    passing: {
      what: "a range of exactly two scrapes",
      text: FILE("rate(x_total[2m])"),
      reports: [],
    },
    placeholder: {
      what: "an interval that only the deployment knows",
      text: FILE("rate(x_total[1m])", "${INTERVAL}"),
      reports: [],
    },
    disabled: {
      what: "a Prometheus that is switched off",
      text: FILE("rate(x_total[1m])").replace("prometheus:", "prometheus:\n  enabled: false"),
      reports: [],
    },
    more: [
      {
        what: "a range between one and two scrapes",
        text: FILE('sum by (job) (increase(x_total{code="500"}[90s] offset 1h)) > 3'),
        reports: [
          "warning 8 «[90s]» `increase` compares samples, and `[90s]` often holds only one of them: scrapes are 1m apart, so the result has gaps. Take a range of four scrapes: `[4m]`.",
        ],
        fixed: FILE('sum by (job) (increase(x_total{code="500"}[4m] offset 1h)) > 3'),
      },
      {
        what: "the job that a matcher names",
        text: JOBS('rate(x_total{job="batch"}[3m])'),
        reports: [
          "warning 13 «[3m]» `rate` compares samples, and `[3m]` often holds only one of them: scrapes are 2m apart, so the result has gaps. Take a range of four scrapes: `[8m]`.",
        ],
        fixed: JOBS('rate(x_total{job="batch"}[8m])'),
      },
      {
        what: "a job that a regular expression names",
        text: JOBS('rate(x_total{job=~"bat.*"}[1m])'),
        reports: [`warning 13 «[1m]» ${EMPTY("1m", "2m", "8m")}`],
        fixed: JOBS('rate(x_total{job=~"bat.*"}[8m])'),
      },
      {
        what: "an expression about any job, of which one is scraped often enough",
        text: JOBS("rate(x_total[1m])"),
        reports: [],
      },
      {
        what: "a job that this file does not know",
        text: JOBS('rate(x_total{job="elsewhere"}[5s])'),
        reports: [],
      },
      {
        what: "a job that takes its labels from what it scrapes",
        text: JOBS('rate(x_total{job="shop"}[20s])').replace(
          "- job_name: shop",
          "- job_name: shop\n      honor_labels: true",
        ),
        reports: [
          "warning 14 «[20s]» `rate` compares samples, and `[20s]` often holds only one of them: scrapes are 15s apart, so the result has gaps. Take a range of four scrapes: `[1m]`.",
        ],
        fixed: JOBS('rate(x_total{job="shop"}[1m])').replace(
          "- job_name: shop",
          "- job_name: shop\n      honor_labels: true",
        ),
      },
      {
        what: "functions that one sample is enough for",
        text: FILE("max_over_time(x[30s]) - last_over_time(x[30s])"),
        reports: [],
      },
      {
        what: "a series that a rule records, and a subquery",
        text: FILE("rate(job:x:sum[30s]) + max_over_time(rate(x_total[5m])[30s:])"),
        reports: [],
      },
      {
        what: "a range that is computed, and one that takes in what lies around it",
        text: FILE("rate(x_total[step()]) + rate(x_total[1m] smoothed)"),
        reports: [],
      },
      {
        what: "no interval at all, which means 1 minute",
        text: FILE("rate(x_total[30s])").replace("scrape_interval: 1m", "scrape_timeout: 5s"),
        reports: [`warning 8 «[30s]» ${EMPTY("30s", "1m", "4m")}`],
        fixed: FILE("rate(x_total[4m])").replace("scrape_interval: 1m", "scrape_timeout: 5s"),
      },
      {
        what: "a tenant variable in the expression, which stays",
        text: `tenant_id: acme\n${FILE("'rate(x_total{tenant=\"{{tenant_id}}\"}[1m])'")}`,
        files: { "tenant.yaml": "tenant_id: acme\n" },
        reports: [`warning 9 «[1m]» ${EMPTY("1m", "1m", "4m")}`],
        fixed: `tenant_id: acme\n${FILE("'rate(x_total{tenant=\"{{tenant_id}}\"}[4m])'")}`,
      },
    ],
  },
};
