import assert from "node:assert/strict";
import { test } from "node:test";
import { Scheduler } from "../../../server/src/lsp/scheduler.ts";

/** A scheduler with its surroundings in the test's hands: nothing happens until the test says so. */
class Bench {
  readonly scheduler = new Scheduler(
    (uri) => this.#check(uri),
    (callback, milliseconds) => this.#wait(callback, milliseconds),
    () => this.#clock,
  );
  /** What happened, in order: `wait <ms>`, `check <uri>@<version>`, `done <uri>`. */
  readonly log: string[] = [];
  /** Newest version of each document. */
  readonly #versions = new Map<string, number>();
  readonly #running = new Map<string, PromiseWithResolvers<void>>();
  readonly #timers = new Set<() => void>();
  #clock = 0;

  #check(uri: string): Promise<void> {
    assert.ok(!this.#running.has(uri), `${uri} is already being checked`);
    this.log.push(`check ${uri}@${this.#versions.get(uri)}`);
    const run = Promise.withResolvers<void>();
    this.#running.set(uri, run);
    return run.promise;
  }

  #wait(callback: () => void, milliseconds: number): () => void {
    this.log.push(`wait ${milliseconds}`);
    this.#timers.add(callback);
    return () => this.#timers.delete(callback);
  }

  /** A new version of a document. */
  change(uri: string): void {
    this.#versions.set(uri, (this.#versions.get(uri) ?? 0) + 1);
    this.scheduler.schedule(uri);
  }

  /** All waiting timers go off. */
  tick(): void {
    const due = [...this.#timers];
    this.#timers.clear();
    for (const callback of due) callback();
  }

  get waiting(): number {
    return this.#timers.size;
  }

  /** The running check of a document ends after so many milliseconds, with a throw if there is an error. */
  async finish(uri: string, milliseconds = 0, error?: Error): Promise<void> {
    this.#clock += milliseconds;
    const run = this.#running.get(uri);
    assert.ok(run, `${uri} is being checked`);
    this.#running.delete(uri);
    this.log.push(`done ${uri}`);
    if (error) run.reject(error);
    else run.resolve();
    // The scheduler hears of it in a microtask of its own.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  /** What happened since the last call. */
  take(): readonly string[] {
    return this.log.splice(0);
  }
}

test("a first change is checked without delay, and further ones before that are one", () => {
  const bench = new Bench();
  bench.change("a");
  bench.change("a");
  bench.change("a");
  assert.equal(bench.waiting, 1);
  bench.tick();
  assert.deepEqual(bench.take(), ["wait 0", "wait 0", "wait 0", "check a@3"]);
});

test("what changes during a check is checked behind it, once, in its newest version", async () => {
  const bench = new Bench();
  bench.change("a");
  bench.tick();
  bench.change("a");
  bench.change("a");
  assert.equal(bench.waiting, 0);
  await bench.finish("a");
  bench.tick();
  await bench.finish("a");
  assert.equal(bench.waiting, 0);
  assert.deepEqual(bench.take(), ["wait 0", "check a@1", "done a", "wait 0", "check a@3", "done a"]);
});

test("the pause is as long as the last check took, and at most a fifth of a second", async () => {
  const bench = new Bench();
  for (const milliseconds of [30, 500, 0]) {
    bench.change("a");
    bench.tick();
    await bench.finish("a", milliseconds);
  }
  bench.change("a");
  const waits = bench.take().filter((entry) => entry.startsWith("wait"));
  assert.deepEqual(waits, ["wait 0", "wait 0", "wait 200", "wait 0"]);
});

test("the first check of a document, which has everything to do, makes no pause", async () => {
  const bench = new Bench();
  bench.change("a");
  bench.tick();
  await bench.finish("a", 500);
  bench.change("a");
  assert.deepEqual(
    bench.take().filter((entry) => entry.startsWith("wait")),
    ["wait 0", "wait 0"],
  );
});

test("a slow document does not hold up others", async () => {
  const bench = new Bench();
  bench.change("slow");
  bench.tick();
  bench.change("fast");
  bench.tick();
  await bench.finish("fast");
  assert.deepEqual(bench.take(), ["wait 0", "check slow@1", "wait 0", "check fast@1", "done fast"]);
});

test("a closed document is not checked", () => {
  const bench = new Bench();
  bench.change("a");
  bench.scheduler.forget("a");
  bench.scheduler.forget("unknown");
  bench.tick();
  assert.deepEqual(bench.take(), ["wait 0"]);
});

test("a document that was changed and closed during its check is not checked again", async () => {
  const bench = new Bench();
  bench.change("a");
  bench.tick();
  bench.change("a");
  bench.scheduler.forget("a");
  await bench.finish("a");
  bench.tick();
  assert.deepEqual(bench.take(), ["wait 0", "check a@1", "done a"]);
});

test("a document that is closed and opened again during its check waits for it", async () => {
  const bench = new Bench();
  bench.change("a");
  bench.tick();
  bench.scheduler.forget("a");
  bench.change("a");
  bench.tick();
  await bench.finish("a");
  bench.tick();
  assert.deepEqual(bench.take(), ["wait 0", "check a@1", "done a", "wait 0", "check a@2"]);
});

test("a check that throws ends, and the document is checked again", async () => {
  const bench = new Bench();
  bench.change("a");
  bench.tick();
  bench.change("a");
  await bench.finish("a", 0, new Error("a fault in a rule"));
  bench.tick();
  await bench.finish("a");
  bench.change("a");
  bench.tick();
  assert.deepEqual(
    bench.take().filter((entry) => !entry.startsWith("wait")),
    ["check a@1", "done a", "check a@2", "done a", "check a@3"],
  );
});

test("a check that throws at once is no different", async () => {
  let checks = 0;
  const timers: (() => void)[] = [];
  const scheduler = new Scheduler(
    () => {
      checks++;
      throw new Error("before anything was awaited");
    },
    (callback) => {
      timers.push(callback);
      return () => undefined;
    },
    () => 0,
  );
  for (let round = 0; round < 2; round++) {
    scheduler.schedule("a");
    timers.pop()?.();
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  assert.equal(checks, 2);
});

test("nothing is checked after the end", async () => {
  const bench = new Bench();
  bench.change("running");
  bench.tick();
  bench.change("running");
  bench.change("waiting");
  bench.scheduler.dispose();
  await bench.finish("running");
  bench.tick();
  assert.deepEqual(
    bench.take().filter((entry) => entry.startsWith("check")),
    ["check running@1"],
  );
});
