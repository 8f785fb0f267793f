import { env, l10n, Uri, type Webview } from "vscode";
import { PAGE_TEXTS_ID, type PageTexts } from "./effective-messages.ts";

/** The only folder a page may load from. */
export function webviewRoot(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, "client", "dist", "webview");
}

/** The frame of the page; its content comes by message. */
export function effectivePage(webview: Webview, extensionUri: Uri): string {
  const root = webviewRoot(extensionUri);
  const style = webview.asWebviewUri(Uri.joinPath(root, "effective.css")).toString();
  const script = webview.asWebviewUri(Uri.joinPath(root, "effective.js")).toString();
  const nonce = randomText();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${style}">
  <title>${escaped(l10n.t("Effective Configuration"))}</title>
</head>
<body>
  <header>
    <h1 id="file"></h1>
    <div id="picker" hidden>
      <label for="environment">${escaped(l10n.t("Environment"))}</label>
      <select id="environment"></select>
    </div>
  </header>
  <p id="message" role="status">${escaped(l10n.t("Resolving the configuration …"))}</p>
  <section id="problems" aria-label="${escaped(l10n.t("Not resolved"))}" hidden><ul></ul></section>
  <main id="lines" role="group" aria-label="${escaped(l10n.t("Effective configuration. Enter goes to the source of a line."))}"></main>
  <script nonce="${nonce}" type="application/json" id="${PAGE_TEXTS_ID}">${json(pageTexts())}</script>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** What the page says itself; `{0}` and `{1}` are filled in there. */
function pageTexts(): PageTexts {
  return {
    noValues: l10n.t("{0} has no values yet."),
    noValuesIn: l10n.t("{0} has no values in {1} yet."),
    goTo: l10n.t("Go to {0}, line {1}"),
    line: l10n.t("line {0}"),
    level: l10n.t("{0}, level {1}"),
    item: l10n.t("item"),
    namedItem: l10n.t("item {0}"),
    origins: {
      alias: l10n.t("alias"),
      merge: l10n.t("merge"),
      variable: l10n.t("variable"),
      environment: l10n.t("environment"),
      default: l10n.t("default"),
      secret: l10n.t("secret"),
      unresolved: l10n.t("unresolved"),
    },
  };
}

/** A text as HTML writes it, inside of attributes too. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that can stand in a script element. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
