import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { cleanEnvironment } from "../support/lsp-client.ts";
import { filesBelow } from "../support/temporary-folder.ts";

/** The built command line. */
export const COMMAND = fileURLToPath(new URL("../../server/dist/cli.js", import.meta.url));

/** Longest run of a command. */
const TIME_LIMIT = 20_000;

/** How a command ended and what it wrote. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line in a folder, without the tester's own variables, colours or terminal. Rejects after a time limit. */
export function runCli(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    env: cleanEnvironment(environment),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIME_LIMIT,
    killSignal: "SIGKILL",
  });
  const out: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout.on("data", (data: Buffer) => out.push(data));
  child.stderr.on("data", (data: Buffer) => error.push(data));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal) reject(new Error(`tenant-config ${args.join(" ")} was ended by ${signal} after ${TIME_LIMIT} ms`));
      else resolve({ code, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() });
    });
  });
}

/** Runs the command line and closes its output after the first bytes, as `head` does. */
export async function runUntilFirstOutput(
  folder: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly signal: string | null; readonly error: string }> {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env: cleanEnvironment() });
  let error = "";
  child.stderr.on("data", (data: Buffer) => {
    error += data.toString();
  });
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return { code, signal, error };
}

/** Every file of a folder with a hash of its bytes, in path order. */
export async function hashesOf(folder: string): Promise<readonly string[]> {
  const hash = async (file: string): Promise<string> =>
    `${file} ${createHash("sha256")
      .update(await readFile(file))
      .digest("hex")}`;
  return Promise.all([...(await filesBelow(folder))].sort().map(hash));
}
