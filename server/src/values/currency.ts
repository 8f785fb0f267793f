import * as l10n from "@vscode/l10n";
import data from "./data/currencies.json" with { type: "json" };
import { defineLanguage, problem, shown } from "./define-language.ts";
import { nameInUse } from "./name-in-use.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const COMMON = ["EUR", "USD", "GBP", "CHF", "JPY", "CNY", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "BRL", "INR"];

/** Signs that belong to one currency only; `$` and `¥` do not. */
const SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₽": "RUB",
  "₪": "ILS",
  "₺": "TRY",
};

/** The name of a currency, undefined when the code is not one of ISO 4217. */
export function currencyName(code: string): string | undefined {
  const names: Readonly<Record<string, string>> = data.names;
  const name = Object.hasOwn(names, code) ? names[code] : undefined;
  return name && nameInUse("currency", code, name);
}

/** `currency`: a code of ISO 4217. */
export const currencyLanguage: ScalarLanguage = defineLanguage({
  format: "currency",
  code: "currency",
  title: l10n.t("Currency"),
  noun: l10n.t("a currency code"),
  example: "EUR",
  maxLength: 64,
  check: (text) => (currencyName(text) === undefined ? unknownCurrency(text) : undefined),
  completions: () =>
    [...COMMON, ...Object.keys(data.names).filter((code) => !COMMON.includes(code) && !code.startsWith("X"))]
      .concat(Object.keys(data.names).filter((code) => /^X(?:AF|CD|CG|OF|PF)$/.test(code)))
      .map((label) => ({ label, detail: currencyName(label) ?? "" })),
  describe: currencyName,
});

function unknownCurrency(text: string): ValueProblem {
  const upper = text.toUpperCase();
  const lowered = text.toLowerCase();
  const named = Object.entries(data.names).find(([, name]) => name.toLowerCase() === lowered)?.[0];
  const sign = Object.hasOwn(SIGNS, text) ? SIGNS[text] : undefined;
  const suggestion = currencyName(upper) === undefined ? (sign ?? named) : upper;
  const hint = suggestion === undefined ? l10n.t("three capital letters such as `EUR`") : `\`${suggestion}\``;
  return problem(0, text.length, l10n.t`${shown(text)} is not a currency code of ISO 4217: write ${hint}`, suggestion);
}
