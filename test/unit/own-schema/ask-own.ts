import type { CompletionItem, Hover } from "vscode-languageserver-types";
import { acceptCompletion } from "../../support/apply-completion.ts";
import { withCursor } from "../../support/cursor.ts";
import { applyAction, check, complete, faults, type Offered, open, type Surroundings } from "../features/ask.ts";

/** The comment that gives a test document the schema of {@link around}. */
export const MODELINE = "# yaml-language-server: $schema=schema.json\n";

/** Surroundings in which `schema.json` stands beside the document. */
export function around(schema: object | boolean, more: Surroundings = {}): Surroundings {
  return { path: "a.yaml", ...more, files: { "schema.json": JSON.stringify(schema), ...more.files } };
}

/** Faults of a text by a schema, one line each; lines are counted without the comment that names the schema. */
export async function ownFaults(
  schema: object | boolean,
  text: string,
  more: Surroundings = {},
): Promise<readonly string[]> {
  const found = await faults(MODELINE + text, around(schema, more));
  return found.map((fault) =>
    fault.replace(/(\d+):(\d+)-(\d+):(\d+)/, (_, a, b, c, d) => `${a - 1}:${b}-${c - 1}:${d}`),
  );
}

/** Completion at the marker of a text by a schema. */
export function ownCompletion(schema: object | boolean, marked: string, snippets = true): Promise<Offered> {
  return complete(MODELINE + marked, around(schema), { snippets });
}

/** The text, without the comment, after accepting the item with a label. */
export async function accepted(
  schema: object | boolean,
  marked: string,
  label: string,
  snippets = true,
): Promise<string> {
  const offered = await ownCompletion(schema, marked, snippets);
  const item: CompletionItem = offered.item(label);
  return acceptCompletion(offered.text, item).slice(MODELINE.length);
}

/** Text of the hover at the marker of a text by a schema. */
export async function ownHover(schema: object | boolean, marked: string): Promise<string | undefined> {
  const { text, position } = withCursor(MODELINE + marked);
  const { service, document, workspace, settings } = open(text, around(schema));
  const hover: Hover | undefined = await service.hover(document, position, workspace, settings);
  return hover && (hover.contents as { value: string }).value;
}

/** The text, without the comment, after the quick fix of its first diagnostic with a code. */
export async function ownFixed(schema: object | boolean, text: string, code: string): Promise<string> {
  const { service, document, workspace, settings } = open(MODELINE + text, around(schema));
  const diagnostics = await check(MODELINE + text, around(schema));
  const diagnostic = diagnostics.find((candidate) => candidate.code === code);
  if (!diagnostic) throw new Error(`no ${code}`);
  const request = { range: diagnostic.range, diagnostics: [diagnostic] };
  const [action] = await service.codeActions(document, request, workspace, settings);
  if (!action) throw new Error(`no fix for ${code}`);
  return applyAction(MODELINE + text, action).slice(MODELINE.length);
}
