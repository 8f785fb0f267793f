import type { ExtensionContext } from "vscode";
import { activateExtension, type ExtensionApi } from "./extension.ts";

let stop: (() => Promise<void>) | undefined;

/** Entry of the extension in the web extension host. */
export function activate(context: ExtensionContext): ExtensionApi {
  const extension = activateExtension(context, {
    environment: {},
    // One bundle in the browser; the dynamic import only keeps the library from running before it is needed.
    connect: async (options) => (await import("./browser-connection.ts")).connect(options),
  });
  stop = extension.stop;
  return extension.api;
}

/** Called by VS Code before the extension host ends. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
