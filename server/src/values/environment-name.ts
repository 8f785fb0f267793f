import * as l10n from "@vscode/l10n";
import { acceptAll } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

const SHORT: Readonly<Record<string, string>> = { dev: "development", prod: "production" };

/** `environment-name`: every text is accepted here (settings may add names), the usual ones are offered. */
export const environmentNameLanguage: ScalarLanguage = acceptAll("environment-name", l10n.t("Environment"), {
  completions: () => [
    { label: "development", detail: l10n.t("where developers try changes") },
    { label: "staging", detail: l10n.t("the rehearsal for production") },
    { label: "production", detail: l10n.t("the environment real users depend on") },
    { label: "test", detail: l10n.t("automated tests") },
  ],
  describe(text) {
    const name = Object.hasOwn(SHORT, text) ? SHORT[text] : undefined;
    return name && l10n.t`short spelling of \`${name}\``;
  },
});
