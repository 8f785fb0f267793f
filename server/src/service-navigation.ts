import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  Location,
  LocationLink,
  Position,
  TypeHierarchyItem,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver-types";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "./features/call-hierarchy.ts";
import { definition, fileDefinition } from "./features/definition.ts";
import { documentHighlights } from "./features/document-highlights.ts";
import { type LinkedEditingRanges, linkedEditingRanges } from "./features/linked-editing.ts";
import { references } from "./features/references.ts";
import { prepareRename, type Refusal, type RenamePlace, rename } from "./features/rename.ts";
import { sharedVariableAt } from "./features/symbol-at.ts";
import { prepareTypeHierarchy, subtypes, supertypes } from "./features/type-hierarchy.ts";
import { MAXIMUM_WORKSPACE_SYMBOLS, workspaceSymbols } from "./features/workspace-symbols.ts";
import type { Document } from "./service.ts";
import type { ServiceEngine } from "./service-engine.ts";
import type { Settings } from "./settings.ts";
import { type FileModel, modelAt } from "./tenants/file-model.ts";
import type { Workspace } from "./tenants/workspace.ts";
import type { NodePath } from "./yaml/node.ts";

/** The verbs that lead from one place to others; part of the service. */
export interface NavigationService {
  /** Where the name, anchor, placeholder or file at a position is declared; empty where there is none. */
  definition(document: Document, position: Position, workspace: Workspace, settings: Settings): Promise<LocationLink[]>;
  /** Every place of the name, anchor or placeholder at a position in the files of the tenant; of a variable in those of all tenants. */
  references(
    document: Document,
    position: Position,
    includeDeclaration: boolean,
    workspace: Workspace,
    settings: Settings,
  ): Promise<Location[]>;
  /** The places in the document of what stands at a position. */
  documentHighlights(
    document: Document,
    position: Position,
    workspace: Workspace,
    settings: Settings,
  ): Promise<DocumentHighlight[]>;
  /** What a rename at a position would be about, or why there can be none; undefined where nothing has a name. */
  prepareRename(
    document: Document,
    position: Position,
    workspace: Workspace,
    settings: Settings,
  ): Promise<RenamePlace | Refusal | undefined>;
  /** Edits in all files that give what stands at a position another name, or why there can be none; undefined where nothing has a name. */
  rename(
    document: Document,
    position: Position,
    newName: string,
    workspace: Workspace,
    settings: Settings,
  ): Promise<WorkspaceEdit | Refusal | undefined>;
  /** Ranges whose text has to stay equal while one of them is typed; undefined where there are none. */
  linkedEditingRanges(
    document: Document,
    position: Position,
    workspace: Workspace,
    settings: Settings,
  ): Promise<LinkedEditingRanges | undefined>;
  /** What the name at a position stands for, to ask who refers to it and to whom it refers; empty where there is no name. */
  prepareCallHierarchy(
    document: Document,
    position: Position,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CallHierarchyItem[]>;
  /** Who refers to an item of a call hierarchy. Its file is read from the workspace. */
  incomingCalls(
    item: CallHierarchyItem,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CallHierarchyIncomingCall[]>;
  /** What an item of a call hierarchy refers to. */
  outgoingCalls(
    item: CallHierarchyItem,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CallHierarchyOutgoingCall[]>;
  /** What the name at a position stands for, when such things inherit from each other; empty elsewhere. */
  prepareTypeHierarchy(
    document: Document,
    position: Position,
    workspace: Workspace,
    settings: Settings,
  ): Promise<TypeHierarchyItem[]>;
  /** What an item of a type hierarchy inherits from. */
  supertypes(item: TypeHierarchyItem, workspace: Workspace, settings: Settings): Promise<TypeHierarchyItem[]>;
  /** What inherits from an item of a type hierarchy. */
  subtypes(item: TypeHierarchyItem, workspace: Workspace, settings: Settings): Promise<TypeHierarchyItem[]>;
  /** Names declared in the tenant files of the workspace that hold a text, in any case; at most a few hundred. */
  workspaceSymbols(query: string, workspace: Workspace, settings: Settings): Promise<WorkspaceSymbol[]>;
}

/** The verbs on an engine. */
export function navigationVerbs(engine: ServiceEngine): NavigationService {
  return { ...placeVerbs(engine), ...hierarchyVerbs(engine) };
}

const none = (): [] => [];
const nothing = (): undefined => undefined;

/** A verb on what stands at a position, in whichever document of the file. */
function at<T>(position: Position, verb: (model: FileModel, offset: number) => T): (model: FileModel) => T {
  return (model) => {
    const offset = model.source.lines.offsetAt(position);
    return verb(modelAt(model, offset), offset);
  };
}

type NavigationVerb =
  | "definition"
  | "references"
  | "documentHighlights"
  | "prepareRename"
  | "rename"
  | "linkedEditingRanges"
  | "workspaceSymbols";

/** The verbs that lead from one place to others. */
function placeVerbs(engine: ServiceEngine): Pick<NavigationService, NavigationVerb> {
  /** Files to look for a variable in: all tenants' when one stands at the position, since they share its value. */
  const filesFor = async (document: Document, position: Position, workspace: Workspace, settings: Settings) => {
    const name = await engine.use([document, workspace, settings], nothing, (model) =>
      sharedVariableAt(model, position),
    );
    return name === undefined ? [] : engine.loader(workspace, settings).filesOfOthers(document.uri, name);
  };
  return {
    definition: (document, position, ...where) =>
      engine.use(
        [document, ...where],
        none,
        at(position, (model, offset) => {
          const links = definition(model, offset);
          return links.length > 0 ? links : fileDefinition(model, offset, where[0]);
        }),
      ),
    references: async (document, position, includeDeclaration, ...where) => {
      const others = await filesFor(document, position, ...where);
      return engine.use(
        [document, ...where],
        none,
        at(position, (model, offset) =>
          references(model, offset, includeDeclaration, [...model.context.files, ...others]),
        ),
      );
    },
    documentHighlights: (document, position, ...where) =>
      engine.use([document, ...where], none, at(position, documentHighlights)),
    prepareRename: (document, position, ...where) =>
      engine.use([document, ...where], nothing, at(position, prepareRename)),
    rename: async (document, position, newName, ...where) => {
      const others = await filesFor(document, position, ...where);
      return engine.use(
        [document, ...where],
        nothing,
        at(position, (model, offset) => rename(model, offset, newName, [...model.context.files, ...others])),
      );
    },
    linkedEditingRanges: (document, position, ...where) =>
      engine.use([document, ...where], nothing, at(position, linkedEditingRanges)),
    workspaceSymbols: async (query, workspace, settings) => {
      const wanted = query.toLowerCase();
      const holds = (text: string): boolean => text.toLowerCase().includes(lastStep(wanted));
      const files = await engine.loader(workspace, settings).filesOfWorkspace(holds, MAXIMUM_WORKSPACE_SYMBOLS);
      return workspaceSymbols(files, wanted, workspace.folders);
    },
  };
}

type HierarchyVerb =
  | "prepareCallHierarchy"
  | "incomingCalls"
  | "outgoingCalls"
  | "prepareTypeHierarchy"
  | "supertypes"
  | "subtypes";

/** The verbs that follow names step by step. */
function hierarchyVerbs(engine: ServiceEngine): Pick<NavigationService, HierarchyVerb> {
  /** The next step may begin in a file that is not open. */
  const from = async <T>(
    item: CallHierarchyItem | TypeHierarchyItem,
    [workspace, settings]: [Workspace, Settings],
    verb: (model: FileModel, path: NodePath) => T[],
  ): Promise<T[]> => {
    const text = await workspace.readFile(item.uri);
    const path = pathOf(item.data);
    if (text === undefined || !path) return [];
    return engine.use([{ uri: item.uri, text }, workspace, settings], none, (model) => verb(model, path));
  };
  return {
    prepareCallHierarchy: (document, position, ...where) =>
      engine.use([document, ...where], none, (model) =>
        prepareCallHierarchy(model, model.source.lines.offsetAt(position)),
      ),
    incomingCalls: (item, ...where) => from(item, where, incomingCalls),
    outgoingCalls: (item, ...where) => from(item, where, outgoingCalls),
    prepareTypeHierarchy: (document, position, ...where) =>
      engine.use([document, ...where], none, (model) =>
        prepareTypeHierarchy(model, model.source.lines.offsetAt(position)),
      ),
    supertypes: (item, ...where) => from(item, where, supertypes),
    subtypes: (item, ...where) => from(item, where, subtypes),
  };
}

/** The path that an item was given, which comes back from the client as it is; undefined when it is none. */
function pathOf(data: unknown): NodePath | undefined {
  const path = typeof data === "object" && data !== null && "path" in data ? data.path : undefined;
  return Array.isArray(path) && path.every((step) => typeof step === "string" || typeof step === "number")
    ? path
    : undefined;
}

/** Of a dotted path only the last step stands in a file as it reads. */
function lastStep(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
