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
  await timed("hover", () => service.hover(document, position, ...where));
  await timed("documentSymbols", () => service.documentSymbols(document, ...where));
  await timed("foldingRanges", () => service.foldingRanges(document, ...where));
  const range = diagnostics[0]?.range ?? { start: position, end: position };
  const request = { range, diagnostics: diagnostics.slice(0, 5) };
  await timed("codeActions", () => service.codeActions(document, request, ...where));
  const format = { options: { tabSize: 2, insertSpaces: true } };
  await timed("format", () => service.format(document, format, ...where));
  await timed("formatOnType", () => service.formatOnType(document, { position, typed: "\n" }, ...where));
  await timed("effectivePreview", () => service.effectivePreview(document, undefined, ...where));
  return timings;
}
