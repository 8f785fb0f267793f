import { acceptAll } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

/** Languages whose parsers do not exist yet: every text is accepted. */
export const uncheckedLanguages: readonly ScalarLanguage[] = [
  acceptAll("date-pattern", "Date pattern"),
  acceptAll("time-pattern", "Time pattern"),
];
