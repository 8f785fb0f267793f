/**
 * What `npm start` and `npm test` run.
 *   start [options]   builds, packs and opens VS Code with the extension on the examples; options as in scripts/start.ts
 *   test [section …]  runs all tests, or some sections with what they need; the last line is the result
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { projectRoot } from "./npm-child.ts";
import { buildForProduction, packExtension } from "./package.ts";
import { ownTree } from "./process-tree.ts";
import { addCounts, countsText, isTestCounts, noTests, type TestCounts } from "./test-counts.ts";

/** A part of the tests: a program of its own, so that a crash costs no more than itself. */
interface Section {
  readonly name: string;
  readonly title: string;
  /** Arguments for Node. */
  readonly program: readonly string[];
  /** Sections that make what this one uses. */
  readonly needs: readonly string[];
  /** true: the program tells its counts; false: it counts as one test, passed when its exit code is 0. */
  readonly counts: boolean;
}

interface SectionResult {
  readonly section: Section;
  readonly counts: TestCounts;
  readonly seconds: number;
}

const sectionLimit = 20 * 60_000;
const nodeTests = path.join("scripts", "node-tests.ts");
const vscodeTests = path.join("test", "vscode", "main.ts");

const sections: readonly Section[] = [
  step("build", "Production build", [path.join("scripts", "build.ts"), "--production"]),
  suite("unit", "Unit tests", [nodeTests, "test/unit/**/*.test.ts"], ["build"]),
  suite("exhaustive", "Every key, every value, every place", [nodeTests, "test/exhaustive/**/*.test.ts"], ["build"]),
  suite("protocol", "Language server over its protocol", [nodeTests, "test/protocol/**/*.test.ts"], ["build"]),
  suite("cli", "Command line", [nodeTests, "test/cli/**/*.test.ts"], ["build"]),
  suite("neovim", "Language server in Neovim", [nodeTests, "test/neovim/**/*.test.ts"], ["build"]),
  step("package", "Package (VSIX)", [path.join("scripts", "package.ts"), "--no-build"], ["build"]),
  suite("node-host", "Extension in VS Code, Node host", [vscodeTests, "node"], ["build", "package"]),
  suite("web-host", "Extension in VS Code, web host", [vscodeTests, "web"], ["build", "package"]),
  suite(
    "journey",
    "Journey in VS Code",
    [nodeTests, "test/vscode/journey.ts", "test/vscode/features.ts"],
    ["build", "package"],
  ),
];

/** Names that stand for several sections. */
const groups: Readonly<Record<string, readonly string[]>> = { vscode: ["node-host", "web-host"] };

function step(name: string, title: string, program: readonly string[], needs: readonly string[] = []): Section {
  return { name, title, program, needs, counts: false };
}

function suite(name: string, title: string, program: readonly string[], needs: readonly string[]): Section {
  return { name, title, program, needs, counts: true };
}

/** The sections with these names and what they need, in their usual order; all of them for no name. */
function selectSections(names: readonly string[]): readonly Section[] {
  if (names.length === 0) {
    return sections;
  }
  const wanted = new Set<string>();
  for (const name of names.flatMap((given) => groups[given] ?? [given])) {
    const section = sections.find((candidate) => candidate.name === name);
    if (section === undefined) {
      const known = [...sections.map((candidate) => candidate.name), ...Object.keys(groups)].join(", ");
      throw new Error(`There is no section "${name}", only: ${known}.`);
    }
    for (const needed of [...section.needs, name]) wanted.add(needed);
  }
  return sections.filter((section) => wanted.has(section.name));
}

/** Runs one section to its end, whatever happens in it. */
async function runSection(section: Section): Promise<SectionResult> {
  console.log(`\n=== ${section.title} (${section.name}) ===\n`);
  const started = Date.now();
  const { told, ending } = await runProgram(section);
  const seconds = (Date.now() - started) / 1000;
  const counts = section.counts ? suiteCounts(told, ending) : stepCounts(ending);
  return { section, counts: withoutSkipping(counts), seconds };
}

function stepCounts(ending: string): TestCounts {
  return ending === "" ? { ...noTests, passed: 1 } : failure(`It ${ending}.`, noTests);
}

/** Counts of a suite; one failure more when it broke instead of failing. */
function suiteCounts(told: TestCounts | undefined, ending: string): TestCounts {
  if (told === undefined) {
    return failure(`The section ${ending || "ended"} without telling its counts.`, noTests);
  }
  if (told.failed > 0) {
    return told;
  }
  if (ending !== "") {
    return failure(`No test failed, yet the section ${ending}.`, told);
  }
  return told.passed + told.skipped === 0 ? failure("The section has no tests.", told) : told;
}

function failure(why: string, counts: TestCounts): TestCounts {
  console.log(why);
  return addCounts(counts, { ...noTests, failed: 1 });
}

/** On the build server everything must run. */
function withoutSkipping(counts: TestCounts): TestCounts {
  if (process.env.CI !== "true" || counts.skipped === 0) {
    return counts;
  }
  console.log(`${counts.skipped} skipped: counted as failed, because CI is true.`);
  return { ...counts, failed: counts.failed + counts.skipped, skipped: 0 };
}

interface ProgramEnd {
  /** The counts that the program told, if it did. */
  readonly told: TestCounts | undefined;
  /** Empty when the program ended well, else what happened to it. */
  readonly ending: string;
}

async function runProgram({ program }: Section): Promise<ProgramEnd> {
  const child = spawn(process.execPath, [...program], {
    cwd: projectRoot,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: process.platform !== "win32",
  });
  const tree = ownTree(child);
  let told: TestCounts | undefined;
  let trouble: string | undefined;
  child.on("message", (message) => {
    if (isTestCounts(message)) told = message;
  });
  child.once("error", (error) => {
    trouble = `did not start: ${error.message}`;
  });
  const limit = setTimeout(() => {
    trouble = `took longer than ${sectionLimit / 60_000} minutes and was stopped`;
    void tree.stop();
  }, sectionLimit);
  await tree.ended;
  clearTimeout(limit);
  // What the program has started itself must not outlive it.
  await tree.stop();
  return { told, ending: trouble ?? endingOf(child.exitCode, child.signalCode) };
}

function endingOf(code: number | null, signal: string | null): string {
  if (code === 0) {
    return "";
  }
  return signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
}

async function test(names: readonly string[]): Promise<void> {
  const results: SectionResult[] = [];
  for (const section of selectSections(names)) {
    results.push(await runSection(section));
  }
  console.log("\n=== Result ===\n");
  for (const { section, counts, seconds } of results) {
    console.log(`${section.title.padEnd(36)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${countsText(counts)}`);
  }
  const sum = results.map((result) => result.counts).reduce(addCounts, noTests);
  process.exitCode = sum.failed > 0 ? 1 : 0;
  console.log(`\n${countsText(sum)}`);
}

/** Hands over to scripts/start.ts, which stays until Ctrl+C. */
async function start(options: readonly string[]): Promise<void> {
  console.log("Building the extension …");
  await buildForProduction();
  console.log("Packing the extension …");
  const { file } = await packExtension(() => undefined);
  const program = path.join("scripts", "start.ts");
  // In the same group of processes, so that Ctrl+C reaches it; this process only waits and passes the exit code on.
  const child = spawn(process.execPath, [program, "--vsix", file, "--folder", "examples", ...options], {
    cwd: projectRoot,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (signal !== "SIGINT") child.kill(signal);
    });
  }
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

const [command, ...rest] = process.argv.slice(2);
try {
  if (command === "start") {
    await start(rest);
  } else if (command === "test") {
    await test(rest);
  } else {
    throw new Error("Usage: node scripts/run.ts start [options] | test [section …]");
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
