import { type Disposable, l10n, Range, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import {
  EFFECTIVE_PREVIEW_REQUEST,
  type EffectivePreview,
  type EffectivePreviewParams,
} from "../../server/src/protocol.ts";
import { type FromPage, parseFromPage, type ToPage } from "./effective-messages.ts";
import { effectivePage, webviewRoot } from "./effective-page.ts";
import type { ServerSession } from "./session.ts";

/** What a panel is told and what it remembers things with. */
export interface PanelOptions {
  readonly panel: WebviewPanel;
  readonly uri: Uri;
  readonly environment: string | undefined;
  readonly extensionUri: Uri;
  readonly session: ServerSession;
  /** Called when people chose another environment. */
  onEnvironment(name: string): void;
  onDispose(): void;
}

const restTime = 80;

/** One preview: asks the server again whenever the configuration changed and shows the newest answer. */
export class EffectivePanel implements Disposable {
  readonly #options: PanelOptions;
  readonly #listeners: readonly Disposable[];
  #environment: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revision = 0;
  #asking = false;
  #pageReady = false;
  #disposed = false;
  #shown: EffectivePreview | undefined;
  #shownRevision = 0;

  constructor(options: PanelOptions) {
    const { panel, extensionUri, uri } = options;
    this.#options = options;
    this.#environment = options.environment;
    panel.title = l10n.t("Effective: {0}", fileName(uri));
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, "icons", "tenant-config-light.svg"),
      dark: Uri.joinPath(extensionUri, "icons", "tenant-config-dark.svg"),
    };
    this.#listeners = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(parseFromPage(message))),
      panel.onDidDispose(() => this.dispose()),
    ];
    panel.webview.options = { enableScripts: true, localResourceRoots: [webviewRoot(extensionUri)] };
    panel.webview.html = effectivePage(panel.webview, extensionUri);
  }

  /** Brings an existing panel to the front. */
  reveal(): void {
    this.#options.panel.reveal(undefined, true);
  }

  /** Something the preview may depend on has changed. */
  refresh(): void {
    this.#revision += 1;
    clearTimeout(this.#timer);
    // A pause between keystrokes: the document's change must reach the server before the question does, too.
    this.#timer = setTimeout(() => void this.#ask(), restTime);
  }

  /** Lets go of the panel without closing it: VS Code restores it after a reload, which ends the extension as well. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
    this.#options.onDispose();
  }

  #receive(message: FromPage | undefined): void {
    if (message?.type === "ready") {
      this.#pageReady = true;
      this.#revision += 1;
      void this.#ask();
    } else if (message?.type === "environment") {
      this.#environment = message.name;
      this.#options.onEnvironment(message.name);
      this.#revision += 1;
      void this.#ask();
    } else if (message?.type === "reveal" && message.revision === this.#shownRevision) {
      const source = this.#shown?.lines[message.line]?.source;
      if (source !== undefined) void revealSource(source);
    }
  }

  // At most one question is under way; whatever came up meanwhile is asked afterwards, and only the newest answer is shown.
  async #ask(): Promise<void> {
    if (this.#asking || !this.#pageReady) return;
    this.#asking = true;
    try {
      for (let asked = -1; asked !== this.#revision && !this.#disposed; ) {
        asked = this.#revision;
        const message = await this.#answer(asked);
        if (asked === this.#revision && !this.#disposed) void this.#options.panel.webview.postMessage(message);
      }
    } finally {
      this.#asking = false;
    }
  }

  async #answer(revision: number): Promise<ToPage> {
    const uri = this.#options.uri.toString();
    try {
      const preview = await this.#request(uri);
      if (preview === null) {
        const text = l10n.t(
          "{0} is not open, or it is not a tenant configuration. Open the file to see its effective configuration.",
          fileName(this.#options.uri),
        );
        return { type: "message", uri, level: "info", text };
      }
      this.#shown = preview;
      this.#shownRevision = revision;
      return { type: "show", revision, uri, file: fileName(this.#options.uri), preview };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const text = l10n.t("The effective configuration could not be made: {0}", reason);
      return { type: "message", uri, level: "error", text };
    }
  }

  async #request(uri: string): Promise<EffectivePreview | null> {
    const ask = (environment: string | undefined): Promise<EffectivePreview | null> => {
      const params: EffectivePreviewParams = { uri, ...(environment !== undefined && { environment }) };
      return this.#options.session.request<EffectivePreview | null>(EFFECTIVE_PREVIEW_REQUEST, params);
    };
    const wanted = this.#environment;
    const preview = await ask(wanted);
    if (preview === null || wanted === undefined || preview.environments.includes(wanted)) return preview;
    // The remembered environment was renamed or removed.
    if (this.#environment === wanted) this.#environment = undefined;
    return ask(undefined);
  }
}

async function revealSource(source: EffectivePreview["lines"][number]["source"]): Promise<void> {
  const uri = Uri.parse(source.uri);
  const visible = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const selection = new Range(source.line, source.character, source.line, source.character);
  await window.showTextDocument(uri, { viewColumn: visible?.viewColumn ?? ViewColumn.One, selection });
}

function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
