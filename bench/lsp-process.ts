import { type ChildProcess, spawn } from "node:child_process";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

/** A language server as a process, spoken to over its standard streams. */
export interface LspProcess {
  readonly connection: MessageConnection;
  readonly pid: number;
  /** The handshake of an editor. Returns the `performance.now()` at which the server had answered to `initialize`. */
  initialize(capabilities: object): Promise<number>;
  /** Ends the process at once. */
  stop(): void;
}

/** Starts a server; settings it asks for are answered with `configuration`. */
export function startProcess(script: string, args: readonly string[], configuration: unknown): LspProcess {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], { stdio: ["pipe", "pipe", "ignore"] });
  if (!child.stdout || !child.stdin) throw new Error("The server has no standard streams.");
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) =>
    items.map(() => configuration),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  return {
    connection,
    pid: child.pid ?? 0,
    initialize: async (capabilities) => {
      const workspace = { rootUri: null, workspaceFolders: null };
      await connection.sendRequest("initialize", { processId: process.pid, ...workspace, capabilities });
      const answered = performance.now();
      await connection.sendNotification("initialized", {});
      await connection.sendNotification("workspace/didChangeConfiguration", { settings: { yaml: configuration } });
      return answered;
    },
    stop: () => {
      connection.dispose();
      child.kill("SIGKILL");
    },
  };
}
