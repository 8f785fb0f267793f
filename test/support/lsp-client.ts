import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import {
  type CancellationToken,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type {
  ClientCapabilities,
  ConfigurationParams,
  Diagnostic,
  InitializeResult,
  LogMessageParams,
  PublishDiagnosticsParams,
  Registration,
  ResourceOperationKind,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import {
  type DirectoryEntry,
  type InitializationOptions,
  READ_DIRECTORY_REQUEST,
  READ_FILE_REQUEST,
} from "../../server/src/protocol.ts";

const COMMAND = fileURLToPath(new URL("../../server/dist/cli.js", import.meta.url));

/** Longest wait for one answer or notification. A server that needs this long is broken, not slow. */
const TIME_LIMIT = 10_000;

/** What the client of a test can do and how it is set up. */
export interface ClientOptions {
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[];
  /** `rootUri` of clients that know no workspace folders; `folders` is left out then. */
  readonly rootUri?: string;
  /** Who starts a check; the server pushes when not given. */
  readonly diagnostics?: "push" | "pull";
  /** Answers `workspace/configuration` for the section in a scope; without it the client can not be asked. */
  readonly configuration?: (scopeUri: string | undefined) => unknown;
  /** The client takes registrations at run time. */
  readonly dynamicRegistration?: boolean;
  /** The client understands tab stops in completions. */
  readonly snippets?: boolean;
  /** The client asks for the documentation of a completion when it shows it. */
  readonly resolvesDocumentation?: boolean;
  /** The client takes links as definitions, and asks before it renames. */
  readonly navigation?: boolean;
  /** The client asks for the edits of code actions that come without. */
  readonly resolvesCodeActions?: boolean;
  /** What edits of the client can do with files; it then shows code actions that can not be done, too. */
  readonly fileOperations?: readonly ResourceOperationKind[];
  /** The client can be told to pull diagnostics again. */
  readonly diagnosticRefresh?: boolean;
  /** Language and region of the person, as editors send them (`fr`, `de-AT`). */
  readonly locale?: string;
  readonly initializationOptions?: InitializationOptions;
  /** Answers the server's file requests; `fileSystem` has to be set in the initialization options. */
  readonly files?: ClientFiles;
  /** Variables of the server's process, beside those that every process needs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** true when the test is about a fault, so that the server may log errors. */
  readonly mayLogErrors?: boolean;
}

/** Files that a client serves, by URI. */
export interface ClientFiles {
  readFile(uri: string): string | null | Promise<string | null>;
  readDirectory(uri: string): readonly DirectoryEntry[] | Promise<readonly DirectoryEntry[]>;
}

/** A notification as it arrived. */
export interface Received {
  readonly method: string;
  readonly params: unknown;
}

/**
 * Starts the built server, initializes it and answers with a client. When the test ends the server is shut down, and the test
 * fails if it wrote to its standard error, logged an error, or ended by itself.
 */
export async function startClient(t: TestContext, options: ClientOptions = {}): Promise<LspClient> {
  const client = new LspClient(options);
  t.after(() => client.stop());
  await client.initialize();
  return client;
}

/** Environment of a child process: nothing of the tester's own variables can decide a test. */
export function cleanEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const needed = ["PATH", "HOME", "SystemRoot", "TEMP", "TMP", "TMPDIR"];
  const kept = needed.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // Nor is anything left in the tester's home.
  return { ...Object.fromEntries(kept), NODE_DISABLE_COMPILE_CACHE: "1", ...extra };
}

/** One line per diagnostic, places counted from 1 as editors show them: `3:1-3:10 error unknown-property`. */
export function brief(diagnostics: readonly Diagnostic[]): readonly string[] {
  const severities = ["?", "error", "warning", "info", "hint"];
  return diagnostics.map(({ range: { start, end }, severity, code }) => {
    const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
    return `${place} ${severities[severity ?? 0]} ${code}`;
  });
}

/** A language client over standard input and output. Everything that waits rejects after a time limit or when the server ends. */
export class LspClient {
  /** Every notification of the server, in order. */
  readonly received: Received[] = [];
  /** Registrations that the server asked for. */
  readonly registrations: Registration[] = [];
  /** How often the server asked to pull diagnostics again. */
  refreshes = 0;
  /** Everything the server wrote to its standard error. */
  stderr = "";
  readonly #options: ClientOptions;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #connection: MessageConnection;
  readonly #versions = new Map<string, number>();
  readonly #listeners = new Set<(notification: Received) => void>();
  readonly #ended: Promise<number | null>;
  #stopping = false;
  #result: InitializeResult | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#child = spawn(process.execPath, [COMMAND, "lsp", "--stdio"], { env: cleanEnvironment(options.environment) });
    this.#ended = new Promise((resolve) => this.#child.on("close", resolve));
    this.#child.stderr.on("data", (data: Buffer) => {
      this.stderr += data.toString();
    });
    // Writing to a server that is gone fails here as well; the end itself is what the test hears of.
    this.#child.stdin.on("error", () => undefined);
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#serve();
    this.#connection.listen();
  }

  /** The server's answer to `initialize`. */
  get initializeResult(): InitializeResult {
    assert.ok(this.#result, "not initialized");
    return this.#result;
  }

  /** Says hello; {@link startClient} does it. */
  async initialize(): Promise<void> {
    const { folders, rootUri, locale, initializationOptions } = this.#options;
    this.#result = await this.request<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: rootUri ?? folders?.[0] ?? null,
      capabilities: capabilitiesOf(this.#options),
      ...(locale !== undefined && { locale }),
      ...(initializationOptions && { initializationOptions }),
      ...(rootUri === undefined && {
        workspaceFolders: (folders ?? []).map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf("/") + 1) })),
      }),
    });
    this.notify("initialized", {});
  }

  /** Answer to a request; rejects when the server says so, ends, or takes too long. */
  request<T>(method: string, params: unknown, token?: CancellationToken): Promise<T> {
    const answer = this.#connection.sendRequest<T>(method, params, ...(token ? [token] : []));
    return this.#limited(`an answer to ${method}`, answer);
  }

  /** Sends a notification. */
  notify(method: string, params: unknown): void {
    // A failure to write means that the server ended, which every wait reports.
    this.#connection.sendNotification(method, params).catch(() => undefined);
  }

  /** The next notification that fits. Call it before what causes the notification. */
  next<T>(method: string, fits: (params: T) => boolean = () => true): Promise<T> {
    return this.#find(method, fits, this.received.length);
  }

  /** The first notification that fits, also one that came before. */
  ever<T>(method: string, fits: (params: T) => boolean = () => true): Promise<T> {
    return this.#find(method, fits, 0);
  }

  /** Opens a document without waiting for its check. By default a version never comes twice, also not after closing. */
  open(uri: string, text: string, languageId = "tenant-config", version = this.#nextVersion(uri)): void {
    this.#versions.set(uri, version);
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  }

  /** Edits a document without waiting for its check. Changes are applied one behind the other. */
  change(uri: string, ...contentChanges: readonly TextDocumentContentChangeEvent[]): void {
    const version = this.#nextVersion(uri);
    this.#versions.set(uri, version);
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  /** Closes a document. */
  close(uri: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Does something and answers with the diagnostics that the server then pushes for the newest version of a document. */
  async diagnosticsAfter(uri: string, action: () => void): Promise<Diagnostic[]> {
    const pushed = this.next<PublishDiagnosticsParams>(
      "textDocument/publishDiagnostics",
      (params) => params.uri === uri && params.version === this.#versions.get(uri),
    );
    action();
    return (await pushed).diagnostics;
  }

  /** Opens a document and answers with its pushed diagnostics. */
  check(uri: string, text: string, languageId?: string): Promise<Diagnostic[]> {
    return this.diagnosticsAfter(uri, () => this.open(uri, text, languageId));
  }

  /** Diagnostics by `textDocument/diagnostic`. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<{ kind: string; items: Diagnostic[] }>("textDocument/diagnostic", {
      textDocument: { uri },
    });
    assert.equal(report.kind, "full");
    return report.items;
  }

  /** Waits until the server has taken in every message that was sent before. */
  async roundTrip(): Promise<void> {
    await this.request("textDocument/foldingRange", { textDocument: { uri: "untitled:not-open" } });
  }

  /** Messages in the server's log, of one type (1 error, 2 warning) or all. */
  logged(type?: number): readonly string[] {
    return this.received
      .filter(({ method }) => method === "window/logMessage")
      .map(({ params }) => params as LogMessageParams)
      .filter((message) => type === undefined || message.type === type)
      .map(({ message }) => message);
  }

  /** Ends the process without a word; for tests that are about a server that ends. */
  kill(): void {
    this.#stopping = true;
    this.#child.kill("SIGKILL");
  }

  /** Shuts the server down and looks whether it behaved. */
  async stop(): Promise<void> {
    if (this.#stopping) return;
    try {
      await this.request("shutdown", undefined);
      this.#stopping = true;
      this.notify("exit", undefined);
      const code = await this.#timed("the server to exit", this.#ended);
      assert.equal(code, 0, "exit code of the server");
      assert.equal(this.stderr, "", "standard error of the server");
      if (!this.#options.mayLogErrors) assert.deepEqual(this.logged(1), [], "errors in the server's log");
    } finally {
      this.#stopping = true;
      this.#connection.dispose();
      this.#child.kill("SIGKILL");
    }
  }

  #nextVersion(uri: string): number {
    return (this.#versions.get(uri) ?? 0) + 1;
  }

  #serve(): void {
    const connection = this.#connection;
    connection.onNotification((method, params) => {
      const notification = { method, params: Array.isArray(params) && params.length === 1 ? params[0] : params };
      this.received.push(notification);
      for (const listener of [...this.#listeners]) listener(notification);
    });
    connection.onRequest("workspace/configuration", ({ items }: ConfigurationParams) =>
      items.map(({ section, scopeUri }) =>
        section === "tenantConfig" ? (this.#options.configuration?.(scopeUri) ?? null) : null,
      ),
    );
    connection.onRequest("client/registerCapability", ({ registrations }: { registrations: Registration[] }) => {
      this.registrations.push(...registrations);
      return null;
    });
    connection.onRequest(
      "client/unregisterCapability",
      ({ unregisterations }: { unregisterations: { id: string }[] }) => {
        const gone = new Set(unregisterations.map(({ id }) => id));
        const kept = this.registrations.filter(({ id }) => !gone.has(id));
        this.registrations.splice(0, this.registrations.length, ...kept);
        return null;
      },
    );
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      for (const listener of [...this.#listeners]) listener({ method: "workspace/diagnostic/refresh", params: null });
      return null;
    });
    const { files } = this.#options;
    if (!files) return;
    connection.onRequest(READ_FILE_REQUEST, ({ uri }: { uri: string }) => files.readFile(uri));
    connection.onRequest(READ_DIRECTORY_REQUEST, ({ uri }: { uri: string }) => files.readDirectory(uri));
  }

  #find<T>(method: string, fits: (params: T) => boolean, from: number): Promise<T> {
    const matches = (notification: Received): boolean =>
      notification.method === method && fits(notification.params as T);
    const known = this.received.slice(from).find(matches);
    if (known) return Promise.resolve(known.params as T);
    const { promise, resolve } = Promise.withResolvers<T>();
    const listener = (notification: Received): void => {
      if (matches(notification)) resolve(notification.params as T);
    };
    this.#listeners.add(listener);
    return this.#limited(`the notification ${method}`, promise).finally(() => this.#listeners.delete(listener));
  }

  #limited<T>(what: string, promise: Promise<T>): Promise<T> {
    const early = this.#ended.then((code): never => {
      throw new Error(`The server ended (code ${code}) before ${what}. It wrote: ${this.stderr}`);
    });
    return this.#timed(what, Promise.race([promise, early]));
  }

  #timed<T>(what: string, promise: Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      const methods = this.received.slice(-10).map(({ method }) => method);
      reject(new Error(`Waited ${TIME_LIMIT} ms in vain for ${what}; the last messages: ${methods.join(", ")}`));
    }, TIME_LIMIT);
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  }
}

function capabilitiesOf(options: ClientOptions): ClientCapabilities {
  const { dynamicRegistration } = options;
  return {
    workspace: {
      ...(options.configuration && { configuration: true }),
      ...(options.rootUri === undefined && { workspaceFolders: true }),
      ...(dynamicRegistration !== undefined && { didChangeConfiguration: { dynamicRegistration } }),
      ...(options.diagnosticRefresh && { diagnostics: { refreshSupport: true } }),
      ...(options.fileOperations && {
        workspaceEdit: { documentChanges: true, resourceOperations: [...options.fileOperations] },
      }),
    },
    textDocument: {
      publishDiagnostics: { versionSupport: true, relatedInformation: true, dataSupport: true },
      completion: {
        completionItem: {
          snippetSupport: options.snippets === true,
          ...(options.resolvesDocumentation && { resolveSupport: { properties: ["documentation"] } }),
        },
      },
      ...(options.navigation && { definition: { linkSupport: true }, rename: { prepareSupport: true } }),
      ...(options.dynamicRegistration !== undefined && {
        formatting: { dynamicRegistration: options.dynamicRegistration },
      }),
      ...((options.resolvesCodeActions || options.fileOperations) && {
        codeAction: {
          disabledSupport: options.fileOperations !== undefined,
          ...(options.resolvesCodeActions && { resolveSupport: { properties: ["edit"] } }),
        },
      }),
      ...(options.diagnostics === "pull" && { diagnostic: { relatedDocumentSupport: false } }),
    },
  };
}
