import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** A program and how it is started. */
export interface Command {
  readonly script: string;
  readonly args: readonly string[];
}

/** How a process did. NaN for what could not be measured. */
export interface ProcessFigures {
  readonly seconds: number;
  /** Largest resident memory, all threads together. */
  readonly megabytes: number;
}

/** Milliseconds between two looks at the memory. The system keeps the peak itself, so only what grows at the very end is missed. */
const LOOK = 10;

/** A process that runs for so long (milliseconds) is given up. */
const PATIENCE = 600_000;

const NO_FIGURES: ProcessFigures = { seconds: Number.NaN, megabytes: Number.NaN };

/** Runs a Node program to its end. One that fails or takes too long gets no figures, and a line says why. */
export async function measureProcess({ script, args }: Command, folder: string): Promise<ProcessFigures> {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    // Caches of the programs go where everything else of the run goes.
    env: { ...process.env, TMPDIR: folder, NO_COLOR: "1" },
    stdio: ["ignore", "ignore", "ignore"],
    timeout: PATIENCE,
    killSignal: "SIGKILL",
  });
  let megabytes = Number.NaN;
  const looking = setInterval(() => {
    megabytes = peakMegabytes(child.pid) ?? megabytes;
  }, LOOK);
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  child.on("error", (error) => resolve(error.message));
  child.on("close", (code, signal) => resolve(code === 0 ? undefined : `ended with ${signal ?? `exit code ${code}`}`));
  const failure = await promise;
  clearInterval(looking);
  const seconds = (performance.now() - start) / 1_000;
  if (failure === undefined) return { seconds, megabytes };
  process.stderr.write(`${script} ${args.join(" ")}: ${failure} after ${seconds.toFixed(1)} s\n`);
  return NO_FIGURES;
}

/** Peak of the resident memory of a process; undefined where the system does not tell or the process is gone. */
function peakMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
