import type { OffsetRange } from "../text/line-index.ts";
import { applyOffsetEdits, type OffsetEdit } from "../text/offset-edit.ts";
import { type CursorContext, cursorContext, type KeyContext } from "../yaml/cursor-context.ts";
import { layoutOf } from "../yaml/layout.ts";
import { isIgnorable, lineEntries } from "../yaml/line-structure.ts";
import { locate, MERGE_KEY } from "../yaml/navigate.ts";
import { isAbsent, type NodePath } from "../yaml/node.ts";
import { isBroken } from "../yaml/part.ts";
import { parseSource, type Source } from "../yaml/source.ts";
import { surroundings } from "./surroundings.ts";

/** A place where something can be written, and what can. */
export interface CompletionPlace {
  readonly context: CursorContext;
  /** Spaces to write first, because the cursor stands left of the column that its neighbours have. */
  readonly lead: string;
  readonly takesKey: boolean;
  readonly takesValue: boolean;
  /** Path of the list that an item written here belongs to; undefined where none can be written. */
  readonly list: NodePath | undefined;
}

/** A word that stands for what an item would write. */
const PROBE = "probe0x7e57";

/**
 * The place at an offset. Each kind of text is tried out on the lines around it, and only what keeps them well-formed and
 * arrives where it should is allowed. Where the indentation fits nothing, the column of the line below is tried.
 * Undefined where nothing can be written.
 */
export function completionPlace(source: Source, offset: number): CompletionPlace | undefined {
  const context = cursorContext(source, offset);
  // Behind `<<` stands an alias, which no schema describes.
  if (!context || context.path.includes(MERGE_KEY)) return undefined;
  return tried(source, context) ?? moved(source, offset, context);
}

function tried(source: Source, context: CursorContext): CompletionPlace | undefined {
  const around = surroundings(source, context.replace);
  const { start } = around;
  const replaced = { start: context.replace.start - start, end: context.replace.end - start };
  const without = applyOffsetEdits(around.text, [{ ...replaced, newText: "" }]);
  let wasBroken: boolean | undefined;
  const before = {
    isBroken: () => {
      wasBroken ??= source.notation !== "yaml" || isBroken(without);
      return wasBroken;
    },
    problems: parseSource(without, source.notation).file.problems.length,
  };
  const trial = (newText: string): Trial => ({
    around: around.text,
    before,
    edit: { ...replaced, newText },
    path: context.path,
    source,
  });
  const isKey = context.kind === "key";
  const takesKey = isKey && keyArrives(trial(context.hasColon ? PROBE : `${PROBE}: `), context);
  // Beside other keys only a key can stand; most entries have some.
  const isAlone = !isKey || context.flow || context.presentKeys().size === 0;
  const mayTakeValue = isAlone && (!isKey || !context.hasColon) && !isBeforeCollection(source, context);
  const takesValue = mayTakeValue && valueArrives(trial(valueProbe(source, context)));
  const own = isAlone ? [context.path] : [];
  const lists = isKey && isBlockEntry(context) ? [...own, ...flushLists(source, context)] : [];
  const list = lists.find((path) => itemArrives({ ...trial(`- ${PROBE}`), path }));
  return takesKey || takesValue || list ? { context, lead: "", takesKey, takesValue, list } : undefined;
}

/** The list whose dashes stand in the column of its key, and so of the cursor: that of the key above. At most one. */
function flushLists(source: Source, context: KeyContext): readonly NodePath[] {
  const { lines } = source;
  let isBegun = false;
  for (let above = lines.lineOf(context.replace.start) - 1; above >= 0; above--) {
    const [first] = isIgnorable(lines.lineText(above)) ? [] : lineEntries(lines.lineText(above));
    if (!first || first.column > context.column) continue;
    if (first.column < context.column) return [];
    if (first.kind === "dash") isBegun = true;
    else return isBegun || !layoutOf(source).indentedLists ? [[...context.path, first.name]] : [];
  }
  return [];
}

/** true where a collection begins: no other value can stand before it, and what is replaced must not be a part of it. */
function isBeforeCollection({ lines, text }: Source, { replace }: CursorContext): boolean {
  return /^[ \t]*[[{]/.test(text.slice(replace.start, lines.lineEnd(lines.lineOf(replace.start))));
}

function isBlockEntry(context: KeyContext): boolean {
  return !context.flow && !context.hasColon && !context.afterDash;
}

function valueProbe(source: Source, context: CursorContext): string {
  return source.text.charAt(context.replace.start - 1) === ":" ? ` ${PROBE}` : PROBE;
}

interface Trial {
  readonly around: string;
  /** The text without what the trial replaces. */
  readonly before: { readonly isBroken: () => boolean; readonly problems: number };
  readonly edit: OffsetEdit;
  /** Where the text belongs in the document. */
  readonly path: NodePath;
  readonly source: Source;
}

/** Tree of the surroundings with the probe in them and where the probe stands; undefined when they no longer parse. */
function outcome(trial: Trial): ReturnType<typeof locate> {
  const text = applyOffsetEdits(trial.around, [trial.edit]);
  // What breaks a sound text need not be parsed to the end.
  if (isBroken(text) && !trial.before.isBroken()) return undefined;
  const after = parseSource(text, trial.source.notation);
  if (after.file.problems.length > trial.before.problems) return undefined;
  const at = trial.edit.start + trial.edit.newText.indexOf(PROBE) + 1;
  const document = [...after.file.documents].reverse().find((candidate) => candidate.start <= at);
  return locate(document?.root, at);
}

/**
 * The surroundings may begin somewhere inside the document and leave out items, so only the end of a path can be compared, and of
 * items only that they are some.
 */
function endsWith(path: NodePath, end: NodePath): boolean {
  const skipped = path.length - end.length;
  return skipped >= 0 && end.every((step, index) => isLike(step, path[skipped + index]));
}

function isLike(step: string | number, other: string | number | undefined): boolean {
  return step === other || (typeof step === "number" && typeof other === "number");
}

function keyArrives(trial: Trial, context: KeyContext): boolean {
  const found = outcome(trial);
  if (!found?.onKey || !endsWith([...trial.path, PROBE], found.path)) return false;
  // A new key must not swallow the lines below it.
  return context.hasColon || isAbsent(found.node);
}

function valueArrives(trial: Trial): boolean {
  const found = outcome(trial);
  if (found?.node.kind !== "scalar" || found.onKey) return false;
  return found.node.value === PROBE && endsWith(trial.path, found.path);
}

function itemArrives(trial: Trial): boolean {
  const found = outcome(trial);
  if (found?.node.kind !== "scalar" || found.node.value !== PROBE) return false;
  return typeof found.path.at(-1) === "number" && endsWith(trial.path, found.path.slice(0, -1));
}

/** Tries the column of the next line for a line that is blank or holds a word, as after a line break in a file with wider steps. */
function moved(source: Source, offset: number, context: CursorContext): CompletionPlace | undefined {
  if (context.kind !== "key" || context.flow || context.hasColon || context.afterDash) return undefined;
  const line = source.lines.lineOf(offset);
  const start = source.lines.lineStart(line);
  const text = source.lines.lineText(line);
  const column = text.length - text.trimStart().length;
  const spaces = columnBelow(source, line) - column;
  if (spaces <= 0 || offset < start + column) return undefined;
  const lead = " ".repeat(spaces);
  const shifted = parseSource(
    applyOffsetEdits(source.text, [{ start: start + column, end: start + column, newText: lead }]),
    source.notation,
  );
  const there = cursorContext(shifted, offset + spaces);
  const place = there?.kind === "key" ? tried(shifted, there) : undefined;
  if (place?.context.replace.start !== start + column + spaces) return undefined;
  const replace: OffsetRange = { start: start + column, end: place.context.replace.end - spaces };
  return { ...place, lead, context: { ...place.context, replace } };
}

/** Column of the content of the next line that has structure; 0 when there is none. */
function columnBelow(source: Source, line: number): number {
  for (let below = line + 1; below < source.lines.lineCount; below++) {
    const text = source.lines.lineText(below);
    if (!isIgnorable(text)) return text.length - text.trimStart().length;
  }
  return 0;
}
