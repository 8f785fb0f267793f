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

export const ANY = simple("any", "any value");
export const TEXT = simple("text", "a text");
export const BOOLEAN = simple("boolean", "true or false");
export const INTEGER = simple("integer", "a whole number");
export const FLOAT = simple("float", "a floating-point number");
export const NIL = simple("nil", "nil");
/** The value of a series: a floating-point number, or the text of a native histogram. */
export const SAMPLE = simple("sample", "the value of a series");
export const DURATION = simple("duration", "a length of time", {
  Hours: method(FLOAT, "The length in hours."),
  Minutes: method(FLOAT, "The length in minutes."),
  Seconds: method(FLOAT, "The length in seconds."),
  Milliseconds: method(INTEGER, "The length in whole milliseconds."),
  Microseconds: method(INTEGER, "The length in whole microseconds."),
  Nanoseconds: method(INTEGER, "The length in nanoseconds."),
  Abs: method(ANY, "The length without its sign."),
  Round: method(ANY, "The length rounded to a multiple of another.", [{ name: "multiple", type: ANY }]),
  Truncate: method(ANY, "The length rounded down to a multiple of another.", [{ name: "multiple", type: ANY }]),
  String: method(TEXT, "The length as text, such as `1h30m0s`."),
});

function timeMember(type: Type, meaning: string, ...parameters: readonly string[]): Member {
  return method(
    type,
    meaning,
    parameters.map((name) => ({ name, type: ANY })),
  );
}

/** Methods of Go's time that can be called in a template: those with one result. */
export const TIME = simple("time", "a time", {
  Format: method(TEXT, "The time as text in a layout that shows the time 2006-01-02 15:04:05.", [
    { name: "layout", type: TEXT },
  ]),
  Unix: timeMember(INTEGER, "Seconds since 1970."),
  UnixMilli: timeMember(INTEGER, "Milliseconds since 1970."),
  UnixMicro: timeMember(INTEGER, "Microseconds since 1970."),
  UnixNano: timeMember(INTEGER, "Nanoseconds since 1970."),
  UTC: timeMember(ANY, "The same moment in UTC."),
  Local: timeMember(ANY, "The same moment in the zone of the server."),
  In: timeMember(ANY, "The same moment in another zone.", "zone"),
  Location: timeMember(ANY, "The zone of the time."),
  Year: timeMember(INTEGER, "The year."),
  YearDay: timeMember(INTEGER, "The day of the year, from 1."),
  Month: timeMember(ANY, "The month, printed as its English name."),
  Day: timeMember(INTEGER, "The day of the month."),
  Weekday: timeMember(ANY, "The day of the week, printed as its English name."),
  Hour: timeMember(INTEGER, "The hour, 0 to 23."),
  Minute: timeMember(INTEGER, "The minute, 0 to 59."),
  Second: timeMember(INTEGER, "The second, 0 to 59."),
  Nanosecond: timeMember(INTEGER, "The nanosecond within the second."),
  Add: timeMember(ANY, "The time after a length of time.", "duration"),
  AddDate: timeMember(ANY, "The time after so many years, months and days.", "years", "months", "days"),
  Sub: timeMember(DURATION, "The length of time since another time.", "time"),
  After: timeMember(BOOLEAN, "Tells whether the time is after another.", "time"),
  Before: timeMember(BOOLEAN, "Tells whether the time is before another.", "time"),
  Equal: timeMember(BOOLEAN, "Tells whether both are the same moment.", "time"),
  Compare: timeMember(INTEGER, "-1, 0 or 1 for before, equal and after.", "time"),
  IsZero: timeMember(BOOLEAN, "Tells whether no time is set."),
  IsDST: timeMember(BOOLEAN, "Tells whether daylight saving time holds."),
  Round: timeMember(ANY, "The time rounded to a multiple of a length of time.", "duration"),
  Truncate: timeMember(ANY, "The time rounded down to a multiple of a length of time.", "duration"),
  String: timeMember(TEXT, "The time as text."),
  GoString: timeMember(TEXT, "The time as Go source."),
  ZoneBounds: timeMember(ANY, "Bounds of the zone's offset."),
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

export const TEXTS = listOf(TEXT, "a list of texts");

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
  return value.kind !== "record" || value.words === expected.words;
}

/** A field of a value: a member, an entry of a map, or what is not known. Undefined when the value has no such field. */
export function fieldOf(type: Type, name: string): Member | undefined {
  const member = type.members.get(name);
  if (member) return member;
  if (type.kind === "map") return { type: type.element ?? ANY, meaning: "" };
  return type.kind === "any" ? { type: ANY, meaning: "" } : undefined;
}
