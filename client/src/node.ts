import { createRequire } from "node:module";
import type { ExtensionContext } from "vscode";
import { activateExtension, type ExtensionApi } from "./extension.ts";
import type { ConnectOptions } from "./runtime.ts";

let stop: (() => Promise<void>) | undefined;

/** Entry of the extension in Node: desktop, remote and code-server. */
export function activate(context: ExtensionContext): ExtensionApi {
  const extension = activateExtension(context, {
    environment: process.env,
    // A bundle of its own next to this one: foreign YAML files must not pay for loading the client library.
    connect: (options: ConnectOptions) => {
      const connection = createRequire(__filename)("./connection.cjs") as typeof import("./node-connection.ts");
      return connection.connect(options);
    },
  });
  stop = extension.stop;
  return extension.api;
}

/** Called by VS Code before the extension host ends. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
