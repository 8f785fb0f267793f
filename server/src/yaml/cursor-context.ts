import type { LineIndex, OffsetRange } from "../text/line-index.ts";
import { isBlockScalarText } from "./block-scalar.ts";
import { flowContext } from "./flow-context.ts";
import { commentColumn, contentColumn, isDocumentMarker, isIgnorable, lineEntries } from "./line-structure.ts";
import { locate } from "./navigate.ts";
import type { Node, NodePath } from "./node.ts";
import { documentAt, type Source } from "./source.ts";

/** What a person can write at the cursor. */
export type CursorContext = KeyContext | ValueContext;

interface ContextBase {
  /** Root of the document that holds the cursor; undefined when nothing is written in it yet. */
  readonly root: Node | undefined;
  /** Text that a completion replaces; it holds the cursor and lies on one line. */
  readonly replace: OffsetRange;
  /** What is typed of it already, up to the cursor. */
  readonly prefix: string;
  /** true inside `{ }` and `[ ]`. */
  readonly flow: boolean;
}

/** A place for an entry: a key of the mapping at `path`, or a plain value when the schema there wants one. */
export interface KeyContext extends ContextBase {
  readonly kind: "key";
  /** Path of the mapping (or of the value) that the entry belongs to. */
  readonly path: NodePath;
  /** Keys that the mapping has already, the one under the cursor excluded; read when they are asked for, because they may be many. */
  readonly presentKeys: () => ReadonlySet<string>;
  /** Column of the entry in block style; further lines are indented from it. */
  readonly column: number;
  /** true when a `:` follows: only the key is replaced. */
  readonly hasColon: boolean;
  /** true when the entry stands behind a dash on the same line. */
  readonly afterDash: boolean;
}

/** A place for the value at `path`. */
export interface ValueContext extends ContextBase {
  readonly kind: "value";
  readonly path: NodePath;
  /** Column of the key, from which a block value is indented. */
  readonly column: number;
}

/**
 * Finds out what the cursor stands on. Block structure is read from the lines, so text that does not parse yet is no obstacle.
 * Undefined where nothing can be completed: in comments, text blocks, indentations, explicit keys (`? `) and on document markers.
 */
export function cursorContext(source: Source, offset: number): CursorContext | undefined {
  const document = documentAt(source, offset);
  const root = document.root;
  const location = locate(root, offset);
  if (location && isInsideText(location.node, location.onKey, offset, source)) return undefined;
  const line = source.lines.lineOf(offset);
  const comment = commentColumn(source.lines.lineText(line));
  if (comment !== undefined && offset - source.lines.lineStart(line) > comment) return undefined;
  const flow = root && flowContext(source, root, offset);
  if (flow !== undefined) return flow.context;
  return blockContext(source, root, line, offset);
}

/** Block scalars hold free text; quoted scalars over several lines as well. */
function isInsideText(node: Node, onKey: boolean, offset: number, source: Source): boolean {
  if (onKey || node.kind !== "scalar") return false;
  const headerEnd = source.lines.lineEnd(source.lines.lineOf(node.start));
  if (node.style === "literal" || node.style === "folded") return offset > node.start;
  return offset > headerEnd;
}

function blockContext(source: Source, root: Node | undefined, line: number, offset: number): CursorContext | undefined {
  const text = source.lines.lineText(line);
  const start = source.lines.lineStart(line);
  const before = text.slice(0, offset - start);
  if (isDocumentMarker(text) || hidesEntries(text, before)) return undefined;
  const indentation = text.trim() === "" ? before.length : text.length - text.trimStart().length;
  if (isBlockScalarText(source.lines, line, indentation)) return undefined;
  const key = lineEntries(text).find((entry) => entry.kind === "key");
  if (key?.kind === "key" && offset - start >= key.valueColumn) {
    const owner = ownerOf(source.lines, line, key.column, text);
    return valueContext(text, start, before, key.valueColumn, {
      root,
      path: [...owner.path, key.name],
      column: key.column,
    });
  }
  return entryContext(source, root, line, offset);
}

/** true left of what a line holds, behind a tab that indents, and on explicit keys and their values: no entry can stand there. */
function hidesEntries(text: string, before: string): boolean {
  const rest = text.slice(before.length);
  if (/^ *\t\s*$/.test(before)) return true;
  const leads = /^(?:\s|-(?=\s|$))*$/.test(before);
  if (leads && rest.trim() !== "" && /^(?:\s|#|-(?:\s|$))/.test(rest)) return true;
  return /^(?:\s*-)*\s*[?:](?:\s|$)/.test(text);
}

function valueContext(
  text: string,
  start: number,
  before: string,
  valueColumn: number,
  place: Pick<ValueContext, "root" | "path" | "column">,
): ValueContext | undefined {
  const properties = /^\s*(?:[&!]\S*\s+)*/.exec(text.slice(valueColumn))?.[0] ?? "";
  // On an anchor or tag, or left of one, nothing can be written.
  if (before.length < valueColumn + properties.length && properties.trim() !== "") return undefined;
  const from = Math.min(valueColumn + properties.length, before.length);
  const value = text.slice(from, commentColumn(text)).trimEnd();
  if (/^[|>]/.test(value)) return undefined;
  const to = Math.max(from + value.length, before.length);
  return {
    kind: "value",
    ...place,
    replace: { start: start + from, end: start + to },
    prefix: before.slice(from),
    flow: false,
  };
}

function entryContext(source: Source, root: Node | undefined, line: number, offset: number): KeyContext {
  const text = source.lines.lineText(line);
  const start = source.lines.lineStart(line);
  const cursor = offset - start;
  const column = Math.min(contentColumn(text.slice(0, cursor)), cursor);
  const key = lineEntries(text).find((entry) => entry.kind === "key");
  const owner = ownerOf(source.lines, line, column, text.slice(0, cursor));
  const end = key?.kind === "key" && key.column <= cursor ? key.end : wordEnd(text, cursor);
  const from = Math.min(column, owner.column);
  return {
    kind: "key",
    root,
    path: owner.path,
    presentKeys: owner.siblings,
    column: owner.column,
    hasColon: key !== undefined,
    afterDash: /-\s*$/.test(text.slice(0, column)),
    replace: { start: start + from, end: start + Math.max(end, cursor) },
    prefix: text.slice(from, cursor).trimStart(),
    flow: false,
  };
}

function wordEnd(text: string, cursor: number): number {
  return cursor + text.slice(cursor, commentColumn(text)).trimEnd().length;
}

interface Owner {
  /** Path of the collection that an entry at the column belongs to. */
  readonly path: NodePath;
  /** Column the entry really has: that of its siblings when the cursor stands too far right. */
  readonly column: number;
  readonly siblings: () => ReadonlySet<string>;
}

/** Collection that an entry at a column of a line belongs to, read upwards from the lines. `text` is the line up to the cursor. */
function ownerOf(lines: LineIndex, line: number, column: number, text: string): Owner {
  const climb = new Climb(lines, column);
  climb.readDashes(text);
  for (let above = line - 1; above >= 0; above--) {
    const indentation = lines.indentation(above);
    // What stands further right belongs to an entry that is passed as a whole.
    if (indentation === -1 || indentation > climb.column) continue;
    if (climb.passSibling(above, indentation)) continue;
    const current = lines.lineText(above);
    if (isDocumentMarker(current)) break;
    climb.readLine(current, indentation);
  }
  const own = climb.hasSiblings ? climb.ownColumn : alignedBelow(lines, line, climb);
  const siblings = (): ReadonlySet<string> => new Set([...climb.siblings, ...siblingsBelow(lines, line, own)]);
  return { path: climb.path(), column: own, siblings };
}

/** Column of the entry below when the cursor stands to the right of it in the same mapping; else the column it has. */
function alignedBelow(lines: LineIndex, line: number, climb: Climb): number {
  for (let below = line + 1; below < lines.lineCount; below++) {
    const text = lines.lineText(below);
    if (isDocumentMarker(text)) break;
    if (isIgnorable(text)) continue;
    const [first] = lineEntries(text);
    const fits = first?.kind === "key" && first.column > climb.parentColumn && first.column < climb.ownColumn;
    return fits ? first.column : climb.ownColumn;
  }
  return climb.ownColumn;
}

/** Keys at a column in the lines below, up to the end of their mapping. */
function siblingsBelow(lines: LineIndex, line: number, column: number): readonly string[] {
  const names: string[] = [];
  for (let below = line + 1; below < lines.lineCount; below++) {
    const indentation = lines.indentation(below);
    if (indentation === -1 || indentation > column) continue;
    if (indentation < column) break;
    const text = lines.lineText(below);
    if (isDocumentMarker(text)) break;
    const [first] = lineEntries(text);
    if (first?.kind === "key" && first.column === column) names.push(first.name);
  }
  return names;
}

const DASH = 45;
const DOT = 46;

/** Walks up the lines from an entry and collects its path: at each step either the entries of a mapping or the items of a list are passed. */
class Climb {
  ownColumn: number;
  /** Column of the key or dash that owns the entry; -1 at the top. */
  parentColumn = -1;
  readonly #siblings = new Set<string>();
  /** Lines of further siblings, which are read when they are asked for: a mapping may have very many. */
  readonly #siblingLines: number[] = [];
  readonly #lines: LineIndex;
  readonly #steps: (string | number)[] = [];
  #column: number;
  #inList = false;
  #index = 0;
  #atOwnLevel = true;

  constructor(lines: LineIndex, column: number) {
    this.#lines = lines;
    this.ownColumn = column;
    this.#column = column;
  }

  get hasSiblings(): boolean {
    return this.#siblings.size > 0;
  }

  get siblings(): ReadonlySet<string> {
    for (const line of this.#siblingLines.splice(0)) {
      const key = lineEntries(this.#lines.lineText(line)).find((entry) => entry.kind === "key");
      if (key?.kind === "key") this.#siblings.add(key.name);
    }
    return this.#siblings;
  }

  /** Passes a line that can be nothing but another entry of the mapping that is being climbed, or no entry at all. */
  passSibling(line: number, indentation: number): boolean {
    if (indentation !== this.#column || this.#inList || !(this.hasSiblings || !this.#atOwnLevel)) return false;
    const first = this.#lines.text.charCodeAt(this.#lines.lineStart(line) + indentation);
    // A dash begins an item; at the margin it may begin a marker, as dots do.
    if (first === DASH || first === DOT) return false;
    if (this.#atOwnLevel) this.#siblingLines.push(line);
    return true;
  }

  path(): NodePath {
    const steps = this.#inList ? [this.#index, ...this.#steps] : this.#steps;
    return steps;
  }

  /** Dashes before the entry on its own line. */
  readDashes(text: string): void {
    const dashes = lineEntries(text).filter((entry) => entry.kind === "dash" && entry.column < this.#column);
    for (const dash of dashes.reverse()) this.#enterItem(dash.column);
  }

  /** Column up to which lines matter: that of the entry that is climbed from now. */
  get column(): number {
    return this.#column;
  }

  readLine(text: string, indentation: number): void {
    if (this.#inList && indentation === this.#column && /^-(?:\s|$)/.test(text.slice(indentation, indentation + 2))) {
      this.#index++;
      return;
    }
    for (const entry of [...lineEntries(text)].reverse()) {
      if (entry.column > this.#column) continue;
      if (entry.kind === "dash") this.#passDash(entry.column);
      else this.#passKey(entry.column, entry.name, entry.hasValue);
    }
  }

  #passDash(column: number): void {
    if (column < this.#column) this.#enterItem(column);
    else if (this.#inList) this.#index++;
  }

  #passKey(column: number, name: string, hasValue: boolean): void {
    if (column === this.#column && !this.#inList) {
      if (this.#atOwnLevel) this.#siblings.add(name);
      return;
    }
    if (hasValue && this.#atOwnLevel && !this.#inList) {
      this.#column = column;
      this.ownColumn = column;
      this.#siblings.add(name);
      return;
    }
    if (hasValue && !this.#inList) return;
    this.#leaveList();
    this.#steps.unshift(name);
    this.#moveTo(column);
  }

  #enterItem(column: number): void {
    this.#leaveList();
    this.#inList = true;
    this.#index = 0;
    this.#moveTo(column);
  }

  #moveTo(column: number): void {
    if (this.#atOwnLevel) this.parentColumn = column;
    this.#column = column;
    this.#atOwnLevel = false;
  }

  #leaveList(): void {
    if (this.#inList) this.#steps.unshift(this.#index);
    this.#inList = false;
  }
}
