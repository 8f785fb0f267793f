import assert from "node:assert/strict";
import { test } from "node:test";
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { runSafe } from "../../../server/src/lsp/run-safe.ts";

/** A log that keeps its lines. */
function keptLog(): { readonly lines: string[]; error(message: string): void } {
  const lines: string[] = [];
  return { lines, error: (message) => lines.push(message) };
}

function assertCancelled(answer: unknown): void {
  assert.ok(answer instanceof ResponseError);
  assert.equal(answer.code, LSPErrorCodes.RequestCancelled);
}

test("the answer of a handler is passed on, with and without a token", async () => {
  const log = keptLog();
  const { token } = new CancellationTokenSource();
  assert.equal(await runSafe("hover", token, 0, log, async () => 7), 7);
  assert.equal(await runSafe("hover", undefined, 0, log, async () => 7), 7);
  assert.deepEqual(log.lines, []);
});

test("a request that was cancelled before is not run", async () => {
  const log = keptLog();
  const source = new CancellationTokenSource();
  source.cancel();
  let runs = 0;
  assertCancelled(await runSafe("hover", source.token, 0, log, async () => ++runs));
  assert.equal(runs, 0);
  assert.deepEqual(log.lines, []);
});

test("a request that is cancelled while it runs has no other answer", async () => {
  const source = new CancellationTokenSource();
  assertCancelled(
    await runSafe("hover", source.token, 0, keptLog(), async () => {
      source.cancel();
      return 7;
    }),
  );
});

test("a throw becomes the empty answer and a line that says where it happened", async () => {
  const log = keptLog();
  const answer = await runSafe("hover file:///a.yaml", undefined, 0, log, async () => {
    throw new Error("a fault");
  });
  assert.equal(answer, 0);
  assert.equal(log.lines.length, 1);
  assert.match(log.lines[0] ?? "", /^hover file:\/\/\/a\.yaml: Error: a fault\n\s+at .*run-safe\.test\.ts/);
});

test("so does what is thrown before anything was awaited, and what is no error", async () => {
  const log = keptLog();
  const answer = await runSafe("hover", undefined, 0, log, () => {
    throw new RangeError("at once");
  });
  assert.equal(answer, 0);
  await runSafe("hover", undefined, 0, log, () => Promise.reject("just text"));
  const withoutStack = Object.assign(new Error("no stack"), { stack: undefined });
  await runSafe("hover", undefined, 0, log, () => Promise.reject(withoutStack));
  assert.match(log.lines[0] ?? "", /^hover: RangeError: at once/);
  assert.deepEqual(log.lines.slice(1), ["hover: just text", "hover: no stack"]);
});

test("a cancelled request that throws is cancelled, and its fault is logged all the same", async () => {
  const log = keptLog();
  const source = new CancellationTokenSource();
  const answer = await runSafe("hover", source.token, 0, log, async () => {
    source.cancel();
    throw new Error("stopped half way");
  });
  assertCancelled(answer);
  assert.match(log.lines[0] ?? "", /^hover: Error: stopped half way/);
});
