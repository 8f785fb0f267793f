import * as l10n from "@vscode/l10n";
/** What an expression gives: samples at one moment, samples over a time, a number or a text. */
export type PromqlType = "vector" | "matrix" | "scalar" | "string";

export interface PromqlParameter {
  readonly name: string;
  readonly type: PromqlType;
  /** `optional` may be left out; `repeated` stands for any number of arguments, none included. */
  readonly occurs: "once" | "optional" | "repeated";
}

/** A function or aggregation of PromQL. */
export interface PromqlFunction {
  readonly name: string;
  readonly parameters: readonly PromqlParameter[];
  readonly minimum: number;
  /** Most arguments; Infinity when there is no limit. */
  readonly maximum: number;
  readonly returns: PromqlType;
  /** One sentence of what it does. */
  readonly meaning: string;
}

type Table = readonly (readonly [signature: string, meaning: string])[];

/** The functions of Prometheus 3. Each with its name, parameters with their types and the type of the result, and what it means. */
const FUNCTIONS: Table = [
  ["abs(v vector) vector", l10n.t("Absolute value of each sample.")],
  [
    "absent(v vector) vector",
    l10n.t("A single 1 when there is no such series, otherwise nothing; for alerts about series that are gone."),
  ],
  [
    "absent_over_time(v matrix) vector",
    l10n.t("A single 1 when no series has a sample in the range, otherwise nothing."),
  ],
  ["acos(v vector) vector", l10n.t("Arc cosine of each sample, in radians.")],
  ["acosh(v vector) vector", l10n.t("Inverse hyperbolic cosine of each sample.")],
  ["asin(v vector) vector", l10n.t("Arc sine of each sample, in radians.")],
  ["asinh(v vector) vector", l10n.t("Inverse hyperbolic sine of each sample.")],
  ["atan(v vector) vector", l10n.t("Arc tangent of each sample, in radians.")],
  ["atanh(v vector) vector", l10n.t("Inverse hyperbolic tangent of each sample.")],
  ["avg_over_time(v matrix) vector", l10n.t("Average of the samples of each series in the range.")],
  ["ceil(v vector) vector", l10n.t("Each sample rounded up to a whole number.")],
  ["changes(v matrix) vector", l10n.t("How often the value of each series changed in the range.")],
  ["clamp(v vector, min scalar, max scalar) vector", l10n.t("Each sample, limited to the span from min to max.")],
  ["clamp_max(v vector, max scalar) vector", l10n.t("Each sample, but at most max.")],
  ["clamp_min(v vector, min scalar) vector", l10n.t("Each sample, but at least min.")],
  ["cos(v vector) vector", l10n.t("Cosine of each sample, which is in radians.")],
  ["cosh(v vector) vector", l10n.t("Hyperbolic cosine of each sample.")],
  ["count_over_time(v matrix) vector", l10n.t("Number of samples of each series in the range.")],
  [
    "day_of_month(v? vector) vector",
    l10n.t("Day of the month, 1 to 31 in UTC, of each sample taken as a Unix time; without argument of now."),
  ],
  [
    "day_of_week(v? vector) vector",
    l10n.t("Day of the week in UTC, 0 for Sunday to 6, of each sample taken as a Unix time; without argument of now."),
  ],
  [
    "day_of_year(v? vector) vector",
    l10n.t("Day of the year, 1 to 366 in UTC, of each sample taken as a Unix time; without argument of now."),
  ],
  [
    "days_in_month(v? vector) vector",
    l10n.t("Number of days of the month in UTC of each sample taken as a Unix time; without argument of now."),
  ],
  ["deg(v vector) vector", l10n.t("Each sample turned from radians into degrees.")],
  ["delta(v matrix) vector", l10n.t("Difference between the last and the first sample in the range; for gauges.")],
  [
    "deriv(v matrix) vector",
    l10n.t("Growth per second of each series in the range, by linear regression; for gauges."),
  ],
  [
    "double_exponential_smoothing(v matrix, sf scalar, tf scalar) vector",
    l10n.t(
      "Smoothed value of each series in the range, with factors for smoothing and trend between 0 and 1; experimental.",
    ),
  ],
  ["end() scalar", l10n.t("End of the query's time range as a Unix time; experimental.")],
  ["exp(v vector) vector", l10n.t("The constant e to the power of each sample.")],
  ["first_over_time(v matrix) vector", l10n.t("First sample of each series in the range.")],
  ["floor(v vector) vector", l10n.t("Each sample rounded down to a whole number.")],
  ["histogram_avg(v vector) vector", l10n.t("Average of the observed values in each native histogram.")],
  ["histogram_count(v vector) vector", l10n.t("Number of observations in each native histogram.")],
  [
    "histogram_fraction(lower scalar, upper scalar, b vector) vector",
    l10n.t("Share of the observations of a histogram that lie between lower and upper."),
  ],
  [
    "histogram_quantile(φ scalar, b vector) vector",
    l10n.t(
      "Value below which the share φ of the observations of a histogram lies; classic buckets need `rate` and the label `le`.",
    ),
  ],
  [
    "histogram_quantiles(b vector, label string, φ scalar, more... scalar) vector",
    l10n.t("Several quantiles of a histogram at once, told apart by the label; experimental."),
  ],
  [
    "histogram_stddev(v vector) vector",
    l10n.t("Estimated standard deviation of the observations in each native histogram."),
  ],
  ["histogram_stdvar(v vector) vector", l10n.t("Estimated variance of the observations in each native histogram.")],
  ["histogram_sum(v vector) vector", l10n.t("Sum of the observations in each native histogram.")],
  [
    "hour(v? vector) vector",
    l10n.t("Hour of the day, 0 to 23 in UTC, of each sample taken as a Unix time; without argument of now."),
  ],
  [
    "idelta(v matrix) vector",
    l10n.t("Difference between the last two samples of each series in the range; for gauges."),
  ],
  ["increase(v matrix) vector", l10n.t("How much each counter grew in the range, restarts taken into account.")],
  [
    "info(v vector, selector? vector) vector",
    l10n.t("Adds labels of matching info metrics (such as `target_info`) to each series; experimental."),
  ],
  [
    "irate(v matrix) vector",
    l10n.t("Growth per second of each counter between its last two samples; for graphs of fast counters."),
  ],
  [
    "label_join(v vector, dst string, separator string, src... string) vector",
    l10n.t("Writes the values of the labels src, joined by the separator, into the label dst."),
  ],
  [
    "label_replace(v vector, dst string, replacement string, src string, regex string) vector",
    l10n.t("Writes replacement into the label dst of series whose label src matches the regular expression."),
  ],
  ["last_over_time(v matrix) vector", l10n.t("Latest sample of each series in the range.")],
  ["ln(v vector) vector", l10n.t("Natural logarithm of each sample.")],
  ["log10(v vector) vector", l10n.t("Decimal logarithm of each sample.")],
  ["log2(v vector) vector", l10n.t("Binary logarithm of each sample.")],
  [
    "mad_over_time(v matrix) vector",
    l10n.t("Median absolute deviation of the samples of each series in the range; experimental."),
  ],
  ["max_over_time(v matrix) vector", l10n.t("Highest sample of each series in the range.")],
  ["min_over_time(v matrix) vector", l10n.t("Lowest sample of each series in the range.")],
  [
    "minute(v? vector) vector",
    l10n.t("Minute of the hour, 0 to 59 in UTC, of each sample taken as a Unix time; without argument of now."),
  ],
  [
    "month(v? vector) vector",
    l10n.t("Month, 1 to 12 in UTC, of each sample taken as a Unix time; without argument of now."),
  ],
  ["pi() vector", l10n.t("The number π.")],
  [
    "predict_linear(v matrix, t scalar) vector",
    l10n.t("Value that each series will have in t seconds if it goes on as in the range; for gauges."),
  ],
  ["present_over_time(v matrix) vector", l10n.t("1 for each series that has a sample in the range.")],
  [
    "quantile_over_time(φ scalar, v matrix) vector",
    l10n.t("Quantile φ (0 to 1) of the samples of each series in the range."),
  ],
  ["rad(v vector) vector", l10n.t("Each sample turned from degrees into radians.")],
  ["range() scalar", l10n.t("Length of the query's time range in seconds; experimental.")],
  [
    "rate(v matrix) vector",
    l10n.t("Growth per second of each counter, averaged over the range, restarts taken into account."),
  ],
  ["resets(v matrix) vector", l10n.t("How often each counter started again in the range.")],
  [
    "round(v vector, to_nearest? scalar) vector",
    l10n.t("Each sample rounded to the nearest multiple of to_nearest, which is 1 by default."),
  ],
  ["scalar(v vector) scalar", l10n.t("The sample of a vector with exactly one series as a number, otherwise NaN.")],
  ["sgn(v vector) vector", l10n.t("Sign of each sample: 1, 0 or -1.")],
  ["sin(v vector) vector", l10n.t("Sine of each sample, which is in radians.")],
  ["sinh(v vector) vector", l10n.t("Hyperbolic sine of each sample.")],
  ["sort(v vector) vector", l10n.t("The series by their values, lowest first; no effect in rules.")],
  [
    "sort_by_label(v vector, label... string) vector",
    l10n.t("The series by the values of the labels, in natural order; experimental."),
  ],
  [
    "sort_by_label_desc(v vector, label... string) vector",
    l10n.t("The series by the values of the labels, in reverse natural order; experimental."),
  ],
  ["sort_desc(v vector) vector", l10n.t("The series by their values, highest first; no effect in rules.")],
  ["sqrt(v vector) vector", l10n.t("Square root of each sample.")],
  ["start() scalar", l10n.t("Start of the query's time range as a Unix time; experimental.")],
  [
    "start_timestamp(v vector) vector",
    l10n.t("Unix time at which each counter or histogram began to count; experimental."),
  ],
  ["stddev_over_time(v matrix) vector", l10n.t("Standard deviation of the samples of each series in the range.")],
  ["stdvar_over_time(v matrix) vector", l10n.t("Variance of the samples of each series in the range.")],
  ["step() scalar", l10n.t("Step of the query in seconds; experimental.")],
  ["sum_over_time(v matrix) vector", l10n.t("Sum of the samples of each series in the range.")],
  ["tan(v vector) vector", l10n.t("Tangent of each sample, which is in radians.")],
  ["tanh(v vector) vector", l10n.t("Hyperbolic tangent of each sample.")],
  ["time() scalar", l10n.t("Time of the evaluation as a Unix time in seconds.")],
  ["timestamp(v vector) vector", l10n.t("Unix time of each sample in seconds.")],
  [
    "ts_of_first_over_time(v matrix) vector",
    l10n.t("Unix time of the first sample of each series in the range; experimental."),
  ],
  [
    "ts_of_last_over_time(v matrix) vector",
    l10n.t("Unix time of the last sample of each series in the range; experimental."),
  ],
  [
    "ts_of_max_over_time(v matrix) vector",
    l10n.t("Unix time of the highest sample of each series in the range; experimental."),
  ],
  [
    "ts_of_min_over_time(v matrix) vector",
    l10n.t("Unix time of the lowest sample of each series in the range; experimental."),
  ],
  ["vector(s scalar) vector", l10n.t("The number as a vector with one series without labels.")],
  ["year(v? vector) vector", l10n.t("Year in UTC of each sample taken as a Unix time; without argument of now.")],
];

/** The aggregations, written like functions; each takes \`by (…)\` or \`without (…)\`. */
const AGGREGATIONS: Table = [
  ["avg(v vector) vector", l10n.t("Average over the series of each group.")],
  ["bottomk(k scalar, v vector) vector", l10n.t("The k lowest series of each group.")],
  ["count(v vector) vector", l10n.t("Number of series in each group.")],
  [
    "count_values(label string, v vector) vector",
    l10n.t("How many series have each value; the value goes into the label."),
  ],
  ["group(v vector) vector", l10n.t("1 for each group, whatever its values.")],
  [
    "limit_ratio(r scalar, v vector) vector",
    l10n.t("A fixed share r of the series of each group, -1 to 1; experimental."),
  ],
  ["limitk(k scalar, v vector) vector", l10n.t("Any k series of each group; experimental.")],
  ["max(v vector) vector", l10n.t("Highest value of each group.")],
  ["min(v vector) vector", l10n.t("Lowest value of each group.")],
  ["quantile(φ scalar, v vector) vector", l10n.t("Quantile φ (0 to 1) over the series of each group.")],
  ["stddev(v vector) vector", l10n.t("Standard deviation over the series of each group.")],
  ["stdvar(v vector) vector", l10n.t("Variance over the series of each group.")],
  ["sum(v vector) vector", l10n.t("Sum over the series of each group.")],
  ["topk(k scalar, v vector) vector", l10n.t("The k highest series of each group.")],
];

const UNLIMITED: ReadonlySet<string> = new Set(["label_join", "sort_by_label", "sort_by_label_desc"]);

/** Further quantiles that one call can ask for. */
const MORE_QUANTILES = 10;

function readTable(table: Table): ReadonlyMap<string, PromqlFunction> {
  const functions = table.map(readFunction);
  return new Map(functions.map((entry) => [entry.name, entry]));
}

function readFunction([signature, meaning]: Table[number]): PromqlFunction {
  const [, name = "", list = "", returns] = /^(\w+)\((.*?)\) (\w+)$/.exec(signature) ?? [];
  const parameters = list === "" ? [] : list.split(", ").map(readParameter);
  const minimum = parameters.filter((parameter) => parameter.occurs === "once").length;
  const repeated = UNLIMITED.has(name) ? Number.POSITIVE_INFINITY : MORE_QUANTILES;
  const isRepeated = parameters.at(-1)?.occurs === "repeated";
  const maximum = isRepeated ? parameters.length - 1 + repeated : parameters.length;
  return { name, parameters, minimum, maximum, returns: readType(returns), meaning };
}

function readParameter(text: string): PromqlParameter {
  const [written = "", type] = text.split(" ");
  const occurs = written.endsWith("...") ? "repeated" : written.endsWith("?") ? "optional" : "once";
  return { name: written.replace(/\.\.\.$|\?$/, ""), type: readType(type), occurs };
}

function readType(word: string | undefined): PromqlType {
  return word === "matrix" || word === "scalar" || word === "string" ? word : "vector";
}

/** Functions by name. */
export const promqlFunctions: ReadonlyMap<string, PromqlFunction> = readTable(FUNCTIONS);

/** Aggregations by name, in lower case; an expression may write them in any case. */
export const promqlAggregations: ReadonlyMap<string, PromqlFunction> = readTable(AGGREGATIONS);

/** Function or aggregation of a name; undefined when there is none. */
export function promqlFunction(name: string): PromqlFunction | undefined {
  return promqlFunctions.get(name) ?? promqlAggregations.get(name.toLowerCase());
}

/** A type in words for messages. */
export const PROMQL_TYPE_WORDS: Readonly<Record<PromqlType, string>> = {
  vector: l10n.t("an instant vector"),
  matrix: l10n.t("a range vector"),
  scalar: l10n.t("a number"),
  string: l10n.t("a string"),
};

const TYPE_NAMES: Readonly<Record<PromqlType, string>> = {
  vector: "instant vector",
  matrix: "range vector",
  scalar: "number",
  string: "string",
};

/** Type of a parameter or result as signatures show it. */
export function promqlTypeName(type: PromqlType): string {
  return TYPE_NAMES[type];
}

/** A parameter as signatures show it: `v: range vector`, `to_nearest?: number`. */
export function parameterLabel({ name, type, occurs }: PromqlParameter): string {
  const mark = occurs === "optional" ? "?" : occurs === "repeated" ? "…" : "";
  return `${name}${mark}: ${TYPE_NAMES[type]}`;
}

/** Signature of a function: `rate(v: range vector): instant vector`. */
export function signatureLabel({ name, parameters, returns }: PromqlFunction): string {
  return `${name}(${parameters.map(parameterLabel).join(", ")}): ${TYPE_NAMES[returns]}`;
}

/** Page of the manual about a function or aggregation. */
export function promqlManual(name: string): string {
  const aggregation = promqlAggregations.get(name.toLowerCase());
  if (aggregation) return "https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators";
  return `https://prometheus.io/docs/prometheus/latest/querying/functions/#${manualSection(name)}`;
}

/** Functions over time and trigonometric functions share a section. */
function manualSection(name: string): string {
  if (name.endsWith("_over_time") && name !== "absent_over_time") return "aggregation_over_time";
  if (/^a?(?:cos|sin|tan)h?$|^(?:deg|pi|rad)$/.test(name)) return "trigonometric-functions";
  if (name === "histogram_sum") return "histogram_count-and-histogram_sum";
  if (name === "histogram_stdvar") return "histogram_stddev-and-histogram_stdvar";
  return name;
}
