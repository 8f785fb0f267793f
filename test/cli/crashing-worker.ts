/** A worker of `validate` that ends without a word at a batch with a file named `crash`, as one that runs out of memory would. */
import { parentPort } from "node:worker_threads";
import type { Batch } from "../../server/src/cli/check-batch.ts";

parentPort?.on("message", (batch: Batch) => {
  if (batch.some((file) => file.path.includes("crash"))) process.exit(7);
});
await import("../../server/src/cli/check-worker.ts");
