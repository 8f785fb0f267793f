import assert from "node:assert/strict";
import { test } from "node:test";
import { type CompletionItem, CompletionItemKind, TextEdit } from "vscode-languageserver-types";
import { completion } from "../../server/src/features/completion.ts";
import { type CompletionPlace, completionPlace } from "../../server/src/features/completion-place.ts";
import { loadSnippets } from "../../server/src/features/snippets.ts";
import type { Kind } from "../../server/src/protocol.ts";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";
import { ContextLoader } from "../../server/src/tenants/context-loader.ts";
import { type FileModel, fileModel } from "../../server/src/tenants/file-model.ts";
import type { TenantContext } from "../../server/src/tenants/tenant-context.ts";
import type { OffsetRange } from "../../server/src/text/line-index.ts";
import { nodeAt } from "../../server/src/yaml/navigate.ts";
import { dereference, keyText, type Node } from "../../server/src/yaml/node.ts";
import { parseSource, rootOf, type Source } from "../../server/src/yaml/source.ts";
import { acceptCompletion } from "../support/apply-completion.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";
import { isSnippet, tenantFiles } from "../unit/features/ask.ts";
import { LAYOUTS, relayout, sectionsOf, seededRandom } from "./completion-relayout.ts";

const SEED = Number(process.env.SEED ?? 20_260_801);
const WANTED_INSERTIONS = Number(process.env.INSERTIONS ?? 12_000);
const POSITIONS_PER_TEXT = 24;
const ITEMS_PER_POSITION = 4;
const OPTIONS = { snippets: true, triggerSuggest: false };

const random = seededRandom(SEED);
const pick = <T>(list: readonly T[]): T => {
  const item = list[Math.floor(random() * list.length)];
  assert.ok(item !== undefined, "a choice from an empty list");
  return item;
};

interface Example {
  readonly uri: string;
  readonly kind: Kind;
  readonly text: string;
  readonly context: TenantContext;
  readonly sections: readonly string[];
}

async function examples(): Promise<readonly Example[]> {
  const files = { ...tenantFiles("tenants/acme"), ...tenantFiles("tenants/initech") };
  const loader = new ContextLoader(memoryWorkspace(files), DEFAULT_SETTINGS);
  const found: Example[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith(".json")) continue;
    const uri = uriOf(path);
    const source = parseSource(text, "yaml");
    const { kind } = await loader.kind(uri, source);
    if (!kind) continue;
    await loadSnippets(kind);
    const context = await loader.context(uri, kind, source);
    found.push({ uri, kind, text, context, sections: sectionsOf(text) });
  }
  return found;
}

function modelOf(example: Example, text: string): FileModel {
  return fileModel(example.uri, example.kind, parseSource(text, "yaml"), example.context, DEFAULT_SETTINGS);
}

/** A text with a place to ask at: somewhere in it, or on a new line opened at a level of the lines around it. */
function place(text: string): { readonly text: string; readonly offset: number } {
  if (random() < 0.4) return { text, offset: Math.floor(random() * (text.length + 1)) };
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(lineBreak);
  const line = Math.floor(random() * lines.length);
  const levels = [lines[line], lines[line + 1]].map((around) => /^ */.exec(around ?? "")?.[0] ?? "");
  const below = /^ *(?:- +)*/.exec(lines[line] ?? "")?.[0].length ?? 0;
  const indentation = pick([...levels, " ".repeat(below)]);
  const opened = `${indentation}${pick(["", "", "- "])}`;
  const before = lines.slice(0, line + 1).join(lineBreak) + lineBreak + opened;
  return { text: before + lineBreak + lines.slice(line + 1).join(lineBreak), offset: before.length };
}

function syntaxProblems(source: Source): number {
  return source.file.problems.filter((problem) => problem.severity === "error").length;
}

/** Every scalar of a tree that an edit leaves alone: its path without the numbers of list items, and its value. */
function untouched(source: Source, range: OffsetRange): readonly string[] {
  const found: string[] = [];
  const enter = (node: Node, path: string): void => {
    if (node.kind === "map") {
      for (const pair of node.pairs) {
        const isReplaced = pair.key.start < range.end && range.start < pair.key.end;
        if (!isReplaced) enter(pair.value, `${path}.${keyText(pair.key)}`);
      }
    } else if (node.kind === "sequence") {
      for (const item of node.items) enter(item, `${path}[]`);
    } else if (node.kind === "alias") found.push(`${path} *${node.name}`);
    else if (node.value !== null && (node.end <= range.start || range.end <= node.start))
      found.push(`${path} ${node.value}`);
  };
  const root = rootOf(source);
  if (root) enter(root, "");
  return found;
}

/** What an edit destroyed elsewhere in the document; undefined when nothing. */
function lost(before: Source, after: Source, item: CompletionItem): string | undefined {
  assert.ok(TextEdit.is(item.textEdit));
  const { start, end } = item.textEdit.range;
  const range = { start: before.lines.offsetAt(start), end: before.lines.offsetAt(end) };
  const left = new Map<string, number>();
  for (const scalar of untouched(after, { start: -1, end: -1 })) left.set(scalar, (left.get(scalar) ?? 0) + 1);
  return untouched(before, range).find((scalar) => {
    const count = left.get(scalar) ?? 0;
    left.set(scalar, count - 1);
    return count <= 0;
  });
}

/** What is wrong with the document after accepting an item; undefined when it is as promised. */
function broken(before: Source, place: CompletionPlace, item: CompletionItem): string | undefined {
  const text = acceptCompletion(before.text, item);
  const after = parseSource(text, "yaml");
  if (syntaxProblems(after) > syntaxProblems(before))
    return after.file.problems.map((problem) => problem.message).join();
  if (isAlias(before, item)) return undefined;
  const missing = lost(before, after, item);
  if (missing !== undefined) return `${missing} is gone`;
  const { context, list = context.path } = place;
  const root = rootOf(after);
  if (item.kind === CompletionItemKind.Property) {
    const map = dereference(nodeAt(root, context.path));
    const key = item.filterText ?? item.label;
    return map?.kind === "map" && nodeAt(map, [key]) ? undefined : `no key ${key} at ${context.path.join(".")}`;
  }
  if (isSnippet(item) && dereference(nodeAt(root, context.path))?.kind === "map") return undefined;
  if (item.kind === CompletionItemKind.Struct)
    return dereference(nodeAt(root, list))?.kind === "sequence" ? undefined : `no list at ${list.join(".")}`;
  const node = dereference(nodeAt(root, context.path));
  const value = node?.kind === "scalar" ? String(node.value) : node?.kind;
  if (item.kind === CompletionItemKind.Variable)
    return value?.includes(item.label) ? undefined : `${value} without ${item.label}`;
  return value === item.label ? undefined : `${value} instead of ${item.label} at ${context.path.join(".")}`;
}

/** true for the name of an anchor; an alias that stood there is gone, and one that has no anchor would be a problem. */
function isAlias(before: Source, { textEdit }: CompletionItem): boolean {
  return TextEdit.is(textEdit) && before.text.charAt(before.lines.offsetAt(textEdit.range.start) - 1) === "*";
}

function excerpt(text: string, offset: number): string {
  return `${text.slice(Math.max(0, offset - 160), offset)}<|>${text.slice(offset, offset + 120)}`;
}

test("every offered item, wherever it is accepted, leaves the document well-formed and stands where it was promised", async (t) => {
  const all = await examples();
  const failures: string[] = [];
  let insertions = 0;
  let positions = 0;
  let answered = 0;
  while (insertions < WANTED_INSERTIONS && failures.length < 20) {
    const example = pick(all);
    const laidOut = relayout(example.text, pick(example.sections), pick(LAYOUTS));
    for (let asked = 0; asked < POSITIONS_PER_TEXT; asked++) {
      const { text, offset } = place(laidOut);
      const model = modelOf(example, text);
      const found = completionPlace(model.source, offset);
      positions++;
      if (!found) continue;
      answered++;
      const items = completion(model, offset, OPTIONS);
      const chosen =
        items.length <= ITEMS_PER_POSITION ? items : Array.from({ length: ITEMS_PER_POSITION }, () => pick(items));
      for (const item of chosen) {
        insertions++;
        const fault = broken(model.source, found, item);
        if (fault !== undefined) failures.push(`${fault}\n${item.label} accepted at:\n${excerpt(text, offset)}`);
      }
    }
  }
  t.diagnostic(`${insertions} insertions at ${answered} of ${positions} positions, seed ${SEED}`);
  assert.ok(answered > positions / 3, "most places where something can be written are answered");
  assert.deepEqual(failures, [], failures.join("\n\n"));
});
