import * as l10n from "@vscode/l10n";
import data from "./data/countries.json" with { type: "json" };
import { defineLanguage, problem, shown } from "./define-language.ts";
import { canonicalLocale, checkLocale, localeLanguage } from "./locale.ts";
import { localeName } from "./locale-names.ts";
import { nameInUse } from "./name-in-use.ts";
import type { ScalarLanguage, ValueCompletion, ValueProblem } from "./scalar-language.ts";

/** Codes people write for a country that is registered under another one. */
const OTHER_CODES: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" };

/** The name of a country, undefined when the code is not one of ISO 3166-1 (two capital letters). */
export function countryName(code: string): string | undefined {
  const name = lookUp(data.names, code);
  return name && nameInUse("region", code, name);
}

/** `country`: a two-letter code of ISO 3166-1. */
export const countryLanguage: ScalarLanguage = defineLanguage({
  format: "country",
  title: l10n.t("Country"),
  noun: l10n.t("a country code"),
  example: "DE",
  maxLength: 80,
  check: (text) => (countryName(text) === undefined ? unknownCountry(text) : undefined),
  completions: countryCompletions,
  describe: countryName,
});

/** `country-or-locale`: a country code in capitals (`DE`), or a locale (`de`, `de-AT`). */
export const countryOrLocaleLanguage: ScalarLanguage = defineLanguage({
  format: "country-or-locale",
  title: l10n.t("Country or locale"),
  noun: l10n.t("a country code or a locale"),
  example: "DE",
  maxLength: 255,
  check(text) {
    if (countryName(text) !== undefined) return undefined;
    if (!/^[A-Z]{2,3}$/.test(text)) return checkLocale(text);
    const found = unknownCountry(text);
    if (found.suggestion !== undefined) return found;
    const locale = canonicalLocale(text);
    return locale !== undefined && localeName(locale) !== undefined ? { ...found, suggestion: locale } : found;
  },
  completions: () => [...(localeLanguage.completions?.() ?? []), ...countryCompletions()],
  describe: (text) => countryName(text) ?? localeLanguage.describe?.(text),
});

function countryCompletions(): readonly ValueCompletion[] {
  return Object.keys(data.names).map((label) => ({ label, detail: countryName(label) ?? "" }));
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function unknownCountry(text: string): ValueProblem {
  const upper = text.toUpperCase();
  const lowered = text.toLowerCase();
  const named = Object.entries(data.names).find(([, name]) => name.toLowerCase() === lowered)?.[0];
  const other = lookUp(OTHER_CODES, upper) ?? lookUp(data.alpha3, upper) ?? named;
  const suggestion = countryName(upper) === undefined ? other : upper;
  const hint =
    suggestion !== undefined
      ? `\`${suggestion}\``
      : upper === "EU"
        ? l10n.t("two capital letters such as `DE`; the European Union is not a country")
        : l10n.t("two capital letters such as `DE`");
  const message = l10n.t`${shown(text)} is not a country code of ISO 3166-1: write ${hint}`;
  return problem(0, text.length, message, suggestion);
}
