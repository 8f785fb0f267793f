import { SHARE_ENV, Worker } from "node:worker_threads";
import { type Batch, type BatchResult, type CheckPlan, messageOf } from "./check-batch.ts";
import type { Lane } from "./lanes.ts";
import { NO_COUNTS } from "./report.ts";

/** What a worker says when it has loaded; every later message is the result of the oldest batch that is not answered yet. */
export const READY = "ready";

/**
 * What a check leaves behind is garbage at once, so a small young generation is cleared as fast as a large one, and the memory of a run
 * stays small.
 */
const YOUNG_MEGABYTES = 12;

/** A batch that was sent and not answered. */
interface Waiting {
  readonly batch: Batch;
  readonly resolve: (result: BatchResult | undefined) => void;
}

/**
 * A worker thread; `script` is `check-worker.ts`, built or not. When the thread ends by a fault, the batch it was at is an error of the
 * run, and the lane does not come to the others. A thread that can not even start, as where the system allows no more of them, takes
 * nothing with it.
 */
export function workerLane(script: URL, plan: CheckPlan): Lane {
  const worker = new Worker(script, {
    workerData: plan,
    env: SHARE_ENV,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting: Waiting[] = [];
  let isReady = false;
  let hasEnded = false;
  const ended = (reason: string): void => {
    if (hasEnded) return;
    hasEnded = true;
    const current = isReady ? waiting.shift() : undefined;
    current?.resolve(lost(current.batch, reason));
    for (const { resolve } of waiting.splice(0)) resolve(undefined);
  };
  worker.on("message", (message: typeof READY | BatchResult) => {
    if (message === READY) isReady = true;
    else waiting.shift()?.resolve(message);
  });
  worker.on("messageerror", (error) => ended(messageOf(error)));
  worker.on("error", (error) => ended(messageOf(error)));
  worker.on("exit", (code) => ended(`exit code ${code}`));
  return {
    depth: 2,
    check: (batch) => {
      if (hasEnded) return Promise.resolve(undefined);
      const { promise, resolve } = Promise.withResolvers<BatchResult | undefined>();
      waiting.push({ batch, resolve });
      worker.postMessage(batch);
      return promise;
    },
    end: () => {
      hasEnded = true;
      void worker.terminate();
    },
  };
}

function lost(batch: Batch, reason: string): BatchResult {
  const others = batch.length > 1 ? ` and ${batch.length - 1} more` : "";
  const error = `${batch[0]?.path}${others}: could not be checked: the thread that checked them ended (${reason}).`;
  return { text: "", counts: NO_COUNTS, errors: [error] };
}
