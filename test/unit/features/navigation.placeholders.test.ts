import assert from "node:assert/strict";
import { test } from "node:test";
import type { Surroundings } from "./ask.ts";
import { at, definitions, referencesOf, renamed } from "./navigation.ts";

const FILES = {
  ".env": "# DB_HOST=no\r\nDB_HOST=first\r\nexport DB_HOST = db\r\nOTHER=1\r\n",
  ".env.local": "  DB_HOST=local\n",
  "tenants/one/monitoring.yaml": 'prometheus:\n  # ${DB_HOST}\n  endpoint: "http://${env:DB_HOST}:9090/${OTHER}"\n',
  "tenants/two/tenant.yaml": "tenant_id: two\nmetadata: {name: '${DB_HOST:-two}'}\n",
};
const TENANT = `tenant_id: one
metadata:
  name: One
environments:
  production:
    database: {host: "\${DB_HOST}", name: "{{tenant_id}}-$\${DB_HOST}"}
    storage: {path_prefix: "{{ tenant_id }}/{{environment}}"}
`;
const AROUND: Surroundings = { files: FILES };

function cursor(where: string, occurrence = 1): string {
  let index = -1;
  for (let found = 0; found < occurrence; found++) index = TENANT.indexOf(where, index + 1);
  assert.notEqual(index, -1, where);
  return `${TENANT.slice(0, index)}<|>${TENANT.slice(index)}`;
}

test("definition of a variable of the deployment environment: its lines in the files that set it", async () => {
  const entries = [".env.local:1:3 DB_HOST", ".env:2:1 DB_HOST", ".env:3:8 DB_HOST"];
  assert.deepEqual(await definitions(cursor("DB_HOST"), AROUND), entries);
  assert.deepEqual(await definitions(cursor("${DB_HOST"), AROUND), entries);
  assert.deepEqual(await definitions(cursor("DB_HOST"), { files: {} }), []);
});

test("references of a variable: all tenants share it; comments and escapes do not use it", async () => {
  assert.deepEqual(await referencesOf(cursor("DB_HOST"), AROUND), [
    ".env:2:1 DB_HOST",
    ".env:3:8 DB_HOST",
    ".env.local:1:3 DB_HOST",
    "monitoring.yaml:3:27 DB_HOST",
    "tenant.yaml:6:25 DB_HOST",
    "tenants/two/tenant.yaml:2:21 DB_HOST",
  ]);
});

test("rename of a variable changes its uses and the lines that set it", async () => {
  const after = await renamed(cursor("DB_HOST"), "DATABASE_HOST", AROUND);
  assert.ok(after instanceof Map);
  const changed = (text: string): string => text.replaceAll(/(?<!# |# \$\{|\$\$\{)DB_HOST/g, "DATABASE_HOST");
  const before = at(cursor("DB_HOST"), AROUND).texts;
  for (const [uri, text] of before) assert.equal(after.get(uri), changed(text), uri);
});

test("a variable does not take a name that is taken or no name, and one from elsewhere keeps its name", async () => {
  assert.equal(await renamed(cursor("DB_HOST"), "OTHER", AROUND), "There is a variable `OTHER` already.");
  assert.match(String(await renamed(cursor("DB_HOST"), "1A", AROUND)), /does not begin with a digit/);
  assert.equal(
    await renamed(cursor("DB_HOST"), "A", { environment: { DB_HOST: "x" } }),
    "`DB_HOST` comes from the process environment, which can not be changed from here.",
  );
});

test("tenant variables lead to the key they come from, and keep their names", async () => {
  assert.deepEqual(await definitions(cursor("tenant_id}}")), ["tenant.yaml:1:12 one"]);
  assert.deepEqual(await referencesOf(cursor("tenant_id }}")), [
    "tenant.yaml:1:12 one",
    "tenant.yaml:6:45 tenant_id",
    "tenant.yaml:7:32 tenant_id",
  ]);
  assert.equal(await renamed(cursor("tenant_id }}"), "x"), "`{{tenant_id}}` is a tenant variable; its name is fixed.");
  const files = {
    "tenants/one/environment.staging.yaml": "environment: {name: staging}\n",
    "tenants/one/environment.production.yaml": "environment: {name: prod}\n",
  };
  assert.deepEqual(await definitions(cursor("environment}}"), { files }), ["environment.production.yaml:1:21 prod"]);
});

const LOCALES = `default_locale: en
supported_locales: [en, de]
translations:
  de: {$file: "locales/de.yaml"}
  fr: {$file: ../../../etc/passwd}
  en: {$file: missing.yaml}
`;

test("definition of a path is the file, when it is in the workspace", async () => {
  const around = { path: "tenants/one/localization.yaml", files: { "tenants/one/locales/de.yaml": "messages: {}\n" } };
  const ask = async (where: string) => {
    const { service, document, position, workspace, settings } = at(LOCALES.replace(where, `<|>${where}`), around);
    return service.definition(document, position, workspace, settings);
  };
  assert.deepEqual(await ask("locales/"), [
    {
      originSelectionRange: { start: { line: 3, character: 15 }, end: { line: 3, character: 30 } },
      targetUri: "file:///work/tenants/one/locales/de.yaml",
      targetRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      targetSelectionRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    },
  ]);
  assert.deepEqual(await ask("missing"), []);
  assert.deepEqual(await ask("../../.."), []);
});

test("workspace symbols: names of all tenants' files that hold the query", async () => {
  const { service, workspace, settings } = at(cursor("DB_HOST"), AROUND);
  const found = await service.workspaceSymbols("TWO", workspace, settings);
  assert.deepEqual(
    found.map(({ name, containerName, location }) => [name, containerName, location.uri]),
    [["two", "tenant, tenants/two/tenant.yaml", "file:///work/tenants/two/tenant.yaml"]],
  );
  const all = await service.workspaceSymbols("", workspace, settings);
  assert.deepEqual(
    all.map(({ name }) => name),
    ["one", "production", "two"],
  );
  assert.deepEqual(await service.workspaceSymbols("nothing", workspace, settings), []);
});
