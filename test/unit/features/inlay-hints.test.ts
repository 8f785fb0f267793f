import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { InlayHint } from "vscode-languageserver-types";
import type { Settings } from "../../../server/src/service.ts";
import { manyAlerts } from "../../support/corpus.ts";
import { open, type Surroundings } from "./ask.ts";

async function ask(text: string, around: Surroundings, firstLine = 0, lines = 1_000): Promise<InlayHint[]> {
  const { service, document, workspace, settings } = open(text, around);
  const range = { start: { line: firstLine, character: 0 }, end: { line: firstLine + lines, character: 0 } };
  return service.inlayHints(document, range, workspace, settings);
}

/** Lines that have hints, as an editor shows them: the hint in brackets where it stands. */
async function hints(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  const shown = text.split(/\r?\n/);
  const found = await ask(text, around);
  for (const { position, label } of found.toReversed()) {
    const line = shown[position.line] ?? "";
    shown[position.line] = `${line.slice(0, position.character)}[${label}]${line.slice(position.character)}`;
  }
  return [...new Set(found.map(({ position }) => (shown[position.line] ?? "").trim()))];
}

const at = (kind: string, more: Surroundings = {}): Surroundings => ({ path: `tenants/one/${kind}.yaml`, ...more });
const database = (...lines: readonly string[]): string =>
  `tenant_id: one\nenvironments:\n  production:\n    database:\n${lines.map((line) => `      ${line}\n`).join("")}`;

const TEXTS: readonly (readonly [name: string, text: string, around: Surroundings, hints: readonly string[]])[] = [
  [
    "units that the key does not say",
    database("port: 5432", "connection_pool: {max_connections: 20, timeout: 30} # pool"),
    {},
    ["connection_pool: {max_connections: 20, timeout: 30[seconds]} # pool"],
  ],
  ["one of a unit", database("connection_pool: {timeout: 1}"), {}, ["connection_pool: {timeout: 1[second]}"]],
  [
    "amounts in larger units, whatever the key says",
    "regions:\n  legal_compliance:\n    DE:\n      data_retention_days: 1095\n      minimum_age: 16\n",
    at("localization"),
    ["data_retention_days: 1095[3 years]", "minimum_age: 16[years]"],
  ],
  [
    "durations in larger units, and no others",
    "global:\n  scrape_interval: 90s\n  evaluation_interval: 30s\nprometheus:\n  config:\n    retention_time: 1095d\n",
    at("monitoring"),
    ["scrape_interval: 90s[1 minute 30 seconds]", "retention_time: 1095d[3 years]"],
  ],
  [
    "schedules in words",
    "infrastructure:\n  compute:\n    instances:\n      - auto_scaling:\n          schedules:\n            - cron: '0 9 * * 1-5'\n            - cron: nonsense\n",
    at("environment"),
    ["- cron: '0 9 * * 1-5'[weekdays at 09:00]"],
  ],
  [
    "what variables stand for",
    database("host: db.{{tenant_id}}.${DOMAIN}", "name: ${UNKNOWN}", "port: ${PORT:-5432}", "username: a"),
    { files: { ".env": "DOMAIN=example.org\n" } },
    ["host: db.{{tenant_id}}.${DOMAIN}[= db.one.example.org]"],
  ],
  [
    "secrets are masked: by the schema, by the name of the variable, in an address",
    `${database("password: ${P}", "host: ${DB_PASSWORD}.x", "username: ${URL}")}`,
    { files: { ".env": "P=hunter2\nDB_PASSWORD=hunter2\nURL=https://me:hunter2@a.example\n" } },
    [
      "password: ${P}[= ••••••••]",
      "host: ${DB_PASSWORD}.x[= ••••••••.x]",
      "username: ${URL}[= https://me:••••••••@a.example]",
    ],
  ],
  [
    "variables in a long text, each where it stands",
    "tenant_id: one\nmetadata:\n  custom_fields:\n    note: |\n      For {{tenant_id}} and {{region}},\n      {{tenant_id}}\n",
    {},
    ["For {{tenant_id}}[= one] and {{region}},", "{{tenant_id}}[= one]"],
  ],
  [
    "what a merge brings in, and what an alias stands for",
    `x-db: &db\n  port: 1\n  host: &host a.example\n  name: x\n${database("<<: *db", "port: 2", "host: *host")}`,
    {},
    ["<<: *db[+ 1 key, 2 overridden]", "host: *host[= a.example]"],
  ],
  [
    "several merges",
    `x-a: &a {port: 1}\nx-b: &b {host: h, port: 2}\n${database("<<: [*a, *b]")}`,
    {},
    ["<<: [*a, *b][+ 2 keys]"],
  ],
  [
    "an alias of a secret is masked, wherever it stands",
    `${database("password: &pw hunter2", "username: *pw")}x-copy: *pw\n`,
    {},
    ["username: *pw[= ••••••••]", "x-copy: *pw[= ••••••••]"],
  ],
];

describe("inlay hints", () => {
  for (const [name, text, around, expected] of TEXTS) {
    test(name, async () => assert.deepEqual(await hints(text, around), expected));
    test(`${name}, with CRLF`, async () => {
      assert.deepEqual(await hints(text.replaceAll("\n", "\r\n"), around), expected);
    });
  }

  test("JSON", async () => {
    const text =
      '{"tenant_id": "one", "environments": {"production": {"database": {"connection_pool": {"timeout": 90}}}}}';
    const [line] = await hints(text, { path: "tenants/one/tenant.json" });
    assert.match(line ?? "", /"timeout": 90\[1 minute 30 seconds\]\}/);
  });
});

const OFF: readonly (readonly [key: keyof Settings["inlayHints"], text: string, around: Surroundings])[] = [
  ["units", database("connection_pool: {timeout: 30}"), {}],
  ["durations", "global:\n  scrape_interval: 90s\n", at("monitoring")],
  ["placeholders", database("host: ${H}"), { files: { ".env": "H=a\n" } }],
  [
    "schedules",
    "backup: {x: 1}\ninfrastructure:\n  compute:\n    instances:\n      - auto_scaling:\n          schedules:\n            - cron: '@daily'\n",
    at("environment"),
  ],
  ["merges", `x: &x {port: 1}\n${database("<<: *x")}`, {}],
];

for (const [key, text, around] of OFF) {
  test(`hints of the class ${key} can be switched off, and no other`, async () => {
    const settings = (on: boolean): Partial<Settings> => {
      const every = { units: !on, durations: !on, placeholders: !on, schedules: !on, merges: !on };
      return { inlayHints: { ...every, [key]: on } };
    };
    assert.equal((await ask(text, { ...around, settings: settings(true) })).length, 1, "only this class is on");
    assert.deepEqual(await ask(text, { ...around, settings: settings(false) }), [], "all others are on");
  });
}

test("only hints of the range are given", async () => {
  const text = manyAlerts(300).replaceAll("for: 5m", "for: 90s");
  const found = await ask(text, at("monitoring"), 1_500, 20);
  assert.deepEqual(
    found.map(({ position, label }) => [position.line, label]),
    [1_505, 1_515].map((line) => [line - 1_505 + (found[0]?.position.line ?? 0), "1 minute 30 seconds"]),
  );
  assert.ok(found.every(({ position: { line } }) => line >= 1_500 && line <= 1_520));
});
