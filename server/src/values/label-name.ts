import * as l10n from "@vscode/l10n";
import { advice, characterAt, defineLanguage, shown } from "./define-language.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

/**
 * `label-name`: a label of Prometheus. Since version 3.0, the default here, names may be any UTF-8 text; names outside the classic
 * character set have to be quoted in every expression, so they get advice and no fault.
 */
export const labelNameLanguage: ScalarLanguage = defineLanguage({
  format: "label-name",
  title: l10n.t("Label name"),
  noun: l10n.t("a label name"),
  example: "team",
  maxLength: 1024,
  check: (text) =>
    checkName(text, {
      kind: "label",
      letters: l10n.t("letters, digits and `_`"),
      strange: /[^A-Za-z0-9_]/g,
    }),
});

/** `metric-name`: a metric of Prometheus, judged like `label-name`. */
export const metricNameLanguage: ScalarLanguage = defineLanguage({
  format: "metric-name",
  title: l10n.t("Metric name"),
  noun: l10n.t("a metric name"),
  example: "http_requests_total",
  maxLength: 1024,
  check: (text) =>
    checkName(text, {
      kind: "metric",
      letters: l10n.t("letters, digits, `_` and `:`"),
      strange: /[^A-Za-z0-9_:]/g,
    }),
});

interface NameRule {
  readonly kind: "label" | "metric";
  readonly letters: string;
  readonly strange: RegExp;
}

function checkName(text: string, { kind, letters, strange }: NameRule): ValueProblem | undefined {
  const says = (why: string): string =>
    kind === "label"
      ? l10n.t`${shown(text)} is not a classic label name: ${why}. Every expression has to quote it; with ${letters}, not beginning with a digit, it needs no quotes`
      : l10n.t`${shown(text)} is not a classic metric name: ${why}. Every expression has to quote it; with ${letters}, not beginning with a digit, it needs no quotes`;
  const replaced = text.replace(strange, "_");
  const suggestion = /^\d/.test(replaced) ? `_${replaced}` : replaced;
  const at = text.search(strange);
  if (at >= 0) {
    const character = characterAt(text, at);
    const safe = /[^\u0020-\u007E]/.test(text) ? undefined : suggestion;
    return advice(at, at + character.length, says(l10n.t`${shown(character)} can not stand in it`), safe);
  }
  return /^\d/.test(text) ? advice(0, 1, says(l10n.t("it begins with a digit")), suggestion) : undefined;
}
