import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { DIAGNOSTIC_CODES } from "../features/diagnostic-codes.ts";
import { SEVERITY_SETTINGS, type SeveritySetting } from "../settings.ts";
import { nearest } from "../values/edit-distance.ts";
import { type Output, processOutput } from "./output.ts";

/** What the program that was started brings. */
export interface Program {
  /** What further threads of `validate` run. */
  readonly workerScript: URL;
  /** Starts the language server, which goes on until its input ends. */
  serve(): void;
  /** The command did what it had to; what later runs can use of its work may be kept now. */
  done(): void;
}

/** Most threads that can be asked for. */
const MOST_THREADS = 64;

/** Runs the command line and sets the exit code of the process. Commands load their own code, so that each starts fast. */
export async function main(program: Program): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader such as `head` may close the pipe early; what it did not want to read is no failure of ours.
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`tenant-config: The output can not be written: ${error.message}.\n`);
    process.exit(2);
  });
  process.exitCode = await run(process.argv.slice(2), program);
}

async function run(args: readonly string[], { workerScript, serve, done }: Program): Promise<number> {
  const output = processOutput();
  let code = 0;
  const program = new Command("tenant-config")
    .description("Check, explain and preview tenant configuration files.")
    .version(manifest.version)
    .exitOverride()
    .showHelpAfterError("Run with --help to see how it is used.")
    .configureOutput({ writeErr: (text) => output.error(text), writeOut: (text) => void output.write(text) });
  const settings = new Option("--settings <file>", "JSON file with settings (default: .vscode/settings.json)");

  program
    .command("validate")
    .description("Check files and folders. Exit code 0: no errors, 1: errors found, 2: could not run.")
    .argument("<path...>", "files and folders")
    .addOption(new Option("--format <format>", "output format").choices(["pretty", "json"]).default("pretty"))
    .option("--strict", "count every warning as an error", false)
    .option("--rule <code=severity>", "off, hint, info, warning or error for a code; can be repeated", ruleSeverity, {})
    .option("--max-warnings <count>", "exit with 1 when there are more warnings", wholeNumber)
    .addOption(settings)
    .option("--threads <count>", "threads to check with (default: by the number of files and cores)", threadCount)
    .option("--no-progress", "no line on the terminal that says how far the check is")
    .action(async (paths: string[], options) => {
      const { validateCommand } = await import("./validate.ts");
      code = await validateCommand(paths, options, output, workerScript);
      done();
    });

  const preview = program.command("preview").description("Show what a file means.");
  preview
    .command("effective")
    .description(
      "The configuration with aliases, merges, tenant variables and known environment variables resolved, secrets masked.",
    )
    .argument("<file>", "a tenant file")
    .option("--env <name>", "environment (default: the tenant's first)")
    .addOption(new Option("--format <format>", "output format").choices(["text", "json"]).default("text"))
    .addOption(settings)
    .action(async (file: string, options) => {
      const { previewEffectiveCommand } = await import("./preview.ts");
      code = await previewEffectiveCommand(file, options, output);
    });

  addRuleCommands(program, output, (answer) => {
    code = answer;
  });

  program
    .command("lsp")
    .description("Serve the Language Server Protocol.")
    .requiredOption("--stdio", "on standard input and output")
    .action(() => serve());

  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    output.error(`tenant-config: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  return code;
}

function addRuleCommands(program: Command, output: Output, done: (code: number) => void): void {
  const rules = program.command("rules").description("The rules that files are checked by.");
  rules
    .command("list", { isDefault: true })
    .description("All rules with their severity and what they report.")
    .addOption(new Option("--format <format>", "output format").choices(["text", "json"]).default("text"))
    .action(async (options) => {
      const { listRulesCommand } = await import("./rules.ts");
      done(await listRulesCommand(options, output));
    });
  rules
    .command("explain")
    .description("What a rule reports, why it matters, and an example.")
    .argument("<code>", "the code of a diagnostic")
    .action(async (rule: string) => {
      const { explainRuleCommand } = await import("./rules.ts");
      done(await explainRuleCommand(rule, output));
    });
}

function threadCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_THREADS) return count;
  throw new InvalidArgumentError(`Expected a number from 1 to ${MOST_THREADS}.`);
}

function wholeNumber(text: string): number {
  const count = Number(text);
  if (text !== "" && Number.isInteger(count) && count >= 0) return count;
  throw new InvalidArgumentError("Expected a whole number.");
}

function ruleSeverity(
  text: string,
  before: Readonly<Record<string, SeveritySetting>>,
): Readonly<Record<string, SeveritySetting>> {
  const [code = "", severity] = text.split("=");
  const known = SEVERITY_SETTINGS.find((name) => name === severity);
  if (known === undefined) throw new InvalidArgumentError(`Expected CODE=${SEVERITY_SETTINGS.join("|")}.`);
  if (!DIAGNOSTIC_CODES.includes(code)) {
    const best = nearest(code, DIAGNOSTIC_CODES);
    throw new InvalidArgumentError(
      `No diagnostic has the code ${code}.${best === undefined ? "" : ` Did you mean ${best}?`}`,
    );
  }
  return { ...before, [code]: known };
}
