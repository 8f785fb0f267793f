import * as l10n from "@vscode/l10n";
import type { JsonValue, Operation } from "../../schema/problem.ts";
import { checkHostPort } from "../../values/host.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type RulePage } from "../rule.ts";

/** Keys of a job that say what a URL would, and what holds without them. */
interface Keys {
  readonly path: "metrics_path" | "path_prefix";
  readonly defaultPath: string;
}

const OF_JOB: Keys = { path: "metrics_path", defaultPath: "/metrics" };
const OF_ALERTMANAGER: Keys = { path: "path_prefix", defaultPath: "/" };

const DEFAULT_SCHEME = "http";

export const rule = defineRule({
  id: "target-is-url",
  severity: "error",
  at: { monitoring: ["prometheus.scrape_configs.*", "prometheus.alerting.alertmanagers.*"] },
  check: (job, report) => {
    const rewriting = job.get("relabel_configs");
    // With relabeling the loader accepts any target: probes hand URLs to an exporter that way.
    if (rewriting && (rewriting.isUnresolved || rewriting.size > 0)) return;
    const keys = job.path[1] === "alerting" ? OF_ALERTMANAGER : OF_JOB;
    const targets = targetsOf(job);
    for (const target of targets) {
      const { known, possible } = target.texts;
      if (possible.length === 0 || !possible.every((text) => text.includes("/"))) continue;
      const written = known ?? String(target.node.kind === "scalar" ? target.node.value : "");
      report(target, {
        message:
          keys.path === "metrics_path"
            ? l10n.t`\`${written}\` is more than a host and a port, so Prometheus refuses the configuration: write \`host:port\` here, the rest as \`scheme\` and \`metrics_path\` of the job.`
            : l10n.t`\`${written}\` is more than a host and a port, so Prometheus refuses the configuration: write \`host:port\` here, the rest as \`scheme\` and \`path_prefix\` of the Alertmanager.`,
        ...fixOf(job, target, targets, keys),
      });
    }
  },
});

function targetsOf(job: Place): readonly Place[] {
  const groups = job.get("static_configs")?.items() ?? [];
  return groups.flatMap((group) => group.get("targets")?.items() ?? []);
}

/** A target taken apart; undefined for one with a user, a query or another scheme, which has no place in a job. */
interface Parts {
  readonly scheme: string | undefined;
  readonly address: string;
  /** undefined when the path says nothing. */
  readonly path: string | undefined;
}

const URL_PARTS = /^(?:(https?):\/\/)?([^/?#@\s]+)(\/[^?#\s]*)?$/i;

function partsOf(text: string | undefined): Parts | undefined {
  const [whole, scheme, host = "", path = "/"] = URL_PARTS.exec(text ?? "") ?? [];
  if (whole === undefined) return undefined;
  const hasPort = /:\d+$/.test(host);
  const address = hasPort ? host : `${host}:${scheme?.toLowerCase() === "https" ? 443 : 80}`;
  if (checkHostPort(address) || (!hasPort && scheme === undefined)) return undefined;
  return { scheme: scheme?.toLowerCase(), address, path: path === "/" ? undefined : path };
}

/** Most targets of a job that change together. */
const MOST_TARGETS = 20;

function fixOf(job: Place, target: Place, targets: readonly Place[], keys: Keys): Pick<Finding, "fix"> {
  const parts = partsOf(target.text);
  const scheme = job.has("scheme") ? job.get("scheme")?.text : DEFAULT_SCHEME;
  const path = job.has(keys.path) ? job.get(keys.path)?.text : keys.defaultPath;
  if (!parts || scheme === undefined || path === undefined) return {};
  const settings: [string, JsonValue][] = [];
  if (parts.scheme !== undefined && parts.scheme !== scheme) settings.push(["scheme", parts.scheme]);
  if (parts.path !== undefined && parts.path !== path) settings.push([keys.path, parts.path]);
  // What the job says holds for all its targets: those that say the same change together.
  const all = settings.length === 0 ? [target] : targets;
  if (all.length > MOST_TARGETS) return {};
  const alike = all.filter((other) => isSame(partsOf(other.text), parts));
  const isForAll = alike.length === all.length && (settings.length === 0 || !discovers(job));
  const operations: Operation[] = [
    ...alike.map((other): Operation => {
      const address = partsOf(other.text)?.address ?? "";
      return { do: "set", path: other.path.slice(job.path.length), value: address };
    }),
    ...settings.map(([key, value]): Operation => ({ do: "set", path: [key], value })),
  ];
  const change = { title: titleOf(settings.map(([key]) => key)), operations };
  return {
    fix: { fix: "change", path: job.path, changes: [isForAll ? change : { ...change, preferred: false }] },
  };
}

function isSame(one: Parts | undefined, other: Parts): boolean {
  return one !== undefined && one.scheme === other.scheme && one.path === other.path;
}

function discovers(job: Place): boolean {
  return job.entries().some(({ name }) => name.endsWith("_sd_configs"));
}

function titleOf(keys: readonly string[]): string {
  const [first, second] = keys;
  if (first === undefined) return l10n.t`Keep only host and port`;
  if (second === undefined) return l10n.t`Move the rest of the URL to \`${first}\``;
  return l10n.t`Move the rest of the URL to \`${first}\` and \`${second}\``;
}

const JOB = (targets: string, rest = ""): string =>
  `prometheus:\n  scrape_configs:\n    - job_name: app\n${rest}      static_configs:\n        - targets: ${targets} # behind the proxy\n`;

const SAYS = (target: string): string =>
  `«${target}» \`${target.replaceAll('"', "")}\` is more than a host and a port, so Prometheus refuses the configuration: write \`host:port\` here, the rest as \`scheme\` and \`metrics_path\` of the job.`;

export const page: RulePage = {
  title: "A target that is a URL, or holds a path.",
  why: "A target of Prometheus is `host:port`; scheme and path are settings of the job. A `/` in a target makes Prometheus refuse its whole configuration with *is not a valid hostname*: a new server does not start, and a running one keeps its old configuration. Only jobs with `relabel_configs` may list URLs, because probes hand them to an exporter that way.",
  fix: "Keep host and port, and move scheme and path to the job",
  examples: {
    failing: {
      what: "the address that works in a browser",
      text: JOB('["http://app:8000/metrics"]'),
      reports: [`error 5 ${SAYS('"http://app:8000/metrics"')}`],
      fixed: JOB('["app:8000"]'),
    },
    passing: {
      what: "a target without scheme and path",
      text: JOB('["app:8000"]', "      scheme: https\n      metrics_path: /actuator/prometheus\n"),
      reports: [],
    },
    placeholder: {
      what: "a target that only the deployment knows",
      text: JOB('["${APP_ADDRESS}"]'),
      reports: [],
    },
    disabled: {
      what: "a server that is switched off",
      text: JOB('["http://app:8000/metrics"]').replace("prometheus:\n", "prometheus:\n  enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "a probe, which hands its targets to an exporter",
        text: JOB(
          '["https://acme.example/health"]',
          "      relabel_configs:\n        - {source_labels: [__address__], target_label: __param_target}\n        - {target_label: __address__, replacement: 'blackbox:9115'}\n",
        ),
        reports: [],
      },
      {
        what: "an empty list of relabeling steps, which changes nothing",
        text: JOB("[http://app:8000/metrics]", "      relabel_configs: []\n"),
        reports: [`error 6 ${SAYS("http://app:8000/metrics")}`],
        fixed: JOB("[app:8000]", "      relabel_configs: []\n"),
      },
      {
        what: "two URLs with the same scheme and path, which change together",
        text: JOB("[https://a.acme.example/stats, https://b.acme.example:8443/stats]"),
        reports: [
          `error 5 ${SAYS("https://a.acme.example/stats")}`,
          `error 5 ${SAYS("https://b.acme.example:8443/stats")}`,
        ],
        fixed:
          "prometheus:\n  scrape_configs:\n    - job_name: app\n      scheme: https\n      metrics_path: /stats\n      static_configs:\n        - targets: [a.acme.example:443, b.acme.example:8443] # behind the proxy\n",
      },
      {
        what: "a URL beside a plain target, which would change with the job",
        text: JOB("[https://a.acme.example, b:8000]"),
        reports: [`error 5 ${SAYS("https://a.acme.example")}`],
        fixed:
          "prometheus:\n  scrape_configs:\n    - job_name: app\n      scheme: https\n      static_configs:\n        - targets: [a.acme.example:443, b:8000] # behind the proxy\n",
      },
      {
        what: "a URL with a query, which a person has to take apart",
        text: JOB("['http://app:8000/metrics?module=a']"),
        reports: [
          "error 5 «'http://app:8000/metrics?module=a'» `http://app:8000/metrics?module=a` is more than a host and a port, so Prometheus refuses the configuration: write `host:port` here, the rest as `scheme` and `metrics_path` of the job.",
        ],
      },
      {
        what: "a URL around a variable",
        text: JOB('["http://${APP_HOST}:8000/metrics"]'),
        reports: [`error 5 ${SAYS('"http://${APP_HOST}:8000/metrics"')}`],
      },
      {
        what: "an Alertmanager behind a path",
        text: "prometheus:\n  alerting:\n    alertmanagers:\n      - static_configs:\n          - targets: [https://ops.acme.example/alertmanager]\n",
        reports: [
          "error 5 «https://ops.acme.example/alertmanager» `https://ops.acme.example/alertmanager` is more than a host and a port, so Prometheus refuses the configuration: write `host:port` here, the rest as `scheme` and `path_prefix` of the Alertmanager.",
        ],
        fixed:
          "prometheus:\n  alerting:\n    alertmanagers:\n      - scheme: https\n        path_prefix: /alertmanager\n        static_configs:\n          - targets: [ops.acme.example:443]\n",
      },
    ],
  },
};
