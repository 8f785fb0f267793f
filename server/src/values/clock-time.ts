import * as l10n from "@vscode/l10n";
import { amountOf, calendarName, withUnit } from "../text/language.ts";
import { advice, defineLanguage, problem, shifted, shown } from "./define-language.ts";
import { nearest } from "./edit-distance.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAY_MINUTES = 1440;

/** Minutes since midnight of `HH:MM` (24:00 included), undefined when the text is not one. */
export function parseClockTime(text: string): number | undefined {
  const [, hours = "", minutes = ""] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours !== "") return Number(hours) * 60 + Number(minutes);
  return text === "24:00" ? DAY_MINUTES : undefined;
}

/** Start and length of `HH:MM-HH:MM` in minutes; an end before the start lies on the next day. */
export function parseClockWindow(text: string): { readonly start: number; readonly length: number } | undefined {
  const [from = "", to = "", ...rest] = text.split("-");
  const start = parseClockTime(from);
  const end = parseClockTime(to);
  if (start === undefined || end === undefined || rest.length > 0 || start === end || start === DAY_MINUTES)
    return undefined;
  return { start, length: end > start ? end - start : end + DAY_MINUTES - start };
}

/** Start (minutes since Monday 00:00) and length of `ddd:HH:MM-ddd:HH:MM`, in minutes. */
export function parseWeekdayWindow(text: string): { readonly start: number; readonly length: number } | undefined {
  const [from = "", to = "", ...rest] = text.toLowerCase().split("-");
  const start = parseWeekdayTime(from);
  const end = parseWeekdayTime(to);
  if (start === undefined || end === undefined || rest.length > 0 || start === end) return undefined;
  return { start, length: end > start ? end - start : end + 7 * DAY_MINUTES - start };
}

/** `clock-time`: `HH:MM`, 24:00 for the end of the day. */
export const clockTimeLanguage: ScalarLanguage = defineLanguage({
  format: "clock-time",
  title: l10n.t("Time of day"),
  noun: l10n.t("a time of day"),
  example: "09:30",
  maxLength: 40,
  check: checkTime,
});

/** `clock-window`: `HH:MM-HH:MM`; it may run past midnight. */
export const clockWindowLanguage: ScalarLanguage = defineLanguage({
  format: "clock-window",
  title: l10n.t("Time window"),
  noun: l10n.t("a time window"),
  example: "03:00-04:00",
  maxLength: 60,
  check: (text) =>
    checkWindow(text, { form: "HH:MM-HH:MM", example: "03:00-04:00", checkEnd: checkTime, right: rightWindow }),
  describe(text) {
    const window = parseClockWindow(text);
    if (!window) return undefined;
    const [from, to, length] = [text.slice(0, 5), text.slice(6), inWords(window.length)];
    return window.start + window.length > DAY_MINUTES
      ? l10n.t`${from} to ${to} on the next day, ${length}`
      : l10n.t`${from} to ${to}, ${length}`;
  },
});

/** `weekday-window`: `ddd:HH:MM-ddd:HH:MM`. */
export const weekdayWindowLanguage: ScalarLanguage = defineLanguage({
  format: "weekday-window",
  title: l10n.t("Weekly time window"),
  noun: l10n.t("a weekly time window"),
  example: "sun:03:00-sun:04:00",
  maxLength: 60,
  check(text) {
    const options = { form: "ddd:HH:MM-ddd:HH:MM", example: "sun:03:00-sun:04:00" };
    const fault = checkWindow(text, { ...options, checkEnd: checkWeekdayTime, right: rightWeekdayWindow });
    if (fault || text === text.toLowerCase()) return fault;
    const lowered = text.toLowerCase();
    return advice(0, text.length, l10n.t`Days are usually written in lower case: \`${lowered}\``, lowered);
  },
  describe(text) {
    const window = parseWeekdayWindow(text);
    if (!window) return undefined;
    return l10n.t`${dayAndTime(text.slice(0, 9))} to ${dayAndTime(text.slice(10))}, ${inWords(window.length)}`;
  },
});

function checkTime(text: string): ValueProblem | undefined {
  if (parseClockTime(text) !== undefined) return undefined;
  const message = l10n.t`${shown(text)} is not a time of day`;
  const rule = l10n.t("write hours and minutes with two digits each, 00:00 to 24:00 (for example `09:30`)");
  const [, hours = "", minutes = "", seconds, half] =
    /^(\d{1,2}):(\d{1,2})(:\d{2})? ?([AaPp]\.?[Mm]\.?)?$/.exec(text) ?? [];
  if (hours === "") return problem(0, text.length, l10n.t`${message}: ${rule}`);
  if (half !== undefined) {
    const hour = (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
    const known = Number(hours) >= 1 && Number(hours) <= 12 ? right(String(hour), minutes) : undefined;
    return problem(text.length - half.length, text.length, l10n.t`${message}: the clock has 24 hours, ${rule}`, known);
  }
  if (Number(hours) > 24) return problem(0, hours.length, l10n.t`${message}: \`${hours}\` is not an hour, ${rule}`);
  const at = hours.length + 1;
  if (Number(minutes) > 59)
    return problem(at, at + minutes.length, l10n.t`${message}: \`${minutes}\` is not a minute, ${rule}`);
  if (Number(hours) === 24 && Number(minutes) > 0) {
    return problem(0, text.length, l10n.t`${message}: the day ends at 24:00, later times belong to the next day`);
  }
  const suggestion = right(hours, minutes);
  if (minutes.length < 2) return problem(at, at + minutes.length, l10n.t`${message}: ${rule}`);
  if (seconds !== undefined) {
    const start = at + minutes.length;
    const zero = seconds === ":00" ? suggestion : undefined;
    return problem(start, start + seconds.length, l10n.t`${message}: seconds can not be given, ${rule}`, zero);
  }
  return problem(0, hours.length, l10n.t`${message}: ${rule}`, suggestion);
}

function right(hours: string, minutes: string): string | undefined {
  const text = `${hours.padStart(2, "0")}:${minutes}`;
  return parseClockTime(text) === undefined ? undefined : text;
}

function checkWeekdayTime(text: string): ValueProblem | undefined {
  const colon = text.indexOf(":");
  const day = colon < 0 ? text : text.slice(0, colon);
  const expected = l10n.t`one of ${WEEKDAYS.join(", ")} is expected`;
  if (!WEEKDAYS.includes(day.toLowerCase())) {
    const index = WEEKDAY_NAMES.findIndex((name) => name.toLowerCase() === day.toLowerCase());
    const near = WEEKDAYS[index] ?? nearest(day, WEEKDAYS, 1);
    const fix = near === undefined || colon < 0 ? undefined : near + text.slice(colon);
    const suggestion = fix !== undefined && parseWeekdayTime(fix) !== undefined ? fix : undefined;
    return problem(0, day.length, l10n.t`${shown(day)} is not a day of the week: ${expected}`, suggestion);
  }
  if (colon < 0) return problem(0, text.length, l10n.t`${shown(text)} has no time: write for example \`${day}:03:00\``);
  const time = text.slice(colon + 1);
  if (time === "24:00") {
    return problem(colon + 1, text.length, l10n.t("`24:00` can not be used here: write `00:00` of the next day"));
  }
  return shifted(checkTime(time), colon + 1, (fixed) => `${day}:${fixed}`);
}

interface WindowRule {
  readonly form: string;
  readonly example: string;
  checkEnd(text: string): ValueProblem | undefined;
  /** The window when it is well-formed, for suggestions. */
  right(text: string): string | undefined;
}

function checkWindow(text: string, rule: WindowRule): ValueProblem | undefined {
  const write = (): string => l10n.t`write \`${rule.form}\` (for example \`${rule.example}\`)`;
  const message = (): string => l10n.t`${shown(text)} is not a time window`;
  const separator = /[ \t]*(?:-|–|—|\bto\b)[ \t]*/.exec(text);
  if (!separator) return problem(0, text.length, l10n.t`${message()}: ${write()}`);
  const cut = separator.index;
  const after = cut + separator[0].length;
  const from = text.slice(0, cut);
  const to = text.slice(after);
  if (from === "" || to === "")
    return problem(cut, after, l10n.t`${message()}: one of its ends is missing, ${write()}`);
  const first = rule.checkEnd(from);
  if (first) return shifted(first, 0, (fixed) => rule.right(`${fixed}-${to}`));
  const second = rule.checkEnd(to);
  if (second) return shifted(second, after, (fixed) => rule.right(`${from}-${fixed}`));
  if (separator[0] !== "-") {
    return problem(cut, after, l10n.t`${message()}: only \`-\` stands between the ends`, rule.right(`${from}-${to}`));
  }
  if (rule.right(text) !== undefined) return undefined;
  return problem(0, text.length, l10n.t`${message()}: it begins and ends at the same time`);
}

function rightWindow(text: string): string | undefined {
  return parseClockWindow(text) && text;
}

function rightWeekdayWindow(text: string): string | undefined {
  return parseWeekdayWindow(text) && text;
}

function parseWeekdayTime(text: string): number | undefined {
  const day = WEEKDAYS.indexOf(text.slice(0, 3));
  const time = parseClockTime(text.slice(4));
  if (day < 0 || text.charAt(3) !== ":" || time === undefined || time === DAY_MINUTES) return undefined;
  return day * DAY_MINUTES + time;
}

function dayAndTime(text: string): string {
  return `${calendarName("weekday", WEEKDAYS.indexOf(text.slice(0, 3).toLowerCase()) + 1)} ${text.slice(4)}`;
}

function inWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return amountOf([...(hours > 0 ? [withUnit(hours, "hour")] : []), ...(rest > 0 ? [withUnit(rest, "minute")] : [])]);
}
