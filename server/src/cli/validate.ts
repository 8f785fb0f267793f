import { availableParallelism } from "node:os";
import { createService, type Settings } from "../service.ts";
import { batchesOf } from "./batches.ts";
import { type Batch, type BatchResult, batchCheck, type CheckPlan } from "./check-batch.ts";
import { readSettings } from "./cli-settings.ts";
import { cliWorkspace, workspaceFolders } from "./cli-workspace.ts";
import { ownLane } from "./lanes.ts";
import type { Output } from "./output.ts";
import { runPipeline } from "./pipeline.ts";
import { NO_PROGRESS, type Progress, progressLine, showsProgress } from "./progress.ts";
import { findInputs, type InputFile } from "./read-files.ts";
import { addCounts, type Counts, NO_COUNTS } from "./report.ts";
import { type FormatName, reportFormat } from "./report-format.ts";
import { lookAhead, MANY_FILES, workersFor } from "./threads.ts";
import { workerLane } from "./worker-lane.ts";

export interface ValidateOptions {
  readonly format: FormatName;
  /** Every warning counts as an error. */
  readonly strict: boolean;
  /** Severities by code, which win over those of the settings. */
  readonly rule: Settings["rules"];
  /** Most warnings without failure; undefined for any number. */
  readonly maxWarnings: number | undefined;
  readonly settings: string | undefined;
  /** Number of threads; undefined to choose by files and machine. */
  readonly threads: number | undefined;
  /** false for `--no-progress`. */
  readonly progress: boolean;
}

/** Exit codes of the command line: clean (warnings allowed), errors found, could not run. */
export const EXIT = { clean: 0, errors: 1, failed: 2 } as const;

/** Checks files and folders, prints the report and answers with the exit code. `workerScript` is what further threads run. */
export async function validateCommand(
  paths: readonly string[],
  options: ValidateOptions,
  output: Output,
  workerScript: URL,
): Promise<number> {
  const start = performance.now();
  const { workingDirectory, colour } = output;
  const parsed = await readSettings(workingDirectory, options.settings);
  if ("error" in parsed) return fail(output, [parsed.error]);
  for (const problem of parsed.problems) output.error(`tenant-config: ${problem}\n`);
  const chosen = withRules(parsed.settings, options.rule);
  const settings = options.strict ? withStrict(chosen) : chosen;
  const inputs = findInputs(paths, workingDirectory);
  const folders = workspaceFolders(workingDirectory, paths, inputs.named);
  const plan: CheckPlan = { workingDirectory, folders, settings, format: options.format, colour };
  await printNotices(plan, output);

  const format = reportFormat(options.format, colour);
  await output.write(format.head);
  const { counts, errors, isEmpty } = await checkAndPrint(inputs.files, plan, options, output, workerScript);
  const durationMs = Math.round(performance.now() - start);
  await output.write(format.tail({ ...counts, durationMs }, isEmpty));

  const problems = [...inputs.errors, ...errors];
  if (counts.files === 0 && problems.length === 0) problems.push(`No tenant files found in ${paths.join(", ")}.`);
  if (problems.length > 0) return fail(output, problems);
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  if (counts.warnings > maxWarnings) {
    output.error(`tenant-config: ${counts.warnings} warnings are more than the ${maxWarnings} that are allowed.\n`);
    return EXIT.errors;
  }
  return counts.errors > 0 ? EXIT.errors : EXIT.clean;
}

/** Settings with other severities, for all files alike. */
function withRules(settings: Settings, rules: Settings["rules"]): Settings {
  if (Object.keys(rules).length === 0) return settings;
  return { ...settings, ruleOverrides: [...settings.ruleOverrides, { files: "**", rules }] };
}

function withStrict(settings: Settings): Settings {
  return { ...settings, env: { ...settings.env, SCHEMA_VALIDATION_STRICT: "true" } };
}

function fail(output: Output, problems: readonly string[]): number {
  for (const problem of problems) output.error(`tenant-config: ${problem}\n`);
  return EXIT.failed;
}

async function printNotices(plan: CheckPlan, output: Output): Promise<void> {
  const at = `${plan.folders[0]}/tenants`;
  const notices = await createService().notices(at, cliWorkspace(plan.folders), plan.settings);
  for (const notice of notices) output.error(`tenant-config: ${notice}\n`);
}

/** What a run came to so far. */
class Outcome {
  counts: Counts = NO_COUNTS;
  readonly errors: string[] = [];
  /** true as long as no file had a piece in the report. */
  isEmpty = true;
  /** Files that were looked at, those that are not ours included. */
  done = 0;

  add(result: BatchResult, batch: Batch): void {
    this.counts = addCounts(this.counts, result.counts);
    this.errors.push(...result.errors);
    this.isEmpty &&= result.text === "";
    this.done += batch.length;
  }
}

/** Checks the files on as many threads as they are worth and prints each one's piece as soon as all before it are printed. */
async function checkAndPrint(
  files: Iterable<InputFile>,
  plan: CheckPlan,
  options: ValidateOptions,
  output: Output,
  workerScript: URL,
): Promise<Outcome> {
  const { separator } = reportFormat(plan.format, plan.colour);
  const progress = progressOf(options, output);
  const outcome = new Outcome();
  const print = async (result: BatchResult, batch: Batch): Promise<void> => {
    const between = outcome.isEmpty ? "" : separator;
    outcome.add(result, batch);
    if (result.text !== "") {
      if (output.outIsTerminal) progress.clear();
      await output.write(`${between}${result.text}`);
    }
    progress.show(outcome.done);
  };
  const { all, hasMore } = lookAhead(files, MANY_FILES);
  const workers = workersFor(hasMore, options.threads, availableParallelism());
  const lanes = workers === 0 ? [ownLane(plan)] : Array.from({ length: workers }, () => workerLane(workerScript, plan));
  try {
    await runPipeline(batchesOf(all), lanes, () => batchCheck(plan), print);
  } finally {
    progress.clear();
    for (const lane of lanes) lane.end();
  }
  return outcome;
}

function progressOf(options: ValidateOptions, output: Output): Progress {
  const { errorIsTerminal, outIsTerminal } = output;
  const question = { errorIsTerminal, outIsTerminal, format: options.format, wanted: options.progress };
  if (!showsProgress({ ...question, environment: process.env })) return NO_PROGRESS;
  return progressLine(output.error, () => performance.now());
}
