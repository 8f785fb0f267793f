import * as vscode from "vscode";
import { test } from "./harness.ts";
import {
  equal,
  hoverText,
  installed,
  ok,
  rangeOf,
  showOurs,
  smallTenant,
  waitFor,
  waitForCodes,
  write,
} from "./support.ts";

function complete(document: vscode.TextDocument, position: vscode.Position): Thenable<vscode.CompletionList> {
  return vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
}

function labels({ items }: vscode.CompletionList): readonly string[] {
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

test("keys are offered where they fit, and no others", async () => {
  await write("tenants/keys/tenant.yaml", smallTenant.replace("billing: {}", "billing:\n  "));
  const document = await showOurs("tenants/keys/tenant.yaml");
  const offered = labels(await complete(document, rangeOf(document, "billing:\n  ").end));
  for (const key of ["plan", "billing_cycle", "usage_limits"]) {
    ok(offered.includes(key), `${key} is not offered, only: ${offered.join(", ")}`);
  }
  equal(offered.includes("tenant_id"), false, "a key of the top level is offered");
});

test("values are offered for an enumeration", async () => {
  await write("tenants/values/tenant.yaml", smallTenant.replace("billing: {}", "billing:\n  plan: "));
  const document = await showOurs("tenants/values/tenant.yaml");
  const offered = labels(await complete(document, rangeOf(document, "plan: ").end));
  for (const plan of ["free", "basic", "pro", "enterprise"]) {
    ok(offered.includes(plan), `${plan} is not offered, only: ${offered.join(", ")}`);
  }
});

test("hover explains a key and its default", async () => {
  const document = await showOurs("tenants/acme/tenant.yaml");
  const text = await hoverText(document, rangeOf(document, "tenant_id").start);
  ok(text.includes("keeps the tenant's data apart") && text.includes("Required"), `hover: ${text}`);
});

test("hover resolves variables from .env", async () => {
  const document = await showOurs("tenants/acme/tenant.yaml");
  const place = rangeOf(document, "${DB_HOST").start.translate(0, 3);
  const text = await hoverText(document, place);
  ok(text.includes("db.acme.example") && text.includes(".env"), `hover: ${text}`);
});

test("the snippets of all kinds belong to our language", async () => {
  const file = vscode.Uri.joinPath(installed().extensionUri, "snippets", "tenant.code-snippets");
  const names = Object.keys(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))));
  ok(names.length > 3, "There are no snippets.");
  await write("tenants/snippets/tenant.yaml", "");
  const document = await showOurs("tenants/snippets/tenant.yaml");
  for (const name of names.slice(0, 3)) {
    await vscode.commands.executeCommand("editor.action.insertSnippet", { langId: "tenant-config", name });
    await waitFor(`the snippet ${name}`, () => document.getText().trim() !== "");
    await vscode.commands.executeCommand("undo");
    await waitFor("the empty file", () => document.getText() === "");
  }
  await waitForCodes(document.uri, ["missing-property"]);
});
