import { commands, type Disposable, type ExtensionContext, l10n, Uri, window, workspace } from "vscode";
import { type Kind, SHOW_REFERENCES_COMMAND, type StatusParams } from "../../server/src/protocol.ts";
import { assignLanguage } from "./assign-language.ts";
import { CANDIDATE_LANGUAGES, mayBeTenantFile } from "./candidate.ts";
import { codePages } from "./code-pages.ts";
import { EffectivePreviews } from "./effective-preview.ts";
import { KnownFiles } from "./known-files.ts";
import { newTenant } from "./new-tenant.ts";
import type { Runtime } from "./runtime.ts";
import { ServerSession } from "./session.ts";
import { showReferences } from "./show-references.ts";
import { statusItem } from "./status.ts";
import { whyThisKind } from "./why-this-kind.ts";

/** What `activate` returns to other extensions and to tests. */
export interface ExtensionApi {
  /** Whether the server was started: it is not as long as only foreign files are open. */
  serverStarted(): boolean;
  /** What the server last said about an open document; undefined when the document is not ours or not checked yet. */
  statusOf(uri: Uri): StatusParams | undefined;
}

const checkDelay = 400;

/** Wires everything together; `stop` ends the server before VS Code ends the extension host. */
export function activateExtension(
  context: ExtensionContext,
  runtime: Runtime,
): { api: ExtensionApi; stop: () => Promise<void> } {
  const log = window.createOutputChannel("Tenant Config", { log: true });
  const session = new ServerSession(runtime, context.extensionUri, log);
  const files = new KnownFiles(session);
  const previews = new EffectivePreviews(context, session, files);
  context.subscriptions.push(
    log,
    session,
    files,
    previews,
    statusItem(files),
    codePages(context.extensionUri),
    assignLanguage(session),
    startAtFirstCandidate(session),
  );
  // Trust opens the .env files and the setting tenantConfig.env of the workspace.
  context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => void (session.started && session.restart())));
  const register = (id: string, run: (argument: unknown) => unknown): void => {
    context.subscriptions.push(commands.registerCommand(`tenantConfig.${id}`, run));
  };
  // The log is for developers and names the command; people read their own language.
  const guarded =
    (what: string, failed: (reason: string) => string, run: (argument: unknown) => Promise<unknown>) =>
    async (argument: unknown) => {
      try {
        return await run(argument);
      } catch (error) {
        log.error(what, error instanceof Error ? error : String(error));
        void window
          .showErrorMessage(failed(error instanceof Error ? error.message : String(error)), l10n.t("Show Log"))
          .then((answer) => {
            if (answer !== undefined) log.show();
          });
        return undefined;
      }
    };
  register(
    "previewEffective",
    guarded(
      "Preview Effective Configuration",
      (reason) => l10n.t("Preview Effective Configuration failed: {0}", reason),
      (argument) => previews.open(documentOf(argument)),
    ),
  );
  context.subscriptions.push(commands.registerCommand(SHOW_REFERENCES_COMMAND, showReferences));
  register(
    "newTenant",
    guarded(
      "New Tenant",
      (reason) => l10n.t("New Tenant failed: {0}", reason),
      (argument) => newTenant(session, argument),
    ),
  );
  register(
    "whyThisKind",
    guarded(
      "Why This Kind?",
      (reason) => l10n.t("Why This Kind? failed: {0}", reason),
      (argument) => whyThisKind(session, log, documentOf(argument)),
    ),
  );
  register("restartServer", () => session.restart());
  register("showLog", () => log.show());
  return {
    api: { serverStarted: () => session.started, statusOf: (uri) => files.get(uri) },
    stop: () => session.stop(),
  };
}

// Menus pass the file, tests may pass its URI as text, the palette passes nothing.
function documentOf(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  if (typeof argument === "string") return Uri.parse(argument);
  return window.activeTextEditor?.document.uri;
}

/** Watches documents until one of them could be ours, then starts the server and looks no further. */
function startAtFirstCandidate(session: ServerSession): Disposable {
  const listeners: Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    for (const listener of listeners.splice(0)) listener.dispose();
  };
  const check = (documents = workspace.textDocuments): void => {
    if (!session.started && !documents.some(isCandidate)) return;
    stop();
    if (!session.started) void session.start();
  };
  // Typing changes foreign files all the time: their text is looked at when it rests.
  const checkLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => check(), checkDelay);
  };
  listeners.push(
    workspace.onDidOpenTextDocument((document) => check([document])),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && CANDIDATE_LANGUAGES.includes(document.languageId)) checkLater();
    }),
    workspace.onDidChangeConfiguration((event) => {
      const settings = ["tenantConfig.fileKinds", "tenantConfig.schemas"];
      if (settings.some((setting) => event.affectsConfiguration(setting))) check();
    }),
  );
  check();
  return { dispose: stop };
}

function isCandidate(document: (typeof workspace.textDocuments)[number]): boolean {
  if (document.languageId === "tenant-config") return true;
  if (!CANDIDATE_LANGUAGES.includes(document.languageId)) return false;
  const settings = workspace.getConfiguration("tenantConfig", document.uri);
  const fileKinds = settings.get<Record<string, Kind | "none">>("fileKinds", {});
  const schemas = settings.get<Record<string, readonly string[]>>("schemas", {});
  return mayBeTenantFile(document.uri.path, document.getText(), fileKinds, schemas);
}
