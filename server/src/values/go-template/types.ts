import * as l10n from "@vscode/l10n";
/** What is known of a value in a template. Values of the kind `any` are never judged. */
export interface Type {
  readonly kind:
    | "any"
    | "text"
    | "boolean"
    | "integer"
    | "float"
    | "sample"
    | "nil"
    | "time"
    | "duration"
    | "list"
    | "map"
    | "record";
  /** With its article, for messages and hovers: `a list of alerts`. */
  readonly words: string;
  /** Fields and methods by name. A map has its entries beside them. */
  readonly members: ReadonlyMap<string, Member>;
  /** Type of the elements of a list and of the values of a map. */
  readonly element?: Type;
}

/** A field or a method of a type. */
export interface Member {
  readonly type: Type;
  /** Own sentence about it. */
  readonly meaning: string;
  /** Parameters of a method, undefined for a field. */
  readonly parameters?: readonly Parameter[];
}

/** A parameter of a function or method. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
}

function simple(kind: Type["kind"], words: string, members: Readonly<Record<string, Member>> = {}): Type {
  return { kind, words, members: new Map(Object.entries(members)) };
}

export const ANY = simple("any", l10n.t("any value"));
export const TEXT = simple("text", l10n.t("a text"));
export const BOOLEAN = simple("boolean", l10n.t("true or false"));
export const INTEGER = simple("integer", l10n.t("a whole number"));
export const FLOAT = simple("float", l10n.t("a floating-point number"));
export const NIL = simple("nil", "nil");
/** The value of a series: a floating-point number, or the text of a native histogram. */
export const SAMPLE = simple("sample", l10n.t("the value of a series"));
export const DURATION = simple("duration", l10n.t("a length of time"), {
  Hours: method(FLOAT, l10n.t("The length in hours.")),
  Minutes: method(FLOAT, l10n.t("The length in minutes.")),
  Seconds: method(FLOAT, l10n.t("The length in seconds.")),
  Milliseconds: method(INTEGER, l10n.t("The length in whole milliseconds.")),
  Microseconds: method(INTEGER, l10n.t("The length in whole microseconds.")),
  Nanoseconds: method(INTEGER, l10n.t("The length in nanoseconds.")),
  Abs: method(ANY, l10n.t("The length without its sign.")),
  Round: method(ANY, l10n.t("The length rounded to a multiple of another."), [{ name: "multiple", type: ANY }]),
  Truncate: method(ANY, l10n.t("The length rounded down to a multiple of another."), [{ name: "multiple", type: ANY }]),
  String: method(TEXT, l10n.t("The length as text, such as `1h30m0s`.")),
});

function timeMember(type: Type, meaning: string, ...parameters: readonly string[]): Member {
  return method(
    type,
    meaning,
    parameters.map((name) => ({ name, type: ANY })),
  );
}

/** Methods of Go's time that can be called in a template: those with one result. */
export const TIME = simple("time", l10n.t("a time"), {
  Format: method(TEXT, l10n.t("The time as text in a layout that shows the time 2006-01-02 15:04:05."), [
    { name: "layout", type: TEXT },
  ]),
  Unix: timeMember(INTEGER, l10n.t("Seconds since 1970.")),
  UnixMilli: timeMember(INTEGER, l10n.t("Milliseconds since 1970.")),
  UnixMicro: timeMember(INTEGER, l10n.t("Microseconds since 1970.")),
  UnixNano: timeMember(INTEGER, l10n.t("Nanoseconds since 1970.")),
  UTC: timeMember(ANY, l10n.t("The same moment in UTC.")),
  Local: timeMember(ANY, l10n.t("The same moment in the zone of the server.")),
  In: timeMember(ANY, l10n.t("The same moment in another zone."), "zone"),
  Location: timeMember(ANY, l10n.t("The zone of the time.")),
  Year: timeMember(INTEGER, l10n.t("The year.")),
  YearDay: timeMember(INTEGER, l10n.t("The day of the year, from 1.")),
  Month: timeMember(ANY, l10n.t("The month, printed as its English name.")),
  Day: timeMember(INTEGER, l10n.t("The day of the month.")),
  Weekday: timeMember(ANY, l10n.t("The day of the week, printed as its English name.")),
  Hour: timeMember(INTEGER, l10n.t("The hour, 0 to 23.")),
  Minute: timeMember(INTEGER, l10n.t("The minute, 0 to 59.")),
  Second: timeMember(INTEGER, l10n.t("The second, 0 to 59.")),
  Nanosecond: timeMember(INTEGER, l10n.t("The nanosecond within the second.")),
  Add: timeMember(ANY, l10n.t("The time after a length of time."), "duration"),
  AddDate: timeMember(ANY, l10n.t("The time after so many years, months and days."), "years", "months", "days"),
  Sub: timeMember(DURATION, l10n.t("The length of time since another time."), "time"),
  After: timeMember(BOOLEAN, l10n.t("Tells whether the time is after another."), "time"),
  Before: timeMember(BOOLEAN, l10n.t("Tells whether the time is before another."), "time"),
  Equal: timeMember(BOOLEAN, l10n.t("Tells whether both are the same moment."), "time"),
  Compare: timeMember(INTEGER, l10n.t("-1, 0 or 1 for before, equal and after."), "time"),
  IsZero: timeMember(BOOLEAN, l10n.t("Tells whether no time is set.")),
  IsDST: timeMember(BOOLEAN, l10n.t("Tells whether daylight saving time holds.")),
  Round: timeMember(ANY, l10n.t("The time rounded to a multiple of a length of time."), "duration"),
  Truncate: timeMember(ANY, l10n.t("The time rounded down to a multiple of a length of time."), "duration"),
  String: timeMember(TEXT, l10n.t("The time as text.")),
  GoString: timeMember(TEXT, l10n.t("The time as Go source.")),
  ZoneBounds: timeMember(ANY, l10n.t("Bounds of the zone's offset.")),
});

/** A field. */
export function field(type: Type, meaning: string): Member {
  return { type, meaning };
}

/** A method with its parameters. */
export function method(type: Type, meaning: string, parameters: readonly Parameter[] = []): Member {
  return { type, meaning, parameters };
}

/** A list; `words` name it with its article. */
export function listOf(element: Type, words: string, members: Readonly<Record<string, Member>> = {}): Type {
  return { ...simple("list", words, members), element };
}

/** A map from texts to values. */
export function mapOf(element: Type, words: string, members: Readonly<Record<string, Member>> = {}): Type {
  return { ...simple("map", words, members), element };
}

/** A structure with exactly these fields and methods. */
export function record(words: string, members: Readonly<Record<string, Member>>): Type {
  return simple("record", words, members);
}

export const TEXTS = listOf(TEXT, l10n.t("a list of texts"));

/** What `range` gives as the dot, undefined for values it can not run over. */
export function elementOf(type: Type): Type | undefined {
  if (type.kind === "list" || type.kind === "map") return type.element ?? ANY;
  if (type.kind === "integer") return INTEGER;
  return type.kind === "any" ? ANY : undefined;
}

/** What the first variable of `range $key, $value` is. */
export function keyOf(type: Type): Type {
  if (type.kind === "list" || type.kind === "integer") return INTEGER;
  return type.kind === "map" ? TEXT : ANY;
}

/** true when a value of one type can be given where another is expected, or when that is not known. */
export function isAssignable(value: Type, expected: Type): boolean {
  if (value.kind === "any" || expected.kind === "any") return true;
  if (value.kind === "sample") return ["sample", "text", "float"].includes(expected.kind);
  if (value.kind !== expected.kind) return value.kind === "integer" && expected.kind === "float";
  if (value.kind === "list" || value.kind === "map") return isAssignable(value.element ?? ANY, expected.element ?? ANY);
  return value.kind !== "record" || value.members === expected.members;
}

/** A field of a value: a member, an entry of a map, or what is not known. Undefined when the value has no such field. */
export function fieldOf(type: Type, name: string): Member | undefined {
  const member = type.members.get(name);
  if (member) return member;
  if (type.kind === "map") return { type: type.element ?? ANY, meaning: "" };
  return type.kind === "any" ? { type: ANY, meaning: "" } : undefined;
}

/** What maps of labels are called. */
export const LABELS_IN_WORDS = l10n.t("labels");
