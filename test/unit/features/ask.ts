import assert from "node:assert/strict";
import type { CodeAction, CompletionItem, Diagnostic, DocumentSymbol, FoldingRange } from "vscode-languageserver-types";
import {
  type CompletionOptions,
  createService,
  DEFAULT_SETTINGS,
  type Document,
  type Service,
  type Settings,
  type Workspace,
} from "../../../server/src/service.ts";
import { LineIndex } from "../../../server/src/text/line-index.ts";
import { applyOffsetEdits } from "../../../server/src/text/offset-edit.ts";
import { acceptCompletion } from "../../support/apply-completion.ts";
import { withCursor } from "../../support/cursor.ts";
import { exampleFiles } from "../../support/examples.ts";
import { memoryWorkspace, uriOf } from "../../support/memory-workspace.ts";

/** Where a test document stands and what surrounds it. */
export interface Surroundings {
  /** Path of the document in the workspace; its name decides the kind. */
  readonly path?: string;
  /** Other files of the workspace by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A document ready to be asked about. */
export interface Asked {
  readonly service: Service;
  readonly document: Document;
  readonly workspace: Workspace;
  readonly settings: Settings;
}

/** Puts a text into a memory workspace. Without a path it is the tenant file of a tenant of its own. */
export function open(text: string, around: Surroundings = {}): Asked {
  const path = around.path ?? "tenants/one/tenant.yaml";
  return {
    service: createService(),
    document: { uri: uriOf(path), text },
    workspace: memoryWorkspace({ ...around.files, [path]: text }, around.environment),
    settings: { ...DEFAULT_SETTINGS, ...around.settings },
  };
}

/** Files of an example tenant by their path in the workspace. */
export function tenantFiles(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(exampleFiles(folder)).map(([path, text]) => [path.replace(/\/+/g, "/"), text]),
  );
}

/** Answer of a completion request. */
export interface Offered {
  readonly text: string;
  readonly items: readonly CompletionItem[];
  /** Labels in the order in which they are shown, without those of snippets. */
  readonly labels: readonly string[];
  /** Labels of the snippets. */
  readonly snippets: readonly string[];
  /** The item with a label; fails when it is not offered. */
  item(label: string): CompletionItem;
  /** The whole document after accepting the item with a label. */
  accept(label: string): string;
}

const OPTIONS: CompletionOptions = { snippets: true, triggerSuggest: false };

/** Asks for completion at the marker of a text. */
export async function complete(
  marked: string,
  around: Surroundings = {},
  options: Partial<CompletionOptions> = {},
): Promise<Offered> {
  const { text, position } = withCursor(marked);
  const { service, document, workspace, settings } = open(text, around);
  const items = await service.completion(document, position, { ...OPTIONS, ...options }, workspace, settings);
  const ordered = [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  const labels = ordered.filter((item) => !isSnippet(item)).map((item) => item.label);
  const snippets = ordered.filter(isSnippet).map((item) => item.label);
  const item = (label: string): CompletionItem => {
    const found = items.find((candidate) => candidate.label === label);
    assert.ok(found, `${label} is offered: ${labels.join(", ")}`);
    return found;
  };
  return { text, items: ordered, labels, snippets, item, accept: (label) => acceptCompletion(text, item(label)) };
}

/** true for an item that stands for a snippet. */
export function isSnippet(item: CompletionItem): boolean {
  return item.labelDetails?.description === "snippet";
}

/** Diagnostics of a text. */
export async function check(text: string, around: Surroundings = {}): Promise<readonly Diagnostic[]> {
  const { service, document, workspace, settings } = open(text, around);
  return (await service.check(document, workspace, settings)).diagnostics;
}

const SEVERITIES = ["", "error", "warning", "info", "hint"];

/** A diagnostic on one line: `3:5-3:9 error unknown-property Message`, places counted from 1. */
export function shortly({ range: { start, end }, severity, code, message }: Diagnostic): string {
  const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return `${place} ${SEVERITIES[severity ?? 0]} ${code} ${message}`;
}

/** Diagnostics of a text, one line each. */
export async function faults(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  return (await check(text, around)).map(shortly);
}

/** Outline of a text. */
export function symbols(text: string, around: Surroundings = {}): Promise<DocumentSymbol[]> {
  const { service, document, workspace, settings } = open(text, around);
  return service.documentSymbols(document, workspace, settings);
}

/** Foldable regions of a text, `first-last` line from 1, with their kind when they have one. */
export async function folds(text: string, around: Surroundings = {}): Promise<readonly string[]> {
  const { service, document, workspace, settings } = open(text, around);
  const ranges: FoldingRange[] = await service.foldingRanges(document, workspace, settings);
  return ranges.map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ""}`);
}

/** A text after the edits of a code action. */
export function applyAction(text: string, action: CodeAction): string {
  const lines = new LineIndex(text);
  const edits = Object.values(action.edit?.changes ?? {}).flat();
  return applyOffsetEdits(
    text,
    edits.map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      newText,
    })),
  );
}
