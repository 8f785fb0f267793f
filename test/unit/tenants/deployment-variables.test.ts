import assert from "node:assert/strict";
import { test } from "node:test";
import { deploymentVariables } from "../../../server/src/tenants/deployment-variables.ts";

function read(values: Readonly<Record<string, string>>): ReturnType<typeof deploymentVariables> {
  return deploymentVariables(
    new Map(Object.entries(values).map(([name, value]) => [name, { value, from: "the test" }])),
  );
}

test("nothing set gives the defaults and no notice", () => {
  assert.deepEqual(read({}), {
    tenantsRoots: [],
    strict: false,
    cache: true,
    prometheusEndpoint: undefined,
    grafanaEndpoint: undefined,
    alertmanagerEndpoint: undefined,
    vaultEndpoint: undefined,
    keyProvider: undefined,
    mfaRequired: false,
    defaultLocale: undefined,
    supportedLocales: [],
    notices: [],
  });
});

test("the values of the seed are read as they stand there", () => {
  const variables = read({
    TENANT_CONFIG_PATH: "/app/config/tenant",
    SCHEMA_VALIDATION_STRICT: "true",
    CACHE_SCHEMAS: "true",
    PROMETHEUS_ENDPOINT: "http://prometheus:9090",
    GRAFANA_ENDPOINT: "http://grafana:3000",
    ALERTMANAGER_ENDPOINT: "http://alertmanager:9093",
    ENCRYPTION_KEY_PROVIDER: "vault",
    VAULT_ENDPOINT: "https://vault.company.com",
    MFA_REQUIRED: "true",
    DEFAULT_LOCALE: "en",
    SUPPORTED_LOCALES: "en,fr,de,es,it,pt,ru,zh,ja,ko,ar,he",
  });
  assert.deepEqual(variables.notices, []);
  assert.deepEqual(variables.tenantsRoots, ["/app/config/tenant"]);
  assert.equal(variables.strict, true);
  assert.equal(variables.keyProvider, "vault");
  assert.equal(variables.mfaRequired, true);
  assert.equal(variables.supportedLocales.length, 12);
});

test("values that can not be used count as not set and leave one notice each", () => {
  const variables = read({
    SCHEMA_VALIDATION_STRICT: "perhaps",
    ENCRYPTION_KEY_PROVIDER: "safe",
    VAULT_ENDPOINT: "http://vault.acme.example",
    GRAFANA_ENDPOINT: "grafana",
    SUPPORTED_LOCALES: "en, zh_TW",
  });
  assert.equal(variables.strict, false);
  assert.equal(variables.keyProvider, undefined);
  assert.equal(variables.grafanaEndpoint, undefined);
  assert.equal(variables.vaultEndpoint, "http://vault.acme.example");
  assert.deepEqual(variables.supportedLocales, ["en"]);
  const named = variables.notices.map((notice) => /^[A-Z_]+/.exec(notice)?.[0]).sort();
  assert.deepEqual(named, [
    "ENCRYPTION_KEY_PROVIDER",
    "GRAFANA_ENDPOINT",
    "SCHEMA_VALIDATION_STRICT",
    "SUPPORTED_LOCALES",
    "VAULT_ENDPOINT",
  ]);
});

test("a path list is split at its separator, and a Windows drive is part of its path", () => {
  assert.deepEqual(read({ TENANT_CONFIG_PATH: "tenants:/srv/more" }).tenantsRoots, ["tenants", "/srv/more"]);
  assert.deepEqual(read({ TENANT_CONFIG_PATH: "C:\\tenants;D:\\more" }).tenantsRoots, ["C:\\tenants", "D:\\more"]);
  assert.deepEqual(read({ TENANT_CONFIG_PATH: "C:\\tenants" }).tenantsRoots, ["C:\\tenants"]);
});
