import * as l10n from "@vscode/l10n";
import { foreignFunctions, functionTable, type TemplateEngine } from "./engine.ts";
import { fixed, variadic } from "./functions.ts";
import { CASE_FUNCTIONS, PATTERN_FUNCTIONS } from "./text-functions.ts";
import { ANY, DURATION, FLOAT, field, LABELS_IN_WORDS, listOf, mapOf, record, SAMPLE, TEXT, TIME } from "./types.ts";

const LABELS = mapOf(TEXT, LABELS_IN_WORDS);
const SERIES = record(l10n.t("a series"), {
  Labels: field(LABELS, l10n.t("Labels of the series; the metric's name is `__name__`.")),
  Value: field(SAMPLE, l10n.t("Value of the series.")),
});
const SERIES_LIST = listOf(SERIES, l10n.t("a list of series"));

const LABELS_MEANING = l10n.t("Labels of the alert: those of the series the expression yields.");
const EXTERNAL_LABELS_MEANING = l10n.t("Labels that this Prometheus adds to everything it sends out.");
const EXTERNAL_URL_MEANING = l10n.t("Address under which this Prometheus is reached.");
const VALUE_MEANING = l10n.t("Value of the expression for this alert.");

/** How Prometheus reads the labels and annotations of alerting rules. */
export const PROMETHEUS: TemplateEngine = {
  name: "Prometheus",
  dot: record(l10n.t("the data of an alert"), {
    Labels: field(LABELS, LABELS_MEANING),
    ExternalLabels: field(LABELS, EXTERNAL_LABELS_MEANING),
    ExternalURL: field(TEXT, EXTERNAL_URL_MEANING),
    Value: field(SAMPLE, VALUE_MEANING),
  }),
  variables: new Map([
    ["$labels", { type: LABELS, meaning: LABELS_MEANING }],
    ["$value", { type: SAMPLE, meaning: VALUE_MEANING }],
    ["$externalLabels", { type: LABELS, meaning: EXTERNAL_LABELS_MEANING }],
    ["$externalURL", { type: TEXT, meaning: EXTERNAL_URL_MEANING }],
  ]),
  functions: functionTable([
    fixed("query", { expression: TEXT }, SERIES_LIST, l10n.t("The series that a PromQL expression yields now.")),
    fixed("first", { list: SERIES_LIST }, SERIES, l10n.t("The first series of a list; fails when there is none.")),
    fixed("label", { name: TEXT, series: SERIES }, TEXT, l10n.t("The value of a label of a series.")),
    fixed("value", { series: SERIES }, SAMPLE, l10n.t("The value of a series.")),
    fixed("strvalue", { series: SERIES }, TEXT, l10n.t("The text a series was made from by `count_values`.")),
    fixed(
      "sortByLabel",
      { label: TEXT, list: SERIES_LIST },
      SERIES_LIST,
      l10n.t("The series in the order of one label."),
    ),
    fixed("humanize", { number: ANY }, TEXT, l10n.t("The number with a metric prefix, such as `1.5k`.")),
    fixed("humanize1024", { number: ANY }, TEXT, l10n.t("The number with a binary prefix, such as `1.5Ki`.")),
    fixed("humanizeDuration", { seconds: ANY }, TEXT, l10n.t("Seconds as days, hours, minutes and seconds.")),
    fixed("humanizePercentage", { ratio: ANY }, TEXT, l10n.t("A ratio as percentage: `0.05` becomes `5%`.")),
    fixed("humanizeTimestamp", { seconds: ANY }, TEXT, l10n.t("Seconds since 1970 as date and time in UTC.")),
    fixed("toTime", { seconds: ANY }, TIME, l10n.t("Seconds since 1970 as a time with methods such as `Format`.")),
    fixed(
      "toDuration",
      { seconds: ANY },
      DURATION,
      l10n.t("Seconds as a length of time with methods such as `Hours`."),
    ),
    fixed("now", {}, FLOAT, l10n.t("The time of the evaluation in seconds since 1970.")),
    fixed("parseDuration", { duration: TEXT }, FLOAT, l10n.t("The seconds of a duration such as `1h30m`.")),
    ...CASE_FUNCTIONS,
    fixed("stripPort", { address: TEXT }, TEXT, l10n.t("The host of an address `host:port`.")),
    fixed("stripDomain", { host: TEXT }, TEXT, l10n.t("The first part of a host name; a port stays.")),
    ...PATTERN_FUNCTIONS,
    fixed("urlQueryEscape", { text: TEXT }, TEXT, l10n.t("The text as it is written in the query of an address.")),
    fixed("safeHtml", { text: TEXT }, TEXT, l10n.t("The text as HTML that is not escaped again; for consoles.")),
    fixed("externalURL", {}, TEXT, l10n.t("Address under which this Prometheus is reached.")),
    fixed("pathPrefix", {}, TEXT, l10n.t("The path of the address under which this Prometheus is reached.")),
    fixed("graphLink", { expression: TEXT }, TEXT, l10n.t("Path to the graph of an expression.")),
    fixed("tableLink", { expression: TEXT }, TEXT, l10n.t("Path to the table of an expression.")),
    variadic(
      "args",
      {},
      { name: "value", type: ANY },
      mapOf(ANY, l10n.t("a map")),
      l10n.t("A map with the arguments as `arg0`, `arg1` and so on."),
    ),
  ]),
  templates: [],
  knowsAllTemplates: true,
  elsewhere: new Map([
    [".GroupLabels", l10n.t("use `$labels`")],
    [".CommonLabels", l10n.t("use `$labels`")],
    [".CommonAnnotations", l10n.t("annotations can not see each other; use `$labels`")],
    [".Annotations", l10n.t("annotations can not see each other; use `$labels`")],
    [".Alerts", l10n.t("use `$labels` and `$value` of the one alert")],
    [".Status", l10n.t("only notifications of Alertmanager have it")],
    [".Receiver", l10n.t("only notifications of Alertmanager have it")],
    ["tmpl", l10n.t("it works in consoles only; use `template`")],
    ...foreignFunctions(
      "Alertmanager",
      "trimSpace join safeUrl urlUnescape stringSlice date tz since toJson list append dict",
    ),
  ]),
};
