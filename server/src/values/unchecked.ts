import * as l10n from "@vscode/l10n";
import { acceptAll } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

/** Languages whose parsers do not exist yet: every text is accepted. */
export const uncheckedLanguages: readonly ScalarLanguage[] = [
  acceptAll("date-pattern", l10n.t("Date pattern")),
  acceptAll("time-pattern", l10n.t("Time pattern")),
];
