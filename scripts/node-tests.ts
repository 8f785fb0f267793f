/**
 * Runs the tests of the files that match the given patterns with Node's own runner, in this process, and prints them for
 * people. A parent process with a message channel is told the counts; the exit code is 1 when a test failed or none ran.
 */
import { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { countsText, type TestCounts } from "./test-counts.ts";

/** Runs the files that match the patterns; `only` one process, so that the many small files need no start of their own. */
async function runNodeTests(patterns: readonly string[]): Promise<TestCounts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({ globPatterns: [...patterns], isolation: "none" });
  stream.on("test:summary", ({ counts: summary, file }) => {
    // There is one summary per file as well, except that tests in one process share a single one.
    if (file !== undefined) return;
    counts.passed = summary.passed;
    counts.failed = summary.tests - summary.passed - summary.skipped - summary.todo;
    counts.skipped = summary.skipped + summary.todo;
  });
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      process.stdout.write(chunk as Buffer, () => done());
    },
  });
  await finished(stream.compose(new spec()).pipe(output));
  return counts;
}

const counts = await runNodeTests(process.argv.slice(2));
console.log(countsText(counts));
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
if (process.send !== undefined) {
  process.send(counts);
  process.disconnect();
}
