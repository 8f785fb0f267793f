import * as vscode from "vscode";
import type { ExtensionApi } from "../../../client/src/extension.ts";
import type { StatusParams } from "../../../server/src/protocol.ts";

/** The least that is valid in a tenant file. */
export const smallTenant = `tenant_id: small
metadata:
  name: Small Company
  owner:
    user_id: user_1
    email: ada@small.example
    name: Ada Lovelace
environments:
  production:
    enabled: true
    database:
      host: db.small.example
      port: 5432
      name: small
      schema: tenant_small
features: {}
security: {}
billing: {}
`;

/** The least that is valid in a monitoring file. */
export const smallMonitoring = "global: {}\nprometheus: {}\nalertmanager: {}\n";

const interval = 25;

/** Asks `probe` until it returns something other than undefined or false; the test's own time limit ends the waiting. */
export async function waitFor<T>(what: string, probe: () => T | Promise<T>): Promise<Exclude<T, undefined | false>> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== false) {
      return value as Exclude<T, undefined | false>;
    }
    if (Date.now() > end) {
      throw new Error(`Waited 20 s in vain for ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

/** Throws unless the two values are the same as JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual, undefined, 2), JSON.stringify(expected, undefined, 2)];
  if (found !== wanted) {
    throw new Error(`${what}: expected ${wanted}, found ${found}`);
  }
}

/** Throws unless the condition holds. */
export function ok(condition: unknown, what: string): asserts condition {
  if (condition === undefined || condition === null || condition === false) {
    throw new Error(what);
  }
}

/** The extension as VS Code knows it. */
export function installed(): vscode.Extension<ExtensionApi> {
  const found = vscode.extensions.getExtension<ExtensionApi>("tenant-config.vscode-tenant-config");
  ok(found, "The extension is not installed.");
  return found;
}

/** The running extension. */
export async function extension(): Promise<ExtensionApi> {
  return installed().activate();
}

/** A file of the workspace. */
export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, "No folder is open.");
  return vscode.Uri.joinPath(folder.uri, ...path.split("/"));
}

/** Writes a file of the workspace, with its folders. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file of the workspace in an editor. The document may get another language a moment later. */
export async function show(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Opens a file and waits until the server has checked it as one of ours. */
export async function showOurs(path: string): Promise<vscode.TextDocument> {
  const document = await show(path);
  await checked(document);
  return document;
}

/** Waits until the server has checked the document as it is now. */
export async function checked(document: vscode.TextDocument): Promise<StatusParams> {
  const api = await extension();
  return waitFor(`the check of ${document.uri.path}`, () => {
    const status = api.statusOf(document.uri);
    return status?.version === document.version ? status : undefined;
  });
}

/** What the small files of the tests have by themselves: they hold no more than they need, in folders of any name. */
const OF_SMALL_FILES: ReadonlySet<string> = new Set(["audit-incomplete", "tenant-id-mismatch"]);

/** Codes of our diagnostics, by place. */
export function codesOf(uri: vscode.Uri): readonly string[] {
  return [...vscode.languages.getDiagnostics(uri)]
    .filter((diagnostic) => diagnostic.source === "tenant-config")
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code }) => String(typeof code === "object" ? code.value : code))
    .filter((code) => !OF_SMALL_FILES.has(code));
}

/** Waits until a document has exactly these diagnostics, by place. */
export async function waitForCodes(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  try {
    await waitFor("the diagnostics", () => codesOf(uri).join() === expected.join());
  } catch (error) {
    throw new Error(`${uri.path}: expected [${expected.join()}], found [${codesOf(uri).join()}]`, { cause: error });
  }
}

/** Replaces the first occurrence of a text in a document. */
export async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text), by);
  ok(await vscode.workspace.applyEdit(edit), `The edit of ${document.uri.path} was refused.`);
}

/** Where a text first stands in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `${document.uri.path} has no "${text}".`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The text of the hovers at a place. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === "string" ? content : content.value)).join("\n");
}

/** Sets a setting for the workspace; undefined takes it back. */
export async function set(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("tenantConfig");
  await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Runs one of the commands with which extensions ask for what language features answer. */
export function ask<T>(command: string, ...args: readonly unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.${command}`, ...args);
}

/** Where a text first stands behind another one, as far as `within` leads to the right place. */
export function rangeWithin(document: vscode.TextDocument, within: string, text: string): vscode.Range {
  const { start } = rangeOf(document, within);
  const offset = document.offsetAt(start) + within.indexOf(text);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** A place as `tenant.yaml:3 text`, with its line from 1. */
export async function shown({
  uri,
  range,
}: {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return `${uri.path.slice(uri.path.lastIndexOf("/") + 1)}:${range.start.line + 1} ${document.getText(range)}`;
}

/** Places in the order of their files and lines. */
export async function allShown(
  places: readonly { uri: vscode.Uri; range: vscode.Range }[],
): Promise<readonly string[]> {
  const texts = await Promise.all(places.map(shown));
  return texts.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** The text that a document would have after edits of it, none of which is applied. */
export function afterEdits(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  let text = document.getText();
  for (const { range, newText } of [...edits].sort((a, b) => b.range.start.compareTo(a.range.start))) {
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }
  return text;
}
