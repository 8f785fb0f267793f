import * as l10n from "@vscode/l10n";
import { foreignFunctions, functionTable, type TemplateEngine } from "./engine.ts";
import { fixed, variadic } from "./functions.ts";
import { CASE_FUNCTIONS, PATTERN_FUNCTIONS } from "./text-functions.ts";
import {
  ANY,
  DURATION,
  field,
  LABELS_IN_WORDS,
  listOf,
  type Member,
  mapOf,
  method,
  record,
  TEXT,
  TEXTS,
  TIME,
  type Type,
} from "./types.ts";

const NAMES = method(TEXTS, l10n.t("The names, sorted, `alertname` first."));
const VALUES = method(TEXTS, l10n.t("The values, in the order of the names."));
const PAIR = record(l10n.t("a pair"), {
  Name: field(TEXT, l10n.t("Name of the label or annotation.")),
  Value: field(TEXT, l10n.t("Value of the label or annotation.")),
});
const PAIRS = listOf(PAIR, l10n.t("a list of pairs"), {
  Names: NAMES,
  Values: VALUES,
  String: method(TEXT, l10n.t("The pairs as `name=value`, separated by commas.")),
});

/** Labels and annotations. What `Remove` yields has the same methods. */
function pairMap(words: string): Type {
  const members = {
    SortedPairs: method(PAIRS, l10n.t("The pairs, sorted by name, `alertname` first.")),
    Names: NAMES,
    Values: VALUES,
    String: method(TEXT, l10n.t("The pairs as `name=value`, separated by commas.")),
  };
  const remainder = mapOf(TEXT, words, { ...members, Remove: removing(mapOf(TEXT, words, members)) });
  return mapOf(TEXT, words, { ...members, Remove: removing(remainder) });
}

function removing(remainder: Type): Member {
  return method(remainder, l10n.t("The pairs without those of the given names."), [{ name: "names", type: TEXTS }]);
}

const LABELS = pairMap(LABELS_IN_WORDS);
const ANNOTATIONS = pairMap(l10n.t("annotations"));
const ALERT = record(l10n.t("an alert"), {
  Status: field(TEXT, l10n.t("`firing` or `resolved`.")),
  Labels: field(LABELS, l10n.t("Labels of the alert.")),
  Annotations: field(ANNOTATIONS, l10n.t("Annotations of the alert.")),
  StartsAt: field(TIME, l10n.t("When the alert began to fire.")),
  EndsAt: field(TIME, l10n.t("When the alert ended, or will end if it is not heard of again.")),
  GeneratorURL: field(TEXT, l10n.t("Address of what caused the alert, usually the graph in Prometheus.")),
  Fingerprint: field(TEXT, l10n.t("Short text that identifies the alert.")),
});
const ALERT_LIST = listOf(ALERT, l10n.t("a list of alerts"));
const ALERTS = listOf(ALERT, l10n.t("the alerts of the notification"), {
  Firing: method(ALERT_LIST, l10n.t("The alerts that fire.")),
  Resolved: method(ALERT_LIST, l10n.t("The alerts that are resolved.")),
});

const VALUE = { name: "value", type: ANY };
const VALUES_LIST = listOf(ANY, l10n.t("a list"));

/** Templates that come with Alertmanager. */
const TEMPLATES: readonly string[] = `
  discord.default.content discord.default.message discord.default.title email.default.html
  email.default.subject jira.default.description jira.default.priority jira.default.summary
  msteamsv2.default.text msteamsv2.default.title opsgenie.default.description opsgenie.default.message
  opsgenie.default.source pagerduty.default.client pagerduty.default.clientURL pagerduty.default.description
  pagerduty.default.instances pushover.default.message pushover.default.title pushover.default.url
  slack.default.callbackid slack.default.fallback slack.default.footer slack.default.iconemoji
  slack.default.iconurl slack.default.pretext slack.default.text slack.default.title
  slack.default.titlelink slack.default.username sns.default.message sns.default.subject
  telegram.default.message victorops.default.entity_display_name victorops.default.monitoring_tool victorops.default.state_message
  webex.default.message wechat.default.agent_id wechat.default.api_secret wechat.default.message
  wechat.default.to_party wechat.default.to_tag wechat.default.to_user
`
  .trim()
  .split(/\s+/);

/** How Alertmanager reads the texts of notifications. */
export const ALERTMANAGER: TemplateEngine = {
  name: "Alertmanager",
  dot: record(l10n.t("the data of a notification"), {
    Receiver: field(TEXT, l10n.t("Name of the receiver that is notified.")),
    Status: field(TEXT, l10n.t("`firing` while at least one alert fires, else `resolved`.")),
    Alerts: field(ALERTS, l10n.t("All alerts of the group.")),
    NotificationReason: field(TEXT, l10n.t("Why this notification is sent.")),
    GroupLabels: field(LABELS, l10n.t("The labels the alerts are grouped by.")),
    CommonLabels: field(LABELS, l10n.t("The labels that all alerts share.")),
    CommonAnnotations: field(ANNOTATIONS, l10n.t("The annotations that all alerts share.")),
    RouteLabels: field(LABELS, l10n.t("The labels of the route that led to the receiver.")),
    ExternalURL: field(TEXT, l10n.t("Address under which this Alertmanager is reached.")),
  }),
  variables: new Map(),
  functions: functionTable([
    ...CASE_FUNCTIONS,
    fixed("trimSpace", { text: TEXT }, TEXT, l10n.t("The text without white space around it.")),
    fixed(
      "join",
      { separator: TEXT, texts: TEXTS },
      TEXT,
      l10n.t("The texts of a list with a separator between them."),
    ),
    ...PATTERN_FUNCTIONS,
    fixed("safeHtml", { text: TEXT }, TEXT, l10n.t("The text as HTML that is not escaped again.")),
    fixed("safeUrl", { text: TEXT }, TEXT, l10n.t("The text as address that is not escaped again.")),
    fixed("urlUnescape", { text: TEXT }, TEXT, l10n.t("The text that was escaped for the query of an address.")),
    variadic("stringSlice", {}, { name: "text", type: TEXT }, TEXTS, l10n.t("A list of the given texts.")),
    fixed(
      "date",
      { layout: TEXT, time: TIME },
      TEXT,
      l10n.t("The time as text in a layout that shows 2006-01-02 15:04:05."),
    ),
    fixed("tz", { zone: TEXT, time: TIME }, TIME, l10n.t("The time in a zone such as `Europe/Paris`.")),
    fixed("now", {}, TIME, l10n.t("The current time.")),
    fixed("since", { time: TIME }, DURATION, l10n.t("How long ago a time was.")),
    fixed("humanizeDuration", { seconds: ANY }, TEXT, l10n.t("Seconds as days, hours, minutes and seconds.")),
    fixed("toJson", { value: ANY }, TEXT, l10n.t("The value as JSON.")),
    variadic("list", {}, VALUE, VALUES_LIST, l10n.t("A list of the arguments.")),
    variadic("append", { list: VALUES_LIST }, VALUE, VALUES_LIST, l10n.t("The list with further values at its end.")),
    variadic("dict", {}, VALUE, mapOf(ANY, l10n.t("a map")), l10n.t("A map of keys and values, given in turn.")),
  ]),
  templates: TEMPLATES,
  knowsAllTemplates: false,
  elsewhere: new Map([
    ["$labels", l10n.t("use `.CommonLabels`, or `.Labels` inside `range .Alerts`")],
    ["$value", l10n.t("use an annotation that holds the value, such as `.CommonAnnotations.description`")],
    ["$externalLabels", l10n.t("use `.CommonLabels`")],
    ["$externalURL", l10n.t("use `.ExternalURL`")],
    [".Labels", l10n.t("use `.CommonLabels`, or `.Labels` inside `range .Alerts`")],
    [".Annotations", l10n.t("use `.CommonAnnotations`, or `.Annotations` inside `range .Alerts`")],
    [".Value", l10n.t("use an annotation that holds the value, such as `.CommonAnnotations.description`")],
    ...foreignFunctions(
      "Prometheus",
      "query first label value strvalue sortByLabel humanize humanize1024 humanizePercentage humanizeTimestamp " +
        "toTime toDuration parseDuration stripPort stripDomain urlQueryEscape externalURL pathPrefix graphLink tableLink args",
    ),
  ]),
};
