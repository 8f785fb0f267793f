import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type DirectoryEntry, READ_DIRECTORY_REQUEST, READ_FILE_REQUEST } from "../protocol.ts";
import { canonical } from "../tenants/uri-path.ts";
import type { HostFiles, Workspace } from "../tenants/workspace.ts";

export interface WorkspaceOptions {
  readonly folders: readonly string[];
  /** true: the client answers file requests (virtual workspaces, the web). */
  readonly clientFiles: boolean;
  readonly hostFiles: HostFiles | undefined;
  readonly processEnvironment: Readonly<Record<string, string | undefined>>;
}

/** The workspace as a language server sees it: open documents first, then the client's files or the host's. */
export function serverWorkspace(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  options: WorkspaceOptions,
): Workspace {
  const files = options.clientFiles ? clientFiles(connection) : (options.hostFiles ?? NO_FILES);
  return {
    folders: options.folders.map((folder) => folder.replace(/\/$/, "")),
    processEnvironment: options.processEnvironment,
    readFile: async (uri) => openText(documents, uri) ?? files.readFile(uri),
    readDirectory: (uri) => files.readDirectory(uri),
  };
}

const NO_FILES: HostFiles = { readFile: async () => undefined, readDirectory: async () => [] };

function openText(documents: TextDocuments<TextDocument>, uri: string): string | undefined {
  const document = documents.get(uri) ?? documents.all().find((open) => canonical(open.uri) === canonical(uri));
  return document?.getText();
}

/** A client that fails to answer counts as one that has no such file. */
function clientFiles(connection: Connection): HostFiles {
  const ask = (request: string, uri: string): Promise<unknown> =>
    connection.sendRequest(request, { uri }).catch(() => undefined);
  return {
    readFile: async (uri) => {
      const text = await ask(READ_FILE_REQUEST, uri);
      return typeof text === "string" ? text : undefined;
    },
    readDirectory: async (uri) => {
      const entries = await ask(READ_DIRECTORY_REQUEST, uri);
      return Array.isArray(entries) ? entries.filter(isDirectoryEntry) : [];
    },
  };
}

function isDirectoryEntry(entry: unknown): entry is DirectoryEntry {
  return (
    typeof entry === "object" && entry !== null && "name" in entry && typeof entry.name === "string" && "kind" in entry
  );
}
