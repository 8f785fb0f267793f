const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** A range that ends before it begins. */
export interface CalendarRange {
  readonly key: "weekdays" | "days_of_month" | "months" | "years";
  /** Ranges that mean the same, without running past an end; undefined when it is not clear what is meant. */
  readonly parts?: readonly [string, string];
}

/** What Alertmanager says about a range of an interval: the range when it is refused because it ends before it begins. */
export function checkCalendarRange(key: CalendarRange["key"], text: string): CalendarRange | undefined {
  const [from = "", to, ...rest] = text.toLowerCase().split(":");
  if (to === undefined || rest.length > 0) return undefined;
  switch (key) {
    case "weekdays":
      return wrapped(key, from, to, WEEKDAYS.indexOf(from) + 1, WEEKDAYS.indexOf(to) + 1, WEEKDAYS);
    case "months":
      return wrapped(key, from, to, monthOf(from), monthOf(to), MONTHS);
    case "days_of_month":
      return daysOfMonth(from, to);
    case "years":
      return /^\d+$/.test(from) && /^\d+$/.test(to) && Number(from) > Number(to) ? { key } : undefined;
  }
}

/** Number of a month from 1; 0 when it is none. */
function monthOf(text: string): number {
  if (!/^\d+$/.test(text)) return MONTHS.indexOf(text) + 1;
  return Number(text) <= MONTHS.length ? Number(text) : 0;
}

function wrapped(
  key: CalendarRange["key"],
  from: string,
  to: string,
  start: number,
  end: number,
  names: readonly string[],
): CalendarRange | undefined {
  if (start === 0 || end === 0 || start <= end) return undefined;
  const last = nameLike(from, names.length, names);
  const first = nameLike(to, 1, names);
  return { key, parts: [start === names.length ? from : `${from}:${last}`, end === 1 ? to : `${first}:${to}`] };
}

/** A day or month as a number where the one beside it is a number. */
function nameLike(neighbour: string, index: number, names: readonly string[]): string {
  return /^\d/.test(neighbour) ? String(index) : (names[index - 1] ?? "");
}

/** Days from the end are negative; Alertmanager compares them as in a month of 28 days. */
function daysOfMonth(from: string, to: string): CalendarRange | undefined {
  const key = "days_of_month";
  if (!/^-?\d+$/.test(from) || !/^-?\d+$/.test(to)) return undefined;
  const [start, end] = [Number(from), Number(to)];
  if (start === 0 || end === 0 || Math.abs(start) > 31 || Math.abs(end) > 31) return undefined;
  const isWrong = (start < 0 && end > 0) || dayOf(start) > dayOf(end);
  if (!isWrong) return undefined;
  return end > 0 ? { key, parts: [`${from}:${start < 0 ? -1 : 31}`, `1:${to}`] } : { key };
}

function dayOf(day: number): number {
  return day < 0 ? 28 + day : day;
}
