/** Collects the messages of server and client that can be translated: `l10n/bundle.l10n.json` and `server/l10n/bundle.l10n.json`. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  isCallExpression,
  isNoSubstitutionTemplateLiteral,
  isPropertyAccessExpression,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
  type Node,
} from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";

const root = path.join(import.meta.dirname, "..");

/** Where messages are written, and the file that lists them in English. */
export const BUNDLES: Readonly<Record<"client" | "server", { readonly sources: string; readonly file: string }>> = {
  client: { sources: "client/src/", file: "l10n/bundle.l10n.json" },
  server: { sources: "server/src/", file: "server/l10n/bundle.l10n.json" },
};

/** The text of each bundle as it should be: every message once, sorted, with itself as its translation. */
export function bundleTexts(): Readonly<Record<keyof typeof BUNDLES, string>> {
  const api = new API({ cwd: root });
  try {
    const config = path.join(root, "tsconfig.json");
    const program = api.updateSnapshot({ openProject: config }).getProject(config)?.program;
    if (!program) throw new Error(`${config} is no project.`);
    const files = program.getSourceFileNames().map((file) => path.relative(root, file).replaceAll("\\", "/"));
    const textOf = (sources: string): string => {
      const messages = new Set<string>();
      for (const file of files) {
        // Most files have no message; those need not be parsed.
        if (!file.startsWith(sources) || !readFileSync(path.join(root, file), "utf8").includes("l10n.t")) continue;
        const parsed = program.getSourceFile(path.join(root, file));
        if (parsed) collect(parsed, file, messages);
      }
      const sorted = [...messages].sort().map((message) => [message, message] as const);
      return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
    };
    return { client: textOf(BUNDLES.client.sources), server: textOf(BUNDLES.server.sources) };
  } finally {
    api.close();
  }
}

function collect(node: Node, file: string, messages: Set<string>): void {
  const message = messageOf(node, file);
  if (message !== undefined) messages.add(message);
  node.forEachChild((child) => collect(child, file, messages));
}

/** The key of a call of `l10n.t`, as the library makes it; undefined for everything else. */
function messageOf(node: Node, file: string): string | undefined {
  if (isTaggedTemplateExpression(node) && isTranslate(node.tag)) {
    const { template } = node;
    if (!isTemplateExpression(template)) return (template as unknown as { readonly text: string }).text;
    const spans = template.templateSpans.map((span, index) => `{${index}}${span.literal.text}`);
    return template.head.text + spans.join("");
  }
  if (!isCallExpression(node) || !isTranslate(node.expression)) return undefined;
  const [message] = node.arguments;
  if (message && (isStringLiteral(message) || isNoSubstitutionTemplateLiteral(message))) return message.text;
  throw new Error(`${file}: a message has to be written where it is made, so that it can be found: ${node.getText()}`);
}

function isTranslate(node: Node): boolean {
  return isPropertyAccessExpression(node) && node.getText() === "l10n.t";
}

if (import.meta.main) {
  const texts = bundleTexts();
  for (const [part, { file }] of Object.entries(BUNDLES)) {
    writeFileSync(path.join(root, file), texts[part as keyof typeof BUNDLES]);
    console.log(`${file}: ${Object.keys(JSON.parse(texts[part as keyof typeof BUNDLES])).length} messages`);
  }
}
