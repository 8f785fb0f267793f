import * as l10n from "@vscode/l10n";
import { code } from "../../schema/wording.ts";
import { MAXIMUM_DEPTH } from "../../yaml/limits.ts";
import type { Place } from "../place.ts";
import { defineRule, type RulePage } from "../rule.ts";
import { contradicts, type Demand, demandsOf } from "./matcher-sets.ts";

/** Receivers and channels that nobody is woken up by. */
const SLOW = new Set(["email_configs", "jira_configs"]);

/** Who is told at once; undefined while something is not known that could. */
interface Facts {
  readonly severity: string;
  /** Receivers by name: true when they reach somebody at once. */
  readonly receivers: Readonly<Record<string, boolean>>;
}

export const rule = defineRule<Facts | undefined>({
  id: "critical-not-paged",
  severity: "warning",
  at: { monitoring: ["alertmanager.config.route"] },
  facts: ({ file }) => {
    const severity = mostUrgent(file?.get("tenant_specific", "severity_levels"));
    const receivers = receiversOf(file?.get("alertmanager", "config", "receivers"));
    const channels = file?.get("tenant_specific", "notification_channels");
    if (severity === undefined || !receivers || (channels && mayReach(channels, severity))) return undefined;
    return { severity, receivers };
  },
  check: (root, report, facts) => {
    const receiver = root.get("receiver");
    if (!facts || !receiver) return;
    const { severity, receivers } = facts;
    const names = receiversFor(root, severity);
    if (!names || names.some((name) => receivers[name] !== false)) return;
    report(receiver, {
      message: l10n.t`Alerts with the severity ${code(severity)} only go where nobody sees them at once: no route takes them to a chat, a pager, a phone or a webhook. Add one to a receiver, or a child route with \`severity="${severity}"\`.`,
    });
  },
});

/** The severity that most urgent alerts have; undefined while it is not known. */
function mostUrgent(levels: Place | undefined): string | undefined {
  if (!levels || levels.isNull) return "critical";
  return levels.items()[0]?.text;
}

function receiversOf(list: Place | undefined): Readonly<Record<string, boolean>> | undefined {
  if (!list?.isList) return undefined;
  const receivers: Record<string, boolean> = {};
  for (const receiver of list.items()) {
    const name = receiver.get("name")?.text;
    if (name === undefined) return undefined;
    receivers[name] = receiver
      .entries()
      .some(
        (entry) => entry.name.endsWith("_configs") && !SLOW.has(entry.name) && (entry.size > 0 || entry.isUnresolved),
      );
  }
  return receivers;
}

/** true when a notification channel tells somebody at once, or when that is not known. */
function mayReach(channels: Place, severity: string): boolean {
  if (!channels.isList) return !channels.isNull;
  return channels.items().some((channel) => {
    if (channel.get("type")?.text === "email") return false;
    const severities = channel.get("severities");
    return !severities?.isList || severities.items().some(({ text }) => text === undefined || text === severity);
  });
}

/** Receivers of all routes that an alert of the severity can come to; undefined when one is not known. */
function receiversFor(root: Place, severity: string): readonly string[] | undefined {
  const names: string[] = [];
  let isKnown = true;
  const collect = (route: Place, inherited: string | undefined): void => {
    if (route.path.length > MAXIMUM_DEPTH) return;
    const place = route.get("receiver");
    const name = place ? place.text : inherited;
    if (name === undefined) isKnown = false;
    else names.push(name);
    const routes = route.get("routes");
    if (routes?.isUnresolved) isKnown = false;
    for (const child of routes?.items() ?? []) if (child.isMap && canTake(child, severity)) collect(child, name);
  };
  collect(root, undefined);
  return isKnown ? names : undefined;
}

function canTake(route: Place, severity: string): boolean {
  const has: Demand = { label: "severity", values: { only: new Set([severity]) }, place: route };
  return !demandsOf(route).list.some((demand) => contradicts(has, demand));
}

const MAIL = "email_configs: [{ to: ops@acme.example }]";
const FILE = (ops: string, routes = "", more = ""): string =>
  `alertmanager:\n  config:\n    route:\n      receiver: ops # everyone\n${routes}    receivers:\n      - name: ops\n        ${ops}\n      - name: chat\n        slack_configs: [{ channel: "#ops" }]\n      - name: mail\n        ${MAIL}\n${more}`;
const MESSAGE = (severity: string): string =>
  `warning 4 «ops» Alerts with the severity \`${severity}\` only go where nobody sees them at once: no route takes them to a chat, a pager, a phone or a webhook. Add one to a receiver, or a child route with \`severity="${severity}"\`.`;

export const page: RulePage = {
  title: "The most urgent alerts go to e-mail only.",
  why: "Nobody is woken up by a mail. When the only receivers that critical alerts can come to are mailboxes or tickets, an outage at night is read about in the morning. At least one route has to take them to a chat, a pager, a phone or a webhook.",
  examples: {
    failing: {
      what: "mails for everything",
      text: FILE(MAIL),
      reports: [MESSAGE("critical")],
    },
    passing: {
      what: "a chat for what is critical",
      text: FILE(MAIL, "      routes:\n        - matchers: ['severity=\"critical\"']\n          receiver: chat\n"),
      reports: [],
    },
    placeholder: {
      what: "receivers and channels that only the deployment knows",
      text: FILE(MAIL, '      routes:\n        - receiver: "${RECEIVER}"\n'),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE(MAIL).replace("  config:", "  enabled: false\n  config:"),
      reports: [],
    },
    more: [
      {
        what: "a chat that critical alerts do not come to",
        text: FILE(
          MAIL,
          "      routes:\n        - matchers: ['severity=~\"warning|info\"']\n          receiver: chat\n        - matchers: ['team=\"shop\"']\n          routes: [{ receiver: mail }]\n",
        ),
        reports: [MESSAGE("critical")],
      },
      {
        what: "a chat for one team",
        text: FILE(MAIL, "      routes:\n        - matchers: ['team=\"shop\"']\n          receiver: chat\n"),
        reports: [],
      },
      {
        what: "levels of its own, and a channel for the second one",
        text: FILE(
          MAIL,
          "      routes:\n        - match: { severity: p2 }\n          receiver: chat\n",
          "tenant_specific:\n  severity_levels: [p1, p2]\n  notification_channels:\n    - { name: a, type: discord, severities: [p2] }\n    - { name: b, type: email, severities: [p1] }\n",
        ),
        reports: [MESSAGE("p1")],
      },
      {
        what: "a channel for what is critical",
        text: FILE(
          MAIL,
          "",
          "tenant_specific:\n  notification_channels:\n    - { name: a, type: discord, severities: [critical] }\n",
        ),
        reports: [],
      },
      {
        what: "a receiver that is not defined, which is a fault of its own",
        text: FILE(MAIL, "      routes:\n        - receiver: pager\n"),
        reports: [],
      },
    ],
  },
};
