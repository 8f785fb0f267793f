import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { startServer } from "./server.ts";

/** The global scope of a dedicated worker, as far as messages go; the compiler's DOM types know it as a window. */
const scope = globalThis as unknown as MessagePort;

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  hostFiles: undefined,
  processEnvironment: {},
  timer: (callback, milliseconds) => {
    const handle = setTimeout(callback, milliseconds);
    return () => clearTimeout(handle);
  },
  now: () => performance.now(),
});
