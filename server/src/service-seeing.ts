import type {
  CodeLens,
  Color,
  ColorInformation,
  ColorPresentation,
  DocumentLink,
  InlayHint,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
} from "vscode-languageserver-types";
import { type CodeLensOptions, codeLenses, resolveCodeLens } from "./features/code-lens.ts";
import { colorPresentations, documentColors } from "./features/document-colors.ts";
import { documentLinks, resolveDocumentLink } from "./features/document-links.ts";
import { inlayHints } from "./features/inlay-hints.ts";
import { selectionRanges } from "./features/selection-ranges.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import { joinTokens } from "./features/token-list.ts";
import type { Document } from "./service.ts";
import { loadForValues, type ServiceEngine } from "./service-engine.ts";
import type { Settings } from "./settings.ts";
import { type FileModel, modelAt, modelsOfDocuments } from "./tenants/file-model.ts";
import type { Workspace } from "./tenants/workspace.ts";
import type { OffsetRange } from "./text/line-index.ts";

/** The verbs that show more of a document than its text; part of the service. */
export interface SeeingService {
  /**
   * A lens above each name that is used elsewhere, and one for the preview; what the former say comes with
   * {@link SeeingService.resolveCodeLens}.
   */
  codeLenses(
    document: Document,
    options: CodeLensOptions,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CodeLens[]>;
  /** A lens of the document with its words; as it is when its name is no longer there. */
  resolveCodeLens(
    document: Document,
    lens: CodeLens,
    options: CodeLensOptions,
    workspace: Workspace,
    settings: Settings,
  ): Promise<CodeLens>;
  /** What the words of the document are, for colours; only those that touch the range when one is given. The legend is in `semantic-legend.ts`. */
  semanticTokens(
    document: Document,
    range: Range | undefined,
    workspace: Workspace,
    settings: Settings,
  ): Promise<SemanticTokens>;
  /** What the values in a range mean where that can not be seen, in the order of the text. */
  inlayHints(document: Document, range: Range, workspace: Workspace, settings: Settings): Promise<InlayHint[]>;
  /** For each position the range that holds it, with ever larger ones as its parents. */
  selectionRanges(
    document: Document,
    positions: readonly Position[],
    workspace: Workspace,
    settings: Settings,
  ): Promise<SelectionRange[]>;
  /** Links in the document; those to files have no target until they are resolved. */
  documentLinks(document: Document, workspace: Workspace, settings: Settings): Promise<DocumentLink[]>;
  /** A link with its target; without one when its file does not exist. */
  resolveDocumentLink(link: DocumentLink, workspace: Workspace): Promise<DocumentLink>;
  /** Colours in the document. */
  documentColors(document: Document, workspace: Workspace, settings: Settings): Promise<ColorInformation[]>;
  /** How a colour can be written at a range of {@link SeeingService.documentColors}. */
  colorPresentations(
    document: Document,
    color: Color,
    range: Range,
    workspace: Workspace,
    settings: Settings,
  ): Promise<ColorPresentation[]>;
}

const none = (): [] => [];

/** The verbs that show more of a document than its text. */
export function seeingVerbs(engine: ServiceEngine): SeeingService {
  return {
    codeLenses: (document, options, ...where) =>
      engine.use([document, ...where], none, (model) => codeLenses(model, options)),
    resolveCodeLens: (document, lens, options, ...where) =>
      engine.use(
        [document, ...where],
        () => lens,
        (model) => resolveCodeLens(modelAt(model, model.source.lines.offsetAt(lens.range.start)), lens, options),
      ),
    semanticTokens: (document, range, ...where) =>
      engine.use(
        [document, ...where],
        noTokens,
        (file) =>
          joinTokens(modelsOfDocuments(file).map((model) => semanticTokens(model, range && offsetsOf(model, range)))),
        // Tokens of a part are kept, so what reads the languages in it has to be there.
        { load: loadForValues },
      ),
    inlayHints: (document, range, ...where) =>
      engine.use(
        [document, ...where],
        none,
        inDocuments((model) => inlayHints(model, offsetsOf(model, range))),
      ),
    selectionRanges: (document, positions, ...where) =>
      engine.use([document, ...where], none, (model) => selectionRanges(model, positions)),
    documentLinks: (...request) => engine.use(request, none, inDocuments(documentLinks)),
    resolveDocumentLink,
    documentColors: (...request) => engine.use(request, none, inDocuments(documentColors)),
    colorPresentations: (document, color, range, ...where) =>
      engine.use([document, ...where], none, (model) => colorPresentations(model, color, range)),
  };
}

/** What a verb finds in each document of a file, in their order. */
function inDocuments<T>(verb: (model: FileModel) => readonly T[]): (model: FileModel) => T[] {
  return (model) => modelsOfDocuments(model).flatMap(verb);
}

function noTokens(): SemanticTokens {
  return { data: [] };
}

function offsetsOf({ source: { lines } }: FileModel, range: Range): OffsetRange {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}
