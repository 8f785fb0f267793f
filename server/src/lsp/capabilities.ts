import { type ClientCapabilities, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../features/semantic-legend.ts";
import { CODE_ACTION_KINDS, type CodeActionOptions } from "./writing-requests.ts";

/** What is served to every client. */
export const FEATURES: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: [":", " ", "-", '"', "'", "@", "$", "{", "*", "\n"], resolveProvider: true },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ["(", ","] },
  codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: true },
  documentSymbolProvider: { label: "Tenant Config" },
  foldingRangeProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: { delta: true },
    range: true,
  },
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: true,
  documentLinkProvider: { resolveProvider: true },
  colorProvider: true,
  selectionRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  linkedEditingRangeProvider: true,
  workspaceSymbolProvider: true,
  callHierarchyProvider: true,
  typeHierarchyProvider: true,
};

/** Files whose paths may stand in a tenant's file, and folders around them. */
export const RENAMED_FILES = {
  filters: [
    { pattern: { glob: "**/*.{yaml,yml,json}", matches: "file" as const } },
    { pattern: { glob: "**/*", matches: "folder" as const } },
  ],
};

/** What a client can do with code actions. */
export function codeActionOptions({ textDocument, workspace }: ClientCapabilities): CodeActionOptions {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  const operations = documentChanges === true ? (resourceOperations ?? []) : [];
  return {
    resolves: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    createsFiles: operations.includes("create"),
    deletesFiles: operations.includes("delete"),
    showsDisabled: textDocument?.codeAction?.disabledSupport === true,
  };
}
