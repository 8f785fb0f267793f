import { foreignFunctions, functionTable, type TemplateEngine } from "./engine.ts";
import { fixed, variadic } from "./functions.ts";
import { ANY, BOOLEAN, DURATION, FLOAT, field, listOf, mapOf, record, SAMPLE, TEXT, TIME } from "./types.ts";

const LABELS = mapOf(TEXT, "labels");
const SERIES = record("a series", {
  Labels: field(LABELS, "Labels of the series; the metric's name is `__name__`."),
  Value: field(SAMPLE, "Value of the series."),
});
const SERIES_LIST = listOf(SERIES, "a list of series");

const LABELS_MEANING = "Labels of the alert: those of the series the expression yields.";
const EXTERNAL_LABELS_MEANING = "Labels that this Prometheus adds to everything it sends out.";
const EXTERNAL_URL_MEANING = "Address under which this Prometheus is reached.";
const VALUE_MEANING = "Value of the expression for this alert.";

/** How Prometheus reads the labels and annotations of alerting rules. */
export const PROMETHEUS: TemplateEngine = {
  name: "Prometheus",
  dot: record("the data of an alert", {
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
    fixed("query", { expression: TEXT }, SERIES_LIST, "The series that a PromQL expression yields now."),
    fixed("first", { list: SERIES_LIST }, SERIES, "The first series of a list; fails when there is none."),
    fixed("label", { name: TEXT, series: SERIES }, TEXT, "The value of a label of a series."),
    fixed("value", { series: SERIES }, SAMPLE, "The value of a series."),
    fixed("strvalue", { series: SERIES }, TEXT, "The text a series was made from by `count_values`."),
    fixed("sortByLabel", { label: TEXT, list: SERIES_LIST }, SERIES_LIST, "The series in the order of one label."),
    fixed("humanize", { number: ANY }, TEXT, "The number with a metric prefix, such as `1.5k`."),
    fixed("humanize1024", { number: ANY }, TEXT, "The number with a binary prefix, such as `1.5Ki`."),
    fixed("humanizeDuration", { seconds: ANY }, TEXT, "Seconds as days, hours, minutes and seconds."),
    fixed("humanizePercentage", { ratio: ANY }, TEXT, "A ratio as percentage: `0.05` becomes `5%`."),
    fixed("humanizeTimestamp", { seconds: ANY }, TEXT, "Seconds since 1970 as date and time in UTC."),
    fixed("toTime", { seconds: ANY }, TIME, "Seconds since 1970 as a time with methods such as `Format`."),
    fixed("toDuration", { seconds: ANY }, DURATION, "Seconds as a length of time with methods such as `Hours`."),
    fixed("now", {}, FLOAT, "The time of the evaluation in seconds since 1970."),
    fixed("parseDuration", { duration: TEXT }, FLOAT, "The seconds of a duration such as `1h30m`."),
    fixed("title", { text: TEXT }, TEXT, "The text with a capital letter at each word."),
    fixed("toUpper", { text: TEXT }, TEXT, "The text in capital letters."),
    fixed("toLower", { text: TEXT }, TEXT, "The text in small letters."),
    fixed("stripPort", { address: TEXT }, TEXT, "The host of an address `host:port`."),
    fixed("stripDomain", { host: TEXT }, TEXT, "The first part of a host name; a port stays."),
    fixed(
      "match",
      { pattern: TEXT, text: TEXT },
      BOOLEAN,
      "True when a part of the text matches a regular expression.",
    ),
    fixed(
      "reReplaceAll",
      { pattern: TEXT, replacement: TEXT, text: TEXT },
      TEXT,
      "The text with every match of a regular expression replaced.",
    ),
    fixed("urlQueryEscape", { text: TEXT }, TEXT, "The text as it is written in the query of an address."),
    fixed("safeHtml", { text: TEXT }, TEXT, "The text as HTML that is not escaped again; for consoles."),
    fixed("externalURL", {}, TEXT, "Address under which this Prometheus is reached."),
    fixed("pathPrefix", {}, TEXT, "The path of the address under which this Prometheus is reached."),
    fixed("graphLink", { expression: TEXT }, TEXT, "Path to the graph of an expression."),
    fixed("tableLink", { expression: TEXT }, TEXT, "Path to the table of an expression."),
    variadic(
      "args",
      {},
      { name: "value", type: ANY },
      mapOf(ANY, "a map"),
      "A map with the arguments as `arg0`, `arg1` and so on.",
    ),
  ]),
  templates: [],
  knowsAllTemplates: true,
  elsewhere: new Map([
    [".GroupLabels", "use `$labels`"],
    [".CommonLabels", "use `$labels`"],
    [".CommonAnnotations", "annotations can not see each other; use `$labels`"],
    [".Annotations", "annotations can not see each other; use `$labels`"],
    [".Alerts", "use `$labels` and `$value` of the one alert"],
    [".Status", "only notifications of Alertmanager have it"],
    [".Receiver", "only notifications of Alertmanager have it"],
    ["tmpl", "it works in consoles only; use `template`"],
    ...foreignFunctions(
      "Alertmanager",
      "trimSpace join safeUrl urlUnescape stringSlice date tz since toJson list append dict",
    ),
  ]),
};
