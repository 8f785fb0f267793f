import { commands, type Disposable, EventEmitter, Uri, workspace } from "vscode";
import type { StatusParams } from "../../server/src/protocol.ts";
import type { ServerSession } from "./session.ts";

/** What the server last said about the open documents that are ours; also the context key of the menus. */
export class KnownFiles implements Disposable {
  readonly #statuses = new Map<string, StatusParams>();
  readonly #emitter = new EventEmitter<string>();
  readonly #disposables: readonly Disposable[];

  /** The status of the document with this URI came, changed or went. */
  readonly onChange = this.#emitter.event;

  constructor(session: ServerSession) {
    this.#disposables = [
      session.onStatus((status) => this.#set(status)),
      session.onRestart(() => this.#clear()),
      workspace.onDidCloseTextDocument((document) => this.#delete(document.uri.toString())),
    ];
  }

  /** The status of one document; undefined when it is not ours or not yet checked. */
  get(uri: Uri): StatusParams | undefined {
    return this.#statuses.get(uri.toString());
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#emitter.dispose();
  }

  #set(status: StatusParams): void {
    const uri = Uri.parse(status.uri).toString();
    if (status.kind === undefined) {
      this.#delete(uri);
      return;
    }
    const isOther = this.#statuses.get(uri)?.kind !== status.kind;
    this.#statuses.set(uri, status);
    if (isOther) this.#publish();
    this.#emitter.fire(uri);
  }

  #delete(uri: string): void {
    if (!this.#statuses.delete(uri)) return;
    this.#publish();
    this.#emitter.fire(uri);
  }

  #clear(): void {
    for (const uri of [...this.#statuses.keys()]) this.#delete(uri);
  }

  #publish(): void {
    // The menus are about tenant configurations alone.
    const ours = [...this.#statuses].filter(([, { kind }]) => kind !== "custom").map(([uri]) => uri);
    void commands.executeCommand("setContext", "tenantConfig.files", ours);
  }
}
