import * as vscode from "vscode";
import type { KindAnswer } from "../../../server/src/protocol.ts";
import { test } from "./harness.ts";
import { checked, equal, extension, ok, set, show, showOurs, smallTenant, waitFor, write } from "./support.ts";

test("tenant files have our language by their names", async () => {
  const document = await show("tenants/acme/tenant.yaml");
  equal(document.languageId, "tenant-config", "language");
  equal((await checked(document)).kind, "tenant", "kind");
  equal((await extension()).serverStarted(), true, "server started");
});

test("a YAML file gets our language for its content", async () => {
  await write("deploy/customer.yaml", smallTenant);
  const document = await showOurs("deploy/customer.yaml");
  await waitFor("our language", () => document.languageId === "tenant-config");
});

test("a file switched back to YAML by hand stays YAML", async () => {
  await write("deploy/switched.yaml", smallTenant);
  const document = await showOurs("deploy/switched.yaml");
  await waitFor("our language", () => document.languageId === "tenant-config");
  await vscode.languages.setTextDocumentLanguage(document, "yaml");
  await checked(document);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), "# mine\n");
  await vscode.workspace.applyEdit(edit);
  await checked(document);
  equal(document.languageId, "yaml", "language");
});

test("without tenantConfig.assignLanguage such a file stays YAML", async () => {
  await set("assignLanguage", false);
  try {
    await write("deploy/plain.yaml", smallTenant);
    const document = await showOurs("deploy/plain.yaml");
    equal(document.languageId, "yaml", "language");
  } finally {
    await set("assignLanguage", undefined);
  }
});

test("the status tells kind, schema version and problems", async () => {
  await write("deploy/status.yaml", smallTenant.replace("port: 5432", "port: 99999"));
  const document = await showOurs("deploy/status.yaml");
  const { kind, schemaVersion, problems } = await checked(document);
  equal(
    { kind, schemaVersion, problems },
    {
      kind: "tenant",
      schemaVersion: "2",
      problems: { errors: 1, warnings: 0, infos: 0, hints: 0 },
    },
    "status",
  );
});

test("Why This Kind? names the deciding question", async () => {
  const document = await showOurs("deploy/customer.yaml");
  const answer = await vscode.commands.executeCommand<KindAnswer>("tenantConfig.whyThisKind", document.uri);
  await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
  equal([answer.kind, answer.decidedBy], ["tenant", "content"], "answer");
  ok(answer.reasons.length > 1, "There are no reasons.");
});
