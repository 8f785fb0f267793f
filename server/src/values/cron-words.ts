import * as l10n from "@vscode/l10n";
import { allOf, calendarName } from "../text/language.ts";
import type { CronFieldValue } from "./cron-fields.ts";

const WEEKDAYS = [
  l10n.t("Sundays"),
  l10n.t("Mondays"),
  l10n.t("Tuesdays"),
  l10n.t("Wednesdays"),
  l10n.t("Thursdays"),
  l10n.t("Fridays"),
  l10n.t("Saturdays"),
];

/** How many times of day a sentence lists at most. */
const MOST_TIMES = 4;

/** Days in words, and how often they come. */
interface Days {
  readonly words: string;
  readonly rhythm: "daily" | "weekly" | "rarer";
}

/** A schedule in words (`weekdays at 09:00`), undefined when it has no common shape. */
export function describeCron(fields: readonly CronFieldValue[]): string | undefined {
  const [minute, hour, day, month, weekday] = fields;
  if (!minute || !hour || !day || !month || !weekday) return undefined;
  const days = describeDays(day, month, weekday);
  if (days === undefined) return undefined;
  if (hour.every || stepOf(hour, 24) !== undefined) {
    const rhythm = describeRhythm(minute, hour);
    if (rhythm === undefined || days.rhythm === "daily") return rhythm;
    return days.rhythm === "rarer" ? undefined : l10n.t`${rhythm} on ${days.words}`;
  }
  const times = hour.values.flatMap((h) => minute.values.map((m) => `${twoDigits(h)}:${twoDigits(m)}`));
  return times.length > MOST_TIMES ? undefined : l10n.t`${days.words} at ${allOf(times)}`;
}

function describeRhythm(minute: CronFieldValue, hour: CronFieldValue): string | undefined {
  const first = minute.values[0] ?? 0;
  if (hour.every) {
    if (minute.every) return l10n.t("every minute");
    const step = stepOf(minute, 60);
    if (step !== undefined) return l10n.t`every ${step} minutes`;
    if (minute.values.length > 1) return undefined;
    return first === 0 ? l10n.t("every hour") : l10n.t`every hour at minute ${first}`;
  }
  if (minute.values.length > 1) return undefined;
  const step = stepOf(hour, 24) ?? 1;
  return first === 0 ? l10n.t`every ${step} hours` : l10n.t`every ${step} hours at minute ${first}`;
}

function describeDays(day: CronFieldValue, month: CronFieldValue, weekday: CronFieldValue): Days | undefined {
  if (day.every && month.every) return describeWeekdays(weekday);
  const [date] = day.values;
  if (!weekday.every || date === undefined || day.values.length !== 1) return undefined;
  if (month.every) return { words: l10n.t`monthly on day ${date}`, rhythm: "rarer" };
  const [only] = month.values;
  if (only === undefined || month.values.length !== 1) return undefined;
  return { words: l10n.t`yearly on ${date} ${calendarName("month", only)}`, rhythm: "rarer" };
}

function describeWeekdays({ every, values }: CronFieldValue): Days {
  if (every || values.length === 7) return { words: l10n.t("daily"), rhythm: "daily" };
  const key = values.join("");
  if (key === "12345") return { words: l10n.t("weekdays"), rhythm: "weekly" };
  if (key === "06") return { words: l10n.t("weekends"), rhythm: "weekly" };
  return { words: allOf(values.map((value) => WEEKDAYS[value] ?? "")), rhythm: "weekly" };
}

/** The step of a field that runs evenly through its whole circle from 0, undefined for any other. */
function stepOf({ values, every }: CronFieldValue, circle: number): number | undefined {
  const step = values[1] ?? 0;
  if (every || values[0] !== 0 || step === 0 || values.length * step !== circle || values.length < 3) return undefined;
  return values.every((value, index) => value === index * step) ? step : undefined;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
