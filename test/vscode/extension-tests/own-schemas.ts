import * as vscode from "vscode";
import { test } from "./harness.ts";
import { ask, equal, hoverText, inWorkspace, rangeOf, set, show, showOurs, waitForCodes, write } from "./support.ts";

const schema = { properties: { port: { type: "integer", title: "Port of the service" } } };

test("a schema of the team checks the team's files, and again when it changes", async () => {
  await write("team/service.schema.json", JSON.stringify(schema));
  await write("team/web.yaml", "port: http\nmode: \n");
  const document = await show("team/web.yaml");
  await set("schemas", { "team/service.schema.json": ["team/*.yaml"] });
  try {
    await waitForCodes(document.uri, ["type-mismatch"]);
    equal(document.languageId, "yaml", "language");
    const hover = await hoverText(document, rangeOf(document, "port").start);
    equal(hover.includes("Port of the service"), true, "hover");
    const changed = { properties: { port: { type: "string" }, mode: { enum: ["fast", "slow"] } } };
    await write("team/service.schema.json", JSON.stringify(changed));
    await waitForCodes(document.uri, ["value-not-allowed"]);
    const place = rangeOf(document, "mode: ").end;
    const { items } = await ask<vscode.CompletionList>("executeCompletionItemProvider", document.uri, place);
    const ours = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    equal(
      ours.map(({ label }) => (typeof label === "string" ? label : label.label)).sort(),
      ["fast", "slow"],
      "values",
    );
  } finally {
    await set("schemas", undefined);
  }
  await waitForCodes(document.uri, []);
});

test("a JSON tenant file has hints, references and fixes like its YAML twin", async () => {
  const text =
    '{\n  "authentication": {},\n  "authorization": { "rbac": { "default_role": "reader", "roles": [{ "name": "reader", "permissions": [] }] } },\n  "encryption": { "at_rest": { "enabled": "true" } }\n}\n';
  await write("tenants/twin/security.json", text);
  const document = await showOurs("tenants/twin/security.json");
  await waitForCodes(document.uri, ["type-mismatch"]);
  const { start } = rangeOf(document, 'reader", "roles');
  const found = await ask<vscode.Location[]>("executeReferenceProvider", document.uri, start);
  equal(
    found.map(({ range }) => document.getText(range)),
    ["reader", "reader"],
    "references",
  );
  const actions = await ask<vscode.CodeAction[]>(
    "executeCodeActionProvider",
    document.uri,
    rangeOf(document, '"true"'),
    "quickfix",
    10,
  );
  equal(actions[0]?.title, "Change to `true`", "fix");
  await vscode.workspace.fs.delete(inWorkspace("tenants/twin/security.json"));
});
