import * as vscode from "vscode";
import { test } from "./harness.ts";
import { checked, equal, extension, installed, showOurs, smallTenant, waitForCodes, write } from "./support.ts";

test("a restarted server checks the open files again", async () => {
  const api = await extension();
  await write("tenants/restart/tenant.yaml", smallTenant.replace("port: 5432", "port: 99999"));
  const document = await showOurs("tenants/restart/tenant.yaml");
  await waitForCodes(document.uri, ["out-of-range"]);
  await vscode.commands.executeCommand("tenantConfig.restartServer");
  equal(api.serverStarted(), true, "server started");
  equal((await checked(document)).problems.errors, 1, "errors");
  await waitForCodes(document.uri, ["out-of-range"]);
});

test("every command of the manifest exists", async () => {
  const known = await vscode.commands.getCommands(true);
  const { commands } = installed().packageJSON.contributes as { readonly commands: readonly { command: string }[] };
  const missing = commands.map(({ command }) => command).filter((id) => !known.includes(id));
  equal(missing, [], "missing commands");
});
