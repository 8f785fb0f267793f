/** The least that a language server could do: says of every version of a document at once that there is nothing to say. */
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

const connection: MessageConnection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);

function publish({ textDocument }: { textDocument: { uri: string; version: number } }): void {
  const { uri, version } = textDocument;
  void connection.sendNotification("textDocument/publishDiagnostics", { uri, version, diagnostics: [] });
}

connection.onRequest("initialize", () => ({ capabilities: { textDocumentSync: 2 } }));
connection.onRequest(() => null);
connection.onNotification("textDocument/didOpen", publish);
connection.onNotification("textDocument/didChange", publish);
connection.listen();
