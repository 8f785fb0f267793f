import * as l10n from "@vscode/l10n";
import { CRON_FIELDS, type CronFieldValue, readCronField } from "./cron-fields.ts";
import { describeCron } from "./cron-words.ts";
import { advice, defineLanguage, problem, shown } from "./define-language.ts";
import { nearest } from "./edit-distance.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

/** The macros with the five fields they stand for. */
const MACROS: ReadonlyMap<string, string> = new Map([
  ["@hourly", "0 * * * *"],
  ["@daily", "0 0 * * *"],
  ["@midnight", "0 0 * * *"],
  ["@weekly", "0 0 * * 0"],
  ["@monthly", "0 0 1 * *"],
  ["@yearly", "0 0 1 1 *"],
  ["@annually", "0 0 1 1 *"],
]);

const RULE = l10n.t("five fields: minute, hour, day of month, month, day of week (for example `0 3 * * *`)");

/** Days of the longest February, and so on. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A cron expression taken apart, or its first fault. */
export type CronSchedule =
  | { readonly fields: readonly CronFieldValue[]; readonly fault?: undefined }
  | { readonly fields?: undefined; readonly fault: ValueProblem };

/** Reads a cron expression or macro. */
export function parseCron(text: string): CronSchedule {
  if (text.startsWith("@")) {
    const expression = MACROS.get(text);
    return expression === undefined ? { fault: unknownMacro(text) } : parseCron(expression);
  }
  const words = [...text.matchAll(/\S+/g)];
  const fault = checkCount(text, words);
  if (fault) return { fault };
  const fields: CronFieldValue[] = [];
  for (const [index, field] of CRON_FIELDS.entries()) {
    const word = words[index];
    const value = readCronField(word?.[0] ?? "", word?.index ?? 0, field);
    if ("message" in value) return { fault: repairQuestionMark(text, value) };
    fields.push(value);
  }
  const never = checkDays(words, fields);
  return never ? { fault: never } : { fields };
}

/** `cron`: five fields or a macro. */
export const cronLanguage: ScalarLanguage = defineLanguage({
  format: "cron",
  title: l10n.t("Schedule"),
  category: "schedule",
  noun: l10n.t("a schedule"),
  example: "0 3 * * *",
  maxLength: 1000,
  check(text) {
    const { fields, fault } = parseCron(text);
    if (fault) return fault;
    const found = fields.find(({ openStep }) => openStep)?.openStep;
    if (!found) return undefined;
    const right = `${text.slice(0, found.start)}${found.suggestion ?? ""}${text.slice(found.end)}`;
    return advice(found.start, found.end, found.message, right);
  },
  completions: () =>
    [
      "@hourly",
      "@daily",
      "@weekly",
      "@monthly",
      "@yearly",
      "*/15 * * * *",
      "0 3 * * *",
      "0 9 * * 1-5",
      "0 3 * * 0",
    ].map((label) => ({ label, detail: words(label) ?? "" })),
  describe: words,
});

function words(text: string): string | undefined {
  const { fields } = parseCron(text);
  return fields && describeCron(fields);
}

function unknownMacro(text: string): ValueProblem {
  const message = l10n.t`${shown(text)} is not a schedule`;
  const suggestion = text.length > 20 ? undefined : nearest(text, MACROS.keys(), 2);
  const hint =
    suggestion === undefined
      ? l10n.t("use @hourly, @daily, @weekly, @monthly or @yearly")
      : l10n.t`did you mean \`${suggestion}\`?`;
  return problem(0, text.length, l10n.t`${message}: ${hint}`, suggestion);
}

function checkCount(text: string, found: readonly RegExpExecArray[]): ValueProblem | undefined {
  const zone = /^(?:CRON_)?TZ=\S*/.exec(text)?.[0];
  if (zone !== undefined) {
    return problem(
      0,
      zone.length,
      l10n.t("A schedule can not name its time zone: use the field for the time zone instead"),
    );
  }
  if (found.length === 5) return undefined;
  const message = countMessage(shown(text), found.length);
  const sixth = found[5];
  return problem(sixth?.index ?? 0, text.length, message);
}

function countMessage(text: string, count: number): string {
  if (count === 1) return l10n.t`${text} has one field, five are expected; use ${RULE}`;
  if (count < 5) return l10n.t`${text} has ${count} fields, five are expected; use ${RULE}`;
  if (count > 6) return l10n.t`${text} has ${count} fields, only five are expected; use ${RULE}`;
  return l10n.t`${text} has ${count} fields, only five are expected (seconds and years can not be given); use ${RULE}`;
}

/** `?` means `*` here when it is all a field holds. */
function repairQuestionMark(text: string, fault: ValueProblem): ValueProblem {
  if (text.slice(fault.start, fault.end) !== "?") return fault;
  const right = text.replace(/(^|\s)\?(?=\s|$)/g, "$1*");
  return right.includes("?") || parseCron(right).fault ? fault : { ...fault, suggestion: right };
}

/** Faults dates that never come (30 February). A day of week beside the date makes the schedule run anyway. */
function checkDays(found: readonly RegExpExecArray[], fields: readonly CronFieldValue[]): ValueProblem | undefined {
  const [, , days, months, weekdays] = fields;
  if (!days || !months || !weekdays?.every) return undefined;
  const first = Math.min(...days.values);
  if (months.values.some((month) => first <= (LONGEST[month - 1] ?? 31))) return undefined;
  const word = found[2];
  const start = word?.index ?? 0;
  return problem(
    start,
    start + (word?.[0].length ?? 0),
    l10n.t`Day ${first} does not exist in the months given: this never runs`,
  );
}
