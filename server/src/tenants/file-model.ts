import type { Kind } from "../protocol.ts";
import { type ResolvedSchema, schemaOf } from "../schema/registry.ts";
import type { Settings } from "../settings.ts";
import type { Node, ParsedDocument } from "../yaml/node.ts";
import { documentAt, rootOf, type Source, withFirst } from "../yaml/source.ts";
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

/**
 * The model for what stands at an offset: in a file of several documents the one there is looked at as if it were the first, which alone is
 * the configuration.
 */
export function modelAt(model: FileModel, offset: number): FileModel {
  return withDocument(model, documentAt(model.source, offset));
}

/** Most documents of a file that are looked at. Tenant files have one; a stream of thousands is something else. */
const MOST_DOCUMENTS = 100;

/** A model for each document of a file that holds something, in the order of the text; of very many the first ones. */
export function modelsOfDocuments(model: FileModel): readonly FileModel[] {
  const written = model.source.file.documents.slice(0, MOST_DOCUMENTS).filter(({ root }) => root !== undefined);
  return written.map((document) => withDocument(model, document));
}

function withDocument(model: FileModel, document: ParsedDocument): FileModel {
  const { uri, kind, context, settings } = model;
  const source = withFirst(model.source, document);
  if (source === model.source) return model;
  const files = context.files.map((file) => (file.uri === uri ? { uri, kind, source } : file));
  return fileModel(uri, kind, source, { ...context, files }, settings);
}
