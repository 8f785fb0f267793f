import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS, type Kind } from "../../../server/src/protocol.ts";
import { loadSchemas } from "../../../server/src/schema/registry.ts";
import { namesOf } from "../../../server/src/tenants/name-index.ts";
import { nodeAt } from "../../../server/src/yaml/navigate.ts";
import { parseSource, rootOf } from "../../../server/src/yaml/source.ts";
import { exampleFiles } from "../../support/examples.ts";

await loadSchemas();

const EXAMPLES = Object.entries(exampleFiles("tenants")).filter(([path]) => path.startsWith("tenants/acme/"));

/** Names that a file of the tenant Acme declares, by class. */
function acmeNames(name: string): Readonly<Record<string, readonly string[]>> {
  const text = EXAMPLES.find(([path]) => path.endsWith(`/${name}`))?.[1] ?? "";
  const kind = KINDS.find((candidate) => name.startsWith(candidate));
  assert.ok(kind, name);
  return namesIn(kind, text);
}

function namesIn(kind: Kind, text: string): Readonly<Record<string, readonly string[]>> {
  const source = parseSource(text, "yaml");
  const byClass: Record<string, string[]> = {};
  let last = -1;
  for (const { nameClass, name, node, path } of namesOf({ kind, source }).declarations) {
    byClass[nameClass] = [...(byClass[nameClass] ?? []), name];
    assert.ok(node.start >= last, `${name} stands in document order`);
    last = Math.max(last, node.start);
    assert.ok(nodeAt(rootOf(source), path), path.join("/"));
  }
  return byClass;
}

test("names of Acme's tenant file", () => {
  assert.deepEqual(acmeNames("tenant.yaml"), {
    tenant: ["acme"],
    environment: ["production", "staging", "development"],
    model: ["acme-text-large", "acme-text-small", "mood-tagger"],
  });
});

test("names of Acme's monitoring file", () => {
  const { receiver, severity, ...others } = acmeNames("monitoring.yaml");
  assert.deepEqual(receiver, ["on-call", "payments-phone", "chat", "ml-team", "daily-mail", "heartbeat"]);
  assert.deepEqual(severity, ["critical", "warning", "info"]);
  assert.deepEqual(others["time-interval"], ["office-hours", "nights"]);
  assert.deepEqual(others["scrape-job"], ["acme-api", "acme-workers", "acme-gpu", "acme-partners", "acme-websites"]);
  assert.deepEqual(others["rule-group"], ["acme-availability", "acme-queues"]);
  assert.deepEqual(others.datasource, ["Prometheus", "Alertmanager", "Logs", "Traces"]);
  assert.ok(others.metric?.includes("spotify_api_requests_total"));
  assert.ok(others.alert?.includes("HighErrorRatio"));
  assert.deepEqual(Object.keys(others).sort(), [
    "alert",
    "channel",
    "datasource",
    "metric",
    "rule-group",
    "scrape-job",
    "time-interval",
  ]);
});

test("names of Acme's security file", () => {
  const { permission, ...others } = acmeNames("security.yaml");
  assert.ok(permission?.includes("read_playlists"));
  assert.deepEqual(others, {
    "authentication-provider": [
      "company_login",
      "spotify",
      "label_partners",
      "office_directory",
      "service_tokens",
      "partner_keys",
    ],
    role: ["listener", "curator", "support", "finance", "admin"],
    "abac-policy": ["own-playlists-only", "personal-data-from-the-office", "exports-in-working-hours"],
    "address-group": ["office", "monitoring"],
    "classification-level": ["public", "internal", "confidential", "restricted"],
  });
});

test("names of one of Acme's environment files", () => {
  assert.deepEqual(acmeNames("environment.staging.yaml"), {
    instance: ["api", "workers"],
    subnet: ["public-a", "private-a", "private-b", "data-a"],
    "security-group": ["app", "database"],
    bucket: ["acme-media-staging"],
    queue: ["acme-staging-transcode", "acme-staging-transcode-dlq"],
    "log-group": ["acme/staging"],
    flag: ["listening-rooms", "lossless-streaming"],
  });
  assert.deepEqual(acmeNames("environment.production.yaml").topic, ["acme-production-releases"]);
  assert.deepEqual(acmeNames("environment.production.yaml").volume, ["search-index", "scratch"]);
  assert.equal(acmeNames("environment.production.yaml").replica?.length, 3);
});

test("names of Acme's localization file: locales, and messages by their dotted path without plural forms", () => {
  const { locale, "message-key": messages, ...others } = acmeNames("localization.yaml");
  assert.deepEqual(locale, ["en", "fr", "de", "ar"]);
  assert.deepEqual(others, {});
  const text = `default_locale: en
supported_locales: [en]
translations:
  en:
    messages:
      common:
        hello: Hello
        tracks:
          one: one track
          other: "{count} tracks"
`;
  assert.deepEqual(namesIn("localization", text)["message-key"], ["common", "common.hello", "common.tracks"]);
  assert.ok(messages?.includes("common"));
});

test("a name that nobody wrote, or that is no scalar, declares nothing", () => {
  const names = (item: string): Readonly<Record<string, readonly string[]>> =>
    namesIn("monitoring", `alertmanager: {config: {receivers: [${item}]}}\n`);
  assert.deepEqual(names("{name: }"), {});
  assert.deepEqual(names("{name: [a]}"), {});
  assert.deepEqual(names("{}"), {});
  assert.deepEqual(names("{name: 7}"), { receiver: ["7"] });
});
