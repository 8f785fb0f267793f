import type { Range, TextEdit } from "vscode-languageserver-types";
import type { FormatAnswer, FormatOptions } from "./features/formatting.ts";
import { formatOnType, type TypedCharacter } from "./features/on-type-formatting.ts";
import { type FileRename, pathEdits } from "./features/rename-files.ts";
import type { Document } from "./service.ts";
import type { ServiceEngine } from "./service-engine.ts";
import type { Settings } from "./settings.ts";
import type { ContextLoader } from "./tenants/context-loader.ts";
import type { Workspace } from "./tenants/workspace.ts";

/** How to format, and which part; everything without a range. */
export interface FormatRequest {
  readonly options: FormatOptions;
  readonly range?: Range;
}

/** The verbs that lay out documents and keep paths right; part of the service. */
export interface FormattingService {
  /** Edits that format the document, or why it is not formatted; with a range only the entries that the range touches. */
  format(document: Document, request: FormatRequest, workspace: Workspace, settings: Settings): Promise<FormatAnswer>;
  /** Edits of the line that was begun by the character that was typed; empty when the line is right as it is. */
  formatOnType(
    document: Document,
    typed: TypedCharacter,
    workspace: Workspace,
    settings: Settings,
  ): Promise<TextEdit[]>;
  /** Edits of the tenants' files, by URI, that keep their paths right when files or folders are renamed. Asked before the renaming. */
  renameFiles(
    renames: readonly FileRename[],
    workspace: Workspace,
    settings: Settings,
  ): Promise<Readonly<Record<string, TextEdit[]>>>;
}

const none = (): [] => [];

/** The verbs that lay out documents and keep paths right. */
export function formattingVerbs(engine: ServiceEngine): FormattingService {
  return {
    format: (document, request, ...where) =>
      engine.use([document, ...where], notFormatted, async (model) => {
        const { format } = await import("./features/formatting.ts");
        return format(model, request.options, request.range);
      }),
    formatOnType: (document, typed, ...where) =>
      engine.use([document, ...where], none, (model) => formatOnType(model, typed)),
    renameFiles: (renames, workspace, settings) => renameFiles(engine.loader(workspace, settings), renames),
  };
}

async function renameFiles(
  loader: ContextLoader,
  renames: readonly FileRename[],
): Promise<Readonly<Record<string, TextEdit[]>>> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { oldUri } of renames) {
    for (const file of await loader.tenantFilesAround(oldUri)) {
      const edits = pathEdits(file, renames);
      if (edits.length > 0) changes[file.uri] = edits;
    }
  }
  return changes;
}

function notFormatted(): FormatAnswer {
  return { edits: [], refused: undefined };
}
