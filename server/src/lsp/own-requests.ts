import { type CancellationToken, type Connection, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import {
  type DocumentParams,
  EFFECTIVE_PREVIEW_REQUEST,
  type EffectivePreviewParams,
  KIND_REQUEST,
  NEW_TENANT_REQUEST,
  type NewTenantParams,
} from "../protocol.ts";
import type { Answer, AnswerOfWorkspace } from "./answer.ts";

/**
 * Requests of `protocol.ts`, and what the workspace asks before files get other names. `folder` is the folder that new tenants come
 * into.
 */
export function registerOwn(
  connection: Connection,
  answer: Answer,
  ofWorkspace: AnswerOfWorkspace,
  folder: () => string | undefined,
): void {
  connection.onRequest(KIND_REQUEST, ({ uri }: DocumentParams, token: CancellationToken) =>
    answer("kind", uri, token, null, (service, ...rest) => service.kind(...rest)),
  );
  connection.onRequest(EFFECTIVE_PREVIEW_REQUEST, (params: EffectivePreviewParams, token: CancellationToken) =>
    answer("preview", params.uri, token, null, async (service, document, ...rest) => {
      return (await service.effectivePreview(document, params.environment, ...rest)) ?? null;
    }),
  );
  connection.onRequest(NEW_TENANT_REQUEST, (params: NewTenantParams, token: CancellationToken) => {
    const at = `${folder() ?? "untitled:"}/tenants/new/tenant.yaml`;
    return ofWorkspace("new tenant", token, null, (service, ...rest) => service.newTenant(params, at, ...rest));
  });
  connection.workspace.onWillRenameFiles(async ({ files }, token) => {
    const edit = await ofWorkspace<WorkspaceEdit | null>("renaming files", token, null, async (service, ...rest) => ({
      changes: await service.renameFiles(files, ...rest),
    }));
    // The library knows no errors as answers here.
    if (edit instanceof ResponseError) throw edit;
    return edit;
  });
}
