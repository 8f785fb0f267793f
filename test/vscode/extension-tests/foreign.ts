import * as vscode from "vscode";
import type { KindAnswer } from "../../../server/src/protocol.ts";
import { test } from "./harness.ts";
import { codesOf, equal, extension, inWorkspace, ok, show, waitFor, write } from "./support.ts";

const underOtherNames = [
  "foreign/compose/docker-compose.yml",
  "foreign/openapi/petstore.yaml",
  "foreign/ansible/site.yml",
];
const underOurNames = ["foreign/kubernetes/base/tenant.yaml", "foreign/prometheus/rules/monitoring.yaml"];

test("foreign files do not start the server", async () => {
  const api = await extension();
  for (const path of underOtherNames) {
    const { languageId } = await show(path);
    ok(/yaml|compose/.test(languageId), `${path} has the language ${languageId}`);
    equal(api.serverStarted(), false, `server started by ${path}`);
  }
});

test("foreign files with our names keep their language and have no diagnostics", async () => {
  const api = await extension();
  for (const path of underOurNames) {
    const document = await show(path);
    equal(await kindOf(document.uri), undefined, `kind of ${path}`);
    equal(document.languageId, "yaml", `language of ${path}`);
    equal(codesOf(document.uri), [], `diagnostics of ${path}`);
    equal(api.statusOf(document.uri), undefined, `status of ${path}`);
  }
});

test("a foreign file in a folder of tenants is given back to YAML", async () => {
  await write("tenants/manifest.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: tenants\n");
  const document = await show("tenants/manifest.yaml");
  equal(await kindOf(document.uri), undefined, "kind");
  await waitFor("the language yaml", () => document.languageId === "yaml");
  equal(codesOf(document.uri), [], "diagnostics");
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  await vscode.workspace.fs.delete(inWorkspace("tenants/manifest.yaml"));
});

async function kindOf(uri: vscode.Uri): Promise<string | undefined> {
  const answer = await vscode.commands.executeCommand<KindAnswer>("tenantConfig.whyThisKind", uri);
  await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
  return answer.kind;
}
