import * as l10n from "@vscode/l10n";
import { grouped } from "../text/language.ts";
import { defineLanguage, problem, shown } from "./define-language.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const LETTERS = "KMGTPE";

/** Prometheus counts bytes in 64 bits with sign. */
const MAX_BYTES = 2 ** 63;

const SHAPE = /^(\d+(?:\.\d+)?)([ \t]*)([A-Za-z]*)$/;

/** Bytes of a size as Prometheus writes it (powers of 1024), undefined when the text is not one. */
export function parsePrometheusSize(text: string): number | undefined {
  if (text === "0") return 0;
  const match = /^(\d{1,19})(B|[KMGTPE]B)$/.exec(text);
  const [, number = "", unit = ""] = match ?? [];
  const bytes = Number(number) * 1024 ** (LETTERS.indexOf(unit.charAt(0)) + 1);
  return match && bytes < MAX_BYTES ? bytes : undefined;
}

/** Bytes of an amount of memory or storage (`4Gi`, `16GB`), undefined when the text is not one. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d{1,19}(?:\.\d{1,9})?)(?:B|([KMGTP])(i?)B?)$/.exec(text);
  if (!match) return undefined;
  const [, number = "", letter, binary] = match;
  const power = letter === undefined ? 0 : LETTERS.indexOf(letter) + 1;
  return Number(number) * (binary === "i" ? 1024 : 1000) ** power;
}

/** `prometheus-size`: a whole number and `B`, `KB` … `EB`. */
export const prometheusSizeLanguage: ScalarLanguage = defineLanguage({
  format: "prometheus-size",
  title: l10n.t("Size"),
  category: "size",
  noun: l10n.t("a size"),
  example: "512MB",
  maxLength: 60,
  check(text) {
    if (parsePrometheusSize(text) !== undefined) return undefined;
    return diagnose(text, {
      rule: l10n.t("a whole number and one of B, KB, MB, GB, TB, PB, EB, without a space (for example `512MB`)"),
      valid: (unit) => /^(?:[KMGTPE]?B)$/.test(unit),
      meant: (unit) => /^([kmgtpe]?)i?b?$/i.exec(unit)?.[1]?.toUpperCase().concat("B"),
      parse: parsePrometheusSize,
      whole: true,
    });
  },
  completions: () =>
    ["10MB", "64MB", "512MB", "1GB", "50GB", "500GB"].map((label) => ({
      label,
      detail: inBytes(parsePrometheusSize(label)) ?? "",
    })),
  describe: (text) => inBytes(parsePrometheusSize(text)),
});

/** `size`: a number and `B`, or `K M G T P` with optional `i` and `B`. */
export const sizeLanguage: ScalarLanguage = defineLanguage({
  format: "size",
  title: l10n.t("Size"),
  category: "size",
  noun: l10n.t("a size"),
  example: "4Gi",
  maxLength: 60,
  check(text) {
    if (parseSize(text) !== undefined) return undefined;
    return diagnose(text, {
      rule: l10n.t(
        "a number with B, or with K, M, G, T, P and optionally i and B, without a space (for example `4Gi`, `16GB`)",
      ),
      valid: (unit) => /^(?:B|[KMGTP]i?B?)$/.test(unit),
      meant(unit) {
        const [found, letter = "", binary = "", byte = ""] = /^([kmgtp]?)(i?)(b?)$/i.exec(unit) ?? [];
        if (!found || (letter === "" && binary !== "")) return undefined;
        return `${letter.toUpperCase()}${binary.toLowerCase()}${byte.toUpperCase()}`;
      },
      parse: parseSize,
      whole: false,
    });
  },
  completions: () =>
    ["512Mi", "1Gi", "4Gi", "16GB", "100GB", "1TB"].map((label) => ({
      label,
      detail: inBytes(parseSize(label)) ?? "",
    })),
  describe: (text) => inBytes(parseSize(text)),
});

interface SizeGrammar {
  readonly rule: string;
  valid(unit: string): boolean;
  /** The right spelling of a unit whose meaning is clear. */
  meant(unit: string): string | undefined;
  parse(text: string): number | undefined;
  /** Whether fractions are refused. */
  readonly whole: boolean;
}

function diagnose(text: string, grammar: SizeGrammar): ValueProblem {
  const says = (why: string): string => l10n.t`${shown(text)} is not a size: ${why}; use ${grammar.rule}`;
  const match = SHAPE.exec(text);
  if (!match) return problem(0, text.length, says(l10n.t("a number with a unit is expected")));
  const [, number = "", gap = "", unit = ""] = match;
  if (unit === "") return problem(0, number.length, says(l10n.t`\`${number}\` has no unit`));
  const meant = grammar.valid(unit) ? unit : grammar.meant(unit);
  const suggestion = meant === undefined ? undefined : repaired(number, meant, grammar);
  if (gap !== "")
    return problem(number.length, number.length + gap.length, says(l10n.t("there is a space")), suggestion);
  if (!grammar.valid(unit))
    return problem(number.length, text.length, says(l10n.t`${shown(unit)} is not a unit`), suggestion);
  if (grammar.whole && number.includes(".")) {
    return problem(0, number.length, says(l10n.t`\`${number}\` is not a whole number`), suggestion);
  }
  return problem(0, number.length, says(l10n.t("the number is too large")));
}

/** The size with a right unit; a fraction goes to the next smaller unit that makes it whole. */
function repaired(number: string, unit: string, grammar: SizeGrammar): string | undefined {
  const steps = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];
  let amount = number;
  let rank = steps.indexOf(unit);
  while (grammar.whole && amount.includes(".") && rank > 0) {
    amount = String(Number(amount) * 1024);
    rank--;
  }
  const text = grammar.whole ? `${amount}${steps[rank] ?? unit}` : `${amount}${unit}`;
  return grammar.parse(text) === undefined ? undefined : text;
}

function inBytes(bytes: number | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  const count = grouped(bytes);
  return bytes === 1 ? l10n.t`${count} byte` : l10n.t`${count} bytes`;
}
