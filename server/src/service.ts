import {
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Position,
  Range,
  type SignatureHelp,
} from "vscode-languageserver-types";
import {
  type CodeActionContext,
  type CodeActionRequest,
  codeActions,
  filesForActions,
  requestToResolve,
  resolvedAction,
} from "./features/code-actions.ts";
import { type CompletionOptions, completion, resolveCompletion } from "./features/completion.ts";
import { placeholderItems } from "./features/completion-placeholders.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { embeddedCompletion } from "./features/embedded-completion.ts";
import { embeddedHover, signatureHelp } from "./features/embedded-hover.ts";
import { foldingRanges } from "./features/folding.ts";
import { type HoverOptions, hover } from "./features/hover.ts";
import type { OwnFile } from "./features/own-schema/own-file.ts";
import { loadSnippets } from "./features/snippets.ts";
import { documentSymbols } from "./features/symbols.ts";
import { effectivePreview } from "./previews/effective.ts";
import type { EffectivePreview, Kind, KindAnswer, NewTenantAnswer, NewTenantParams } from "./protocol.ts";
import { loadRules } from "./rules/load-rules.ts";
import { loadSchema } from "./schema/registry.ts";
import { loadValidator } from "./schema/validators.ts";
import { Engine, loadForValues, type OwnVerb, type Request } from "./service-engine.ts";
import { type FormattingService, formattingVerbs } from "./service-formatting.ts";
import { type NavigationService, navigationVerbs } from "./service-navigation.ts";
import { type SeeingService, seeingVerbs } from "./service-seeing.ts";
import type { Settings } from "./settings.ts";
import { deploymentVariables } from "./tenants/deployment-variables.ts";
import { type FileModel, modelAt, modelsOfDocuments } from "./tenants/file-model.ts";
import { remoteSchemaNotices } from "./tenants/own-schemas.ts";
import { innermost, joinUri, relativePath } from "./tenants/uri-path.ts";
import type { Workspace } from "./tenants/workspace.ts";
import { nodeAt, stringValue } from "./yaml/navigate.ts";

export type { CodeActionRequest } from "./features/code-actions.ts";
export type { CodeLensOptions } from "./features/code-lens.ts";
export type { CompletionOptions } from "./features/completion.ts";
export type { FormatAnswer, FormatOptions } from "./features/formatting.ts";
export type { HoverOptions } from "./features/hover.ts";
export type { LinkedEditingRanges } from "./features/linked-editing.ts";
export type { TypedCharacter } from "./features/on-type-formatting.ts";
export type { Refusal, RenamePlace } from "./features/rename.ts";
export type { FileRename } from "./features/rename-files.ts";
export { effectiveText } from "./previews/effective.ts";
export type { EffectivePreview, Kind, KindAnswer, NewTenantAnswer, NewTenantParams } from "./protocol.ts";
export type { FormatRequest } from "./service-formatting.ts";
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
  /** URIs of the schemas that the team of the document has for it; undefined for every other document. */
  readonly ownSchemas?: readonly string[];
  /** Empty for a document that is neither a tenant file nor one with a schema of its team. */
  readonly diagnostics: Diagnostic[];
}

/**
 * The engine: one verb per request. Every verb takes the document, the workspace it lives in and the settings, and answers with
 * plain LSP values. A document that is neither a tenant file nor one with a schema of its team gets empty answers. No verb throws for any text.
 */
export interface Service extends NavigationService, SeeingService, FormattingService {
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
  /** An item of a completion of this document with its documentation; the item as it is when there is none. */
  resolveCompletion(
    document: Document,
    item: CompletionItem,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CompletionItem>;
  /** Documentation of what stands at a position; undefined where there is none. */
  hover(
    document: Document,
    position: Position,
    workspace: Workspace,
    settings: Settings,
    options?: HoverOptions,
  ): Promise<Hover | undefined>;
  /** The call around a position inside an expression; undefined outside of calls. */
  signatureHelp(
    document: Document,
    position: Position,
    workspace: Workspace,
    settings: Settings,
  ): Promise<SignatureHelp | undefined>;
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
  return {
    ...navigationVerbs(engine),
    ...seeingVerbs(engine),
    ...formattingVerbs(engine),
    kind: (...request) => engine.kind(...request),
    check: (...request) =>
      engine.use(request, unclaimed, checkResult(pathOf(request)), {
        load: loadForCheck,
        own: ownCheckResult(pathOf(request)),
      }),
    completion: (document, position, options, ...where) =>
      engine.use([document, ...where], none, (model) => completionAt(model, position, options), {
        load: loadForCompletion,
        own: (file, own) => own.ownCompletion(file, position, options),
      }),
    resolveCompletion: (document, item, ...where) =>
      engine.use(
        [document, ...where],
        () => item,
        (model) => resolveCompletion(model, item),
        { load: loadForCompletion },
      ),
    hover: (document, position, workspace, settings, options) =>
      engine.use([document, workspace, settings], nothing, hoverAt(position, options), {
        load: loadForValues,
        own: (file, own) => own.ownHover(file, file.source.lines.offsetAt(position)),
      }),
    signatureHelp: (document, position, ...where) =>
      engine.use([document, ...where], nothing, signatureAt(position), { load: loadForValues }),
    ...actionVerbs(engine),
    documentSymbols: (...request) =>
      engine.use(request, none, (model) => modelsOfDocuments(model).flatMap(documentSymbols), { own: ownSymbols }),
    foldingRanges: (...request) =>
      engine.use(request, none, (model) => foldingRanges(model.source), {
        own: ({ source, own }) => (own.remote === undefined ? foldingRanges(source) : []),
      }),
    effectivePreview: (document, environment, ...where) =>
      engine.use([document, ...where], nothing, (model) => effectivePreview(model, environment)),
    newTenant: async (params, at, workspace, settings) => {
      const variables = await engine.loader(workspace, settings).variables(at);
      const { keyProvider, defaultLocale, supportedLocales } = deploymentVariables(variables);
      const { extraEnvironments } = settings;
      const { newTenant } = await import("./generate/new-tenant.ts");
      return newTenant(params, { keyProvider, extraEnvironments, defaultLocale, supportedLocales });
    },
    notices: async (at, workspace, settings) => [
      ...(await engine.loader(workspace, settings).notices(at)),
      ...remoteSchemaNotices(settings),
    ],
    fileChanged: (uri) => engine.fileChanged(uri),
    filesMoved: () => engine.filesMoved(),
  };
}

/** The verbs that change a document. */
function actionVerbs(engine: Engine): Pick<Service, "codeActions" | "resolveCodeAction"> {
  return {
    codeActions: async (document, request, ...where) => {
      const around = await codeActionContext(engine, document, request, where);
      const actions = (model: FileModel): CodeAction[] =>
        codeActions(inDocument(model, request.range), request, around);
      return engine.use([document, ...where], none, actions, {
        load: loadForCheck,
        own: (file, own) => own.ownCodeActions(file, request),
      });
    },
    resolveCodeAction: async (document, action, ...where) => {
      const asItCame = (): CodeAction => action;
      const request = requestToResolve(action);
      if (!request) return action;
      const around = await codeActionContext(engine, document, request, where);
      const resolved = (model: FileModel): CodeAction =>
        resolvedAction(inDocument(model, request.range), action, around);
      return engine.use([document, ...where], asItCame, resolved, { load: loadForCheck });
    },
  };
}

const none = (): [] => [];
const nothing = (): undefined => undefined;

/** Only a check needs the rules, and the validator, which takes longer to load than the schema: a hover does not wait for it. */
function loadForCheck(kind: Kind, text: string): Promise<unknown> {
  return Promise.all([loadSchema(kind), loadValidator(kind, text), loadRules(kind)]);
}

function hoverAt(position: Position, options?: HoverOptions): (model: FileModel) => ReturnType<typeof hover> {
  return (file) => {
    const offset = file.source.lines.offsetAt(position);
    const model = modelAt(file, offset);
    return embeddedHover(model, offset) ?? hover(model, offset, options);
  };
}

function signatureAt(position: Position): (model: FileModel) => SignatureHelp | undefined {
  return (file) => {
    const offset = file.source.lines.offsetAt(position);
    return signatureHelp(modelAt(file, offset), offset);
  };
}

/** The model for the document in which a range begins; as it is for what is no range. */
function inDocument(model: FileModel, range: unknown): FileModel {
  return Range.is(range) ? modelAt(model, model.source.lines.offsetAt(range.start)) : model;
}

function loadForCompletion(kind: Kind, text: string): Promise<unknown> {
  return Promise.all([loadForValues(kind, text), loadSnippets(kind)]);
}

async function codeActionContext(
  engine: Engine,
  document: Document,
  request: CodeActionRequest,
  [workspace, settings]: [Workspace, Settings],
): Promise<CodeActionContext> {
  const path = relativePath(document.uri, workspace.folders);
  const uris = await engine.use<readonly string[]>([document, workspace, settings], none, (model) =>
    filesForActions(inDocument(model, request.range), request),
  );
  const texts = await Promise.all(uris.map((uri) => workspace.readFile(uri)));
  const files = new Map(uris.map((uri, index) => [uri, texts[index]]));
  const folder = innermost(document.uri, workspace.folders);
  if (folder === undefined) return { path, variables: undefined, files };
  const list = joinUri(folder, ".env.example");
  const canBeCreated = request.createsFiles === true;
  return { path, files, variables: { uri: list, text: await workspace.readFile(list), canBeCreated } };
}

function ownSymbols({ source, own }: OwnFile): DocumentSymbol[] {
  if (own.remote !== undefined) return [];
  return source.file.documents.flatMap(({ root }) => documentSymbols({ source, root, schema: {} }));
}

function unclaimed(kind: KindAnswer): CheckResult {
  return { kind, schemaVersion: undefined, diagnostics: [] };
}

function pathOf([document, workspace]: Request): string {
  return relativePath(document.uri, workspace.folders);
}

function ownCheckResult(path: string): OwnVerb<CheckResult> {
  return (file, own, kind) => {
    const result = { ...unclaimed(kind), diagnostics: own.ownDiagnostics(file, path) };
    return file.own.remote === undefined ? { ...result, ownSchemas: [...file.schema.documents.keys()] } : result;
  };
}

function checkResult(path: string): (model: FileModel, kind: KindAnswer) => CheckResult {
  return (model, kind) => ({ kind, schemaVersion: schemaVersionOf(model), diagnostics: diagnostics(model, path) });
}

async function completionAt(
  file: FileModel,
  position: Position,
  options: CompletionOptions,
): Promise<CompletionItem[]> {
  const offset = file.source.lines.offsetAt(position);
  const model = modelAt(file, offset);
  const { source } = model;
  const placeholders = placeholderItems(model, offset);
  if (placeholders.length > 0) return placeholders;
  const embedded = embeddedCompletion(model, offset, options);
  if (embedded) return embedded;
  if (source.notation === "yaml") return completion(model, offset, options);
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
