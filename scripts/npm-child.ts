import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Receives one line of progress or output, without its line end. */
export type Log = (line: string) => void;

/** The folder of the whole project: the one with the root package.json. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The git-ignored folder for everything these scripts download, install or scratch in. */
export const downloadsRoot = path.join(projectRoot, ".vscode-test");

const oldestNode = 24;

/** Settings that say how to reach the registry; all the other settings of an outer npm are dropped. */
const keptNpmSettings = new Set(
  [
    ...["registry", "cache", "cafile", "ca", "proxy", "https_proxy", "noproxy", "strict_ssl"],
    ...["userconfig", "globalconfig"],
  ].map((name) => `npm_config_${name}`),
);

/**
 * The environment without the traces of an outer `npm run` (its configuration, lifecycle and package variables), which
 * would point an inner npm at the outer project. Registry, proxy and cache settings stay.
 */
export function cleanEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const isOuterNpm = (name: string): boolean =>
    name === "INIT_CWD" || (/^npm_/i.test(name) && !keptNpmSettings.has(name.toLowerCase()));
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isOuterNpm(name)));
}

/**
 * The Node 24 (or newer) that VS Code needs: the running one when it is new enough, else the one that the npm package
 * `node` has put into the project. Throws when there is none.
 */
export function findNode(): string {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) {
    return process.execPath;
  }
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const fromNpm = path.join(projectRoot, "node_modules", "node", "bin", binary);
  if (!existsSync(fromNpm)) {
    throw new Error(`VS Code needs Node ${oldestNode}; ${fromNpm} is missing: run "npm ci" first.`);
  }
  return fromNpm;
}

/** The command and first arguments that start npm: the outer npm's own program, else `npm` from the path. */
function npmCommand(): { command: string; first: string[]; shell: boolean } {
  const outer = process.env.npm_execpath;
  if (outer !== undefined && path.basename(outer) === "npm-cli.js" && existsSync(outer)) {
    return { command: process.execPath, first: [outer], shell: false };
  }
  return { command: "npm", first: [], shell: process.platform === "win32" };
}

/**
 * Runs npm in `folder`, which must have a package.json of its own (npm would climb to the project otherwise).
 * Tells `log` every few seconds how far it is; rejects with npm's last lines when it fails.
 */
export async function runNpm(folder: string, args: readonly string[], log: Log): Promise<void> {
  const npm = npmCommand();
  const quiet = ["--workspaces=false", "--loglevel=http", "--no-audit", "--no-fund", "--no-update-notifier"];
  const child = spawn(npm.command, [...npm.first, ...args, ...quiet], {
    cwd: folder,
    env: cleanEnvironment(),
    shell: npm.shell,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const started = Date.now();
  let fetched = 0;
  let tail = "";
  const keep = (chunk: Buffer): void => {
    const text = chunk.toString();
    fetched += text.split("http fetch").length - 1;
    tail = (tail + text).slice(-4000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const progress = setInterval(() => {
    log(`  … ${Math.round((Date.now() - started) / 1000)} s, ${fetched} downloads`);
  }, 5000);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (code !== 0) {
      throw new Error(`npm ${args.join(" ")} failed (${code}) in ${folder}:\n${tail}`);
    }
  } finally {
    clearInterval(progress);
  }
}
