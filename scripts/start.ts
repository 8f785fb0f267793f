import { existsSync } from "node:fs";
import { cp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureCodeServer, freePort, installExtension, type RunningServer, startCodeServer } from "./code-server.ts";
import { downloadsRoot, projectRoot } from "./npm-child.ts";

const usage = `Opens VS Code in the browser with the packaged extension.
  --vsix FILE     the packaged extension
  --folder DIR    the examples to open; they are copied, so edit freely
  --port N        the port on 127.0.0.1; 8765 or the next free one by default
  --reset         makes the copy of the examples anew
  --no-wait       starts everything, then stops at once (to check that it works)`;

interface StartOptions {
  readonly vsix: string;
  readonly folder: string;
  readonly port: number;
  readonly reset: boolean;
  readonly wait: boolean;
}

const defaultPort = 8765;
const startRoot = path.join(downloadsRoot, "start");

function readOptions(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      vsix: { type: "string" },
      folder: { type: "string" },
      port: { type: "string" },
      reset: { type: "boolean", default: false },
      wait: { type: "boolean", default: true },
    },
  });
  const port = values.port === undefined ? defaultPort : Number(values.port);
  if (values.vsix === undefined || values.folder === undefined) {
    throw new Error("--vsix and --folder are needed.");
  }
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--port needs a number from 1 to 65535, not ${values.port}.`);
  }
  const [vsix, folder] = [path.resolve(values.vsix), path.resolve(values.folder)];
  for (const file of [vsix, folder]) {
    if (!existsSync(file)) {
      throw new Error(`${file} does not exist.`);
    }
  }
  return { vsix, folder, port, reset: values.reset, wait: values.wait };
}

function say(line: string): void {
  console.log(line);
}

/** A path as people read it: relative to the project when it lies inside. */
function shown(file: string): string {
  return file.startsWith(projectRoot + path.sep) ? path.relative(projectRoot, file) : file;
}

/** Copies the examples unless a copy is there already; returns the folder to open. */
async function scratchCopy(folder: string, reset: boolean): Promise<string> {
  const copy = path.join(startRoot, path.basename(folder));
  if (reset) {
    await rm(copy, { recursive: true, force: true });
  }
  if (existsSync(copy)) {
    say(`Opening your copy of the examples: ${shown(copy)} ("npm start -- --reset" makes it anew).`);
    return copy;
  }
  say(`Copying ${shown(folder)} to ${shown(copy)}, so edit freely …`);
  const unfinished = `${copy}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(folder, unfinished, { recursive: true });
  await rename(unfinished, copy);
  return copy;
}

/** Starts a VS Code with nothing in it but the packaged extension. */
async function startFresh({ vsix, port: wanted }: StartOptions): Promise<RunningServer> {
  const codeServer = await ensureCodeServer(say);
  const port = await freePort(wanted);
  if (port !== wanted) {
    say(`Port ${wanted} is taken, using ${port}.`);
  }
  const root = path.join(startRoot, `vscode-${port}`);
  await rm(root, { recursive: true, force: true });
  const folders = { extensionsDir: path.join(root, "extensions"), serverDataDir: path.join(root, "data") };
  say(`Installing ${shown(vsix)} …`);
  await installExtension(vsix, { codeServer, ...folders });
  say("Starting VS Code …");
  return startCodeServer({ codeServer, port, ...folders });
}

/** Resolves at Ctrl+C (or when this process is asked to end); listens from the moment it is called. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve());
    }
  });
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const server = await startFresh(options);
  try {
    const interrupted = interruption();
    const folder = await scratchCopy(options.folder, options.reset);
    say(`\nVS Code with the extension is ready. Open this address in a browser:\n\n  ${server.url(folder)}\n`);
    if (!options.wait) {
      return;
    }
    say("Ctrl+C stops it.");
    const ending = await Promise.race([interrupted.then(() => "asked"), server.ended.then(() => "by itself")]);
    if (ending === "by itself") {
      throw new Error(`VS Code ended. Its last output:\n${server.output()}`);
    }
    say("\nStopping VS Code …");
  } finally {
    await server.stop();
  }
}

try {
  await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  if (error instanceof TypeError || /^--/.test(message)) {
    console.error(usage);
  }
  process.exitCode = 1;
}
