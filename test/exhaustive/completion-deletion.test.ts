import assert from "node:assert/strict";
import { test } from "node:test";
import { completion } from "../../server/src/features/completion.ts";
import { childSchema, schemasAt } from "../../server/src/schema/match.ts";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";
import { ContextLoader } from "../../server/src/tenants/context-loader.ts";
import { type FileModel, fileModel } from "../../server/src/tenants/file-model.ts";
import { keyText, type MapNode, type Node, type NodePath, type PairNode } from "../../server/src/yaml/node.ts";
import { parseSource } from "../../server/src/yaml/source.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";
import { tenantFiles } from "../unit/features/ask.ts";

const OPTIONS = { snippets: true, triggerSuggest: false };

/** Keys that stand once in the whole tenant and that no schema names: only their author knows them. */
const AUTHOR_ONLY: readonly { readonly place: string; readonly keys: readonly string[]; readonly why: string }[] = [
  { place: "environment cloud.secondary.[].tags", keys: ["purpose"], why: "a tag of this environment alone" },
  { place: "environment cloud.tags", keys: ["tenant"], why: "a tag of this cloud account alone" },
  { place: "environment environment.tags", keys: ["on_call", "rebuilt"], why: "a tag of this environment alone" },
  {
    place: "environment messaging.topics.[].subscriptions.[].filter_policy",
    keys: ["format"],
    why: "attributes of the messages of one topic",
  },
  {
    place: "environment mlops.kubeflow.pipelines.[].parameters",
    keys: ["evaluate_only", "window_days"],
    why: "parameters of a chart or pipeline of the tenant",
  },
  {
    place: "environment mlops.mlflow.models.mood-tagger.aliases",
    keys: ["challenger", "champion"],
    why: "aliases that the team gave its model",
  },
  {
    place: "environment monitoring.metrics.custom_metrics.[].dimensions",
    keys: ["environment", "tenant"],
    why: "labels of a metric of the tenant",
  },
  { place: "localization validation.max_length", keys: ["navigation.*"], why: "a pattern of message keys" },
  {
    place: "monitoring alertmanager.config.receivers.[].pagerduty_configs.[].details",
    keys: ["firing"],
    why: "fields that one pager message shows",
  },
  {
    place: "monitoring alertmanager.config.tracing",
    keys: ["client_type", "endpoint", "sampling_fraction"],
    why: "passed through to the daemon",
  },
  { place: "monitoring global.external_labels", keys: ["cluster", "environment", "tenant"], why: "labels are free" },
  {
    place: "monitoring grafana.datasources.[].jsonData.exemplarTraceIdDestinations.[]",
    keys: ["datasourceUid", "name"],
    why: "settings of a Grafana plug-in",
  },
  {
    place: "monitoring grafana.datasources.[].jsonData",
    keys: ["exemplarTraceIdDestinations", "httpMethod", "implementation", "timeInterval"],
    why: "settings of a Grafana plug-in",
  },
  {
    place: "monitoring grafana.datasources.[].secureJsonData",
    keys: ["basicAuthPassword"],
    why: "settings of a Grafana plug-in",
  },
  {
    place: "monitoring grafana.generated_dashboards.metrics",
    keys: ["ai_duration", "request_duration", "requests"],
    why: "the only map of its kind in the tenant",
  },
  { place: "monitoring prometheus.otlp", keys: ["promote_resource_attributes"], why: "passed through to the daemon" },
  { place: "monitoring prometheus.remote_read.[]", keys: ["read_recent", "url"], why: "passed through to the daemon" },
  { place: "monitoring prometheus.remote_write.[].headers", keys: ["X-Scope-OrgID"], why: "HTTP headers are free" },
  { place: "monitoring prometheus.rule_groups.[].rules.[].labels", keys: ["service"], why: "labels are free" },
  { place: "monitoring prometheus.runtime", keys: ["gogc"], why: "passed through to the daemon" },
  {
    place: "monitoring prometheus.scrape_configs.[].params",
    keys: ["module"],
    why: "query parameters of one exporter",
  },
  { place: "monitoring tenant_specific.custom_metrics.[].labels", keys: ["endpoint", "model"], why: "labels are free" },
  { place: "monitoring tracing.headers", keys: ["authorization"], why: "HTTP headers are free" },
  {
    place: "monitoring tracing.resource_attributes",
    keys: ["deployment.region", "service.namespace"],
    why: "attributes of the traces are free",
  },
  {
    place: "security authentication.providers.[].config.attribute_mapping",
    keys: ["display_name", "email"],
    why: "attributes of a directory of the tenant",
  },
  {
    place: "security authorization.abac.policies.[].action",
    keys: ["name"],
    why: "attributes that the policies of the tenant look at",
  },
  {
    place: "security authorization.abac.policies.[].environment.network",
    keys: ["ne"],
    why: "attributes that the policies of the tenant look at",
  },
  {
    place: "security authorization.abac.policies.[].environment",
    keys: ["network"],
    why: "attributes that the policies of the tenant look at",
  },
  {
    place: "security authorization.abac.policies.[].resource",
    keys: ["classification"],
    why: "attributes that the policies of the tenant look at",
  },
  {
    place: "security authorization.abac.policies.[].subject.clearance",
    keys: ["gte"],
    why: "attributes that the policies of the tenant look at",
  },
  {
    place: "security authorization.abac.policies.[].subject.department",
    keys: ["in"],
    why: "attributes that the policies of the tenant look at",
  },
  {
    place: "security authorization.abac.policies.[].subject",
    keys: ["clearance", "department"],
    why: "attributes that the policies of the tenant look at",
  },
  {
    place: "security authorization.rbac.permissions.[].conditions.[]",
    keys: ["attribute", "operator", "value"],
    why: "conditions have no fixed form",
  },
  {
    place: "security network.firewall.groups",
    keys: ["monitoring", "office"],
    why: "names of address groups are declared here",
  },
  {
    place: "tenant gitops.repo.parameters",
    keys: ["metrics.enabled", "replicas", "tenant"],
    why: "parameters of a chart or pipeline of the tenant",
  },
  { place: "tenant metadata.custom_fields.onboarding", keys: ["partner", "wave"], why: "private to the organisation" },
  {
    place: "tenant metadata.custom_fields",
    keys: ["cost_center", "crm_account", "onboarding"],
    why: "private to the organisation",
  },
];

/** A key of a file. */
interface Deleted {
  readonly path: NodePath;
  readonly key: string;
  /** The file without the entry. */
  readonly text: string;
  /** Where the key stood. */
  readonly offset: number;
}

/** Every entry of a tree that is not ours to know: merges, and parts that no reader looks at (`x-…` at the top). */
function* entries(node: Node, path: NodePath): Generator<{ map: MapNode; pair: PairNode; path: NodePath }> {
  if (node.kind === "sequence")
    for (const [index, item] of node.items.entries()) yield* entries(item, [...path, index]);
  if (node.kind !== "map") return;
  for (const pair of node.pairs) {
    const key = keyText(pair.key) ?? "";
    if (key === "<<" || (path.length === 0 && key.startsWith("x-"))) continue;
    yield { map: node, pair, path };
    yield* entries(pair.value, [...path, key]);
  }
}

function deletions(model: FileModel): Deleted[] {
  const { text, lines } = model.source;
  if (!model.root) return [];
  return [...entries(model.root, [])].map(({ map, pair, path }) => {
    const end = map.flow ? pair.end : lines.lineEnd(lines.lineOf(pair.end));
    const key = keyText(pair.key) ?? "";
    return { path, key, text: text.slice(0, pair.key.start) + text.slice(end), offset: pair.key.start };
  });
}

/** `path` with `[]` for every list item: two places with the same text are alike. */
function pattern(path: NodePath): string {
  return path.map((step) => (typeof step === "number" ? "[]" : step)).join(".");
}

function placeOf(model: FileModel, path: NodePath, key: string): string {
  return `${model.kind} ${pattern(path)}: ${key}`;
}

function isNamedBySchema(model: FileModel, path: NodePath, key: string): boolean {
  return schemasAt(model.schema, model.root, path).some((schema) => {
    const child = childSchema(schema, key);
    return child !== undefined && child !== schema.additionalProperties;
  });
}

async function models(): Promise<readonly FileModel[]> {
  const files = tenantFiles("tenants/acme");
  const loader = new ContextLoader(memoryWorkspace(files), DEFAULT_SETTINGS);
  const found: FileModel[] = [];
  for (const [path, text] of Object.entries(files)) {
    const source = parseSource(text, "yaml");
    const { kind } = await loader.kind(uriOf(path), source);
    if (!kind) continue;
    const context = await loader.context(uriOf(path), kind, source);
    found.push(fileModel(uriOf(path), kind, source, context, DEFAULT_SETTINGS));
  }
  return found;
}

/** The model of a file whose text became another one. */
function rewritten(model: FileModel, text: string): FileModel {
  const source = parseSource(text, "yaml");
  const own = { uri: model.uri, kind: model.kind, source };
  const files = model.context.files.map((file) => (file.uri === model.uri ? own : file));
  return fileModel(model.uri, model.kind, source, { ...model.context, files }, model.settings);
}

test("every key of the examples that can be known is offered where it was deleted", async (t) => {
  const all = await models();
  const seen = new Map<string, number>();
  for (const model of all) {
    for (const { path, key } of deletions(model)) {
      const place = placeOf(model, path, key);
      seen.set(place, (seen.get(place) ?? 0) + 1);
    }
  }
  const counts = { schema: 0, alike: 0, author: 0 };
  const silent: string[] = [];
  for (const model of all) {
    for (const { path, key, text, offset } of deletions(model)) {
      const offered = completion(rewritten(model, text), offset, OPTIONS).some((item) => item.label === key);
      const named = isNamedBySchema(model, path, key);
      const alike = offered || (seen.get(placeOf(model, path, key)) ?? 0) > 1;
      counts[named ? "schema" : alike ? "alike" : "author"]++;
      if (!offered) silent.push(placeOf(model, path, key));
    }
  }
  t.diagnostic(
    `${counts.schema} keys of the schemas and ${counts.alike} of like places, all offered; ${counts.author} that only their author knows`,
  );
  const authors = AUTHOR_ONLY.flatMap(({ place, keys }) => keys.map((key) => `${place}: ${key}`));
  assert.deepEqual(silent.sort(), authors.sort());
});
