import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "./npm-child.ts";

/** What `installOnce` needs to know. */
export interface InstallOptions {
  /** The folder that `install` fills; removed and filled anew when an earlier attempt did not finish. */
  readonly folder: string;
  /** Told that somebody else is installing the same thing. */
  readonly log: Log;
  /** Fills the folder, which exists and is empty. */
  readonly install: () => Promise<void>;
}

const markerName = "installed.ok";

/** Whether the folder was filled completely by an earlier `installOnce`. */
export function isInstalled(folder: string): boolean {
  return existsSync(path.join(folder, markerName));
}

/**
 * Fills a folder exactly once. The marker is written last, so a folder without one is a half-finished install: it is
 * redone. A lock beside the folder keeps two processes from installing at once; a lock whose owner is gone is ignored.
 */
export async function installOnce({ folder, log, install }: InstallOptions): Promise<void> {
  if (isInstalled(folder)) {
    return;
  }
  await mkdir(path.dirname(folder), { recursive: true });
  const lock = `${folder}.lock`;
  await takeLock(lock, log);
  try {
    if (isInstalled(folder)) {
      return;
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    await mkdir(folder, { recursive: true });
    await install();
    await writeFile(path.join(folder, markerName), `${new Date().toISOString()}\n`);
  } finally {
    await rm(lock, { force: true });
  }
}

/** Waits until this process owns the lock file, which holds the id of its owner. */
async function takeLock(lock: string, log: Log): Promise<void> {
  let told = false;
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (!isErrorCode(error, "EEXIST")) {
        throw error;
      }
    }
    const owner = await lockOwner(lock);
    if (owner !== undefined && !isRunning(owner)) {
      await rm(lock, { force: true });
      continue;
    }
    if (!told) {
      log(`Another process (${owner ?? "unknown"}) is installing the same; waiting for it. (Lock: ${lock})`);
      told = true;
    }
    await delay(250);
  }
}

/** The owner of the lock: undefined when there is no lock any more, or none with an owner yet. */
async function lockOwner(lock: string): Promise<number | undefined> {
  try {
    const owner = Number(await readFile(lock, "utf8"));
    return owner > 0 ? owner : undefined;
  } catch (error) {
    if (isErrorCode(error, "ENOENT")) {
      return undefined;
    }
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrorCode(error, "EPERM");
  }
}

function isErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
