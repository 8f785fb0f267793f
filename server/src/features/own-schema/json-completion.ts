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
  const used = file.own.candidates.flatMap(
    (places) => places.find((place) => documents.has(withoutFragment(place))) ?? [],
  );
  const service = getLanguageService({
    // A `$schema` that is relative to the workspace folder is asked for beside the file.
    schemaRequestService: async (uri) =>
      JSON.stringify(documents.get(uri) ?? documents.get(withoutFragment(used[0] ?? ""))),
  });
  service.configure({ allowComments: true, validate: false, schemas: used.map((uri) => ({ uri, fileMatch: ["*"] })) });
  const document = TextDocument.create(file.uri, "json", 1, file.source.text);
  const list = await service.doComplete(document, position, service.parseJSONDocument(document));
  const items = list?.items ?? [];
  return options.snippets ? items : items.map(withoutTabStops);
}

function withoutFragment(uri: string): string {
  return uri.replace(/#.*$/s, "");
}
