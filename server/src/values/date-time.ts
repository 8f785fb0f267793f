import * as l10n from "@vscode/l10n";
import { calendarName } from "../text/language.ts";
import { advice, defineLanguage, problem, shown } from "./define-language.ts";
import type { ScalarLanguage, ValueProblem } from "./scalar-language.ts";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})([Tt ])(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?$/;

/** `date`: a day of the calendar, `YYYY-MM-DD`. */
export const dateLanguage: ScalarLanguage = defineLanguage({
  format: "date",
  title: l10n.t("Date"),
  noun: l10n.t("a date"),
  example: "2026-03-31",
  maxLength: 60,
  check: checkDate,
  describe: inWords,
});

/** `date-time`: a point in time of RFC 3339. */
export const dateTimeLanguage: ScalarLanguage = defineLanguage({
  format: "date-time",
  title: l10n.t("Date and time"),
  noun: l10n.t("a date with a time"),
  example: "2026-03-31T09:30:00Z",
  maxLength: 80,
  check: checkDateTime,
  describe(text) {
    const words = inWords(text.slice(0, 10));
    const offset = /z$/i.test(text) ? "UTC" : `UTC${text.slice(-6)}`;
    return words === undefined ? undefined : l10n.t`${words}, ${text.slice(11, 16)} ${offset}`;
  },
});

function checkDate(text: string): ValueProblem | undefined {
  const message = (): string => l10n.t`${shown(text)} is not a date`;
  const rule = (): string => l10n.t("write year, month and day as `YYYY-MM-DD` (for example `2026-03-31`)");
  const [, year = "", month = "", day = ""] = DATE.exec(text) ?? [];
  if (year === "") return problem(0, text.length, l10n.t`${message()}: ${rule()}`, repairDate(text));
  if (Number(month) < 1 || Number(month) > 12) return problem(5, 7, l10n.t`${message()}: \`${month}\` is not a month`);
  const last = lastDay(Number(year), Number(month));
  if (Number(day) >= 1 && Number(day) <= last) return undefined;
  return problem(8, 10, l10n.t`${message()}: that month has the days 01 to ${last}`);
}

/** `2026-3-1`, `2026/03/01` and `01.03.2026` can only mean one day; `01/03/2026` can mean two. */
function repairDate(text: string): string | undefined {
  const [, y1, m1, d1] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  const [, d2, m2, y2] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return checkDate(date) ? undefined : date;
}

function checkDateTime(text: string): ValueProblem | undefined {
  const message = (): string => l10n.t`${shown(text)} is not a date with a time`;
  const rule = (): string => l10n.t("write it as `YYYY-MM-DDTHH:MM:SSZ` (for example `2026-03-31T09:30:00Z`)");
  const match = DATE_TIME.exec(text);
  if (!match) {
    const isDate = DATE.test(text) && !checkDate(text);
    const fault = isDate ? l10n.t`${message()}: the time is missing; ${rule()}` : l10n.t`${message()}: ${rule()}`;
    return problem(0, text.length, fault);
  }
  const [, date = "", , hour = "", minute = "", second = "00"] = match;
  const fault =
    checkDate(date) ?? checkTimeParts(text, { hour, minute, second }, message) ?? checkOffset(text, match, message);
  return fault ?? checkForm(text, match, message);
}

function checkTimeParts(
  text: string,
  { hour, minute, second }: { readonly hour: string; readonly minute: string; readonly second: string },
  message: () => string,
): ValueProblem | undefined {
  if (Number(hour) > 23) return problem(11, 13, l10n.t`${message()}: \`${hour}\` is not an hour from 00 to 23`);
  if (Number(minute) > 59) return problem(14, 16, l10n.t`${message()}: \`${minute}\` is not a minute from 00 to 59`);
  // Second 60 exists, at the end of a minute with a leap second.
  if (Number(second) > 60) return problem(17, 19, l10n.t`${message()}: \`${second}\` is not a second from 00 to 59`);
  if (second === "60" && !text.slice(14, 16).startsWith("59")) {
    return problem(17, 19, l10n.t`${message()}: a leap second only comes at the end of an hour`);
  }
  return undefined;
}

function checkOffset(text: string, match: RegExpExecArray, message: () => string): ValueProblem | undefined {
  const [, , , , , , , utc, sign, hours = "", minutes = ""] = match;
  if (utc !== undefined) return undefined;
  if (sign === undefined) {
    return problem(
      text.length,
      text.length,
      l10n.t`${message()}: add \`Z\` for UTC or an offset such as \`+01:00\` at the end`,
    );
  }
  if (Number(hours) <= 23 && Number(minutes) <= 59) return undefined;
  return problem(text.lastIndexOf(sign), text.length, l10n.t`${message()}: this offset from UTC does not exist`);
}

/** What differs from RFC 3339 in form only; all of it can be repaired. */
function checkForm(text: string, match: RegExpExecArray, message: () => string): ValueProblem | undefined {
  const [
    ,
    date = "",
    separator = "",
    hour = "",
    minute = "",
    second,
    fraction,
    utc,
    sign = "",
    hours = "",
    minutes = "",
  ] = match;
  const tail = fraction === undefined ? "" : `.${fraction}`;
  const zone = utc === undefined ? `${sign}${hours}:${minutes}` : "Z";
  const canonical = `${date}T${hour}:${minute}:${second ?? "00"}${tail}${zone}`;
  if (canonical === text) return undefined;
  if (separator === " ")
    return problem(10, 11, l10n.t`${message()}: \`T\` is expected between date and time`, canonical);
  if (second === undefined) return problem(16, text.length, l10n.t`${message()}: the seconds are missing`, canonical);
  if (text.includes(",")) return problem(19, 20, l10n.t`${message()}: fractions of a second follow a dot`, canonical);
  if (canonical.length !== text.length) {
    const start = text.length - 5;
    return problem(start, text.length, l10n.t`${message()}: \`:\` is expected inside the offset`, canonical);
  }
  return advice(0, text.length, l10n.t("`T` and `Z` are usually written in capitals"), canonical);
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function inWords(date: string): string | undefined {
  const [, year = "", month = "", day = ""] = DATE.exec(date) ?? [];
  // Years below 100 would be read as 19xx.
  if (Number(year) < 100) return undefined;
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const weekday = calendarName("weekday", new Date(instant).getUTCDay());
  return l10n.t`${weekday}, ${Number(day)} ${calendarName("month", Number(month))} ${Number(year)}`;
}
