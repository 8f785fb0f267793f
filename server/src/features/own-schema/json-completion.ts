import { getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionItem, Position } from "vscode-languageserver-types";
import type { CompletionOptions } from "../completion-item.ts";
import { withoutTabStops } from "../json-completion.ts";
import type { OwnFile } from "./own-file.ts";

/** Completion in a JSON file with a schema of its team, by the JSON service of VS Code with the schemas as they were loaded. */
export async function ownJsonCompletion(
  file: OwnFile,
  position: Position,
  options: CompletionOptions,
): Promise<CompletionItem[]> {
  const { documents } = file.schema;
  const service = getLanguageService({
    schemaRequestService: async (uri) => {
      const schema = documents.get(uri);
      if (schema === undefined) throw new Error(`No schema ${uri}`);
      return JSON.stringify(schema);
    },
  });
  const used = file.own.candidates.flatMap(
    (places) => places.find((place) => documents.has(place.replace(/#.*$/, ""))) ?? [],
  );
  // The patterns are matched against the path of the document; a pattern with a scheme would match nothing.
  service.configure({
    allowComments: true,
    validate: false,
    schemas: used.map((uri) => ({ uri, fileMatch: ["*.json"] })),
  });
  const document = TextDocument.create("own:///file.json", "json", 1, file.source.text);
  const list = await service.doComplete(document, position, service.parseJSONDocument(document));
  const items = list?.items ?? [];
  return options.snippets ? items : items.map(withoutTabStops);
}
