import { Uri, type Webview } from "vscode";

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
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${style}">
  <title>Effective Configuration</title>
</head>
<body>
  <header>
    <h1 id="file"></h1>
    <div id="picker" hidden>
      <label for="environment">Environment</label>
      <select id="environment"></select>
    </div>
  </header>
  <p id="message" role="status">Resolving the configuration …</p>
  <section id="problems" aria-label="Not resolved" hidden><ul></ul></section>
  <main id="lines" role="group" aria-label="Effective configuration. Enter goes to the source of a line."></main>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
