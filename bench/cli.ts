import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CliSubject, cliSubjects } from "./cli-subjects.ts";
import { measureProcess, type ProcessFigures } from "./measured-process.ts";
import { median } from "./statistics.ts";
import { writeTenants } from "./tenant-folders.ts";

/** Numbers of files; only this project is measured on the last one. */
const SIZES: readonly number[] = [2_000, 20_000, 100_000];

/** Runs of each subject on a size; the larger ones are long enough to be taken once. */
const RUNS = 3;
const LONG = 20_000;

/**
 * Prints how long each command line takes for folders of tenants, how much memory, and how many times longer than this project. The files
 * are made in a temporary folder, which is removed.
 */
export async function benchCli(sizes: readonly number[] = SIZES): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tenant-config-bench-")));
  try {
    const subjects = cliSubjects(folder);
    let written = 0;
    for (const size of [...sizes].sort((a, b) => a - b)) {
      writeTenants(folder, written, size);
      written = size;
      const measured = subjects.filter((subject) => subject.atMost >= size);
      process.stdout.write(
        `\nCommand line, ${size} files of 109 lines\n${table(await inTurn(measured, folder, size), size)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Medians of all subjects, measured in turn so that each sees the same noise of the machine. */
async function inTurn(
  subjects: readonly CliSubject[],
  folder: string,
  size: number,
): Promise<ReadonlyMap<string, ProcessFigures>> {
  const results = new Map<string, ProcessFigures[]>(subjects.map((subject) => [subject.name, []]));
  for (let run = 0; run < (size > LONG ? 1 : RUNS); run++) {
    for (const subject of subjects) {
      if (run > 0 && subject.sample !== undefined) continue;
      const { seconds, megabytes } = await measureProcess(subject, folder);
      results.get(subject.name)?.push({ seconds: seconds * (size / (subject.sample ?? size)), megabytes });
    }
  }
  const medians = (figures: readonly ProcessFigures[]): ProcessFigures => ({
    seconds: median(figures.map(({ seconds }) => seconds)),
    megabytes: median(figures.map(({ megabytes }) => megabytes)),
  });
  return new Map([...results].map(([name, figures]) => [name, medians(figures)]));
}

function table(results: ReadonlyMap<string, ProcessFigures>, size: number): string {
  const [ours] = results.values();
  const rows = [...results].map(([name, { seconds, megabytes }]) => {
    const figures = `${seconds.toFixed(2).padStart(9)} s${(size / seconds).toFixed(0).padStart(9)} files/s${megabytes.toFixed(0).padStart(7)} MB`;
    return `  ${name.padEnd(28)}${figures}   ${(seconds / (ours?.seconds ?? Number.NaN)).toFixed(1)} times our time\n`;
  });
  return rows.join("");
}
