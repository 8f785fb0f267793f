import { CodeActionKind, type Connection } from "vscode-languageserver";
import type { CodeActionRequest, CompletionOptions } from "../service.ts";
import type { Answer } from "./answer.ts";

/** What the client can do with code actions: the part of a request that is the same for all of them. */
export type CodeActionOptions = Required<
  Pick<CodeActionRequest, "resolves" | "createsFiles" | "deletesFiles" | "showsDisabled">
>;

/** What the client can do with proposed texts. */
export interface WritingOptions {
  readonly completion: CompletionOptions;
  readonly codeActions: CodeActionOptions;
}

/** Kinds of code actions that are served. */
export const CODE_ACTION_KINDS: string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  "source.fixAll.tenantConfig",
  "source.organize.tenantConfig",
];

/** Requests that propose text: completion and code actions. `options` says what the client can do. */
export function registerWriting(connection: Connection, answer: Answer, options: () => WritingOptions): void {
  connection.onCompletion(({ textDocument, position }, token) =>
    answer("completion", textDocument.uri, token, [], (service, document, ...rest) =>
      service.completion(document, position, options().completion, ...rest),
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
      const request = {
        ...options().codeActions,
        range,
        diagnostics: context.diagnostics,
        ...(context.only && { only: context.only }),
      };
      return service.codeActions(document, request, ...rest);
    }),
  );
  connection.onCodeActionResolve((action, token) => {
    const uri: unknown = action.data?.uri;
    if (typeof uri !== "string") return action;
    return answer("resolution of a code action", uri, token, action, (service, document, ...rest) =>
      service.resolveCodeAction(document, action, ...rest),
    );
  });
}
