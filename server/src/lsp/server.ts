import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type InitializationOptions, STATUS_NOTIFICATION } from "../protocol.ts";
import type { CheckResult, CompletionOptions, Document, Service, Workspace } from "../service.ts";
import type { Settings } from "../settings.ts";
import { canonical } from "../tenants/uri-path.ts";
import type { HostFiles } from "../tenants/workspace.ts";
import type { Answer, AnswerOfWorkspace } from "./answer.ts";
import { codeActionOptions, FEATURES, RENAMED_FILES } from "./capabilities.ts";
import { registerEmbedded } from "./embedded-requests.ts";
import { FolderSettings } from "./folder-settings.ts";
import {
  FormattingRegistration,
  formattingCapabilities,
  registerFormatting,
  registersFormattingLater,
} from "./formatting-requests.ts";
import { readOptions, workspaceFolders } from "./initialize-params.ts";
import { loadEngine, type Translation } from "./load-engine.ts";
import { registerNavigation } from "./navigation-requests.ts";
import { registerOwn } from "./own-requests.ts";
import { registerReading } from "./reading-requests.ts";
import { runSafe } from "./run-safe.ts";
import { Scheduler, type Timer } from "./scheduler.ts";
import { registerSeeing } from "./seeing-requests.ts";
import { serverWorkspace } from "./server-workspace.ts";
import { statusOf } from "./status.ts";
import { registerWriting } from "./writing-requests.ts";

/** What differs between Node and a web worker. */
export interface Runtime {
  readonly hostFiles: HostFiles | undefined;
  readonly processEnvironment: Readonly<Record<string, string | undefined>>;
  readonly timer: Timer;
  readonly now: () => number;
  /** Messages in other languages; a client may send those of its own instead. */
  readonly translation?: Translation;
}

const SECTION = "tenantConfig";

/** Starts serving on a connection. The server lives until the connection ends. `load` brings the engine that answers. */
export function startServer(connection: Connection, runtime: Runtime, load: typeof loadEngine = loadEngine): void {
  const server = new Server(connection, runtime, load);
  server.listen();
}

/** Wiring only: each handler looks up the document, calls one verb of the service and sends its answer. */
class Server {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #load: typeof loadEngine;
  readonly #documents = new TextDocuments(TextDocument);
  #engine: Promise<Service> | undefined;
  /** Language and region of the client; undefined when it does not say. */
  #locale: string | undefined;
  readonly #scheduler: Scheduler;
  #workspace: Workspace | undefined;
  readonly #settings = new FolderSettings({
    read: (folder) => this.#readSection(folder),
    warn: (message) => this.#logOnce([message]),
  });
  #options: InitializationOptions = {};
  #capabilities: ClientCapabilities = {};
  #folders: readonly string[] = [];
  readonly #logged = new Set<string>();
  /** Settings whose notices are logged. */
  readonly #noticed = new WeakSet<Settings>();
  readonly #formatting: FormattingRegistration;

  constructor(connection: Connection, runtime: Runtime, load: typeof loadEngine) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#load = load;
    this.#formatting = new FormattingRegistration(connection);
    this.#scheduler = new Scheduler((uri) => this.#publish(uri), runtime.timer, runtime.now);
  }

  listen(): void {
    this.#registerLifecycle();
    this.#registerDocuments();
    this.#registerFeatures();
    this.#documents.listen(this.#connection);
    this.#connection.listen();
  }

  #registerLifecycle(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => {
      if (this.#capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
        this.#inBackground("watching settings", () =>
          connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }),
        );
      }
      // Our own client watches the files itself and says so by answering file requests.
      if (
        this.#capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration &&
        this.#options.fileSystem !== true
      ) {
        const watchers = ["**/*.{yaml,yml,json}", "**/.env*"].map((globPattern) => ({ globPattern }));
        this.#inBackground("watching files", () =>
          connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
        );
      }
      if (this.#registersFormatting) this.#inBackground("registering formatting", () => this.#updateFormatting());
      if (this.#capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders((event) => {
          const removed = new Set(event.removed.map((folder) => canonical(folder.uri)));
          this.#setFolders([
            ...this.#folders.filter((uri) => !removed.has(canonical(uri))),
            ...event.added.map((folder) => folder.uri),
          ]);
          this.#recheckAll();
        });
      }
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      const pushed =
        typeof settings === "object" && settings !== null ? (settings as Record<string, unknown>)[SECTION] : undefined;
      if (pushed !== undefined) this.#options = { ...this.#options, settings: pushed };
      this.#settings.clear();
      if (this.#registersFormatting) this.#inBackground("registering formatting", () => this.#updateFormatting());
      this.#recheckAll();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.#inBackground("changed files", async () => {
        const service = await this.#service;
        for (const change of changes) service.fileChanged(change.uri);
        if (changes.some((change) => change.type !== 2)) service.filesMoved();
        this.#recheckAll();
      });
    });
    connection.onShutdown(() => this.#scheduler.dispose());
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#capabilities = params.capabilities;
    this.#options = readOptions(params.initializationOptions);
    this.#setFolders(workspaceFolders(params));
    this.#locale = params.locale;
    this.#runtime.timer(() => this.#inBackground("loading the engine", () => this.#service), 0);
    return {
      serverInfo: { name: "tenant-config" },
      capabilities: {
        ...FEATURES,
        // A client that can not ask first must not be told that it may.
        renameProvider: this.#capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
        ...formattingCapabilities(this.#registersFormatting),
        ...(this.#usesPull && {
          diagnosticProvider: { identifier: "tenant-config", interFileDependencies: true, workspaceDiagnostics: false },
        }),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: RENAMED_FILES },
        },
      },
    };
  }

  /** The engine. When it could not be loaded, the next who asks tries again. */
  get #service(): Promise<Service> {
    this.#engine ??= this.#load(
      this.#locale,
      this.#options.messages ?? this.#runtime.translation,
      this.#connection.console,
    ).catch((error: unknown) => {
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  /** Does what nobody waits for. A fault in it is written to the log: in Node it would end the process. */
  #inBackground(what: string, handler: () => Promise<unknown>): void {
    void runSafe(what, undefined, undefined, this.#connection.console, handler);
  }

  get #registersFormatting(): boolean {
    return registersFormattingLater(this.#capabilities, this.#options.fileSystem === true);
  }

  get #usesPull(): boolean {
    return this.#capabilities.textDocument?.diagnostic !== undefined;
  }

  #setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#settings.clear();
    this.#workspace = serverWorkspace(this.#connection, this.#documents, {
      folders,
      clientFiles: this.#options.fileSystem === true,
      hostFiles: this.#runtime.hostFiles,
      processEnvironment: this.#runtime.processEnvironment,
    });
  }

  #registerDocuments(): void {
    this.#documents.onDidChangeContent(({ document }) => {
      this.#forget(document.uri);
      if (!this.#usesPull) this.#scheduler.schedule(document.uri);
    });
    this.#documents.onDidClose(({ document }) => {
      this.#forget(document.uri);
      this.#scheduler.forget(document.uri);
      if (!this.#usesPull) void this.#connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
  }

  #forget(uri: string): void {
    this.#inBackground(`change of ${uri}`, async () => (await this.#service).fileChanged(uri));
  }

  #recheckAll(): void {
    // Hints tell what variables stand for, so they change with what surrounds a document.
    const { inlayHint, diagnostics } = this.#connection.languages;
    const { workspace } = this.#capabilities;
    if (workspace?.inlayHint?.refreshSupport) this.#inBackground("refreshing hints", () => inlayHint.refresh());
    if (!this.#usesPull) for (const document of this.#documents.all()) this.#scheduler.schedule(document.uri);
    else if (workspace?.diagnostics?.refreshSupport) {
      this.#inBackground("refreshing diagnostics", () => diagnostics.refresh());
    }
  }

  async #publish(uri: string): Promise<void> {
    await runSafe(`check ${uri}`, undefined, undefined, this.#connection.console, async () => {
      const document = this.#documents.get(uri);
      if (!document) return;
      const { version } = document;
      const result = await this.#check(document);
      if (this.#isCurrent(document, version)) {
        await this.#connection.sendDiagnostics({ uri, version, diagnostics: result.diagnostics });
      }
    });
  }

  /**
   * The library edits documents in place, and a closed document may be opened again with any version: what was computed for an
   * older state is dropped, the scheduler runs again.
   */
  #isCurrent(document: TextDocument, version: number): boolean {
    return this.#documents.get(document.uri) === document && document.version === version;
  }

  async #check(document: TextDocument): Promise<CheckResult> {
    const { uri, version } = document;
    const result = await (await this.#service).check(
      snapshot(document),
      this.#currentWorkspace,
      await this.#settingsOf(uri),
    );
    if (this.#isCurrent(document, version)) {
      this.#inBackground("status", () =>
        this.#connection.sendNotification(STATUS_NOTIFICATION, statusOf(uri, version, result)),
      );
    }
    return result;
  }

  async #updateFormatting(): Promise<void> {
    await this.#formatting.update((await this.#workspaceSettings).format.enable);
  }

  get #currentWorkspace(): Workspace {
    if (!this.#workspace) throw new Error("The server was asked before it was initialized.");
    return this.#workspace;
  }

  async #settingsOf(uri: string): Promise<Settings> {
    const settings = await this.#settings.of(uri, this.#folders);
    this.#inBackground("notices", () => this.#logNotices(settings));
    return settings;
  }

  /** Settings for what is about no document: those of the first folder. */
  get #workspaceSettings(): Promise<Settings> {
    return this.#settingsOf(this.#folders[0] ?? "");
  }

  /** Our section of the settings, from the client when it can be asked, else as it was sent. */
  #readSection(folder: string | undefined): Promise<unknown> {
    if (this.#capabilities.workspace?.configuration !== true) return Promise.resolve(this.#options.settings);
    const scope = folder === undefined ? {} : { scopeUri: folder };
    return this.#connection.workspace.getConfiguration({ section: SECTION, ...scope });
  }

  async #logNotices(settings: Settings): Promise<void> {
    if (this.#noticed.has(settings)) return;
    this.#noticed.add(settings);
    const service = await this.#service;
    for (const folder of this.#folders)
      this.#logOnce(await service.notices(`${folder}/tenants`, this.#currentWorkspace, settings));
  }

  /** Settings and variables are read again at every change; what was said of them is not said again. */
  #logOnce(lines: readonly string[]): void {
    for (const line of lines) {
      if (this.#logged.has(line)) continue;
      this.#logged.add(line);
      this.#connection.console.warn(line);
    }
  }

  readonly #answer: Answer = (what, uri, token, nothing, verb) =>
    runSafe(`${what} ${uri}`, token, nothing, this.#connection.console, async () => {
      const document = this.#documents.get(uri);
      if (!document) return nothing;
      return verb(await this.#service, snapshot(document), this.#currentWorkspace, await this.#settingsOf(uri));
    });

  readonly #ofWorkspace: AnswerOfWorkspace = (what, token, nothing, verb) =>
    runSafe(what, token, nothing, this.#connection.console, async () =>
      verb(await this.#service, this.#currentWorkspace, await this.#workspaceSettings),
    );

  #registerFeatures(): void {
    const connection = this.#connection;
    registerReading(connection, this.#answer);
    registerSeeing(connection, this.#answer, () => {
      // Only our own client has these commands.
      const isOurs = this.#options.fileSystem === true;
      return { showsReferences: isOurs, showsPreview: isOurs };
    });
    registerEmbedded(connection, this.#answer);
    registerWriting(connection, this.#answer, () => ({
      completion: this.#completionOptions,
      codeActions: codeActionOptions(this.#capabilities),
    }));
    registerNavigation(connection, this.#answer, {
      linkSupport: () => this.#capabilities.textDocument?.definition?.linkSupport === true,
      ofWorkspace: this.#ofWorkspace,
    });
    registerOwn(connection, this.#answer, this.#ofWorkspace, () => this.#folders[0]);
    registerFormatting(connection, this.#answer, (line) => this.#logOnce([line]));
    connection.languages.diagnostics.on((params, token) => this.#pull(params.textDocument.uri, token));
  }

  async #pull(uri: string, token: CancellationToken): Promise<{ kind: "full"; items: CheckResult["diagnostics"] }> {
    const nothing: CheckResult["diagnostics"] = [];
    const answer = await runSafe(`diagnostics ${uri}`, token, nothing, this.#connection.console, async () => {
      const document = this.#documents.get(uri);
      return document ? (await this.#check(document)).diagnostics : nothing;
    });
    if (!Array.isArray(answer)) throw answer;
    return { kind: DocumentDiagnosticReportKind.Full, items: answer };
  }

  get #completionOptions(): CompletionOptions {
    const item = this.#capabilities.textDocument?.completion?.completionItem;
    return {
      snippets: item?.snippetSupport === true,
      resolvesDocumentation: item?.resolveSupport?.properties.includes("documentation") === true,
      triggerSuggest: this.#options.fileSystem === true,
    };
  }
}

/** The document as it is now; the library's own object changes with the next edit. */
function snapshot(document: TextDocument): Document {
  return { uri: document.uri, languageId: document.languageId, text: document.getText() };
}
