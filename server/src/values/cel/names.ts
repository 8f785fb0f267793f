/** What a condition of an attribute rule sees (contract B.3). */
export const CEL_ROOTS: Readonly<Record<string, string>> = {
  subject: "Who asks: attributes of the user or service.",
  resource: "What is asked for: attributes of the object.",
  action: "What is to be done with the resource.",
  environment: "The circumstances: time, network, device.",
};

/** Functions of CEL's standard library. */
export const CEL_FUNCTIONS: Readonly<Record<string, string>> = {
  size: "The number of characters of a text, or of elements of a list or map.",
  has: "True when an attribute exists: `has(subject.department)`.",
  type: "The type of a value.",
  int: "The value as whole number.",
  uint: "The value as whole number without sign.",
  double: "The value as floating-point number.",
  string: "The value as text.",
  bytes: "The value as bytes.",
  bool: "The value as true or false.",
  timestamp: "The time of an RFC 3339 text.",
  duration: "The length of time of a text such as `90s`.",
  dyn: "The value without a check of its type.",
  matches: "True when a text matches a regular expression.",
};

/** Methods of CEL's standard library. */
export const CEL_METHODS: Readonly<Record<string, string>> = {
  contains: "True when the text contains another.",
  startsWith: "True when the text begins with another.",
  endsWith: "True when the text ends with another.",
  matches: "True when the text matches a regular expression.",
  size: "The number of characters or elements.",
  all: "True when a test holds for all elements: `list.all(x, x > 0)`.",
  exists: "True when a test holds for at least one element: `list.exists(x, x > 0)`.",
  exists_one: "True when a test holds for exactly one element.",
  filter: "The elements for which a test holds.",
  map: "The elements after a change: `list.map(x, x * 2)`.",
  getFullYear: "The year of a time.",
  getMonth: "The month of a time, from 0.",
  getDayOfMonth: "The day of the month of a time, from 0.",
  getDate: "The day of the month of a time, from 1.",
  getDayOfWeek: "The day of the week of a time, Sunday is 0.",
  getDayOfYear: "The day of the year of a time, from 0.",
  getHours: "The hours of a time or a length of time.",
  getMinutes: "The minutes of a time or a length of time.",
  getSeconds: "The seconds of a time or a length of time.",
  getMilliseconds: "The milliseconds of a time or a length of time.",
};

/** Methods whose first argument names an element for the others. */
export const CEL_MACROS: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "filter", "map"]);

/** Names of types, which are values too, and the root of the names of messages. */
export const CEL_TYPES: ReadonlySet<string> = new Set(
  "bool bytes double duration dyn google int list map null_type string timestamp type uint".split(" "),
);
