import * as l10n from "@vscode/l10n";
import { parseDuration } from "../../values/duration.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

/** What Prometheus takes for `global.scrape_interval` when nothing is written. */
const DEFAULT_INTERVAL = "1m";

interface Facts {
  /** The interval that jobs without one of their own have; undefined when it is not written. */
  readonly interval: Place | undefined;
  /** true when Prometheus is switched off, and `global` with it. */
  readonly isOff: boolean;
}

export const rule = defineRule<Facts>({
  id: "scrape-timeout-exceeds-interval",
  severity: "error",
  at: { monitoring: ["global", "prometheus.scrape_configs.*"] },
  facts: ({ file, wholeFile }) => ({
    interval: file?.get("global", "scrape_interval"),
    isOff: wholeFile?.get("prometheus")?.isDisabled ?? false,
  }),
  check: (place, report, { interval: globalInterval, isOff }) => {
    const timeout = place.get("scrape_timeout");
    const limit = timeout?.scalarText;
    if (isOff || !timeout || limit === undefined) return;
    const isGlobal = place.path.length === 1;
    const candidates = isGlobal ? [place.get("scrape_interval")] : [place.get("scrape_interval"), globalInterval];
    // Prometheus takes an interval of zero for one that is not written.
    const interval = candidates.find((candidate) => candidate && lengthOf(candidate) !== 0);
    const text = interval ? interval.scalarText : DEFAULT_INTERVAL;
    if (text === undefined || (parseDuration(limit) ?? 0) <= (parseDuration(text) ?? Number.POSITIVE_INFINITY)) return;
    report(timeout, {
      message: message(
        limit,
        text,
        interval === undefined ? "default" : interval === globalInterval ? "global" : "own",
      ),
      ...(interval && { related: [{ place: interval, message: l10n.t`The interval stands here.` }] }),
      fix: {
        fix: "change",
        path: timeout.path,
        changes: [
          {
            title: l10n.t`Lower \`scrape_timeout\` to \`${text}\``,
            operations: [{ do: "set", path: [], value: text }],
          },
        ],
      },
    });
  },
});

function lengthOf(place: Place): number | undefined {
  const text = place.scalarText;
  return text === undefined ? undefined : parseDuration(text);
}

function message(timeout: string, interval: string, origin: "own" | "global" | "default"): string {
  switch (origin) {
    case "own":
      return l10n.t`\`scrape_timeout\` (\`${timeout}\`) is longer than \`scrape_interval\` (\`${interval}\`): Prometheus refuses the configuration.`;
    case "global":
      return l10n.t`\`scrape_timeout\` (\`${timeout}\`) is longer than the \`scrape_interval\` of \`global\` (\`${interval}\`): Prometheus refuses the configuration.`;
    case "default":
      return l10n.t`\`scrape_timeout\` (\`${timeout}\`) is longer than the \`scrape_interval\` that holds when none is written (\`${interval}\`): Prometheus refuses the configuration.`;
  }
}

const JOB = (interval: string, timeout: string, enabled = true): string =>
  `global:\n  scrape_interval: ${interval}\nprometheus:\n  enabled: ${enabled}\n  scrape_configs:\n    - job_name: app\n      scrape_timeout: ${timeout} # slow exporter\n`;

export const page: RulePage = {
  title: "A scrape timeout above the scrape interval.",
  why: "Prometheus checks this when it loads its configuration, and refuses all of it: a new server does not start, and a running one keeps its old configuration, so later changes silently never arrive. Only a timeout that is written can be wrong: without one, Prometheus lowers its default of 10s to the interval by itself.",
  fix: "Lower the timeout to the interval",
  examples: {
    failing: {
      what: "a job that waits longer than the interval of all jobs",
      text: JOB("10s", "30s"),
      reports: [
        "error 7 «30s» `scrape_timeout` (`30s`) is longer than the `scrape_interval` of `global` (`10s`): Prometheus refuses the configuration.",
      ],
      fixed: JOB("10s", "10s"),
    },
    passing: {
      what: "a job that waits exactly as long as the interval",
      text: JOB("30s", "30s"),
      reports: [],
    },
    placeholder: {
      what: "an interval that only the deployment knows",
      text: JOB("${SCRAPE_INTERVAL}", "30s"),
      reports: [],
    },
    disabled: {
      what: "a server that is switched off",
      text: JOB("10s", "30s", false),
      reports: [],
    },
    more: [
      {
        what: "a job with an interval of its own",
        text: "global:\n  scrape_interval: 1m\nprometheus:\n  scrape_configs:\n    - {job_name: app, scrape_interval: 15s, scrape_timeout: 1m}\n",
        reports: [
          "error 5 «1m» `scrape_timeout` (`1m`) is longer than `scrape_interval` (`15s`): Prometheus refuses the configuration.",
        ],
        fixed:
          "global:\n  scrape_interval: 1m\nprometheus:\n  scrape_configs:\n    - {job_name: app, scrape_interval: 15s, scrape_timeout: 15s}\n",
      },
      {
        what: "a longer interval of the job itself",
        text: "global:\n  scrape_interval: 10s\nprometheus:\n  scrape_configs:\n    - {job_name: app, scrape_interval: 1m, scrape_timeout: 30s}\n",
        reports: [],
      },
      {
        what: "a timeout above the interval that nobody wrote",
        text: "global:\n  evaluation_interval: 30s\nprometheus:\n  scrape_configs:\n    - job_name: app\n      scrape_timeout: 90s\n",
        reports: [
          "error 6 «90s» `scrape_timeout` (`90s`) is longer than the `scrape_interval` that holds when none is written (`1m`): Prometheus refuses the configuration.",
        ],
        fixed:
          "global:\n  evaluation_interval: 30s\nprometheus:\n  scrape_configs:\n    - job_name: app\n      scrape_timeout: 1m\n",
      },
      {
        what: "an interval of zero, which counts as not written",
        text: "prometheus:\n  scrape_configs:\n    - job_name: app\n      scrape_interval: 0s\n      scrape_timeout: 30s\n",
        reports: [],
      },
      {
        what: "a timeout of all jobs above their interval",
        text: "global:\n  scrape_interval: 10s\n  scrape_timeout: 15s\n",
        reports: [
          "error 3 «15s» `scrape_timeout` (`15s`) is longer than `scrape_interval` (`10s`): Prometheus refuses the configuration.",
        ],
        fixed: "global:\n  scrape_interval: 10s\n  scrape_timeout: 10s\n",
      },
      {
        what: "a timeout of all jobs that one of them lowers by its interval",
        text: "global:\n  scrape_interval: 1m\n  scrape_timeout: 30s\nprometheus:\n  scrape_configs:\n    - {job_name: app, scrape_interval: 15s}\n",
        reports: [],
      },
    ],
  },
};
