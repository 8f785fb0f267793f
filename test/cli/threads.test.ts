import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import { batchCheck } from "../../server/src/cli/check-batch.ts";
import type { Output } from "../../server/src/cli/output.ts";
import type { FormatName } from "../../server/src/cli/report-format.ts";
import { validateCommand } from "../../server/src/cli/validate.ts";
import { workerLane } from "../../server/src/cli/worker-lane.ts";
import { DEFAULT_SETTINGS } from "../../server/src/service.ts";
import { BROKEN_TENANT, GOOD_TENANT } from "../protocol/documents.ts";
import { cleanEnvironment } from "../support/lsp-client.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/temporary-folder.ts";
import { COMMAND, type Run, runCli, runUntilFirstOutput } from "./run-cli.ts";

/** Enough for a dozen batches. */
const TENANTS = 450;

const MONITORING =
  "prometheus:\n  enabled: true\nalertmanager:\n  enabled: true\ntenant_specific:\n  tenant_id: acme\n";

/** Tenants of one to three files, good and broken ones in turn, with files of others and one that can not be read in between. */
async function manyTenants(t: TestContext): Promise<TemporaryFolder> {
  const folder = await temporaryFolder(t, { ".env": "PORT=70000\n" });
  for (let number = 0; number < TENANTS; number++) {
    const tenant = `tenants/t${String(number).padStart(3, "0")}`;
    await folder.write(`${tenant}/tenant.yaml`, number % 3 === 0 ? BROKEN_TENANT : GOOD_TENANT);
    if (number % 4 === 0) await folder.write(`${tenant}/monitoring.yaml`, MONITORING);
    if (number % 5 === 0) await folder.write(`${tenant}/chart.yaml`, "apiVersion: v1\nkind: Service\n");
  }
  await folder.write("tenants/t200/latin.tenant.yaml", Buffer.from([0x61, 0x3a, 0xe9]));
  return folder;
}

/** A run with the duration made equal for every run. */
function timeless(run: Run): Run {
  return { ...run, out: run.out.replace(/\(\d+ ms\)/, "(N ms)").replace(/"durationMs": \d+/, '"durationMs": 0') };
}

test("one thread and many write the same bytes, with a file in the middle that can not be read", async (t) => {
  const { path } = await manyTenants(t);
  for (const format of ["json", "pretty"]) {
    const run = async (...args: string[]): Promise<Run> =>
      timeless(await runCli(path, ["validate", "--format", format, ...args, "."]));
    const one = await run("--threads", "1");
    assert.equal(one.code, 2);
    assert.equal(one.error, "tenant-config: tenants/t200/latin.tenant.yaml: is not UTF-8 text.\n");
    assert.match(one.out, /tenants\/t449\/tenant\.yaml|tenants\/t447\/tenant\.yaml/);
    // In two parts, because the message of a difference in one text of this size takes minutes to make.
    for (const many of [await run("--threads", "2"), await run("--threads", "5"), await run()]) {
      assert.ok(
        many.out === one.out,
        `${format}: ${many.out.length} characters, not the ${one.out.length} of one thread`,
      );
      assert.deepEqual([many.code, many.error], [one.code, one.error]);
    }
  }
});

test("the files of many threads are in path order, each once", async (t) => {
  const { path } = await manyTenants(t);
  const run = await runCli(path, ["validate", "--format", "json", "--threads", "3", "."]);
  const report: { files: { path: string }[]; summary: { files: number } } = JSON.parse(run.out);
  const paths = report.files.map((file) => file.path);
  assert.deepEqual(paths, [...new Set(paths)].sort());
  assert.equal(paths.length, TENANTS + Math.ceil(TENANTS / 4));
  assert.equal(report.summary.files, paths.length);
});

test("the built worker answers as the main thread would", async (t) => {
  const { path } = await temporaryFolder(t, { "a.tenant.yaml": BROKEN_TENANT, "b.tenant.yaml": GOOD_TENANT });
  const folders = [pathToFileURL(path).href];
  const plan = { workingDirectory: path, folders, settings: DEFAULT_SETTINGS, format: "pretty", colour: true } as const;
  const batch = ["a.tenant.yaml", "b.tenant.yaml", "nowhere.yaml"].map((file) => ({ path: file, named: true }));
  const lane = workerLane(new URL("./cli/start-worker.cjs", pathToFileURL(COMMAND)), plan);
  t.after(() => lane.end());
  const answers = await Promise.all([lane.check(batch), lane.check(batch.slice(1))]);
  const check = batchCheck(plan);
  // A worker that could not start would leave both undone, and nobody would notice but for the time.
  assert.deepEqual(answers, [await check(batch), await check(batch.slice(1))]);
});

/** What a command wrote into an {@link Output} of the test. */
interface Captured {
  out: string;
  error: string;
}

/** Runs `validate` within this process on two workers that run another script. */
async function validateWith(
  folder: string,
  script: URL,
  format: FormatName,
): Promise<Captured & { readonly code: number }> {
  const captured: Captured = { out: "", error: "" };
  const output: Output = {
    workingDirectory: folder,
    colour: false,
    outIsTerminal: false,
    errorIsTerminal: false,
    write: async (text) => {
      captured.out += text;
    },
    error: (text) => {
      captured.error += text;
    },
  };
  const options = {
    format,
    strict: false,
    settings: undefined,
    rule: {},
    maxWarnings: undefined,
    threads: 2,
    progress: true,
  };
  return { code: await validateCommand(["."], options, output, script), ...captured };
}

const CRASHING = new URL("./crashing-worker.ts", import.meta.url);

test("a worker that crashes is one error; everything else is reported all the same", async (t) => {
  const folder = await manyTenants(t);
  await folder.write("tenants/t100/crash.yaml", "x: 1\n");
  const run = await validateWith(folder.path, CRASHING, "json");
  assert.equal(run.code, 2);
  const [crash, latin, ...others] = run.error.split("\n");
  assert.match(
    crash ?? "",
    /^tenant-config: tenants\/t\d+\/\w+\.yaml and \d+ more: could not be checked: the thread that checked them ended \(exit code 7\)\.$/,
  );
  assert.deepEqual([latin, ...others], ["tenant-config: tenants/t200/latin.tenant.yaml: is not UTF-8 text.", ""]);
  const { files } = JSON.parse(run.out) as { files: { path: string }[] };
  const paths = new Set(files.map((file) => file.path));
  const missing = Array.from(
    { length: TENANTS },
    (_, number) => `tenants/t${String(number).padStart(3, "0")}/tenant.yaml`,
  );
  const lost = missing.filter((path) => !paths.has(path));
  assert.ok(
    lost.length > 0 && lost.length < 50 && lost.includes("tenants/t100/tenant.yaml"),
    `${lost.length} files lost`,
  );
});

test("when every worker crashes the main thread does the rest", async (t) => {
  const folder = await manyTenants(t);
  // In every batch that is sent at the start, so that each of the two meets one.
  for (let number = 0; number < 100; number++) {
    await folder.write(`tenants/t${String(number).padStart(3, "0")}/crash.yaml`, "x: 1\n");
  }
  const run = await validateWith(folder.path, CRASHING, "pretty");
  assert.equal(run.code, 2);
  assert.equal(run.error.match(/exit code 7/g)?.length, 2);
  assert.match(run.out, /tenants\/t300\/tenant\.yaml:/);
});

test("workers that can not start take nothing with them", async (t) => {
  const folder = await manyTenants(t);
  const nowhere = new URL("./no-such-worker.ts", import.meta.url);
  const worker = new URL("../../server/src/cli/check-worker.ts", import.meta.url);
  const without = await validateWith(folder.path, nowhere, "json");
  const usual = await validateWith(folder.path, worker, "json");
  const at = (text: string): string => text.slice(0, text.indexOf('"durationMs"'));
  assert.ok(at(without.out) === at(usual.out), "the same report");
  assert.deepEqual([without.code, without.error], [usual.code, usual.error]);
});

test("a reader that closes the pipe early ends the workers too", async (t) => {
  const { path } = await manyTenants(t);
  const { code, signal, error } = await runUntilFirstOutput(path, [
    "validate",
    "--threads",
    "2",
    "--format",
    "json",
    ".",
  ]);
  assert.deepEqual([code, signal, error], [0, null, ""]);
});

test("exit code 2: an output that can not be written", {
  skip: !existsSync("/dev/full") && "needs /dev/full",
}, async (t) => {
  const { path } = await temporaryFolder(t, { "a.tenant.yaml": GOOD_TENANT });
  const full = openSync("/dev/full", "w");
  t.after(() => closeSync(full));
  const run = spawnSync(process.execPath, [COMMAND, "validate", "."], {
    cwd: path,
    env: cleanEnvironment(),
    stdio: ["ignore", full, "pipe"],
    encoding: "utf8",
  });
  assert.equal(run.status, 2);
  assert.match(run.stderr, /^tenant-config: The output can not be written: ENOSPC.*\n$/);
});

test("an interrupt ends the command with its workers", async (t) => {
  const { path } = await manyTenants(t);
  const child = spawn(process.execPath, [COMMAND, "validate", "--threads", "2", "--format", "json", "."], {
    cwd: path,
    env: cleanEnvironment(),
  });
  await once(child.stdout, "data");
  // Nobody reads on, so the command can not come to its end by itself.
  child.stdout.pause();
  child.kill("SIGINT");
  const [, signal] = await once(child, "exit");
  assert.equal(signal, "SIGINT");
});

for (const count of ["0", "65", "1.5", "many", ""]) {
  test(`--threads ${JSON.stringify(count)} is not a number of threads`, async (t) => {
    const { path } = await temporaryFolder(t, { "a.tenant.yaml": GOOD_TENANT });
    const run = await runCli(path, ["validate", "--threads", count, "."]);
    assert.deepEqual([run.code, run.out], [2, ""]);
    assert.match(run.error, /--threads.*Expected a number from 1 to 64\./);
  });
}

/** The command on a terminal of its own, which `script` of util-linux makes; what both streams wrote, as the terminal got it. */
function onTerminal(folder: string, command: string): string {
  const environment = cleanEnvironment({ TERM: "xterm" });
  const run = spawnSync("script", ["-qec", command, "/dev/null"], { cwd: folder, env: environment, encoding: "utf8" });
  return run.stdout.replaceAll("\r\u001B[2K", "<erase>");
}

const HAS_SCRIPT = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true;

test("progress is on the terminal alone", { skip: !HAS_SCRIPT && "needs `script` of util-linux" }, async (t) => {
  const { path } = await manyTenants(t);
  const validate = `"${process.execPath}" "${COMMAND}" validate --threads 2`;
  const watched = onTerminal(path, `${validate} .`);
  assert.match(watched, /<erase>Checked [\d,]+ files …/);
  assert.match(watched, /<erase>(?:(?!Checked \d).)*files checked: /s, "the line is erased before the summary");
  assert.doesNotMatch(onTerminal(path, `${validate} --no-progress .`), /Checked /);
  assert.doesNotMatch(onTerminal(path, `CI=true ${validate} .`), /Checked /);
  assert.doesNotMatch(onTerminal(path, `${validate} --format json .`), /Checked /);
  assert.match(onTerminal(path, `${validate} --format json . > report.json`), /Checked /);
  assert.doesNotMatch(onTerminal(path, `${validate} . 2> errors.txt`), /Checked \d/);
});
