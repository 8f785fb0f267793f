import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { COMMAND, runCli } from "../cli/run-cli.ts";
import { cleanEnvironment } from "../support/lsp-client.ts";
import { copyOfExamples, type TemporaryFolder } from "../support/temporary-folder.ts";

const SCRIPT = fileURLToPath(new URL("session.lua", import.meta.url));

/** Longest session; the script waits for each step at most 8 seconds and needs about two for all of them. */
const TIME_LIMIT = 30_000;

/** What the script writes. */
interface Session {
  readonly stage: string;
  readonly failure?: string;
  readonly client_error?: unknown;
  readonly diagnostics: readonly { line: number; code: string; severity: number; source: string }[];
  readonly action_titles: readonly string[];
  readonly before_action: string;
  readonly after_action: string;
  readonly hover: readonly string[];
  readonly symbols: readonly string[];
  readonly completions: readonly string[];
}

async function runNeovim(folder: TemporaryFolder): Promise<Session> {
  const result = join(folder.path, "result.json");
  const environment = {
    TENANT_CONFIG_NODE: process.execPath,
    TENANT_CONFIG_CLI: COMMAND,
    TENANT_CONFIG_ROOT: folder.path,
    TENANT_CONFIG_RESULT: result,
    // Neovim keeps its log and its state here instead of in the tester's home.
    XDG_CACHE_HOME: join(folder.path, ".cache"),
    XDG_STATE_HOME: join(folder.path, ".state"),
    XDG_DATA_HOME: join(folder.path, ".data"),
  };
  await promisify(execFile)("nvim", ["--headless", "-u", "NONE", "-n", "-S", SCRIPT], {
    env: cleanEnvironment(environment),
    timeout: TIME_LIMIT,
    killSignal: "SIGKILL",
  });
  return JSON.parse(await folder.read("result.json"));
}

/** The same findings by the command line: line from 0, code, and Neovim's severity, which counts like LSP's. */
async function findingsOfCli(folder: TemporaryFolder, path: string): Promise<readonly string[]> {
  await folder.write("settings.json", JSON.stringify({ "tenantConfig.rules": { "duplicate-key": "hint" } }));
  const { out } = await runCli(folder.path, ["validate", "--format", "json", "--settings", "settings.json", path]);
  const report: { files: { diagnostics: { range: { start: { line: number } }; code: string; severity: number }[] }[] } =
    JSON.parse(out);
  const [file] = report.files;
  assert.ok(file);
  return file.diagnostics.map(({ range, code, severity }) => `${range.start.line} ${code} ${severity}`);
}

/** true when Neovim is there. Without it the test is skipped with a word of advice, but in continuous integration it fails. */
function hasNeovim(t: TestContext): boolean {
  if (spawnSync("nvim", ["--version"]).status === 0) return true;
  assert.notEqual(process.env.CI, "true", "nvim is missing; continuous integration has to install neovim");
  t.skip("skipped: nvim is not on this machine; install neovim (0.7 or later) to run it");
  return false;
}

test("Neovim: diagnostics, code action, hover, symbols and completion", async (t) => {
  if (!hasNeovim(t)) return;
  const folder = await copyOfExamples(t);
  const session = await runNeovim(folder);
  assert.equal(session.failure, undefined, `at the stage: ${session.stage}`);
  assert.equal(session.client_error, undefined);
  assert.equal(session.stage, "end");

  const found = session.diagnostics.map(({ line, code, severity }) => `${line} ${code} ${severity}`);
  assert.deepEqual(found, await findingsOfCli(folder, "tenants/globex/tenant.yaml"));
  assert.ok(found.length > 15, "the tenant is full of mistakes");
  assert.deepEqual([...new Set(session.diagnostics.map(({ source }) => source))], ["tenant-config"]);
  const duplicates = session.diagnostics.filter(({ code }) => code === "duplicate-key");
  assert.deepEqual(
    duplicates.map(({ severity }) => severity),
    [4],
    "the editor's settings reached the server",
  );

  assert.deepEqual(session.action_titles, [
    "Change to `postgresql`",
    "Suppress `value-not-allowed` for this line",
    "Suppress `value-not-allowed` in this file",
    "Fix all `value-not-allowed` in this file",
    "Move the value to `${ENVIRONMENTS_PROD_DATABASE_ENGINE}` in .env.example",
    "Add the anchor `&engine`",
    "Write in double quotes",
    "Write in single quotes",
  ]);
  assert.match(session.before_action, /engine: postgres {2}#/);
  assert.equal(session.after_action, session.before_action.replace("engine: postgres ", "engine: postgresql "));

  assert.equal(session.hover[0], "**Port**");
  assert.ok(session.hover.includes("Type: a whole number · 1 to 65535 · Required"), session.hover.join("\n"));
  assert.deepEqual(session.symbols, ["tenant_id", "metadata", "environments", "features", "security", "billing"]);
  assert.deepEqual(session.completions, ["free", "basic", "pro", "enterprise"]);
});
