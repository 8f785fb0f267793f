/** Entry of the worker threads of `validate`: says that it is ready, then answers the batches that it is sent in their order. */
import { parentPort, workerData } from "node:worker_threads";
import { type Batch, batchCheck, type CheckPlan } from "./check-batch.ts";
import { READY } from "./worker-lane.ts";

const check = batchCheck(workerData as CheckPlan);
let last: Promise<unknown> = Promise.resolve();

parentPort?.on("message", (batch: Batch) => {
  last = last.then(async () => parentPort?.postMessage(await check(batch)));
});
parentPort?.postMessage(READY);
