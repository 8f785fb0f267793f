import { advice, characterAt, defineLanguage, shown } from "./define-language.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

/**
 * `label-name`: a label of Prometheus. Since version 3.0, the default here, names may be any UTF-8 text; names outside the classic
 * character set have to be quoted in every expression, so they get advice and no fault.
 */
export const labelNameLanguage: ScalarLanguage = defineLanguage({
  format: "label-name",
  title: "Label name",
  noun: "a label name",
  example: "team",
  maxLength: 1024,
  check: (text) =>
    checkName(text, { noun: "label name", letters: "letters, digits and `_`", strange: /[^A-Za-z0-9_]/g }),
});

/** `metric-name`: a metric of Prometheus, judged like `label-name`. */
export const metricNameLanguage: ScalarLanguage = defineLanguage({
  format: "metric-name",
  title: "Metric name",
  noun: "a metric name",
  example: "http_requests_total",
  maxLength: 1024,
  check: (text) =>
    checkName(text, { noun: "metric name", letters: "letters, digits, `_` and `:`", strange: /[^A-Za-z0-9_:]/g }),
});

interface NameRule {
  readonly noun: string;
  readonly letters: string;
  readonly strange: RegExp;
}

function checkName(text: string, { noun, letters, strange }: NameRule): ValueProblem | undefined {
  const says = (why: string): string =>
    `${shown(text)} is not a classic ${noun}: ${why}. Every expression has to quote it; with ${letters}, not beginning with a digit, it needs no quotes`;
  const replaced = text.replace(strange, "_");
  const suggestion = /^\d/.test(replaced) ? `_${replaced}` : replaced;
  const at = text.search(strange);
  if (at >= 0) {
    const character = characterAt(text, at);
    const safe = /[^\u0020-\u007E]/.test(text) ? undefined : suggestion;
    return advice(at, at + character.length, says(`${shown(character)} can not stand in it`), safe);
  }
  return /^\d/.test(text) ? advice(0, 1, says("it begins with a digit"), suggestion) : undefined;
}
