import type { ScalarLanguage, ValueProblem } from "../scalar-language.ts";
import { urlLanguage } from "../url.ts";
import { ALERTMANAGER } from "./alertmanager.ts";
import { analyseTemplate } from "./analysis.ts";
import { completeTemplate } from "./completion.ts";
import type { TemplateEngine } from "./engine.ts";
import { hoverTemplate, templateTokens } from "./hover.ts";
import { parseGoTemplate } from "./parser.ts";
import { PROMETHEUS } from "./prometheus.ts";

/** First fault of a template: of its grammar, else of the names and types it uses. Undefined when the engine accepts it. */
export function checkTemplate(text: string, engine: TemplateEngine): ValueProblem | undefined {
  if (!text.includes("{{")) return undefined;
  const template = parseGoTemplate(text);
  return template.faults[0] ?? analyseTemplate(text, template, engine).problems[0];
}

function templateLanguage(format: string, title: string, engine: TemplateEngine): ScalarLanguage {
  return {
    format,
    title,
    check: (text) => checkTemplate(text, engine),
    completionsAt: (text, offset, context) => completeTemplate(text, offset, engine, context.labels),
    hoverAt: (text, offset) => hoverTemplate(text, offset, engine),
    tokens: templateTokens,
  };
}

/** `prometheus-template`: labels and annotations of alerting rules. */
export const prometheusTemplateLanguage: ScalarLanguage = templateLanguage(
  "prometheus-template",
  "Alert text",
  PROMETHEUS,
);

/** `alertmanager-template`: texts of notifications. */
export const alertmanagerTemplateLanguage: ScalarLanguage = templateLanguage(
  "alertmanager-template",
  "Notification text",
  ALERTMANAGER,
);

/** `template-url`: an address that may hold template actions. Only the actions are checked, and whole addresses without any. */
export const templateUrlLanguage: ScalarLanguage = {
  ...alertmanagerTemplateLanguage,
  format: "template-url",
  title: "URL template",
  check: (text) => (text.includes("{{") ? checkTemplate(text, ALERTMANAGER) : urlLanguage.check(text)),
};

/** true for formats whose `{{ … }}` belong to the engine that reads the text, apart from the tenant variables (contract G, rule 2). */
export function isTemplateFormat(format: string | undefined): boolean {
  return format !== undefined && TEMPLATE_FORMATS.has(format);
}

const TEMPLATE_FORMATS: ReadonlySet<string> = new Set([
  prometheusTemplateLanguage.format,
  alertmanagerTemplateLanguage.format,
  templateUrlLanguage.format,
]);
