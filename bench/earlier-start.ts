import { setTimeout as wait } from "node:timers/promises";
import { benchDocument, DOCUMENT_NAMES } from "./documents.ts";
import { startProcess } from "./lsp-process.ts";
import type { Subject } from "./subjects.ts";

/** Milliseconds in which a server can read the documents and keep what it wants to find at its next start. */
const SESSION = 5_000;

/**
 * An editor's first session, which nobody measures: it fills the disk cache and lets a server keep compiled code. A small document of each
 * shape is opened, and each request of the bench is asked once.
 */
export async function startEarlier(subject: Subject): Promise<void> {
  const server = startProcess(subject.script, subject.args, subject.configuration);
  try {
    await server.initialize({ workspace: { configuration: true }, textDocument: { publishDiagnostics: {} } });
    for (const [index, name] of DOCUMENT_NAMES.entries()) {
      const { kind, text, digit } = benchDocument(name, 100);
      const textDocument = { uri: `file:///bench/${index}/example.${kind}.yaml`, languageId: "yaml", version: 1, text };
      await server.connection.sendNotification("textDocument/didOpen", { textDocument });
      for (const method of ["completion", "hover", "documentSymbol"]) {
        await server.connection.sendRequest(`textDocument/${method}`, { textDocument, position: digit });
      }
    }
    await wait(SESSION);
  } finally {
    server.stop();
  }
}
