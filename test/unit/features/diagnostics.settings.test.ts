import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { faults, type Surroundings } from "./ask.ts";
import { valid } from "./valid-files.ts";

/** A warning (an unknown nested key) and an error (a bad value). */
const TEXT = valid("tenant", "billing: {}", "billing:\n  plan: gold\n  zzz: 1");

async function severities(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  return (await faults(text, around)).map((fault) => fault.split(" ").slice(1, 3).join(" "));
}

describe("severities", () => {
  test("as the schema and the contract give them", async () => {
    assert.deepEqual(await severities(TEXT), ["error value-not-allowed", "warning unknown-property"]);
  });

  test("by `x-severity`: of a value that used to be free text", async () => {
    const archival = "audit:\n  enabled: true\n  events: [authentication]\n  retention: {archival: {provider: tape}}\n";
    const text = valid("security", "audit:\n  enabled: true\n  events: [authentication]\n", archival);
    assert.deepEqual(await severities(text, { path: "a.security.yaml" }), ["warning value-not-allowed"]);
  });

  test("by `x-severity` for everything below", async () => {
    const provider =
      "authentication:\n  providers:\n    - {name: a, type: ldap, enabled: true, config: {url: 'ldaps://a.example'}}";
    const text = valid("security", "authentication: {}", provider);
    assert.deepEqual(await severities(text, { path: "a.security.yaml" }), ["warning missing-property"]);
  });

  test("strict mode makes errors of warnings, from every source of variables", async () => {
    const strict = ["error value-not-allowed", "error unknown-property"];
    assert.deepEqual(await severities(TEXT, { environment: { SCHEMA_VALIDATION_STRICT: "true" } }), strict);
    assert.deepEqual(await severities(TEXT, { files: { ".env": "SCHEMA_VALIDATION_STRICT=TRUE\n" } }), strict);
    assert.deepEqual(await severities(TEXT, { settings: { env: { SCHEMA_VALIDATION_STRICT: "true" } } }), strict);
    assert.deepEqual(await severities(TEXT, { environment: { SCHEMA_VALIDATION_STRICT: "false" } }), [
      "error value-not-allowed",
      "warning unknown-property",
    ]);
  });

  test("strict mode leaves information and hints alone", async () => {
    const around = {
      environment: { SCHEMA_VALIDATION_STRICT: "true" },
      settings: { rules: { "unknown-property": "hint", "value-not-allowed": "info" } },
    } as const;
    assert.deepEqual(await severities(TEXT, around), ["info value-not-allowed", "hint unknown-property"]);
  });

  test("by rule, and off", async () => {
    const set = (severity: "off" | "hint" | "info" | "warning" | "error"): Surroundings => ({
      settings: { rules: { "unknown-property": severity } },
    });
    for (const severity of ["hint", "info", "warning", "error"] as const)
      assert.deepEqual(await severities(TEXT, set(severity)), [
        "error value-not-allowed",
        `${severity} unknown-property`,
      ]);
    assert.deepEqual(await severities(TEXT, set("off")), ["error value-not-allowed"]);
  });

  test("by rule for some files; later entries win, other files keep theirs", async () => {
    const ruleOverrides = [
      { files: "tenants/one/**", rules: { "unknown-property": "off" } },
      { files: "**/tenant.yaml", rules: { "unknown-property": "info" } },
      { files: "tenants/two/**", rules: { "value-not-allowed": "off" } },
    ] as const;
    const around = { settings: { rules: { "unknown-property": "error" }, ruleOverrides } } as const;
    assert.deepEqual(await severities(TEXT, around), ["error value-not-allowed", "info unknown-property"]);
    assert.deepEqual(await severities(TEXT, { ...around, path: "tenants/one/a.tenant.yaml" }), [
      "error value-not-allowed",
    ]);
    assert.deepEqual(await severities(TEXT, { ...around, path: "elsewhere/a.tenant.yaml" }), [
      "error value-not-allowed",
      "error unknown-property",
    ]);
  });

  test("environments of the settings are known, others are not", async () => {
    const text = valid("tenant", "  production:", "  qa:");
    assert.deepEqual(await severities(text, { settings: { extraEnvironments: ["qa"] } }), []);
    assert.deepEqual(await severities(text), ["error value-not-allowed"]);
    const environment = valid("environment", "name: production", "name: qa");
    assert.deepEqual(
      await severities(environment, { path: "a.environment.yaml", settings: { extraEnvironments: ["qa"] } }),
      [],
    );
  });
});

describe("placeholders", () => {
  const port = (value: string): string => valid("tenant", "port: 5432", `port: ${value}`);
  const cases: readonly (readonly [name: string, text: string, faults: readonly string[], around?: Surroundings])[] = [
    ["unresolved satisfies a number", port("${N}"), []],
    ["unresolved satisfies a boolean", valid("tenant", "enabled: true", "enabled: ${ON}"), []],
    ["a good default", port("${N:-5432}"), []],
    [
      "a default of the wrong type, naming its origin",
      port("${N:-abc}"),
      ["13:13-13:22 error type-mismatch Expected a whole number, found the text `abc` (resolved from N)."],
    ],
    [
      "a default out of range",
      port("${N:-0}"),
      ["13:13-13:20 error out-of-range `0` (resolved from N) is out of range: at least 1 is expected."],
    ],
    [
      "resolved from `.env`",
      port("${N}"),
      ["13:13-13:17 error type-mismatch Expected a whole number, found the text `abc` (resolved from N)."],
      { files: { ".env": "N=abc\n" } },
    ],
    ["a good value from `.env`", port("${env:N}"), [], { files: { ".env": "N=5432\n" } }],
    ["the variable wins over its default", port("${N:-abc}"), [], { files: { ".env": "N=5432\n" } }],
    [
      "partly literal in a number",
      port("54${N}"),
      ["13:13-13:19 error type-mismatch Expected a whole number, found the text `54${N}`."],
    ],
    [
      "partly literal in a boolean",
      valid("tenant", "enabled: true", "enabled: tr${N}"),
      ["10:14-10:20 error type-mismatch Expected `true` or `false`, found the text `tr${N}`."],
    ],
    ["a wildcard in a text", valid("tenant", "host: db.one.example", "host: db.${X}.example"), []],
    [
      "literal text that can never be right",
      valid("tenant", "host: db.one.example", "host: My db ${X}"),
      ["12:15-12:16 error invalid-format `My db ${X}` is not a host: ` ` can not stand in it."],
    ],
    ["tenant variables", valid("tenant", "schema: one", 'schema: "tenant_{{tenant_id}}"'), []],
    [
      "an unresolved tag of a union",
      valid(
        "security",
        "authentication: {}",
        "authentication:\n  providers:\n    - {name: a, enabled: true, type: '${TYPE}'}",
      ),
      [],
      { path: "a.security.yaml" },
    ],
    [
      "a secret reference",
      valid("tenant", "schema: one", "schema: one\n      password: vault:secret/data/one#password"),
      [],
    ],
  ];
  for (const [name, text, expected, around] of cases) {
    test(name, async () => assert.deepEqual(await faults(text, around), expected));
  }

  test("a secret's value never stands in a message", async () => {
    const text = valid("tenant", "schema: one", "schema: one\n      password: [hunter2]");
    const found = await faults(text, { files: { ".env": "P=hunter2\n" } });
    assert.equal(found.length, 1);
    assert.doesNotMatch(found[0] ?? "", /hunter2/);
  });
});
