import * as l10n from "@vscode/l10n";
/** What a condition of an attribute rule sees (contract B.3). */
export const CEL_ROOTS: Readonly<Record<string, string>> = {
  subject: l10n.t("Who asks: attributes of the user or service."),
  resource: l10n.t("What is asked for: attributes of the object."),
  action: l10n.t("What is to be done with the resource."),
  environment: l10n.t("The circumstances: time, network, device."),
};

/** Functions of CEL's standard library. */
export const CEL_FUNCTIONS: Readonly<Record<string, string>> = {
  size: l10n.t("The number of characters of a text, or of elements of a list or map."),
  has: l10n.t("True when an attribute exists: `has(subject.department)`."),
  type: l10n.t("The type of a value."),
  int: l10n.t("The value as whole number."),
  uint: l10n.t("The value as whole number without sign."),
  double: l10n.t("The value as floating-point number."),
  string: l10n.t("The value as text."),
  bytes: l10n.t("The value as bytes."),
  bool: l10n.t("The value as true or false."),
  timestamp: l10n.t("The time of an RFC 3339 text."),
  duration: l10n.t("The length of time of a text such as `90s`."),
  dyn: l10n.t("The value without a check of its type."),
  matches: l10n.t("True when a text matches a regular expression."),
};

/** Methods of CEL's standard library. */
export const CEL_METHODS: Readonly<Record<string, string>> = {
  contains: l10n.t("True when the text contains another."),
  startsWith: l10n.t("True when the text begins with another."),
  endsWith: l10n.t("True when the text ends with another."),
  matches: l10n.t("True when the text matches a regular expression."),
  size: l10n.t("The number of characters or elements."),
  all: l10n.t("True when a test holds for all elements: `list.all(x, x > 0)`."),
  exists: l10n.t("True when a test holds for at least one element: `list.exists(x, x > 0)`."),
  exists_one: l10n.t("True when a test holds for exactly one element."),
  filter: l10n.t("The elements for which a test holds."),
  map: l10n.t("The elements after a change: `list.map(x, x * 2)`."),
  getFullYear: l10n.t("The year of a time."),
  getMonth: l10n.t("The month of a time, from 0."),
  getDayOfMonth: l10n.t("The day of the month of a time, from 0."),
  getDate: l10n.t("The day of the month of a time, from 1."),
  getDayOfWeek: l10n.t("The day of the week of a time, Sunday is 0."),
  getDayOfYear: l10n.t("The day of the year of a time, from 0."),
  getHours: l10n.t("The hours of a time or a length of time."),
  getMinutes: l10n.t("The minutes of a time or a length of time."),
  getSeconds: l10n.t("The seconds of a time or a length of time."),
  getMilliseconds: l10n.t("The milliseconds of a time or a length of time."),
};

/** Methods whose first argument names an element for the others. */
export const CEL_MACROS: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "filter", "map"]);

/** Names of types, which are values too, and the root of the names of messages. */
export const CEL_TYPES: ReadonlySet<string> = new Set(
  "bool bytes double duration dyn google int list map null_type string timestamp type uint".split(" "),
);
