import * as l10n from "@vscode/l10n";
import { withUnit } from "../text/language.ts";
import { defineLanguage, problem, shown } from "./define-language.ts";
import { checkDuration, durationCompletions, durationInWords, formatDuration, parseDuration } from "./duration.ts";
import { parseIsoDuration } from "./iso-duration.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

/** Milliseconds of a Prometheus duration, a whole number of seconds or an ISO 8601 duration; undefined for others. */
export function parseExtendedDuration(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text) * 1000;
  return parseDuration(text) ?? parseIsoDuration(text);
}

/** `extended-duration`: a duration, or seconds, or ISO 8601. */
export const extendedDurationLanguage: ScalarLanguage = defineLanguage({
  format: "extended-duration",
  title: l10n.t("Duration"),
  category: "duration",
  noun: l10n.t("a duration"),
  example: "5m",
  maxLength: 200,
  check: checkExtended,
  completions: () => durationCompletions(["30s", "1m", "5m", "15m", "1h", "12h", "1d", "7d", "14d"]),
  describe(text) {
    const length = parseExtendedDuration(text);
    if (length === undefined) return undefined;
    const words = durationInWords(formatDuration(length));
    if (/^\d+$/.test(text)) return Number(text) < 60 ? words : `${withUnit(Number(text), "second")} (${words})`;
    return durationInWords(text) ?? words;
  },
});

function checkExtended(text: string): ValueProblem | undefined {
  if (parseExtendedDuration(text) !== undefined) return undefined;
  if (/^p[\dt]/i.test(text)) return checkIso(text);
  const found = checkDuration(text);
  if (!found) return undefined;
  return { ...found, message: l10n.t`${found.message}, a number of seconds or an ISO 8601 duration such as \`PT5M\`` };
}

function checkIso(text: string): ValueProblem {
  const upper = text.toUpperCase();
  if (parseIsoDuration(upper) !== undefined) {
    return problem(0, text.length, l10n.t`${shown(text)} must be written in capitals: \`${upper}\``, upper);
  }
  const calendar = /^P[^T]*?(\d+[YM])/.exec(upper)?.[1];
  if (calendar !== undefined) {
    const start = upper.indexOf(calendar);
    const why = l10n.t("years and months have no fixed length, count days instead (for example `P30D`)");
    return problem(start, start + calendar.length, l10n.t`${shown(text)} is not a usable duration: ${why}`);
  }
  const form = l10n.t("`P`, days, `T`, then hours, minutes and seconds (for example `P1DT12H`, `PT5M`)");
  return problem(0, text.length, l10n.t`${shown(text)} is not an ISO 8601 duration: write ${form}`);
}
