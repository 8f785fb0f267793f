import type { Position, TextEdit } from "vscode-languageserver-types";
import { acceptsArray, acceptsObject, schemasAt } from "../schema/match.ts";
import type { FileModel } from "../tenants/file-model.ts";
import { isBlockScalarText } from "../yaml/block-scalar.ts";
import { cursorContext } from "../yaml/cursor-context.ts";
import { layoutOf } from "../yaml/layout.ts";
import { commentColumn, isIgnorable, type LineEntry, lineEntries } from "../yaml/line-structure.ts";
import type { Source } from "../yaml/source.ts";

/** A character that was typed. */
export interface TypedCharacter {
  /** Where the cursor stands behind it. */
  readonly position: Position;
  readonly typed: string;
}

/**
 * What follows an Enter: on the new line, the indentation that the line above asks for, with a dash where the schema wants a list. Empty
 * when the editor's own indentation is right already, when the schema allows both, and when the new line holds something.
 */
export function formatOnType(model: FileModel, { position, typed }: TypedCharacter): TextEdit[] {
  const { source, settings } = model;
  const { lines, notation } = source;
  if (!settings.format.enable || notation !== "yaml" || typed !== "\n" || position.line === 0) return [];
  const written = lines.lineText(position.line);
  if (written.trim() !== "") return [];
  const wanted = wantedStart(model, position.line);
  if (wanted === undefined || wanted === written) return [];
  const { line } = position;
  // What is there already stays, so that the cursor goes on behind what is added.
  const kept = wanted.startsWith(written) ? written.length : 0;
  const range = { start: { line, character: kept }, end: { line, character: written.length } };
  return [{ range, newText: wanted.slice(kept) }];
}

function wantedStart(model: FileModel, line: number): string | undefined {
  const { lines } = model.source;
  const above = lines.lineText(line - 1);
  const last = lineEntries(above).at(-1);
  if (last?.kind !== "key" || isBlockScalarText(lines, line - 1, above.length - above.trimStart().length))
    return undefined;
  if (!last.hasValue) return startBelowKey(model, line, last);
  return isOnOneLine(above.slice(last.valueColumn)) ? " ".repeat(last.column) : undefined;
}

/** true for a value that ends on its line, as far as the line shows. */
function isOnOneLine(written: string): boolean {
  const value = written
    .slice(0, commentColumn(written))
    .trim()
    .replace(/^(?:[&!]\S*\s+)+/, "");
  if (/^[|>]/.test(value)) return false;
  if (/^["']/.test(value)) return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(value);
  return !/^[[{]/.test(value) || /[\]}]$/.test(value);
}

function startBelowKey(model: FileModel, line: number, key: Extract<LineEntry, { kind: "key" }>): string | undefined {
  const { source } = model;
  const context = cursorContext(source, source.lines.lineStart(line - 1) + key.valueColumn);
  if (context?.kind !== "value" || context.flow) return undefined;
  const schemas = schemasAt(model.schema, context.root, context.path);
  const isList = schemas.length > 0 && schemas.every((schema) => acceptsArray(schema) && !acceptsObject(schema));
  const isMap = schemas.length > 0 && schemas.every((schema) => acceptsObject(schema) && !acceptsArray(schema));
  if (!isList && !isMap) return undefined;
  const below = childColumn(source, line, key.column, isList);
  if (isMap) return " ".repeat(below ?? key.column + layoutOf(source).step);
  return `${" ".repeat(below ?? key.column + listStep(model))}- `;
}

/** Column of what stands below the key already; undefined when nothing does. */
function childColumn({ lines }: Source, line: number, column: number, isList: boolean): number | undefined {
  for (let below = line + 1; below < lines.lineCount; below++) {
    const text = lines.lineText(below);
    if (isIgnorable(text)) continue;
    const [first] = lineEntries(text);
    const isDash = first?.kind === "dash";
    if (!first || isDash !== isList) return undefined;
    return first.column > column || (isDash && first.column === column) ? first.column : undefined;
  }
  return undefined;
}

function listStep({ source, settings }: FileModel): number {
  const { indentedLists, step } = layoutOf(source);
  const { sequenceIndentation } = settings.format;
  const isIndented = sequenceIndentation === "keep" ? indentedLists : sequenceIndentation === "indented";
  return isIndented ? step : 0;
}
