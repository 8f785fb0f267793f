import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";
import { isScraped, type ScrapeJob, scrapeJobs } from "./scrape-jobs.ts";

const PROMETHEUS = "prometheus";

/** Providers that alerts of Prometheus can be handed to, so that they do not replace it. */
const TAKES_ALERTS: readonly string[] = ["pagerduty", "opsgenie"];

interface Facts {
  /** What is marked as the other side: that Prometheus is switched on, when it is written. */
  readonly enabled: Place | undefined;
  readonly hasPrometheus: boolean;
  /** Services that the monitoring file sends alerts to. */
  readonly services: readonly string[];
  /** Jobs of Prometheus; undefined where they are not all known. */
  readonly jobs: readonly ScrapeJob[] | undefined;
}

export const rule = defineRule<Facts>({
  id: "monitoring-provider-mismatch",
  severity: "warning",
  at: {
    environment: ["monitoring.metrics.provider", "monitoring.alerting.provider"],
    tenant: ["environments.*.monitoring.metrics.prometheus.endpoint"],
  },
  facts: factsOf,
  check: (place, report, facts) => {
    if (!facts.hasPrometheus) return;
    if (place.model.kind === "tenant") checkEndpoint(place, facts, report);
    else checkProvider(place, facts, report);
  },
});

function factsOf({ fileOf, model }: RuleContext): Facts {
  const monitoring = fileOf("monitoring");
  const prometheus = monitoring?.get(PROMETHEUS);
  const enabled = prometheus?.get("enabled");
  const hasPrometheus = prometheus?.isMap === true && (enabled ? enabled.boolean === true : !prometheus.has("enabled"));
  return {
    enabled,
    hasPrometheus,
    services:
      monitoring && model.kind === "environment" ? TAKES_ALERTS.filter((name) => sendsTo(monitoring, name)) : [],
    jobs: prometheus && model.kind === "tenant" ? scrapeJobs(prometheus) : undefined,
  };
}

function sendsTo(monitoring: Place, service: string): boolean {
  const receivers = monitoring.get("alertmanager", "config", "receivers")?.items() ?? [];
  const channels = monitoring.get("tenant_specific", "notification_channels")?.items() ?? [];
  return (
    receivers.some((receiver) => receiver.has(`${service}_configs`)) ||
    channels.some((channel) => channel.get("type")?.text === service)
  );
}

function checkProvider(place: Place, { enabled, services }: Facts, report: Report): void {
  const provider = place.text;
  if (provider === undefined || provider === PROMETHEUS || services.includes(provider)) return;
  const message =
    place.path[1] === "metrics"
      ? l10n.t`The metrics of this environment go to ${code(provider)}, but the monitoring file sets up Prometheus: its rules and dashboards see nothing of this environment. Use \`prometheus\`, or switch it off there.`
      : TAKES_ALERTS.includes(provider)
        ? l10n.t`The alerts of this environment go to ${code(provider)}, but the monitoring file sends none there. Add a receiver for it, or use \`prometheus\`.`
        : l10n.t`The alerts of this environment come from ${code(provider)}, but the monitoring file sets up Prometheus: its alerts and routes do not reach this environment. Use \`prometheus\`, or switch it off there.`;
  report(place, {
    message,
    ...(enabled && { related: [{ place: enabled, message: l10n.t`The monitoring file enables Prometheus here.` }] }),
    fix: {
      fix: "change",
      path: place.path,
      changes: [
        {
          title: l10n.t`Change it to \`prometheus\``,
          operations: [{ do: "set", path: [], value: PROMETHEUS }],
        },
      ],
    },
  });
}

function checkEndpoint(place: Place, { jobs }: Facts, report: Report): void {
  const endpoint = place.text;
  if (endpoint === undefined || !jobs || jobs.length === 0 || isScraped(endpoint, jobs)) return;
  report(place, {
    message: l10n.t`No job of the monitoring file scrapes ${code(endpoint)}, so nobody ever reads the metrics that the application offers there. Add a job with this address, or correct it.`,
  });
}

const ENVIRONMENT = (section: string, provider: string): string =>
  `monitoring:\n  ${section}:\n    provider: ${provider}\n`;
const MONITORING = (enabled = "true", more = ""): string => `prometheus:\n  enabled: ${enabled}\n${more}`;
const ENDPOINT = (endpoint: string): string =>
  `environments:\n  production:\n    enabled: true\n    monitoring:\n      enabled: true\n      metrics:\n        prometheus:\n          endpoint: ${endpoint}\n`;
const JOBS = (lines: readonly string[]): string =>
  MONITORING("true", `  scrape_configs:\n    - job_name: app\n${lines.map((line) => `      ${line}\n`).join("")}`);
const TARGETS = ["static_configs:", "  - targets: [app.acme.example:9102, shop.acme.example]"];

export const page: RulePage = {
  title: "An environment that is watched by another system than the tenant's Prometheus.",
  why: "Alerts, recording rules and dashboards are made for the Prometheus of the monitoring file. An environment whose metrics go elsewhere, or whose metrics page no job reads, looks healthy for ever: an alert on series that do not exist never fires.",
  fix: "Use `prometheus`",
  examples: {
    failing: {
      what: "metrics that go elsewhere",
      kind: "environment",
      text: ENVIRONMENT("metrics", "datadog # old contract"),
      files: { "monitoring.yaml": MONITORING() },
      reports: [
        "warning 3 «datadog» The metrics of this environment go to `datadog`, but the monitoring file sets up Prometheus: its rules and dashboards see nothing of this environment. Use `prometheus`, or switch it off there.",
      ],
      fixed: ENVIRONMENT("metrics", "prometheus # old contract"),
    },
    passing: {
      what: "metrics that go to Prometheus",
      kind: "environment",
      text: ENVIRONMENT("metrics", "prometheus"),
      files: { "monitoring.yaml": MONITORING() },
      reports: [],
    },
    placeholder: {
      what: "a Prometheus that only the deployment switches on",
      kind: "environment",
      text: ENVIRONMENT("metrics", "datadog"),
      files: { "monitoring.yaml": MONITORING("${PROMETHEUS}") },
      reports: [],
    },
    disabled: {
      what: "a Prometheus that is switched off",
      kind: "environment",
      text: ENVIRONMENT("metrics", "datadog"),
      files: { "monitoring.yaml": MONITORING("false") },
      reports: [],
    },
    more: [
      { what: "no monitoring file", kind: "environment", text: ENVIRONMENT("metrics", "datadog"), reports: [] },
      {
        what: "alerts that come from elsewhere",
        kind: "environment",
        text: ENVIRONMENT("alerting", "cloudwatch"),
        files: { "monitoring.yaml": "prometheus:\n  version: 3.14.0\n" },
        reports: [
          "warning 3 «cloudwatch» The alerts of this environment come from `cloudwatch`, but the monitoring file sets up Prometheus: its alerts and routes do not reach this environment. Use `prometheus`, or switch it off there.",
        ],
        fixed: ENVIRONMENT("alerting", "prometheus"),
      },
      {
        what: "alerts that go where nothing is sent",
        kind: "environment",
        text: ENVIRONMENT("alerting", "opsgenie"),
        files: { "monitoring.yaml": MONITORING() },
        reports: [
          "warning 3 «opsgenie» The alerts of this environment go to `opsgenie`, but the monitoring file sends none there. Add a receiver for it, or use `prometheus`.",
        ],
        fixed: ENVIRONMENT("alerting", "prometheus"),
      },
      {
        what: "alerts that Alertmanager hands on",
        kind: "environment",
        text: ENVIRONMENT("alerting", "pagerduty"),
        files: {
          "monitoring.yaml": MONITORING(
            "true",
            "alertmanager:\n  config:\n    receivers:\n      - name: on-call\n        pagerduty_configs: []\n",
          ),
        },
        reports: [],
      },
      {
        what: "an address that no job scrapes",
        kind: "tenant",
        text: ENDPOINT("https://app.acme.example:9103/metrics"),
        files: { "monitoring.yaml": JOBS(TARGETS) },
        reports: [
          "warning 8 «https://app.acme.example:9103/metrics» No job of the monitoring file scrapes `https://app.acme.example:9103/metrics`, so nobody ever reads the metrics that the application offers there. Add a job with this address, or correct it.",
        ],
      },
      {
        what: "a path that no job scrapes",
        kind: "tenant",
        text: ENDPOINT("/actuator/prometheus"),
        files: { "monitoring.yaml": JOBS(TARGETS) },
        reports: [
          "warning 8 «/actuator/prometheus» No job of the monitoring file scrapes `/actuator/prometheus`, so nobody ever reads the metrics that the application offers there. Add a job with this address, or correct it.",
        ],
      },
      {
        what: "an address that a job scrapes",
        kind: "tenant",
        text: ENDPOINT("https://APP.acme.example:9102/metrics"),
        files: { "monitoring.yaml": JOBS(TARGETS) },
        reports: [],
      },
      {
        what: "an address at the usual port",
        kind: "tenant",
        text: ENDPOINT("http://shop.acme.example/metrics"),
        files: { "monitoring.yaml": JOBS(TARGETS) },
        reports: [],
      },
      {
        what: "an address that a job may discover",
        kind: "tenant",
        text: ENDPOINT("http://app:8000/internal"),
        files: { "monitoring.yaml": JOBS(["metrics_path: /internal", "kubernetes_sd_configs:", "  - role: pod"]) },
        reports: [],
      },
      {
        what: "a path that relabelling sets",
        kind: "tenant",
        text: ENDPOINT("/custom"),
        files: {
          "monitoring.yaml": JOBS([
            ...TARGETS,
            "relabel_configs:",
            "  - source_labels: [path]",
            "    target_label: __metrics_path__",
          ]),
        },
        reports: [],
      },
      {
        what: "jobs in other files",
        kind: "tenant",
        text: ENDPOINT("/custom"),
        files: { "monitoring.yaml": `${JOBS(TARGETS)}  scrape_config_files: [jobs/*.yml]\n` },
        reports: [],
      },
    ],
  },
};
