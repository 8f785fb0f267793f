/**
 * Runs the extension's own tests in a real VS Code, in the Node host and in the web host or in those that are named. What is
 * tested is the packed extension: make it with `npm run package`.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../scripts/npm-child.ts";
import { extensionPrefix, vsixFile } from "../../scripts/package.ts";
import { addCounts, countsText, noTests, type TestCounts } from "../../scripts/test-counts.ts";
import { readZip, unpackZip } from "../../scripts/zip-file.ts";
import { runExtensionTests } from "./run.ts";

/** The two extension hosts of VS Code. */
export type Host = "node" | "web";

const hosts: readonly Host[] = ["node", "web"];
const timeLimit = 5 * 60_000;

/** Where a prepared test run lies. */
export interface PreparedTests {
  /** The unpacked extension, with the tests inside. */
  readonly extensionPath: string;
  /** The bundle of the tests for the host. */
  readonly testsPath: string;
  readonly workspaceFolder: string;
}

/** Unpacks the packed extension, bundles the tests into it and makes a workspace, all below `out/`. */
export async function prepareTests(host: Host): Promise<PreparedTests> {
  const vsix = await vsixFile();
  if (!existsSync(vsix)) {
    throw new Error(`${path.relative(projectRoot, vsix)} is missing: run "npm run package" first.`);
  }
  const root = path.join(projectRoot, "out", `vscode-${host}`);
  await rm(root, { recursive: true, force: true });
  const extensionPath = path.join(root, "extension");
  await unpackZip(await readZip(vsix), extensionPrefix, extensionPath);
  const testsPath = path.join(extensionPath, "tests.cjs");
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ["test/vscode/extension-tests/index.ts"],
    outfile: testsPath,
    bundle: true,
    platform: host === "node" ? "node" : "browser",
    target: host === "node" ? "node22" : "es2023",
    format: "cjs",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return { extensionPath, testsPath, workspaceFolder: await makeWorkspace(root) };
}

/** Files of other tools under names that ours have as well. */
const foreignFiles = [
  "kubernetes/base/tenant.yaml",
  "prometheus/rules/monitoring.yaml",
  "compose/docker-compose.yml",
  "openapi/petstore.yaml",
  "ansible/site.yml",
];

async function makeWorkspace(root: string): Promise<string> {
  const folder = path.join(root, "workspace");
  await cp(path.join(projectRoot, "examples"), folder, { recursive: true });
  for (const file of foreignFiles) {
    const target = path.join(folder, "foreign", file);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(projectRoot, "test", "fixtures", "foreign", file), target);
  }
  return folder;
}

async function runHost(host: Host): Promise<TestCounts> {
  console.log(`Extension tests in the ${host} host`);
  const { code, log } = await runExtensionTests({ host, ...(await prepareTests(host)), timeLimit });
  for (const line of log) console.log(line);
  const passed = log.filter((line) => /^ok /.test(line)).length;
  const failed = log.filter((line) => /^not ok /.test(line)).length;
  // VS Code may fail without a failed test, for example when the bundle can not be loaded.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: 0 };
}

function chosenHosts(names: readonly string[]): readonly Host[] {
  const unknown = names.filter((name) => !(hosts as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new Error(`Usage: node test/vscode/main.ts [node] [web], not: ${unknown.join(" ")}`);
  }
  return names.length === 0 ? hosts : hosts.filter((host) => names.includes(host));
}

if (import.meta.main) {
  let counts = noTests;
  for (const host of chosenHosts(process.argv.slice(2))) {
    counts = addCounts(counts, await runHost(host));
  }
  console.log(countsText(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
  if (process.send !== undefined) {
    process.send(counts);
    process.disconnect();
  }
}
