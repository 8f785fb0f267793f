import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type Uri,
  window,
} from "vscode";
import type { StatusParams } from "../../server/src/protocol.ts";
import type { Runtime, ServerConnection } from "./runtime.ts";

/** The server from its first use to the end of the extension: started once, restarted on demand. */
export class ServerSession implements Disposable {
  readonly #runtime: Runtime;
  readonly #extensionUri: Uri;
  readonly #log: LogOutputChannel;
  readonly #statusEmitter = new EventEmitter<StatusParams>();
  readonly #restartEmitter = new EventEmitter<void>();
  #connection: Promise<ServerConnection> | undefined;

  /** A document was checked. */
  readonly onStatus = this.#statusEmitter.event;
  /** A new server runs: what the old one had said is void. */
  readonly onRestart = this.#restartEmitter.event;

  constructor(runtime: Runtime, extensionUri: Uri, log: LogOutputChannel) {
    this.#runtime = runtime;
    this.#extensionUri = extensionUri;
    this.#log = log;
  }

  /** Whether the server was ever asked for. */
  get started(): boolean {
    return this.#connection !== undefined;
  }

  /** Starts the server unless it was started; says so in the log and in one message when that fails. */
  async start(): Promise<void> {
    try {
      await this.#connect();
    } catch (error) {
      this.#log.error("The server did not start.", error instanceof Error ? error : String(error));
      this.#complain(l10n.t("The Tenant Config server could not be started."));
    }
  }

  /** Asks the server, which is started first when needed; rejects when it can not answer. */
  async request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result> {
    const connection = await this.#connect();
    return connection.request<Result>(method, params, token);
  }

  /** Replaces the server by a new one. */
  async restart(): Promise<void> {
    await this.stop();
    this.#log.info("Restarting the server.");
    this.#restartEmitter.fire();
    await this.start();
  }

  /** Stops the server; the next request starts a new one. */
  async stop(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    // A connection that never came up has been reported by whoever waited for it.
    const running = await connection?.catch(() => undefined);
    await running?.dispose();
  }

  dispose(): void {
    void this.stop();
    this.#statusEmitter.dispose();
    this.#restartEmitter.dispose();
  }

  #connect(): Promise<ServerConnection> {
    this.#connection ??= this.#runtime.connect({
      extensionUri: this.#extensionUri,
      log: this.#log,
      environment: this.#runtime.environment,
      onStatus: (status) => this.#statusEmitter.fire(status),
      onGivenUp: () =>
        this.#complain(
          l10n.t("The Tenant Config server ended five times within three minutes and is not started again."),
        ),
    });
    return this.#connection;
  }

  #complain(message: string): void {
    const [showLog, restart] = [l10n.t("Show Log"), l10n.t("Restart Server")];
    void window.showErrorMessage(message, showLog, restart).then((answer) => {
      if (answer === showLog) this.#log.show();
      if (answer === restart) void this.restart();
    });
  }
}
