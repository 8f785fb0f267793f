import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import { didYouMean } from "../../schema/sentences.ts";
import { code, valueList } from "../../schema/wording.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";

export const rule = defineRule<readonly string[] | undefined>({
  id: "channel-unknown",
  severity: "error",
  at: {
    monitoring: ["tenant_specific.escalation.*.channels.*"],
    security: ["audit.real_time_monitoring.channels.*"],
    tenant: ["gitops.notifications.*"],
  },
  facts: (context) => {
    const monitoring = context.fileOf("monitoring");
    return monitoring && channelNames(monitoring.get("tenant_specific", "notification_channels"));
  },
  check: (place, report, channels) => {
    const name = place.text;
    if (!channels || name === undefined || name === "" || channels.includes(name)) return;
    const meant = nearest(name, channels);
    const fault = l10n.t`No channel of the monitoring file is called ${code(name)}, so nobody is told.`;
    report(place, {
      message: `${fault} ${advice(meant, channels)}`,
      ...(meant !== undefined && { fix: changeTo(place, meant) }),
    });
  },
});

/** Names of the channels; undefined where they are not all known. */
function channelNames(channels: Place | undefined): readonly string[] | undefined {
  if (channels && !channels.isList) return undefined;
  const names = (channels?.items() ?? []).map((channel) => channel.get("name")?.text);
  const known = names.filter((name) => name !== undefined);
  return known.length < names.length ? undefined : known;
}

function advice(meant: string | undefined, channels: readonly string[]): string {
  if (meant !== undefined) return didYouMean(code(meant));
  if (channels.length === 0) return l10n.t`Define it in \`tenant_specific.notification_channels\`.`;
  const list = valueList(channels);
  return list === undefined
    ? l10n.t`Define it in \`tenant_specific.notification_channels\`, or use one that is defined there.`
    : l10n.t`Define it in \`tenant_specific.notification_channels\`, or use ${list}.`;
}

function changeTo(place: Place, name: string): FixData {
  const title = l10n.t`Change it to \`${name}\``;
  return { fix: "change", path: place.path, changes: [{ title, operations: [{ do: "set", path: [], value: name }] }] };
}

const SECURITY = (channel: string, enabled = "true"): string =>
  `audit:\n  real_time_monitoring:\n    enabled: ${enabled}\n    channels: [${channel}]\n`;
const MONITORING = (...names: readonly string[]): string =>
  `tenant_specific:\n  notification_channels:\n${names.map((name) => `    - name: ${name}\n      type: webhook\n      settings:\n        url: https://hooks.acme.example/${name.length}\n`).join("")}`;

export const page: RulePage = {
  title: "A notification channel that the monitoring file does not define.",
  why: "The name is all that connects an alarm with the people who have to hear it. A misspelt one is no error anywhere down the line: the break-in is detected, the escalation begins, and the message goes to nobody.",
  fix: "Use the name that was most likely meant",
  examples: {
    failing: {
      what: "a channel that nobody defines",
      kind: "security",
      text: SECURITY("secops"),
      files: { "monitoring.yaml": MONITORING("sec-ops", "chat") },
      reports: [
        "error 4 «secops» No channel of the monitoring file is called `secops`, so nobody is told. Did you mean `sec-ops`?",
      ],
      fixed: SECURITY("sec-ops"),
    },
    passing: {
      what: "a channel that is defined",
      kind: "security",
      text: SECURITY("chat"),
      files: { "monitoring.yaml": MONITORING("chat") },
      reports: [],
    },
    placeholder: {
      what: "names that only the deployment knows",
      kind: "security",
      text: SECURITY('chat, "${CHANNEL}"'),
      files: { "monitoring.yaml": MONITORING("${CHAT}") },
      reports: [],
    },
    disabled: {
      what: "monitoring that is switched off",
      kind: "security",
      text: SECURITY("secops", "false"),
      files: { "monitoring.yaml": MONITORING("chat") },
      reports: [],
    },
    more: [
      { what: "no monitoring file", kind: "security", text: SECURITY("secops"), reports: [] },
      {
        what: "an escalation to a channel that is like none",
        kind: "monitoring",
        text: `${MONITORING("chat", "phone")}  escalation:\n    - severity: critical\n      after: 15m\n      channels:\n        - phone\n        - management\n`,
        reports: [
          "error 16 «management» No channel of the monitoring file is called `management`, so nobody is told. Define it in `tenant_specific.notification_channels`, or use `chat` or `phone`.",
        ],
      },
      {
        what: "a deployment that tells a channel while none is defined",
        kind: "tenant",
        text: "gitops:\n  notifications: [releases]\n",
        files: { "monitoring.yaml": "prometheus:\n  enabled: true\n" },
        reports: [
          "error 2 «releases» No channel of the monitoring file is called `releases`, so nobody is told. Define it in `tenant_specific.notification_channels`.",
        ],
      },
    ],
  },
};
