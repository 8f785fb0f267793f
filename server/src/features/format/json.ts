import { getLanguageService, type LanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Range, TextEdit } from "vscode-languageserver-types";
import type { FormatOptions } from "../formatting.ts";

/** The JSON service of VS Code; made on first use. */
let service: LanguageService | undefined;

/** Edits of white space that format a JSON text, or the lines that a range touches. Comments stay. */
export function formatJson(text: string, options: FormatOptions, range?: Range): TextEdit[] {
  service ??= getLanguageService({});
  const document = TextDocument.create("tenant:///file.json", "json", 1, text);
  return service.format(document, range && wholeLines(range), { ...options });
}

function wholeLines({ start, end }: Range): Range {
  return { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
}
