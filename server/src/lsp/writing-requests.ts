import type { Connection } from "vscode-languageserver";
import type { CompletionOptions } from "../service.ts";
import type { Answer } from "./answer.ts";

/** Requests that propose text: completion and code actions. `options` says what the client can do. */
export function registerWriting(connection: Connection, answer: Answer, options: () => CompletionOptions): void {
  connection.onCompletion(({ textDocument, position }, token) =>
    answer("completion", textDocument.uri, token, [], (service, document, ...rest) =>
      service.completion(document, position, options(), ...rest),
    ),
  );
  connection.onCompletionResolve((item, token) => {
    const uri: unknown = item.data?.uri;
    if (typeof uri !== "string") return item;
    return answer("completion item", uri, token, item, (service, document, ...rest) =>
      service.resolveCompletion(document, item, ...rest),
    );
  });
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    answer("code action", textDocument.uri, token, [], (service, document, ...rest) => {
      const request = { range, diagnostics: context.diagnostics, ...(context.only && { only: context.only }) };
      return service.codeActions(document, request, ...rest);
    }),
  );
}
