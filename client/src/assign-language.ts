import { type Disposable, languages, type TextDocument, workspace } from "vscode";
import type { ServerSession } from "./session.ts";

const ours = "tenant-config";

/**
 * Gives YAML documents that turn out to be tenant configurations our language. Whoever switches such a document back is
 * right: it is left alone until VS Code is reloaded.
 */
export function assignLanguage(session: ServerSession): Disposable {
  // VS Code keeps the document object when its language changes and makes a new one when the file is opened again: that
  // tells a switch by hand from a reopened file.
  const hadOurs = new WeakSet<TextDocument>();
  const switchedBack = new Set<string>();
  const opened = (document: TextDocument): void => {
    if (document.languageId === ours) hadOurs.add(document);
    else if (hadOurs.has(document)) switchedBack.add(document.uri.toString());
  };
  for (const document of workspace.textDocuments) opened(document);
  const onOpen = workspace.onDidOpenTextDocument(opened);
  const onStatus = session.onStatus(({ uri, kind }) => {
    if (kind === undefined || switchedBack.has(uri)) return;
    const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
    if (document?.languageId !== "yaml" || hadOurs.has(document)) return;
    if (workspace.getConfiguration("tenantConfig", document.uri).get<boolean>("assignLanguage", true)) {
      void languages.setTextDocumentLanguage(document, ours);
    }
  });
  return {
    dispose: () => {
      onOpen.dispose();
      onStatus.dispose();
    },
  };
}
