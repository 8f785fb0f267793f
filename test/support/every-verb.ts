import type { Position } from "vscode-languageserver-types";
import { DEFAULT_SETTINGS, type Document, type Service, type Workspace } from "../../server/src/service.ts";

/** How long one request took. */
export interface Timing {
  readonly verb: string;
  /** Time that passed, or time of the processor where that is less: waiting for other programs does not count. */
  readonly milliseconds: number;
}

/** Asks a service everything about a document, at a position where one is asked for; answers with the time of each request. */
export async function everyVerb(
  service: Service,
  document: Document,
  position: Position,
  workspace: Workspace,
): Promise<readonly Timing[]> {
  const where = [workspace, DEFAULT_SETTINGS] as const;
  const timings: Timing[] = [];
  const timed = async <T>(verb: string, ask: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    const answer = await ask();
    const { user, system } = process.cpuUsage(cpu);
    timings.push({ verb, milliseconds: Math.min(performance.now() - start, (user + system) / 1_000) });
    return answer;
  };
  const { diagnostics } = await timed("check", () => service.check(document, ...where));
  const options = { snippets: true, triggerSuggest: true };
  await timed("completion", () => service.completion(document, position, options, ...where));
  await timed("hover", () => service.hover(document, position, ...where, { now: 0 }));
  await timed("signatureHelp", () => service.signatureHelp(document, position, ...where));
  await timed("documentSymbols", () => service.documentSymbols(document, ...where));
  await timed("foldingRanges", () => service.foldingRanges(document, ...where));
  const whole = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
  await timed("semanticTokens", () => service.semanticTokens(document, undefined, ...where));
  await timed("inlayHints", () => service.inlayHints(document, whole, ...where));
  await timed("selectionRanges", () => service.selectionRanges(document, [position], ...where));
  const lenses = { showsReferences: true, showsPreview: false };
  const [lens] = await timed("codeLenses", () => service.codeLenses(document, lenses, ...where));
  if (lens) await timed("lens", () => service.resolveCodeLens(document, lens, lenses, ...where));
  await timed("documentLinks", () => service.documentLinks(document, ...where));
  await timed("documentColors", () => service.documentColors(document, ...where));
  const range = diagnostics[0]?.range ?? { start: position, end: position };
  const request = { range, diagnostics: diagnostics.slice(0, 5) };
  await timed("codeActions", () => service.codeActions(document, request, ...where));
  const caret = { start: position, end: position };
  const asked = { range: caret, diagnostics: [], only: ["refactor"], createsFiles: true, deletesFiles: true };
  await timed("refactorings", () => service.codeActions(document, asked, ...where));
  await timed("definition", () => service.definition(document, position, ...where));
  await timed("references", () => service.references(document, position, true, ...where));
  await timed("documentHighlights", () => service.documentHighlights(document, position, ...where));
  await timed("prepareRename", () => service.prepareRename(document, position, ...where));
  await timed("rename", () => service.rename(document, position, "fresh", ...where));
  await timed("linkedEditingRanges", () => service.linkedEditingRanges(document, position, ...where));
  const [item] = await timed("callHierarchy", () => service.prepareCallHierarchy(document, position, ...where));
  if (item) await timed("incomingCalls", () => service.incomingCalls(item, ...where));
  if (item) await timed("outgoingCalls", () => service.outgoingCalls(item, ...where));
  const [type] = await timed("typeHierarchy", () => service.prepareTypeHierarchy(document, position, ...where));
  if (type) await timed("supertypes", () => service.supertypes(type, ...where));
  if (type) await timed("subtypes", () => service.subtypes(type, ...where));
  const format = { options: { tabSize: 2, insertSpaces: true } };
  await timed("format", () => service.format(document, format, ...where));
  await timed("formatOnType", () => service.formatOnType(document, { position, typed: "\n" }, ...where));
  await timed("effectivePreview", () => service.effectivePreview(document, undefined, ...where));
  return timings;
}
