import type { MarkupContent } from "vscode-languageserver-types";
import { schemasAt } from "../schema/match.ts";
import { resolve } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import type { NodePath } from "../yaml/node.ts";
import { describeKey, describeSchemas } from "./hover.ts";
import { plainText, snippetsOf } from "./snippets.ts";

/** What an item is about: enough to write its documentation when the editor asks for it. Plain JSON. */
export type CompletionAbout =
  | { readonly what: "key"; readonly path: NodePath; readonly key: string }
  | { readonly what: "item"; readonly path: NodePath }
  | { readonly what: "snippet"; readonly prefix: string };

/** Documentation of an item as Markdown; undefined when there is none. */
export function aboutText(model: FileModel, about: CompletionAbout): MarkupContent | undefined {
  const value = markdown(model, about);
  return value === "" ? undefined : { kind: "markdown", value };
}

function markdown(model: FileModel, about: CompletionAbout): string {
  if (about.what === "snippet") {
    const snippet = snippetsOf(model.kind).find((candidate) => candidate.prefix === about.prefix);
    return snippet ? `${snippet.description}\n\n\`\`\`yaml\n${plainText(snippet)}\n\`\`\`` : "";
  }
  const schemas = schemasAt(model.schema, model.root, about.path);
  if (about.what === "key") return describeKey(schemas, about.key);
  return describeSchemas(schemas.flatMap((schema) => (schema.items ? [resolve(schema.items)] : [])));
}

/** Reads what an editor sends back with an item; undefined for anything else. */
export function readAbout(data: unknown): CompletionAbout | undefined {
  if (typeof data !== "object" || data === null || !("what" in data)) return undefined;
  const { what } = data;
  if (what === "snippet")
    return "prefix" in data && typeof data.prefix === "string" ? (data as CompletionAbout) : undefined;
  if (!("path" in data) || !isPath(data.path)) return undefined;
  if (what === "item") return data as CompletionAbout;
  return what === "key" && "key" in data && typeof data.key === "string" ? (data as CompletionAbout) : undefined;
}

function isPath(value: unknown): value is NodePath {
  return Array.isArray(value) && value.every((step) => typeof step === "string" || typeof step === "number");
}
