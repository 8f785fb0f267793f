import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createService, DEFAULT_SETTINGS } from "../../../server/src/service.ts";
import { manyAlerts, yamlCorpus } from "../../support/corpus.ts";
import { decodeTokens } from "../../support/decode-tokens.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";
import { CONSTRUCTS } from "../../support/yaml-constructs.ts";
import { open, type Surroundings } from "./ask.ts";

async function tokens(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  const { service, document, workspace, settings } = open(text, around);
  const found = await service.semanticTokens(document, undefined, workspace, settings);
  return decodeTokens(text, found).map(({ shown }) => shown);
}

const at = (kind: string): Surroundings => ({ path: `tenants/one/${kind}.yaml` });

const TEXTS: readonly (readonly [name: string, text: string, around: Surroundings, tokens: readonly string[]])[] = [
  [
    "keys by what the schema says, listed values, declared names",
    "tenant_id: one\nbilling:\n  plan: pro\nzzz: {plan: pro}\n",
    {},
    [
      "tenant_id property.required",
      "one class.declaration",
      "billing property.required",
      "plan property",
      "pro enumMember",
    ],
  ],
  [
    "a name that is a key, and a required key in it",
    "environments:\n  production:\n    enabled: true\n    database:\n      port: 5432\n",
    {},
    [
      "environments property.required",
      "production class.declaration",
      "enabled property.required",
      "database property.required",
      "port property.required",
    ],
  ],
  [
    "references, durations and numbers with a unit",
    "alertmanager:\n  config:\n    route: {receiver: ops, group_wait: 30s, group_interval: 5 minutes}\n    receivers:\n      - name: ops\n",
    at("monitoring"),
    [
      "alertmanager property.required",
      "config property",
      "route property",
      "receiver property.required",
      "ops class",
      "group_wait property",
      "30s number",
      "group_interval property",
      "receivers property",
      "name property.required",
      "ops class.declaration",
    ],
  ],
  [
    "a number with a unit has a token, one without has not",
    "environments:\n  production:\n    database: {port: 1, connection_pool: {max_connections: 20, timeout: 30}}\n",
    {},
    [
      "environments property.required",
      "production class.declaration",
      "database property.required",
      "port property.required",
      "connection_pool property",
      "max_connections property",
      "20 number",
      "timeout property",
      "30 number",
    ],
  ],
  [
    "a deprecated key",
    "security:\n  network_security:\n    ip_whitelist: []\n",
    at("environment"),
    ["security property.required", "network_security property", "ip_whitelist property.deprecated"],
  ],
  [
    "names, defaults and secrets in placeholders",
    "environments:\n  production:\n    database:\n      host: \"x-${HOST:-a.example}.{{ region }}$${no}\"\n      name: '${env:NAME}'\n      password: vault:a/b#c\n",
    {},
    [
      "environments property.required",
      "production class.declaration",
      "database property.required",
      "host property.required",
      "HOST variable",
      "a.example string",
      "region variable.readonly",
      "name property.required",
      "NAME variable",
      "password property",
      "vault:a/b#c macro.readonly",
    ],
  ],
  [
    "placeholders in a block scalar and with characters outside the basic plane before them",
    'tenant_name: "😀 ${A}"\ndescription: |\n  😀 ${B}\n  ${C:-d\n  e}\n',
    {},
    ["A variable", "B variable", "C variable"],
  ],
  [
    "anchors, aliases and merges, also in free content",
    "x-db: &db\n  port: 1\nenvironments:\n  production: &prod !!map\n    database:\n      <<: *db\n      port: &p 2\n",
    {},
    [
      "&db label.declaration",
      "environments property.required",
      "production class.declaration",
      "&prod label.declaration",
      "database property.required",
      "<< keyword",
      "*db label",
      "port property.required",
      "&p label.declaration",
    ],
  ],
  [
    "quotes are no part of a token",
    "billing: {\"plan\": 'pro'}\n",
    {},
    ["billing property.required", "plan property", "pro enumMember"],
  ],
  [
    "JSON",
    '{"billing": {"plan": "pro", "zzz": 1}, "tenant_id": "one"}',
    { path: "tenants/one/tenant.json" },
    [
      "billing property.required",
      "plan property",
      "pro enumMember",
      "tenant_id property.required",
      "one class.declaration",
    ],
  ],
  [
    "messages are names, plural forms are not",
    "translations:\n  en:\n    messages:\n      cart:\n        items: {one: a, other: b}\n",
    at("localization"),
    [
      "translations property.required",
      "en class",
      "messages property",
      "cart class.declaration",
      "items class.declaration",
      "one property",
      "other property",
    ],
  ],
];

describe("semantic tokens", () => {
  for (const [name, text, around, expected] of TEXTS) {
    test(name, async () => assert.deepEqual(await tokens(text, around), expected));
    test(`${name}, with CRLF`, async () => {
      assert.deepEqual(await tokens(text.replaceAll("\n", "\r\n"), around), expected);
    });
  }
});

const visible = (line: number) => ({ start: { line, character: 0 }, end: { line: line + 50, character: 0 } });

test("tokens of a range are those of the whole that stand in it", async () => {
  const text = manyAlerts(400);
  const { service, document, workspace, settings } = open(text, at("monitoring"));
  const ask = async (line?: number) => {
    const range = line === undefined ? undefined : visible(line);
    return decodeTokens(text, await service.semanticTokens(document, range, workspace, settings));
  };
  const early = await ask(1_000);
  const all = await ask();
  const isInside = ({ line }: { line: number }): boolean => line >= 1_000 && line < 1_050;
  assert.deepEqual(early.filter(isInside), all.filter(isInside));
  assert.deepEqual(await ask(1_000), early, "the same when the whole is known");
  assert.ok(early.length < 150, `${early.length} tokens for fifty lines`);
});

test("after edits tokens are those from scratch", async () => {
  const before = manyAlerts(60);
  const workspace = memoryWorkspace({});
  const service = createService();
  const uri = uriOf("tenants/one/monitoring.yaml");
  const edits: readonly (readonly [found: string, written: string])[] = [
    ["Alert7\n", "Alert7\n      zzz: 1\n"],
    ["custom_alerts:", "custom_rules:"],
    ["custom_rules:", "custom_alerts:"],
    ["global: {}\n", "global: {}\n# one line more\n"],
    ["for: 5m", "for: soon"],
  ];
  let text = before;
  await service.semanticTokens({ uri, text }, undefined, workspace, DEFAULT_SETTINGS);
  for (const [found, written] of edits) {
    text = text.replace(found, written);
    const kept = await service.semanticTokens({ uri, text }, undefined, workspace, DEFAULT_SETTINGS);
    const fresh = await createService().semanticTokens({ uri, text }, undefined, workspace, DEFAULT_SETTINGS);
    assert.deepEqual(kept, fresh, written);
  }
});

test("tokens of every file and construct are in order and within their lines", async () => {
  const service = createService();
  const settings = { ...DEFAULT_SETTINGS, fileKinds: { "**": "monitoring" } as const };
  const texts = [...yamlCorpus().map(([, text]) => text), ...CONSTRUCTS.map(({ text }) => text)];
  let count = 0;
  for (const [index, text] of texts.entries()) {
    for (const [name, written] of Object.entries({ yaml: text, crlf: text.replace(/\r?\n/g, "\r\n") })) {
      const document = { uri: uriOf(`tenants/t${index}/${name}.monitoring.yaml`), text: written };
      const found = await service.semanticTokens(document, undefined, memoryWorkspace({}), settings);
      count += decodeTokens(written, found).length;
    }
  }
  assert.ok(count > 1_000, `${count} tokens`);
});
