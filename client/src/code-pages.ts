import { type Diagnostic, type Disposable, type TextDocumentContentProvider, Uri, workspace } from "vscode";
import type { Middleware } from "vscode-languageclient";

/**
 * Scheme of the pages about codes of problems. The manifest has its files shown as rendered Markdown. A link to a command would be shorter,
 * but VS Code does not follow those from the hover of a problem.
 */
const SCHEME = "tenant-config-code";

/** What the server calls itself in its diagnostics. */
const SOURCE = "tenant-config";

/** The page about a code. */
export function codePage(code: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${code}.md` });
}

/** Links the code of each problem to its page. The server can not do it: only the extension knows where the pages are. */
export function linkCodes(): Middleware {
  return {
    handleDiagnostics: (uri, diagnostics, next) => {
      for (const diagnostic of diagnostics) linkCode(diagnostic);
      next(uri, diagnostics);
    },
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      if (report && "items" in report) for (const diagnostic of report.items) linkCode(diagnostic);
      return report;
    },
  };
}

function linkCode(diagnostic: Diagnostic): void {
  const { code, source } = diagnostic;
  if (source === SOURCE && typeof code === "string") diagnostic.code = { value: code, target: codePage(code) };
}

/** Serves the pages that come with the extension: one for each rule, and one that describes all other codes. */
export function codePages(extensionUri: Uri): Disposable {
  const provider: TextDocumentContentProvider = {
    provideTextDocumentContent: async (uri) => {
      const code = uri.path.slice(1, -".md".length);
      const rule = await page(extensionUri, "rules", `${code}.md`);
      return rule ?? section((await page(extensionUri, "diagnostics.md")) ?? "", code);
    },
  };
  return workspace.registerTextDocumentContentProvider(SCHEME, provider);
}

/** Text of a page that comes with the extension; undefined when there is none. */
async function page(extensionUri: Uri, ...path: readonly string[]): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, "docs", ...path)));
  } catch {
    return undefined;
  }
}

/** The section of the second level with a title, as a page of its own, with code blocks as renderers know them; empty without one. */
function section(page: string, title: string): string {
  const found = `\n${page}`.split("\n## ").find((part) => part.startsWith(`${title}\n`));
  return found === undefined ? "" : `# ${found.replace(/^(```\w+) (bad|fixed)\b.*$/gm, "*$2:*\n\n$1")}`;
}
