import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Position,
} from "vscode-languageserver-types";
import {
  type CodeActionContext,
  type CodeActionRequest,
  codeActions,
  resolvedAction,
} from "./features/code-actions.ts";
import { type CompletionOptions, completion } from "./features/completion.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { foldingRanges } from "./features/folding.ts";
import { hover } from "./features/hover.ts";
import { documentSymbols } from "./features/symbols.ts";
import { effectivePreview } from "./previews/effective.ts";
import type { EffectivePreview, Kind, KindAnswer, NewTenantAnswer, NewTenantParams } from "./protocol.ts";
import { loadSchema } from "./schema/registry.ts";
import { loadValidator } from "./schema/validators.ts";
import type { Settings } from "./settings.ts";
import { ContextLoader, contextOf } from "./tenants/context-loader.ts";
import { deploymentVariables } from "./tenants/deployment-variables.ts";
import { type FileModel, fileModel } from "./tenants/file-model.ts";
import { RecentMap } from "./tenants/recent-map.ts";
import { innermost, joinUri, relativePath } from "./tenants/uri-path.ts";
import type { Workspace } from "./tenants/workspace.ts";
import { nodeAt, stringValue } from "./yaml/navigate.ts";
import { parseSource, type Source } from "./yaml/source.ts";

export type { CodeActionRequest } from "./features/code-actions.ts";
export type { CompletionOptions } from "./features/completion.ts";
export { effectiveText } from "./previews/effective.ts";
export type { EffectivePreview, Kind, KindAnswer, NewTenantAnswer, NewTenantParams } from "./protocol.ts";
export { DEFAULT_SETTINGS, parseSettings, type Settings } from "./settings.ts";
export { EMPTY_WORKSPACE, type Workspace } from "./tenants/workspace.ts";

/** A text to work on. A change of the text is a new document. */
export interface Document {
  /** Any URI; its path decides the notation and helps to find the kind. */
  readonly uri: string;
  readonly text: string;
  /** Language id of the editor; `json` and `jsonc` are read as JSON, everything else by the extension. */
  readonly languageId?: string;
}

/** The diagnostics of a document with what else a status display needs. */
export interface CheckResult {
  readonly kind: KindAnswer;
  readonly schemaVersion: "1" | "2" | undefined;
  /** Empty for a document that is not a tenant file. */
  readonly diagnostics: Diagnostic[];
}

/**
 * The engine: one verb per request. Every verb takes the document, the workspace it lives in and the settings, and answers with
 * plain LSP values. A document that is not a tenant file gets empty answers. No verb throws for any text.
 */
export interface Service {
  /** Kind of the document, and why. */
  kind(document: Document, workspace: Workspace, settings: Settings): Promise<KindAnswer>;
  /** Diagnostics in document order, with the kind. */
  check(document: Document, workspace: Workspace, settings: Settings): Promise<CheckResult>;
  /** Items for a position, best first. */
  completion(
    document: Document,
    position: Position,
    options: CompletionOptions,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CompletionItem[]>;
  /** Documentation of what stands at a position; undefined where there is none. */
  hover(document: Document, position: Position, workspace: Workspace, settings: Settings): Promise<Hover | undefined>;
  /** Quick fixes and rewrites for a range. */
  codeActions(
    document: Document,
    request: CodeActionRequest,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CodeAction[]>;
  /** A code action with the edit that was left out of it; as it came when there is none. */
  resolveCodeAction(
    document: Document,
    action: CodeAction,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CodeAction>;
  /** Outline of the document. */
  documentSymbols(document: Document, workspace: Workspace, settings: Settings): Promise<DocumentSymbol[]>;
  /** Foldable regions of the document. */
  foldingRanges(document: Document, workspace: Workspace, settings: Settings): Promise<FoldingRange[]>;
  /** The effective configuration in an environment (the tenant's first one when undefined); undefined when the document is not ours. */
  effectivePreview(
    document: Document,
    environment: string | undefined,
    workspace: Workspace,
    settings: Settings,
  ): Promise<EffectivePreview | undefined>;
  /** Files of a new tenant. `at` is a URI in the workspace whose variables apply. */
  newTenant(params: NewTenantParams, at: string, workspace: Workspace, settings: Settings): Promise<NewTenantAnswer>;
  /** A sentence for each variable of the environment that can not be used as it is set, for the log. `at` is a URI in the workspace. */
  notices(at: string, workspace: Workspace, settings: Settings): Promise<readonly string[]>;
  /** A file changed, on disk or in an editor: what was read from it is forgotten. */
  fileChanged(uri: string): void;
  /** Files came or went: folder listings are forgotten. */
  filesMoved(): void;
}

/** How much an engine keeps for later requests. What it keeps never changes an answer. */
export interface ServiceOptions {
  /**
   * Documents that are kept parsed: for an editor as many as people have open, which is the default of 64; 1 for a program that asks
   * about each document once. Up to twice as many may be kept.
   */
  readonly keptDocuments?: number;
  /** Folders whose files are kept parsed because they are the surroundings of documents; 32 by default, and up to twice as many. */
  readonly keptFolders?: number;
}

/** Creates an engine with empty caches. It holds no other resources; dropping it frees everything. */
export function createService(options: ServiceOptions = {}): Service {
  const engine = new Engine(options);
  const none = (): [] => [];
  const nothing = (): undefined => undefined;
  return {
    kind: (...request) => engine.kind(...request),
    check: (...request) =>
      engine.use(request, unclaimed, checkResult(relativePath(request[0].uri, request[1].folders)), loadForCheck),
    completion: (document, position, options, ...where) =>
      engine.use([document, ...where], none, (model) => completionAt(model, position, options)),
    hover: (document, position, ...where) =>
      engine.use([document, ...where], nothing, (model) => hover(model, model.source.lines.offsetAt(position))),
    codeActions: async (document, request, ...where) => {
      const around = await codeActionContext(document, where[0], request.createsFiles === true);
      return engine.use([document, ...where], none, (model) => codeActions(model, request, around), loadForCheck);
    },
    resolveCodeAction: async (document, action, ...where) => {
      const around = await codeActionContext(document, where[0], false);
      const asItCame = (): CodeAction => action;
      return engine.use([document, ...where], asItCame, (model) => resolvedAction(model, action, around), loadForCheck);
    },
    documentSymbols: (...request) => engine.use(request, none, documentSymbols),
    foldingRanges: (...request) => engine.use(request, none, (model) => foldingRanges(model.source)),
    effectivePreview: (document, environment, ...where) =>
      engine.use([document, ...where], nothing, (model) => effectivePreview(model, environment)),
    newTenant: async (params, at, workspace, settings) => {
      const variables = await engine.loader(workspace, settings).variables(at);
      const { keyProvider, defaultLocale, supportedLocales } = deploymentVariables(variables);
      const { extraEnvironments } = settings;
      const { newTenant } = await import("./generate/new-tenant.ts");
      return newTenant(params, { keyProvider, extraEnvironments, defaultLocale, supportedLocales });
    },
    notices: (at, workspace, settings) => engine.loader(workspace, settings).notices(at),
    fileChanged: (uri) => engine.fileChanged(uri),
    filesMoved: () => engine.filesMoved(),
  };
}

/** Only a check and fixes need the validator, which takes longer to load than the schema: a hover does not wait for it. */
function loadForCheck(kind: Kind): Promise<unknown> {
  return Promise.all([loadSchema(kind), loadValidator(kind)]);
}

async function codeActionContext(
  { uri }: Document,
  workspace: Workspace,
  canBeCreated: boolean,
): Promise<CodeActionContext> {
  const path = relativePath(uri, workspace.folders);
  const folder = innermost(uri, workspace.folders);
  if (folder === undefined) return { path, variables: undefined };
  const list = joinUri(folder, ".env.example");
  return { path, variables: { uri: list, text: await workspace.readFile(list), canBeCreated } };
}

function unclaimed(kind: KindAnswer): CheckResult {
  return { kind, schemaVersion: undefined, diagnostics: [] };
}

function checkResult(path: string): (model: FileModel, kind: KindAnswer) => CheckResult {
  return (model, kind) => ({ kind, schemaVersion: schemaVersionOf(model), diagnostics: diagnostics(model, path) });
}

async function completionAt(
  model: FileModel,
  position: Position,
  options: CompletionOptions,
): Promise<CompletionItem[]> {
  const { source } = model;
  if (source.notation === "yaml") return completion(model, source.lines.offsetAt(position), options);
  // The JSON service has no limit of its own for nesting.
  if (source.file.problems.some((problem) => problem.code === "nesting-too-deep")) return [];
  // It is large and JSON tenant files are rare, so it is loaded when the first one asks.
  const { jsonCompletion } = await import("./features/json-completion.ts");
  return jsonCompletion(model, position, options);
}

function schemaVersionOf(model: FileModel): "1" | "2" {
  const written = stringValue(nodeAt(model.root, ["schema_version"]));
  return written === "1" ? "1" : "2";
}

class Engine {
  readonly #sources: RecentMap<string, Source>;
  #workspace: Workspace | undefined;
  #settings: Settings | undefined;
  #loader: ContextLoader | undefined;
  readonly #keptFolders: number;

  constructor({ keptDocuments = 64, keptFolders = 32 }: ServiceOptions) {
    this.#sources = new RecentMap(keptDocuments);
    this.#keptFolders = keptFolders;
  }

  /** The loader of a workspace; a new one when workspace or settings are others than at the last call. */
  loader(workspace: Workspace, settings: Settings): ContextLoader {
    if (!this.#loader || this.#workspace !== workspace || this.#settings !== settings) {
      this.#loader = new ContextLoader(workspace, settings, this.#keptFolders);
      this.#workspace = workspace;
      this.#settings = settings;
    }
    return this.#loader;
  }

  fileChanged(uri: string): void {
    this.#loader?.invalidate(uri);
  }

  filesMoved(): void {
    this.#loader?.invalidateFolders();
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
    [document, workspace, settings]: [Document, Workspace, Settings],
    nothing: (kind: KindAnswer) => T,
    verb: (model: FileModel, kind: KindAnswer) => T | Promise<T>,
    load: (kind: Kind) => Promise<unknown> = loadSchema,
  ): Promise<T> {
    const answer = await this.kind(document, workspace, settings);
    const { kind } = answer;
    if (!kind) return nothing(answer);
    await load(kind);
    const surroundings = await this.loader(workspace, settings).surroundings(document.uri, this.#source(document));
    const { uri } = document;
    const source = this.#source(document);
    const context = contextOf(surroundings, { uri, kind, source });
    return verb(fileModel(uri, kind, source, context, settings), answer);
  }

  #source(document: Document): Source {
    const known = this.#sources.get(document.uri);
    const notation = notationOf(document);
    if (known && known.text === document.text && known.notation === notation) return known;
    const source = parseSource(document.text, notation, known?.notation === notation ? known : undefined);
    if (known) this.#loader?.invalidate(document.uri);
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
