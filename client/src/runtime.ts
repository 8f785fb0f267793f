import type { CancellationToken, LogOutputChannel, Uri } from "vscode";
import type { StatusParams } from "../../server/src/protocol.ts";

/** A language server that answers; whoever connected disposes it. */
export interface ServerConnection {
  /** Sends a request of `protocol.ts`; rejects when the server can not answer. */
  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result>;
  /** Stops the server and ends every registration made for it; never rejects. */
  dispose(): Promise<void>;
}

/** What a connection needs from the extension. */
export interface ConnectOptions {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  /** Variables of the process; empty in the browser. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Messages of the server in the language of VS Code, for a server that can not load them itself. */
  readonly messages?: Readonly<Record<string, string>>;
  /** Called for every document the server has checked. */
  onStatus(status: StatusParams): void;
  /** Called once when the server ended too often and is not started again. */
  onGivenUp(): void;
}

/** What differs between the desktop and the browser. */
export interface Runtime {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Loads the language client library, which nothing needs before, and starts the server. */
  connect(options: ConnectOptions): Promise<ServerConnection>;
}
