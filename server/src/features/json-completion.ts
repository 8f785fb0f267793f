import { getLanguageService, type LanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionItem, Position } from "vscode-languageserver-types";
import { KINDS } from "../protocol.ts";
import { schemaDocuments } from "../schema/registry.ts";
import type { FileModel } from "../tenants/file-model.ts";

/** The JSON service of VS Code with our schemas; made on first use and kept, because it compiles them. */
let service: LanguageService | undefined;

/** Completion in a JSON tenant file, by the JSON service of VS Code with the schema of the file's kind. */
export async function jsonCompletion(model: FileModel, position: Position): Promise<CompletionItem[]> {
  service ??= createJsonService();
  const document = TextDocument.create(`tenant:///${model.kind}.json`, "json", 1, model.source.text);
  const list = await service.doComplete(document, position, service.parseJSONDocument(document));
  return list?.items ?? [];
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
