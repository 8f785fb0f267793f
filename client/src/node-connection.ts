import { Uri } from "vscode";
import { LanguageClient, type NodeModule, TransportKind } from "vscode-languageclient/node";
import type { ConnectOptions, ServerConnection } from "./runtime.ts";
import { CLIENT_ID, CLIENT_NAME, connectWith } from "./server-connection.ts";

/** Starts the server as a process of its own; with `--inspect` on port 6009 when VS Code itself is debugged. */
export function connect(options: ConnectOptions): Promise<ServerConnection> {
  const run: NodeModule = {
    module: Uri.joinPath(options.extensionUri, "server", "dist", "lsp-node.js").fsPath,
    transport: TransportKind.ipc,
  };
  const debug: NodeModule = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  return connectWith(
    options,
    (clientOptions) => new LanguageClient(CLIENT_ID, CLIENT_NAME, { run, debug }, clientOptions),
  );
}
