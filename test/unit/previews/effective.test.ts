import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { type EffectivePreview, effectiveText } from "../../../server/src/service.ts";
import { open, type Surroundings, tenantFiles } from "../features/ask.ts";

const GOLDEN = new URL("../../fixtures/acme.effective.txt", import.meta.url);

async function preview(text: string, environment?: string, around: Surroundings = {}): Promise<EffectivePreview> {
  const { service, document, workspace, settings } = open(text, around);
  const shown = await service.effectivePreview(document, environment, workspace, settings);
  assert.ok(shown, "the document is a tenant file");
  return shown;
}

/** `key: value <origin: note>` per line, indented by its level. */
async function lines(text: string, environment?: string, around: Surroundings = {}): Promise<readonly string[]> {
  return (await preview(text, environment, around)).lines.map(({ level, item, key, value, origin, note }) => {
    const what = [key === undefined ? "" : `${key}:`, value ?? ""].filter((part) => part !== "").join(" ");
    return `${"  ".repeat(level)}${item ? "- " : ""}${what} <${origin}${note === undefined ? "" : `: ${note}`}>`;
  });
}

const database = (line: string): string => `environments:\n  production:\n    database:\n      ${line}\n`;

/** The line of a value in the database of production. */
async function value(line: string, around: Surroundings = {}): Promise<string | undefined> {
  return (await lines(database(line), undefined, around)).at(-1)?.trim();
}

describe("the effective configuration of an example", () => {
  const files: Readonly<Record<string, string>> = {
    ...tenantFiles("tenants/acme"),
    ".env": "DB_HOST=db.acme.example\nSPOTIFY_CLIENT_ID=acme-web-player\n",
  };
  const path = "tenants/acme/tenant.yaml";

  test("acme in production is its golden file (UPDATE_GOLDEN=1 writes it)", async () => {
    const shown = await preview(files[path] ?? "", "production", { path, files });
    const text = `${effectiveText(shown)}\n`;
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(GOLDEN, text);
    assert.equal(text, readFileSync(GOLDEN, "utf8"));
    assert.deepEqual(shown.problems, []);
    assert.deepEqual(shown.environments, ["production", "staging", "development"]);
  });

  test("every file of every example reads back as its own values", async () => {
    const all = { ...files, ...tenantFiles("tenants/initech"), ...tenantFiles("seed") };
    let compared = 0;
    for (const [name, text] of Object.entries(all)) {
      const asked = open(text, { path: name, files: all });
      const shown = await asked.service.effectivePreview(asked.document, "production", asked.workspace, asked.settings);
      if (!shown) continue;
      compared++;
      assertSame(parse(effectiveText(shown)), inEffect(parse(text, { merge: true })), name);
    }
    assert.ok(compared > 10, `${compared} files`);
  });
});

/** A file without what only holds anchors, in production, environments by their long names. */
function inEffect(written: Readonly<Record<string, unknown>>): unknown {
  const configuration = Object.fromEntries(Object.entries(written).filter(([key]) => !key.startsWith("x-")));
  const { environments } = configuration;
  if (typeof environments !== "object" || environments === null) return configuration;
  const found = Object.entries(environments).filter(([name]) => name === "production" || name === "prod");
  return { ...configuration, environments: Object.fromEntries(found.map(([, inner]) => ["production", inner])) };
}

/** Fails unless a preview has the values of a file; those that it resolves have tests of their own. */
function assertSame(shown: unknown, written: unknown, path: string): void {
  if (typeof written === "string" && /\$\{|\{\{/.test(written)) return;
  if (typeof written !== "object" || written === null) {
    assert.deepEqual(shown, written, path);
    return;
  }
  assert.ok(typeof shown === "object" && shown !== null, path);
  assert.deepEqual(Object.keys(shown).sort(), Object.keys(written).sort(), path);
  const values: Readonly<Record<string, unknown>> = { ...shown };
  for (const [key, inner] of Object.entries(written)) assertSame(values[key], inner, `${path}.${key}`);
}

describe("values", () => {
  test("written ones as they are, each with its place", async () => {
    const { lines: shown } = await preview("billing:\n  plan: pro\n  usage_limits: {users: 3}\n");
    assert.deepEqual(
      shown.map(({ level, key, value: text, source }) => [level, key, text, source.line, source.character]),
      [
        [0, "billing", undefined, 0, 0],
        [1, "plan", "pro", 1, 8],
        [1, "usage_limits", undefined, 2, 2],
        [2, "users", "3", 2, 24],
      ],
    );
  });

  test("aliases and merges say where they come from", async () => {
    const text =
      "x-a: &a\n  min_connections: 1\nenvironments:\n  production:\n    database:\n      connection_pool: *a\n    cache:\n      redis:\n        connection_pool:\n          <<: *a\n          timeout: 3\n";
    const shown = (await lines(text)).slice(1).map((line) => line.trim());
    assert.deepEqual(shown, [
      "production: <written>",
      "database: <written>",
      "connection_pool: <alias: from the anchor &a>",
      "min_connections: 1 <alias: from the anchor &a>",
      "cache: <written>",
      "redis: <written>",
      "connection_pool: <written>",
      "timeout: 3 <written>",
      "min_connections: 1 <merge: merged with <<>",
    ]);
  });

  test("variables of the deployment environment, their defaults, and unknown ones", async () => {
    const around = { files: { ".env": "H=db.example\nN=5433\n" } };
    assert.equal(await value("host: ${H}", around), "host: db.example <environment: H from `.env`>");
    assert.equal(await value("host: ${X:-a.example}", around), "host: a.example <default: X from its default>");
    assert.equal(await value("host: ${X}", around), 'host: "${X}" <unresolved: X is not known here>');
    assert.equal(
      await value("host: ${H}.${X}", around),
      'host: "db.example.${X}" <unresolved: H from `.env`; X is not known here>',
    );
    assert.equal(await value("port: ${N}", around), "port: 5433 <environment: N from `.env`>");
    assert.equal(await value("name: ${N}", around), 'name: "5433" <environment: N from `.env`>');
  });

  test("tenant variables", async () => {
    const text = `tenant_id: one\n${database('schema: "{{tenant_id}}_{{environment}}"')}`;
    assert.equal(
      (await lines(text)).at(-1)?.trim(),
      "schema: one_production <variable: {{tenant_id}} from the tenant file; {{environment}} from the environment>",
    );
  });

  test("other spellings become the canonical ones", async () => {
    const text = "environments:\n  prod:\n    storage: {container: a}\n";
    assert.deepEqual((await lines(text)).map((line) => line.trim()).slice(1), [
      "production: <written>",
      "storage: <written>",
      "bucket: a <written>",
    ]);
    const frameworks = await lines("compliance:\n  frameworks: [pci]\n", undefined, { path: "a.security.yaml" });
    assert.equal(frameworks.at(-1), "    - pci_dss <written: written as pci>");
  });
});

describe("masks", () => {
  const secret = { files: { ".env": "P=hunter2\n" } };
  const cases: readonly (readonly [name: string, text: string, last: string])[] = [
    ["a secret written out", database("password: hunter2"), "password: •••••••• <secret: a secret, hidden>"],
    ["a secret from a variable", database("password: ${env:P}"), "password: •••••••• <secret: P from `.env`>"],
    ["a secret from a default", database("password: ${Q:-hunter2}"), "password: •••••••• <secret: Q from its default>"],
    [
      "a secret through an alias",
      `x-p: &p hunter2\n${database("password: *p")}`,
      "password: •••••••• <secret: a secret, hidden>",
    ],
    [
      "a password in a URL",
      "metadata:\n  custom_fields:\n    db: https://app:hunter2@db.example/x\n",
      'db: "https://app:••••••••@db.example/x" <written>',
    ],
    [
      "a key of a free map that sounds secret",
      "metadata:\n  custom_fields:\n    api_key: hunter2\n",
      "api_key: •••••••• <secret: a secret, hidden>",
    ],
    [
      "a number under such a key",
      "metadata:\n  custom_fields:\n    token: 4711\n",
      "token: •••••••• <secret: a secret, hidden>",
    ],
    [
      "references are shown",
      database("password: vault:a/b#c"),
      'password: "vault:a/b#c" <secret: a secret, filled in at deployment>',
    ],
    [
      "an unknown variable is shown by its name",
      database("password: ${Q}"),
      'password: "${Q}" <unresolved: Q is not known here>',
    ],
  ];
  for (const [name, text, last] of cases) {
    test(name, async () => {
      const shown = await lines(text, undefined, secret);
      assert.equal(shown.at(-1)?.trim(), last);
      const own = shown.filter((line) => !line.includes("x-p"));
      assert.ok(!own.join("\n").includes("hunter2"));
    });
  }
});

describe("environments", () => {
  const text = "environments:\n  dev: {enabled: false}\n  prod: {enabled: true}\n";

  test("only the chosen one is shown, by either name, the first one without a choice", async () => {
    const production = ["environments: <written>", "  production: <written>", "    enabled: true <written>"];
    assert.deepEqual(await lines(text, "production"), production);
    assert.deepEqual(await lines(text, "prod"), production);
    assert.equal((await preview(text)).environment, "development");
    assert.deepEqual((await preview(text)).environments, ["development", "production"]);
  });

  test("one that the tenant does not have is said to be unknown", async () => {
    assert.deepEqual((await preview(text, "test")).problems, [
      "The tenant has no environment `test`; it has development, production.",
    ]);
  });

  test("other kinds are shown whole, with the environment's variables", async () => {
    const files = { "tenants/one/tenant.yaml": "tenant_id: one\nenvironments:\n  production: {}\nmetadata: {}\n" };
    const shown = await lines('global:\n  external_labels: {env: "{{environment}}"}\n', "production", {
      path: "tenants/one/monitoring.yaml",
      files,
    });
    assert.equal(shown.at(-1), "    env: production <variable: {{environment}} from the environment>");
  });
});

describe("layout", () => {
  test("lists and mappings in lists", async () => {
    const text = "metadata:\n  custom_fields:\n    list: [1, {a: 1, b: [x]}, [2, 3], [], {}]\n";
    assert.equal(
      effectiveText(await preview(text)).replace(/ +#.*$/gm, ""),
      [
        "metadata:",
        "  custom_fields:",
        "    list:",
        "      - 1",
        "      - a: 1",
        "        b:",
        "          - x",
        "      -",
        "          - 2",
        "          - 3",
        "      - []",
        "      - {}",
      ].join("\n"),
    );
  });

  test("texts that need quotes, and keys", async () => {
    const custom = {
      no: "yes",
      "a b": " x ",
      n: "1.0",
      e: "",
      t: "true",
      m: "a: b # c",
      l: "one\ntwo\n",
      u: "Zoë 🎵",
      "": 1,
      nothing: null,
    };
    const text = `metadata:\n  custom_fields: ${JSON.stringify(custom)}\n`;
    assert.deepEqual(parse(effectiveText(await preview(text))).metadata.custom_fields, custom);
  });

  test("a list at the root", async () => {
    const settings = { fileKinds: { "**": "tenant" } } as const;
    assert.deepEqual(parse(effectiveText(await preview("- a\n- b\n", undefined, { settings }))), ["a", "b"]);
  });
});

describe("files that can not be read whole", () => {
  test("an empty file", async () => {
    const shown = await preview("");
    assert.deepEqual([shown.lines, shown.problems, effectiveText(shown)], [[], [], ""]);
  });

  test("a broken one shows what could be read", async () => {
    const shown = await preview("billing:\n  plan: 'pro\n");
    assert.equal(shown.lines.length, 2);
    assert.deepEqual(shown.problems, ["The file has 1 syntax error; the preview shows what could be read."]);
  });

  test("an alias of itself", async () => {
    const shown = await preview("metadata: &a\n  custom_fields: {loop: *a}\n");
    assert.deepEqual(shown.lines, []);
    assert.deepEqual(shown.problems, [
      "The aliases of this file never end or expand to too much, so it can not be shown.",
    ]);
  });

  test("an alias of nothing", async () => {
    assert.equal((await lines("billing: *gone\n"))[0], "billing: null <unresolved: no such anchor>");
  });

  test("a file that is not ours has no preview", async () => {
    const { service, document, workspace, settings } = open("a: 1\n", { path: "notes.yaml" });
    assert.equal(await service.effectivePreview(document, undefined, workspace, settings), undefined);
  });
});
