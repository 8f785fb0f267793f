import { getLanguageService, type LanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type CompletionItem, InsertTextFormat, type Position } from "vscode-languageserver-types";
import { KINDS } from "../protocol.ts";
import { loadSchemas, schemaDocuments } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";
import type { CompletionOptions } from "./completion.ts";

/** The JSON service of VS Code with our schemas; made on first use and kept, because it compiles them. */
let service: LanguageService | undefined;

/** Completion in a JSON tenant file, by the JSON service of VS Code with the schema of the file's kind. */
export async function jsonCompletion(
  model: FileModel,
  position: Position,
  options: CompletionOptions,
): Promise<CompletionItem[]> {
  await loadSchemas();
  service ??= createJsonService();
  const document = TextDocument.create(`tenant:///${model.kind}.json`, "json", 1, model.source.text);
  const list = await service.doComplete(document, position, service.parseJSONDocument(document));
  const items = list?.items ?? [];
  return options.snippets ? items : items.map(withoutTabStops);
}

/** The JSON service always writes snippets; a client that does not know them gets their text. */
export function withoutTabStops(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
  const { insertText, textEdit } = item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(insertText !== undefined && { insertText: plainText(insertText) }),
    ...(textEdit && { textEdit: { ...textEdit, newText: plainText(textEdit.newText) } }),
  };
}

function plainText(snippet: string): string {
  return snippet.replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{?\d+\}?/g, "$1").replace(/\\([\\$}])/g, "$1");
}

function createJsonService(): LanguageService {
  const created = getLanguageService({
    schemaRequestService: async (uri) => {
      const schema = schemaDocuments().get(uri);
      if (!schema) throw new Error(`No schema ${uri}`);
      return JSON.stringify(schema, withoutDeprecated);
    },
  });
  // The patterns are matched against the path of the document; a pattern with a scheme would match nothing.
  const schemas = KINDS.map((kind) => ({ uri: `tenant-config:${kind}`, fileMatch: [`**/${kind}.json`] }));
  created.configure({ allowComments: true, validate: false, schemas });
  return created;
}

/** Deprecated keys are understood but not offered; the JSON service has its own word for that. */
function withoutDeprecated(_key: string, value: unknown): unknown {
  const isDeprecated =
    typeof value === "object" && value !== null && "deprecated" in value && value.deprecated === true;
  return isDeprecated ? { ...value, doNotSuggest: true } : value;
}
