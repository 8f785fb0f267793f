import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { routesFrom } from "./routing.ts";

const ALL_LABELS = "...";

export const rule = defineRule({
  id: "am-group-by",
  severity: "error",
  at: { monitoring: ["alertmanager.config.route"] },
  check: (root, report) => {
    for (const route of routesFrom(root)) {
      const list = route.get("group_by");
      if (list?.isList) checkLabels(list, report);
    }
  },
});

function checkLabels(list: Place, report: Report): void {
  const seen = new Map<string, Place>();
  let all: Place | undefined;
  for (const label of list.items()) {
    const { text } = label;
    if (text === undefined) continue;
    const first = seen.get(text);
    if (text === ALL_LABELS) all ??= label;
    else if (!first) seen.set(text, label);
    else reportTwice(label, text, first, report);
  }
  if (all && seen.size > 0) reportAll(list, all, report);
}

function reportTwice(label: Place, text: string, first: Place, report: Report): void {
  report(label, {
    message: l10n.t`The label ${code(text)} stands here twice, so Alertmanager refuses the whole file.`,
    related: [{ place: first, message: l10n.t`It stands here first.` }],
    fix: {
      fix: "change",
      path: label.path.slice(0, -1),
      changes: [{ title: l10n.t`Remove this label`, operations: [{ do: "remove", path: [Number(label.name)] }] }],
    },
  });
}

function reportAll(list: Place, all: Place, report: Report): void {
  report(all, {
    message: l10n.t(
      "`...` means all labels, and can only stand alone: Alertmanager refuses the whole file. Alone it makes every alert a notification of its own.",
    ),
    fix: {
      fix: "change",
      path: list.path,
      changes: [
        {
          title: l10n.t`Group by the named labels`,
          preferred: false,
          operations: [{ do: "remove", path: [Number(all.name)] }],
        },
        {
          title: l10n.t`Group by all labels`,
          preferred: false,
          operations: [{ do: "set", path: [], value: [ALL_LABELS] }],
        },
      ],
    },
  });
}

const FILE = (lines: string): string => `alertmanager:\n  config:\n    route:\n      receiver: ops\n${lines}`;
const ALONE =
  "`...` means all labels, and can only stand alone: Alertmanager refuses the whole file. Alone it makes every alert a notification of its own.";

export const page: RulePage = {
  title: "A `group_by` with `...` beside other labels, or with a label twice.",
  why: "Alertmanager checks the labels of every route when it loads the file, and refuses the whole file over a label that is named twice or over `...` in company. A running server keeps its old routes, and one that restarts does not come up.",
  fix: "Remove the label or `...`",
  examples: {
    failing: {
      what: "all labels and one more",
      text: FILE("      group_by: [alertname, '...'] # calm\n"),
      reports: [`error 5 «'...'» ${ALONE}`],
      fixed: FILE("      group_by: [alertname] # calm\n"),
    },
    passing: {
      what: "all labels, and single ones",
      text: FILE("      group_by: ['...']\n      routes:\n        - group_by: [alertname, service]\n"),
      reports: [],
    },
    placeholder: {
      what: "labels that only the deployment knows",
      text: FILE("      group_by: ['${FIRST}', '${FIRST}', '...']\n"),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE("      group_by: [alertname, '...']\n").replace("  config:", "  enabled: false\n  config:"),
      reports: [],
    },
    more: [
      {
        what: "a label twice, in a child route",
        text: FILE(
          "      routes:\n        - group_by:\n            - alertname\n            - service\n            - alertname\n            - alertname # again\n",
        ),
        reports: [
          "error 9 «alertname» The label `alertname` stands here twice, so Alertmanager refuses the whole file.",
          "error 10 «alertname» The label `alertname` stands here twice, so Alertmanager refuses the whole file.",
        ],
        fixed: FILE(
          "      routes:\n        - group_by:\n            - alertname\n            - service\n            - alertname # again\n",
        ),
      },
      {
        what: "values of other types",
        text: FILE(
          "      group_by: [1, null, {}]\n      routes:\n        - group_by: alertname\n        - group_by: []\n",
        ),
        reports: [],
      },
    ],
  },
};
