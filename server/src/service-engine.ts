import type { Document } from "./service.ts";
import type { Settings } from "./settings.ts";
import type { ContextLoader } from "./tenants/context-loader.ts";
import type { FileModel } from "./tenants/file-model.ts";
import type { Workspace } from "./tenants/workspace.ts";

/** What the verbs need of the engine. */
export interface ServiceEngine {
  loader(workspace: Workspace, settings: Settings): ContextLoader;
  use<T>(
    request: [Document, Workspace, Settings],
    nothing: () => T,
    verb: (model: FileModel) => T | Promise<T>,
  ): Promise<T>;
}
