import type { RegisterRequests } from "./answer.ts";

/** Requests about the languages inside scalars: signatures of functions. */
export const registerEmbedded: RegisterRequests = (connection, answer) => {
  connection.onSignatureHelp(({ textDocument, position }, token) =>
    answer("signature help", textDocument.uri, token, null, async (service, document, ...rest) => {
      return (await service.signatureHelp(document, position, ...rest)) ?? null;
    }),
  );
};
