import * as l10n from "@vscode/l10n";
import { defineRule, type RulePage } from "../rule.ts";

/** Days that the usage limits of a billing cycle count for. */
const CYCLE_DAYS: ReadonlyMap<string, number> = new Map([
  ["monthly", 30],
  ["yearly", 365],
]);

export const rule = defineRule({
  id: "rate-limit-exceeds-plan",
  severity: "information",
  at: { tenant: ["features.ai_processing.rate_limits.requests_per_day"] },
  facts: ({ file }) => {
    const cycle = file?.get("billing", "billing_cycle");
    return {
      calls: file?.get("billing", "usage_limits", "api_calls"),
      days: CYCLE_DAYS.get((cycle ? cycle.text : "monthly") ?? ""),
    };
  },
  check: (place, report, { calls, days }) => {
    const [daily, included] = [place.number, calls?.number];
    if (!calls || daily === undefined || included === undefined || days === undefined) return;
    // -1 is unlimited, and 0 is switched off on purpose.
    if (daily <= 0 || included <= 0 || daily * days <= included) return;
    report(place, {
      message: l10n.t`${daily} requests a day are ${daily * days} in a billing cycle of ${days} days, and the plan includes ${included}: who uses the limit has no \`api_calls\` left after ${Math.floor(included / daily)} days. Lower \`requests_per_day\` to ${Math.floor(included / days)} or raise \`api_calls\`.`,
      related: [{ place: calls, message: l10n.t`What the plan includes stands here.` }],
    });
  },
});

const TENANT = (daily: string, billing: string): string =>
  `features:\n  ai_processing:\n    enabled: true\n    rate_limits:\n      requests_per_day: ${daily}\nbilling: ${billing}\n`;

export const page: RulePage = {
  title: "A daily limit that uses up the plan before its cycle ends.",
  why: "The daily limit is there so that a tenant gets through its billing cycle. When thirty such days are more than the plan includes, the tenant stays below every limit and is still blocked, throttled or billed for more in the second half of the month, and nobody sees it coming.",
  examples: {
    failing: {
      what: "more in a month than the plan includes",
      text: TENANT("10000", "{billing_cycle: monthly, usage_limits: {api_calls: 100000}}"),
      reports: [
        "information 5 «10000» 10000 requests a day are 300000 in a billing cycle of 30 days, and the plan includes 100000: who uses the limit has no `api_calls` left after 10 days. Lower `requests_per_day` to 3333 or raise `api_calls`.",
      ],
    },
    passing: {
      what: "a limit that the plan covers exactly",
      text: TENANT("10000", "{usage_limits: {api_calls: 300000}}"),
      reports: [],
    },
    placeholder: {
      what: "a limit, and a cycle, that only the deployment knows",
      text: `${TENANT("${DAILY}", '{billing_cycle: "${CYCLE}", usage_limits: {api_calls: 100000}}')}`,
      reports: [],
    },
    disabled: {
      what: "a feature that is switched off",
      text: TENANT("10000", "{usage_limits: {api_calls: 100000}}").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "a year",
        text: TENANT("1000", "{billing_cycle: yearly, usage_limits: {api_calls: 364000}}"),
        reports: [
          "information 5 «1000» 1000 requests a day are 365000 in a billing cycle of 365 days, and the plan includes 364000: who uses the limit has no `api_calls` left after 364 days. Lower `requests_per_day` to 997 or raise `api_calls`.",
        ],
      },
      {
        what: "no limits, and a plan without calls",
        text: TENANT("10000", "{usage_limits: {api_calls: -1}}"),
        reports: [],
      },
      { what: "unlimited requests", text: TENANT("-1", "{usage_limits: {api_calls: 100}}"), reports: [] },
    ],
  },
};
