import { acceptAll } from "./define-language.ts";
import type { ScalarLanguage } from "./scalar-language.ts";

/** `matcher`: an Alertmanager matcher; every text is accepted here, one pattern per operator is offered. */
export const matcherLanguage: ScalarLanguage = acceptAll("matcher", "Matcher", {
  completions: () => [
    { label: 'severity="critical"', detail: "the label has exactly this value" },
    { label: 'severity!="info"', detail: "the label has another value" },
    { label: 'service=~"db|cache"', detail: "the whole value matches the regular expression" },
    { label: 'service!~"test-.*"', detail: "the whole value does not match the regular expression" },
  ],
});
