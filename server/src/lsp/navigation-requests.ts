import { type Connection, type Location, type LocationLink, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Refusal } from "../service.ts";
import type { Answer, AnswerOfWorkspace } from "./answer.ts";

/** What the requests of navigation need beside documents. */
export interface NavigationOptions {
  /** true when the client takes links, which say what is linked. */
  readonly linkSupport: () => boolean;
  readonly ofWorkspace: AnswerOfWorkspace;
}

/** Requests that lead from one place to others: definition, references, highlights, rename, linked editing, workspace symbols. */
export function registerNavigation(
  connection: Connection,
  answer: Answer,
  { linkSupport, ofWorkspace }: NavigationOptions,
): void {
  connection.onDefinition(({ textDocument, position }, token) =>
    answer<LocationLink[] | Location[]>(
      "definition",
      textDocument.uri,
      token,
      [],
      async (service, document, ...rest) => {
        const links = await service.definition(document, position, ...rest);
        return linkSupport() ? links : links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
      },
    ),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    answer("references", textDocument.uri, token, [], (service, document, ...rest) =>
      service.references(document, position, context.includeDeclaration, ...rest),
    ),
  );
  connection.onDocumentHighlight(({ textDocument, position }, token) =>
    answer("highlights", textDocument.uri, token, [], (service, document, ...rest) =>
      service.documentHighlights(document, position, ...rest),
    ),
  );
  connection.languages.onLinkedEditingRange(({ textDocument, position }, token) =>
    answer("linked editing", textDocument.uri, token, null, async (service, document, ...rest) => {
      return (await service.linkedEditingRanges(document, position, ...rest)) ?? null;
    }),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    ofWorkspace("workspace symbols", token, [], (service, ...rest) => service.workspaceSymbols(query, ...rest)),
  );
  registerRename(connection, answer);
  registerHierarchies(connection, answer, ofWorkspace);
}

function registerHierarchies(
  { languages: { callHierarchy, typeHierarchy } }: Connection,
  answer: Answer,
  ofWorkspace: AnswerOfWorkspace,
): void {
  callHierarchy.onPrepare(({ textDocument, position }, token) =>
    answer("call hierarchy", textDocument.uri, token, [], (service, document, ...rest) =>
      service.prepareCallHierarchy(document, position, ...rest),
    ),
  );
  callHierarchy.onIncomingCalls(({ item }, token) =>
    ofWorkspace("incoming calls", token, [], (service, ...rest) => service.incomingCalls(item, ...rest)),
  );
  callHierarchy.onOutgoingCalls(({ item }, token) =>
    ofWorkspace("outgoing calls", token, [], (service, ...rest) => service.outgoingCalls(item, ...rest)),
  );
  typeHierarchy.onPrepare(({ textDocument, position }, token) =>
    answer("type hierarchy", textDocument.uri, token, [], (service, document, ...rest) =>
      service.prepareTypeHierarchy(document, position, ...rest),
    ),
  );
  typeHierarchy.onSupertypes(({ item }, token) =>
    ofWorkspace("supertypes", token, [], (service, ...rest) => service.supertypes(item, ...rest)),
  );
  typeHierarchy.onSubtypes(({ item }, token) =>
    ofWorkspace("subtypes", token, [], (service, ...rest) => service.subtypes(item, ...rest)),
  );
}

function registerRename(connection: Connection, answer: Answer): void {
  connection.onPrepareRename(async ({ textDocument, position }, token) =>
    withoutRefusal(
      await answer("prepare rename", textDocument.uri, token, undefined, (service, document, ...rest) =>
        service.prepareRename(document, position, ...rest),
      ),
    ),
  );
  connection.onRenameRequest(async ({ textDocument, position, newName }, token) =>
    withoutRefusal(
      await answer("rename", textDocument.uri, token, undefined, (service, document, ...rest) =>
        service.rename(document, position, newName, ...rest),
      ),
    ),
  );
}

/** A refusal is an error of the request: editors show its text at the name. */
function withoutRefusal<T extends object>(
  answer: T | Refusal | ResponseError<void> | undefined,
): T | ResponseError<void> | null {
  if (answer === undefined) return null;
  return "refusal" in answer ? new ResponseError<void>(LSPErrorCodes.RequestFailed, answer.refusal) : answer;
}
