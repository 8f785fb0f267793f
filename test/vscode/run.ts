import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import type { PayloadEntry, RunningServer } from "../../scripts/code-server.ts";
import { openSession } from "./session.ts";

/** One run of an extension's own tests inside VS Code. */
export interface ExtensionTestOptions {
  /** Which extension host: the one in Node, or the one in the browser's worker. */
  readonly host: "node" | "web";
  /** The folder with the extension's package.json. */
  readonly extensionPath: string;
  /** The bundle that exports `run()`; it must lie inside `extensionPath`. */
  readonly testsPath: string;
  /** Copied before VS Code opens it. */
  readonly workspaceFolder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** How long the whole run may take, in milliseconds; two minutes unless given. */
  readonly timeLimit?: number;
}

/** How a run ended. */
export interface ExtensionTestResult {
  /** 0 when every test passed. */
  readonly code: number;
  /** What the tests and the extension host have printed, without what VS Code always says. */
  readonly log: readonly string[];
}

const defaultTimeLimit = 120_000;
const lastLines = 40;

/** What VS Code itself says in a browser without a network and without native modules, whatever the extension does. */
const noise = [
  /Could not locate the bindings file|Cannot find module '[^']*(build|prebuilds|\.node)/,
  /AgentHost|AccountPolicyGate|DefaultAccount|ChatModelSelection|\[chat-|authentication provider|^\[\w+\] Canceled/,
  /\[Service Worker\]|open-vsx|connection token|Creating a socket|reconnection-grace-time/,
];

/**
 * Runs an extension's tests in a real VS Code and returns its exit code. Rejects with the last log lines and the path of
 * a screenshot when the run does not end in time.
 */
export async function runExtensionTests(options: ExtensionTestOptions): Promise<ExtensionTestResult> {
  const manifest = await readManifest(options.extensionPath);
  if (options.host === "web") {
    checkWebEntries(manifest, options.testsPath);
  }
  const log: string[] = [];
  const keep = (line: string): void => {
    if (!noise.some((pattern) => pattern.test(line))) {
      log.push(line);
    }
  };
  const { promise: finished, resolve: finish } = Promise.withResolvers<number>();
  const session = await openSession({
    folder: options.workspaceFolder,
    settings: { ...options.settings, ...(options.host === "web" ? webOnly(manifest) : {}) },
    payload: (server) => payload(options, server),
    prepare: async (page) => {
      page.on("pageerror", (error) => log.push(`[page error] ${error.message}`));
      await page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => keep(logLine(type, args)));
      await page.exposeFunction("codeAutomationExit", (code: number) => finish(code));
    },
  });
  const limit = options.timeLimit ?? defaultTimeLimit;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), limit);
    });
    const code = await Promise.race([finished, late]);
    if (code === undefined) {
      throw await lateError(session.page, limit, log, session.server.output());
    }
    return { code, log };
  } finally {
    clearTimeout(timer);
    await session.close();
  }
}

interface Manifest {
  readonly id: string;
  readonly isModule: boolean;
  readonly browser: string | undefined;
}

async function readManifest(extensionPath: string): Promise<Manifest> {
  const file = path.join(extensionPath, "package.json");
  const manifest: unknown = JSON.parse(await readFile(file, "utf8"));
  const { publisher, name, type, browser } = manifest as Record<string, unknown>;
  if (typeof publisher !== "string" || typeof name !== "string") {
    throw new Error(`${file} has no publisher or no name.`);
  }
  return {
    id: `${publisher}.${name}`,
    isModule: type === "module",
    browser: typeof browser === "string" ? browser : undefined,
  };
}

/**
 * The setting that moves an extension into the web host. VS Code's page reads `extensionDevelopmentKind` and then ignores
 * it (1.139), so an extension with both entry points would run in the node host.
 */
function webOnly(manifest: Manifest): Record<string, unknown> {
  return { "remote.extensionKind": { [manifest.id]: ["web"] } };
}

/**
 * The web host takes no ECMAScript modules: under `"type": "module"` it believes every file to be one whose name does not
 * end in `.cjs`, and VS Code's own message says nothing about the reason.
 */
function checkWebEntries(manifest: Manifest, testsPath: string): void {
  if (manifest.browser === undefined) {
    throw new Error(`${manifest.id} has no "browser" entry, so it does not run in the web host.`);
  }
  const wrong = [manifest.browser, testsPath].filter((file) => !file.endsWith(".cjs"));
  if (manifest.isModule && wrong.length > 0) {
    throw new Error(
      `The package.json of ${manifest.id} says "type": "module": files for the web host must end in .cjs: ${wrong.join(", ")}`,
    );
  }
}

function payload({ host, extensionPath, testsPath }: ExtensionTestOptions, server: RunningServer): PayloadEntry[] {
  return [
    ["extensionDevelopmentPath", server.remoteUri(extensionPath)],
    ["extensionTestsPath", server.remoteUri(testsPath)],
    ...(host === "web" ? [["extensionDevelopmentKind", "web"] as const] : []),
    ["enableProposedApi", ""],
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
}

function logLine(type: string, args: readonly unknown[]): string {
  const text = args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" ");
  return type === "log" || type === "info" ? text : `[${type}] ${text}`;
}

async function lateError(page: Page, limit: number, log: readonly string[], serverOutput: string): Promise<Error> {
  const folder = await mkdtemp(path.join(tmpdir(), "tenant-config-late-"));
  const picture = path.join(folder, "screenshot.png");
  const where = await page.screenshot({ path: picture }).then(
    () => picture,
    (error: unknown) => `none (${String(error)})`,
  );
  const parts = [
    `The extension tests did not end within ${limit / 1000} s. Screenshot: ${where}`,
    `Last log lines:\n${log.slice(-lastLines).join("\n")}`,
    `Last output of the server:\n${serverOutput.split("\n").slice(-lastLines).join("\n")}`,
  ];
  return new Error(parts.join("\n"));
}
