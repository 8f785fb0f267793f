import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";

/** A started program together with everything it starts itself. */
export interface ProcessTree {
  /** Resolves when the program has ended and its output is closed. */
  readonly ended: Promise<void>;
  /** Asks the tree to end, kills what is still there five seconds later; does nothing when all has ended. */
  stop(): Promise<void>;
}

const patience = 5000;
const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The trees that end with this process, each by the function that kills it. */
const running = new Set<() => void>();

function killRunning(): void {
  for (const kill of running) {
    kill();
  }
}

/** Ends this process (and so the trees) when nobody else listens to the signal: Ctrl+C in a test run. */
function endOnSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) {
    process.exit(128 + constants.signals[signal]);
  }
}

function watchOver(kill: () => void): void {
  if (running.size === 0) {
    process.on("exit", killRunning);
    for (const signal of endingSignals) process.on(signal, endOnSignal);
  }
  running.add(kill);
}

function forget(kill: () => void): void {
  running.delete(kill);
  if (running.size === 0) {
    process.off("exit", killRunning);
    for (const signal of endingSignals) process.off(signal, endOnSignal);
  }
}

/**
 * Takes care of a child process that was started `detached` (outside Windows, so that it leads a group of its own and
 * is signalled with all its children, by its own id only). When this process ends first, the tree is killed.
 */
export function ownTree(child: ChildProcess): ProcessTree {
  const kill = (): void => killTree(child, "SIGKILL");
  watchOver(kill);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  }).then(() => {
    over = true;
    forget(kill);
  });
  const stop = async (): Promise<void> => {
    if (over) {
      return;
    }
    killTree(child, "SIGTERM");
    const hard = setTimeout(kill, patience);
    await ended;
    clearTimeout(hard);
    kill();
  };
  return { ended, stop };
}

function killTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  if (process.platform === "win32") {
    spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) {
      throw error;
    }
  }
}
