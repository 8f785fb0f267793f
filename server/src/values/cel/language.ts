import * as l10n from "@vscode/l10n";
import { lateModule } from "../late-module.ts";
import type { ScalarLanguage } from "../scalar-language.ts";

const condition = lateModule(() => import("./condition.ts"));

/** `cel`: conditions of attribute rules in the Common Expression Language. */
export const celLanguage: ScalarLanguage = {
  format: "cel",
  code: "abac-condition-syntax",
  title: l10n.t("CEL expression"),
  load: condition.load,
  isLoaded: condition.isLoaded,
  check: (text) => condition.get()?.checkCel(text),
  completionsAt: (text, offset) => condition.get()?.completeCel(text, offset) ?? [],
  hoverAt: (text, offset) => condition.get()?.hoverCel(text, offset),
  tokens: (text) => condition.get()?.celTokens(text) ?? [],
};
