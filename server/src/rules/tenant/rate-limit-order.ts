import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type RulePage } from "../rule.ts";

/** Keys of limits on the same thing, each with its period in seconds, the shortest first. */
const LADDERS: readonly (readonly (readonly [key: string, seconds: number])[])[] = [
  [
    ["requests_per_second", 1],
    ["requests_per_minute", 60],
    ["requests_per_hour", 3_600],
    ["requests_per_day", 86_400],
  ],
  [
    ["tokens_per_minute", 60],
    ["tokens_per_day", 86_400],
  ],
];

export const rule = defineRule({
  id: "rate-limit-order",
  severity: "warning",
  at: {
    tenant: ["features.ai_processing.rate_limits", "features.ai_processing.model_limits.*"],
    security: [
      "network.rate_limiting.global_limits",
      "network.rate_limiting.tenant_limits",
      "network.rate_limiting.user_limits",
    ],
  },
  check: (place, report) => {
    for (const ladder of LADDERS) {
      const limits = ladder.flatMap(([key, seconds]) => limitOf(place.get(key), seconds));
      for (const [index, limit] of limits.entries()) {
        const finding = findingOf(limit, limits.slice(0, index), limits[index + 1]);
        if (finding) report(limit.place, finding);
      }
    }
  },
});

interface Limit {
  readonly place: Place;
  readonly amount: number;
  readonly seconds: number;
}

/** A limit that counts: what is unlimited (-1) or switched off (0) contradicts nothing. */
function limitOf(place: Place | undefined, seconds: number): readonly Limit[] {
  const amount = place?.number;
  return place && amount !== undefined && amount > 0 ? [{ place, amount, seconds }] : [];
}

/** What is wrong with a limit beside those for shorter periods. */
function findingOf(limit: Limit, shorter: readonly Limit[], next: Limit | undefined): Finding | undefined {
  const above = shorter.findLast(({ amount }) => amount > limit.amount);
  if (above) return belowShorter(limit, above, next);
  const reached = (other: Limit): number => (other.amount * limit.seconds) / other.seconds;
  const tightest = shorter.toSorted((a, b) => reached(a) - reached(b))[0];
  return tightest && limit.amount > reached(tightest) ? neverReached(limit, tightest) : undefined;
}

function belowShorter(limit: Limit, shorter: Limit, next: Limit | undefined): Finding {
  const [name, other] = [limit.place.name, shorter.place.name];
  const most = (shorter.amount * limit.seconds) / shorter.seconds;
  const value = next && next.amount >= shorter.amount ? Math.min(most, next.amount) : most;
  return {
    message: l10n.t`\`${name}\` (${limit.amount}) is below \`${other}\` (${shorter.amount}): a single busy moment uses it up, and everything after that is refused until the period ends. Raise \`${name}\`.`,
    related: [{ place: shorter.place, message: l10n.t`The limit for the shorter period stands here.` }],
    ...setFix(limit, value),
  };
}

function neverReached(limit: Limit, shorter: Limit): Finding {
  const [name, other] = [limit.place.name, shorter.place.name];
  const most = (shorter.amount * limit.seconds) / shorter.seconds;
  return {
    message: l10n.t`\`${name}\` (${limit.amount}) is never reached: \`${other}\` (${shorter.amount}) lets ${most} through in that time at most. Lower \`${name}\` or raise \`${other}\`.`,
    related: [{ place: shorter.place, message: l10n.t`The limit for the shorter period stands here.` }],
    ...setFix(limit, most),
  };
}

/** What a variable says is not for this file to change. */
function setFix({ place }: Limit, value: number): Pick<Finding, "fix"> {
  if (place.placeholders.state !== "none") return {};
  const title = l10n.t`Set \`${place.name}\` to \`${value}\``;
  const operations = [{ do: "set", path: [], value }] as const;
  return { fix: { fix: "change", path: place.path, changes: [{ title, operations }] } };
}

const AI = (lines: string): string => `features:\n  ai_processing:\n    enabled: true\n${lines}`;

export const page: RulePage = {
  title: "Rate limits that contradict each other.",
  why: "Every limit is enforced on its own. An hour that allows less than a minute is used up by one burst, and the tenant gets status 429 for the other 59 minutes. An hour that allows more than sixty full minutes never applies: who relies on it to bound the bill relies on nothing.",
  fix: "Set the limit to what the shorter period allows in that time",
  examples: {
    failing: {
      what: "an hour below a minute",
      text: AI("    rate_limits: {requests_per_minute: 100, requests_per_hour: 50}\n"),
      reports: [
        "warning 4 «50» `requests_per_hour` (50) is below `requests_per_minute` (100): a single busy moment uses it up, and everything after that is refused until the period ends. Raise `requests_per_hour`.",
      ],
      fixed: AI("    rate_limits: {requests_per_minute: 100, requests_per_hour: 6000}\n"),
    },
    passing: {
      what: "limits that can all be reached",
      text: AI(
        "    rate_limits:\n      requests_per_minute: 60\n      requests_per_hour: 3600\n      requests_per_day: 20000\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "a limit that only the deployment knows",
      text: AI('    rate_limits: {requests_per_minute: 100, requests_per_hour: "${HOURLY}"}\n'),
      reports: [],
    },
    disabled: {
      what: "a feature that is switched off",
      text: AI("    rate_limits: {requests_per_minute: 100, requests_per_hour: 50}\n").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "limits of one model, one of which is never reached",
        text: AI(
          "    model_limits:\n      large:\n        requests_per_minute: 20 # measured\n        requests_per_hour: 5000 # guessed\n",
        ),
        reports: [
          "warning 7 «5000» `requests_per_hour` (5000) is never reached: `requests_per_minute` (20) lets 1200 through in that time at most. Lower `requests_per_hour` or raise `requests_per_minute`.",
        ],
        fixed: AI(
          "    model_limits:\n      large:\n        requests_per_minute: 20 # measured\n        requests_per_hour: 1200 # guessed\n",
        ),
      },
      {
        what: "an hour below a minute and above it a day that stays the ceiling",
        text: AI("    rate_limits: {requests_per_minute: 100, requests_per_hour: 50, requests_per_day: 1000}\n"),
        reports: [
          "warning 4 «50» `requests_per_hour` (50) is below `requests_per_minute` (100): a single busy moment uses it up, and everything after that is refused until the period ends. Raise `requests_per_hour`.",
        ],
        fixed: AI("    rate_limits: {requests_per_minute: 100, requests_per_hour: 1000, requests_per_day: 1000}\n"),
      },
      {
        what: "a day beside a minute, without an hour between them, for tokens",
        text: AI("    rate_limits: {tokens_per_minute: 5000, tokens_per_day: 1000}\n"),
        reports: [
          "warning 4 «1000» `tokens_per_day` (1000) is below `tokens_per_minute` (5000): a single busy moment uses it up, and everything after that is refused until the period ends. Raise `tokens_per_day`.",
        ],
        fixed: AI("    rate_limits: {tokens_per_minute: 5000, tokens_per_day: 7200000}\n"),
      },
      {
        what: "no limit, and limits that block everything",
        text: AI(
          "    rate_limits: {requests_per_minute: -1, requests_per_hour: 50, requests_per_day: -1}\n    model_limits:\n      small: {requests_per_minute: 10, requests_per_hour: 0}\n      large: {requests_per_minute: 0, requests_per_hour: 10}\n",
        ),
        reports: [],
      },
      {
        what: "a limit that a variable sets",
        text: AI('    rate_limits: {requests_per_minute: 100, requests_per_hour: "${HOURLY}"}\n'),
        files: { "/.env": "HOURLY=50\n" },
        reports: [
          'warning 4 «"${HOURLY}"» `requests_per_hour` (50) is below `requests_per_minute` (100): a single busy moment uses it up, and everything after that is refused until the period ends. Raise `requests_per_hour` (resolved from HOURLY).',
        ],
      },
      {
        what: "in a security file, with seconds",
        kind: "security",
        text: "network:\n  rate_limiting:\n    enabled: true\n    user_limits:\n      requests_per_second: 50\n      requests_per_minute: 40\n",
        reports: [
          "warning 6 «40» `requests_per_minute` (40) is below `requests_per_second` (50): a single busy moment uses it up, and everything after that is refused until the period ends. Raise `requests_per_minute`.",
        ],
        fixed:
          "network:\n  rate_limiting:\n    enabled: true\n    user_limits:\n      requests_per_second: 50\n      requests_per_minute: 3000\n",
      },
    ],
  },
};
