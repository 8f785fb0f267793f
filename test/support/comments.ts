import { createScanner } from "jsonc-parser";
import { Lexer } from "yaml";

/** Comments of a YAML or JSON text, sorted, so that a test can say that none was lost. */
export function commentsOf(text: string, notation: "yaml" | "json" = "yaml"): readonly string[] {
  if (notation === "yaml") return [...new Lexer().lex(text)].filter((token) => token.startsWith("#")).sort();
  const comments: string[] = [];
  const scanner = createScanner(text);
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const token = text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength());
    if (/^\/[/*]/.test(token)) comments.push(token);
  }
  return comments.sort();
}
