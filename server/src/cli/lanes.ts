import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { type Batch, type BatchResult, batchCheck, type CheckPlan } from "./check-batch.ts";

/** A thread that checks batches. */
export interface Lane {
  /** Batches that are handed over at a time: a worker has the next one at hand while the answer to the last one travels. */
  readonly depth: number;
  /** Checks a batch; undefined when this lane did not come to it because it ended. Never rejects. */
  check(batch: Batch): Promise<BatchResult | undefined>;
  /** Ends the thread. */
  end(): void;
}

/** The thread this runs on; between two batches it writes and hears what there is to hear. */
export function ownLane(plan: CheckPlan): Lane {
  const check = batchCheck(plan);
  return {
    depth: 1,
    check: async (batch) => {
      const result = await check(batch);
      await turnOfTheLoop();
      return result;
    },
    end: () => undefined,
  };
}
