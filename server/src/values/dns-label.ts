import * as l10n from "@vscode/l10n";
import { characterAt, defineLanguage, problem, shifted, shown } from "./define-language.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const LABEL_RULE = l10n.t("lower-case letters, digits and `-`, beginning and ending with a letter or digit");

/** `dns-label`: a name as Kubernetes wants it, at most 63 characters. */
export const dnsLabelLanguage: ScalarLanguage = defineLanguage({
  format: "dns-label",
  title: l10n.t("DNS label"),
  noun: l10n.t("a DNS label"),
  example: "acme-staging",
  maxLength: 63,
  check: (text) => checkLabel(text),
});

/** `dns-subdomain`: DNS labels joined by dots, at most 253 characters. */
export const dnsSubdomainLanguage: ScalarLanguage = defineLanguage({
  format: "dns-subdomain",
  title: l10n.t("DNS name"),
  noun: l10n.t("a DNS name"),
  example: "jobs.acme.example",
  maxLength: 253,
  check(text) {
    const labels = text.split(".");
    let start = 0;
    for (const label of labels) {
      if (label === "") {
        const dot = Math.min(start, text.length - 1);
        return problem(dot, dot + 1, l10n.t`${shown(text)} is not a DNS name: a part between two dots is empty`);
      }
      const found = shifted(checkLabel(label), start, () => whole(labels));
      if (found) return found;
      start += label.length + 1;
    }
    return undefined;
  },
});

function checkLabel(text: string): ValueProblem | undefined {
  const says = (why: string): string => l10n.t`${shown(text)} is not a DNS label: ${why}; use ${LABEL_RULE}`;
  if (text.length > 63) return problem(0, text.length, says(l10n.t("it has more than 63 characters")));
  const suggestion = repairLabel(text);
  const strange = text.search(/[^a-z0-9-]/);
  if (strange >= 0) {
    const character = characterAt(text, strange);
    return problem(
      strange,
      strange + character.length,
      says(l10n.t`${shown(character)} can not stand in it`),
      suggestion,
    );
  }
  if (text.startsWith("-")) return problem(0, 1, says(l10n.t("it begins with `-`")), suggestion);
  if (text.endsWith("-")) return problem(text.length - 1, text.length, says(l10n.t("it ends with `-`")), suggestion);
  return undefined;
}

/** The label in lower case with `-` for `_` and spaces, when that is all it takes. */
function repairLabel(text: string): string | undefined {
  const right = text.toLowerCase().replace(/[_ ]/g, "-");
  return /^[a-z0-9]/.test(right) && /[a-z0-9]$/.test(right) && !/[^a-z0-9-]/.test(right) ? right : undefined;
}

function whole(labels: readonly string[]): string | undefined {
  const right = labels.map((label) => repairLabel(label));
  return right.includes(undefined) ? undefined : right.join(".");
}
