import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { MAXIMUM_DEPTH } from "../../yaml/limits.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { contradicts, type Demand, demandsOf, implies } from "./matcher-sets.ts";
import { holdsEntries } from "./routing.ts";

/** Most values of a label that are looked at one by one. */
const MOST_VALUES = 16;

export const rule = defineRule({
  id: "am-unreachable-route",
  severity: "warning",
  at: { monitoring: ["alertmanager.config.route"] },
  check: (root, report) => {
    // Conditions of the root are a fault of their own, so what they would leave over does not count.
    checkChildren(root, [], report);
  },
});

/** Looks at the children of a route that alerts reach which meet some demands. */
function checkChildren(parent: Place, above: readonly Demand[], report: Report): void {
  if (parent.path.length > MAXIMUM_DEPTH) return;
  const earlier = new EarlierRoutes();
  for (const route of parent.get("routes")?.items() ?? []) {
    if (!route.isMap) continue;
    const { list, isComplete } = demandsOf(route);
    if (reportContradiction(list, above, report)) continue;
    const met = [...above, ...list];
    const first = earlier.takes(met);
    if (first) {
      const isSame =
        isComplete && list.every((demand) => [...above, ...first.demands].some((had) => implies(had, demand)));
      reportTaken(route, first.route, isSame, report);
      continue;
    }
    const together = takenTogether(earlier, met);
    if (together) {
      reportTogether(route, together, report);
      continue;
    }
    if (isComplete && stops(route)) earlier.add({ route, demands: list });
    checkChildren(route, met, report);
  }
}

/** Earlier routes that take an alert each for one of the few values which a label can have here. */
function takenTogether(earlier: EarlierRoutes, met: readonly Demand[]): readonly Place[] | undefined {
  for (const demand of met) {
    const values = "only" in demand.values ? [...demand.values.only] : [];
    if (values.length < 2 || values.length > MOST_VALUES) continue;
    const takers = values.map((value) => earlier.takes([...met, { ...demand, values: { only: new Set([value]) } }]));
    if (takers.every((taker) => taker !== undefined)) return [...new Set(takers.map(({ route }) => route))];
  }
  return undefined;
}

function reportTogether(route: Place, takers: readonly Place[], report: Report): void {
  report(route.get("receiver") ?? route, {
    message: l10n.t`No alert comes here: earlier routes together take everything that this one matches, and have no \`continue: true\`. Move this route before them.`,
    related: takers.map((taker) => ({
      place: taker.get("receiver") ?? taker,
      message: l10n.t`This route takes some of the alerts first.`,
    })),
  });
}

/** true when what a route takes certainly goes to no later sibling. */
function stops(route: Place): boolean {
  const goesOn = route.get("continue");
  return !goesOn || goesOn.isNull || goesOn.boolean === false;
}

function reportContradiction(own: readonly Demand[], above: readonly Demand[], report: Report): boolean {
  for (const [index, demand] of own.entries()) {
    const parents = above.find((other) => contradicts(other, demand));
    const other = parents ?? own.slice(0, index).find((before) => contradicts(before, demand));
    if (!other) continue;
    const label = code(demand.label);
    report(demand.place, {
      message: parents
        ? l10n.t`No alert comes here: a route above takes only alerts with another ${label}.`
        : l10n.t`No alert comes here: all conditions of a route have to hold at once, and these two contradict each other about ${label}. For alternatives write one condition, as in \`${demand.label}=~"a|b"\`.`,
      related: [{ place: other.place, on: "value", message: l10n.t`The other condition stands here.` }],
    });
    return true;
  }
  return false;
}

function reportTaken(route: Place, first: Place, isSame: boolean, report: Report): void {
  report(route.get("receiver") ?? route, {
    message: takenMessage(first, isSame),
    related: [{ place: first.get("receiver") ?? first, message: l10n.t`This route takes the alerts first.` }],
    fix: {
      fix: "change",
      path: [...first.path],
      changes: [
        {
          title: l10n.t`Let the earlier route continue`,
          preferred: false,
          operations: [{ do: "set", path: ["continue"], value: true }],
        },
      ],
    },
  });
}

function takenMessage(first: Place, isSame: boolean): string {
  if (holdsEntries(first.get("mute_time_intervals")) || holdsEntries(first.get("active_time_intervals")))
    return l10n.t`No alert comes here: an earlier route takes everything that this one matches, also at times when it is silent, and has no \`continue: true\`.`;
  if (isSame)
    return l10n.t`No alert comes here: an earlier route matches the same alerts, and has no \`continue: true\`.`;
  return l10n.t`No alert comes here: an earlier route takes everything that this one matches, and has no \`continue: true\`. Move this route before it.`;
}

interface EarlierRoute {
  readonly route: Place;
  readonly demands: readonly Demand[];
}

/** Earlier siblings that keep what they take, by something that an alert must have to be taken, so that few of them are compared. */
class EarlierRoutes {
  #takesAll: EarlierRoute | undefined;
  readonly #byKey = new Map<string, EarlierRoute[]>();

  add(route: EarlierRoute): void {
    const { demands } = route;
    if (demands.length === 0) {
      this.#takesAll ??= route;
      return;
    }
    const choices = demands.map(keysOf).filter((keys) => keys.length > 0);
    const sizes = choices.map((keys) => Math.max(...keys.map((key) => this.#byKey.get(key)?.length ?? 0)));
    const keys = choices[sizes.indexOf(Math.min(...sizes))] ?? [];
    for (const key of keys) {
      const filed = this.#byKey.get(key) ?? [];
      this.#byKey.set(key, filed);
      filed.push(route);
    }
  }

  /** The first of them that certainly takes every alert which meets the demands. */
  takes(met: readonly Demand[]): EarlierRoute | undefined {
    if (this.#takesAll) return this.#takesAll;
    for (const key of new Set(met.flatMap(searchKeysOf))) {
      const found = this.#byKey
        .get(key)
        ?.find(({ demands }) => demands.every((demand) => met.some((held) => implies(held, demand))));
      if (found) return found;
    }
    return undefined;
  }
}

/** Where a route with a demand is filed. */
function keysOf({ label, values }: Demand): readonly string[] {
  if ("only" in values) return [...values.only].map((value) => JSON.stringify([label, value]));
  return [JSON.stringify("not" in values ? [label] : [label, values.opaque, ""])];
}

/** Where routes are filed that may be implied by a demand. */
function searchKeysOf(demand: Demand): readonly string[] {
  const { label, values } = demand;
  if (!("only" in values)) return keysOf(demand);
  const [first] = values.only;
  return first === undefined ? [] : [JSON.stringify([label, first]), JSON.stringify([label])];
}

const FILE = (routes: string): string =>
  `alertmanager:\n  config:\n    route:\n      receiver: ops\n      routes:\n${routes}`;
const TAKEN = (line: number, marked = "pager"): string =>
  `warning ${line} «${marked}» No alert comes here: an earlier route takes everything that this one matches, and has no \`continue: true\`. Move this route before it.`;
const SAME = (line: number, marked: string): string =>
  `warning ${line} «${marked}» No alert comes here: an earlier route matches the same alerts, and has no \`continue: true\`.`;
const ABOVE = (line: number, marked: string, label: string): string =>
  `warning ${line} «${marked}» No alert comes here: a route above takes only alerts with another \`${label}\`.`;

export const page: RulePage = {
  title: "A route that no alert ever reaches.",
  why: "Alertmanager offers an alert to the children of a route from top to bottom and stops at the first one that matches, unless that one says `continue: true`. What stands behind a route that matches everything is dead: the file loads without a word, and the pager that should ring for critical alerts stays silent.",
  fix: "Let the earlier route continue",
  examples: {
    failing: {
      what: "a route behind one that takes everything",
      text: FILE(
        "        - receiver: chat # everyone\n        - receiver: pager\n          matchers: ['severity=\"critical\"']\n",
      ),
      reports: [TAKEN(7)],
      fixed: FILE(
        "        - receiver: chat # everyone\n          continue: true\n        - receiver: pager\n          matchers: ['severity=\"critical\"']\n",
      ),
    },
    passing: {
      what: "the route that takes everything at the end",
      text: FILE(
        "        - receiver: pager\n          matchers: ['severity=\"critical\"']\n        - receiver: chat\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "conditions that only the deployment knows",
      text: FILE(
        '        - receiver: chat\n          matchers: ["team=\\"${TEAM}\\""]\n        - receiver: pager\n          matchers: ["team=\\"shop\\""]\n        - receiver: sms\n          continue: "${GO_ON}"\n        - receiver: mail\n        - receiver: hook\n          matchers: "${ALL}"\n',
      ).replace("        - receiver: mail\n", ""),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE("        - receiver: chat\n        - receiver: pager\n").replace(
        "  config:",
        "  enabled: false\n  config:",
      ),
      reports: [],
    },
    more: [
      {
        what: "a route that takes more than a later one, in old and new forms",
        text: FILE(
          "        - receiver: chat\n          match_re: { severity: critical|warning }\n        - receiver: pager\n          matchers: ['severity=\"critical\"', 'team=\"shop\"']\n        - receiver: mail\n          matchers: ['severity=~\"critical|info\"']\n",
        ),
        reports: [TAKEN(8)],
        fixed: FILE(
          "        - receiver: chat\n          match_re: { severity: critical|warning }\n          continue: true\n        - receiver: pager\n          matchers: ['severity=\"critical\"', 'team=\"shop\"']\n        - receiver: mail\n          matchers: ['severity=~\"critical|info\"']\n",
        ),
      },
      {
        what: "an earlier route that takes what the parent leaves over",
        text: FILE(
          '        - matchers: [\'team="shop"\']\n          routes:\n            - matchers: [team!="bank"]\n              receiver: chat\n            - receiver: pager\n',
        ),
        reports: [SAME(10, "pager")],
        fixed: FILE(
          '        - matchers: [\'team="shop"\']\n          routes:\n            - matchers: [team!="bank"]\n              receiver: chat\n              continue: true\n            - receiver: pager\n',
        ),
      },
      {
        what: "earlier routes that take everything together",
        text: FILE(
          '        - receiver: chat\n          matchers: [severity=critical]\n        - receiver: mail\n          matchers: [severity=~"warning|info"]\n        - receiver: pager\n          matchers: [severity=~"warning|critical"]\n        - receiver: sms\n          matchers: [severity=~"critical|page"]\n',
        ),
        reports: [
          "warning 10 «pager» No alert comes here: earlier routes together take everything that this one matches, and have no `continue: true`. Move this route before them.",
        ],
      },
      {
        what: "the same conditions twice",
        text: FILE(
          "        - receiver: chat\n          match: { severity: critical, team: shop }\n        - receiver: pager\n          matchers: [team=shop, severity=critical]\n",
        ),
        reports: [SAME(8, "pager")],
        fixed: FILE(
          "        - receiver: chat\n          match: { severity: critical, team: shop }\n          continue: true\n        - receiver: pager\n          matchers: [team=shop, severity=critical]\n",
        ),
      },
      {
        what: "an earlier route that is silent at night",
        text: FILE(
          "        - receiver: chat\n          continue: false\n          mute_time_intervals: [nights]\n          match: { team: shop }\n        - match: { team: shop }\n          group_wait: 1m\n",
        ),
        reports: [
          "warning 10 «match» No alert comes here: an earlier route takes everything that this one matches, also at times when it is silent, and has no `continue: true`.",
        ],
        fixed: FILE(
          "        - receiver: chat\n          continue: true\n          mute_time_intervals: [nights]\n          match: { team: shop }\n        - match: { team: shop }\n          group_wait: 1m\n",
        ),
      },
      {
        what: "conditions that contradict those of the parent, and what is below",
        text: FILE(
          '        - matchers: [severity=critical]\n          routes:\n            - matchers: [\'team="shop", severity="warning"\']\n              routes: [{ matchers: [severity=info] }]\n            - matchers: [severity!~"critical|page"]\n            - matchers: [severity=~"crit.*"]\n            - match: { severity: critical }\n              continue: true\n',
        ),
        reports: [
          ABOVE(8, '\'team="shop", severity="warning"\'', "severity"),
          ABOVE(10, 'severity!~"critical|page"', "severity"),
        ],
      },
      {
        what: "alternatives as two conditions",
        text: FILE(
          "        - receiver: chat\n          matchers:\n            - severity=critical\n            - severity=warning # too\n",
        ),
        reports: [
          'warning 9 «severity=warning» No alert comes here: all conditions of a route have to hold at once, and these two contradict each other about `severity`. For alternatives write one condition, as in `severity=~"a|b"`.',
        ],
      },
      {
        what: "the same regular expression twice, and its opposite",
        text: FILE(
          '        - matchers: [service=~"api-.+"]\n          receiver: chat\n          routes: [{ matchers: [service!~"api-.+"], receiver: chat }]\n        - matchers: [service=~"api-.+", env=prod]\n          receiver: pager\n        - matchers: [service=~"api-.*"]\n          receiver: mail\n',
        ),
        reports: [ABOVE(8, 'service!~"api-.+"', "service"), TAKEN(10)],
      },
      {
        what: "near misses: missing labels, other words, other labels",
        text: FILE(
          '        - matchers: [team!="", severity=~"a|b"]\n        - matchers: [severity=a]\n        - matchers: [team=~".*", severity=~"a|b|c"]\n          continue: true\n        - matchers: [team="", severity!=b]\n        - matchers: [severity!=b]\n        - matchers: [severity!~"b|c", x=y]\n        - matchers: [broken, severity=b]\n        - 5\n',
        ).replace('        - matchers: [severity!~"b|c", x=y]\n', ""),
        reports: [],
      },
      {
        what: "an expression that takes everything, and a negative one that takes more",
        text: FILE(
          '        - matchers: [severity!=b]\n        - matchers: [severity!~"b|c", x=y]\n          receiver: pager\n        - matchers: [team=~".*"]\n        - receiver: sms\n',
        ),
        reports: [TAKEN(8), SAME(10, "sms")],
        fixed: FILE(
          '        - matchers: [severity!=b]\n          continue: true\n        - matchers: [severity!~"b|c", x=y]\n          receiver: pager\n        - matchers: [team=~".*"]\n        - receiver: sms\n',
        ),
      },
    ],
  },
};
