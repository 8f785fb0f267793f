import type { Batch, BatchCheck, BatchResult } from "./check-batch.ts";
import type { Lane } from "./lanes.ts";

/** Batches that may be done and wait for an earlier one or for the writer, per lane. Bounds what is held in memory. */
const AHEAD = 8;

/**
 * Has the lanes check the batches and hands the results to `write` in the order of the batches, one at a time; while it waits for
 * `write` the lanes go on, but not far. What a lane leaves undone `spare` does, which is made when it is needed.
 */
export async function runPipeline(
  batches: Iterator<Batch>,
  lanes: readonly Lane[],
  spare: () => BatchCheck,
  write: (result: BatchResult, batch: Batch) => Promise<void>,
): Promise<void> {
  const queue = new ResultQueue(lanes.length * AHEAD, write);
  let substitute: BatchCheck | undefined;
  let started = 0;
  const check = async (lane: Lane, batch: Batch): Promise<BatchResult> => {
    const result = await lane.check(batch);
    if (result) return result;
    substitute ??= spare();
    return substitute(batch);
  };
  const work = async (lane: Lane): Promise<void> => {
    for (let next = batches.next(); !next.done; next = batches.next()) {
      const index = started++;
      await queue.roomFor(index);
      await queue.put(index, next.value, await check(lane, next.value));
    }
  };
  await Promise.all(lanes.flatMap((lane) => Array.from({ length: lane.depth }, () => work(lane))));
}

/** Puts results that come in any order into theirs. */
class ResultQueue {
  readonly #limit: number;
  readonly #write: (result: BatchResult, batch: Batch) => Promise<void>;
  readonly #ready = new Map<number, { readonly batch: Batch; readonly result: BatchResult }>();
  #written = 0;
  #isWriting = false;
  #moved = Promise.withResolvers<void>();

  constructor(limit: number, write: (result: BatchResult, batch: Batch) => Promise<void>) {
    this.#limit = limit;
    this.#write = write;
  }

  /** Resolves when a result of this number may be made. The next one to be written always may, so nobody waits for ever. */
  async roomFor(index: number): Promise<void> {
    while (index >= this.#written + this.#limit) await this.#moved.promise;
  }

  /** Takes a result and writes all that are due, unless somebody else is at it. */
  async put(index: number, batch: Batch, result: BatchResult): Promise<void> {
    this.#ready.set(index, { batch, result });
    if (this.#isWriting) return;
    this.#isWriting = true;
    for (let next = this.#take(); next; next = this.#take()) {
      await this.#write(next.result, next.batch);
      this.#written++;
      this.#moved.resolve();
      this.#moved = Promise.withResolvers<void>();
    }
    this.#isWriting = false;
  }

  #take(): { readonly batch: Batch; readonly result: BatchResult } | undefined {
    const next = this.#ready.get(this.#written);
    this.#ready.delete(this.#written);
    return next;
  }
}
