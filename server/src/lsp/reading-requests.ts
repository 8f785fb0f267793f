import type { RegisterRequests } from "./answer.ts";

/** Requests that explain what stands in a document: hover, outline, folding. */
export const registerReading: RegisterRequests = (connection, answer) => {
  connection.onHover(({ textDocument, position }, token) =>
    answer("hover", textDocument.uri, token, null, async (service, document, ...rest) => {
      return (await service.hover(document, position, ...rest, { now: Date.now() })) ?? null;
    }),
  );
  connection.onDocumentSymbol(({ textDocument }, token) =>
    answer("symbols", textDocument.uri, token, [], (service, ...rest) => service.documentSymbols(...rest)),
  );
  connection.onFoldingRanges(({ textDocument }, token) =>
    answer("folding", textDocument.uri, token, [], (service, ...rest) => service.foldingRanges(...rest)),
  );
};
