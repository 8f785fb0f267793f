import { type Disposable, type TextDocument, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from "vscode-languageclient";
import {
  type DocumentParams,
  type InitializationOptions,
  READ_DIRECTORY_REQUEST,
  READ_FILE_REQUEST,
  STATUS_NOTIFICATION,
  type StatusParams,
} from "../../server/src/protocol.ts";
import { CANDIDATE_LANGUAGES } from "./candidate.ts";
import { linkCodes } from "./code-pages.ts";
import { absoluteTenantsPaths, fileAccess } from "./file-access.ts";
import { restartPolicy } from "./restart-policy.ts";
import type { ConnectOptions, ServerConnection } from "./runtime.ts";

/** Id of the client: the section of `trace.server`, which the library reads by itself. */
export const CLIENT_ID = "tenantConfig";

/** Name of the client in the log. */
export const CLIENT_NAME = "Tenant Config";

/** Makes the host's own client with these options, starts it and serves its questions for files. */
export async function connectWith(
  options: ConnectOptions,
  makeClient: (clientOptions: LanguageClientOptions) => BaseLanguageClient,
  afterStop?: () => void,
): Promise<ServerConnection> {
  const watchers = ["**/*.{yaml,yml,json}", "**/.env*"].map((glob) => workspace.createFileSystemWatcher(glob));
  const client = quiet(makeClient(clientOptions(options, watchers)));
  const disposables = [...watchers, ...serve(client, options)];
  const dispose = async (): Promise<void> => {
    for (const disposable of disposables) disposable.dispose();
    try {
      await client.dispose();
    } catch (error) {
      // A server that ended badly can not be asked to shut down; there is nothing left to stop then.
      options.log.debug(`Stopping the server: ${String(error)}`);
    }
    afterStop?.();
  };
  try {
    await client.start();
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    request: <Result>(method: string, params: unknown, token?: Parameters<ServerConnection["request"]>[2]) =>
      client.sendRequest<Result>(method, params, token),
    dispose,
  };
}

function clientOptions(
  options: ConnectOptions,
  watchers: ReturnType<typeof workspace.createFileSystemWatcher>[],
): LanguageClientOptions {
  return {
    // No scheme: unsaved, remote and virtual files are edited like any other.
    documentSelector: CANDIDATE_LANGUAGES.map((language) => ({ language })),
    outputChannel: options.log,
    diagnosticCollectionName: CLIENT_ID,
    initializationOptions: (): InitializationOptions => ({
      fileSystem: true,
      settings: plainSettings(),
      ...(options.messages && { messages: options.messages }),
    }),
    initializationFailedHandler: (error) => {
      options.log.error("The server refused to start.", error);
      return false;
    },
    synchronize: { configurationSection: CLIENT_ID, fileEvents: watchers },
    errorHandler: restartPolicy(Date.now, () => options.onGivenUp()),
    middleware: { ...leaveJsonOutline(), ...linkCodes() },
  };
}

// The settings object of VS Code has functions in it, which a message to a web worker can not carry.
function plainSettings(): unknown {
  return JSON.parse(JSON.stringify(workspace.getConfiguration(CLIENT_ID)));
}

// VS Code outlines and folds JSON itself; two answers would show every entry twice.
function leaveJsonOutline(): Middleware {
  const isJson = (document: TextDocument): boolean => document.languageId === "json" || document.languageId === "jsonc";
  return {
    provideDocumentSymbols: (document, token, next) => (isJson(document) ? undefined : next(document, token)),
    provideFoldingRanges: (document, context, token, next) =>
      isJson(document) ? undefined : next(document, context, token),
  };
}

// The library reports each failed request and each lost connection in a pop-up; the log is the place for them, and the
// session shows the one message that people can act on.
function quiet<Client extends BaseLanguageClient>(client: Client): Client {
  const { error, warn, info } = client;
  client.error = (message, data) => error.call(client, message, data, false);
  client.warn = (message, data) => warn.call(client, message, data, false);
  client.info = (message, data) => info.call(client, message, data, false);
  return client;
}

function serve(client: BaseLanguageClient, options: ConnectOptions): readonly Disposable[] {
  const files = fileAccess(() => absoluteTenantsPaths(options.environment));
  return [
    client.onNotification(STATUS_NOTIFICATION, (status: StatusParams) => options.onStatus(status)),
    client.onRequest(READ_FILE_REQUEST, (params: DocumentParams) => files.readFile(params)),
    client.onRequest(READ_DIRECTORY_REQUEST, (params: DocumentParams) => files.readDirectory(params)),
  ];
}
