import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** What becomes of two items of one name: a daemon refuses the file, the second one can not be created, or one of the two is lost. */
type Consequence = "Prometheus" | "Alertmanager" | "not-created" | "lost";

/** Lists whose items are told apart by the value of one key, which the schemas name as `x-unique`. */
const LISTS: Readonly<Record<string, readonly [key: string, consequence: Consequence]>> = {
  "prometheus.scrape_configs": ["job_name", "Prometheus"],
  "prometheus.rule_groups": ["name", "Prometheus"],
  "alertmanager.config.receivers": ["name", "Alertmanager"],
  "grafana.datasources": ["name", "lost"],
  "tenant_specific.notification_channels": ["name", "lost"],
  "authentication.providers": ["name", "lost"],
  "authorization.rbac.roles": ["name", "lost"],
  "authorization.rbac.permissions": ["name", "lost"],
  "authorization.abac.policies": ["name", "lost"],
  "infrastructure.compute.instances": ["name", "not-created"],
  "infrastructure.networking.subnets": ["name", "not-created"],
  "infrastructure.networking.security_groups": ["name", "not-created"],
  "databases.read_replicas": ["identifier", "not-created"],
  "storage.object_storage.buckets": ["name", "not-created"],
  "storage.block_storage.volumes": ["name", "not-created"],
  "messaging.queues": ["name", "not-created"],
  "messaging.topics": ["name", "not-created"],
  "monitoring.logging.log_groups": ["name", "not-created"],
  "security.access_control.iam_roles": ["name", "not-created"],
  "security.access_control.service_accounts": ["name", "not-created"],
  "feature_flags.flags": ["name", "lost"],
  "mlops.kubeflow.pipelines": ["name", "lost"],
  "mlops.kubeflow.serving": ["name", "not-created"],
  "edge.sites": ["name", "lost"],
};

/** Alertmanager has one table of both kinds of time intervals. */
const ALERTMANAGER = "alertmanager.config";
const TIME_INTERVALS = ["time_intervals", "mute_time_intervals"];

function selectors(...sections: readonly string[]): readonly string[] {
  return Object.keys(LISTS).filter((path) => sections.some((section) => path.startsWith(section)));
}

export const rule = defineRule({
  id: "duplicate-name",
  severity: "error",
  at: {
    monitoring: [...selectors("prometheus.", "alertmanager.", "grafana.", "tenant_specific."), ALERTMANAGER],
    security: selectors("authentication.", "authorization."),
    environment: selectors(
      "infrastructure.",
      "databases.",
      "storage.",
      "messaging.",
      "monitoring.",
      "security.",
      "feature_flags.",
      "mlops.",
      "edge.",
    ),
  },
  check: (place, report) => {
    if (place.pathText === ALERTMANAGER) {
      const items = TIME_INTERVALS.flatMap((list) => place.get(list)?.items() ?? []);
      reportDuplicates(items, "name", "Alertmanager", report);
    } else {
      const [key, consequence] = LISTS[place.pathText] ?? [];
      if (key !== undefined && consequence) reportDuplicates(place.items(), key, consequence, report);
    }
  },
});

function reportDuplicates(items: readonly Place[], key: string, consequence: Consequence, report: Report): void {
  const first = new Map<string, Place>();
  const again: (readonly [item: Place, name: Place, text: string])[] = [];
  for (const item of items) {
    const name = item.get(key);
    const text = name?.text;
    if (!name || text === undefined || text === "") continue;
    if (first.has(identity(item, text))) again.push([item, name, text]);
    else first.set(identity(item, text), name);
  }
  const taken = new Set([...first.values()].map(({ text }) => text ?? ""));
  for (const [item, name, text] of again) {
    const original = first.get(identity(item, text));
    const message = messageOf(key, text, consequence);
    const related = original ? [{ place: original, message: l10n.t`The first one stands here.` }] : [];
    const { start, end } = item.written;
    if (start <= name.written.start && name.written.end <= end) {
      report(name, { message, related, fix: renaming(name, freeName(text, taken)) });
    } else {
      // An alias or a merge brings the name in: a change would be one of the first item as well.
      report(item, { message, related, range: item.written.kind === "alias" ? item.written : item.rangeOn("key") });
    }
  }
}

/** Data sources of different organisations of Grafana may have the same name. */
function identity(item: Place, name: string): string {
  return `${item.get("orgId")?.number ?? 1} ${name}`;
}

function messageOf(key: string, name: string, consequence: Consequence): string {
  switch (consequence) {
    case "lost":
      return l10n.t`Another item has the \`${key}\` ${code(name)} already, so only one of the two takes effect. Give this one a name of its own.`;
    case "not-created":
      return l10n.t`Another item has the \`${key}\` ${code(name)} already, so the second one can not be created or replaces the first. Give this one a name of its own.`;
    default:
      return l10n.t`Another item has the \`${key}\` ${code(name)} already, and ${consequence} refuses a file with two of them as a whole. Give this one a name of its own.`;
  }
}

function renaming(name: Place, value: string): FixData {
  return {
    fix: "change",
    path: name.path,
    changes: [{ title: l10n.t`Change to ${code(value)}`, operations: [{ do: "set", path: [], value }] }],
  };
}

/** The name with the next free number behind it, in the style of the name; queues that end in `.fifo` must do so. */
function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, suffix = ""] = /^(.+)(\.fifo)$/.exec(name) ?? [];
  const [, base = stem, separator = separatorOf(stem), digits = "1"] = /^(.*[^\d])([-_])(\d{1,6})$/.exec(stem) ?? [];
  let number = Number(digits) + 1;
  let free = `${base}${separator}${number}${suffix}`;
  while (taken.has(free)) free = `${base}${separator}${++number}${suffix}`;
  taken.add(free);
  return free;
}

function separatorOf(name: string): string {
  if (/[a-z]_[a-z]/i.test(name) && !name.includes("-")) return "_";
  return name.includes(" ") ? " " : "-";
}

const ROLES = (second: string): string =>
  `authorization:\n  rbac:\n    roles:\n      - name: admin\n        permissions: [read]\n      - name: ${second} # of the tenant\n        permissions: [write]\n`;

const LOST =
  "Another item has the `name` `admin` already, so only one of the two takes effect. Give this one a name of its own.";

export const page: RulePage = {
  title: "Two items of a list have the same name.",
  why: "Names tell the items apart: roles are granted, receivers routed to and queues found by them. Prometheus and Alertmanager refuse a file with two jobs, rule groups, receivers or time intervals of one name and keep running with the old one, so the change that was rolled out is not there. A provider can not create a second bucket or queue of the same name. Of two roles only one is in force, and it may be the one with more rights.",
  fix: "Give the second item a free name, such as `admin-2`",
  examples: {
    failing: {
      what: "two roles of one name",
      kind: "security",
      text: ROLES("admin"),
      reports: [`error 6 «admin» ${LOST}`],
      fixed: ROLES("admin-2"),
    },
    passing: { what: "two roles", kind: "security", text: ROLES("auditor"), reports: [] },
    placeholder: {
      what: "roles whose names only the deployment knows",
      kind: "security",
      text: ROLES("${ADMIN_ROLE}"),
      reports: [],
    },
    disabled: {
      what: "a second provider that is switched off",
      kind: "security",
      text: "authentication:\n  providers:\n    - {type: saml, name: corporate}\n    - {type: oidc, name: corporate, enabled: false}\n",
      reports: [],
    },
    more: [
      {
        what: "a role whose name a variable sets",
        kind: "security",
        text: ROLES("${ADMIN_ROLE}"),
        files: { "/.env": "ADMIN_ROLE=admin\n" },
        reports: [`error 6 «\${ADMIN_ROLE}» ${LOST.replace(/\.$/, " (resolved from ADMIN_ROLE).")}`],
        fixed: ROLES("admin-2"),
      },
      {
        what: "jobs, of which the third and fourth get the next free names",
        kind: "monitoring",
        text: "prometheus:\n  scrape_configs:\n    - job_name: api\n    - job_name: api-2\n    - job_name: api\n    - job_name: 'api'\n",
        reports: [
          "error 5 «api» Another item has the `job_name` `api` already, and Prometheus refuses a file with two of them as a whole. Give this one a name of its own.",
          "error 6 «'api'» Another item has the `job_name` `api` already, and Prometheus refuses a file with two of them as a whole. Give this one a name of its own.",
        ],
        fixed:
          "prometheus:\n  scrape_configs:\n    - job_name: api\n    - job_name: api-2\n    - job_name: api-3\n    - job_name: 'api'\n",
      },
      {
        what: "a time interval in the old list as well",
        kind: "monitoring",
        text: "alertmanager:\n  config:\n    time_intervals:\n      - name: night_shift\n    mute_time_intervals:\n      - name: night_shift\n",
        reports: [
          "error 6 «night_shift» Another item has the `name` `night_shift` already, and Alertmanager refuses a file with two of them as a whole. Give this one a name of its own.",
        ],
        fixed:
          "alertmanager:\n  config:\n    time_intervals:\n      - name: night_shift\n    mute_time_intervals:\n      - name: night_shift_2\n",
      },
      {
        what: "queues, in flow style",
        kind: "environment",
        text: "messaging:\n  queues: [{name: orders-1.fifo}, {name: orders-1.fifo}]\n  topics: [{name: orders-1.fifo}]\n",
        reports: [
          "error 2 «orders-1.fifo» Another item has the `name` `orders-1.fifo` already, so the second one can not be created or replaces the first. Give this one a name of its own.",
        ],
        fixed:
          "messaging:\n  queues: [{name: orders-1.fifo}, {name: orders-2.fifo}]\n  topics: [{name: orders-1.fifo}]\n",
      },
      {
        what: "items that an alias and a merge repeat",
        kind: "security",
        text: "authorization:\n  rbac:\n    roles:\n      - &admin\n        name: admin\n        permissions: [read]\n      - *admin\n      - <<: *admin\n        permissions: [write]\n",
        reports: [`error 7 «*admin» ${LOST}`, `error 8 «<<» ${LOST}`],
      },
      {
        what: "data sources of two organisations",
        kind: "monitoring",
        text: "grafana:\n  datasources:\n    - {name: Prometheus, type: prometheus, orgId: 1}\n    - {name: Prometheus, type: prometheus, orgId: 2}\n    - {name: prometheus, type: prometheus}\n",
        reports: [],
      },
    ],
  },
};
