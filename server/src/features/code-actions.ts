import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  Range,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { type OffsetEdit, toTextEdit } from "../text/offset-edit.ts";
import type { FixedFile } from "./entry-edits.ts";
import { fixAllOfCode, fixAllOffer } from "./fix-all.ts";
import { editOf, FIX_ALL, type Offer, ORGANIZE } from "./offer.ts";
import { organizeOffer } from "./organize.ts";
import type { Proposal } from "./proposal.ts";
import { proposalsFor } from "./quick-fixes.ts";
import type { VariableList } from "./refactor/extract-variable.ts";
import { filesForRefactorings, refactorings } from "./refactor/index.ts";
import { suppressProposals } from "./suppression-edits.ts";

export interface CodeActionRequest {
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds the editor asked for; all but those of whole files when undefined. */
  readonly only?: readonly string[];
  /** true when the editor asks for the edit of an action that it is about to apply. Expensive edits are left out then. */
  readonly resolves?: boolean;
  /** true when the editor can create files as a part of an edit. */
  readonly createsFiles?: boolean;
  /** true when the editor can delete files as a part of an edit. */
  readonly deletesFiles?: boolean;
  /** true when the editor shows actions that can not be done, with the reason. */
  readonly showsDisabled?: boolean;
}

const REFACTOR_KINDS = [CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline, CodeActionKind.RefactorRewrite];

/** Texts up to this length are changed at once, so that what can not be done is not offered. */
const SMALL_TEXT = 4_000;

/** Texts beyond this length are not changed as a whole for an editor that asks for all edits at once: the light bulb would wait for it. */
const LARGE_TEXT = 100_000;

/** What surrounds the file beyond its model. */
export interface CodeActionContext {
  /** Path of the file in its workspace. */
  readonly path: string;
  /** `.env.example` of its workspace folder; undefined for a file in none. */
  readonly variables: VariableList | undefined;
  /** The files of {@link filesForActions} by URI; the text is undefined for those that do not exist. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** URIs of the files that code actions for a request read or would create. */
export function filesForActions(model: FileModel, request: CodeActionRequest): readonly string[] {
  if (!request.createsFiles && !request.deletesFiles) return [];
  const wants =
    request.only === undefined || request.only.some((kind) => isWithin(CodeActionKind.RefactorRewrite, kind));
  return wants ? filesForRefactorings(model, { range: request.range, isAsked: isAskedFor(request) }) : [];
}

/** true when somebody asks for refactorings; the light bulb asks for everything. */
function isAskedFor({ only }: CodeActionRequest): boolean {
  return only?.some((kind) => kind !== "" && isWithin(CodeActionKind.RefactorRewrite, kind)) === true;
}

/** The request that an action without its edit answers; undefined for every other action. */
export function requestToResolve({ data, kind, diagnostics = [] }: CodeAction): CodeActionRequest | undefined {
  if (!Range.is(data?.range) || kind === undefined) return undefined;
  const { range, createsFiles, deletesFiles } = data;
  return {
    range,
    diagnostics,
    only: [kind],
    createsFiles: createsFiles === true,
    deletesFiles: deletesFiles === true,
  };
}

/**
 * Quick fixes of the diagnostics, then what can be done with what stands at the range, then what can be done with the file when asked for.
 * Empty when there are none.
 */
export function codeActions(model: FileModel, request: CodeActionRequest, around: CodeActionContext): CodeAction[] {
  const { length } = model.source.text;
  return offers(model, request, around).flatMap((offer): CodeAction[] => {
    const action = actionOf(offer);
    if (offer.disabled !== undefined)
      return request.showsDisabled ? [{ ...action, disabled: { reason: offer.disabled } }] : [];
    if (offer.isExpensive && length > SMALL_TEXT && request.resolves) {
      const { range, createsFiles, deletesFiles } = request;
      return [{ ...action, data: { uri: model.uri, range, createsFiles, deletesFiles } }];
    }
    if (offer.isExpensive && length > LARGE_TEXT && !offer.kind.startsWith("source")) return [];
    const edit = offer.edit();
    return edit ? [{ ...action, edit }] : [];
  });
}

/** The action with its edit; as it came when there is no edit, or when the document no longer offers it. */
export function resolvedAction(model: FileModel, action: CodeAction, around: CodeActionContext): CodeAction {
  const request = requestToResolve(action);
  const offer =
    request && offers(model, request, around).find(({ title, kind }) => title === action.title && kind === action.kind);
  const edit = offer?.edit();
  return edit ? { ...action, edit } : action;
}

function actionOf({ title, kind, diagnostics, isPreferred }: Offer): CodeAction {
  return {
    title,
    kind,
    ...(diagnostics && { diagnostics: [...diagnostics] }),
    ...(isPreferred !== undefined && { isPreferred }),
  };
}

function offers(
  model: FileModel,
  request: CodeActionRequest,
  { path, variables, files }: CodeActionContext,
): readonly Offer[] {
  const { range, diagnostics, only, createsFiles = false, deletesFiles = false } = request;
  const wants = (kind: string): boolean => only === undefined || only.some((wanted) => isWithin(kind, wanted));
  const found: Offer[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    found.push(...diagnostics.flatMap((diagnostic) => quickFixes(model, diagnostic)));
    found.push(...fixAllOfCode(model, diagnostics, path));
  }
  if (REFACTOR_KINDS.some(wants)) {
    const where = { range, isAsked: isAskedFor(request), path, variables, createsFiles, deletesFiles, files };
    found.push(...refactorings(model, where).filter(({ kind }) => wants(kind)));
  }
  // Actions on a whole file are for those who ask for them: the light bulb at a place is not the place.
  const asksFor = (kind: string): boolean => only?.some((wanted) => wanted !== "" && isWithin(kind, wanted)) === true;
  if (asksFor(FIX_ALL)) found.push(...fixAllOffer(model, path));
  if (asksFor(ORGANIZE)) found.push(...organizeOffer(model));
  return found;
}

/** Quick fixes of the diagnostics of a file, whatever its schema is. */
export function quickFixActions(model: FixedFile, { diagnostics, only }: CodeActionRequest): CodeAction[] {
  if (only && !only.some((wanted) => isWithin(CodeActionKind.QuickFix, wanted))) return [];
  return diagnostics.flatMap((diagnostic) =>
    quickFixes(model, diagnostic).flatMap((offer): CodeAction[] => {
      const edit = offer.edit();
      return edit ? [{ ...actionOf(offer), edit }] : [];
    }),
  );
}

/** Kinds form a hierarchy by their dots: asking for `refactor` asks for `refactor.rewrite`. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);
}

function quickFixes(model: FixedFile, diagnostic: Diagnostic): readonly Offer[] {
  return offersOf(model, diagnostic, [
    ...proposalsFor(model, diagnostic),
    ...suppressProposals(model.source, diagnostic),
  ]);
}

function offersOf(model: FixedFile, diagnostic: Diagnostic, proposals: readonly Proposal[]): readonly Offer[] {
  return proposals.map(({ title, edits, others, preferred }, index) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: index === 0 && preferred !== false,
    edit: () => (others ? editOfFiles(model, edits, others) : editOf(model, edits)),
  }));
}

function editOfFiles(
  { uri, source }: FixedFile,
  edits: readonly OffsetEdit[],
  others: NonNullable<Proposal["others"]>,
): WorkspaceEdit {
  const files = edits.length === 0 ? others : [{ uri, source, edits }, ...others];
  const textEdits = (file: (typeof files)[number]) => file.edits.map((edit) => toTextEdit(edit, file.source.lines));
  return { changes: Object.fromEntries(files.map((file) => [file.uri, textEdits(file)])) };
}
