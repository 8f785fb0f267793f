import * as vscode from "vscode";
import { test } from "./harness.ts";
import { checked, equal, ok, set, show, showOurs, smallTenant, waitFor, waitForCodes, write } from "./support.ts";

/** Severity of the first problem with a code; undefined when there is none. */
function severityOf(uri: vscode.Uri, code: string): vscode.DiagnosticSeverity | undefined {
  const isOfCode = (problem: vscode.Diagnostic): boolean =>
    typeof problem.code === "object" && problem.code.value === code;
  return vscode.languages.getDiagnostics(uri).find(isOfCode)?.severity;
}

const broken = smallTenant.replace("port: 5432", "port: 99999");

test("tenantConfig.rules changes diagnostics without a reload", async () => {
  await write("tenants/rules/tenant.yaml", broken);
  const { uri } = await showOurs("tenants/rules/tenant.yaml");
  await waitForCodes(uri, ["out-of-range"]);
  await set("rules", { "out-of-range": "off" });
  await waitForCodes(uri, []);
  await set("rules", { "out-of-range": "hint" });
  await waitForCodes(uri, ["out-of-range"]);
  equal(severityOf(uri, "out-of-range"), vscode.DiagnosticSeverity.Hint, "severity");
  await set("rules", undefined);
  await waitFor("the error", () => severityOf(uri, "out-of-range") === vscode.DiagnosticSeverity.Error);
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
