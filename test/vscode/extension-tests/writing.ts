import * as vscode from "vscode";
import { test } from "./harness.ts";
import {
  afterEdits,
  ask,
  equal,
  ok,
  rangeOf,
  rangeWithin,
  showOurs,
  smallTenant,
  waitForCodes,
  write,
} from "./support.ts";
import { showTour } from "./tour.ts";

const options = { tabSize: 2, insertSpaces: true };

/** Code actions of a kind, with their edits. */
async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: string,
): Promise<readonly vscode.CodeAction[]> {
  return ask<vscode.CodeAction[]>("executeCodeActionProvider", document.uri, range, kind, 50);
}

/** The text of a document after the edit of the action with a title. */
function textAfter(document: vscode.TextDocument, found: readonly vscode.CodeAction[], title: string): string {
  const action = found.find((candidate) => candidate.title === title);
  ok(action, `"${title}" is not offered, only: ${found.map((other) => other.title).join(", ")}`);
  ok(action.edit, `"${title}" has no edit.`);
  return afterEdits(document, action.edit.get(document.uri));
}

test("a call in an expression shows its signature", async () => {
  const document = await showTour("monitoring.yaml");
  const { start } = rangeOf(document, 'up{job="tour"}');
  const help = await ask<vscode.SignatureHelp>("executeSignatureHelpProvider", document.uri, start, "(");
  equal(
    help.signatures.map(({ label }) => label),
    ["rate(v: range vector): instant vector"],
    "signatures",
  );
  equal(help.activeParameter, 0, "parameter");
});

test("a document and a range are formatted, comments stay", async () => {
  const untidy = smallTenant
    .replace("tenant_id: small", "tenant_id:   small # id")
    .replace("port: 5432", "port:    5432");
  await write("tenants/untidy/tenant.yaml", untidy);
  const document = await showOurs("tenants/untidy/tenant.yaml");
  const all = await ask<vscode.TextEdit[]>("executeFormatDocumentProvider", document.uri, options);
  equal(afterEdits(document, all), smallTenant.replace("tenant_id: small", "tenant_id: small # id"), "document");
  const line = document.lineAt(0).range;
  const some = await ask<vscode.TextEdit[]>("executeFormatRangeProvider", document.uri, line, options);
  equal(afterEdits(document, some), untidy.replace(":   small", ": small"), "range");
});

test("Enter behind a key goes on where its value belongs", async () => {
  await write("tenants/enter/monitoring.yaml", "global: {}\nprometheus:\n  scrape_configs:\n\nalertmanager: {}\n");
  const document = await showOurs("tenants/enter/monitoring.yaml");
  const position = new vscode.Position(3, 0);
  const edits = await ask<vscode.TextEdit[]>("executeFormatOnTypeProvider", document.uri, position, "\n", options);
  equal(
    edits.map(({ newText }) => newText),
    ["    - "],
    "edits",
  );
});

test("Fix All mends what has one meaning, Organize orders the keys", async () => {
  const mixed = smallTenant
    .replace("billing: {}", "billing:\n  plan: Pro # the large one\n  plna: free")
    .replace("features: {}\nsecurity: {}\n", "security: {}\nfeatures: {}\n");
  await write("tenants/mixed/tenant.yaml", mixed);
  const document = await showOurs("tenants/mixed/tenant.yaml");
  await waitForCodes(document.uri, ["value-not-allowed", "unknown-property"]);
  const all = rangeOf(document, mixed);
  const fixes = await actions(document, all, "source.fixAll.tenantConfig");
  equal(
    fixes.map(({ kind }) => kind?.value),
    ["source.fixAll.tenantConfig"],
    "kinds",
  );
  equal(textAfter(document, fixes, fixes[0]?.title ?? ""), mixed.replace("Pro", "pro"), "fixed");
  const ordered = await actions(document, all, "source.organize.tenantConfig");
  const text = textAfter(document, ordered, "Put the keys in the order of the schema");
  equal(text, mixed.replace("security: {}\nfeatures: {}\n", "features: {}\nsecurity: {}\n"), "organized");
});

test("Save fixes what the setting of the editor asks for", async () => {
  await write("tenants/saved/tenant.yaml", smallTenant.replace("billing: {}", "billing:\n  plan: Pro"));
  const document = await showOurs("tenants/saved/tenant.yaml");
  const editor = vscode.workspace.getConfiguration("editor", { uri: document.uri, languageId: "tenant-config" });
  const wanted = { "source.fixAll.tenantConfig": "explicit" };
  await editor.update("codeActionsOnSave", wanted, vscode.ConfigurationTarget.Workspace, true);
  try {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), "# saved\n");
    ok(await vscode.workspace.applyEdit(edit), "The edit was refused.");
    await vscode.commands.executeCommand("workbench.action.files.save");
    equal(document.getText(), `# saved\n${smallTenant.replace("billing: {}", "billing:\n  plan: pro")}`, "text");
    equal(document.isDirty, false, "unsaved");
  } finally {
    await editor.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Workspace, true);
  }
});

test("refactorings extract an anchor and move a text to a variable", async () => {
  const pool = "{max_connections: 20, timeout: 30}";
  const twice = smallTenant.replace("      port: 5432\n", `      port: 5432\n      connection_pool: ${pool}\n`);
  const text = `${twice}x-pools:\n  first: ${pool}\n`;
  await write("tenants/moved/tenant.yaml", text);
  const document = await showOurs("tenants/moved/tenant.yaml");
  const extracted = await actions(document, rangeWithin(document, `first: ${pool}`, "{"), "refactor.extract");
  const anchor = extracted.find(({ title }) => title.startsWith("Extract"));
  ok(anchor, `No extraction: ${extracted.map(({ title }) => title).join(", ")}`);
  const after = textAfter(document, extracted, anchor.title);
  const [, name] = /connection_pool: &(\w+) /.exec(after) ?? [];
  ok(name, after);
  equal(after, text.replace(pool, `&${name} ${pool}`).replace(`first: ${pool}`, `first: *${name}`), "anchor");

  const host = rangeOf(document, "db.small.example");
  const moves = (await actions(document, host, "refactor.extract")).filter(({ title }) =>
    title.includes(".env.example"),
  );
  equal(moves.length, 1, "moves");
  const variable = "${ENVIRONMENTS_PRODUCTION_DATABASE_HOST}";
  equal(textAfter(document, moves, moves[0]?.title ?? ""), text.replace("db.small.example", variable), "variable");
  const files = moves[0]?.edit?.entries().map(([uri]) => uri.path.slice(uri.path.lastIndexOf("/") + 1)) ?? [];
  equal([...files].sort(), [".env.example", "tenant.yaml"], "files");
});

test("a comment silences a diagnostic", async () => {
  const text = smallTenant.replace("port: 5432", "port: 99999");
  await write("tenants/silent/tenant.yaml", text);
  const document = await showOurs("tenants/silent/tenant.yaml");
  await waitForCodes(document.uri, ["out-of-range"]);
  const found = await actions(document, rangeOf(document, "99999"), vscode.CodeActionKind.QuickFix.value);
  const action = found.find(({ title }) => title === "Suppress `out-of-range` for this line");
  ok(action?.edit, `No suppression: ${found.map(({ title }) => title).join(", ")}`);
  ok(await vscode.workspace.applyEdit(action.edit), "The edit was refused.");
  await waitForCodes(document.uri, []);
  ok(document.getText().includes("tenant-config-disable"), "There is no comment.");
});

test("suggestions come with their documentation, snippets with their places", async () => {
  await write("tenants/offers/tenant.yaml", smallTenant.replace("billing: {}", "billing:\n  "));
  const document = await showOurs("tenants/offers/tenant.yaml");
  const { end } = rangeOf(document, "billing:\n  ");
  const list = await ask<vscode.CompletionList>("executeCompletionItemProvider", document.uri, end, undefined, 200);
  const item = list.items.find(({ label }) => (typeof label === "string" ? label : label.label) === "usage_limits");
  const documentation = item?.documentation;
  const words = typeof documentation === "string" ? documentation : documentation?.value;
  ok(words !== undefined && words.length > 20, `documentation: ${words}`);

  await write(
    "tenants/offers/monitoring.yaml",
    "global: {}\nprometheus:\n  scrape_configs:\n    - \nalertmanager: {}\n",
  );
  const monitoring = await showOurs("tenants/offers/monitoring.yaml");
  const place = rangeOf(monitoring, "    - ").end;
  const { items } = await ask<vscode.CompletionList>("executeCompletionItemProvider", monitoring.uri, place);
  const snippets = items.filter(({ label }) => typeof label !== "string" && label.description === "snippet");
  const job = snippets.find(({ label }) => typeof label !== "string" && label.label === "scrape-job");
  ok(job, `No snippet of a job: ${snippets.map(({ label }) => JSON.stringify(label)).join(", ")}`);
  ok(job.insertText instanceof vscode.SnippetString, "The snippet is plain text.");
  ok(/^job_name: \$\{1:/.test(job.insertText.value), job.insertText.value);
});

test("expressions, templates and names are completed inside scalars", async () => {
  const text =
    "global: {}\nprometheus:\n  rule_groups:\n    - name: a\n      rules:\n        - alert: A\n          expr: histogram_q\nalertmanager: {}\n";
  await write("tenants/inside/monitoring.yaml", text);
  const document = await showOurs("tenants/inside/monitoring.yaml");
  const { items } = await ask<vscode.CompletionList>(
    "executeCompletionItemProvider",
    document.uri,
    rangeOf(document, "histogram_q").end,
  );
  const found = items.find(({ label }) => (typeof label === "string" ? label : label.label) === "histogram_quantile");
  ok(found?.detail?.startsWith("histogram_quantile(φ: number"), `detail: ${found?.detail}`);
});
