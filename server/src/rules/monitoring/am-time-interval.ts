import * as l10n from "@vscode/l10n";
import type { Change, JsonValue } from "../../schema/problem.ts";
import { didYouMean, sentence } from "../../schema/sentences.ts";
import { code, valueList } from "../../schema/wording.ts";
import { parseClockTime } from "../../values/clock-time.ts";
import { nearest } from "../../values/edit-distance.ts";
import { resolveTimeZone, timeZoneLanguage } from "../../values/time-zone.ts";
import type { Place } from "../place.ts";
import { defineRule, type Finding, type Report, type RulePage } from "../rule.ts";
import { type CalendarRange, checkCalendarRange } from "./calendar-range.ts";
import { holdsEntries, namesIn, routesFrom } from "./routing.ts";

const INTERVALS = ["time_intervals", "mute_time_intervals"];
const DAY_END = "24:00";
const MIDNIGHT = "00:00";

/** Names of intervals; undefined while one of them is not known. */
type Facts = readonly string[] | undefined;

export const rule = defineRule<Facts>({
  id: "am-time-interval",
  severity: "error",
  at: {
    monitoring: [
      "alertmanager.config.route",
      "alertmanager.config.time_intervals.*",
      "alertmanager.config.mute_time_intervals.*",
      "tenant_specific.notification_channels.*",
    ],
  },
  facts: ({ wholeFile }) => {
    const lists = INTERVALS.map((key) => namesIn(wholeFile?.get("alertmanager", "config", key)));
    return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  },
  check: (place, report, known) => {
    if (place.path[0] === "tenant_specific") checkNames(place, report, known);
    else if (place.name === "route") for (const route of routesFrom(place)) checkNames(route, report, known);
    else for (const spec of place.get("time_intervals")?.items() ?? []) checkSpec(spec, report);
  },
});

/** The intervals that a route or channel names. */
function checkNames(user: Place, report: Report, known: Facts): void {
  if (!known) return;
  for (const key of ["mute_time_intervals", "active_time_intervals"]) {
    for (const place of user.get(key)?.items() ?? []) {
      const name = place.text;
      if (name && !known.includes(name)) report(place, unknownName(place, name, known));
    }
  }
}

function unknownName(place: Place, name: string, known: readonly string[]): Finding {
  const message = l10n.t`No time interval has the name ${code(name)}, so Alertmanager refuses the whole file.`;
  const near = nearest(name, known);
  if (near !== undefined) {
    const fix = { fix: "replace-value", path: place.path, values: [near] } as const;
    return { message: `${message} ${didYouMean(code(near))}`, fix };
  }
  const list = known.length === 0 ? undefined : valueList(known);
  return { message: list === undefined ? message : `${message} ${l10n.t`Defined here: ${list}.`}` };
}

function checkSpec(spec: Place, report: Report): void {
  const isEveryDay = !["weekdays", "days_of_month", "months", "years"].some((key) => holdsEntries(spec.get(key)));
  for (const time of spec.get("times")?.items() ?? []) checkTimes(time, isEveryDay, report);
  for (const key of ["weekdays", "days_of_month", "months", "years"] as const) {
    for (const place of spec.get(key)?.items() ?? []) {
      const text = place.text;
      const found = text === undefined ? undefined : checkCalendarRange(key, text);
      if (text !== undefined && found) report(place, rangeFinding(place, text, found));
    }
  }
  const zone = spec.get("location");
  if (zone?.text) checkZone(zone, zone.text, report);
}

function checkTimes(time: Place, isEveryDay: boolean, report: Report): void {
  const from = time.get("start_time");
  const to = time.get("end_time");
  if (from?.text === undefined || to?.text === undefined) return;
  const [start, end] = [parseClockTime(from.text), parseClockTime(to.text)];
  if (start === undefined || end === undefined || start < end) return;
  const fix = timesFix(time, from.text, to.text, isEveryDay);
  report(to, {
    message: timesMessage(from.text, to.text),
    related: [{ place: from, message: l10n.t`The range begins here.` }],
    ...(fix && { fix: { fix: "change", path: time.path.slice(0, -1), changes: [fix] } }),
  });
}

function timesMessage(from: string, to: string): string {
  if (from === to) return l10n.t`The range ends when it begins, so Alertmanager refuses the whole file.`;
  if (to === MIDNIGHT)
    return l10n.t`\`00:00\` is the beginning of the day, before ${code(from)}, so Alertmanager refuses the whole file. The end of the day is \`24:00\`.`;
  return l10n.t`The range from ${code(from)} to ${code(to)} runs past midnight, so Alertmanager refuses the whole file. Write two: one up to \`24:00\`, and one from \`00:00\`.`;
}

/** How a range that wraps is written. What follows midnight is the next day, which only ranges of every day include for certain. */
function timesFix(time: Place, from: string, to: string, isEveryDay: boolean): Change | undefined {
  const index = Number(time.name);
  if (to === MIDNIGHT && from !== DAY_END) {
    const title = l10n.t`Let the range end at \`24:00\``;
    return { title, operations: [{ do: "set", path: [index, "end_time"], value: DAY_END }] };
  }
  if (from === to || from === DAY_END) return undefined;
  return {
    title: l10n.t`Split the range at midnight`,
    ...(!isEveryDay && { preferred: false }),
    operations: [
      { do: "set", path: [index, "end_time"], value: DAY_END },
      { do: "append", path: [], value: { start_time: MIDNIGHT, end_time: to } },
    ],
  };
}

function rangeFinding(place: Place, text: string, { key, parts }: CalendarRange): Finding {
  const message = rangeMessage(key, text);
  if (!parts) return { message };
  const [first, ...others] = parts;
  const appended = others.map((value) => ({ do: "append", path: [], value }) as const);
  const change: Change = {
    title: l10n.t`Write ${code(parts.join(", "))}`,
    operations: [{ do: "set", path: [Number(place.name)], value: first as JsonValue }, ...appended],
  };
  return { message, fix: { fix: "change", path: place.path.slice(0, -1), changes: [change] } };
}

function rangeMessage(key: CalendarRange["key"], text: string): string {
  switch (key) {
    case "weekdays":
      return l10n.t`${code(text)} ends before it begins, because weeks go from Sunday to Saturday here, so Alertmanager refuses the whole file.`;
    case "months":
      return l10n.t`${code(text)} runs past December, so Alertmanager refuses the whole file. Write two ranges.`;
    case "days_of_month":
      return l10n.t`${code(text)} runs past the end of the month, or ends before it begins, so Alertmanager refuses the whole file.`;
    case "years":
      return l10n.t`${code(text)} ends before it begins, so Alertmanager refuses the whole file.`;
  }
}

function checkZone(place: Place, name: string, report: Report): void {
  if (name === "Local" || /^(?:posix|right)\//.test(name) || resolveTimeZone(name) !== undefined) return;
  const fault = timeZoneLanguage.check(name);
  if (!fault) return;
  const { suggestion } = fault;
  report(place, {
    message: `${sentence(fault.message)} ${l10n.t`Alertmanager refuses the whole file.`}`,
    ...(suggestion !== undefined && { fix: { fix: "replace-value", path: place.path, values: [suggestion] } }),
  });
}

const SPEC = (lines: string): string =>
  `alertmanager:\n  config:\n    time_intervals:\n      - name: nights # quiet\n        time_intervals:\n${lines}`;
const ROUTE = (lines: string): string =>
  `${SPEC("          - weekdays: [sunday]\n")}    route:\n      receiver: ops\n      routes:\n${lines}    receivers:\n      - name: ops\n        webhook_configs:\n          - url_file: /etc/alertmanager/secrets/ops-url\n`;

export const page: RulePage = {
  title: "A time interval that is not defined, that ends before it begins, or whose zone is not known.",
  why: "Alertmanager reads ranges within one day, one week (Sunday to Saturday), one month and one year; none of them wraps. It refuses a file with a range that ends before it begins, with an unknown zone, or with a route that names an interval nobody defined: a running server keeps its old routes, and one that restarts does not come up.",
  fix: "Split the range where it wraps, or write the name that is most like it",
  examples: {
    failing: {
      what: "a night in one range",
      text: SPEC(
        "          - times:\n              - start_time: '22:00'\n                end_time: '06:00' # early\n",
      ),
      reports: [
        "error 8 «'06:00'» The range from `22:00` to `06:00` runs past midnight, so Alertmanager refuses the whole file. Write two: one up to `24:00`, and one from `00:00`.",
      ],
      fixed: SPEC(
        "          - times:\n              - start_time: '22:00'\n                end_time: '24:00' # early\n              - start_time: \"00:00\"\n                end_time: \"06:00\"\n",
      ),
    },
    passing: {
      what: "a night in two ranges, and every form of the others",
      text: SPEC(
        "          - times:\n              - { start_time: '22:00', end_time: '24:00' }\n              - { start_time: '00:00', end_time: '06:00' }\n            weekdays: [saturday, 'Sunday:wednesday']\n            days_of_month: ['1:-1', '-3:-1', 15, '5']\n            months: ['january:12', '3:March', may, 7]\n            years: ['2026:2028', 2030]\n            location: Europe/Berlin\n          - location: Local\n          - location: US/Eastern\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: ROUTE("        - mute_time_intervals: ['${QUIET}']\n").replace(
        "- weekdays: [sunday]",
        "- { location: '${ZONE}', weekdays: ['${DAYS}'], times: [{ start_time: '22:00', end_time: '${END}' }] }",
      ),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: SPEC("          - weekdays: ['saturday:monday']\n").replace("  config:", "  enabled: false\n  config:"),
      reports: [],
    },
    more: [
      {
        what: "names of intervals in routes",
        text: ROUTE(
          "        - mute_time_intervals: [night]\n          routes: [{ active_time_intervals: [office-hours, nights] }]\n",
        ),
        reports: [
          "error 10 «night» No time interval has the name `night`, so Alertmanager refuses the whole file. Did you mean `nights`?",
          "error 11 «office-hours» No time interval has the name `office-hours`, so Alertmanager refuses the whole file. Defined here: `nights`.",
        ],
        fixed: ROUTE(
          "        - mute_time_intervals: [nights]\n          routes: [{ active_time_intervals: [office-hours, nights] }]\n",
        ),
      },
      {
        what: "names of intervals in a channel, beside an Alertmanager that is switched off",
        text: `${SPEC("          - weekdays: [sunday]\n").replace("  config:", "  enabled: false\n  config:")}tenant_specific:\n  notification_channels:\n    - name: chat\n      active_time_intervals: [nights, days]\n`,
        reports: [
          "error 11 «days» No time interval has the name `days`, so Alertmanager refuses the whole file. Defined here: `nights`.",
        ],
      },
      {
        what: "a channel and no interval at all",
        text: "tenant_specific:\n  notification_channels:\n    - name: chat\n      active_time_intervals: [days]\n",
        reports: ["error 4 «days» No time interval has the name `days`, so Alertmanager refuses the whole file."],
      },
      {
        what: "an interval whose name only the deployment knows",
        text: ROUTE("        - mute_time_intervals: [night]\n").replace("- name: nights", "- name: ${NAME}"),
        reports: [],
      },
      {
        what: "midnight as the end, and ranges of no length",
        text: SPEC(
          "          - times:\n              - { start_time: '22:00', end_time: '00:00' }\n              - { start_time: '08:00', end_time: '08:00' }\n              - { start_time: '24:00', end_time: '06:00' }\n              - { start_time: '8', end_time: '06:00' }\n",
        ),
        reports: [
          "error 7 «'00:00'» `00:00` is the beginning of the day, before `22:00`, so Alertmanager refuses the whole file. The end of the day is `24:00`.",
          "error 8 «'08:00'» The range ends when it begins, so Alertmanager refuses the whole file.",
          "error 9 «'06:00'» The range from `24:00` to `06:00` runs past midnight, so Alertmanager refuses the whole file. Write two: one up to `24:00`, and one from `00:00`.",
        ],
        fixed: SPEC(
          "          - times:\n              - { start_time: '22:00', end_time: '24:00' }\n              - { start_time: '08:00', end_time: '08:00' }\n              - { start_time: '24:00', end_time: '06:00' }\n              - { start_time: '8', end_time: '06:00' }\n",
        ),
      },
      {
        what: "weekends around Sunday",
        text: SPEC("          - weekdays: ['saturday:monday', 'Monday:Sunday', 'monday:blurgsday']\n"),
        reports: [
          "error 6 «'saturday:monday'» `saturday:monday` ends before it begins, because weeks go from Sunday to Saturday here, so Alertmanager refuses the whole file.",
          "error 6 «'Monday:Sunday'» `Monday:Sunday` ends before it begins, because weeks go from Sunday to Saturday here, so Alertmanager refuses the whole file.",
        ],
        fixed: SPEC("          - weekdays: ['saturday', 'Monday:Sunday', 'monday:blurgsday', sunday:monday]\n"),
      },
      {
        what: "winters",
        text: SPEC("          - months:\n              - november:february\n              - '11:2' # the same\n"),
        reports: [
          "error 7 «november:february» `november:february` runs past December, so Alertmanager refuses the whole file. Write two ranges.",
          "error 8 «'11:2'» `11:2` runs past December, so Alertmanager refuses the whole file. Write two ranges.",
        ],
        fixed: SPEC(
          "          - months:\n              - november:december\n              - '11:2' # the same\n              - january:february\n",
        ),
      },
      {
        what: "days around the end of the month, and years",
        text: SPEC(
          "          - days_of_month: ['25:5', '-3:2', '10:-25', '29:-1']\n            years: ['2028:2026']\n",
        ),
        reports: [
          "error 6 «'25:5'» `25:5` runs past the end of the month, or ends before it begins, so Alertmanager refuses the whole file.",
          "error 6 «'-3:2'» `-3:2` runs past the end of the month, or ends before it begins, so Alertmanager refuses the whole file.",
          "error 6 «'10:-25'» `10:-25` runs past the end of the month, or ends before it begins, so Alertmanager refuses the whole file.",
          "error 6 «'29:-1'» `29:-1` runs past the end of the month, or ends before it begins, so Alertmanager refuses the whole file.",
          "error 7 «'2028:2026'» `2028:2026` ends before it begins, so Alertmanager refuses the whole file.",
        ],
        fixed: SPEC(
          "          - days_of_month: ['25:31', '-3:2', '10:-25', '29:-1', \"1:5\"]\n            years: ['2028:2026']\n",
        ),
      },
      {
        what: "a zone with a typing error",
        text: SPEC("          - location: Europe/Berln # home\n"),
        reports: [
          "error 6 «Europe/Berln» `Europe/Berln` is not a time zone of the IANA database: did you mean `Europe/Berlin`? Alertmanager refuses the whole file.",
        ],
        fixed: SPEC("          - location: Europe/Berlin # home\n"),
      },
    ],
  },
};
