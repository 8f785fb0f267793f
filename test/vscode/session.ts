import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { findBrowser, launchBrowser } from "../../scripts/browser.ts";
import {
  ensureCodeServer,
  installExtension,
  type PayloadEntry,
  type RunningServer,
  startCodeServer,
} from "../../scripts/code-server.ts";

/** What a VS Code for one test run is made of. */
export interface SessionOptions {
  /** Copied to a temporary folder, which is what VS Code opens. */
  readonly folder: string;
  /** A packaged extension to install. */
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the page asks of VS Code, made from the running server. */
  readonly payload: (server: RunningServer) => readonly PayloadEntry[];
  /** Called with the page before it goes anywhere. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A page that is loading VS Code; whoever opened it closes it. */
export interface Session {
  readonly page: Page;
  readonly server: RunningServer;
  /** The temporary copy of the folder. */
  readonly folder: string;
  /** Closes the browser, stops the server, removes the temporary folders. */
  close(): Promise<void>;
}

const viewport = { width: 1280, height: 800 };

/** Starts a VS Code server and a browser of their own and opens the page. Nothing is left behind when it fails. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const log = (line: string): void => console.error(line);
  const codeServer = await ensureCodeServer(log);
  const browserChoice = await findBrowser({ log });
  const scratch = await mkdtemp(path.join(tmpdir(), "tenant-config-e2e-"));
  const cleanUps: (() => Promise<void>)[] = [
    () => rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  ];
  const close = async (): Promise<void> => {
    for (const cleanUp of cleanUps.splice(0).reverse()) {
      await cleanUp();
    }
  };
  try {
    const folder = await copyFolder(options.folder, scratch);
    const places = { extensionsDir: path.join(scratch, "extensions"), serverDataDir: path.join(scratch, "data") };
    if (options.vsix !== undefined) {
      await installExtension(options.vsix, { codeServer, ...places });
    }
    const settings = options.settings ?? {};
    const server = await startCodeServer({ codeServer, ...places, settings, env: temporary(scratch), testing: true });
    cleanUps.push(() => server.stop());
    // Registered after the server's own hook, which kills it: nobody writes into the folder any more.
    const onExit = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
    process.once("exit", onExit);
    cleanUps.unshift(async () => void process.off("exit", onExit));
    const browser = await launchBrowser(browserChoice);
    cleanUps.push(() => browser.close());
    const page = await newPage(browser);
    await options.prepare?.(page);
    await page.goto(server.url(folder, options.payload(server)));
    return { page, server, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keeps the server's sockets out of the common temporary folder, unless their paths would be too long for a socket. */
function temporary(scratch: string): Record<string, string> {
  const longestName = "vscode-ipc-01234567-0123-0123-0123-0123456789ab.sock";
  return path.join(scratch, longestName).length < 100 ? { TMPDIR: scratch } : {};
}

/** The copy keeps the name of the folder, because people see it in the title and the explorer. */
async function copyFolder(folder: string, scratch: string): Promise<string> {
  const copy = path.join(scratch, "workspace", path.basename(path.resolve(folder)));
  await mkdir(path.dirname(copy), { recursive: true });
  await cp(folder, copy, { recursive: true });
  return copy;
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return context.newPage();
}
