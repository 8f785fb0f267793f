import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import type { FileModel } from "../tenants/file-model.ts";
import { TENANT_VARIABLE_MEANINGS } from "../tenants/placeholders.ts";
import { ORIGIN, originWords } from "../tenants/value-origins.ts";
import type { OffsetRange } from "../text/line-index.ts";
import { type OffsetEdit, toTextEdit } from "../text/offset-edit.ts";
import { locate } from "../yaml/navigate.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { replacePart } from "../yaml/scalar-text.ts";
import { documentAt, parseSource, type Source } from "../yaml/source.ts";
import { surroundings } from "./surroundings.ts";

/** A placeholder that was begun at the cursor. */
interface BegunPlaceholder {
  readonly kind: "environment" | "variable";
  /** Offset of its first sign. */
  readonly start: number;
  /** Its name as far as it is written, on both sides of the cursor. */
  readonly name: OffsetRange;
  /** true when what ends it stands behind the name. */
  readonly isClosed: boolean;
}

/** The scalar that holds a begun placeholder; offsets in the document. */
interface PlaceholderPlace extends OffsetRange {
  readonly style: ScalarNode["style"];
  readonly inFlow: boolean;
  readonly isClosed: boolean;
  /** Faults of the text around it when it is read like this. */
  readonly problems: number;
}

/**
 * Names for a placeholder that was begun at the cursor: variables of `.env` files and settings behind `${`, tenant variables
 * behind `{{`. Their values are not shown. A plain scalar that can not hold the placeholder is put in quotes. Empty where no placeholder
 * was begun, and outside of values.
 */
export function placeholderItems(model: FileModel, offset: number): CompletionItem[] {
  const { source } = model;
  const begun = begunAt(source, offset);
  const place = begun && placeOf(source, begun);
  if (!begun || !place) return [];
  return namesFor(model, begun).flatMap(({ name, detail }, index) => {
    const edit = editFor(source, begun, place, name);
    if (!edit) return [];
    return {
      label: name,
      kind: CompletionItemKind.Variable,
      detail,
      // The editor filters by the text it replaces, which may begin before the name.
      filterText: source.text.slice(edit.start, begun.name.start) + name,
      sortText: String(index).padStart(4, "0"),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: toTextEdit(edit, source.lines),
    };
  });
}

interface Name {
  readonly name: string;
  readonly detail: string;
}

function namesFor(model: FileModel, { kind }: BegunPlaceholder): readonly Name[] {
  if (kind === "variable") return Object.entries(TENANT_VARIABLE_MEANINGS).map(([name, detail]) => ({ name, detail }));
  return (
    [...model.context.variables]
      // Names of the process environment are many and say nothing about the tenant.
      .filter(([, variable]) => variable.from !== ORIGIN.process)
      .map(([name, { from }]) => ({ name, detail: l10n.t`variable from ${originWords(from)}` }))
  );
}

function begunAt({ lines, text }: Source, offset: number): BegunPlaceholder | undefined {
  const line = lines.lineOf(offset);
  const before = text.slice(lines.lineStart(line), offset);
  const opening = /(?:(?<!\$)\$\{(?:env:)?|(\{\{)\s*)(\w*)$/.exec(before);
  if (!opening) return undefined;
  const rest = text.slice(offset, lines.lineEnd(line));
  const end = offset + (/^\w*/.exec(rest)?.[0].length ?? 0);
  const kind = opening[1] === undefined ? "environment" : "variable";
  return {
    kind,
    start: lines.lineStart(line) + opening.index,
    name: { start: offset - (opening[2] ?? "").length, end },
    isClosed: (kind === "environment" ? /^(?:\}|:-)/ : /^\s*\}\}/).test(text.slice(end, lines.lineEnd(line))),
  };
}

/** Placeholders as they are written, also those that are not closed yet. */
const WRITTEN = /\$\{(?:env:)?\w*(?::-[^}\r\n]*)?\}|\{\{\s*\w*\s*\}\}|\$\{(?:env:)?\w*/g;

/**
 * The value that holds a placeholder. In place of placeholders words are read, because braces without quotes break the text around them.
 * The brace behind the name may belong to the placeholder or to a mapping: what leaves fewer faults is meant.
 */
function placeOf(source: Source, begun: BegunPlaceholder): PlaceholderPlace | undefined {
  const asWritten = placeWith(source, begun, begun.isClosed);
  if (!begun.isClosed || source.text.charAt(begun.name.end) === ":") return asWritten;
  const open = placeWith(source, begun, false);
  if (!asWritten || !open) return asWritten ?? open;
  return open.problems < asWritten.problems ? open : asWritten;
}

function placeWith(source: Source, { start, name }: BegunPlaceholder, isClosed: boolean): PlaceholderPlace | undefined {
  const around = surroundings(source, { start, end: name.end });
  const [from, to] = [start - around.start, name.end - around.start];
  const own = isClosed
    ? around.text
    : around.text.slice(0, from) + masked(around.text.slice(from, to)) + around.text.slice(to);
  const read = parseSource(own.replace(WRITTEN, masked), source.notation);
  const location = locate(documentAt(read, to).root, to);
  const node = location?.node;
  if (!location || location.onKey || node?.kind !== "scalar" || from < node.start) return undefined;
  return {
    style: node.style,
    start: node.start + around.start,
    end: node.end + around.start,
    inFlow: location.inFlow,
    isClosed,
    problems: read.file.problems.length,
  };
}

function masked(text: string): string {
  return "x".repeat(text.length);
}

/** The edit that writes a name; undefined when the value would need quotes and stands on several lines. */
function editFor(
  source: Source,
  { kind, name, start }: BegunPlaceholder,
  { isClosed, inFlow, style, ...scalar }: PlaceholderPlace,
  written: string,
): OffsetEdit | undefined {
  const newText = isClosed ? written : `${written}${kind === "environment" ? "}" : "}}"}`;
  const mayNeedQuotes = inFlow || (kind === "variable" && start === scalar.start);
  if (style !== "plain" || !mayNeedQuotes) return { ...name, newText };
  const value = source.text.slice(scalar.start, scalar.end);
  if (/[\r\n]/.test(value)) return undefined;
  const node = { kind: "scalar", style, value, start: scalar.start, end: scalar.end, anchor: undefined } as const;
  const part = { start: name.start - node.start, end: name.end - node.start };
  return replacePart(source, node, part, { onKey: false, inFlow }, newText);
}
