import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KINDS, type Kind } from "../../../server/src/protocol.ts";
import { WITHOUT_RULES } from "../../support/without-rules.ts";
import { faults } from "./ask.ts";
import { VALID, valid } from "./valid-files.ts";

type Fault = readonly [name: string, text: string, diagnostic: string];

const provider = (lines: string): string =>
  valid(
    "security",
    "authentication: {}",
    `authentication:\n  providers:\n    - name: a\n      enabled: true\n${lines}`,
  );
const role = (lines: string): string =>
  valid("security", "authorization: {}", `authorization:\n  rbac:\n    roles:\n${lines}`);
const billing = (lines: string): string => valid("tenant", "billing: {}", `billing:\n${lines}`);

const FAULTS: Readonly<Record<Kind, readonly Fault[]>> = {
  tenant: [
    [
      "type: text",
      valid("tenant", "name: One", "name: [One]"),
      "3:9-3:14 error type-mismatch Expected text, found a list.",
    ],
    [
      "type: number",
      billing("  usage_limits: {api_calls: many}\n"),
      "19:29-19:33 error type-mismatch Expected a whole number (calls per billing cycle), found the text `many`.",
    ],
    [
      "type: boolean",
      valid("tenant", "enabled: true", "enabled: yes"),
      "10:14-10:17 error type-mismatch Expected `true` or `false`, found the text `yes`.",
    ],
    [
      "type: mapping",
      valid("tenant", "billing: {}", "billing: pro"),
      "18:10-18:13 error type-mismatch Expected a mapping (`key: value` lines), found the text `pro`.",
    ],
    [
      "type: list",
      valid("tenant", "  name: One\n", "  name: One\n  tags: a\n"),
      "4:9-4:10 error type-mismatch Expected a list, found the text `a`.",
    ],
    [
      "enum",
      billing("  plan: gold\n"),
      "19:9-19:13 error value-not-allowed The text `gold` is not allowed here. Expected `free`, `basic`, `pro` or `enterprise`.",
    ],
    [
      "enum, near a value",
      billing("  plan: enterprize\n"),
      "19:9-19:19 error value-not-allowed The text `enterprize` is not allowed here. Expected `free`, `basic`, `pro` or `enterprise`. Did you mean `enterprise`?",
    ],
    [
      "unknown key at the top",
      valid("tenant", "billing: {}", "billing: {}\nzzz: 1"),
      "19:1-19:4 error unknown-property `zzz` is not known at the top level of this file. Known here: `$schema`, `schema_version`, `gitops`.",
    ],
    [
      "unknown key nested",
      billing("  zzz: 1\n"),
      "19:3-19:6 warning unknown-property `zzz` is not known in `billing`. Known here: `plan`, `billing_cycle`, `currency`, `usage_limits`.",
    ],
    [
      "unknown key near a known one",
      billing("  plna: pro\n"),
      "19:3-19:7 warning unknown-property `plna` is not known in `billing`. Did you mean `plan`?",
    ],
    [
      "pattern",
      valid("tenant", "tenant_id: one", "tenant_id: a b c"),
      "1:12-1:17 error invalid-format `a b c` is not well-formed as this value. Expected something like `acme`.",
    ],
    [
      "format",
      billing("  currency: EURO\n"),
      "19:13-19:17 error currency `EURO` is not a currency code of ISO 4217: write `EUR`.",
    ],
    [
      "minLength",
      valid("tenant", "name: One", "name: O"),
      "3:9-3:10 error wrong-length Too short: 1 character, at least 2 are needed.",
    ],
    [
      "minLength 1",
      valid("tenant", "name: one\n", 'name: ""\n'),
      "14:13-14:15 error wrong-length `name` can not be empty.",
    ],
    [
      "maxLength",
      valid("tenant", "name: One", `name: ${"x".repeat(101)}`),
      "3:9-3:110 error wrong-length Too long: 101 characters, at most 100 are allowed.",
    ],
    [
      "minimum",
      valid("tenant", "port: 5432", "port: 0"),
      "13:13-13:14 error out-of-range `0` is out of range: at least 1 is expected.",
    ],
    [
      "maximum",
      valid("tenant", "port: 5432", "port: 70000"),
      "13:13-13:18 error out-of-range `70000` is out of range: at most 65535 is expected.",
    ],
    [
      "minProperties",
      VALID.tenant.replace(/environments:[\s\S]*(?=features)/, "environments: {}\n"),
      "8:1-8:13 error wrong-length `environments` has 0 entries; at least 1 expected.",
    ],
    [
      "propertyNames",
      valid("tenant", "  production:", "  nowhere:"),
      "9:3-9:10 error value-not-allowed The text `nowhere` is not allowed here. Expected `development`, `staging`, `production`, `test`, `dev` or `prod`.",
    ],
    [
      "required at the top",
      valid("tenant", "billing: {}\n", ""),
      "1:1-1:10 error missing-property The file lacks the required key `billing`.",
    ],
    [
      "required nested, several",
      valid("tenant", "    user_id: u1\n    email: a@one.example\n", ""),
      "4:3-4:8 error missing-property `owner` lacks the required keys `user_id` and `email`.",
    ],
    ["no value", billing("  plan:\n"), "19:3-19:7 error missing-value `plan` has no value. Expected text."],
    ["null as value", billing("  plan: ~\n"), "19:9-19:10 error missing-value `plan` has no value. Expected text."],
    [
      "a template without quotes",
      valid("tenant", "schema: one", "schema: {{tenant_id}}"),
      "15:15-15:28 error unquoted-template Without quotes `{{` starts a mapping. Put the placeholder in quotes.",
    ],
    [
      "more documents",
      `${VALID.tenant}---\nbilling: {}\n`,
      "19:1-19:4 warning multiple-documents Only the first document of a file is the configuration; this one is ignored.",
    ],
    [
      "an empty file",
      "",
      "1:1-1:1 error missing-property This tenant file is empty. It needs `tenant_id`, `metadata`, `environments`, `features`, `security`, `billing`.",
    ],
    [
      "a file of comments",
      "# later\n",
      "1:1-1:1 error missing-property This tenant file is empty. It needs `tenant_id`, `metadata`, `environments`, `features`, `security`, `billing`.",
    ],
  ],
  security: [
    [
      "enum with many values",
      provider("      type: jwt\n      config: {algorithms: [nope]}\n"),
      "6:29-6:33 warning value-not-allowed The text `nope` is not allowed here. Expected one of 13 known values.",
    ],
    [
      "not",
      valid("security", "authentication: {}", "authentication:\n  password_policy: {min_length: 12, max_age_days: 7}"),
      "2:51-2:52 error value-not-allowed The number `7` is not allowed here: Between 1 and 29 days: use `0` for no forced change, or at least 30.",
    ],
    [
      "discriminator, wrong",
      provider("      type: kerberos\n"),
      "5:13-5:21 error value-not-allowed The text `kerberos` is not allowed here. Expected `oauth2`, `oidc`, `saml`, `ldap`, `jwt` or `api_key`.",
    ],
    [
      "discriminator, a typo",
      provider("      type: smal\n"),
      "5:13-5:17 error value-not-allowed The text `smal` is not allowed here. Expected `oauth2`, `oidc`, `saml`, `ldap`, `jwt` or `api_key`. Did you mean `saml`?",
    ],
    [
      "discriminator, no text",
      provider("      type: 3\n"),
      "5:13-5:14 error type-mismatch Expected text, found the number `3`.",
    ],
    [
      "discriminator without value",
      provider("      type:\n"),
      "5:7-5:11 error missing-value `type` has no value. Expected text.",
    ],
    [
      "dependentRequired",
      provider("      type: saml\n      config:\n        entity_id: a\n        idp_sso_url: https://a.example\n"),
      "8:9-8:20 warning missing-property `idp_sso_url` needs `idp_certificate` beside it.",
    ],
    [
      "required in an item",
      role("      - name: a\n"),
      "5:9-5:13 error missing-property Role lacks the required key `permissions`.",
    ],
    [
      "an unquoted version",
      valid("security", "encryption: {}", "encryption:\n  in_transit:\n    tls_version: 1.3"),
      "5:18-5:21 warning unquoted-version `1.3` is read as a number, so digits can get lost (`1.10` becomes `1.1`). Put it in quotes.",
    ],
  ],
  environment: [
    [
      "exclusiveMinimum",
      valid(
        "environment",
        "infrastructure: {}",
        "infrastructure:\n  compute:\n    instances:\n      - {name: a, type: b, min_instances: 1, max_instances: 2, cpu: 0}",
      ),
      "8:69-8:70 error out-of-range `0` is out of range: more than 0 vCPU is expected.",
    ],
    [
      "deprecated",
      valid("environment", "security: {}", "security:\n  network_security:\n    ip_whitelist: [203.0.113.0/24]"),
      "15:5-15:17 info deprecated-field Use `ip_allowlist`, which means the same.",
    ],
  ],
  monitoring: [
    [
      "keys that exclude each other",
      valid(
        "monitoring",
        "prometheus: {}",
        "prometheus:\n  scrape_configs:\n    - job_name: a\n      basic_auth: {password: a, password_file: b}",
      ),
      "5:33-5:46 error conflicting-properties `password` and `password_file` exclude each other: keep one of them.",
    ],
  ],
  localization: [
    [
      "minItems",
      valid("localization", "[en]", "[]"),
      "2:1-2:18 error wrong-length `supported_locales` has 0 items; at least 1 expected.",
    ],
    [
      "uniqueItems",
      valid("localization", "[en]", "[en, de, en]"),
      "2:29-2:31 error duplicate-item `en` stands in this list twice; every item counts only once.",
    ],
    [
      "anyOf, nothing of it",
      valid("localization", "    metadata: {}\n    messages: {}\n    formats: {}\n", "    {}\n"),
      "4:3-4:5 error missing-property `en` needs `$file` or `metadata`, `messages` and `formats`.",
    ],
    [
      "anyOf, begun",
      valid("localization", "    formats: {}\n", ""),
      "4:3-4:5 error missing-property `en` needs `formats`.",
    ],
    [
      "format of a key",
      `${VALID.localization}  pt_BR: {metadata: {}, messages: {}, formats: {}}\n`,
      "8:5-8:6 error locale-tag `pt_BR` is not a locale: `_` can not stand in it; write a language, then optionally script and region joined by `-` (for example `en`, `pt-BR`, `zh-Hant-TW`).",
    ],
  ],
};

for (const kind of KINDS) {
  describe(`one fault in a ${kind} file is one diagnostic`, () => {
    test("none in a valid file", async () =>
      assert.deepEqual(await faults(VALID[kind], { path: `a.${kind}.yaml` }), []));
    for (const [name, text, diagnostic] of FAULTS[kind]) {
      test(name, async () =>
        assert.deepEqual(await faults(text, { path: `a.${kind}.yaml`, settings: WITHOUT_RULES }), [diagnostic]),
      );
      test(`${name}, with CRLF`, async () =>
        assert.deepEqual(
          await faults(text.replace(/\n/g, "\r\n"), { path: `a.${kind}.yaml`, settings: WITHOUT_RULES }),
          [diagnostic],
        ));
    }
  });
}

describe("faults in shared parts", () => {
  test("stand where the part is written, once for all its uses", async () => {
    const text = valid("tenant", "environments:", "x-pool: &pool\n  max_connections: none\nenvironments:").replace(
      "      schema: one\n",
      "      schema: one\n      connection_pool: *pool\n  staging:\n    enabled: true\n    database: {host: a, port: 1, name: a, schema: a, connection_pool: *pool}\n",
    );
    assert.deepEqual(await faults(text), [
      "9:20-9:24 error type-mismatch Expected a whole number (connections), found the text `none`.",
    ]);
  });

  test("merged keys count as present, their faults stand at the source", async () => {
    const text = valid(
      "tenant",
      "environments:",
      "x-db: &db\n  host: db.one.example\n  port: 0\nenvironments:",
    ).replace("      host: db.one.example\n      port: 5432\n", "      <<: *db\n");
    assert.deepEqual(await faults(text), [
      "10:9-10:10 error out-of-range `0` is out of range: at least 1 is expected.",
    ]);
  });
});

describe("around syntax errors", () => {
  test("nothing is said about the broken line or what it leaves incomplete", async () => {
    const found = await faults(`${VALID.tenant}gitops: "open\n`);
    assert.deepEqual(
      found.map((fault) => fault.split(" ")[2]),
      ["yaml-syntax"],
    );
  });

  test("faults elsewhere are still found", async () => {
    const text = valid("tenant", "  name: One\n", "  name: O\n").replace("billing: {}", 'billing: "open');
    const codes = (await faults(text)).map((fault) => fault.split(" ")[2]);
    assert.deepEqual(codes, ["wrong-length", "yaml-syntax"]);
  });
});
