/** The command line as it is in the sources, for tests that run without a build. */
import { main } from "../../server/src/cli/main.ts";

await main({
  workerScript: new URL("../../server/src/cli/check-worker.ts", import.meta.url),
  serve: () => {
    throw new Error("Only the built command line serves.");
  },
  done: () => undefined,
});
