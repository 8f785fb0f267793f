/** The snippets, where each belongs in the files of its kind, and files that hold it there. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isMap, isSeq, type Node, parse, parseDocument, type YAMLMap } from "yaml";

export const KINDS = ["tenant", "monitoring", "security", "environment", "localization"] as const;
export type Kind = (typeof KINDS)[number];
export const LOCALES = ["en", "fr", "de", "es", "it", "pt", "ru", "zh", "ja", "ko", "ar", "he"] as const;

export interface Snippet {
  readonly kind: Kind;
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly isFileTemplate?: boolean;
  readonly body: readonly string[];
}

/** Where a snippet belongs in the skeleton of its kind: `a.b[]` appends an item, `a.b{}` sets an entry, `""` is the whole file. */
export interface Place {
  readonly path: string;
  /** Snippets that have to be there first. */
  readonly after?: readonly string[];
  /** Lines the author of the file would add elsewhere, by path. */
  readonly also?: readonly (readonly [path: string, text: string])[];
}

const at = (path: string, more: Omit<Place, "path"> = {}): Place => ({ path, ...more });

const JOBS = "prometheus.scrape_configs[]";
const RELABEL = "prometheus.scrape_configs.0.relabel_configs[]";
const METRIC_RELABEL = "prometheus.scrape_configs.0.metric_relabel_configs[]";
const RULES = "prometheus.rule_groups.0.rules[]";
const RECEIVERS = "alertmanager.config.receivers[]";
const ROUTES = "alertmanager.config.route.routes[]";
const CHANNELS = "tenant_specific.notification_channels[]";
const PRODUCTION = "environments.production{}";
const EN = "translations.en.messages";

/** A receiver counts as used only when a route leads to it. */
const receiver = (name: string): Place =>
  at(RECEIVERS, { also: [[ROUTES, `- receiver: ${name}\n  matchers:\n  - team="${name}"`]] });

/** A locale is offered only when it stands in the list. */
const locale = (tag: string): Place =>
  at("translations{}", tag === "en" ? {} : { also: [["supported_locales[]", `- ${tag}`]] });

const englishTrackCount = `track_count:\n  one: "{count} track"\n  other: "{count} tracks"`;
const residency = (region: string): Place["also"] => [["compliance.data_residency.regions[]", `- ${region}`]];
const modelBucket: Place["also"] = [
  [
    "storage.object_storage.buckets[]",
    "- name: acme-models\n  purpose: models\n  storage_class: STANDARD\n  versioning: true",
  ],
];

export const PLACES: Readonly<Record<Kind, Readonly<Record<string, Place>>>> = {
  tenant: {
    tenant: at(""),
    "tenant-environment": at("environments{}"),
    database: at(PRODUCTION),
    "connection-pool": at("environments.production.database{}"),
    "database-replica": at("environments.production.database.replicas[]"),
    "redis-cache": at(PRODUCTION),
    "redis-cluster": at(PRODUCTION),
    "storage-s3": at(PRODUCTION),
    "storage-gcs": at(PRODUCTION),
    "storage-azure": at(PRODUCTION),
    contact: at("metadata.contacts[]"),
    "ai-processing": at("features{}"),
    "model-limits": at("features.ai_processing.model_limits{}"),
    collaboration: at("features{}"),
    "spotify-integration": at("features{}"),
    "data-privacy": at("security{}"),
    "usage-limits": at("billing{}"),
    gitops: at("{}"),
    "gitops-destination": at("gitops.destinations{}", { after: ["gitops"] }),
  },
  monitoring: {
    monitoring: at(""),
    "scrape-job": at(JOBS),
    "scrape-job-kubernetes": at(JOBS),
    "scrape-job-file": at(JOBS),
    "scrape-job-dns": at(JOBS),
    "scrape-job-http": at(JOBS),
    "scrape-job-probe": at(JOBS),
    "relabel-replace": at(RELABEL),
    "relabel-keep": at(RELABEL),
    "relabel-labelmap": at(RELABEL),
    "relabel-hashmod": at(RELABEL),
    "metric-relabel-drop": at(METRIC_RELABEL),
    "rule-group": at("prometheus.rule_groups[]"),
    "recording-rule": at(RULES, { after: ["rule-group"] }),
    "alerting-rule": at(RULES, { after: ["rule-group"] }),
    "custom-metric": at("tenant_specific.custom_metrics[]"),
    "custom-metric-percentile": at("tenant_specific.custom_metrics[]"),
    "custom-alert": at("tenant_specific.custom_alerts[]"),
    "receiver-email": receiver("email-team"),
    "receiver-slack": receiver("slack-alerts"),
    "receiver-webhook": receiver("webhook-events"),
    "receiver-pagerduty": receiver("pagerduty-oncall"),
    "receiver-opsgenie": receiver("opsgenie-team"),
    "receiver-msteamsv2": receiver("teams-alerts"),
    "receiver-discord": receiver("discord-alerts"),
    "receiver-telegram": receiver("telegram-oncall"),
    "receiver-sns": receiver("sns-emergency"),
    "receiver-jira": receiver("jira-tickets"),
    "receiver-webex": receiver("webex-room"),
    "receiver-pushover": receiver("pushover-oncall"),
    "receiver-victorops": receiver("victorops-oncall"),
    "receiver-rocketchat": receiver("rocketchat-alerts"),
    "receiver-mattermost": receiver("mattermost-alerts"),
    "receiver-incidentio": receiver("incidentio-alerts"),
    "route-child": at(ROUTES),
    "route-reports": at(ROUTES),
    "inhibit-rule": at("alertmanager.config.inhibit_rules[]"),
    "time-interval": at("alertmanager.config.time_intervals[]"),
    "channel-email": at(CHANNELS),
    "channel-slack": at(CHANNELS),
    "channel-webhook": at(CHANNELS),
    "channel-pagerduty": at(CHANNELS),
    "channel-teams": at(CHANNELS),
    "channel-sms": at(CHANNELS),
    "channel-opsgenie": at(CHANNELS),
    "channel-telegram": at(CHANNELS),
    "channel-discord": at(CHANNELS),
    escalation: at("tenant_specific.escalation[]", { after: ["channel-pagerduty"] }),
    "alert-template": at("tenant_specific.alert_templates[]"),
    "grafana-datasource": at("grafana.datasources[]"),
    "dashboard-provider": at("grafana.dashboards[]"),
    "generated-dashboards": at("grafana{}"),
    tracing: at("{}"),
    "remote-write": at("prometheus.remote_write[]"),
    "alertmanager-target": at("prometheus.alerting.alertmanagers[]"),
  },
  security: {
    security: at(""),
    "provider-oauth2": at("authentication.providers[]"),
    "provider-oidc": at("authentication.providers[]"),
    "provider-saml": at("authentication.providers[]"),
    "provider-ldap": at("authentication.providers[]"),
    "provider-jwt": at("authentication.providers[]"),
    "provider-api-key": at("authentication.providers[]"),
    session: at("authentication{}"),
    mfa: at("authentication{}"),
    "password-policy": at("authentication{}"),
    role: at("authorization.rbac.roles[]"),
    permission: at("authorization.rbac.permissions[]"),
    "abac-policy": at("authorization.abac.policies[]"),
    "encryption-at-rest": at("encryption{}"),
    "encryption-in-transit": at("encryption{}"),
    "firewall-rule": at("network.firewall.rules[]"),
    "address-group": at("network.firewall.groups{}"),
    waf: at("network{}"),
    "rate-limiting": at("network{}"),
    "ddos-protection": at("network{}"),
    audit: at("{}"),
    compliance: at("{}"),
    "classification-level": at("compliance.data_classification.levels[]"),
  },
  environment: {
    environment: at(""),
    "instance-group": at("infrastructure.compute.instances[]"),
    "auto-scaling": at("infrastructure.compute.instances.0{}"),
    "scaling-schedule": at("infrastructure.compute.instances.0.auto_scaling.schedules[]"),
    "load-balancer": at("infrastructure.compute{}"),
    "load-balancer-listener": at("infrastructure.compute.load_balancer.listeners[]"),
    subnet: at("infrastructure.networking.subnets[]"),
    "network-peering": at("infrastructure.networking.peerings[]"),
    "security-group": at("infrastructure.networking.security_groups[]"),
    "ingress-rule": at("infrastructure.networking.security_groups.1.ingress_rules[]"),
    "primary-database": at("databases{}"),
    "read-replica": at("databases.read_replicas[]"),
    "cache-cluster": at("databases{}"),
    bucket: at("storage.object_storage.buckets[]"),
    "bucket-backups": at("storage.object_storage.buckets[]"),
    "bucket-lifecycle": at("storage.object_storage.buckets.0{}"),
    volume: at("storage.block_storage.volumes[]"),
    queue: at("messaging.queues[]"),
    "queue-fifo": at("messaging.queues[]"),
    "queue-kafka": at("messaging.queues[]"),
    topic: at("messaging.topics[]"),
    "log-group": at("monitoring.logging.log_groups[]"),
    "platform-channel": at("monitoring.alerting.notification_channels[]"),
    "iam-role": at("security.access_control.iam_roles[]"),
    "service-account": at("security.access_control.service_accounts[]"),
    "feature-flag": at("feature_flags.flags[]"),
    "data-residency": at("compliance{}"),
    mlflow: at("mlops{}", { also: modelBucket }),
    kubeflow: at("mlops{}"),
    "kubeflow-pipeline": at("mlops.kubeflow.pipelines[]", { after: ["kubeflow"] }),
    "model-serving": at("mlops.kubeflow.serving[]", { after: ["kubeflow"], also: modelBucket }),
    edge: at("{}"),
    "edge-site": at("edge.sites[]", { after: ["edge"] }),
    "cloud-aws": at("{}"),
    "cloud-gcp": at("cloud.secondary[]", { after: ["cloud-aws"], also: residency("europe-west1") }),
    "cloud-azure": at("cloud.secondary[]", { after: ["cloud-aws"], also: residency("westeurope") }),
  },
  localization: {
    localization: at(""),
    ...Object.fromEntries(LOCALES.map((tag) => [`locale-${tag}`, locale(tag)])),
    "translation-file": locale("fr"),
    "plural-message": at(`${EN}.spotify{}`),
    "plural-message-ru": at("translations.ru.messages.spotify{}", {
      after: ["locale-ru"],
      also: [[`${EN}.spotify{}`, englishTrackCount]],
    }),
    "plural-message-ar": at("translations.ar.messages.spotify{}", {
      after: ["locale-ar"],
      also: [[`${EN}.spotify{}`, englishTrackCount]],
    }),
    "plural-example": at("translations.en.pluralization.examples{}"),
    "message-group": at(`${EN}{}`),
    "legal-compliance": at("regions.legal_compliance{}"),
    "timezone-mapping": at("regions.timezone_mapping{}"),
    "currency-mapping": at("regions.currency_mapping{}"),
    "automatic-detection": at("features{}"),
    "dynamic-loading": at("features{}"),
    "rtl-support": at("features{}"),
    "message-rules": at("{}"),
  },
};

// --- Snippets -------------------------------------------------------------------------------------------------------

const root = new URL("../../", import.meta.url);
export const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));

export const snippets: readonly Snippet[] = KINDS.flatMap((kind) => {
  const file = readJson(`snippets/${kind}.code-snippets`) as Record<string, Omit<Snippet, "kind" | "name">>;
  return Object.entries(file).map(([name, snippet]) => ({ kind, name, ...snippet }));
});

export function snippetOf(kind: Kind, prefix: string): Snippet {
  const found = snippets.find((snippet) => snippet.kind === kind && snippet.prefix === prefix);
  assert.ok(found, `no snippet ${prefix} of kind ${kind}`);
  return found;
}

/** A tab stop: `parts` is its default, `choices` its options, neither for a mirror such as `$1`. */
interface Stop {
  readonly stop: number;
  readonly parts?: readonly Part[];
  readonly choices?: readonly string[];
}
type Part = string | Stop;

/** Reads the snippet syntax of VS Code; throws on what is not a text, a tab stop, a default or a choice. */
export class SnippetReader {
  readonly #source: string;
  #offset = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parts(end?: "}"): readonly Part[] {
    const parts: Part[] = [];
    while (this.#offset < this.#source.length) {
      if (end !== undefined && this.#take(end)) return parts;
      parts.push(this.#escaped() ?? this.#stop() ?? this.#source.charAt(this.#offset++));
    }
    assert.equal(end, undefined, "a tab stop is not closed");
    return parts;
  }

  #take(text: string): boolean {
    const found = this.#source.startsWith(text, this.#offset);
    if (found) this.#offset += text.length;
    return found;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#source) ?? undefined;
    if (match) this.#offset += match[0].length;
    return match;
  }

  #escaped(): string | undefined {
    return this.#match(/\\([$}\\])/y)?.[1];
  }

  #stop(): Stop | undefined {
    if (this.#source[this.#offset] !== "$") return undefined;
    const mirror = this.#match(/\$(\d+)/y);
    if (mirror) return { stop: Number(mirror[1]) };
    const choice = this.#match(/\$\{(\d+)\|((?:\\.|[^|\\])+)\|\}/y);
    if (choice) {
      const choices = (choice[2] ?? "").split(/(?<!\\),/).map((text) => text.replace(/\\([,|\\])/g, "$1"));
      return { stop: Number(choice[1]), choices };
    }
    const start = this.#match(/\$\{(\d+):/y);
    assert.ok(start, `an unescaped $ at ${this.#source.slice(this.#offset, this.#offset + 20)}`);
    return { stop: Number(start[1]), parts: this.parts("}") };
  }
}

export function stopsOf(parts: readonly Part[]): readonly Stop[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [part, ...stopsOf(part.parts ?? [])]));
}

/** The text after accepting every default, or the `option`-th choice of each enumeration. */
export function expand(snippet: Snippet, option = 0): string {
  const text = snippet.body.join("\n");
  const stops = stopsOf(new SnippetReader(text).parts());
  const defined = new Set(stops.filter((stop) => stop.parts || stop.choices).map((stop) => stop.stop));
  for (const { stop } of stops)
    assert.ok(stop === 0 || defined.has(stop), `tab stop ${stop} of ${snippet.prefix} has no default`);
  return expandText(text, option);
}

/** The same for a text in the snippet syntax; tab stops without a default are empty. */
export function expandText(text: string, option = 0): string {
  const parts = new SnippetReader(text).parts();
  const defined = new Map<number, Stop>();
  for (const stop of stopsOf(parts)) if (stop.parts || stop.choices) defined.set(stop.stop, stop);
  const render = (part: Part): string => {
    if (typeof part === "string") return part;
    const source = part.parts || part.choices ? part : defined.get(part.stop);
    return source?.choices?.[option % source.choices.length] ?? source?.parts?.map(render).join("") ?? "";
  };
  return parts.map(render).join("");
}

// --- Composition ----------------------------------------------------------------------------------------------------

/** Indents lines as VS Code does on insertion: the white space of the line first, then each tab to the next tab stop. */
export function indented(text: string, leading: string, tabSize: number): string {
  const lines = text.split("\n").map((line) => {
    const white = /^[ \t]*/.exec(line)?.[0] ?? "";
    let column = 0;
    for (const char of leading + white)
      column = char === "\t" ? (Math.floor(column / tabSize) + 1) * tabSize : column + 1;
    return line === white ? "" : " ".repeat(column) + line.slice(white.length);
  });
  return lines.join("\n");
}

/** Offsets of a node's first column and of the end of its last line. */
function extent(
  text: string,
  node: Node,
): { readonly lineStart: number; readonly column: number; readonly end: number } {
  const [start, valueEnd] = node.range ?? [0, 0];
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const last = text.slice(0, valueEnd).trimEnd().length;
  const lineEnd = text.indexOf("\n", last);
  return { lineStart, column: start - lineStart, end: lineEnd < 0 ? text.length : lineEnd };
}

const splice = (text: string, start: number, end: number, insertion: string): string =>
  text.slice(0, start) + insertion + text.slice(end);

/** Inserts an expanded snippet at its place; keys of the path that do not exist yet are written as well. */
function insert(text: string, path: string, snippet: string, tabSize: number): string {
  const keys = path.slice(0, -2).split(".").filter(Boolean);
  const missing = [...keys];
  let node: unknown = parseDocument(text).contents;
  while (missing.length > 0 && (isMap(node) || isSeq(node))) {
    const key = missing[0] ?? "";
    const next = node.get(isSeq(node) ? Number(key) : key, true);
    if (next === undefined) break;
    node = next;
    missing.shift();
  }
  const nested = missing.map((key, depth) => `${"\t".repeat(depth)}${key}:`);
  const body = snippet.split("\n").map((line) => "\t".repeat(missing.length) + line);
  const lines = [...nested, ...body].join("\n");
  if (isSeq(node)) return prepend(text, node.items[0] as Node, lines, tabSize);
  assert.ok(isMap(node), `${path} is not a mapping`);
  return setEntry(text, node, lines, tabSize);
}

function prepend(text: string, first: Node, lines: string, tabSize: number): string {
  const { lineStart, column } = extent(text, first);
  const leading = " ".repeat(column - "- ".length);
  return splice(text, lineStart, lineStart, `${indented(lines, leading, tabSize)}\n`);
}

function setEntry(text: string, map: YAMLMap, lines: string, tabSize: number): string {
  const [key = ""] = Object.keys(parse(indented(lines, "", tabSize)) as object);
  const keyNode = (map.items[0]?.key ?? map) as Node;
  const leading = " ".repeat(extent(text, keyNode).column);
  const pair = map.items.find((item) => String(item.key) === key);
  if (!pair) {
    const { end } = extent(text, map);
    return splice(text, end, end, `\n${indented(lines, leading, tabSize)}`);
  }
  const { lineStart } = extent(text, pair.key as Node);
  return splice(text, lineStart, extent(text, pair.value as Node).end, indented(lines, leading, tabSize));
}

/** Where a snippet belongs. */
export function placeOf({ kind, prefix }: Snippet): Place {
  const place = PLACES[kind][prefix];
  assert.ok(place, `no place for ${prefix}`);
  return place;
}

/** A whole file of the snippet's kind with everything that has to be there before the snippet can be. */
export function before(snippet: Snippet, tabSize: number): string {
  const { kind } = snippet;
  const place = placeOf(snippet);
  let text = indented(expand(snippetOf(kind, kind)), "", tabSize);
  for (const prefix of place.after ?? []) {
    const needed = PLACES[kind][prefix];
    assert.ok(needed, `no place for ${prefix}`);
    text = insert(text, needed.path, expand(snippetOf(kind, prefix)), tabSize);
    for (const [path, more] of needed.also ?? []) text = insert(text, path, more, tabSize);
  }
  return text;
}

/** A whole file of the snippet's kind in which the snippet stands at its place. */
export function compose(snippet: Snippet, tabSize: number, option = 0): string {
  const place = placeOf(snippet);
  if (place.path === "") return indented(expand(snippet, option), "", tabSize);
  let text = insert(before(snippet, tabSize), place.path, expand(snippet, option), tabSize);
  for (const [path, more] of place.also ?? []) text = insert(text, path, more, tabSize);
  return text;
}
