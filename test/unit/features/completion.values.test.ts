import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { complete, type Surroundings } from "./ask.ts";

const at = (kind: string): Surroundings => ({ path: `tenants/one/${kind}.yaml` });
const PLANS = ["free", "basic", "pro", "enterprise"];

describe("listed values", () => {
  const cases: readonly (readonly [name: string, marked: string, accepted: string])[] = [
    ["behind the space", "billing:\n  plan: <|>", "billing:\n  plan: pro"],
    ["right behind the colon", "billing:\n  plan:<|>", "billing:\n  plan: pro"],
    [
      "right behind the colon, with siblings below",
      "billing:\n  plan:<|>\n  currency: EUR\n",
      "billing:\n  plan: pro\n  currency: EUR\n",
    ],
    ["half typed", "billing:\n  plan: p<|>\n", "billing:\n  plan: pro\n"],
    ["in place of another one", "billing:\n  plan: f<|>ree\n", "billing:\n  plan: pro\n"],
    ["before a comment", "billing:\n  plan: f<|>ree # for now\n", "billing:\n  plan: pro # for now\n"],
    ["inside double quotes", 'billing:\n  plan: "f<|>"\n', "billing:\n  plan: pro\n"],
    ["inside single quotes", "billing:\n  plan: '<|>'\n", "billing:\n  plan: pro\n"],
    ["behind a quote that is still open", 'billing:\n  plan: "<|>\n', "billing:\n  plan: pro\n"],
    ["in braces", "billing: {plan: <|>}", "billing: {plan: pro}"],
    ["behind an anchor", "billing:\n  plan: &plan <|>\n", "billing:\n  plan: &plan pro\n"],
    ["with CRLF", "billing:\r\n  plan: <|>\r\n", "billing:\r\n  plan: pro\r\n"],
    ["on a line of its own", "billing:\n  plan:\n    <|>\n", "billing:\n  plan:\n    pro\n"],
  ];
  for (const [name, marked, accepted] of cases) {
    test(name, async () => {
      const offered = await complete(marked);
      assert.deepEqual(offered.labels, PLANS);
      assert.equal(offered.accept("pro"), accepted);
    });
  }

  test("are filtered by what is typed, an opened quote included", async () => {
    assert.equal((await complete('billing:\n  plan: "<|>"\n')).item("pro").filterText, '"pro');
    assert.equal((await complete("billing:\n  plan: <|>\n")).item("pro").filterText, "pro");
  });

  test("say what they mean and which one is the default", async () => {
    const { items } = await complete("billing:\n  plan: <|>");
    assert.equal(items[0]?.detail, "default");
    for (const item of items) assert.notEqual(item.documentation, undefined);
  });

  test("other spellings stand last", async () => {
    const { labels } = await complete("compliance:\n  frameworks: [<|>]", at("security"));
    assert.equal(labels.at(-1), "pci");
    assert.ok(labels.includes("pci_dss"));
  });

  test("are quoted where another reader would not see text", async () => {
    const version = await complete("encryption:\n  in_transit:\n    tls_version: <|>", at("security"));
    assert.equal(version.accept("1.3"), 'encryption:\n  in_transit:\n    tls_version: "1.3"');
    const rule =
      "infrastructure:\n  networking:\n    security_groups:\n      - name: web\n        ingress_rules:\n          - protocol: <|>";
    assert.equal((await complete(rule, at("environment"))).accept("-1"), rule.replace("<|>", '"-1"'));
    const locale = "supported_locales:\n  - <|>";
    const norwegian = await complete(locale, { ...at("localization"), files: {} });
    assert.ok(!norwegian.labels.includes("no"), "Norwegian is offered by its own codes");
  });

  test("booleans are written bare", async () => {
    const offered = await complete("environments:\n  production:\n    enabled: <|>\n");
    assert.deepEqual(offered.labels, ["true", "false"]);
    assert.equal(offered.accept("false"), "environments:\n  production:\n    enabled: false\n");
  });

  test("of a key that takes a word or a mapping: the word behind it, the keys below it", async () => {
    const behind = await complete("environments:\n  production:\n    storage:\n      encryption: <|>");
    assert.deepEqual(behind.labels, ["true", "false"]);
    const below = await complete("environments:\n  production:\n    storage:\n      encryption:\n        <|>");
    assert.deepEqual(below.labels.slice(0, 3), ["enabled", "algorithm", "kms_key_id"]);
    const inside = await complete(
      "environments:\n  production:\n    storage:\n      encryption:\n        enabled: true\n        <|>\n",
    );
    assert.deepEqual(inside.labels, ["algorithm", "kms_key_id"]);
  });

  test("nothing scalar is offered behind the key of a list or over a mapping", async () => {
    assert.deepEqual((await complete("features:\n  spotify_integration:\n    scopes: <|>")).labels, []);
    assert.deepEqual((await complete("billing:\n  plan: <|>\n    free: 1\n")).labels, []);
  });
});

describe("words of scalar languages", () => {
  const cases: readonly (readonly [kind: string, marked: string, label: string, written: string])[] = [
    ["monitoring", "global:\n  scrape_interval: <|>", "15s", "15s"],
    ["monitoring", "prometheus:\n  config:\n    retention_time: <|>", "30d", "30d"],
    ["localization", "supported_locales: [<|>]", "pt-BR", "pt-BR"],
    ["localization", "regions:\n  timezone_mapping:\n    de:\n      - <|>", "Europe/Berlin", "Europe/Berlin"],
    ["tenant", "billing:\n  currency: <|>", "EUR", "EUR"],
    ["environment", "environment:\n  region: <|>", "eu-central-1", "eu-central-1"],
    [
      "environment",
      "infrastructure:\n  compute:\n    instances:\n      - auto_scaling:\n          schedules:\n            - cron: <|>",
      "0 9 * * 1-5",
      '"0 9 * * 1-5"',
    ],
  ];
  for (const [kind, marked, label, written] of cases) {
    test(`${label} in a ${kind} file`, async () => {
      assert.equal((await complete(marked, at(kind))).accept(label), marked.replace("<|>", written));
    });
  }

  test("the default comes before the examples where nothing lists values", async () => {
    const offered = await complete("prometheus:\n  version: <|>", at("monitoring"));
    assert.equal(offered.labels[0], "3.14.0");
    assert.equal(offered.items[0]?.detail, "default");
  });
});

describe("names that the tenant declares", () => {
  test("receivers", async () => {
    const marked = "alertmanager:\n  config:\n    receivers:\n      - name: ops\n    route:\n      receiver: <|>";
    const offered = await complete(marked, at("monitoring"));
    assert.equal(offered.labels[0], "ops");
    assert.equal(offered.accept("ops"), marked.replace("<|>", "ops"));
  });

  test("roles", async () => {
    const marked =
      "authorization:\n  rbac:\n    roles:\n      - name: reader\n      - name: writer\n        inherit_from:\n          - <|>\n";
    assert.deepEqual((await complete(marked, at("security"))).labels, ["reader", "writer"]);
  });

  test("address groups behind `@`, quoted", async () => {
    const marked = "network:\n  firewall:\n    groups:\n      office: []\n    rules:\n      - source: <|>";
    const offered = await complete(marked, at("security"));
    assert.equal(offered.labels[0], "@office");
    assert.equal(offered.accept("@office"), marked.replace("<|>", '"@office"'));
  });

  test("security groups behind `sg:`", async () => {
    const marked =
      "infrastructure:\n  networking:\n    security_groups:\n      - name: web\n        ingress_rules:\n          - source: <|>";
    const offered = await complete(marked, at("environment"));
    assert.equal(offered.labels[0], "sg:web");
    assert.equal(offered.accept("sg:web"), marked.replace("<|>", "sg:web"));
  });

  test("locales, those of the tenant before all others", async () => {
    const { labels } = await complete("default_locale: <|>\nsupported_locales: [pt-BR, de]\n", at("localization"));
    assert.deepEqual(labels.slice(0, 3), ["pt-BR", "de", "en"]);
  });

  test("environments, also those that only the tenant knows", async () => {
    const marked = "environments:\n  qa: {}\n  staging: {}\ngitops:\n  rollout:\n    order: [<|>]\n";
    assert.deepEqual((await complete(marked)).labels.slice(0, 2), ["qa", "staging"]);
    const keys = await complete("environments:\n  staging: {}\ngitops:\n  destinations:\n    <|>\n");
    assert.equal(keys.labels[0], "staging");
  });

  test("channels of another file of the tenant", async () => {
    const monitoring =
      "tenant_specific:\n  notification_channels:\n    - name: chat\n      type: slack\n      settings: {}\n";
    const around = {
      path: "tenants/one/security.yaml",
      files: {
        "tenants/one/monitoring.yaml": monitoring,
        "tenants/two/monitoring.yaml": monitoring.replace("chat", "foreign"),
      },
    };
    const offered = await complete("audit:\n  real_time_monitoring:\n    channels: [<|>]", around);
    assert.deepEqual(offered.labels, ["chat"]);
  });

  test("the environments of the tenant file in an environment file", async () => {
    const around = {
      path: "tenants/one/environment.yaml",
      files: { "tenants/one/tenant.yaml": "environments:\n  production: {}\n" },
    };
    const { labels } = await complete("environment:\n  name: <|>", around);
    assert.equal(labels[0], "production");
  });
});
