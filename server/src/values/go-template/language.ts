import * as l10n from "@vscode/l10n";
import { lateModule } from "../late-module.ts";
import type { ScalarLanguage } from "../scalar-language.ts";
import { urlLanguage } from "../url.ts";
import type { EngineName } from "./checker.ts";

/** The parser and the tables of the engines are large, and most texts hold no action. */
const checker = lateModule(() => import("./checker.ts"));

/** What a file with actions holds; the braces may be escapes in it. */
const MAY_HOLD_ACTION = /\{\{|\\[uUx]/;

function templateLanguage(format: string, title: string, engine: EngineName): ScalarLanguage {
  return {
    format,
    code: "template-syntax",
    title,
    load: async (file) => {
      if (file === undefined || MAY_HOLD_ACTION.test(file)) await checker.load();
    },
    isPlain: (text) => !text.includes("{{"),
    isLoaded: (text) => checker.isLoaded() || (text !== undefined && !text.includes("{{")),
    check: (text) => checker.get()?.checkTemplate(text, engine),
    completionsAt: (text, offset, context) => checker.get()?.templateCompletions(text, offset, engine, context) ?? [],
    hoverAt: (text, offset) => checker.get()?.templateHover(text, offset, engine),
    tokens: (text) => checker.get()?.templateTokens(text) ?? [],
  };
}

/** `prometheus-template`: labels and annotations of alerting rules. */
export const prometheusTemplateLanguage: ScalarLanguage = templateLanguage(
  "prometheus-template",
  l10n.t("Alert text"),
  "prometheus",
);

/** `alertmanager-template`: texts of notifications. */
export const alertmanagerTemplateLanguage: ScalarLanguage = templateLanguage(
  "alertmanager-template",
  l10n.t("Notification text"),
  "alertmanager",
);

/** `template-url`: an address that may hold template actions. Only the actions are checked, and whole addresses without any. */
export const templateUrlLanguage: ScalarLanguage = {
  ...alertmanagerTemplateLanguage,
  format: "template-url",
  title: l10n.t("URL template"),
  category: "address",
  check: (text) => (text.includes("{{") ? alertmanagerTemplateLanguage.check(text) : urlLanguage.check(text)),
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
