import type { Kind } from "../protocol.ts";

/** A text that people write again and again, with tab stops. */
export interface Snippet {
  /** What is typed for it. */
  readonly prefix: string;
  readonly description: string;
  /** true for a whole file. */
  readonly isFileTemplate?: boolean;
  /** Lines in the snippet syntax of VS Code; a tab is one step of indentation. */
  readonly body: readonly string[];
  /** How many of its keys the schemas name where it belongs; -1 for a whole file. */
  readonly namedKeys: number;
}

const LOADERS: Readonly<Record<Kind, () => Promise<{ readonly default: readonly Snippet[] }>>> = {
  tenant: () => import("./generated/tenant-snippets.json", { with: { type: "json" } }),
  monitoring: () => import("./generated/monitoring-snippets.json", { with: { type: "json" } }),
  security: () => import("./generated/security-snippets.json", { with: { type: "json" } }),
  environment: () => import("./generated/environment-snippets.json", { with: { type: "json" } }),
  localization: () => import("./generated/localization-snippets.json", { with: { type: "json" } }),
};

const loaded = new Map<Kind, readonly Snippet[]>();

/** Loads the snippets of a kind; does nothing when they are there. */
export async function loadSnippets(kind: Kind): Promise<void> {
  if (!loaded.has(kind)) loaded.set(kind, (await LOADERS[kind]()).default);
}

/** Snippets of a kind; none before {@link loadSnippets} was awaited. */
export function snippetsOf(kind: Kind): readonly Snippet[] {
  return loaded.get(kind) ?? [];
}

/** A snippet as it is written with two spaces a step when every tab stop keeps its default. */
export function plainText(snippet: Pick<Snippet, "body">): string {
  return expandSnippet(snippet.body.join("\n")).replaceAll("\t", "  ");
}

/** The text of a snippet when every tab stop keeps its default or first choice. */
export function expandSnippet(snippet: string): string {
  const defaults = new Map<string, string>();
  // Inner tab stops first: a default may hold others.
  const stop = /(?<!\\)\$(?:\{(\d+)\|((?:\\.|[^|\\])*)\|\}|\{(\d+):((?:\\.|[^\\}$])*)\})/;
  let text = snippet;
  for (let found = stop.exec(text); found; found = stop.exec(text)) {
    const [all, choiceNumber, choices = "", number, given = ""] = found;
    const value = choiceNumber === undefined ? given : (choices.split(/(?<!\\),/)[0] ?? "");
    defaults.set(number ?? choiceNumber ?? "", value);
    text = text.slice(0, found.index) + value + text.slice(found.index + all.length);
  }
  const mirrored = text.replace(/(?<!\\)\$(\d+)/g, (_all, number: string) => defaults.get(number) ?? "");
  return mirrored.replace(/\\([$}\\,|])/g, "$1");
}
