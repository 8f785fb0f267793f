import { createService, type Document, type Settings } from "../service.ts";
import { readSettings } from "./cli-settings.ts";
import { cliWorkspace } from "./cli-workspace.ts";
import type { Output } from "./output.ts";
import { colourPainter, plainPainter, prettyFile, prettySummary } from "./pretty.ts";
import { findInputs, type InputFile, readText } from "./read-files.ts";
import { type FileReport, type JsonReport, summarize } from "./report.ts";

export interface ValidateOptions {
  readonly format: "pretty" | "json";
  /** Every warning counts as an error. */
  readonly strict: boolean;
  readonly settings: string | undefined;
}

/** Exit codes of the command line: clean (warnings allowed), errors found, could not run. */
export const EXIT = { clean: 0, errors: 1, failed: 2 } as const;

interface Checked {
  readonly report: FileReport;
  readonly text: string;
}

/** Checks files and folders, prints the report and answers with the exit code. */
export async function validateCommand(
  paths: readonly string[],
  options: ValidateOptions,
  output: Output,
): Promise<number> {
  const start = performance.now();
  const inputs = await findInputs(paths, output.workingDirectory);
  const parsed = await readSettings(output.workingDirectory, options.settings);
  if ("error" in parsed) return fail(output, [parsed.error]);
  for (const problem of parsed.problems) output.error(`tenant-config: ${problem}\n`);
  const settings = options.strict ? withStrict(parsed.settings) : parsed.settings;
  const { checked, errors } = await checkAll(paths, inputs.files, settings, output);
  const problems = [...inputs.errors, ...errors];
  if (checked.length === 0 && problems.length === 0) problems.push(`No tenant files found in ${paths.join(", ")}.`);
  const reports = checked.map(({ report }) => report);
  const summary = summarize(reports, performance.now() - start);
  if (options.format === "json") output.write(jsonText({ schemaVersion: 1, files: reports, summary }));
  else printPretty(checked, summary, output);
  if (problems.length > 0) return fail(output, problems);
  return summary.errors > 0 ? EXIT.errors : EXIT.clean;
}

function withStrict(settings: Settings): Settings {
  return { ...settings, env: { ...settings.env, SCHEMA_VALIDATION_STRICT: "true" } };
}

function fail(output: Output, problems: readonly string[]): number {
  for (const problem of problems) output.error(`tenant-config: ${problem}\n`);
  return EXIT.failed;
}

async function checkAll(
  paths: readonly string[],
  files: readonly InputFile[],
  settings: Settings,
  output: Output,
): Promise<{ checked: Checked[]; errors: string[] }> {
  const service = createService();
  const workspace = cliWorkspace(output.workingDirectory, paths, files);
  const notices = await service.notices(`${workspace.folders[0]}/tenants`, workspace, settings);
  for (const notice of notices) output.error(`tenant-config: ${notice}\n`);
  const checked: Checked[] = [];
  const errors: string[] = [];
  for (const file of files) {
    const read = await readText(file);
    if ("error" in read) {
      errors.push(read.error);
      continue;
    }
    const document: Document = { uri: file.uri, text: read.text };
    const { kind, diagnostics } = await service.check(document, workspace, settings);
    if (kind.kind) checked.push({ report: { path: file.path, kind: kind.kind, diagnostics }, text: read.text });
    else if (file.named) errors.push(`${file.path}: is not a tenant file. ${kind.reasons.at(-1) ?? ""}`);
  }
  return { checked, errors };
}

function jsonText(report: JsonReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function printPretty(checked: readonly Checked[], summary: JsonReport["summary"], output: Output): void {
  const paint = output.colour ? colourPainter : plainPainter;
  for (const { report, text } of checked) output.write(prettyFile(report, text, paint));
  output.write(prettySummary(summary, paint));
}
