import type { Kind } from "../protocol.ts";
import { type ResolvedSchema, schemaOf } from "../schema/registry.ts";
import type { Settings } from "../settings.ts";
import type { Node } from "../yaml/node.ts";
import { rootOf, type Source } from "../yaml/source.ts";
import type { TenantContext, TenantFile } from "./tenant-context.ts";

/** Everything a feature needs to know about one tenant file: its text and tree, its kind and its surroundings. */
export interface FileModel extends TenantFile {
  readonly schema: ResolvedSchema;
  /** Root node of the configuration; undefined when the file holds nothing yet. */
  readonly root: Node | undefined;
  readonly context: TenantContext;
  readonly settings: Settings;
}

/** Model of a file whose kind is known. */
export function fileModel(
  uri: string,
  kind: Kind,
  source: Source,
  context: TenantContext,
  settings: Settings,
): FileModel {
  return { uri, kind, source, schema: schemaOf(kind), root: rootOf(source), context, settings };
}
