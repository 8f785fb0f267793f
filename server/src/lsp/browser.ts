import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { startServer } from "./server.ts";

/** The global scope of a dedicated worker, as far as it matters here; the compiler's DOM types know it as a window. */
const scope = globalThis as unknown as MessagePort & { readonly tenantConfigLock?: string };

// Held until the worker ends, by which a client that gave it a name learns of that: a browser tells nobody.
if (scope.tenantConfigLock !== undefined) {
  void navigator.locks.request(scope.tenantConfigLock, () => new Promise(() => undefined));
}

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  hostFiles: undefined,
  processEnvironment: {},
  timer: (callback, milliseconds) => {
    const handle = setTimeout(callback, milliseconds);
    return () => clearTimeout(handle);
  },
  now: () => performance.now(),
});
