import * as vscode from "vscode";
import { test } from "./harness.ts";
import {
  equal,
  inWorkspace,
  ok,
  rangeOf,
  replace,
  showOurs,
  smallTenant,
  waitFor,
  waitForCodes,
  write,
} from "./support.ts";

const broken = smallTenant.replace("metadata:", "metadate:").replace("port: 5432", "port: 99999");
const brokenCodes = ["unknown-property", "out-of-range"];

test("a broken tenant file has exactly its problems", async () => {
  await write("tenants/broken/tenant.yaml", broken);
  const document = await showOurs("tenants/broken/tenant.yaml");
  await waitForCodes(document.uri, brokenCodes);
  const first = vscode.languages
    .getDiagnostics(document.uri)
    .find(({ code }) => typeof code === "object" && code.value === "unknown-property");
  ok(first, "The misspelt key has no diagnostic, or its code has no link.");
  equal(first.range.isEqual(rangeOf(document, "metadate")), true, "range of the misspelt key");
  equal(first.severity, vscode.DiagnosticSeverity.Error, "severity");
});

test("the link of a code leads to a page about it", async () => {
  const uri = vscode.Uri.joinPath(inWorkspace("tenants"), "broken/tenant.yaml");
  const pageOf = async (code: string): Promise<{ target: vscode.Uri; page: string }> => {
    const problem = vscode.languages
      .getDiagnostics(uri)
      .find((candidate) => typeof candidate.code === "object" && candidate.code.value === code);
    const target = typeof problem?.code === "object" ? problem.code.target : undefined;
    ok(target, `The code ${code} has no link.`);
    return { target, page: (await vscode.workspace.openTextDocument(target)).getText() };
  };
  const { page: section } = await pageOf("out-of-range");
  ok(section.startsWith("# out-of-range\n"), `The page begins with ${section.slice(0, 40)}`);
  ok(
    section.includes("*fixed:*\n\n```yaml\n") && !section.includes("\n## "),
    "The page holds more or less than its section.",
  );
  const { target, page } = await pageOf("unknown-property");
  ok(page.startsWith("# unknown-property\n"), `The page of the rule begins with ${page.slice(0, 40)}`);
  ok(page.includes("## Why it matters"), "The page of the rule does not say why.");
  await vscode.commands.executeCommand("vscode.open", target);
  const preview = await waitFor("the page", () => {
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    return activeTab?.input instanceof vscode.TabInputCustom && activeTab.input.viewType;
  });
  equal(preview, "vscode.markdown.preview.editor", "editor of the page");
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
});

test("diagnostics follow the text, saved or not", async () => {
  const document = await showOurs("tenants/broken/tenant.yaml");
  await replace(document, "99999", "5432");
  await waitForCodes(document.uri, ["unknown-property"]);
  await replace(document, "metadate", "metadata");
  await waitForCodes(document.uri, []);
});

test("a quick fix is offered at the problem and mends it", async () => {
  await write("tenants/fixed/tenant.yaml", broken);
  const document = await showOurs("tenants/fixed/tenant.yaml");
  await waitForCodes(document.uri, brokenCodes);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    rangeOf(document, "metadate"),
    vscode.CodeActionKind.QuickFix.value,
  );
  equal(
    actions.map((action) => action.title),
    ["Change to `metadata`", "Suppress `unknown-property` for this line", "Suppress `unknown-property` in this file"],
    "quick fixes",
  );
  const edit = actions[0]?.edit;
  ok(edit, "The quick fix has no edit.");
  ok(await vscode.workspace.applyEdit(edit), "The edit was refused.");
  equal(document.getText(), broken.replace("metadate", "metadata"), "text");
  await waitForCodes(document.uri, ["out-of-range"]);
});

test("diagnostics of a closed file go away", async () => {
  await write("tenants/closed/tenant.yaml", broken);
  const document = await showOurs("tenants/closed/tenant.yaml");
  await waitForCodes(document.uri, brokenCodes);
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  await waitForCodes(document.uri, []);
});

test("an unsaved file is checked as well", async () => {
  const document = await vscode.workspace.openTextDocument({
    language: "yaml",
    content: broken.replace("metadate", "metadata"),
  });
  await vscode.window.showTextDocument(document);
  await waitForCodes(document.uri, ["out-of-range"]);
});
