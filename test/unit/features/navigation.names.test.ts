import assert from "node:assert/strict";
import { test } from "node:test";
import { DocumentHighlightKind } from "vscode-languageserver-types";
import type { Surroundings } from "./ask.ts";
import { at, definitions, referencesOf, renamed, renamedText } from "./navigation.ts";

const MONITORING: Surroundings = { path: "tenants/one/monitoring.yaml" };
const SECURITY: Surroundings = { path: "tenants/one/security.yaml" };

const ROUTES = `alertmanager:
  config:
    route:
      receiver: chat
      routes:
        - receiver: "on-call"
        - receiver: 'chat'
    receivers:
      - name: chat
      - name: on-call
`;

function cursor(text: string, where: string, occurrence = 1): string {
  let index = -1;
  for (let found = 0; found < occurrence; found++) index = text.indexOf(where, index + 1);
  assert.notEqual(index, -1, where);
  return `${text.slice(0, index)}<|>${text.slice(index)}`;
}

test("definition of a use is the name of its declaration, with the whole item as target", async () => {
  const { service, document, position, workspace, settings } = at(cursor(ROUTES, 'n-call"'), MONITORING);
  assert.deepEqual(await service.definition(document, position, workspace, settings), [
    {
      originSelectionRange: { start: { line: 5, character: 21 }, end: { line: 5, character: 28 } },
      targetUri: document.uri,
      targetRange: { start: { line: 9, character: 8 }, end: { line: 9, character: 21 } },
      targetSelectionRange: { start: { line: 9, character: 14 }, end: { line: 9, character: 21 } },
    },
  ]);
});

test("references are exact, whatever the quotes, with and without the declaration", async () => {
  const places = ["monitoring.yaml:4:17 chat", "monitoring.yaml:7:22 chat", "monitoring.yaml:9:15 chat"];
  for (const [where, occurrence] of [
    ["chat", 1],
    ["chat", 2],
    ["chat", 3],
  ] as const)
    assert.deepEqual(await referencesOf(cursor(ROUTES, where, occurrence), MONITORING), places);
  assert.deepEqual(await referencesOf(cursor(ROUTES, "chat"), MONITORING, false), places.slice(0, 2));
});

test("highlights: the declaration is written, uses are read", async () => {
  const { service, document, position, workspace, settings } = at(cursor(ROUTES, "chat", 3), MONITORING);
  const highlights = await service.documentHighlights(document, position, workspace, settings);
  const { Read, Write } = DocumentHighlightKind;
  assert.deepEqual(
    highlights.map(({ range, kind }) => [range.start.line, range.start.character, range.end.character, kind]),
    [
      [3, 16, 20, Read],
      [6, 21, 25, Read],
      [8, 14, 18, Write],
    ],
  );
});

test("nothing stands at keys, comments, ordinary values and outside of the text", async () => {
  for (const marked of [
    "<|>alertmanager: {}\n",
    "alertmanager: {}\n# ch<|>at\n",
    "",
    "prometheus: {enabled: tr<|>ue}\n",
  ]) {
    const asked = at(marked.includes("<|>") ? marked : "<|>", MONITORING);
    const { service, document, position, workspace, settings } = asked;
    const where = [document, position, workspace, settings] as const;
    assert.deepEqual(await service.definition(...where), [], marked);
    assert.deepEqual(await service.documentHighlights(...where), [], marked);
    assert.equal(await service.prepareRename(...where), undefined, marked);
    assert.equal(await service.linkedEditingRanges(...where), undefined, marked);
    assert.equal(await service.rename(document, position, "x", workspace, settings), undefined, marked);
    assert.deepEqual(await service.references(document, position, true, workspace, settings), [], marked);
  }
});

test("rename keeps the style of each place", async () => {
  assert.equal(
    await renamedText(cursor(ROUTES, "chat"), "team-chat", MONITORING),
    ROUTES.replaceAll("chat", "team-chat"),
  );
});

test("rename quotes a name that would not read back as the same text", async () => {
  const after = (name: string) => renamedText(cursor(ROUTES, "chat"), name, MONITORING);
  for (const name of ["7", "true", "no", "a: b", "a #b", "- x", "22:30", "&a", "*a", "null", "1_000", "{a"]) {
    const quoted = ROUTES.replace("receiver: chat", `receiver: "${name}"`)
      .replace("name: chat", `name: "${name}"`)
      .replace("'chat'", `'${name}'`);
    assert.equal(await after(name), quoted, name);
  }
  for (const name of ["5xx", "a b", "Ä/ö", "a:b", "x#y", "it's"]) {
    const plain = ROUTES.replaceAll(": chat", `: ${name}`).replace("'chat'", `'${name.replace("'", "''")}'`);
    assert.equal(await after(name), plain, name);
  }
});

test("rename in flow style quotes what flow style needs", async () => {
  const text = "alertmanager: {config: {route: {receiver: a}, receivers: [{name: a}, {name: 'b'}]}}\n";
  assert.equal(await renamedText(cursor(text, "a}"), "x, y", MONITORING), text.replaceAll(": a}", ': "x, y"}'));
  assert.equal(await renamedText(cursor(text, "a}"), "x-y", MONITORING), text.replaceAll(": a}", ": x-y}"));
});

test("rename keeps line breaks, and writes JSON in JSON files", async () => {
  const crlf = ROUTES.replaceAll("\n", "\r\n");
  assert.equal(await renamedText(cursor(crlf, "chat"), "talk", MONITORING), crlf.replaceAll("chat", "talk"));
  const json = '{"alertmanager": {"config": {"route": {"receiver": "a"}, "receivers": [{"name": "a"}]}}}';
  const around = { path: "tenants/one/monitoring.json" };
  assert.equal(await renamedText(cursor(json, 'a"}'), 'say "b"', around), json.replaceAll('"a"', '"say \\"b\\""'));
});

test("rename in block scalars keeps them, or quotes", async () => {
  const text =
    "alertmanager:\n  config:\n    route:\n      receiver: >-\n        chat\n    receivers:\n      - name: chat\n";
  assert.equal(await renamedText(cursor(text, "chat"), "talk", MONITORING), text.replaceAll("chat", "talk"));
  assert.deepEqual(await referencesOf(cursor(text, "chat", 2), MONITORING), [
    "monitoring.yaml:5:9 chat",
    "monitoring.yaml:7:15 chat",
  ]);
});

test("names with escapes are found and written anew", async () => {
  const text = 'alertmanager: {config: {route: {receiver: "caf\\u00e9"}, receivers: [{name: café}]}}\n';
  assert.deepEqual(await referencesOf(cursor(text, "café"), MONITORING), [
    "monitoring.yaml:1:44 caf\\u00e9",
    "monitoring.yaml:1:76 café",
  ]);
  assert.equal(
    await renamedText(cursor(text, "café"), "bar", MONITORING),
    'alertmanager: {config: {route: {receiver: "bar"}, receivers: [{name: bar}]}}\n',
  );
});

test("a new name that is taken, empty or not possible is refused with the reason", async () => {
  const refusal = (name: string, text = ROUTES, around = MONITORING) => renamed(cursor(text, "chat"), name, around);
  assert.equal(await refusal("on-call"), "There is a receiver `on-call` already (monitoring.yaml, line 10).");
  assert.equal(await refusal(""), "A name can not be empty.");
  assert.equal(await refusal(" a"), "A name can not begin or end with white space.");
  assert.equal(await refusal("${A}"), "A name can not hold a placeholder.");
  assert.equal(await refusal("a\nb"), "A name can not hold line breaks or control characters.");
  assert.equal(
    await refusal("x", ROUTES.replace("name: chat", "name: other")),
    "No file of this tenant declares the receiver `chat`, so it can not be renamed.",
  );
  const tenant = "tenant_id: <|>acme\nmetadata: {}\nenvironments: {}\n";
  assert.match(String(await renamed(tenant, "a b")), /does not match the pattern/);
});

test("the prefix of a use is no part of the name, and stays", async () => {
  const text = `network:
  firewall:
    groups:
      offices: [10.0.0.0/8]
    rules:
      - name: in
        source: "@offices"
        destination: ["@offices", 10.1.2.3]
`;
  const places = ["security.yaml:4:7 offices", "security.yaml:7:19 offices", "security.yaml:8:25 offices"];
  assert.deepEqual(await referencesOf(cursor(text, "offices"), SECURITY), places);
  assert.deepEqual(await referencesOf(cursor(text, "@offices"), SECURITY), places, "the prefix leads to it as well");
  for (const typed of ["sites", "@sites"])
    assert.equal(await renamedText(cursor(text, "offices", 2), typed, SECURITY), text.replaceAll("offices", "sites"));
});

test("both spellings of an environment are one name, and tenant ids are compared in small letters", async () => {
  const files = {
    "tenants/one/environment.yaml": "tenant_id: acme\nenvironment: {name: production}\ninfrastructure: {}\n",
    "tenants/one/monitoring.yaml": "tenant_id: ACME\nprometheus: {}\n",
  };
  const tenant = "tenant_id: Acme\nenvironments:\n  prod:\n    enabled: true\ngitops:\n  rollout:\n    order: [prod]\n";
  assert.deepEqual(await referencesOf(cursor(tenant, "prod"), { files }), [
    "environment.yaml:2:21 production",
    "tenant.yaml:3:3 prod",
    "tenant.yaml:7:13 prod",
  ]);
  assert.deepEqual(
    await definitions(cursor(files["tenants/one/environment.yaml"], "production"), {
      path: "tenants/one/environment.yaml",
      files: { "tenants/one/tenant.yaml": tenant },
    }),
    ["tenant.yaml:3:3 prod"],
  );
  assert.deepEqual(await referencesOf(cursor(tenant, "Acme"), { files }), [
    "environment.yaml:1:12 acme",
    "monitoring.yaml:1:12 ACME",
    "tenant.yaml:1:12 Acme",
  ]);
  const after = await renamed(cursor(tenant, "prod"), "staging", { files });
  assert.ok(after instanceof Map);
  assert.match(after.get("file:///work/tenants/one/environment.yaml"), /name: staging/);
  assert.match(String(await renamed(cursor(tenant, "prod"), "moon", { files })), /`moon` is not possible here/);
  const extra = await renamed(cursor(tenant, "prod"), "moon", { files, settings: { extraEnvironments: ["moon"] } });
  assert.ok(extra instanceof Map, "names that settings add are possible");
});

test("files that declare the same name for themselves have two names, unless another file refers to them", async () => {
  const environment = (name: string) =>
    `environment: {name: ${name}}
infrastructure:
  networking:
    security_groups:
      - name: app
        ingress_rules: [{source: "sg:app"}]
storage:
  object_storage:
    buckets: [{name: media}]
`;
  const files = { "tenants/one/environment.staging.yaml": environment("staging") };
  const around = { path: "tenants/one/environment.production.yaml", files };
  assert.deepEqual(await referencesOf(cursor(environment("production"), "app"), around), [
    "environment.production.yaml:5:15 app",
    "environment.production.yaml:6:38 app",
  ]);
  const tenant = "tenant_id: one\nenvironments:\n  production:\n    storage: {bucket: media}\n";
  const all = { ...around, files: { ...files, "tenants/one/tenant.yaml": tenant } };
  assert.deepEqual(await referencesOf(cursor(environment("production"), "media"), all), [
    "environment.production.yaml:9:22 media",
    "environment.staging.yaml:9:22 media",
    "tenant.yaml:4:23 media",
  ]);
});

const MESSAGES = `default_locale: en
supported_locales: [en, de]
translations:
  en:
    messages: &english
      common:
        save: Save
        songs: {one: song, other: songs}
  de:
    messages:
      <<: *english
      common:
        save: Speichern
validation:
  required_keys: [common.save, "common.songs"]
  max_length: {common.save: 8, common.*: 20}
`;

test("a message is one name in all languages, and a dotted path names each of its steps", async () => {
  const around = { path: "tenants/one/localization.yaml" };
  assert.deepEqual(await referencesOf(cursor(MESSAGES, "save:"), around), [
    "localization.yaml:7:9 save",
    "localization.yaml:13:9 save",
    "localization.yaml:15:26 save",
    "localization.yaml:16:23 save",
  ]);
  assert.deepEqual(await referencesOf(cursor(MESSAGES, "common.save"), around), [
    "localization.yaml:6:7 common",
    "localization.yaml:12:7 common",
    "localization.yaml:15:19 common",
    "localization.yaml:15:33 common",
    "localization.yaml:16:16 common",
  ]);
  assert.equal(await renamedText(cursor(MESSAGES, "save: 8"), "store", around), MESSAGES.replaceAll("save", "store"));
  assert.match(
    String(await renamed(cursor(MESSAGES, "save:"), "songs", around)),
    /There is a message key `songs` already/,
  );
  assert.match(String(await renamed(cursor(MESSAGES, "save:"), "other", around)), /can not be the key of a message/);
  assert.match(String(await renamed(cursor(MESSAGES, "save:"), "a.b", around)), /can not be the key of a message/);
});

test("what aliases and merges bring in is one place, and a declaration when it is one anywhere", async () => {
  const text = `alertmanager:
  config:
    route: {receiver: &chat chat}
    receivers:
      - name: *chat
      - &base
        name: base
      - <<: *base
`;
  assert.deepEqual(await referencesOf(cursor(text, "chat\n    rec".slice(0, 4), 2), MONITORING), [
    "monitoring.yaml:3:29 chat",
  ]);
  assert.deepEqual(await referencesOf(cursor(text, "base\n      - <<"), MONITORING), ["monitoring.yaml:7:15 base"]);
  assert.equal(
    await renamedText(cursor(text, "chat}"), "talk", MONITORING),
    text.replace("&chat chat", "&chat talk"),
    "the anchor keeps its name",
  );
});

test("a name that holds a placeholder is none, and says so", async () => {
  const text = "alertmanager:\n  config:\n    receivers:\n      - name: on-${TEAM}\n";
  assert.match(String(await renamed(cursor(text, "on-$"), "x", MONITORING)), /comes from a placeholder/);
});
