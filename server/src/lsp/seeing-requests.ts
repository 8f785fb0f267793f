import type { CodeLens, Connection, DocumentLink, SemanticTokens } from "vscode-languageserver";
import type { CodeLensOptions } from "../service.ts";
import { RecentMap } from "../tenants/recent-map.ts";
import type { Answer, RegisterRequests } from "./answer.ts";
import { tokenEdits } from "./token-edits.ts";

/** Documents whose last tokens are kept to tell what changed. */
const KEPT_TOKENS = 16;

/** Requests that show more of a document than its text: tokens, hints, lenses, links, colours. `lenses` says what the client can do. */
export function registerSeeing(connection: Connection, answer: Answer, lenses: () => CodeLensOptions): void {
  registerTokens(connection, answer);
  registerLinks(connection, answer);
  connection.onCodeLens(({ textDocument }, token) =>
    answer("lenses", textDocument.uri, token, [], (service, document, ...rest) =>
      service.codeLenses(document, lenses(), ...rest),
    ),
  );
  connection.onCodeLensResolve((lens, token) =>
    answer("lens", documentOf(lens), token, lens, (service, document, ...rest) =>
      service.resolveCodeLens(document, lens, lenses(), ...rest),
    ),
  );
  connection.onDocumentColor(({ textDocument }, token) =>
    answer("colours", textDocument.uri, token, [], (service, ...rest) => service.documentColors(...rest)),
  );
  connection.onColorPresentation(({ textDocument, color, range }, token) =>
    answer("colour", textDocument.uri, token, [], (service, document, ...rest) =>
      service.colorPresentations(document, color, range, ...rest),
    ),
  );
  connection.onSelectionRanges(({ textDocument, positions }, token) =>
    answer("selection", textDocument.uri, token, [], (service, document, ...rest) =>
      service.selectionRanges(document, positions, ...rest),
    ),
  );
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answer("hints", textDocument.uri, token, [], (service, document, ...rest) =>
      service.inlayHints(document, range, ...rest),
    ),
  );
}

const registerLinks: RegisterRequests = (connection, answer) => {
  connection.onDocumentLinks(({ textDocument }, token) =>
    answer("links", textDocument.uri, token, [], (service, ...rest) => service.documentLinks(...rest)),
  );
  connection.onDocumentLinkResolve((link, token) =>
    answer("link", documentOf(link), token, link, (service, _document, workspace) =>
      service.resolveDocumentLink(link, workspace),
    ),
  );
};

/** The document that a link to a file or a lens stands in; they carry it from request to request. */
function documentOf({ data }: DocumentLink | CodeLens): string {
  return typeof data === "object" && data !== null && "uri" in data && typeof data.uri === "string" ? data.uri : "";
}

const registerTokens: RegisterRequests = (connection, answer) => {
  const sent = new RecentMap<string, SemanticTokens>(KEPT_TOKENS);
  let count = 0;
  const remember = (uri: string, { data }: SemanticTokens): SemanticTokens => {
    // Files that are not ours have none, and nothing to remember.
    if (data.length === 0) return { data };
    const tokens = { resultId: String(++count), data };
    sent.set(uri, tokens);
    return tokens;
  };
  const tokens = connection.languages.semanticTokens;
  tokens.on(({ textDocument: { uri } }, token) =>
    answer("tokens", uri, token, { data: [] }, async (service, document, ...rest) => {
      return remember(uri, await service.semanticTokens(document, undefined, ...rest));
    }),
  );
  tokens.onRange(({ textDocument: { uri }, range }, token) =>
    answer("visible tokens", uri, token, { data: [] }, (service, document, ...rest) =>
      service.semanticTokens(document, range, ...rest),
    ),
  );
  tokens.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
    answer("changed tokens", uri, token, { data: [] }, async (service, document, ...rest) => {
      const later = await service.semanticTokens(document, undefined, ...rest);
      const earlier = sent.get(uri);
      const now = remember(uri, later);
      if (earlier?.resultId !== previousResultId || now.resultId === undefined) return now;
      return { resultId: now.resultId, edits: tokenEdits(earlier.data, now.data) };
    }),
  );
};
