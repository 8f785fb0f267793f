import type { CronFieldValue } from "./cron-fields.ts";

const WEEKDAYS = ["Sundays", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** How many times of day a sentence lists at most. */
const MOST_TIMES = 4;

/** A schedule in words (`weekdays at 09:00`), undefined when it has no common shape. */
export function describeCron(fields: readonly CronFieldValue[]): string | undefined {
  const [minute, hour, day, month, weekday] = fields;
  if (!minute || !hour || !day || !month || !weekday) return undefined;
  const days = describeDays(day, month, weekday);
  if (days === undefined) return undefined;
  if (hour.every || stepOf(hour, 24) !== undefined) {
    const rhythm = describeRhythm(minute, hour);
    if (rhythm === undefined || days === "daily") return rhythm;
    return /^(?:monthly|yearly)/.test(days) ? undefined : `${rhythm} on ${days}`;
  }
  const times = hour.values.flatMap((h) => minute.values.map((m) => `${twoDigits(h)}:${twoDigits(m)}`));
  return times.length > MOST_TIMES ? undefined : `${days} at ${joined(times)}`;
}

function describeRhythm(minute: CronFieldValue, hour: CronFieldValue): string | undefined {
  const first = minute.values[0] ?? 0;
  if (hour.every) {
    if (minute.every) return "every minute";
    const step = stepOf(minute, 60);
    if (step !== undefined) return `every ${step} minutes`;
    if (minute.values.length > 1) return undefined;
    return first === 0 ? "every hour" : `every hour at minute ${first}`;
  }
  if (minute.values.length > 1) return undefined;
  const hours = `every ${stepOf(hour, 24)} hours`;
  return first === 0 ? hours : `${hours} at minute ${first}`;
}

function describeDays(day: CronFieldValue, month: CronFieldValue, weekday: CronFieldValue): string | undefined {
  if (day.every && month.every) return describeWeekdays(weekday);
  if (!weekday.every || day.values.length !== 1) return undefined;
  if (month.every) return `monthly on day ${day.values[0]}`;
  return month.values.length === 1 ? `yearly on ${day.values[0]} ${MONTHS[(month.values[0] ?? 1) - 1]}` : undefined;
}

function describeWeekdays({ every, values }: CronFieldValue): string | undefined {
  if (every || values.length === 7) return "daily";
  const key = values.join("");
  if (key === "12345") return "weekdays";
  if (key === "06") return "weekends";
  return joined(values.map((value) => WEEKDAYS[value] ?? ""));
}

/** The step of a field that runs evenly through its whole circle from 0, undefined for any other. */
function stepOf({ values, every }: CronFieldValue, circle: number): number | undefined {
  const step = values[1] ?? 0;
  if (every || values[0] !== 0 || step === 0 || values.length * step !== circle || values.length < 3) return undefined;
  return values.every((value, index) => value === index * step) ? step : undefined;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
