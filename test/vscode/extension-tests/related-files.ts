import * as vscode from "vscode";
import { test } from "./harness.ts";
import {
  hoverText,
  inWorkspace,
  rangeOf,
  replace,
  showOurs,
  smallMonitoring,
  smallTenant,
  waitFor,
  waitForCodes,
  write,
} from "./support.ts";

test("an edit of tenant.yaml changes what monitoring.yaml resolves", async () => {
  await write("tenants/pair/tenant.yaml", smallTenant);
  const text = smallMonitoring.replace("global: {}", 'global:\n  external_labels:\n    company: "{{tenant_name}}"');
  await write("tenants/pair/monitoring.yaml", text);
  const tenant = await showOurs("tenants/pair/tenant.yaml");
  const monitoring = await showOurs("tenants/pair/monitoring.yaml");
  const place = rangeOf(monitoring, "tenant_name").start;
  await waitFor("the name", async () => (await hoverText(monitoring, place)).includes("Small Company"));
  // Not saved: what counts is what people see.
  await replace(tenant, "Small Company", "Grown Company");
  await waitFor("the new name", async () => (await hoverText(monitoring, place)).includes("Grown Company"));
});

test("an edit of .env checks open files again", async () => {
  const variables = (await vscode.workspace.openTextDocument(inWorkspace(".env"))).getText();
  await write("tenants/variables/tenant.yaml", smallTenant.replace("port: 5432", "port: ${TEST_PORT}"));
  await write(".env", `${variables}\nTEST_PORT=99999\n`);
  const document = await showOurs("tenants/variables/tenant.yaml");
  await waitForCodes(document.uri, ["out-of-range"]);
  await write(".env", `${variables}\nTEST_PORT=5433\n`);
  await waitForCodes(document.uri, []);
  await write(".env", variables);
});
