import * as l10n from "@vscode/l10n";
import { cronLanguage } from "./cron.ts";
import { defineLanguage, problem, shown } from "./define-language.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const SNAPSHOT_WORDS = ["daily", "weekly", "monthly"];
const ARCHIVE_WORDS = [...SNAPSHOT_WORDS, "quarterly", "yearly"];

/** `snapshot-schedule`: `daily`, `weekly`, `monthly`, or a cron expression. */
export const snapshotScheduleLanguage: ScalarLanguage = scheduleLanguage("snapshot-schedule", SNAPSHOT_WORDS);

/** `archive-schedule`: a word from `daily` to `yearly`, or a cron expression. */
export const archiveScheduleLanguage: ScalarLanguage = scheduleLanguage("archive-schedule", ARCHIVE_WORDS);

function scheduleLanguage(format: string, words: readonly string[]): ScalarLanguage {
  return defineLanguage({
    format,
    title: l10n.t("Schedule"),
    category: "schedule",
    noun: l10n.t("a schedule"),
    example: "daily",
    maxLength: 256,
    check: (text) => checkSchedule(text, words),
    completions: () => [...words.map((label) => ({ label })), ...(cronLanguage.completions?.() ?? [])],
    describe: (text) => cronLanguage.describe?.(text),
  });
}

function checkSchedule(text: string, words: readonly string[]): ValueProblem | undefined {
  if (words.includes(text)) return undefined;
  if (text.startsWith("@") || text.includes(" ")) return cronLanguage.check(text);
  const choices = words.map((word) => `\`${word}\``).join(", ");
  return problem(
    0,
    text.length,
    l10n.t`${shown(text)} is not a schedule: write ${choices} or a cron expression of five fields`,
  );
}
