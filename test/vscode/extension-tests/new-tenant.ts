import * as vscode from "vscode";
import type { NewTenantResult } from "../../../client/src/new-tenant.ts";
import type { NewTenantParams } from "../../../server/src/protocol.ts";
import { test } from "./harness.ts";
import { checked, codesOf, equal, inWorkspace, ok, waitFor } from "./support.ts";

const answers: NewTenantParams = {
  id: "umbrella-corp",
  name: "Umbrella Corporation",
  ownerName: "Oswell Spencer",
  ownerEmail: "oswell@umbrella.example",
  environments: ["development", "staging", "production", "test"],
  plan: "enterprise",
  locales: ["en", "fr", "ar"],
};

function newTenant(argument: unknown): Thenable<NewTenantResult> {
  return vscode.commands.executeCommand<NewTenantResult>("tenantConfig.newTenant", argument);
}

test("New Tenant writes a folder of files without a problem", async () => {
  const { created, problems } = await newTenant({ ...answers, folder: inWorkspace("tenants") });
  equal(problems, [], "problems");
  const names = created.map((uri) => uri.slice(uri.lastIndexOf("/") + 1)).toSorted();
  equal(
    names,
    [
      ...answers.environments.map((name) => `environment.${name}.yaml`),
      "localization.yaml",
      "monitoring.yaml",
      "security.yaml",
      "tenant.yaml",
    ].toSorted(),
    "files",
  );
  const active = vscode.window.activeTextEditor?.document.uri;
  ok(active?.path.endsWith("/tenants/umbrella-corp/tenant.yaml"), `The tenant file is not shown but ${active?.path}.`);
  for (const uri of created) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await vscode.window.showTextDocument(document, { preview: false });
    const { problems: count } = await checked(document);
    equal(count, { errors: 0, warnings: 0, infos: 0, hints: 0 }, `problems of ${uri}`);
    equal(codesOf(document.uri), [], `diagnostics of ${uri}`);
    equal(document.languageId, "tenant-config", `language of ${uri}`);
  }
});

test("New Tenant refuses a folder that exists and leaves it alone", async () => {
  const listing = async (): Promise<unknown> => vscode.workspace.fs.readDirectory(inWorkspace("tenants/acme"));
  const before = await listing();
  const result = await newTenant({ ...answers, id: "acme" });
  equal(result.created, [], "files");
  equal(
    result.problems.map((problem) => problem.field),
    ["id"],
    "problems",
  );
  equal(await listing(), before, "the folder");
});

test("New Tenant says which answers are wrong and writes nothing", async () => {
  const result = await newTenant({ ...answers, id: "nobody", ownerEmail: "nobody", locales: ["zz_ZZ"] });
  equal(result.created, [], "files");
  equal(
    result.problems.map((problem) => problem.field),
    ["ownerEmail", "locales"],
    "problems",
  );
  const exists = await vscode.workspace.fs.stat(inWorkspace("tenants/nobody")).then(
    () => true,
    () => false,
  );
  equal(exists, false, "the folder exists");
});

test("an id that leads out of the folder is refused", async () => {
  const result = await newTenant({ ...answers, id: "../../outside" });
  equal([result.created, result.problems.map((problem) => problem.field)], [[], ["id"]], "result");
});

test("the preview of a new tenant opens beside its editor", async () => {
  const uri = inWorkspace("tenants/umbrella-corp/environment.production.yaml");
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await vscode.commands.executeCommand("tenantConfig.previewEffective", uri);
  const isPreview = ({ input, label }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputWebview && label === "Effective: environment.production.yaml";
  const tab = await waitFor("the preview", () =>
    vscode.window.tabGroups.all.flatMap((group) => group.tabs).find(isPreview),
  );
  await vscode.window.tabGroups.close(tab);
});
