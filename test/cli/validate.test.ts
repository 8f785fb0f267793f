import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { BROKEN_FINDINGS, BROKEN_TENANT, GOOD_TENANT, tenantWithPort } from "../protocol/documents.ts";
import { brief } from "../support/lsp-client.ts";
import { copyOfExamples, type TemporaryFolder, temporaryFolder } from "../support/temporary-folder.ts";
import { hashesOf, type Run, runCli, runUntilFirstOutput } from "./run-cli.ts";

const WARNED_TENANT = GOOD_TENANT.replace("  name: Acme\n", "  name: Acme\n  nick: A\n");

interface Report {
  schemaVersion: number;
  files: { path: string; kind: string; diagnostics: Parameters<typeof brief>[0] }[];
  summary: Record<string, number>;
}

function json(run: Run): Report {
  return JSON.parse(run.out);
}

/** A workspace with a good, a warned and a broken tenant, and a file of another tool. */
function workspace(t: TestContext): Promise<TemporaryFolder> {
  return temporaryFolder(t, {
    "tenants/good/tenant.yaml": GOOD_TENANT.replace("acme", "good"),
    "tenants/warned/tenant.yaml": WARNED_TENANT.replace("acme", "warned"),
    "tenants/broken/tenant.yaml": BROKEN_TENANT.replace("acme", "broken"),
    "deploy/service.yaml": "apiVersion: v1\nkind: Service\n",
  });
}

test("exit code 0 without findings and with warnings alone, 1 with errors", async (t) => {
  const { path } = await workspace(t);
  assert.deepEqual((await runCli(path, ["validate", "tenants/good/tenant.yaml"])).code, 0);
  assert.deepEqual((await runCli(path, ["validate", "tenants/warned"])).code, 0);
  const broken = await runCli(path, ["validate", "."]);
  assert.equal(broken.code, 1);
  assert.equal(broken.error, "");
});

test("files with a schema of their team are reported with the kind custom", async (t) => {
  const { path } = await temporaryFolder(t, {
    ".vscode/settings.json": '{ "tenantConfig.schemas": { "schemas/service.json": ["services/*.yaml"] } }',
    "schemas/service.json": '{ "properties": { "port": { "type": "integer" } } }',
    "services/web.yaml": "port: http\n",
    "services/named.yml": "# yaml-language-server: $schema=../schemas/service.json\nport: 80\n",
    "other.yaml": "port: http\n",
  });
  const run = await runCli(path, ["validate", "--format", "json", "."]);
  assert.equal(run.code, 1);
  assert.deepEqual(
    json(run).files.map((file) => ({ ...file, diagnostics: brief(file.diagnostics) })),
    [
      { path: "services/named.yml", kind: "custom", diagnostics: [] },
      { path: "services/web.yaml", kind: "custom", diagnostics: ["1:7-1:11 error type-mismatch"] },
    ],
  );
});

test("json: exactly the shape that other programs rely on", async (t) => {
  const { path } = await workspace(t);
  const run = await runCli(path, ["validate", "--format", "json", "tenants"]);
  assert.equal(run.error, "");
  const report = json(run);
  assert.deepEqual(Object.keys(report), ["schemaVersion", "files", "summary"]);
  assert.equal(report.schemaVersion, 1);
  assert.deepEqual(
    report.files.map((file) => ({ ...file, diagnostics: brief(file.diagnostics) })),
    [
      { path: "tenants/broken/tenant.yaml", kind: "tenant", diagnostics: BROKEN_FINDINGS },
      { path: "tenants/good/tenant.yaml", kind: "tenant", diagnostics: [] },
      { path: "tenants/warned/tenant.yaml", kind: "tenant", diagnostics: ["4:3-4:7 warning unknown-property"] },
    ],
  );
  const { durationMs, ...counts } = report.summary;
  assert.deepEqual(counts, { files: 3, errors: 3, warnings: 2, infos: 0, hints: 0 });
  assert.ok(Number.isInteger(durationMs) && (durationMs ?? -1) >= 0);
  assert.deepEqual(report.files[2]?.diagnostics[0], {
    range: { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } },
    severity: 2,
    code: "unknown-property",
    source: "tenant-config",
    message: report.files[2]?.diagnostics[0]?.message,
    data: { fix: "remove-entry" },
  });
});

test("files are reported once, in path order, relative to the working directory", async (t) => {
  const { path } = await workspace(t);
  const paths = async (folder: string, ...args: string[]): Promise<string[]> =>
    json(await runCli(folder, ["validate", "--format", "json", ...args])).files.map((file) => file.path);
  const all = ["tenants/broken/tenant.yaml", "tenants/good/tenant.yaml", "tenants/warned/tenant.yaml"];
  assert.deepEqual(await paths(path, "tenants/warned/tenant.yaml", "tenants", "./tenants/good"), all);
  assert.deepEqual(
    await paths(join(path, "deploy"), "../tenants"),
    all.map((file) => `../${file}`),
  );
  assert.deepEqual(await paths(path, path), all);
});

test("a folder is judged alike from inside and from elsewhere", async (t) => {
  const folder = await temporaryFolder(t, {
    "shop/.env": "PORT=70000\n",
    "shop/tenants/acme/tenant.yaml": tenantWithPort("${PORT}"),
    "shop/tenants/acme/environments/production.yaml": "environment: 5\n",
    "shop/tenants/solo/security.yaml": "authentication: {}\n",
    "elsewhere/readme.txt": "",
  });
  const check = async (cwd: string, path: string): Promise<readonly (readonly [string, readonly string[]])[]> => {
    const report = json(await runCli(join(folder.path, cwd), ["validate", "--format", "json", path]));
    return report.files.map((file) => [file.path.replace("../shop/", ""), brief(file.diagnostics)] as const);
  };
  const inside = await check("shop", ".");
  assert.equal(inside.length, 3);
  assert.deepEqual(await check("elsewhere", "../shop"), inside);
  assert.deepEqual(await check(".", "shop").then((files) => files.map(([path]) => path.replace("shop/", ""))), [
    "tenants/acme/environments/production.yaml",
    "tenants/acme/tenant.yaml",
    "tenants/solo/security.yaml",
  ]);
});

test("--strict and SCHEMA_VALIDATION_STRICT count warnings as errors", async (t) => {
  const { path, write } = await workspace(t);
  const strict = await runCli(path, ["validate", "--strict", "--format", "json", "tenants/warned"]);
  assert.equal(strict.code, 1);
  assert.deepEqual(brief(json(strict).files[0]?.diagnostics ?? []), ["4:3-4:7 error unknown-property"]);
  const variable = { SCHEMA_VALIDATION_STRICT: "true" };
  assert.equal((await runCli(path, ["validate", "tenants/warned"], variable)).code, 1);
  await write(".env", "SCHEMA_VALIDATION_STRICT=true\n");
  assert.equal((await runCli(path, ["validate", "tenants/warned"])).code, 1);
});

/** Output with the duration made equal for every run. */
function timeless(text: string): string {
  return text.replace(/\(\d+ ms\)/g, "(N ms)");
}

const GOLDEN = `tenants/broken/tenant.yaml:3:3 warning \`nam\` is not known in \`metadata\`. Known here: \`description\`, \`created_at\`, \`updated_at\`, \`contacts\`, \`tags\`, \`custom_fields\`. unknown-property
  3 │   nam: Acme
    │   ^^^

tenants/broken/tenant.yaml:7:12 error \`ann at acme.example\` is not an e-mail address: \`@\` is missing, write for example \`ops@acme.example\`. invalid-format
  7 │     email: ann at acme.example
    │            ^^^^^^^^^^^^^^^^^^^

tenants/broken/tenant.yaml:14:13 error \`54320000\` is out of range: at most 65535 is expected. out-of-range
  14 │       port: 54320000
     │             ^^^^^^^^

tenants/broken/tenant.yaml:20:9 error The text \`gold\` is not allowed here. Expected \`free\`, \`basic\`, \`pro\` or \`enterprise\`. value-not-allowed
  20 │   plan: gold
     │         ^^^^

✖ 1 file checked: 3 errors, 1 warning (N ms)
`;

test("pretty: without colours", async (t) => {
  const { path } = await workspace(t);
  const environments: readonly Record<string, string>[] = [{}, { NO_COLOR: "1" }, { FORCE_COLOR: "0" }];
  for (const environment of environments) {
    const run = await runCli(path, ["validate", "tenants/broken"], environment);
    assert.equal(timeless(run.out), GOLDEN);
    assert.equal(run.error, "");
  }
});

test("pretty: with colours", async (t) => {
  const { path } = await workspace(t);
  const run = await runCli(path, ["validate", "tenants/broken", "tenants/good"], { FORCE_COLOR: "1" });
  assert.equal(run.error, "");
  const start = "\u001B[";
  const colours = new RegExp(`${start.replace("[", "\\[")}\\d+m`, "g");
  assert.equal(timeless(run.out.replace(colours, "")), GOLDEN.replace("1 file checked", "2 files checked"));
  const [head, source, marks] = run.out.split("\n");
  assert.ok(head?.startsWith(`${start}36mtenants/broken/tenant.yaml:3:3${start}39m `), "the place is cyan");
  assert.ok(head?.includes(`${start}33mwarning`), "a warning is yellow");
  assert.ok(source?.startsWith(`${start}2m  3 │ ${start}22m  nam: Acme`), "the gutter is dim, the source is not");
  assert.ok(marks?.endsWith(`${start}33m^^^${start}39m`), "the marks have the colour of the severity");
  assert.ok(run.out.includes(`${start}31merror`), "an error is red");
});

test("pretty: a run without findings", async (t) => {
  const { path } = await workspace(t);
  const run = await runCli(path, ["validate", "tenants/good"]);
  assert.equal(timeless(run.out), "✔ 1 file checked, no problems (N ms)\n");
});

/** Runs on a workspace and expects exit code 2, the line in standard error, and the other file still reported. */
async function expectFailure(folder: TemporaryFolder, paths: readonly string[], line: string): Promise<void> {
  const run = await runCli(folder.path, ["validate", "--format", "json", ...paths]);
  assert.equal(run.code, 2);
  assert.equal(run.error, `tenant-config: ${line}\n`);
  assert.deepEqual(
    json(run).files.map((file) => file.path),
    ["tenants/broken/tenant.yaml"],
  );
}

test("exit code 2: a path that is not there; the others are still reported", async (t) => {
  const folder = await workspace(t);
  await expectFailure(folder, ["nowhere", "tenants/broken"], "nowhere: no such file or folder.");
});

test("exit code 2: a file that can not be read; the others are still reported", async (t) => {
  const folder = await workspace(t);
  // The superuser, who runs tests in containers, reads everything whatever its permissions say; nobody reads these two.
  const long = `${"a".repeat(300)}.tenant.yaml`;
  await expectFailure(folder, [long, "tenants/broken"], `${long}: the name is too long.`);
  await symlink("loop.tenant.yaml", join(folder.path, "loop.tenant.yaml"));
  await expectFailure(folder, ["loop.tenant.yaml", "tenants/broken"], "loop.tenant.yaml: the link points in a circle.");
});

test("links in folders are not followed, so a circle is harmless", async (t) => {
  const folder = await workspace(t);
  await symlink("..", join(folder.path, "tenants/broken/up"));
  const report = json(await runCli(folder.path, ["validate", "--format", "json", "tenants/broken"]));
  assert.equal(report.files.length, 1);
});

test("exit code 2: a file that is not UTF-8, named or found; the others are still reported", async (t) => {
  const folder = await workspace(t);
  await folder.write("latin/x.tenant.yaml", Buffer.from([...Buffer.from("metadata: {name: "), 0xe9, 0x7d, 0x0a]));
  const line = "latin/x.tenant.yaml: is not UTF-8 text.";
  await expectFailure(folder, ["latin/x.tenant.yaml", "tenants/broken"], line);
  await expectFailure(folder, ["latin", "tenants/broken"], line);
});

test("exit code 2: nothing to check", async (t) => {
  const folder = await workspace(t);
  await folder.write("empty/.keep", "");
  for (const path of ["empty", "deploy"]) {
    const run = await runCli(folder.path, ["validate", path]);
    assert.equal(run.code, 2);
    assert.equal(run.error, `tenant-config: No tenant files found in ${path}.\n`);
  }
});

test("exit code 2: a named file that is not ours, with the reason", async (t) => {
  const folder = await workspace(t);
  await expectFailure(
    folder,
    ["deploy/service.yaml", "tenants/broken"],
    "deploy/service.yaml: is not a tenant file. The content is a Kubernetes resource.",
  );
});

test("settings: of .vscode/settings.json with comments, and of a named file instead", async (t) => {
  const { path, write } = await workspace(t);
  const errors = async (...args: string[]): Promise<number | undefined> =>
    json(await runCli(path, ["validate", "--format", "json", "tenants/broken", ...args])).summary.errors;
  await write(
    ".vscode/settings.json",
    '{\n  // ours\n  "editor.tabSize": 2,\n  "tenantConfig.rules": { "out-of-range": "off" },\n}\n',
  );
  assert.equal(await errors(), 2);
  await write("other.json", '{ "tenantConfig": { "rules": { "out-of-range": "hint", "invalid-format": "info" } } }');
  assert.equal(await errors("--settings", "other.json"), 1);
});

test("settings: a file that can not be used is exit code 2", async (t) => {
  const { path, write } = await workspace(t);
  await write("broken.json", '{ "tenantConfig.rules": ');
  await write("list.json", "[]");
  const cases = [
    ["broken.json", "broken.json: is not a JSON object of settings."],
    ["list.json", "list.json: is not a JSON object of settings."],
    ["nowhere.json", "nowhere.json: no such file or folder."],
  ] as const;
  for (const [file, line] of cases) {
    const run = await runCli(path, ["validate", "tenants/good", "--settings", file]);
    assert.deepEqual(run, { code: 2, out: "", error: `tenant-config: ${line}\n` });
  }
  await write(".vscode/settings.json", "{");
  const run = await runCli(path, ["validate", "tenants/good"]);
  assert.deepEqual(
    [run.code, run.error],
    [2, "tenant-config: .vscode/settings.json: is not a JSON object of settings.\n"],
  );
});

test("settings: a bad value is a warning and falls back to the default", async (t) => {
  const { path, write } = await workspace(t);
  await write("settings.json", '{ "tenantConfig.rules": { "out-of-range": "loud", "invalid-format": "off" } }');
  const run = await runCli(path, ["validate", "--format", "json", "tenants/broken", "--settings", "settings.json"]);
  assert.equal(run.code, 1);
  assert.match(
    run.error,
    /^tenant-config: tenantConfig\.rules\["out-of-range"\]: expected one of .*, found "loud"\.\n$/,
  );
  assert.deepEqual(
    brief(json(run).files[0]?.diagnostics ?? []),
    BROKEN_FINDINGS.filter((finding) => !finding.endsWith("invalid-format")),
  );
});

test("no run changes a file", async (t) => {
  const folder = await copyOfExamples(t);
  const before = await hashesOf(folder.path);
  assert.ok(before.length > 20);
  await runCli(folder.path, ["validate", "."]);
  await runCli(folder.path, ["validate", "--strict", "--format", "json", "."]);
  await runCli(folder.path, ["preview", "effective", "tenants/acme/tenant.yaml"]);
  await runCli(folder.path, ["preview", "effective", "nowhere"]);
  assert.deepEqual(await hashesOf(folder.path), before);
});

test("a reader that closes the pipe early is no failure", async (t) => {
  const folder = await copyOfExamples(t);
  // More than a pipe holds, so that the command is still writing when its reader goes away.
  for (let copy = 0; copy < 8; copy++) {
    await folder.write(`tenants/copy${copy}/tenant.yaml`, await folder.read("tenants/globex/tenant.yaml"));
  }
  const { code, signal, error } = await runUntilFirstOutput(folder.path, ["validate", "--format", "json", "."]);
  assert.deepEqual([signal, error], [null, ""]);
  assert.ok(code === 0 || code === 1, `exit code ${code}`);
});
