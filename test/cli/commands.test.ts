import assert from "node:assert/strict";
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { test } from "node:test";
import type { EffectivePreview } from "../../server/src/protocol.ts";
import { BROKEN_TENANT, GOOD_TENANT } from "../protocol/documents.ts";
import { copyOfExamples, filesBelow, temporaryFolder } from "../support/temporary-folder.ts";
import { runCli } from "./run-cli.ts";

test("help and version are answers, not failures", async (t) => {
  const { path } = await temporaryFolder(t);
  const help = await runCli(path, ["--help"]);
  assert.deepEqual([help.code, help.error], [0, ""]);
  for (const command of ["validate", "preview", "rules", "lsp"])
    assert.match(help.out, new RegExp(`^  ${command}\\b`, "m"));
  const version = await runCli(path, ["--version"]);
  assert.equal(version.code, 0);
  assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
});

const WRONG: readonly (readonly [args: readonly string[], error: RegExp])[] = [
  [["validate", "--invented", "."], /unknown option '--invented'/],
  [["invented"], /unknown command 'invented'/],
  [["preview", "invented"], /unknown command 'invented'/],
  [["validate"], /missing required argument 'path'/],
  [["validate", "--format", "invented", "."], /'invented' is invalid.*pretty, json/],
  [["validate", "--rule", "range-invertd=off", "."], /no diagnostic has the code range-invertd.*range-inverted/i],
  [["validate", "--rule", "range-inverted=none", "."], /CODE=off\|hint\|info\|warning\|error/],
  [["validate", "--max-warnings", "-1", "."], /whole number/],
  [["lsp"], /required option '--stdio'/],
  [["lsp", "--stdio", "--invented"], /unknown option '--invented'/],
];

for (const [args, error] of WRONG) {
  test(`exit code 2 with a hint of help: tenant-config ${args.join(" ")}`, async (t) => {
    const { path } = await temporaryFolder(t, { "a.tenant.yaml": GOOD_TENANT });
    const run = await runCli(path, args);
    assert.deepEqual([run.code, run.out], [2, ""]);
    assert.match(run.error, error);
    assert.match(run.error, /--help/);
  });
}

const DOUBTFUL = GOOD_TENANT.replace("billing:", "billing:\n  plann: pro");

test("validate: a severity for this run, and a limit for warnings", async (t) => {
  const { path } = await temporaryFolder(t, { "a.tenant.yaml": DOUBTFUL });
  const plain = await runCli(path, ["validate", "."]);
  assert.equal(plain.code, 0);
  assert.match(plain.out, /warning .* unknown-property/);
  const strict = await runCli(path, ["validate", "--rule", "unknown-property=error", "."]);
  assert.equal(strict.code, 1);
  const off = await runCli(path, ["validate", "--rule", "unknown-property=off", "--max-warnings", "0", "."]);
  assert.deepEqual([off.code, off.error], [0, ""]);
  const limited = await runCli(path, ["validate", "--max-warnings", "0", "."]);
  assert.equal(limited.code, 1);
  assert.match(limited.error, /1 warnings? .* more than the 0/);
});

test("rules: all of them with severity and title, as text and as JSON", async (t) => {
  const { path } = await temporaryFolder(t);
  const text = await runCli(path, ["rules"]);
  assert.equal(text.code, 0);
  assert.match(text.out, /^range-inverted +error +A minimum above its maximum\.$/m);
  const { rules } = JSON.parse((await runCli(path, ["rules", "list", "--format", "json"])).out);
  assert.equal(rules.length, text.out.trimEnd().split("\n").length);
  assert.ok(rules.every(({ title }: { readonly title: string }) => title !== ""));
});

test("rules explain: why, an example and its fix; a code that does not exist is a failure with the nearest one", async (t) => {
  const { path } = await temporaryFolder(t);
  const known = await runCli(path, ["rules", "explain", "range-inverted"]);
  assert.equal(known.code, 0);
  assert.match(known.out, /min_connections: 20.*line 6, error:.*Quick fix: Swap the two values\./s);
  const unknown = await runCli(path, ["rules", "explain", "range-invertd"]);
  assert.deepEqual([unknown.code, unknown.out], [2, ""]);
  assert.match(unknown.error, /Did you mean range-inverted\?/);
});

test("messages beyond ASCII are as they are in the sources", async (t) => {
  const alert = 'tenant_specific:\n  custom_alerts:\n    - name: A\n      expr: up{job=~"(?P<a b>x)"}\n';
  const { path } = await temporaryFolder(t, { "a.monitoring.yaml": alert });
  const { out } = await runCli(path, ["validate", "."]);
  assert.match(out, /write `\(\?P<name>…\)` with letters/);
});

test("without a command: exit code 2 and the help", async (t) => {
  const { path } = await temporaryFolder(t);
  const run = await runCli(path, []);
  assert.deepEqual([run.code, run.out], [2, ""]);
  assert.match(run.error, /Usage: tenant-config/);
});

const SECRETS = GOOD_TENANT.replace("db.acme.example", "${DB_HOST}")
  .replace("schema: tenant_acme", 'schema: "{{tenant_id}}"\n      password: hunter2hunter2')
  .replace(
    "environments:",
    `  custom_fields:
    cache: redis://user:hunter2hunter2@cache.example:6379
    token: hunter2hunter2
environments:`,
  );

test("preview: as text, resolved, with the place of each value, secrets masked", async (t) => {
  const { path } = await temporaryFolder(t, {
    ".env": "DB_HOST=db.from-env.example\n",
    "tenants/acme/tenant.yaml": SECRETS,
  });
  const run = await runCli(path, ["preview", "effective", "tenants/acme/tenant.yaml", "--env", "prod"]);
  assert.deepEqual([run.code, run.error], [0, ""]);
  assert.match(run.out, /^ {6}host: db\.from-env\.example +# .*DB_HOST from `\.env`.* \(line 15\)$/m);
  assert.match(run.out, /^ {6}schema: acme +# .*tenant_id.* \(line 18\)$/m);
  assert.match(run.out, /^ {6}password: •{8} /m);
  assert.match(run.out, /^ {4}cache: "?redis:\/\/user:•{8}@cache\.example:6379"? /m);
  assert.match(run.out, /^ {4}token: •{8} /m);
  assert.equal(run.out.includes("hunter2"), false);
});

test("preview: as json", async (t) => {
  const { path } = await temporaryFolder(t, { "tenants/acme/tenant.yaml": SECRETS });
  const run = await runCli(path, ["preview", "effective", "tenants/acme/tenant.yaml", "--format", "json"]);
  assert.deepEqual([run.code, run.error], [0, ""]);
  const preview: EffectivePreview = JSON.parse(run.out);
  assert.deepEqual(Object.keys(preview), ["uri", "kind", "environments", "environment", "lines", "problems"]);
  assert.deepEqual(
    [preview.kind, preview.environments, preview.environment, preview.problems],
    ["tenant", ["production"], "production", []],
  );
  const unresolved = preview.lines.filter((line) => line.origin === "unresolved").map((line) => line.key);
  assert.deepEqual(unresolved, ["host"], "nobody said what DB_HOST is");
  assert.equal(run.out.includes("hunter2"), false);
});

test("preview: what can not be previewed is exit code 2", async (t) => {
  const { path } = await copyOfExamples(t);
  const file = "tenants/initech/tenant.yaml";
  const cases: readonly (readonly [args: readonly string[], error: string])[] = [
    [[file, "--env", "moon"], "The tenant has no environment `moon`; it has production."],
    [["nowhere.yaml"], "nowhere.yaml: no such file or folder."],
    [["tenants/initech"], "tenants/initech: is a folder; name one file."],
    [["README.md"], "README.md: is not a tenant file."],
    [[file, "--settings", "nowhere.json"], "nowhere.json: no such file or folder."],
  ];
  for (const [args, error] of cases) {
    const run = await runCli(path, ["preview", "effective", ...args]);
    assert.deepEqual(run, { code: 2, out: "", error: `tenant-config: ${error}\n` }, args.join(" "));
  }
});

test("compiled code is kept for the next run, and does not change what is found, not even when it is damaged", async (t) => {
  const { path } = await temporaryFolder(t, { "work/a.tenant.yaml": BROKEN_TENANT });
  const environment = { NODE_COMPILE_CACHE: join(path, "cache"), NODE_DISABLE_COMPILE_CACHE: "" };
  const findings = async (): Promise<string> => {
    const { code, out, error } = await runCli(join(path, "work"), ["validate", "."], environment);
    assert.deepEqual([code, error], [1, ""]);
    return out.replace(/\(\d+ ms\)/, "");
  };
  const first = await findings();
  const kept = await filesBelow(join(path, "cache"));
  const names = kept.map((file) => /^([a-z.]+)-/.exec(basename(file))?.[1]).filter((name) => name !== "chunk");
  assert.deepEqual(names.sort(), ["main", "tenant", "tenant", "tenant.schema", "validate"]);
  const times = (): Promise<readonly number[]> => Promise.all(kept.map(async (file) => (await stat(file)).mtimeMs));
  const written = await times();
  assert.equal(await findings(), first);
  assert.deepEqual(await times(), written, "the second run had no need to compile");
  for (const file of kept) await writeFile(file, "no code at all");
  assert.equal(await findings(), first);
  for (const file of kept) assert.notEqual(await readFile(file, "utf8"), "no code at all", "damaged code is made anew");
});
