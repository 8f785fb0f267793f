import { TextDocument } from "vscode-languageserver-textdocument";
import { YAMLFormatter } from "yaml-language-server/out/src/languageservice/services/yamlFormatter.js";

/** What the formatter of yaml-language-server is asked for. */
export interface LibraryOptions {
  readonly tabSize: number;
  /** Spaces inside the braces of a mapping on one line. */
  readonly bracketSpacing: boolean;
  /** Longest line; collections that do not fit are written one entry per line. */
  readonly printWidth: number;
  /** A comma behind the last entry of a collection over several lines. */
  readonly trailingComma: boolean;
}

const formatter = new YAMLFormatter();

/** A YAML text as the formatter of yaml-language-server writes it, with `\n` as line break; the text itself when it can not read it. */
export async function formatWithLibrary(text: string, options: LibraryOptions): Promise<string> {
  const document = TextDocument.create("tenant:///flow.yaml", "yaml", 1, text);
  const [edit] = await formatter.format(document, { ...options });
  return edit ? edit.newText : text;
}
