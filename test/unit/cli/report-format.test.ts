import assert from "node:assert/strict";
import { test } from "node:test";
import { addCounts, countsOf, type FileReport, NO_COUNTS, type Summary } from "../../../server/src/cli/report.ts";
import { reportFormat } from "../../../server/src/cli/report-format.ts";

function reportOf(path: string, ...severities: readonly (1 | 2 | 3 | 4)[]): FileReport {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const diagnostics = severities.map((severity) => ({ range, severity, message: 'a\n  "b"\u2028c', code: "x" }));
  return { path, kind: "tenant", diagnostics };
}

const SUMMARY: Summary = { files: 2, errors: 1, warnings: 0, infos: 0, hints: 0, durationMs: 12 };

for (const count of [0, 1, 3]) {
  test(`json in pieces is what would be written at once: ${count} files`, () => {
    const files = [reportOf("a.yaml"), reportOf('b"\\\n.yaml', 1, 4), reportOf("c.yaml", 2)].slice(0, count);
    const format = reportFormat("json", true);
    const pieces = files.map((file) => format.file(file, "text")).join(format.separator);
    const whole = { schemaVersion: 1, files, summary: SUMMARY };
    assert.equal(
      `${format.head}${pieces}${format.tail(SUMMARY, count === 0)}`,
      `${JSON.stringify(whole, undefined, 2)}\n`,
    );
  });
}

test("counts are by severity", () => {
  const counts = [reportOf("a", 1, 1, 2), reportOf("b", 4), reportOf("c", 3)]
    .map(countsOf)
    .reduce(addCounts, NO_COUNTS);
  assert.deepEqual(counts, { files: 3, errors: 2, warnings: 1, infos: 1, hints: 1 });
});
