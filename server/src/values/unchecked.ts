import { acceptAll } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

/** Languages whose parsers do not exist yet: every text is accepted. */
export const uncheckedLanguages: readonly ScalarLanguage[] = [
  acceptAll("prometheus-template", "Alert text"),
  acceptAll("alertmanager-template", "Notification text"),
  acceptAll("template-url", "URL template"),
  acceptAll("cel", "CEL expression"),
  acceptAll("date-pattern", "Date pattern"),
  acceptAll("time-pattern", "Time pattern"),
];
