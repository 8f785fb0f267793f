import * as vscode from "vscode";
import { test } from "./harness.ts";
import { checked, equal, ok, set, show, showOurs, smallTenant, waitFor, waitForCodes, write } from "./support.ts";

const broken = smallTenant.replace("port: 5432", "port: 99999");

test("tenantConfig.rules changes diagnostics without a reload", async () => {
  await write("tenants/rules/tenant.yaml", broken);
  const { uri } = await showOurs("tenants/rules/tenant.yaml");
  await waitForCodes(uri, ["out-of-range"]);
  await set("rules", { "out-of-range": "off" });
  await waitForCodes(uri, []);
  await set("rules", { "out-of-range": "hint" });
  await waitForCodes(uri, ["out-of-range"]);
  equal(vscode.languages.getDiagnostics(uri)[0]?.severity, vscode.DiagnosticSeverity.Hint, "severity");
  await set("rules", undefined);
  await waitFor(
    "the error",
    () => vscode.languages.getDiagnostics(uri)[0]?.severity === vscode.DiagnosticSeverity.Error,
  );
});

test("tenantConfig.fileKinds makes a file ours, and none of them", async () => {
  await write("odd/name.yaml", "global: {}\n");
  const document = await show("odd/name.yaml");
  await set("fileKinds", { "odd/*.yaml": "monitoring" });
  equal((await checked(document)).kind, "monitoring", "kind");
  await waitForCodes(document.uri, ["missing-property"]);
  await set("fileKinds", { "odd/*.yaml": "none" });
  await waitForCodes(document.uri, []);
  await set("fileKinds", undefined);
});

test("a broken setting does no harm", async () => {
  const document = await showOurs("tenants/rules/tenant.yaml");
  await set("rules", { "out-of-range": "loud", "unknown-property": "off" });
  await waitForCodes(document.uri, ["out-of-range"]);
  await set("rules", undefined);
  ok((await checked(document)).kind === "tenant", "The file is not ours any more.");
});
