import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeFiles } from "../node/node-files.ts";
import { startServer } from "./server.ts";
import { translation } from "./translations.ts";

/** Serves on the channel that the command line names: `--node-ipc`, `--stdio`, `--pipe=…` or `--socket=…`. */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all), {
    hostFiles: nodeFiles,
    processEnvironment: process.env,
    timer: (callback, milliseconds) => {
      const handle = setTimeout(callback, milliseconds);
      return () => clearTimeout(handle);
    },
    now: () => performance.now(),
    translation,
  });
}
