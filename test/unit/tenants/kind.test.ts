import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS, type KindAnswer } from "../../../server/src/protocol.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../../server/src/settings.ts";
import { hasTenantExtension, isExcluded, kindOfName } from "../../../server/src/tenants/file-names.ts";
import { type FileLocation, kindOf, kindOfSchema, matchesGlob } from "../../../server/src/tenants/kind.ts";
import { parseSource } from "../../../server/src/yaml/source.ts";

/** Text that is the signature of each kind. */
const SIGNATURES: Readonly<Record<string, string>> = {
  tenant: "tenant_id: a\nmetadata: {}\nbilling: {}\n",
  monitoring: "prometheus: {}\nalertmanager: {}\n",
  security: "authentication: {}\nauthorization: {}\nencryption: {}\n",
  environment: "environment: {}\ninfrastructure: {}\n",
  localization: "default_locale: en\nsupported_locales: [en]\n",
};

interface Place {
  readonly place?: "root" | "tenant";
  readonly settings?: Partial<Settings>;
}

function kind(path: string, text: string, { place, settings }: Place = {}): KindAnswer {
  const source = parseSource(text, path.endsWith(".json") ? "json" : "yaml");
  const location: FileLocation = {
    path,
    belowTenantsRoot: place === "root",
    inTenantFolder: place === "root" || place === "tenant",
  };
  return kindOf(source, location, { ...DEFAULT_SETTINGS, ...settings });
}

/** `kind by decider`, or `none by decider`, or `none`. */
function verdict(answer: KindAnswer): string {
  return `${answer.kind ?? "none"}${answer.decidedBy ? ` by ${answer.decidedBy}` : ""}`;
}

const CERTAIN = KINDS.flatMap((name) => ["yaml", "yml", "json"].map((extension) => [name, extension] as const));
for (const [name, extension] of CERTAIN) {
  test(`a file x.${name}.${extension} is of the kind ${name} wherever it stands`, () => {
    for (const path of [`x.${name}.${extension}`, `a/b/X.${name.toUpperCase()}.${extension.toUpperCase()}`]) {
      assert.equal(verdict(kind(path, "")), `${name} by fileName`);
    }
  });
}

const AMONG_TENANTS: Readonly<Record<string, readonly string[]>> = {
  tenant: ["tenant.yaml", "tenant_config.yml", "tenants/acme.json", "a/tenants/acme.yaml", "Tenant.YAML"],
  monitoring: ["monitoring.yaml", "monitoring_config.yml", "a/b/monitoring.json"],
  security: ["security.yaml", "security_policy.yml", "security.json"],
  environment: [
    "environment.yaml",
    "environment.production.yml",
    "environments/production.json",
    "a/environments/x.yaml",
  ],
  localization: ["localization.yaml", "i18n.yml", "locales.json"],
};

for (const [name, paths] of Object.entries(AMONG_TENANTS)) {
  for (const path of paths) {
    test(`${path} is of the kind ${name} among tenants, or when its content agrees, and else not ours`, () => {
      assert.equal(verdict(kind(path, "", { place: "root" })), `${name} by fileName`);
      assert.equal(verdict(kind(path, "", { place: "tenant" })), `${name} by fileName`);
      const text = path.toLowerCase().endsWith(".json") ? "" : (SIGNATURES[name] ?? "");
      assert.equal(verdict(kind(path, text)), text === "" ? "none" : `${name} by fileName`);
      assert.equal(verdict(kind(path, "")), "none");
      assert.equal(verdict(kind(path, "x: 1\n")), "none");
    });
  }
}

test("names that are close to ours are not ours", () => {
  for (const path of [
    "tenants.yaml",
    "mytenant.yaml",
    "tenant.txt",
    "tenant.yaml.bak",
    "monitoring-config.yaml",
    "security.production.yaml",
    "environment.a.b.yaml",
    "tenants/acme/notes.yaml",
    "tenants/acme.v2.yaml",
    "environments/a/b.yaml",
    "locale.yaml",
    "tenant_configs.yaml",
    "tenant",
    "x.tenant",
  ]) {
    assert.equal(kindOfName(path), undefined, path);
    assert.equal(verdict(kind(path, "", { place: "root" })), "none", path);
  }
});

test("the more special name wins", () => {
  assert.equal(verdict(kind("tenants/monitoring.yaml", "", { place: "root" })), "monitoring by fileName");
  assert.equal(verdict(kind("environments/tenant.yaml", "", { place: "root" })), "tenant by fileName");
  assert.equal(verdict(kind("tenants/acme.security.yaml", "")), "security by fileName");
});

for (const [name, text] of Object.entries(SIGNATURES)) {
  test(`content decides for files of any other name: ${name}`, () => {
    assert.equal(verdict(kind("some.yaml", text)), `${name} by content`);
    const [first = ""] = text.split("\n");
    assert.equal(verdict(kind("some.yaml", `${first}\n`)), "none", "one key of the signature is not enough");
  });
}

const CONTENTS: readonly (readonly [text: string, verdict: string])[] = [
  ["", "none"],
  ["- 1\n", "none"],
  ["tenant_id: a\nmetadata: {}\n", "none"],
  ["tenant_id: a\nmetadata: {}\nenvironments: {}\n", "tenant by content"],
  ["environment: production\ninfrastructure: {}\n", "none"],
  ["environment:\n  name: production\ninfrastructure:\n", "environment by content"],
  [`${SIGNATURES.tenant}${SIGNATURES.localization}`, "none"],
  [`---\n${SIGNATURES.security}---\nx: 1\n`, "security by content"],
  [`x: 1\n---\n${SIGNATURES.security}`, "none"],
  ["outer:\n  prometheus: {}\n  alertmanager: {}\n", "none"],
  [`apiVersion: v1\nkind: ConfigMap\n${SIGNATURES.monitoring}`, "none"],
  [`kind: x\n${SIGNATURES.monitoring}`, "monitoring by content"],
  [`scrape_configs: []\n${SIGNATURES.monitoring}`, "none"],
  [`groups: []\n${SIGNATURES.monitoring}`, "none"],
  [`route: {}\n${SIGNATURES.monitoring}`, "none"],
  [`services: {}\n${SIGNATURES.monitoring}`, "none"],
  [`openapi: 3.1.0\n${SIGNATURES.security}`, "none"],
  ["prometheus:\n  prometheusSpec: {}\nalertmanager: {}\n", "none"],
  ["prometheus: {}\nalertmanager:\n  alertmanagerSpec: {}\n", "none"],
];

for (const [text, expected] of CONTENTS) {
  test(`content ${JSON.stringify(text)}`, () => assert.equal(verdict(kind("some.yaml", text)), expected));
}

test("a name does not make content ours that certainly belongs to another tool", () => {
  const foreign = [
    "apiVersion: v1\nkind: Pod\n",
    "scrape_configs: []\n",
    "groups: []\n",
    "route: {}\n",
    "services: {}\n",
  ];
  for (const text of [...foreign, "openapi: 3.0.0\n", "swagger: '2.0'\n"]) {
    assert.equal(verdict(kind("x.monitoring.yaml", text)), "none by fileName", text);
    assert.equal(verdict(kind("monitoring.yaml", text, { place: "root" })), "none by fileName", text);
  }
});

const MODELINES: readonly (readonly [line: string, verdict: string])[] = [
  ["# tenant-config: kind=security", "security by modeline"],
  ["#tenant-config:kind=security", "security by modeline"],
  ["  #  tenant-config:  kind=security  # why", "security by modeline"],
  ["# tenant-config: kind=none", "none by modeline"],
  ["# tenant-config: kind=unknown", "none"],
  ["# yaml-language-server: $schema=tenant-config:security", "security by modeline"],
  ["# yaml-language-server: $schema=security.schema.json", "security by modeline"],
  ["# yaml-language-server: $schema=../schemas/security.schema.json", "security by modeline"],
  ["# yaml-language-server: $schema=https://a.example/v1/security.schema.json", "security by modeline"],
  ["# yaml-language-server: $schema=https://a.example/other.schema.json", "none by modeline"],
  ["# yaml-language-server: $schema=mysecurity.schema.json", "none by modeline"],
  ["# yaml-language-server: enabled", "none"],
  ["$schema: tenant-config:security", "security by modeline"],
  ["$schema: ./schemas/security.schema.json", "security by modeline"],
  ["$schema: https://json-schema.org/draft/2020-12/schema", "none by modeline"],
  ["x: '# tenant-config: kind=security'", "none"],
];

for (const [line, expected] of MODELINES) {
  test(`the first line ${line}`, () => assert.equal(verdict(kind("some.yaml", `${line}\n`)), expected));
}

test("a modeline counts in the first ten lines, and before name and content", () => {
  const line = "# tenant-config: kind=security\n";
  assert.equal(verdict(kind("x.yaml", `${"\n".repeat(9)}${line}`)), "security by modeline");
  assert.equal(verdict(kind("x.yaml", `${"\n".repeat(10)}${line}`)), "none");
  assert.equal(verdict(kind("x.yaml", `# a\r\n${line}`)), "security by modeline");
  assert.equal(verdict(kind("x.tenant.yaml", `${line}${SIGNATURES.monitoring}`)), "security by modeline");
  assert.equal(verdict(kind("x.tenant.yaml", "# tenant-config: kind=none\n")), "none by modeline");
  assert.equal(verdict(kind("x.tenant.yaml", "# yaml-language-server: $schema=x.json\n")), "none by modeline");
});

test("`$schema` in JSON", () => {
  assert.equal(verdict(kind("x.json", '{"$schema": "tenant-config:tenant"}')), "tenant by modeline");
  assert.equal(verdict(kind("x.tenant.json", '{"$schema": "https://a.example/x.json"}')), "none by modeline");
  assert.equal(verdict(kind("x.json", '{"a": {"$schema": "tenant-config:tenant"}}')), "none");
});

test("our schemas are named by scheme or by the end of a path", () => {
  for (const name of KINDS) {
    assert.equal(kindOfSchema(`tenant-config:${name}`), name);
    assert.equal(kindOfSchema(`file:///x/${name}.schema.json`), name);
  }
  for (const uri of ["tenant-config:x", "tenant", "tenant.json", "x-tenant.schema.json", ""]) {
    assert.equal(kindOfSchema(uri), undefined, uri);
  }
});

test("the setting decides before everything else, in the order of its entries", () => {
  const fileKinds = { "conf/*.yaml": "security", "**/*.yaml": "tenant", "skip.json": "none" } as const;
  const ask = (path: string, text = ""): string => verdict(kind(path, text, { settings: { fileKinds } }));
  assert.equal(ask("conf/a.yaml", "# tenant-config: kind=monitoring\n"), "security by setting");
  assert.equal(ask("conf/b/a.monitoring.yaml"), "tenant by setting");
  assert.equal(ask("deep/skip.json"), "none by setting");
  assert.equal(ask("node_modules/a.yaml"), "tenant by setting");
  assert.equal(ask("a.monitoring.yml"), "monitoring by fileName");
});

test("globs: without a slash they mean the name, with one the path; a leading ./ or / is the workspace", () => {
  const matches: readonly (readonly [path: string, glob: string, matches: boolean])[] = [
    ["a/b/x.yaml", "x.yaml", true],
    ["a/b/x.yaml", "*.yaml", true],
    ["a/b/x.yaml", "a/*.yaml", false],
    ["a/b/x.yaml", "a/**/*.yaml", true],
    ["a/x.yaml", "a/**/*.yaml", true],
    ["a/x.yaml", "./a/*.yaml", true],
    ["a/x.yaml", "/a/*.yaml", true],
    ["b/a/x.yaml", "/a/*.yaml", false],
    [".hidden/x.yaml", "**/*.yaml", true],
    ["a/x.yml", "**/*.{yaml,yml}", true],
    ["a/X.yaml", "a/x.yaml", false],
    ["conf (1)/x.yaml", "conf (1)/x.yaml", true],
  ];
  for (const [path, glob, expected] of matches) assert.equal(matchesGlob(path, glob), expected, `${path} ${glob}`);
});

test("schemas, dependencies, version control and generated files are never ours", () => {
  for (const path of [
    "tenant.schema.json",
    "schemas/x.tenant.schema.json",
    "node_modules/p/x.tenant.yaml",
    "a/node_modules/x.tenant.yaml",
    ".git/x.tenant.yaml",
    "generated/acme/x.tenant.yaml",
    "a/generated/x.tenant.yaml",
  ]) {
    assert.equal(verdict(kind(path, "# tenant-config: kind=tenant\n")), "none by fileName", path);
  }
  assert.ok(isExcluded("out/x.yaml", "./out/"));
  assert.ok(isExcluded("a/b/x.yaml", "a/b"));
  for (const path of ["generated.tenant.yaml", "node_modules.yaml", "mygenerated/x.yaml", "out/x.yaml"]) {
    assert.ok(!isExcluded(path, "generated"), path);
  }
  assert.ok(!isExcluded("x.yaml", ""));
});

test("the answer says why, in the order of the questions", () => {
  assert.deepEqual(kind("monitoring.yaml", "x: 1\n").reasons, [
    "No entry of the setting tenantConfig.fileKinds matches this file.",
    "No comment or $schema at the top names a kind.",
    "The file name monitoring.yaml suggests the kind monitoring, but the file does not stand among tenants.",
    "The top-level keys are the signature of no kind.",
  ]);
  assert.equal(
    kind("x.yaml", `${SIGNATURES.tenant}${SIGNATURES.localization}`).reasons.at(-1),
    "The content could be of the kinds tenant and localization.",
  );
  assert.equal(
    kind("x.monitoring.yaml", "groups: []\n").reasons.at(-1),
    "The file name x.monitoring.yaml suggests the kind monitoring, but its content is a Prometheus rule file.",
  );
});

test("only three extensions are those of tenant files", () => {
  assert.deepEqual(["a.yaml", "a.YML", "a.json", "a.jsonc", "a.txt", "yaml"].map(hasTenantExtension), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
