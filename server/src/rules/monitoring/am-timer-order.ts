import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { formatDuration, parseDuration } from "../../values/duration.ts";
import { MAXIMUM_DEPTH } from "../../yaml/limits.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

/** Milliseconds that hold for a route; undefined while they are not known. */
interface Timers {
  readonly group: number | undefined;
  readonly repeat: number | undefined;
}

const DEFAULTS: Timers = { group: 300_000, repeat: 14_400_000 };

export const rule = defineRule({
  id: "am-timer-order",
  severity: "warning",
  at: { monitoring: ["alertmanager.config.route"] },
  check: (route, report) => checkTree(route, DEFAULTS, report),
});

function checkTree(route: Place, above: Timers, report: Report): void {
  if (!route.isMap || route.path.length > MAXIMUM_DEPTH) return;
  const timers = {
    group: timer(route, "group_interval", above.group),
    repeat: timer(route, "repeat_interval", above.repeat),
  };
  checkTimers(route, timers, report);
  for (const child of route.get("routes")?.items() ?? []) checkTree(child, timers, report);
}

function timer(route: Place, key: string, inherited: number | undefined): number | undefined {
  const place = route.get(key);
  if (!place || place.isNull) return inherited;
  const { text } = place;
  // Zero is refused by the schema.
  return text === undefined ? undefined : parseDuration(text) || undefined;
}

/** Alertmanager looks whether to repeat only when it looks at the group, so the time is rounded up to whole group intervals. */
function checkTimers(route: Place, { group, repeat }: Timers, report: Report): void {
  if (group === undefined || repeat === undefined || repeat % group === 0) return;
  const own = route.get("repeat_interval");
  const interval = code(formatDuration(group));
  const real = formatDuration(Math.ceil(repeat / group) * group);
  if (own) {
    report(own, {
      message:
        repeat < group
          ? l10n.t`A notification is not repeated before its group is looked at again, every ${interval} (\`group_interval\`), so this is ${code(real)} in fact.`
          : l10n.t`Groups are looked at every ${interval} (\`group_interval\`), and this is no multiple of it, so notifications are repeated after ${code(real)} in fact.`,
      fix: { fix: "replace-value", path: own.path, values: [real] },
    });
    return;
  }
  const shorter = route.get("group_interval");
  if (!shorter || repeat > group) return;
  report(shorter, {
    message: l10n.t`This is longer than the \`repeat_interval\` that holds here, ${code(formatDuration(repeat))}, so notifications are repeated after ${code(real)} in fact.`,
  });
}

const FILE = (lines: string): string => `alertmanager:\n  config:\n    route:\n      receiver: ops\n${lines}`;

export const page: RulePage = {
  title: "A `repeat_interval` below `group_interval`, or no multiple of it.",
  why: "Alertmanager looks at a group of alerts once in every `group_interval`, and only then asks whether `repeat_interval` is over. A time in between is rounded up: with `group_interval: 5m`, an alert that should come again after 7 minutes comes after 10, and people who count on the shorter time think that it is over.",
  fix: "Write the time that holds in fact",
  examples: {
    failing: {
      what: "a time in between",
      text: FILE("      group_interval: 5m\n      repeat_interval: 7m # soon\n"),
      reports: [
        "warning 6 «7m» Groups are looked at every `5m` (`group_interval`), and this is no multiple of it, so notifications are repeated after `10m` in fact.",
      ],
      fixed: FILE("      group_interval: 5m\n      repeat_interval: 10m # soon\n"),
    },
    passing: {
      what: "whole group intervals, inherited and of their own",
      text: FILE(
        "      group_interval: 10m\n      repeat_interval: 4h\n      routes:\n        - repeat_interval: 1h\n        - group_interval: 7m\n        - group_interval: 1h\n          repeat_interval: 1d\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "times that only the deployment knows",
      text: FILE(
        '      group_interval: "${GROUP}"\n      repeat_interval: 7m\n      routes:\n        - group_interval: 5m\n          repeat_interval: "${REPEAT}"\n',
      ),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE("      repeat_interval: 7m\n").replace("  config:", "  enabled: false\n  config:"),
      reports: [],
    },
    more: [
      {
        what: "a time below the default group interval",
        text: FILE("      repeat_interval: 1m\n"),
        reports: [
          "warning 5 «1m» A notification is not repeated before its group is looked at again, every `5m` (`group_interval`), so this is `5m` in fact.",
        ],
        fixed: FILE("      repeat_interval: 5m\n"),
      },
      {
        what: "times against those that children inherit",
        text: FILE(
          "      repeat_interval: 30m\n      routes:\n        - group_interval: 1h\n          routes:\n            - repeat_interval: 90m\n            - repeat_interval: 2h\n",
        ),
        reports: [
          "warning 7 «1h» This is longer than the `repeat_interval` that holds here, `30m`, so notifications are repeated after `1h` in fact.",
          "warning 9 «90m» Groups are looked at every `1h` (`group_interval`), and this is no multiple of it, so notifications are repeated after `2h` in fact.",
        ],
      },
      {
        what: "times that are no durations, or no time at all",
        text: FILE(
          "      group_interval: 0s\n      repeat_interval: 7m\n      routes:\n        - repeat_interval: soon\n        - 5\n",
        ),
        reports: [],
      },
    ],
  },
};
