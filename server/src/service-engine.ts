import type * as OwnFeatures from "./features/own-schema/index.ts";
import type { OwnFile } from "./features/own-schema/own-file.ts";
import type { Kind, KindAnswer } from "./protocol.ts";
import { loadLanguagesOf } from "./schema/late-languages.ts";
import { loadSchema } from "./schema/registry.ts";
import type { Document, ServiceOptions } from "./service.ts";
import type { Settings } from "./settings.ts";
import { ContextLoader, contextOf } from "./tenants/context-loader.ts";
import { type FileModel, fileModel } from "./tenants/file-model.ts";
import { OwnSchemas, ownSchemaOf } from "./tenants/own-schemas.ts";
import { RecentMap } from "./tenants/recent-map.ts";
import type { Workspace } from "./tenants/workspace.ts";
import { parseSource, type Source } from "./yaml/source.ts";

/** What the verbs need of the engine. */
export interface ServiceEngine {
  loader(workspace: Workspace, settings: Settings): ContextLoader;
  use<T>(
    request: [Document, Workspace, Settings],
    nothing: () => T,
    verb: (model: FileModel) => T | Promise<T>,
    options?: { readonly load?: (kind: Kind, text: string) => Promise<unknown> },
  ): Promise<T>;
}

/** What a verb is about. */
export type Request = [document: Document, workspace: Workspace, settings: Settings];

/** A verb for a document with a schema of its team. */
export type OwnVerb<T> = (file: OwnFile, own: typeof OwnFeatures, kind: KindAnswer) => T | Promise<T>;

/** How a verb is called. */
interface VerbOptions<T> {
  /** What it needs of the kind; the schema when undefined. */
  readonly load?: (kind: Kind, text: string) => Promise<unknown>;
  /** What answers for a document with a schema of its team; nothing does when undefined. */
  readonly own?: OwnVerb<T>;
}

/** Loads what reads the insides of values: the schema and the parsers that a text of the kind can need. */
export function loadForValues(kind: Kind, text: string): Promise<unknown> {
  return Promise.all([loadSchema(kind), loadLanguagesOf(kind, text)]);
}

/** So many settings are in use at a time at most. */
const MOST_LOADERS = 16;

/** The documents, schemas and surroundings that verbs are called with, kept from request to request. */
export class Engine implements ServiceEngine {
  readonly #sources: RecentMap<string, Source>;
  #workspace: Workspace | undefined;
  readonly #loaders = new Map<Settings, ContextLoader>();
  #ownSchemas: OwnSchemas | undefined;
  readonly #keptFolders: number;

  constructor({ keptDocuments = 64, keptFolders = 32 }: ServiceOptions) {
    this.#sources = new RecentMap(keptDocuments);
    this.#keptFolders = keptFolders;
  }

  /** The loader of a workspace with these settings. Workspace folders may have settings of their own, so there may be some. */
  loader(workspace: Workspace, settings: Settings): ContextLoader {
    if (this.#workspace !== workspace) {
      this.#loaders.clear();
      this.#ownSchemas = new OwnSchemas(workspace);
      this.#workspace = workspace;
    }
    const known = this.#loaders.get(settings);
    if (known) return known;
    // Settings that changed leave loaders behind that nobody asks again.
    if (this.#loaders.size === MOST_LOADERS) this.#loaders.clear();
    const loader = new ContextLoader(workspace, settings, this.#keptFolders);
    this.#loaders.set(settings, loader);
    return loader;
  }

  fileChanged(uri: string): void {
    for (const loader of this.#loaders.values()) loader.invalidate(uri);
    this.#ownSchemas?.invalidate(uri);
  }

  filesMoved(): void {
    for (const loader of this.#loaders.values()) loader.invalidateFolders();
    this.#ownSchemas?.clear();
  }

  async kind(document: Document, workspace: Workspace, settings: Settings): Promise<KindAnswer> {
    const loader = this.loader(workspace, settings);
    if (!this.#sources.peek(document.uri)) this.#adopt(document, await loader.parsed(document.uri));
    return loader.kind(document.uri, this.#source(document));
  }

  /** Takes over what was parsed as the surroundings of another document, when it is the same text. */
  #adopt(document: Document, source: Source | undefined): void {
    if (source?.text !== document.text || source.notation !== notationOf(document)) return;
    if (!this.#sources.peek(document.uri)) this.#sources.set(document.uri, source);
  }

  /**
   * Calls a verb with the model of a document; answers with `nothing` when the document is not ours. Everything that has to be waited
   * for comes first: between making the model and the end of the verb no other request can move the nodes of the tree.
   */
  async use<T>(
    [document, workspace, settings]: Request,
    nothing: (kind: KindAnswer) => T,
    verb: (model: FileModel, kind: KindAnswer) => T | Promise<T>,
    { load = loadSchema, own }: VerbOptions<T> = {},
  ): Promise<T> {
    const answer = await this.kind(document, workspace, settings);
    const { kind } = answer;
    if (!kind) {
      const file = own && (await this.#ownFile(document, workspace, settings));
      // Large, and few documents have a schema of their own.
      return file ? own(file, await import("./features/own-schema/index.ts"), answer) : nothing(answer);
    }
    await load(kind, document.text);
    const surroundings = await this.loader(workspace, settings).surroundings(document.uri, this.#source(document));
    const { uri } = document;
    const source = this.#source(document);
    const context = contextOf(surroundings, { uri, kind, source });
    return verb(fileModel(uri, kind, source, context, settings), answer);
  }

  /** A document with the schema that its team has for it; undefined when there is none. */
  async #ownFile(document: Document, workspace: Workspace, settings: Settings): Promise<OwnFile | undefined> {
    const { uri } = document;
    const own = ownSchemaOf(uri, this.#source(document), workspace.folders, settings);
    if (!own || !this.#ownSchemas) return undefined;
    const variables = await this.loader(workspace, settings).variables(uri);
    const schema = await this.#ownSchemas.load(own);
    return { uri, own, schema, settings, context: { variables }, source: this.#source(document) };
  }

  #source(document: Document): Source {
    const known = this.#sources.get(document.uri);
    const notation = notationOf(document);
    if (known && known.text === document.text && known.notation === notation) return known;
    const source = parseSource(document.text, notation, known?.notation === notation ? known : undefined);
    if (known) this.fileChanged(document.uri);
    this.#sources.set(document.uri, source);
    return source;
  }
}

function notationOf(document: Document): Source["notation"] {
  return isJson(document) ? "json" : "yaml";
}

function isJson(document: Document): boolean {
  return (
    document.languageId === "json" ||
    document.languageId === "jsonc" ||
    (document.languageId === undefined && /\.json$/i.test(document.uri))
  );
}
