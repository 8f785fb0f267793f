import type { EmbeddedCompletion, EmbeddedContext, EmbeddedHover, ValueProblem } from "../scalar-language.ts";
import { ALERTMANAGER } from "./alertmanager.ts";
import { analyseTemplate } from "./analysis.ts";
import { completeTemplate } from "./completion.ts";
import type { TemplateEngine } from "./engine.ts";
import { hoverTemplate } from "./hover.ts";
import { parseGoTemplate } from "./parser.ts";
import { PROMETHEUS } from "./prometheus.ts";

export { templateTokens } from "./hover.ts";

/** The programs that read templates. */
export type EngineName = "prometheus" | "alertmanager";

const ENGINES: Readonly<Record<EngineName, TemplateEngine>> = { prometheus: PROMETHEUS, alertmanager: ALERTMANAGER };

/** First fault of a template: of its grammar, else of the names and types it uses. Undefined when the engine accepts it. */
export function checkTemplate(text: string, engine: EngineName): ValueProblem | undefined {
  if (!text.includes("{{")) return undefined;
  const template = parseGoTemplate(text);
  return template.faults[0] ?? analyseTemplate(text, template, ENGINES[engine]).problems[0];
}

/** What can be written at an offset of a template; empty outside of actions. */
export function templateCompletions(
  text: string,
  offset: number,
  engine: EngineName,
  context: EmbeddedContext,
): readonly EmbeddedCompletion[] {
  return completeTemplate(text, offset, ENGINES[engine], context.labels);
}

/** What stands at an offset of a template; undefined when there is nothing to say. */
export function templateHover(text: string, offset: number, engine: EngineName): EmbeddedHover | undefined {
  return hoverTemplate(text, offset, ENGINES[engine]);
}
