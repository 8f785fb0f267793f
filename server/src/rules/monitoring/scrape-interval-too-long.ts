import * as l10n from "@vscode/l10n";
import { parseDuration } from "../../values/duration.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

/** How far Prometheus looks back for the last sample of a series: `--query.lookback-delta`. */
const LOOKBACK = "5m";
const LOOKBACK_MS = 300_000;

const BETTER = "1m";
const BETTER_MS = 60_000;

interface Facts {
  /** true when `global` is the interval of at least one job. */
  readonly isInherited: boolean;
}

export const rule = defineRule<Facts>({
  id: "scrape-interval-too-long",
  severity: "warning",
  at: { monitoring: ["global", "prometheus.scrape_configs.*"] },
  facts: ({ file }) => {
    const server = file?.get("prometheus");
    const jobs = server?.get("scrape_configs")?.items() ?? [];
    const others = server?.get("scrape_config_files")?.size ?? 0;
    return { isInherited: others > 0 || jobs.some((job) => !job.has("scrape_interval")) };
  },
  check: (place, report, { isInherited }) => {
    const interval = place.get("scrape_interval");
    const text = interval?.scalarText;
    if (!interval || text === undefined || (parseDuration(text) ?? 0) < LOOKBACK_MS) return;
    if (place.path.length === 1 && !isInherited) return;
    report(interval, {
      message: l10n.t`Prometheus looks back ${LOOKBACK} for the last sample, so with an interval of \`${text}\` the series disappear between two scrapes: graphs have gaps, and alerts stop and start again.`,
      ...(mayBeLowered(place) && {
        fix: {
          fix: "change",
          path: interval.path,
          changes: [
            { title: l10n.t`Scrape every \`${BETTER}\``, operations: [{ do: "set", path: [], value: BETTER }] },
          ],
        },
      }),
    });
  },
});

/** false when the timeout of the same place would be longer than the interval then, which Prometheus refuses. */
function mayBeLowered(place: Place): boolean {
  if (!place.has("scrape_timeout")) return true;
  const timeout = parseDuration(place.get("scrape_timeout")?.scalarText ?? "");
  return timeout !== undefined && timeout <= BETTER_MS;
}

const JOB = (interval: string, rest = ""): string =>
  `prometheus:\n  scrape_configs:\n    - job_name: backup\n      scrape_interval: ${interval} # changes slowly\n${rest}`;

const SAYS = (interval: string): string =>
  `Prometheus looks back 5m for the last sample, so with an interval of \`${interval}\` the series disappear between two scrapes: graphs have gaps, and alerts stop and start again.`;

export const page: RulePage = {
  title: "A scrape interval as long as Prometheus looks back.",
  why: "An expression takes the last sample of a series of the last five minutes (`--query.lookback-delta`). When samples are further apart the series does not exist in between: graphs show dots instead of lines, and an alert with `for` never fires, because its expression has no result in every other evaluation. A sample more often costs next to nothing: values that do not change compress to almost no bytes.",
  fix: "Scrape every minute",
  examples: {
    failing: {
      what: "a job that is scraped every ten minutes",
      text: JOB("10m"),
      reports: [`warning 4 «10m» ${SAYS("10m")}`],
      fixed: JOB("1m"),
    },
    passing: {
      what: "an interval that leaves room for a late scrape",
      text: JOB("2m"),
      reports: [],
    },
    placeholder: {
      what: "an interval that only the deployment knows",
      text: JOB("${INTERVAL}"),
      reports: [],
    },
    disabled: {
      what: "a server that is switched off",
      text: JOB("10m").replace("prometheus:\n", "prometheus:\n  enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "exactly the time that Prometheus looks back",
        text: JOB("5m"),
        reports: [`warning 4 «5m» ${SAYS("5m")}`],
        fixed: JOB("1m"),
      },
      {
        what: "a timeout that would be longer than the interval",
        text: JOB("10m", "      scrape_timeout: 2m\n"),
        reports: [`warning 4 «10m» ${SAYS("10m")}`],
      },
      {
        what: "the interval of all jobs",
        text: "global:\n  scrape_interval: 15m\nprometheus:\n  scrape_configs:\n    - job_name: app\n",
        reports: [`warning 2 «15m» ${SAYS("15m")}`],
        fixed: "global:\n  scrape_interval: 1m\nprometheus:\n  scrape_configs:\n    - job_name: app\n",
      },
      {
        what: "an interval of all jobs that none of them has",
        text: "global:\n  scrape_interval: 15m\nprometheus:\n  scrape_configs:\n    - {job_name: app, scrape_interval: 30s}\n",
        reports: [],
      },
    ],
  },
};
