import * as l10n from "@vscode/l10n";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { type Demands, demandsOf, implies } from "./matcher-sets.ts";

export const rule = defineRule({
  id: "am-inhibit-too-broad",
  severity: "warning",
  at: { monitoring: ["alertmanager.config.inhibit_rules.*"] },
  check: (place, report) => {
    if (!place.isMap) return;
    const source = demandsOf(place, "source_");
    const target = demandsOf(place, "target_");
    if (isEverything(source) && isEverything(target)) return;
    const equal = place.get("equal");
    const isLimited = equal !== undefined && (equal.size > 0 || equal.isUnresolved);
    if (isEverything(target) && !isLimited) {
      report(conditionsOf(place, "target_") ?? place, {
        on: "key",
        message: l10n.t(
          "Without conditions for the target, one source silences every other alert there is. Say in `target_matchers` what is silenced, or in `equal` which labels have to be the same.",
        ),
      });
    } else if (isEverything(source) && !isLimited) {
      report(conditionsOf(place, "source_") ?? place, {
        on: "key",
        message: l10n.t(
          "Without conditions for the source, any alert at all silences the targets. Say in `source_matchers` which alerts do, or in `equal` which labels have to be the same.",
        ),
      });
    } else if (isWithin(source, target) && isWithin(target, source)) {
      report(conditionsOf(place, "target_") ?? place, {
        on: "key",
        message: l10n.t(
          "Source and target are the same, and an alert that is both is never silenced, so this rule does nothing.",
        ),
        related: [
          { place: conditionsOf(place, "source_") ?? place, on: "key", message: l10n.t`The source stands here.` },
        ],
      });
    }
  },
});

function isEverything({ list, isComplete }: Demands): boolean {
  return isComplete && list.length === 0;
}

function isWithin(some: Demands, others: Demands): boolean {
  const { list, isComplete } = some;
  return isComplete && others.list.every((demand) => list.some((held) => implies(held, demand)));
}

/** The first of the keys that hold the conditions of a side. */
function conditionsOf(place: Place, prefix: string): Place | undefined {
  return place.get(`${prefix}matchers`) ?? place.get(`${prefix}match`) ?? place.get(`${prefix}match_re`);
}

const FILE = (lines: string): string => `alertmanager:\n  config:\n    inhibit_rules:\n${lines}`;
const NO_TARGET =
  "Without conditions for the target, one source silences every other alert there is. Say in `target_matchers` what is silenced, or in `equal` which labels have to be the same.";
const SAME = "Source and target are the same, and an alert that is both is never silenced, so this rule does nothing.";

export const page: RulePage = {
  title: "An inhibition without limits, or one whose sides are the same.",
  why: "An inhibition silences its targets while a source fires. Without conditions for the targets, one critical alert in a test system silences the whole installation, and nothing in the notifications says so. Where both sides are the same nothing is silenced at all, because Alertmanager leaves out alerts that are source and target at once.",
  examples: {
    failing: {
      what: "no conditions for the target",
      text: FILE("      - source_matchers: ['severity=\"critical\"']\n        target_matchers: []\n"),
      reports: [`warning 5 «target_matchers» ${NO_TARGET}`],
    },
    passing: {
      what: "warnings of the service that is down",
      text: FILE(
        "      - source_matchers: ['severity=\"critical\"']\n        target_matchers: ['severity=~\"warning|info\"']\n        equal: [tenant, service]\n      - source_matchers: [alertname=ClusterDown]\n        equal: [cluster]\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "conditions that only the deployment knows",
      text: FILE(
        '      - source_matchers: [severity=critical]\n        target_matchers: "${TARGETS}"\n      - source_matchers: [severity=critical]\n        target_matchers: ["severity=${LEVEL}"]\n      - source_matchers: [severity=critical]\n        equal: "${EQUAL}"\n',
      ),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE("      - source_matchers: ['severity=\"critical\"']\n").replace(
        "  config:",
        "  enabled: false\n  config:",
      ),
      reports: [],
    },
    more: [
      {
        what: "sides that are left out",
        text: FILE(
          "      - name: all\n        source_match: { severity: critical }\n      - target_match: { severity: info }\n      - {}\n      - 5\n",
        ),
        reports: [
          `warning 4 «name» ${NO_TARGET}`,
          "warning 6 «target_match» Without conditions for the source, any alert at all silences the targets. Say in `source_matchers` which alerts do, or in `equal` which labels have to be the same.",
        ],
      },
      {
        what: "the same sides in old and new forms, and nearly the same",
        text: FILE(
          '      - source_matchers: [severity=critical, team=shop]\n        target_match: { team: shop, severity: critical }\n        equal: [service]\n      - source_matchers: [severity=critical]\n        target_matchers: [severity=critical, team=shop]\n        equal: [service]\n      - source_matchers: [severity=~"a.*"]\n        target_matchers: [severity=~"a.+"]\n',
        ),
        reports: [`warning 5 «target_match» ${SAME}`],
      },
    ],
  },
};
