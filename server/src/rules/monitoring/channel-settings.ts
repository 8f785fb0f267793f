import * as l10n from "@vscode/l10n";
import { code, valueList } from "../../schema/wording.ts";
import { TRUNK_ZERO_CODES } from "../../values/data/trunk-zero.ts";
import { nearest } from "../../values/edit-distance.ts";
import type { Place } from "../place.ts";
import { defineRule, type Report, type RulePage } from "../rule.ts";

const SLACK_KEYS = ["url", "url_file", "token"];
const ADDED_KEY = "url_file";
const GLOBAL_SLACK_KEYS = ["slack_api_url", "slack_api_url_file", "slack_app_token", "slack_app_token_file"];

interface Facts {
  /** Severities that alerts of the tenant can have; undefined while they are not known. */
  readonly levels: readonly string[] | undefined;
  /** true when `global` of Alertmanager says where Slack messages go, or when that is not known. */
  readonly hasSlackAddress: boolean;
}

export const rule = defineRule<Facts>({
  id: "channel-settings",
  severity: "warning",
  at: { monitoring: ["tenant_specific.notification_channels.*"] },
  facts: ({ file }) => {
    const global = file?.get("alertmanager", "config", "global");
    return {
      levels: levelsOf(file?.get("tenant_specific", "severity_levels")),
      hasSlackAddress:
        global !== undefined && (global.isUnresolved || GLOBAL_SLACK_KEYS.some((key) => global.has(key))),
    };
  },
  check: (channel, report, { levels, hasSlackAddress }) => {
    const settings = channel.get("settings");
    const type = channel.get("type")?.text;
    if (settings?.isMap && type === "slack") checkSlack(settings, hasSlackAddress, report);
    if (settings?.isMap && type === "sms") checkSms(settings, report);
    if (levels) for (const severity of channel.get("severities")?.items() ?? []) checkLevel(severity, levels, report);
  },
});

function levelsOf(list: Place | undefined): readonly string[] | undefined {
  if (!list || list.isNull) return ["critical", "warning", "info"];
  const levels = list.items().map(({ text }) => text);
  return list.isList && levels.every((level) => level !== undefined) ? levels : undefined;
}

function checkSlack(settings: Place, hasAddress: boolean, report: Report): void {
  if (!hasAddress && !SLACK_KEYS.some((key) => settings.has(key))) {
    report(settings, {
      on: "key",
      message: l10n.t(
        "Nothing says where this message goes: write `url`, `url_file` or `token` here, or `slack_api_url_file` in `alertmanager.config.global`.",
      ),
      fix: {
        fix: "change",
        path: settings.path,
        changes: [
          {
            title: l10n.t`Add \`${ADDED_KEY}\``,
            preferred: false,
            operations: [{ do: "set", path: [ADDED_KEY], value: "/etc/alertmanager/secrets/slack_api_url" }],
          },
        ],
      },
    });
  }
  const recipient = settings.get("recipient");
  const name = recipient?.text;
  if (!recipient || !name || name.includes("{{") || isRecipient(name)) return;
  report(recipient, {
    message: l10n.t`${code(name)} is no Slack recipient, so the message does not arrive. Write a channel as \`#name\`, a person as \`@name\`, or an identifier such as \`C024BE91L\`.`,
    ...(/^[a-z0-9][a-z0-9_-]*$/.test(name) && {
      fix: { fix: "replace-value", path: recipient.path, values: [`#${name}`] },
    }),
  });
}

/** Channels, people, and the identifiers of both and of groups. */
function isRecipient(name: string): boolean {
  return /^[#@][^\s#@]+$/.test(name) || /^[CDGUW][A-Z0-9]{6,}$/.test(name);
}

function checkSms(settings: Place, report: Report): void {
  const provider = settings.get("provider");
  const numbers = settings.get("phone_numbers");
  if (provider?.text === "webhook" && !settings.has("url")) {
    report(provider, {
      message: l10n.t(
        "The gateway that sends the messages is not named, so nobody gets one: write its address as `url`.",
      ),
    });
  }
  if (numbers?.isList && numbers.size === 0 && !settings.has("topic_arn")) {
    report(numbers, { on: "key", message: l10n.t("No phone is named, so nobody gets a message.") });
  }
  for (const phone of numbers?.items() ?? []) if (phone.text) checkPhone(phone, phone.text, report);
}

/** The form is a matter of the schema; a zero that is dialled inside the country only has the right form. */
function checkPhone(phone: Place, text: string, report: Report): void {
  const country = TRUNK_ZERO_CODES.find((known) => text.startsWith(`+${known}0`));
  if (country === undefined || !/^\+\d+$/.test(text)) return;
  const zero = country.length + 1;
  const right = `+${country}${text.slice(zero).replace(/^0+/, "")}`;
  report(phone, {
    message: l10n.t`Behind the country code \`+${country}\` no number begins with \`0\`, so no message arrives. The \`0\` is dialled inside the country only.`,
    range: phone.rangeOf(zero, zero + 1),
    ...(right.length > 7 && { fix: { fix: "replace-value", path: phone.path, values: [right] } }),
  });
}

function checkLevel(severity: Place, levels: readonly string[], report: Report): void {
  const { text } = severity;
  if (!text || levels.includes(text)) return;
  const near = levels.find((level) => text.length > 2 && level.startsWith(text)) ?? nearest(text, levels);
  const list = levels.length === 0 ? undefined : valueList(levels);
  report(severity, {
    message:
      list === undefined
        ? l10n.t`${code(text)} is none of the severities of \`severity_levels\`, so this channel hears nothing of it.`
        : l10n.t`${code(text)} is none of the severities (${list}), so this channel hears nothing of it.`,
    ...(near !== undefined && { fix: { fix: "replace-value", path: severity.path, values: [near] } }),
  });
}

const FILE = (type: string, settings: string, more = "", before = ""): string =>
  `tenant_specific:\n${before}  notification_channels:\n    - name: ops\n      type: ${type}\n      settings:\n${settings}${more}`;

export const page: RulePage = {
  title: "A notification channel whose settings reach nobody.",
  why: "Channels become receivers of Alertmanager. A Slack entry without an address makes it refuse the whole file; a phone number with a zero too many, a recipient that Slack does not know or a severity that no alert has fail in silence, and are found out on the night when somebody should have been called.",
  fix: "Write the number, the recipient or the severity as it is meant",
  examples: {
    failing: {
      what: "a phone number with the zero that is dialled inside the country",
      text: FILE("sms", '        provider: sns\n        phone_numbers: ["+330612345678"] # on call\n'),
      reports: [
        "warning 7 «0» Behind the country code `+33` no number begins with `0`, so no message arrives. The `0` is dialled inside the country only.",
      ],
      fixed: FILE("sms", '        provider: sns\n        phone_numbers: ["+33612345678"] # on call\n'),
    },
    passing: {
      what: "numbers in international form, of Italy with its zero",
      text: FILE("sms", '        provider: sns\n        phone_numbers: ["+33612345678", "+390612345678"]\n'),
      reports: [],
    },
    placeholder: {
      what: "values that only the deployment knows",
      text: FILE(
        "slack",
        '        url: ${secret:slack}\n        recipient: "${ROOM}"\n',
        '      severities: ["${LEVEL}"]\n    - name: sms\n      type: sms\n      settings: { provider: "${PROVIDER}", phone_numbers: ["+330${PHONE}"] }\n',
      ),
      reports: [],
    },
    disabled: "channels and their lists have no `enabled`",
    more: [
      {
        what: "a number without its country code, which the format of the value reports",
        text: FILE("sms", '        provider: sns\n        phone_numbers: ["0612345678"]\n'),
        reports: [],
      },
      {
        what: "a Slack channel without an address, to recipients in several forms",
        text: `${FILE("slack", "        recipient: ops-alerts # all\n")}    - name: a\n      type: slack\n      settings: { url_file: /url, recipient: "#ops" }\n    - name: b\n      type: slack\n      settings: { token: "\${secret:t}", recipient: C024BE91L }\n    - name: c\n      type: slack\n      settings: { url_file: /url, recipient: "Ops Team" }\n    - name: d\n      type: slack\n      settings: { url_file: /url, recipient: "@anna" }\n`,
        reports: [
          "warning 5 «settings» Nothing says where this message goes: write `url`, `url_file` or `token` here, or `slack_api_url_file` in `alertmanager.config.global`.",
          "warning 6 «ops-alerts» `ops-alerts` is no Slack recipient, so the message does not arrive. Write a channel as `#name`, a person as `@name`, or an identifier such as `C024BE91L`.",
          'warning 15 «"Ops Team"» `Ops Team` is no Slack recipient, so the message does not arrive. Write a channel as `#name`, a person as `@name`, or an identifier such as `C024BE91L`.',
        ],
        fixed: `${FILE("slack", "        url_file: /etc/alertmanager/secrets/slack_api_url\n        recipient: ops-alerts # all\n")}    - name: a\n      type: slack\n      settings: { url_file: /url, recipient: "#ops" }\n    - name: b\n      type: slack\n      settings: { token: "\${secret:t}", recipient: C024BE91L }\n    - name: c\n      type: slack\n      settings: { url_file: /url, recipient: "Ops Team" }\n    - name: d\n      type: slack\n      settings: { url_file: /url, recipient: "@anna" }\n`,
      },
      {
        what: "a Slack channel with the address that Alertmanager has for all",
        text: `alertmanager:\n  config:\n    global:\n      slack_api_url_file: /url\n${FILE("slack", '        recipient: "#ops"\n')}`,
        reports: [],
      },
      {
        what: "a recipient that is certain",
        text: FILE("slack", "        url_file: /url\n        recipient: ops-alerts # all\n"),
        reports: [
          "warning 7 «ops-alerts» `ops-alerts` is no Slack recipient, so the message does not arrive. Write a channel as `#name`, a person as `@name`, or an identifier such as `C024BE91L`.",
        ],
        fixed: FILE("slack", '        url_file: /url\n        recipient: "#ops-alerts" # all\n'),
      },
      {
        what: "a gateway without an address, and nobody to call",
        text: FILE("sms", "        provider: webhook\n        phone_numbers: []\n"),
        reports: [
          "warning 6 «webhook» The gateway that sends the messages is not named, so nobody gets one: write its address as `url`.",
          "warning 7 «phone_numbers» No phone is named, so nobody gets a message.",
        ],
      },
      {
        what: "a topic instead of phones",
        text: FILE(
          "sms",
          "        provider: sns\n        phone_numbers: []\n        topic_arn: arn:aws:sns:eu-west-1:123456789012:sms\n",
        ),
        reports: [],
      },
      {
        what: "severities that no alert has",
        text: FILE("discord", "        url: ${secret:hook}\n", "      severities: [critical, warn, urgent]\n"),
        reports: [
          "warning 7 «warn» `warn` is none of the severities (`critical`, `warning` or `info`), so this channel hears nothing of it.",
          "warning 7 «urgent» `urgent` is none of the severities (`critical`, `warning` or `info`), so this channel hears nothing of it.",
        ],
        fixed: FILE("discord", "        url: ${secret:hook}\n", "      severities: [critical, warning, urgent]\n"),
      },
      {
        what: "severities of its own",
        text: FILE(
          "discord",
          "        url: ${secret:hook}\n",
          "      severities: [p1]\n",
          "  severity_levels: [p1, p2]\n",
        ),
        reports: [],
      },
      {
        what: "levels that only the deployment knows",
        text: FILE(
          "discord",
          "        url: ${secret:hook}\n",
          "      severities: [p1]\n",
          '  severity_levels: ["${FIRST}", p2]\n',
        ),
        reports: [],
      },
    ],
  },
};
