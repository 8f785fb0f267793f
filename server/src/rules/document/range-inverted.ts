import * as l10n from "@vscode/l10n";
import { defineRule, type RulePage } from "../rule.ts";

/** Keys of a mapping of which the first may not be above the second. */
const RANGES: readonly (readonly [least: string, most: string])[] = [
  ["min_connections", "max_connections"],
  ["min_instances", "max_instances"],
  ["allocated_storage", "max_allocated_storage"],
  ["min_replicas", "max_replicas"],
];

export const rule = defineRule({
  id: "range-inverted",
  severity: "error",
  at: {
    tenant: ["environments.*.database.connection_pool", "environments.*.cache.redis.connection_pool"],
    environment: [
      "infrastructure.compute",
      "infrastructure.compute.auto_scaling.schedules.*",
      "databases.primary",
      "databases.cache",
      "mlops.kubeflow.serving.*",
    ],
  },
  check: (place, report) => {
    for (const [leastKey, mostKey] of RANGES) {
      const least = place.get(leastKey);
      const most = place.get(mostKey);
      const [low, high] = [least?.number, most?.number];
      if (!least || !most || low === undefined || high === undefined || low <= high) continue;
      report(least, {
        message: l10n.t`\`${leastKey}\` (${low}) is above \`${mostKey}\` (${high}).`,
        related: [{ place: most, message: l10n.t`The maximum stands here.` }],
        fix: {
          fix: "change",
          path: place.path,
          changes: [
            {
              title: l10n.t`Swap \`${leastKey}\` and \`${mostKey}\``,
              operations: [{ do: "swap", path: [leastKey], with: [mostKey] }],
            },
          ],
        },
      });
    }
  },
});

const POOL = (lines: string): string =>
  `environments:\n  production:\n    enabled: true\n    database:\n      connection_pool:\n${lines}`;

export const page: RulePage = {
  title: "A minimum above its maximum.",
  why: "No value satisfies both: pools fail to start, and autoscalers refuse the group or keep one of the two numbers silently.",
  fix: "Swap the two values",
  examples: {
    failing: {
      what: "a pool whose minimum is above its maximum",
      text: POOL("        min_connections: 20 # kept open\n        max_connections: 5\n"),
      reports: ["error 6 «20» `min_connections` (20) is above `max_connections` (5)."],
      fixed: POOL("        min_connections: 5 # kept open\n        max_connections: 20\n"),
    },
    passing: {
      what: "a pool of exactly one size",
      text: POOL("        min_connections: 5\n        max_connections: 5\n"),
      reports: [],
    },
    placeholder: {
      what: "a minimum that only the deployment knows",
      text: POOL("        min_connections: ${POOL_MIN}\n        max_connections: 5\n"),
      reports: [],
    },
    disabled: {
      what: "an environment that is switched off",
      text: POOL("        min_connections: 20\n        max_connections: 5\n").replace("true", "false"),
      reports: [],
    },
    more: [
      {
        what: "a minimum that a variable sets",
        text: POOL("        min_connections: ${POOL_MIN}\n        max_connections: 5\n"),
        files: { "/.env": "POOL_MIN=9\n" },
        reports: [
          "error 6 «${POOL_MIN}» `min_connections` (9) is above `max_connections` (5) (resolved from POOL_MIN).",
        ],
        fixed: POOL("        min_connections: 5\n        max_connections: ${POOL_MIN}\n"),
      },
    ],
  },
};
