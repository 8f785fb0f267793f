import assert from "node:assert/strict";
import { test } from "node:test";
import { batchesOf } from "../../../server/src/cli/batches.ts";
import type { Batch, BatchResult } from "../../../server/src/cli/check-batch.ts";
import type { Lane } from "../../../server/src/cli/lanes.ts";
import { runPipeline } from "../../../server/src/cli/pipeline.ts";
import { NO_COUNTS } from "../../../server/src/cli/report.ts";
import { lookAhead, MANY_FILES, workersFor } from "../../../server/src/cli/threads.ts";

const fileOf = (path: string): Batch[number] => ({ path, named: false });

/** Batches of one file each, named by their number. */
function numbered(count: number): Iterator<Batch> {
  return Array.from({ length: count }, (_, index) => [fileOf(String(index))])[Symbol.iterator]();
}

const resultOf = (batch: Batch): BatchResult => ({ text: batch[0]?.path ?? "", counts: NO_COUNTS, errors: [] });

const noSpare = (): never => assert.fail("nobody needs the spare one");

/** A lane that answers only when it is told to, by the number of the batch. */
class ToldLane implements Lane {
  readonly depth: number;
  readonly asked = new Map<string, (result: BatchResult | undefined) => void>();

  constructor(depth: number) {
    this.depth = depth;
  }

  check(batch: Batch): Promise<BatchResult | undefined> {
    const { promise, resolve } = Promise.withResolvers<BatchResult | undefined>();
    this.asked.set(batch[0]?.path ?? "", resolve);
    return promise;
  }

  async answer(
    number: number,
    result: BatchResult | "left undone" = resultOf([fileOf(String(number))]),
  ): Promise<void> {
    const resolve = this.asked.get(String(number));
    assert.ok(resolve, `the lane was not asked for ${number}`);
    this.asked.delete(String(number));
    resolve(result === "left undone" ? undefined : result);
    await turn();
  }

  end(): void {
    assert.fail("the pipeline does not end lanes");
  }
}

/** Lets everything run that can. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("results are written in the order of the batches, whichever is done first", async () => {
  const lane = new ToldLane(3);
  const written: string[] = [];
  const run = runPipeline(numbered(5), [lane], noSpare, async (result) => {
    written.push(result.text);
  });
  assert.deepEqual([...lane.asked.keys()], [], "a lane is asked when there is room for its result");
  await turn();
  assert.deepEqual([...lane.asked.keys()], ["0", "1", "2"]);
  await lane.answer(2);
  await lane.answer(1);
  assert.deepEqual(written, []);
  await lane.answer(0);
  assert.deepEqual(written, ["0", "1", "2"]);
  await lane.answer(4);
  await lane.answer(3);
  await run;
  assert.deepEqual(written, ["0", "1", "2", "3", "4"]);
});

test("while the first batch is at work or a reader is slow, the others do not run far ahead", async () => {
  const slow = new ToldLane(1);
  const done: string[] = [];
  const quick: Lane = {
    depth: 1,
    end: noSpare,
    check: async (batch) => {
      done.push(batch[0]?.path ?? "");
      return resultOf(batch);
    },
  };
  const writes: (() => void)[] = [];
  const run = runPipeline(
    numbered(1_000),
    [slow, quick],
    noSpare,
    () => new Promise((resolve) => writes.push(resolve)),
  );
  for (let count = 0; count < 100; count++) await turn();
  const before = done.length;
  assert.ok(before > 2 && before < 50, `${before} results wait for the first`);
  await slow.answer(0);
  for (let count = 0; count < 100; count++) await turn();
  assert.equal(writes.length, 1, "one write at a time");
  assert.ok(done.length - before <= 2, "nothing goes on before the writer has taken something");
  while (done.length < 999) {
    writes.shift()?.();
    await turn();
    for (const number of slow.asked.keys()) {
      await slow.answer(Number(number));
      done.push(number);
    }
  }
  void run;
});

test("what a lane leaves undone is done by one spare, made once", async () => {
  const lane = new ToldLane(2);
  let spares = 0;
  const written: string[] = [];
  const spare = () => {
    spares++;
    return async (batch: Batch): Promise<BatchResult> => ({ ...resultOf(batch), text: `spare ${batch[0]?.path}` });
  };
  const run = runPipeline(numbered(4), [lane], spare, async (result) => {
    written.push(result.text);
  });
  await turn();
  await lane.answer(0);
  await lane.answer(1, "left undone");
  await lane.answer(2, "left undone");
  await lane.answer(3);
  await run;
  assert.deepEqual([spares, written], [1, ["0", "spare 1", "spare 2", "3"]]);
});

test("a failing write ends the run with its error", async () => {
  const lane: Lane = { depth: 1, end: noSpare, check: async (batch) => resultOf(batch) };
  const run = runPipeline(numbered(3), [lane], noSpare, () => Promise.reject(new Error("disk full")));
  await assert.rejects(run, /disk full/);
});

test("batches end between tenants, and a folder of very many files is shared", () => {
  const tenants = Array.from({ length: 30 }, (_, index) => `tenants/t${String(index).padStart(2, "0")}`);
  const inTenant = [
    "environments/dev.yaml",
    "environments/prod.yaml",
    "monitoring.yaml",
    "security.yaml",
    "tenant.yaml",
  ];
  const files = tenants.flatMap((tenant) => inTenant.map((name) => fileOf(`${tenant}/${name}`)));
  const batches = [...batchesOf(files)];
  assert.deepEqual(batches.flat(), files);
  assert.deepEqual(
    batches.map((batch) => batch.length),
    [65, 65, 20],
  );
  const flat = Array.from({ length: 1_000 }, (_, index) => fileOf(`${1_000 + index}.tenant.yaml`));
  assert.deepEqual(
    [...batchesOf(flat)].map((batch) => batch.length),
    [256, 256, 256, 232],
  );
  assert.deepEqual([...batchesOf([])], []);
});

test("workers are for many files on more than one core, or for who asks for them", () => {
  assert.equal(workersFor(false, undefined, 8), 0);
  assert.equal(workersFor(true, undefined, 1), 0);
  assert.equal(workersFor(true, undefined, 2), 2);
  assert.equal(workersFor(true, undefined, 64), 4);
  assert.equal(workersFor(true, 1, 8), 0);
  assert.equal(workersFor(false, 3, 1), 3);
});

test("to look ahead takes no more than it has to and loses nothing", () => {
  let taken = 0;
  function* numbers(): Generator<number, void, undefined> {
    for (; taken < MANY_FILES * 3; ) yield taken++;
  }
  const many = lookAhead(numbers(), MANY_FILES);
  assert.deepEqual([many.hasMore, taken], [true, MANY_FILES + 1]);
  assert.deepEqual(
    [...many.all],
    Array.from({ length: MANY_FILES * 3 }, (_, index) => index),
  );
  const few = lookAhead([1, 2, 3], 3);
  assert.deepEqual([few.hasMore, [...few.all]], [false, [1, 2, 3]]);
});
