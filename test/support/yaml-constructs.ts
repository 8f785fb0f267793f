import { COLLECTIONS } from "./yaml-constructs/collections.ts";
import { DOCUMENTS } from "./yaml-constructs/documents.ts";
import { HALF_TYPED } from "./yaml-constructs/half-typed.ts";
import { PROPERTIES } from "./yaml-constructs/properties.ts";
import { BLOCK_SCALARS, FLOW_SCALARS, TYPED_SCALARS } from "./yaml-constructs/scalars.ts";

/** Texts by what they show. Each is a file of its own, and makes sense, or the nonsense it is about, at other places as well. */
export type ConstructGroup = Readonly<Record<string, string>>;

/** Everything that YAML 1.2.2 gives a form (chapters 5 to 9), and what people type instead, by group. */
export const CONSTRUCT_GROUPS: Readonly<Record<string, ConstructGroup>> = {
  collections: COLLECTIONS,
  "plain and quoted scalars": FLOW_SCALARS,
  "block scalars": BLOCK_SCALARS,
  "typed scalars and equal keys": TYPED_SCALARS,
  "anchors, tags and explicit keys": PROPERTIES,
  "documents, comments and white space": DOCUMENTS,
  "half-typed lines": HALF_TYPED,
};

/** A text with the name of what it shows. */
export interface Construct {
  /** Unique: group and title. */
  readonly name: string;
  readonly text: string;
}

/** All constructs in one list. */
export const CONSTRUCTS: readonly Construct[] = Object.entries(CONSTRUCT_GROUPS).flatMap(([group, constructs]) =>
  Object.entries(constructs).map(([title, text]) => ({ name: `${group}: ${title}`, text })),
);

/** Puts a text into a larger one. */
export type Placement = (text: string) => string;

/** A text whose lines are indented, all but the first and blank ones. */
export function indented(text: string, width: number): string {
  return text.replace(/(\r\n|\n|\r)(?!$)(?=[^\r\n])/g, `$1${" ".repeat(width)}`);
}

function withBreak(text: string): string {
  return text === "" || /[\r\n]$/.test(text) ? text : `${text}\n`;
}

/** Entries of a block mapping; twice that is longer than the shortest text that is read in parts. */
const FILLER = Array.from(
  { length: 6 },
  (_, index) => `filler-${index}: "${"lorem ipsum ".repeat(25)}" # ${index}\nfiller-list-${index}:\n  - two: 2\n`,
).join("");

/** Items of a block sequence that is longer than the shortest entry that is cut. */
const FILLER_ITEMS = Array.from(
  { length: 6 },
  (_, index) => `    - name: item ${index}\n      text: ${"dolor sit amet ".repeat(22)}\n`,
).join("");

const SMALL: Readonly<Record<string, Placement>> = {
  alone: (text) => text,
  "behind a key": (text) => `before: 1\nkey: ${withBreak(indented(text, 2))}after: 2\n`,
  "below a key": (text) => `before: 1\nkey:\n  ${withBreak(indented(text, 2))}after: 2\n`,
  "as an item": (text) => `- before\n- ${withBreak(indented(text, 2))}- after\n`,
  "below an indented key": (text) => `outer:\n  inner:\n    ${withBreak(indented(text, 4))}  next: 1\nafter: 2\n`,
};

const LARGE: Readonly<Record<string, Placement>> = {
  "as an entry of a large mapping": (text) => `${FILLER}${withBreak(text)}${FILLER.replaceAll("filler", "more")}`,
  "behind a key of a large mapping": (text) => `${FILLER}key: ${withBreak(indented(text, 2))}after:\n${FILLER_ITEMS}`,
  "below a key of a large mapping": (text) => `list:\n${FILLER_ITEMS}key:\n  ${withBreak(indented(text, 2))}${FILLER}`,
  "as an item of a large list": (text) =>
    `${FILLER}list:\n${FILLER_ITEMS}    - ${withBreak(indented(text, 6))}${FILLER_ITEMS}`,
  "below an indented key of a large entry": (text) =>
    `outer:\n  list:\n${FILLER_ITEMS}  inner:\n    ${withBreak(indented(text, 4))}  next:\n${FILLER_ITEMS}after: |\n  ${"x".repeat(400)}\n`,
  "at the end of a large mapping": (text) => `${FILLER}${FILLER.replaceAll("filler", "more")}${text}`,
  "at the end of a large list": (text) =>
    `${`${FILLER_ITEMS}${FILLER_ITEMS}`.replaceAll(/^ {4}/gm, "")}- ${indented(text, 2)}`,
};

/** The places a construct is tested at: in small texts, which are read as a whole, and in large ones, which are read in parts. */
export const PLACEMENTS: Readonly<Record<string, Placement>> = { ...SMALL, ...LARGE };

/** true for a value of what stands around a construct in a large text. */
export function isFiller(value: string): boolean {
  return /^(?:(?:lorem ipsum ){25}|(?:dolor sit amet ?){22})$/.test(value);
}
