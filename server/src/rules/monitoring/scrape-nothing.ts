import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** What else brings data into a server, or lets it work without any of its own. */
const OTHER_SOURCES = ["scrape_config_files", "otlp", "remote_read"];

export const rule = defineRule({
  id: "scrape-nothing",
  severity: "error",
  at: { monitoring: ["prometheus", "prometheus.scrape_configs.*"] },
  check: (place, report) => {
    if (!place.isMap) return;
    if (place.path.length === 1) checkServer(place, report);
    else checkJob(place, report);
  },
});

function checkServer(server: Place, report: Report): void {
  const jobs = server.get("scrape_configs");
  // An empty section is there because it is required, and says nothing.
  if (server.size === 0 || server.get("enabled")?.isUnresolved || holdsSomething(jobs)) return;
  if (OTHER_SOURCES.some((key) => holdsSomething(server.get(key)))) return;
  report(jobs ?? server, {
    message: l10n.t`Prometheus is switched on and has nothing to collect: add a job to \`scrape_configs\`, or set \`enabled: false\`.`,
  });
}

function checkJob(job: Place, report: Report): void {
  if (job.entries().some((entry) => entry.name.endsWith("_sd_configs") && holdsSomething(entry))) return;
  const fixed = job.get("static_configs");
  const groups = fixed?.items() ?? [];
  // Another type than a list is a fault that the schema reports, and so is a group without targets.
  if (fixed && !fixed.isNull && !fixed.isList) return;
  if (groups.some((group) => group.isUnresolved || holdsSomething(group.get("targets")))) return;
  const lists = groups.map((group) => group.get("targets")).filter((targets) => targets !== undefined);
  if (groups.length > lists.length) return;
  report(lists[0] ?? fixed ?? job.get("job_name") ?? job, {
    message: l10n.t`This job has neither targets nor a service discovery, so it collects nothing: list its targets in \`static_configs\`, or remove the job.`,
    severity: "warning",
  });
}

/** false for what is absent, `null` or an empty collection. */
function holdsSomething(place: Place | undefined): boolean {
  return place !== undefined && !place.isNull && !((place.isList || place.isMap) && place.size === 0);
}

const SERVER = (rest: string): string => `prometheus:\n  enabled: true\n${rest}`;
const JOB = (rest: string): string => SERVER(`  scrape_configs:\n    - job_name: app\n${rest}`);

const NOTHING =
  "Prometheus is switched on and has nothing to collect: add a job to `scrape_configs`, or set `enabled: false`.";
const EMPTY_JOB =
  "This job has neither targets nor a service discovery, so it collects nothing: list its targets in `static_configs`, or remove the job.";

export const page: RulePage = {
  title: "A Prometheus, or one of its jobs, that collects nothing.",
  why: "Such a server is up and green while every graph is empty. Worse, alerts on the tenant's metrics can not fire: an expression without series has no result, and no result is no alert. What it reads from other files (`scrape_config_files`), is sent (`otlp`) or asks others for (`remote_read`) counts as well.",
  examples: {
    failing: {
      what: "a server with an empty list of jobs",
      text: SERVER("  scrape_configs: []\n"),
      reports: [`error 3 «scrape_configs» ${NOTHING}`],
    },
    passing: {
      what: "a server with a job",
      text: JOB('      static_configs:\n        - targets: ["app:8000"]\n'),
      reports: [],
    },
    placeholder: {
      what: "a server that the deployment switches on",
      text: "prometheus:\n  enabled: ${PROMETHEUS}\n  scrape_configs: []\n",
      reports: [],
    },
    disabled: {
      what: "a server that is switched off",
      text: "prometheus:\n  enabled: false\n  scrape_configs: []\n",
      reports: [],
    },
    more: [
      {
        what: "a server without any jobs",
        text: SERVER("  config:\n    retention_time: 15d\n"),
        reports: [`error 1 «prometheus» ${NOTHING}`],
      },
      {
        what: "an empty section, which is only there because it is required",
        text: "prometheus: {}\n",
        reports: [],
      },
      {
        what: "a server whose jobs stand in other files",
        text: SERVER("  scrape_configs: []\n  scrape_config_files: [jobs/*.yaml]\n"),
        reports: [],
      },
      {
        what: "a server that applications send their metrics to",
        text: SERVER("  otlp:\n    promote_resource_attributes: [service.name]\n"),
        reports: [],
      },
      {
        what: "a job without targets",
        text: JOB("      metrics_path: /metrics\n"),
        reports: [`warning 4 «app» ${EMPTY_JOB}`],
      },
      {
        what: "a job with an empty list of targets",
        text: JOB("      static_configs:\n        - targets: []\n"),
        reports: [`warning 6 «targets» ${EMPTY_JOB}`],
      },
      {
        what: "a job with an empty group and a full one",
        text: JOB("      static_configs:\n        - targets: []\n        - targets: [app:8000]\n"),
        reports: [],
      },
      {
        what: "a job that discovers its targets",
        text: JOB("      kubernetes_sd_configs:\n        - role: pod\n"),
        reports: [],
      },
    ],
  },
};
