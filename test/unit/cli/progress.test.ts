import assert from "node:assert/strict";
import { test } from "node:test";
import { type ProgressQuestion, progressLine, showsProgress } from "../../../server/src/cli/progress.ts";

const WATCHED: ProgressQuestion = {
  errorIsTerminal: true,
  outIsTerminal: true,
  format: "pretty",
  wanted: true,
  environment: { TERM: "xterm-256color" },
};

const QUESTIONS: readonly (readonly [title: string, changes: Partial<ProgressQuestion>, shown: boolean])[] = [
  ["on a terminal", {}, true],
  ["while the report goes into a file", { outIsTerminal: false }, true],
  ["while JSON goes into a file", { outIsTerminal: false, format: "json" }, true],
  ["in the middle of JSON on the terminal", { format: "json" }, false],
  ["into a log", { errorIsTerminal: false }, false],
  ["with --no-progress", { wanted: false }, false],
  ["in CI", { environment: { CI: "true" } }, false],
  ["in CI of another spelling", { environment: { CI: "1" } }, false],
  ["where somebody switched CI off", { environment: { CI: "false" } }, true],
  ["on a terminal that can not erase", { environment: { TERM: "dumb" } }, false],
];

for (const [title, changes, shown] of QUESTIONS) {
  test(`progress is ${shown ? "" : "not "}shown ${title}`, () => {
    assert.equal(showsProgress({ ...WATCHED, ...changes }), shown);
  });
}

test("the line appears late, changes seldom and goes without a trace", () => {
  let now = 1_000;
  const written: string[] = [];
  const progress = progressLine(
    (text) => written.push(text),
    () => now,
  );
  const erase = "\r\u001B[2K";
  progress.show(10);
  progress.clear();
  assert.deepEqual(written, [], "a run that is over at once shows nothing");
  now += 100;
  progress.show(1_234);
  now += 99;
  progress.show(2_000);
  assert.deepEqual(written.splice(0), [`${erase}Checked 1,234 files …`]);
  progress.clear();
  progress.clear();
  assert.deepEqual(written.splice(0), [erase]);
  now += 1;
  progress.show(2_500);
  assert.deepEqual(written, [`${erase}Checked 2,500 files …`]);
});
