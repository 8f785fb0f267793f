import * as l10n from "@vscode/l10n";
import type { Change, JsonValue } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { REGEX_KEYS } from "./matcher-sets.ts";
import { holdsEntries } from "./routing.ts";

const CONDITIONS = ["matchers", "match", "match_re"];
const INTERVALS = ["mute_time_intervals", "active_time_intervals"];

export const rule = defineRule({
  id: "am-root-route",
  severity: "error",
  at: { monitoring: ["alertmanager.config.route"] },
  check: (route, report) => {
    for (const key of CONDITIONS) {
      const conditions = route.get(key);
      if (!holdsEntries(conditions)) continue;
      report(conditions, {
        on: "key",
        message: l10n.t`The root route takes every alert, so it can not have \`${key}\`: Alertmanager refuses the whole file. Conditions belong to a child route.`,
        ...fixed(route, conditions, l10n.t`Move the conditions to a child route`, matchersOf(conditions)),
      });
    }
    for (const key of INTERVALS) {
      const intervals = route.get(key);
      if (!holdsEntries(intervals)) continue;
      const child = { [key]: intervals.items().map((item) => writtenText(item) ?? null) };
      report(intervals, {
        on: "key",
        message: l10n.t`The root route can not have \`${key}\`, because what no other route takes must always reach somebody: Alertmanager refuses the whole file. A last child route without conditions can have it.`,
        ...fixed(route, intervals, l10n.t`Move \`${key}\` to a last child route`, child),
      });
    }
    const goesOn = route.get("continue");
    if (goesOn?.boolean !== true) return;
    report(goesOn, {
      on: "key",
      message: l10n.t(
        "The root route has no sibling to continue with: Alertmanager refuses a file with `continue: true` here.",
      ),
      fix: {
        fix: "change",
        path: route.path,
        changes: [{ title: l10n.t`Remove \`continue\``, operations: [{ do: "remove", path: ["continue"] }] }],
      },
    });
  },
});

/** Takes an entry from the root and puts it into a new last child that tells the same receiver; nothing where that would lose something. */
function fixed(
  route: Place,
  entry: Place,
  title: string,
  child: Readonly<Record<string, JsonValue>> | undefined,
): { fix?: { fix: "change"; path: Place["path"]; changes: readonly Change[] } } {
  if (!child) return {};
  const receiver = route.get("receiver");
  const name = receiver && writtenText(receiver);
  const value = { ...(name ? { receiver: name } : {}), ...child };
  return { fix: { fix: "change", path: route.path, changes: [{ title, operations: moved(route, entry, value) }] } };
}

/** Behind the last entry nothing can be added while it is removed, so that one becomes the list of routes itself. */
function moved(route: Place, { name, written }: Place, value: JsonValue): Change["operations"] {
  if (!route.has("routes") && route.node.kind === "map" && route.node.pairs.at(-1)?.value === written) {
    return [
      { do: "rename", path: [name], name: "routes" },
      { do: "set", path: [name], value: [value] },
    ];
  }
  return [
    { do: "append", path: ["routes"], value },
    { do: "remove", path: [name] },
  ];
}

/** The conditions in the form that is not deprecated; undefined when one of them is no text. */
function matchersOf(conditions: Place): { matchers: readonly string[] } | undefined {
  const operator = REGEX_KEYS.has(conditions.name) ? "=~" : "=";
  const matchers: string[] = [];
  for (const condition of conditions.children()) {
    const text = writtenText(condition);
    if (text === undefined) return undefined;
    matchers.push(conditions.isList ? text : `${condition.name}${operator}${JSON.stringify(text)}`);
  }
  return { matchers };
}

/** The text of a scalar as it is written, placeholders included. */
function writtenText({ node }: Place): string | undefined {
  return node.kind === "scalar" && node.value !== null ? String(node.value) : undefined;
}

const FILE = (route: string): string =>
  `alertmanager:\n  config:\n    route:\n      receiver: ops # everyone\n${route}    receivers:\n      - name: ops\n        webhook_configs:\n          - url_file: /etc/alertmanager/secrets/ops-url\n    time_intervals:\n      - name: nights\n        time_intervals:\n          - weekdays: [sunday]\n`;

export const page: RulePage = {
  title: "A root route that does not take every alert.",
  why: "Every alert enters the tree at the root, which is also where it goes when no child takes it. Alertmanager therefore refuses a file whose root has conditions, time intervals or `continue`: a running server keeps its old routes, and one that restarts does not come up at all. The conditions belong to a child; the root keeps a receiver for what nobody thought of.",
  fix: "Move the conditions or intervals to a child route, or remove `continue`",
  examples: {
    failing: {
      what: "a root with a condition",
      text: FILE("      match: { team: x }\n      group_wait: 30s # calm\n"),
      reports: [
        "error 5 «match» The root route takes every alert, so it can not have `match`: Alertmanager refuses the whole file. Conditions belong to a child route.",
      ],
      fixed: FILE(
        '      group_wait: 30s # calm\n      routes:\n        - receiver: ops\n          matchers: ["team=\\"x\\""]\n',
      ),
    },
    passing: {
      what: "a root without conditions, and a child with one",
      text: FILE(
        "      routes:\n        - matchers: ['team=\"x\"']\n          continue: true\n          mute_time_intervals: [nights]\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "entries that only the deployment knows",
      text: FILE('      matchers: "${CONDITIONS}"\n      continue: "${CONTINUE}"\n'),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE("      match: { team: x }\n").replace("  config:", "  enabled: false\n  config:"),
      reports: [],
    },
    more: [
      {
        what: "matchers beside other routes",
        text: FILE(
          '      matchers:\n        - team="x"\n        - severity=~"${LEVELS}"\n      routes:\n        - matchers: [\'team="y"\']\n',
        ),
        reports: [
          "error 5 «matchers» The root route takes every alert, so it can not have `matchers`: Alertmanager refuses the whole file. Conditions belong to a child route.",
        ],
        fixed: FILE(
          '      routes:\n        - matchers: [\'team="y"\']\n        - receiver: ops\n          matchers: ["team=\\"x\\"", "severity=~\\"${LEVELS}\\""]\n',
        ),
      },
      {
        what: "time intervals",
        text: FILE("      mute_time_intervals: [nights]\n"),
        reports: [
          "error 5 «mute_time_intervals» The root route can not have `mute_time_intervals`, because what no other route takes must always reach somebody: Alertmanager refuses the whole file. A last child route without conditions can have it.",
        ],
        fixed: FILE("      routes: [{receiver: ops, mute_time_intervals: [nights]}]\n"),
      },
      {
        what: "regular expressions",
        text: FILE("      match_re:\n        team: x|y\n"),
        reports: [
          "error 5 «match_re» The root route takes every alert, so it can not have `match_re`: Alertmanager refuses the whole file. Conditions belong to a child route.",
        ],
        fixed: FILE('      routes:\n        [{receiver: ops, matchers: ["team=~\\"x|y\\""]}]\n'),
      },
      {
        what: "`continue`, and `active_time_intervals` in JSON",
        text: '{"alertmanager": {"config": {"route": {"receiver": null, "continue": true, "active_time_intervals": ["x"]}}}}\n',
        reports: [
          'error 1 «"continue"» The root route has no sibling to continue with: Alertmanager refuses a file with `continue: true` here.',
          'error 1 «"active_time_intervals"» The root route can not have `active_time_intervals`, because what no other route takes must always reach somebody: Alertmanager refuses the whole file. A last child route without conditions can have it.',
        ],
        fixed: '{"alertmanager": {"config": {"route": {"receiver": null, "active_time_intervals": ["x"]}}}}\n',
      },
      {
        what: "entries that say nothing",
        text: FILE("      matchers: []\n      match: {}\n      continue: false\n      mute_time_intervals: []\n"),
        reports: [],
      },
    ],
  },
};
