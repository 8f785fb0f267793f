import {
  type Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { PREVIEW_VIEW_TYPE, parsePageState } from "./effective-messages.ts";
import { webviewRoot } from "./effective-page.ts";
import { EffectivePanel } from "./effective-panel.ts";
import type { KnownFiles } from "./known-files.ts";
import type { ServerSession } from "./session.ts";

/** The previews of effective configurations: one panel per document, alive until they or the extension end. */
export class EffectivePreviews implements Disposable {
  readonly #context: ExtensionContext;
  readonly #session: ServerSession;
  readonly #panels = new Map<string, EffectivePanel>();
  readonly #disposables: readonly Disposable[];

  constructor(context: ExtensionContext, session: ServerSession, files: KnownFiles) {
    this.#context = context;
    this.#session = session;
    const isShown = (uri: Uri): boolean => this.#panels.has(uri.toString()) || files.get(uri) !== undefined;
    this.#disposables = [
      window.registerWebviewPanelSerializer(PREVIEW_VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
      }),
      // Values come from the tenant's other files as well, so a change in any of ours counts.
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isShown(document.uri)) this.#refresh();
      }),
      session.onStatus(({ kind }) => {
        if (kind !== undefined) this.#refresh();
      }),
      session.onRestart(() => this.#refresh()),
    ];
  }

  /** Shows the effective configuration of a document beside its editor; the panel it has already, if there is one. */
  async open(uri: Uri | undefined): Promise<void> {
    if (uri === undefined) {
      void window.showInformationMessage(
        l10n.t("Open a tenant configuration file to preview its effective configuration."),
      );
      return;
    }
    const present = this.#panels.get(uri.toString());
    if (present !== undefined) {
      present.reveal();
      present.refresh();
      return;
    }
    // The server answers for open documents only; the menu of the explorer may name a closed one.
    await workspace.openTextDocument(uri);
    const panel = window.createWebviewPanel(
      PREVIEW_VIEW_TYPE,
      l10n.t("Effective Configuration"),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [webviewRoot(this.#context.extensionUri)] },
    );
    this.#adopt(panel, uri, this.#remembered(uri));
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  async #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const saved = parsePageState(state);
    if (saved === undefined) {
      panel.dispose();
      return;
    }
    const uri = Uri.parse(saved.uri);
    if (this.#panels.has(uri.toString())) {
      panel.dispose();
      return;
    }
    try {
      await workspace.openTextDocument(uri);
    } catch {
      // The file is gone; the page will say so.
    }
    this.#adopt(panel, uri, saved.environment ?? this.#remembered(uri));
  }

  #adopt(panel: WebviewPanel, uri: Uri, environment: string | undefined): void {
    const key = uri.toString();
    const effective = new EffectivePanel({
      panel,
      uri,
      environment,
      extensionUri: this.#context.extensionUri,
      session: this.#session,
      onEnvironment: (name) => void this.#context.workspaceState.update(memoryKey(uri), name),
      onDispose: () => this.#panels.delete(key),
    });
    this.#panels.set(key, effective);
  }

  #remembered(uri: Uri): string | undefined {
    return this.#context.workspaceState.get<string>(memoryKey(uri));
  }

  #refresh(): void {
    for (const panel of this.#panels.values()) panel.refresh();
  }
}

// A tenant is a folder: its files share the environment that was looked at last.
function memoryKey(uri: Uri): string {
  return `effectivePreview.environment:${Uri.joinPath(uri, "..").toString()}`;
}
