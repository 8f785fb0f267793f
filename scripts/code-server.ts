import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { installOnce, isInstalled } from "./install-once.ts";
import { cleanEnvironment, downloadsRoot, findNode, type Log, runNpm } from "./npm-child.ts";
import { ownTree } from "./process-tree.ts";

/** The npm release of VS Code for the browser: 4.x.y is VS Code 1.x.y. */
export const codeServerVersion = "4.139.1";

/** Where a VS Code server keeps what it is told to keep. */
export interface ServerFolders {
  readonly extensionsDir: string;
  readonly serverDataDir: string;
}

/** How to start a server. */
export interface ServerOptions extends ServerFolders {
  /** The folder that `ensureCodeServer` returned. */
  readonly codeServer: string;
  /** A free port is chosen when left out. */
  readonly port?: number;
  /** User settings, written to the server data folder before the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets a page ask for a development extension and a test run through its payload. */
  readonly testing?: boolean;
  /** Additional variables for the server and its extension hosts. */
  readonly env?: Readonly<Record<string, string>>;
}

/** One thing a page asks of VS Code, for example `["skipWelcome", "true"]`. */
export type PayloadEntry = readonly [key: string, value: string];

/** A VS Code that answers on 127.0.0.1; whoever started it stops it. */
export interface RunningServer {
  readonly port: number;
  /** The address of VS Code on an absolute folder, with an optional payload (only read when `testing` is on). */
  url(folder: string, payload?: readonly PayloadEntry[]): string;
  /** A file of this machine as the page names it, for payload values. */
  remoteUri(file: string): string;
  /** What the server has printed lately. */
  output(): string;
  /** Resolves when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  /** Ends the server with all its child processes; does nothing when it has ended already. */
  stop(): Promise<void>;
}

const host = "127.0.0.1";
const startLimit = 60_000;
const keptOutput = 20_000;
const run = promisify(execFile);

/** Settings that every VS Code of ours starts with: nothing asks, greets or calls home. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "workbench.startupEditor": "none",
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
};

/**
 * Installs VS Code for the browser from npm unless it is there, without native builds, and returns its `lib/vscode`
 * folder. A half-finished install is redone. Rejects with npm's last lines when the install fails.
 */
export async function ensureCodeServer(log: Log): Promise<string> {
  const folder = path.join(downloadsRoot, `code-server-${codeServerVersion}`);
  const vscode = path.join(folder, "node_modules", "code-server", "lib", "vscode");
  if (isInstalled(folder)) {
    return vscode;
  }
  const install = async (): Promise<void> => {
    log(`Installing VS Code for the browser (600 MB, once) into ${folder} …`);
    await writeFile(path.join(folder, "package.json"), '{ "private": true }\n');
    await runNpm(folder, ["install", "--ignore-scripts", "--save-exact", `code-server@${codeServerVersion}`], log);
    log("  … VS Code is unpacked, now the packages it uses");
    await runNpm(vscode, ["install", "--omit=dev", "--ignore-scripts"], log);
    log("  … done");
  };
  await installOnce({ folder, log, install });
  return vscode;
}

function serverMain(codeServer: string): string {
  return path.join(codeServer, "out", "server-main.js");
}

function folderArguments({ extensionsDir, serverDataDir }: ServerFolders): string[] {
  return ["--extensions-dir", extensionsDir, "--server-data-dir", serverDataDir, "--accept-server-license-terms"];
}

/**
 * Installs a packaged extension into the extensions folder; needs an installed VS Code (`ensureCodeServer`).
 * Rejects with the output of VS Code when it refuses the package.
 */
export async function installExtension(
  vsix: string,
  folders: ServerFolders & { readonly codeServer: string },
): Promise<void> {
  if (!existsSync(vsix)) {
    throw new Error(`There is no packaged extension at ${vsix}.`);
  }
  const main = serverMain(folders.codeServer);
  const args = [main, "--install-extension", path.resolve(vsix), "--force", ...folderArguments(folders)];
  const { stdout, stderr } = await run(findNode(), args, { env: cleanEnvironment(), timeout: startLimit });
  if (!/successfully installed/.test(stdout)) {
    throw new Error(`VS Code did not install ${vsix}:\n${stdout}\n${stderr}`);
  }
}

/**
 * Starts VS Code on 127.0.0.1 and resolves when its page can be opened. Rejects with the server's output when it ends
 * or is silent for a minute. The caller stops it; when this process exits first, the server is killed with it.
 */
export async function startCodeServer(options: ServerOptions): Promise<RunningServer> {
  await writeSettings(options.serverDataDir, { ...quietSettings, ...options.settings });
  await mkdir(options.extensionsDir, { recursive: true });
  const port = options.port ?? (await freePort());
  const token = randomUUID();
  const child = spawn(findNode(), serverArguments(options, port, token), {
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const output = collectOutput(child);
  const tree = ownTree(child);
  try {
    await untilReady(child, tree.ended, output);
  } catch (error) {
    await tree.stop();
    throw error;
  }
  return {
    port,
    output,
    url: (folder, payload = []) => pageUrl(port, token, folder, payload),
    remoteUri: (file) => `vscode-remote://${host}:${port}${encodeURI(slashed(file))}`,
    ...tree,
  };
}

/** The token keeps other pages and users of this machine out: whoever reaches a VS Code server can run programs. */
function serverArguments(options: ServerOptions, port: number, token: string): string[] {
  return [
    serverMain(options.codeServer),
    ...["--host", host, "--port", String(port), "--connection-token", token],
    ...["--telemetry-level", "off", "--disable-workspace-trust"],
    ...folderArguments(options),
    ...(options.testing === true ? ["--enable-smoke-test-driver"] : []),
  ];
}

async function writeSettings(serverDataDir: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const folder = path.join(serverDataDir, "data", "User");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "settings.json"), `${JSON.stringify(settings, undefined, 2)}\n`);
}

/** A path as a URL writes it: forward slashes, one in front. */
function slashed(file: string): string {
  const forward = path.resolve(file).split(path.sep).join("/");
  return forward.startsWith("/") ? forward : `/${forward}`;
}

function pageUrl(port: number, token: string, folder: string, payload: readonly PayloadEntry[]): string {
  const query = new URLSearchParams({ tkn: token, folder: slashed(folder) });
  if (payload.length > 0) {
    query.set("payload", JSON.stringify(payload));
  }
  return `http://${host}:${port}/?${query.toString().replaceAll("%2F", "/").replaceAll("+", "%20")}`;
}

/** A port that is free now: the first of `wanted` and its followers when given, else any. */
export async function freePort(wanted?: number): Promise<number> {
  for (const port of wanted === undefined ? [0] : Array.from({ length: 50 }, (_, index) => wanted + index)) {
    const free = await tryPort(port);
    if (free !== undefined) {
      return free;
    }
  }
  throw new Error(`No free port from ${wanted} on.`);
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}

function collectOutput(child: ChildProcess): () => string {
  let text = "";
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-keptOutput);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.once("error", (error) => keep(Buffer.from(`${error.message}\n`)));
  return () => text;
}

function untilReady(child: ChildProcess, ended: Promise<void>, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`VS Code ${why}. Its output:\n${output()}`));
    const limit = setTimeout(() => fail(`was not ready after ${startLimit / 1000} s`), startLimit);
    const check = (): void => {
      if (output().includes("Web UI available")) {
        clearTimeout(limit);
        resolve();
      }
    };
    child.stdout?.on("data", check);
    void ended.then(() => {
      clearTimeout(limit);
      fail(`ended at its start (exit code ${child.exitCode})`);
    });
  });
}
