import * as l10n from "@vscode/l10n";
import type { FixData } from "../../schema/problem.ts";
import { keyList } from "../../schema/wording.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";
import { DEMANDS, type Demand, ENTRY_CHECKS } from "./receiver-demands.ts";

const GLOBAL = ["alertmanager", "config", "global"];

/** Words in the names of receivers that are meant to tell nobody. */
const NOBODY = new Set(["null", "devnull", "none", "nobody", "noop", "void", "discard", "drop"]);

/** Keys that are written in `global`; undefined when they are not known. */
type Facts = readonly string[] | undefined;

export const rule = defineRule<Facts>({
  id: "am-receiver-incomplete",
  severity: "warning",
  at: { monitoring: ["alertmanager.config.receivers.*"] },
  facts: ({ file }) => {
    const global = file?.get(...GLOBAL);
    if (!global || global.isNull) return [];
    return global.isMap ? global.entries().map(({ name }) => name) : undefined;
  },
  check: (receiver, report, global) => {
    if (!receiver.isMap) return;
    const lists = receiver.entries().filter(({ name }) => name.endsWith("_configs"));
    if (lists.every((list) => list.isNull || (list.isList && list.size === 0))) reportEmpty(receiver, report);
    for (const list of lists) {
      for (const entry of list.items()) {
        if (!entry.isMap) continue;
        for (const demand of DEMANDS[list.name] ?? []) checkDemand(entry, demand, report, global);
        ENTRY_CHECKS[list.name]?.(entry, report, global ?? ["http_config"]);
      }
    }
  },
});

function reportEmpty(receiver: Place, report: Report): void {
  const place = receiver.get("name");
  const name = place?.scalarText;
  if (!place || name === undefined) return;
  if (isNobody(name.toLowerCase())) return;
  report(place, {
    severity: "information",
    message: l10n.t(
      "This receiver tells nobody: alerts that are routed to it disappear. If that is what you want, call it `null` or `blackhole`.",
    ),
  });
}

function isNobody(name: string): boolean {
  const words = name.split(/[^a-z0-9]+/);
  return words.join("").includes("blackhole") || words.some((word) => NOBODY.has(word));
}

function checkDemand(entry: Place, demand: Demand, report: Report, global: Facts): void {
  const { own, global: elsewhere, added } = demand;
  if (own.some((key) => entry.has(key))) return;
  if (elsewhere.length > 0 && (!global || elsewhere.some((key) => global.includes(key)))) return;
  report(entry, {
    message:
      elsewhere.length === 0
        ? l10n.t`This entry has no ${keyList(own, "or")}, so Alertmanager refuses the whole file.`
        : l10n.t`This entry has no ${keyList(own, "or")}, and \`global\` has no ${keyList(elsewhere, "or")}, so Alertmanager refuses the whole file.`,
    ...(added && { fix: fixOf(entry, elsewhere, added) }),
  });
}

/** Adds a key with a value that somebody has to look at. */
function fixOf(entry: Place, global: readonly string[], { key, value }: NonNullable<Demand["added"]>): FixData {
  const isGlobal = global.includes(key);
  return {
    fix: "change",
    path: isGlobal ? GLOBAL : entry.path,
    changes: [
      {
        title: isGlobal ? l10n.t`Add \`${key}\` to \`global\`` : l10n.t`Add \`${key}\``,
        preferred: false,
        operations: [{ do: "set", path: [key], value }],
      },
    ],
  };
}

const FILE = (receiver: string, global = ""): string =>
  `alertmanager:\n  config:\n${global}    receivers:\n      - name: ops # everyone\n${receiver}`;
const LACKS = (line: number, marked: string, own: string, global: string): string =>
  `warning ${line} «${marked}» This entry has no ${own}, and \`global\` has no ${global}, so Alertmanager refuses the whole file.`;
const OF_SLACK = "`api_url`, `api_url_file`, `app_token` or `app_token_file`";
const GLOBAL_OF_SLACK = "`slack_api_url`, `slack_api_url_file`, `slack_app_token` or `slack_app_token_file`";

const EVERY_TYPE = [
  "webhook_configs: [{ max_alerts: 1 }]",
  "pagerduty_configs: [{ client: Acme }]",
  "opsgenie_configs: [{ priority: P1 }]",
  "telegram_configs: [{ chat_id: -100 }]",
  "victorops_configs: [{ routing_key: ops }]",
  "wechat_configs: [{ to_user: ops }]",
  "rocketchat_configs: [{ channel: ops, token: x }]",
  "mattermost_configs: [{ channel: ops }]",
  "jira_configs: [{ project: OPS, issue_type: Bug }]",
  "incidentio_configs: [{ url_file: /secrets/url }]",
  "email_configs: [{}]",
]
  .map((line) => `        ${line}\n`)
  .join("");

export const page: RulePage = {
  title: "A receiver that Alertmanager refuses, or that tells nobody.",
  why: "Alertmanager checks every receiver when it loads the file. One Slack entry without a webhook, one mail without a sender, one pager without a key, and it refuses the whole file: a running server keeps its old receivers and only logs the failed reload, and one that restarts does not come up. A receiver with no entries at all is taken, and swallows what is sent to it.",
  fix: "Add what is missing, with a value to be replaced",
  examples: {
    failing: {
      what: "a Slack message without an address",
      text: FILE('        slack_configs: [{ channel: "#alerts" }]\n'),
      reports: [LACKS(5, "channel", OF_SLACK, GLOBAL_OF_SLACK)],
      fixed: FILE(
        '        slack_configs: [{ channel: "#alerts" }]\n',
        "    global:\n      slack_api_url_file: /etc/alertmanager/secrets/slack_api_url\n",
      ),
    },
    passing: {
      what: "a Slack message with the address of `global`",
      text: FILE(
        '        slack_configs: [{ channel: "#alerts" }]\n',
        "    global:\n      slack_api_url_file: /etc/alertmanager/secrets/slack_api_url\n",
      ),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE(
        '        slack_configs: [{ channel: "#alerts", api_url_file: "${SLACK_FILE}" }]\n        email_configs: "${MAILS}"\n        pagerduty_configs: [{ routing_key_file: /key, severity: "${LEVEL}" }]\n        opsgenie_configs: [{ priority: P1 }]\n',
        '    global: "${GLOBAL}"\n',
      ),
      reports: [],
    },
    disabled: {
      what: "an Alertmanager that is switched off",
      text: FILE('        slack_configs: [{ channel: "#alerts" }]\n').replace(
        "  config:",
        "  enabled: false\n  config:",
      ),
      reports: [],
    },
    more: [
      {
        what: "mails without a server, and without a sender",
        text: FILE(
          "        email_configs:\n          - to: ops@acme.example\n          - to: dev@acme.example\n            from: alerts@acme.example\n            smarthost: smtp.acme.example:587\n",
          "    global:\n      smtp_smarthost: smtp.acme.example:587\n",
        ),
        reports: [LACKS(8, "to", "`from`", "`smtp_from`")],
        fixed: FILE(
          "        email_configs:\n          - to: ops@acme.example\n          - to: dev@acme.example\n            from: alerts@acme.example\n            smarthost: smtp.acme.example:587\n",
          "    global:\n      smtp_from: alertmanager@example.com\n      smtp_smarthost: smtp.acme.example:587\n",
        ),
      },
      {
        what: "every other type without its key",
        text: FILE(EVERY_TYPE),
        reports: [
          "warning 5 «max_alerts» This entry has no `url` or `url_file`, so Alertmanager refuses the whole file.",
          "warning 6 «client» This entry has no `routing_key`, `routing_key_file`, `service_key` or `service_key_file`, so Alertmanager refuses the whole file.",
          LACKS(7, "priority", "`api_key` or `api_key_file`", "`opsgenie_api_key` or `opsgenie_api_key_file`"),
          LACKS(8, "chat_id", "`bot_token` or `bot_token_file`", "`telegram_bot_token` or `telegram_bot_token_file`"),
          LACKS(9, "routing_key", "`api_key` or `api_key_file`", "`victorops_api_key` or `victorops_api_key_file`"),
          LACKS(10, "to_user", "`api_secret` or `api_secret_file`", "`wechat_api_secret` or `wechat_api_secret_file`"),
          LACKS(10, "to_user", "`corp_id`", "`wechat_api_corp_id`"),
          LACKS(11, "channel", "`token_id` or `token_id_file`", "`rocketchat_token_id` or `rocketchat_token_id_file`"),
          LACKS(
            12,
            "channel",
            "`webhook_url` or `webhook_url_file`",
            "`mattermost_webhook_url` or `mattermost_webhook_url_file`",
          ),
          LACKS(13, "project", "`api_url`", "`jira_api_url`"),
          "warning 14 «url_file» This entry has no `alert_source_token`, `alert_source_token_file` or `http_config.authorization`, and incident.io takes no alert without one.",
          LACKS(15, "{}", "`smarthost`", "`smtp_smarthost`"),
          LACKS(15, "{}", "`from`", "`smtp_from`"),
        ],
        fixed: FILE(
          EVERY_TYPE.replace("max_alerts: 1", "max_alerts: 1, url_file: /etc/alertmanager/secrets/webhook_url"),
        ),
      },
      {
        what: "severities of PagerDuty",
        text: FILE(
          "        pagerduty_configs:\n          - routing_key_file: /key\n            severity: crit # wake up\n          - { routing_key_file: /key, severity: high }\n          - { routing_key_file: /key, severity: '{{ .CommonLabels.severity }}' }\n          - { routing_key_file: /key, severity: P1 }\n          - { routing_key_file: /key, severity: info }\n",
        ),
        reports: ["crit", "high", "P1"].map(
          (text, index) =>
            `warning ${[7, 8, 10][index]} «${text}» PagerDuty knows no severity \`${text}\` and refuses the event, so nobody is paged. It knows \`critical\`, \`error\`, \`warning\` and \`info\`.`,
        ),
        fixed: FILE(
          "        pagerduty_configs:\n          - routing_key_file: /key\n            severity: critical # wake up\n          - { routing_key_file: /key, severity: high }\n          - { routing_key_file: /key, severity: '{{ .CommonLabels.severity }}' }\n          - { routing_key_file: /key, severity: P1 }\n          - { routing_key_file: /key, severity: info }\n",
        ),
      },
      {
        what: "receivers that tell nobody",
        text: `${FILE("        email_configs: []\n")}      - name: "null"\n      - name: team-blackhole\n      - name: \${NAME}\n      - 5\n      - slack_configs:\n`,
        reports: [
          "information 4 «ops» This receiver tells nobody: alerts that are routed to it disappear. If that is what you want, call it `null` or `blackhole`.",
        ],
      },
      {
        what: "settings that exclude each other",
        text: FILE(
          [
            "email_configs: [{ to: a@acme.example, from: a@acme.example, smarthost: 'smtp:25', headers: { Subject: a, subject: b } }]",
            "slack_configs:",
            "  - { app_token_file: /token, http_config: { authorization: { credentials_file: /token } } }",
            "  - { api_url: 'https://hooks.slack.com/services/T/B/X', update_message: true }",
            "  - { api_url: 'https://slack.com/api/chat.postMessage', update_message: true }",
            "opsgenie_configs: [{ api_key_file: /key, responders: [{ name: ops }, { name: dev, type: team }] }]",
            "victorops_configs: [{ api_key_file: /key, routing_key: ops, custom_fields: { entity_id: x, tenant: y } }]",
            "pushover_configs: [{ user_key_file: /key, token_file: /key, html: true, monospace: true }]",
            "incidentio_configs:",
            "  - { url_file: /url, http_config: { authorization: { credentials_file: /token } } }",
            "  - { url_file: /url, alert_source_token_file: /token }",
          ]
            .map((line) => `        ${line}\n`)
            .join(""),
        ),
        reports: [
          "warning 5 «subject» The header `subject` is set twice, because case does not matter here, so Alertmanager refuses the whole file.",
          "warning 7 «authorization» `app_token_file` is sent as the authorization already, so Alertmanager refuses the whole file. Keep one of the two.",
          "warning 8 «true» A Slack webhook can not change messages that it sent. `update_message` needs a bot token (`app_token`), with the right `chat:write`.",
          "warning 10 «name» This responder has no `type`, so Alertmanager refuses the whole file. It is `team`, `teams`, `user`, `escalation` or `schedule`.",
          "warning 11 «entity_id» `entity_id` is a field that VictorOps has already, so Alertmanager refuses the whole file. Give the custom field another name.",
          "warning 12 «monospace» A text is shown as HTML or with `monospace`, not both, so Alertmanager refuses the whole file.",
        ],
      },
    ],
  },
};
