import { findPlaceholders } from "../../tenants/placeholders.ts";
import { RecentMap } from "../../tenants/recent-map.ts";
import { type IcuArgument, isPluralType, readIcu } from "../../values/message/icu-structure.ts";
import {
  detectMessageSyntax,
  type MessageArgument,
  type MessageSyntax,
  placeholdersOf,
} from "../../values/message/message.ts";

/** How a variable is written: `{name}`, `{{name}}`, `%s`. */
type Family = "braces" | "double-braces" | "percent";

/** What the value of a variable has to be; undefined when its syntax does not say. */
type ValueKind = "text" | "number" | "float" | "date" | "time" | "select" | undefined;

/** Where a variable stands in a text. */
export interface Occurrence {
  /** What is marked. */
  readonly start: number;
  readonly end: number;
  /** What changes with its name; the whole of a variable without one. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** true when `start` to `end` is all of it. */
  readonly isWhole: boolean;
}

/** A variable of a text. */
export interface Variable {
  readonly family: Family;
  readonly name: string;
  /** As it is shown to people: `{name}`, `{when, date}`, `%1$s`. */
  readonly written: string;
  readonly kinds: Set<ValueKind>;
  /** true when it only chooses among texts, which languages that make no such difference do not need. */
  onlyChooses: boolean;
  readonly occurrences: Occurrence[];
}

/** The variables of a text by names that are the same in all texts. */
export type Variables = ReadonlyMap<string, Variable>;

const NONE: Variables = new Map();

/** Longer texts are no messages; they are not read, because nested forms cost more than their length. */
export const LONGEST_MESSAGE = 10_000;

/** A text with the placeholders of the deployment blanked out, which are not the message's. */
export function withoutPlaceholders(text: string): string {
  if (!text.includes("${") && !text.includes("{{")) return text;
  let blanked = "";
  for (const { start, end } of findPlaceholders(text))
    blanked += text.slice(blanked.length, start) + " ".repeat(end - start);
  return blanked + text.slice(blanked.length);
}

/** The syntax that a text shows; undefined for one without variables. */
export function shownSyntax(text: string): MessageSyntax | undefined {
  return /[{%]|\$t\(/.test(text) ? detectMessageSyntax(text) : undefined;
}

/** The variables of a text without placeholders of the deployment; undefined for a text that can not be read. */
export function readVariables(text: string, syntax: MessageSyntax | undefined): Variables | undefined {
  if (text.length > LONGEST_MESSAGE) return undefined;
  if (syntax === undefined || !/[{%]/.test(text)) return NONE;
  if (syntax === "icu") return icuVariables.getOrMake(text, () => readIcuVariables(text)) ?? undefined;
  const variables = new Map<string, Variable>();
  for (const argument of placeholdersOf(text, syntax)) {
    if (argument.type !== "nesting") addPlain(variables, text, argument);
  }
  return variables;
}

/** ICU messages are read character by character: most of them are the same at the next check. */
const icuVariables = new RecentMap<string, Variables | null>(4096);

function readIcuVariables(text: string): Variables | null {
  const { arguments: found, spans, open } = readIcu(text);
  if (open.length > 1) return null;
  const variables = new Map<string, Variable>();
  const names = new Map(spans.filter(({ kind }) => kind === "name").map((span) => [span.argument, span]));
  const counted = new Set(spans.filter(({ kind }) => kind === "number-sign").map(({ argument }) => argument));
  for (const argument of found) {
    const span = names.get(argument);
    if (!span || !/^[\p{L}\p{N}_]+$/u.test(argument.name)) continue;
    const isWhole = argument.type === undefined;
    const occurrence = {
      start: isWhole ? argument.start : span.start,
      end: isWhole ? text.indexOf("}", span.end) + 1 : span.end,
      nameStart: span.start,
      nameEnd: span.end,
      isWhole,
    };
    add(variables, occurrence, {
      family: "braces",
      name: argument.name,
      written: isWhole ? `{${argument.name}}` : `{${argument.name}, ${argument.type}}`,
      kind: icuKind(argument),
      onlyChooses: argument.type === "select" || (isPluralType(argument.type) && !counted.has(argument)),
    });
  }
  return variables;
}

function icuKind({ type }: IcuArgument): ValueKind {
  if (type === undefined) return "text";
  if (type === "number" || isPluralType(type)) return "number";
  return type === "date" || type === "time" || type === "select" ? type : undefined;
}

function addPlain(variables: Map<string, Variable>, text: string, { name, type, start, end }: MessageArgument): void {
  const written = text.slice(start, end);
  const family = familyOf(written);
  // `50 % de` is a share in most languages, and no variable `% d`.
  if (family === "percent" && /^%[-+0#']* /.test(written)) return;
  const at = family === "percent" ? -1 : text.indexOf(name, start);
  const isNamed = at >= 0 && name !== "" && at + name.length <= end;
  add(
    variables,
    { start, end, nameStart: isNamed ? at : start, nameEnd: isNamed ? at + name.length : end, isWhole: true },
    { family, name, written, kind: family === "percent" ? printfKind(type) : undefined, onlyChooses: false },
  );
}

function familyOf(written: string): Family {
  if (written.startsWith("{{")) return "double-braces";
  return written.startsWith("{") ? "braces" : "percent";
}

function printfKind(letter: string): ValueKind {
  if (/[diouxXc]/.test(letter)) return "number";
  if (/[eEfFgGaA]/.test(letter)) return "float";
  return /[s@]/.test(letter) ? "text" : undefined;
}

type NewVariable = Pick<Variable, "family" | "name" | "written" | "onlyChooses"> & { readonly kind: ValueKind };

function add(variables: Map<string, Variable>, occurrence: Occurrence, found: NewVariable): void {
  const { family, name, written, kind, onlyChooses } = found;
  const id = `${family} ${name}`;
  const known = variables.get(id);
  if (!known) {
    variables.set(id, { family, name, written, kinds: new Set([kind]), onlyChooses, occurrences: [occurrence] });
    return;
  }
  known.kinds.add(kind);
  known.occurrences.push(occurrence);
  if (!onlyChooses) known.onlyChooses = false;
}

/** true when what one text does with the value of a variable can be done with what the other one does. */
export function isCompatible(a: Variable, b: Variable): boolean {
  return [...a.kinds].some((kind) => [...b.kinds].some((other) => fits(kind, other, a.family)));
}

function fits(a: ValueKind, b: ValueKind, family: Family): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  // ICU writes a number without a type like any text.
  return family === "braces" && ((a === "text" && b === "number") || (a === "number" && b === "text"));
}
