import { type Disposable, languages, type TextDocument, workspace } from "vscode";
import type { StatusParams } from "../../server/src/protocol.ts";
import type { ServerSession } from "./session.ts";

const ours = "tenant-config";

/**
 * Gives YAML documents that turn out to be tenant configurations our language, and gives foreign files back that VS Code
 * gave it for their names. Whoever switches a document by hand is right: it is left alone until VS Code is reloaded.
 */
export function assignLanguage(session: ServerSession): Disposable {
  // VS Code keeps the document object when its language changes and makes a new one when the file is opened again: that
  // tells a switch by hand from a reopened file.
  const expected = new WeakMap<TextDocument, string>();
  const switchedByHand = new Set<string>();
  const opened = (document: TextDocument): void => {
    const before = expected.get(document) ?? document.languageId;
    if (before !== document.languageId) switchedByHand.add(document.uri.toString());
    expected.set(document, document.languageId);
  };
  for (const document of workspace.textDocuments) opened(document);
  const onOpen = workspace.onDidOpenTextDocument(opened);
  const onStatus = session.onStatus(({ uri, kind }) => {
    if (switchedByHand.has(uri)) return;
    const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri);
    const language = document && wantedLanguage(document, kind);
    if (document === undefined || language === undefined) return;
    expected.set(document, language);
    void languages.setTextDocumentLanguage(document, language);
  });
  return {
    dispose: () => {
      onOpen.dispose();
      onStatus.dispose();
    },
  };
}

/** The language a document should change to; undefined when it has the right one. */
function wantedLanguage(document: TextDocument, kind: StatusParams["kind"]): string | undefined {
  // A file with a schema of its team keeps the language that it has.
  if (kind === "custom") return undefined;
  if (kind === undefined) return document.languageId === ours ? "yaml" : undefined;
  if (document.languageId !== "yaml") return undefined;
  const assigns = workspace.getConfiguration("tenantConfig", document.uri).get<boolean>("assignLanguage", true);
  return assigns ? ours : undefined;
}
