import { acceptAll } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

const SHORT: Readonly<Record<string, string>> = { dev: "development", prod: "production" };

/** `environment-name`: every text is accepted here (settings may add names), the usual ones are offered. */
export const environmentNameLanguage: ScalarLanguage = acceptAll("environment-name", "Environment", {
  completions: () => [
    { label: "development", detail: "where developers try changes" },
    { label: "staging", detail: "the rehearsal for production" },
    { label: "production", detail: "the environment real users depend on" },
    { label: "test", detail: "automated tests" },
  ],
  describe: (text) => (Object.hasOwn(SHORT, text) ? `short spelling of \`${SHORT[text]}\`` : undefined),
});
