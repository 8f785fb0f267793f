import type { OffsetEdit } from "../../text/offset-edit.ts";
import { applyOffsetEdits } from "../../text/offset-edit.ts";
import type { Node } from "../../yaml/node.ts";
import { parseSource, rootOf, type Source } from "../../yaml/source.ts";
import type { LibraryOptions } from "./library-formatter.ts";
import { whiteSpaceEdits } from "./white-space.ts";

/** Formats a YAML text. That of yaml-language-server, which is loaded when a file has something for it. */
export type LibraryFormat = (text: string, options: LibraryOptions) => Promise<string>;

/** A flow collection to lay out. */
export interface FlowText {
  readonly start: number;
  readonly text: string;
  /** Column of its closing bracket when that stands on a line of its own; entries are indented from it. */
  readonly base: number;
}

/** What the layout of flow collections depends on. */
export interface FlowStyle {
  readonly step: number;
  readonly bracketSpacing: boolean;
  readonly lineBreak: string;
}

/** Collections beyond this many characters of a file stay as they are: the library would take too long. */
const MOST_CHARACTERS = 200_000;

/** Characters of collections on one line that are handed over in one request. */
const BATCH_CHARACTERS = 50_000;

/** Collections that are longer than this stay as they are. */
const LONGEST_COLLECTION = 20_000;

/** Entries of a collection over several lines that do not fit in a line of this length are broken as well. */
const LINE_WIDTH = 100;

/** No line is as long as this. */
const ENDLESS = 1_000_000;

/** true when a collection on one line has nothing that a formatter would change. May be false for one that is tidy all the same. */
export function isTidy(text: string, bracketSpacing: boolean): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '""');
  if (/\t| {2}|\[ | \]| [,:]|,(?! )|"":(?! )|, [\]}]/.test(bare)) return false;
  const braces = bare.replace(/\{\}/g, "");
  return bracketSpacing ? !/\{(?! )|[^ ]\}/.test(braces) : !/\{ | \}/.test(braces);
}

/** The collections that the library has the time for, from the start of the file on. */
export function withinLimits<T extends { readonly start: number; readonly end: number }>(
  flows: readonly T[],
): readonly T[] {
  let characters = 0;
  return flows.filter(({ start, end }) => {
    if (end - start > LONGEST_COLLECTION || characters + end - start > MOST_CHARACTERS) return false;
    characters += end - start;
    return true;
  });
}

/** false for what looks like a template (`{{ name }}`): it is not the mapping that YAML takes it for. */
export function mayBeLaidOut(text: string): boolean {
  return !/\{\s*\{|\}\s*\}\s*\}|\$\{/.test(text);
}

/** Edits that tidy collections on one line. Those that the library would change in more than white space keep their text. */
export async function oneLineEdits(
  flows: readonly FlowText[],
  format: LibraryFormat,
  style: FlowStyle,
): Promise<OffsetEdit[]> {
  const options = optionsOf(style, ENDLESS, false);
  const edits: OffsetEdit[] = [];
  for (const batch of batches(flows)) {
    const results = (await format(batch.map(({ text }) => `- ${text}\n`).join(""), options)).split("\n");
    const isComplete =
      results.length === batch.length + 1 && results.slice(0, -1).every((line) => line.startsWith("- "));
    for (const [index, flow] of batch.entries()) {
      const result = isComplete ? (results[index] ?? "").slice(2) : (await format(flow.text, options)).trimEnd();
      const wanted = withOwnScalars(result, flow.text);
      if (wanted !== undefined && !wanted.includes("\n"))
        edits.push(...(whiteSpaceEdits(flow.text, wanted, flow.start) ?? []));
    }
  }
  return edits;
}

function batches(flows: readonly FlowText[]): readonly (readonly FlowText[])[] {
  const result: FlowText[][] = [];
  let characters = ENDLESS;
  for (const flow of flows) {
    characters += flow.text.length;
    if (characters > BATCH_CHARACTERS) {
      characters = flow.text.length;
      result.push([]);
    }
    result.at(-1)?.push(flow);
  }
  return result;
}

/** Edits that write a collection over several lines with one entry per line; undefined when it stays as it is. */
export async function severalLinesEdits(
  flow: FlowText,
  format: LibraryFormat,
  style: FlowStyle,
): Promise<OffsetEdit[] | undefined> {
  const plain = flow.text.replace(/\r\n?/g, "\n");
  const root = rootOf(parseSource(plain, "yaml"));
  if (!root || entryCount(root) < 2 || hasLongScalar(root, plain)) return undefined;
  const trailingComma = /,\s*(?:#.*\s*)?[\]}]$/.test(plain);
  const oneLine = (await format(plain, optionsOf(style, ENDLESS, trailingComma))).trimEnd();
  const printWidth = Math.max(1, Math.min(LINE_WIDTH - flow.base, oneLine.length - 1));
  const result = (await format(plain, optionsOf(style, printWidth, trailingComma))).trimEnd();
  const wanted = withOwnScalars(result, plain);
  if (wanted === undefined || !wanted.includes("\n")) return undefined;
  const moved = wanted.replace(/\n(?=[^\n])/g, `\n${" ".repeat(flow.base)}`).replace(/\n/g, style.lineBreak);
  return whiteSpaceEdits(flow.text, moved, flow.start);
}

function optionsOf({ step, bracketSpacing }: FlowStyle, printWidth: number, trailingComma: boolean): LibraryOptions {
  return { tabSize: step, bracketSpacing, printWidth, trailingComma };
}

function entryCount(root: Node): number {
  if (root.kind === "map") return root.pairs.length;
  return root.kind === "sequence" ? root.items.length : 0;
}

function hasLongScalar(root: Node, text: string): boolean {
  return scalarsOf(root).some(({ start, end }) => text.slice(start, end).includes("\n"));
}

/** The text with each scalar written as in the file: the library writes all quotes alike. Undefined when the scalars are not the same. */
function withOwnScalars(result: string, own: string): string | undefined {
  const written = scalarsIn(result);
  const wanted = scalarsIn(own);
  if (written.length !== wanted.length) return undefined;
  const edits: OffsetEdit[] = [];
  for (const [index, { start, end, value }] of written.entries()) {
    const original = wanted[index];
    if (!original || original.value !== value) return undefined;
    const newText = own.slice(original.start, original.end);
    if (newText !== result.slice(start, end)) edits.push({ start, end, newText });
  }
  return applyOffsetEdits(result, edits);
}

function scalarsIn(text: string): readonly Scalar[] {
  const root = rootOf(parseSource(text, "yaml"));
  return root ? scalarsOf(root) : [];
}

type Scalar = Extract<Node, { kind: "scalar" }>;

function scalarsOf(root: Node): readonly Scalar[] {
  const scalars: Scalar[] = [];
  const visit = (node: Node): void => {
    if (node.kind === "scalar") {
      if (node.end > node.start) scalars.push(node);
    } else if (node.kind === "sequence") node.items.forEach(visit);
    else if (node.kind === "map")
      for (const { key, value } of node.pairs) {
        visit(key);
        visit(value);
      }
  };
  visit(root);
  return scalars;
}

/** true when most mappings in flow style have spaces inside their braces; also when there are none. */
export function hasBracketSpacing(
  { text }: Source,
  flows: readonly { readonly start: number; readonly end: number }[],
): boolean {
  let spaced = 0;
  for (const { start, end } of flows)
    for (const [, space] of text.slice(start, end).matchAll(/\{( ?)(?=[^\s{}])/g)) spaced += space === "" ? -1 : 1;
  return spaced >= 0;
}
