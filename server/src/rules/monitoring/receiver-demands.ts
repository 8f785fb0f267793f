import * as l10n from "@vscode/l10n";
import type { JsonValue } from "../../schema/problem.ts";
import { code } from "../../schema/wording.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import type { Finding, Report } from "../rule.ts";

/** Keys of which an entry of a receiver needs one, in itself or in `global`. What the schema demands is not repeated. */
export interface Demand {
  readonly own: readonly string[];
  readonly global: readonly string[];
  /** What a quick fix adds: to `global` when the key is one of its keys, else to the entry. */
  readonly added?: { readonly key: string; readonly value: JsonValue };
}

const SECRETS = "/etc/alertmanager/secrets";

/** An inline value or its file, in the entry or in `global`. */
function secret(own: string, global: string): Demand {
  return {
    own: [own, `${own}_file`],
    global: [global, `${global}_file`],
    added: { key: `${global}_file`, value: `${SECRETS}/${global}` },
  };
}

/**
 * What the loader of Alertmanager 0.34 demands of the entries of a receiver.
 * Source: `config/config.go` and `config/notifiers.go` of https://github.com/prometheus/alertmanager (August 2026).
 */
export const DEMANDS: Readonly<Record<string, readonly Demand[]>> = {
  email_configs: [
    { own: ["smarthost"], global: ["smtp_smarthost"], added: { key: "smtp_smarthost", value: "localhost:25" } },
    { own: ["from"], global: ["smtp_from"], added: { key: "smtp_from", value: "alertmanager@example.com" } },
  ],
  slack_configs: [
    {
      own: ["api_url", "api_url_file", "app_token", "app_token_file"],
      global: ["slack_api_url", "slack_api_url_file", "slack_app_token", "slack_app_token_file"],
      added: { key: "slack_api_url_file", value: `${SECRETS}/slack_api_url` },
    },
  ],
  webhook_configs: [
    { own: ["url", "url_file"], global: [], added: { key: "url_file", value: `${SECRETS}/webhook_url` } },
  ],
  pagerduty_configs: [
    {
      own: ["routing_key", "routing_key_file", "service_key", "service_key_file"],
      global: [],
      added: { key: "routing_key_file", value: `${SECRETS}/pagerduty_routing_key` },
    },
  ],
  opsgenie_configs: [secret("api_key", "opsgenie_api_key")],
  telegram_configs: [secret("bot_token", "telegram_bot_token")],
  victorops_configs: [secret("api_key", "victorops_api_key")],
  wechat_configs: [secret("api_secret", "wechat_api_secret"), { own: ["corp_id"], global: ["wechat_api_corp_id"] }],
  rocketchat_configs: [secret("token", "rocketchat_token"), secret("token_id", "rocketchat_token_id")],
  mattermost_configs: [secret("webhook_url", "mattermost_webhook_url")],
  jira_configs: [{ own: ["api_url"], global: ["jira_api_url"] }],
};

/** Further checks of single entries, by the key of their list. */
export const ENTRY_CHECKS: Readonly<Record<string, (entry: Place, report: Report, global: readonly string[]) => void>> =
  {
    email_configs: checkHeaders,
    slack_configs: checkSlack,
    pagerduty_configs: checkPagerdutySeverity,
    opsgenie_configs: checkResponders,
    victorops_configs: checkCustomFields,
    pushover_configs: checkPushover,
    incidentio_configs: checkIncidentio,
  };

/** Names of headers are the same in every case. */
function checkHeaders(entry: Place, report: Report): void {
  const seen = new Map<string, Place>();
  for (const header of entry.get("headers")?.entries() ?? []) {
    const name = header.name.toLowerCase();
    const first = seen.get(name);
    if (first) report(header, doubleHeader(header.name, first));
    else seen.set(name, header);
  }
}

function doubleHeader(name: string, first: Place): Finding {
  return {
    on: "key",
    message: l10n.t`The header \`${name}\` is set twice, because case does not matter here, so Alertmanager refuses the whole file.`,
    related: [{ place: first, on: "key", message: l10n.t`It is set here as well.` }],
  };
}

function checkSlack(entry: Place, report: Report): void {
  const authorization = entry.get("http_config", "authorization");
  const token = entry.get("app_token") ?? entry.get("app_token_file");
  if (token && authorization) {
    report(authorization, {
      on: "key",
      message: l10n.t`\`${token.name}\` is sent as the authorization already, so Alertmanager refuses the whole file. Keep one of the two.`,
      related: [{ place: token, on: "key", message: l10n.t`The token stands here.` }],
    });
  }
  const update = entry.get("update_message");
  const url = entry.get("api_url")?.text;
  if (update?.boolean === true && url?.startsWith("https://hooks.slack.com/")) {
    report(update, {
      message: l10n.t(
        "A Slack webhook can not change messages that it sent. `update_message` needs a bot token (`app_token`), with the right `chat:write`.",
      ),
    });
  }
}

const PAGERDUTY_SEVERITIES = ["critical", "error", "warning", "info"];

/** What people write elsewhere for the severities of PagerDuty. */
const OTHER_SEVERITIES: Readonly<Record<string, string>> = {
  page: "critical",
  fatal: "critical",
  emergency: "critical",
  major: "error",
  high: "error",
  minor: "warning",
  medium: "warning",
  low: "info",
  notice: "info",
  debug: "info",
};

function checkPagerdutySeverity(entry: Place, report: Report): void {
  const severity = entry.get("severity");
  const text = severity?.text;
  if (!severity || !text?.trim() || text.includes("{{") || PAGERDUTY_SEVERITIES.includes(text)) return;
  const word = text.trim().toLowerCase();
  const likely = PAGERDUTY_SEVERITIES.find((name) => name.startsWith(word) || word.startsWith(name));
  const right = likely ?? OTHER_SEVERITIES[word] ?? nearest(word, PAGERDUTY_SEVERITIES);
  report(severity, {
    message: l10n.t`PagerDuty knows no severity ${code(text)} and refuses the event, so nobody is paged. It knows \`critical\`, \`error\`, \`warning\` and \`info\`.`,
    fix: { fix: "replace-value", path: severity.path, values: right === undefined ? PAGERDUTY_SEVERITIES : [right] },
  });
}

function checkResponders(entry: Place, report: Report): void {
  for (const responder of entry.get("responders")?.items() ?? []) {
    if (!responder.isMap || responder.has("type")) continue;
    report(responder, {
      message: l10n.t(
        "This responder has no `type`, so Alertmanager refuses the whole file. It is `team`, `teams`, `user`, `escalation` or `schedule`.",
      ),
    });
  }
}

const RESERVED_FIELDS = new Set([
  "routing_key",
  "message_type",
  "state_message",
  "entity_display_name",
  "monitoring_tool",
  "entity_id",
  "entity_state",
]);

function checkCustomFields(entry: Place, report: Report): void {
  for (const field of entry.get("custom_fields")?.entries() ?? []) {
    if (!RESERVED_FIELDS.has(field.name)) continue;
    report(field, {
      on: "key",
      message: l10n.t`\`${field.name}\` is a field that VictorOps has already, so Alertmanager refuses the whole file. Give the custom field another name.`,
    });
  }
}

function checkPushover(entry: Place, report: Report): void {
  const monospace = entry.get("monospace");
  if (monospace?.boolean !== true || entry.get("html")?.boolean !== true) return;
  report(monospace, {
    on: "key",
    message: l10n.t("A text is shown as HTML or with `monospace`, not both, so Alertmanager refuses the whole file."),
  });
}

function checkIncidentio(entry: Place, report: Report, global: readonly string[]): void {
  if (entry.has("alert_source_token") || entry.has("alert_source_token_file")) return;
  const client = entry.get("http_config");
  if (client ? !client.isMap || client.has("authorization") : global.includes("http_config")) return;
  report(entry, {
    message: l10n.t(
      "This entry has no `alert_source_token`, `alert_source_token_file` or `http_config.authorization`, and incident.io takes no alert without one.",
    ),
    fix: {
      fix: "change",
      path: entry.path,
      changes: [
        {
          title: l10n.t`Add \`alert_source_token_file\``,
          preferred: false,
          operations: [{ do: "set", path: ["alert_source_token_file"], value: `${SECRETS}/incidentio_token` }],
        },
      ],
    },
  });
}
