import * as l10n from "@vscode/l10n";
import type { Change } from "../../schema/problem.ts";
import { didYouMean } from "../../schema/sentences.ts";
import { code, valueList } from "../../schema/wording.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { namesIn, routesFrom } from "./routing.ts";

const RECEIVERS = ["alertmanager", "config", "receivers"];

/** Names that can be referred to; undefined while one of them is not known. */
interface Facts {
  readonly receivers: readonly string[] | undefined;
  readonly channels: readonly string[] | undefined;
}

export const rule = defineRule<Facts>({
  id: "am-unknown-receiver",
  severity: "error",
  at: { monitoring: ["alertmanager.config.route", "tenant_specific.escalation.*.channels.*"] },
  facts: ({ file }) => ({
    receivers: namesIn(file?.get(...RECEIVERS)),
    channels: namesIn(file?.get("tenant_specific", "notification_channels")),
  }),
  check: (place, report, { receivers, channels }) => {
    if (place.path[0] === "tenant_specific") {
      if (channels) checkChannel(place, report, channels);
      return;
    }
    if (!receivers || !channels) return;
    const known = new Set(receivers);
    for (const route of routesFrom(place)) {
      const receiver = route.get("receiver");
      const name = receiver?.text;
      if (receiver && name && !known.has(name) && !isGenerated(name, channels))
        reportUnknown(receiver, name, receivers, report);
    }
  },
});

function reportUnknown(place: Place, name: string, receivers: readonly string[], report: Report): void {
  const near = nearest(name, receivers);
  const created: Change = {
    title: l10n.t`Create the receiver ${code(name)}`,
    preferred: false,
    operations: [{ do: "append", path: RECEIVERS, value: newReceiver(name) }],
  };
  const changes = near === undefined ? [created] : [changeTo(place, near), created];
  const message = l10n.t`No receiver has the name ${code(name)}, so Alertmanager refuses the whole file.`;
  report(place, { message: `${message} ${hint(near, receivers)}`, fix: { fix: "change", path: [], changes } });
}

function checkChannel(place: Place, report: Report, channels: readonly string[]): void {
  const name = place.text;
  if (!name || channels.includes(name)) return;
  const near = nearest(name, channels);
  const message = l10n.t`No notification channel has the name ${code(name)}, so this step tells nobody there.`;
  report(place, {
    message: `${message} ${hint(near, channels)}`,
    ...(near !== undefined && { fix: { fix: "change", path: [], changes: [changeTo(place, near)] } }),
  });
}

/** Receivers that are generated for notification channels are called by the tenant and the channel. */
function isGenerated(name: string, channels: readonly string[]): boolean {
  const slash = name.indexOf("/");
  return slash > 0 && channels.includes(name.slice(slash + 1));
}

function hint(near: string | undefined, known: readonly string[]): string {
  if (near !== undefined) return didYouMean(code(near));
  if (known.length === 0) return l10n.t`None is defined.`;
  const list = valueList(known);
  return list === undefined ? l10n.t`${known.length} others are defined.` : l10n.t`Defined here: ${list}.`;
}

function changeTo(place: Place, name: string): Change {
  return { title: l10n.t`Change to ${code(name)}`, operations: [{ do: "set", path: place.path, value: name }] };
}

/** A receiver that Alertmanager takes: one that posts to an address which stands in a file. */
function newReceiver(name: string): { name: string; webhook_configs: readonly { url_file: string }[] } {
  const fileName = name.replace(/[^A-Za-z0-9_.-]+/g, "-");
  return { name, webhook_configs: [{ url_file: `/etc/alertmanager/secrets/${fileName}-url` }] };
}

const WEBHOOK = "        webhook_configs:\n          - url_file: /etc/alertmanager/secrets/hook-url\n";
const FILE = (route: string, receiver = "default"): string =>
  `alertmanager:\n  config:\n    route:\n${route}    receivers:\n      - name: ${receiver} # always on\n${WEBHOOK}`;
const CHANNELS = (escalation: string): string =>
  `tenant_specific:\n  notification_channels:\n    - name: on-call\n      type: discord\n      settings: { url: "\${secret:hook}" }\n  escalation:\n    - severity: critical\n      after: 30m\n      channels: ${escalation}\n`;

export const page: RulePage = {
  title: "A route or escalation step that names a receiver or channel which is not defined.",
  why: "Alertmanager checks every name of the routing tree when it loads the file. With one unknown name it refuses the whole file: a running server keeps its old routes and only logs the failed reload, and one that restarts does not come up, so that no alert of any tenant is sent.",
  fix: "Write the name that is most like it, or create the receiver",
  examples: {
    failing: {
      what: "a route with a typing error in its receiver",
      text: FILE("      receiver: defualt # everyone\n"),
      reports: [
        "error 4 «defualt» No receiver has the name `defualt`, so Alertmanager refuses the whole file. Did you mean `default`?",
      ],
      fixed: FILE("      receiver: default # everyone\n"),
    },
    passing: {
      what: "a route with a receiver that is defined",
      text: FILE(
        "      receiver: default\n      routes:\n        - matchers: ['team=\"shop\"']\n          receiver: default\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "a receiver that only the deployment knows",
      text: FILE("      receiver: ${RECEIVER}\n"),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE("      receiver: defualt\n").replace("  config:", "  enabled: false\n  config:"),
      reports: [],
    },
    more: [
      {
        what: "child routes at every depth, in flow style, and names unlike any receiver",
        text: FILE(
          "      receiver: default\n      routes:\n        - matchers: ['team=\"shop\"']\n          routes: [{ receiver: pager, matchers: ['page=\"yes\"'] }]\n",
        ),
        reports: [
          "error 7 «pager» No receiver has the name `pager`, so Alertmanager refuses the whole file. Defined here: `default`.",
        ],
        fixed: `${FILE(
          "      receiver: default\n      routes:\n        - matchers: ['team=\"shop\"']\n          routes: [{ receiver: pager, matchers: ['page=\"yes\"'] }]\n",
        ).trimEnd()}\n      - name: pager\n        webhook_configs:\n          - url_file: /etc/alertmanager/secrets/pager-url\n`,
      },
      {
        what: "no receivers at all",
        text: "alertmanager:\n  config:\n    route:\n      receiver: team/on call\n",
        reports: [
          "error 4 «team/on call» No receiver has the name `team/on call`, so Alertmanager refuses the whole file. None is defined.",
        ],
        fixed:
          "alertmanager:\n  config:\n    receivers:\n      - name: team/on call\n        webhook_configs:\n          - url_file: /etc/alertmanager/secrets/team-on-call-url\n    route:\n      receiver: team/on call\n",
      },
      {
        what: "another receiver whose name only the deployment knows",
        text: FILE("      receiver: defualt\n", "${RECEIVER}"),
        reports: [],
      },
      {
        what: "the receiver that is generated for a notification channel",
        text: `${FILE("      receiver: acme/on-call\n")}${CHANNELS("[on-call]")}`,
        reports: [],
      },
      {
        what: "an escalation to a channel that is not there",
        text: CHANNELS(`[on-cal, "\${SECOND}", sms]`),
        reports: [
          "error 9 «on-cal» No notification channel has the name `on-cal`, so this step tells nobody there. Did you mean `on-call`?",
          "error 9 «sms» No notification channel has the name `sms`, so this step tells nobody there. Defined here: `on-call`.",
        ],
        fixed: CHANNELS(`[on-call, "\${SECOND}", sms]`),
      },
      {
        what: "names in JSON, of several kinds",
        text: '{"alertmanager": {"config": {"route": {"receiver": "none", "routes": [{"receiver": 7}, {"receiver": null}, 3]}, "receivers": [{"name": "nome"}, 5]}}}\n',
        reports: [
          'error 1 «"none"» No receiver has the name `none`, so Alertmanager refuses the whole file. Did you mean `nome`?',
        ],
        fixed:
          '{"alertmanager": {"config": {"route": {"receiver": "nome", "routes": [{"receiver": 7}, {"receiver": null}, 3]}, "receivers": [{"name": "nome"}, 5]}}}\n',
      },
    ],
  },
};
