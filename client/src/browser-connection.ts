import { env, Uri, workspace } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import type { ConnectOptions, ServerConnection } from "./runtime.ts";
import { CLIENT_ID, CLIENT_NAME, connectWith } from "./server-connection.ts";

/** Starts the server in a web worker. */
export async function connect(options: ConnectOptions): Promise<ServerConnection> {
  // A worker may only be made from the page's own origin, and extensions are served from another one: hence the blob.
  const script = await workspace.fs.readFile(Uri.joinPath(options.extensionUri, "server", "dist", "lsp-browser.js"));
  const lock = `tenant-config-${crypto.randomUUID()}`;
  const source = [`globalThis.tenantConfigLock = "${lock}";\n`, new Uint8Array(script)];
  const url = URL.createObjectURL(new Blob(source, { type: "text/javascript" }));
  const workers: Worker[] = [];
  // Transports instead of the worker itself: the web host replaces `Worker`, and the library then does not recognise one.
  const makeTransports = async (): Promise<MessageTransports> => {
    // A restart after a crash asks again; the old worker would live on.
    for (const worker of workers.splice(0)) worker.terminate();
    const worker = new Worker(url);
    workers.push(worker);
    const reader = new EndingReader(worker);
    worker.addEventListener("message", () => void whenReleased(lock).then(() => reader.end()), { once: true });
    return { reader, writer: new BrowserMessageWriter(worker) };
  };
  return connectWith(
    { ...options, messages: await messagesOf(options) },
    (clientOptions) => new LanguageClient(CLIENT_ID, CLIENT_NAME, makeTransports, clientOptions),
    () => {
      for (const worker of workers) worker.terminate();
      URL.revokeObjectURL(url);
    },
  );
}

/** Messages of the server in the language of VS Code; undefined when there are none, as for English. */
async function messagesOf({
  extensionUri,
  log,
}: ConnectOptions): Promise<Readonly<Record<string, string>> | undefined> {
  const language = env.language.split("-", 1)[0] ?? "";
  if (language === "en") return undefined;
  try {
    const file = Uri.joinPath(extensionUri, "server", "l10n", `bundle.l10n.${language}.json`);
    return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
  } catch {
    log.info(`The server has no messages for the language ${language}.`);
    return undefined;
  }
}

/** Reads what a worker sends, until somebody says that it has ended: a browser does not tell. */
class EndingReader extends BrowserMessageReader {
  /** The worker has ended, so the client can start another one. */
  end(): void {
    this.fireClose();
  }
}

/** Waits until nobody holds the lock any more: the server holds it as long as it lives. Never ends when nobody holds it. */
async function whenReleased(name: string): Promise<void> {
  const { held } = await navigator.locks.query();
  if (!held?.some((lock) => lock.name === name)) return new Promise(() => undefined);
  await navigator.locks.request(name, () => undefined);
}
