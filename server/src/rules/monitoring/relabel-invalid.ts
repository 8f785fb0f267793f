import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import type { RuleContext } from "../rule-context.ts";

interface Facts {
  /** true when names are only letters, digits and underscores: unless a job says otherwise. */
  readonly isLegacy: boolean;
  /** What jobs say themselves, by their index. */
  readonly ofJobs: Readonly<Record<string, boolean>>;
}

const DEFAULT_ACTION = "replace";

/** Actions that write or compare `target_label`. */
const WITH_TARGET = new Set(["replace", "hashmod", "lowercase", "uppercase", "keepequal", "dropequal"]);

/** Values with which a key counts as not written; a `regex` that is written always counts. */
const DEFAULTS: Readonly<Record<string, string>> = {
  separator: ";",
  replacement: "$1",
  modulus: "0",
  target_label: "",
};

/** Keys that an action does not go with. */
const EXCLUDED: Readonly<Record<string, readonly string[]>> = {
  labeldrop: ["source_labels", "target_label", "modulus", "separator", "replacement"],
  labelkeep: ["source_labels", "target_label", "modulus", "separator", "replacement"],
  keepequal: ["regex", "modulus", "separator", "replacement"],
  dropequal: ["regex", "modulus", "separator", "replacement"],
  lowercase: ["replacement"],
  uppercase: ["replacement"],
};

/** What `relabel.Config.Validate` of Prometheus 3.14 demands. */
export const rule = defineRule<Facts>({
  id: "relabel-invalid",
  severity: "error",
  at: {
    monitoring: [
      "prometheus.scrape_configs.*.relabel_configs.*",
      "prometheus.scrape_configs.*.metric_relabel_configs.*",
      "prometheus.alerting.alert_relabel_configs.*",
      "prometheus.alerting.alertmanagers.*.relabel_configs.*",
      "prometheus.alerting.alertmanagers.*.alert_relabel_configs.*",
      "prometheus.remote_write.*.write_relabel_configs.*",
    ],
  },
  facts: namesOf,
  check: (step, report, { isLegacy, ofJobs }) => {
    const action = step.has("action") ? step.get("action")?.text : DEFAULT_ACTION;
    if (!step.isMap || action === undefined) return;
    checkNeeds(step, action, report);
    checkNames(step, action, ofJobs[jobOf(step)] ?? isLegacy, report);
    for (const key of EXCLUDED[action] ?? []) {
      const extra = step.get(key);
      if (extra && isWritten(extra)) reportExtra(step, action, extra, report);
    }
  },
});

/** The index of the scrape job that a step belongs to; the empty text for other steps. */
function jobOf({ path }: Place): string {
  return path[1] === "scrape_configs" ? String(path[2]) : "";
}

function namesOf({ file }: RuleContext): Facts {
  const server = file?.get("prometheus");
  const major = /^(\d+)\./.exec(server?.get("version")?.text ?? "")?.[1];
  const jobs = server?.get("scrape_configs")?.items() ?? [];
  const ofJobs = jobs.flatMap((job) => {
    const scheme = job.get("metric_name_validation_scheme")?.text;
    return scheme === undefined ? [] : [[job.name, scheme === "legacy"]];
  });
  const isOld = major !== undefined && Number(major) < 3;
  const scheme = file?.get("global", "metric_name_validation_scheme")?.text;
  return { isLegacy: scheme === undefined ? isOld : scheme === "legacy", ofJobs: Object.fromEntries(ofJobs) };
}

/** false for a value that says the same as none. */
function isWritten(extra: Place): boolean {
  if (extra.isNull || extra.isUnresolved) return false;
  return extra.name === "regex" || extra.isList || extra.scalarText !== DEFAULTS[extra.name];
}

function checkNeeds(step: Place, action: string, report: Report): void {
  const at = step.get("action") ?? step;
  if (WITH_TARGET.has(action) && !step.has("target_label")) {
    report(at, {
      message: l10n.t`A relabeling step with the action \`${action}\` needs \`target_label\`; without it Prometheus refuses the configuration.`,
    });
  }
  if (action === "hashmod" && !step.has("modulus")) {
    report(at, {
      message: l10n.t`A relabeling step with the action \`hashmod\` needs \`modulus\`, the number of servers that share the targets; without it Prometheus refuses the configuration.`,
    });
  }
}

/** With the old names `target_label` and the `replacement` of `labelmap` have to be label names; else any text will do. */
function checkNames(step: Place, action: string, isLegacy: boolean, report: Report): void {
  const key = action === "labelmap" ? "replacement" : WITH_TARGET.has(action) ? "target_label" : undefined;
  const name = key === undefined ? undefined : step.get(key);
  const text = name?.text;
  if (!name || text === undefined) return;
  const mayHoldGroups = action === "replace" || action === "labelmap";
  const isName = isLegacy ? (mayHoldGroups ? NAME_WITH_GROUPS : NAME).test(text) : text !== "";
  // The schema says that a `target_label` can not be empty.
  if (isName || (text === "" && action !== "labelmap")) return;
  report(name, {
    message:
      text !== ""
        ? l10n.t`\`${text}\` is not a label name: only letters, digits and \`_\` may stand in it here, and no digit first. Prometheus refuses the configuration.`
        : l10n.t`With the action \`labelmap\` the \`replacement\` is the name of the new label and can not be empty; Prometheus refuses the configuration.`,
  });
}

const NAME = /^[A-Za-z_]\w*$/;

/** A label name in which groups of the regular expression may stand, as `$1` or `${1}`. */
const NAME_WITH_GROUPS = /^(?!\d)(?:\$\{\w+\}|\$\w|\w)+$/;

function reportExtra(step: Place, action: string, extra: Place, report: Report): void {
  const changes = changesOf(step, action, extra);
  report(extra, {
    message: messageOf(action, extra.name),
    on: "key",
    ...(changes.length > 0 && { fix: { fix: "change", path: step.path, changes } }),
  });
}

function messageOf(action: string, key: string): string {
  switch (action) {
    case "labeldrop":
    case "labelkeep":
      return l10n.t`A relabeling step with the action \`${action}\` looks at the names of labels and has nothing but \`regex\`; with \`${key}\` Prometheus refuses the configuration.`;
    case "keepequal":
    case "dropequal":
      return l10n.t`A relabeling step with the action \`${action}\` has nothing but \`source_labels\` and \`target_label\`; with \`${key}\` Prometheus refuses the configuration.`;
    default:
      return l10n.t`A relabeling step with the action \`${action}\` has no \`${key}\`; with it Prometheus refuses the configuration.`;
  }
}

/**
 * Without `regex` a step that drops labels drops them all, so the key that is too much is not just removed then: who lists labels as the
 * source means their names.
 */
function changesOf(step: Place, action: string, extra: Place): readonly Change[] {
  if (step.has("regex") || !action.startsWith("label")) {
    return [{ title: l10n.t`Remove \`${extra.name}\``, operations: [{ do: "remove", path: [extra.name] }] }];
  }
  const names = extra.items().map(({ text }) => text);
  if (extra.name !== "source_labels" || names.length === 0) return [];
  if (!names.every((name) => name !== undefined && NAME.test(name))) return [];
  const regex = names.join("|");
  return [
    {
      title: l10n.t`Write the labels as \`regex: ${regex}\``,
      operations: [
        { do: "rename", path: [extra.name], name: "regex" },
        { do: "set", path: [extra.name], value: regex },
      ],
    },
  ];
}

const STEP = (step: string, rest = ""): string =>
  `prometheus:\n${rest}  scrape_configs:\n    - job_name: app\n      relabel_configs:\n        - ${step}\n`;

const NEEDS_TARGET = (action: string): string =>
  `A relabeling step with the action \`${action}\` needs \`target_label\`; without it Prometheus refuses the configuration.`;
const NEEDS_MODULUS =
  "A relabeling step with the action `hashmod` needs `modulus`, the number of servers that share the targets; without it Prometheus refuses the configuration.";
const ONLY_REGEX = (action: string, key: string): string =>
  `A relabeling step with the action \`${action}\` looks at the names of labels and has nothing but \`regex\`; with \`${key}\` Prometheus refuses the configuration.`;
const NOT_A_NAME = (name: string): string =>
  `\`${name}\` is not a label name: only letters, digits and \`_\` may stand in it here, and no digit first. Prometheus refuses the configuration.`;

export const page: RulePage = {
  title: "A relabeling step that lacks what its action needs, or has what its action refuses.",
  why: "Every action of a relabeling step reads its own keys, and Prometheus refuses its whole configuration when one of them is missing or one too many is there: a new server does not start, and a running one goes on with its old configuration. `labeldrop` with `source_labels` is the usual mistake: it drops labels by their name, not by their value.",
  fix: "Remove the key that the action refuses, or make the listed labels the regular expression of `labeldrop`",
  examples: {
    failing: {
      what: "a share of the targets without a number of shares and a label for it",
      text: STEP("{action: hashmod, source_labels: [instance]}"),
      reports: [`error 5 «hashmod» ${NEEDS_TARGET("hashmod")}`, `error 5 «hashmod» ${NEEDS_MODULUS}`],
    },
    passing: {
      what: "a share with both",
      text: STEP("{action: hashmod, source_labels: [instance], modulus: 4, target_label: __tmp_shard}"),
      reports: [],
    },
    placeholder: {
      what: "an action that only the deployment knows",
      text: STEP("{action: '${ACTION}', source_labels: [instance]}"),
      reports: [],
    },
    disabled: {
      what: "a server that is switched off",
      text: STEP("{action: hashmod, source_labels: [instance]}", "  enabled: false\n"),
      reports: [],
    },
    more: [
      {
        what: "a replacement without a target, which is the default action",
        text: STEP("source_labels: [__address__]\n          replacement: $1:9100"),
        reports: [`error 5 «source_labels» ${NEEDS_TARGET("replace")}`],
      },
      {
        what: "labels that are to be dropped, listed as the source",
        text: STEP("action: labeldrop\n          source_labels: [pod, uid]"),
        reports: [`error 6 «source_labels» ${ONLY_REGEX("labeldrop", "source_labels")}`],
        fixed: STEP('action: labeldrop\n          regex: "pod|uid"'),
      },
      {
        what: "a separator beside the regular expression",
        text: STEP("action: labelkeep\n          regex: job|instance\n          separator: ','"),
        reports: [`error 7 «separator» ${ONLY_REGEX("labelkeep", "separator")}`],
        fixed: STEP("action: labelkeep\n          regex: job|instance"),
      },
      {
        what: "defaults that are written, which Prometheus accepts",
        text: STEP("{action: labeldrop, regex: uid, separator: ;, replacement: $1}"),
        reports: [],
      },
      {
        what: "a comparison with a regular expression, be it the default",
        text: STEP("{action: keepequal, source_labels: [a], target_label: b, regex: (.*)}"),
        reports: [
          "error 5 «regex» A relabeling step with the action `keepequal` has nothing but `source_labels` and `target_label`; with `regex` Prometheus refuses the configuration.",
        ],
        fixed: STEP("{action: keepequal, source_labels: [a], target_label: b}"),
      },
      {
        what: "lower case of something else than the source",
        text: STEP("{action: lowercase, source_labels: [a], target_label: b, replacement: x}"),
        reports: [
          "error 5 «replacement» A relabeling step with the action `lowercase` has no `replacement`; with it Prometheus refuses the configuration.",
        ],
        fixed: STEP("{action: lowercase, source_labels: [a], target_label: b}"),
      },
      {
        what: "a new label without a name",
        text: STEP("{action: labelmap, regex: (.+), replacement: ''}"),
        reports: [
          "error 5 «''» With the action `labelmap` the `replacement` is the name of the new label and can not be empty; Prometheus refuses the configuration.",
        ],
      },
      {
        what: "a dash in a label, in a server before 3.0",
        text: STEP("{source_labels: [a], target_label: my-label}", "  version: 2.55.0\n"),
        reports: [`error 6 «my-label» ${NOT_A_NAME("my-label")}`],
      },
      {
        what: "a dash in a label, which newer servers accept",
        text: STEP("{source_labels: [a], target_label: my-label}", "  version: 3.14.0\n"),
        reports: [],
      },
      {
        what: "groups in the name of a label",
        text: STEP("{source_labels: [a], target_label: 'x_${1}_$2'}", "  version: 2.55.0\n"),
        reports: [],
      },
      {
        what: "a job that keeps to the old names",
        text: `prometheus:\n  scrape_configs:\n    - job_name: app\n      metric_name_validation_scheme: legacy\n      metric_relabel_configs:\n        - {action: labelmap, regex: a_(.+), replacement: b-$1}\n`,
        reports: [`error 6 «b-$1» ${NOT_A_NAME("b-$1")}`],
      },
      {
        what: "steps for alerts and for what is sent on",
        text: "prometheus:\n  alerting:\n    alert_relabel_configs:\n      - {action: labeldrop, regex: replica}\n      - {action: uppercase, source_labels: [severity]}\n  remote_write:\n    - url: https://metrics.acme.example/write\n      write_relabel_configs:\n        - {action: replace, replacement: acme}\n",
        reports: [`error 5 «uppercase» ${NEEDS_TARGET("uppercase")}`, `error 9 «replace» ${NEEDS_TARGET("replace")}`],
      },
    ],
  },
};
