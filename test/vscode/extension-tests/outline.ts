import * as vscode from "vscode";
import { test } from "./harness.ts";
import { equal, ok, showOurs, smallTenant, waitForCodes, write } from "./support.ts";

type Outline = vscode.DocumentSymbol[] | undefined;

function symbolsOf(document: vscode.TextDocument): Thenable<Outline> {
  return vscode.commands.executeCommand<Outline>("vscode.executeDocumentSymbolProvider", document.uri);
}

const namesOf = (symbols: Outline): readonly string[] => (symbols ?? []).map((symbol) => symbol.name);

test("the outline shows keys, and list items by their names", async () => {
  const text = [
    "global: {}",
    "prometheus:",
    "  scrape_configs:",
    "    - job_name: shop",
    "      static_configs: []",
    "    - job_name: checkout",
    "alertmanager: {}",
    "",
  ].join("\n");
  await write("tenants/outline/monitoring.yaml", text);
  const document = await showOurs("tenants/outline/monitoring.yaml");
  const top = await symbolsOf(document);
  equal(namesOf(top), ["global", "prometheus", "alertmanager"], "top level");
  const jobs = top?.[1]?.children[0];
  equal([jobs?.name, namesOf(jobs?.children)], ["scrape_configs", ["shop", "checkout"]], "jobs");
});

test("regions fold where the structure says so", async () => {
  await write("tenants/folding/tenant.yaml", smallTenant);
  const document = await showOurs("tenants/folding/tenant.yaml");
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    "vscode.executeFoldingRangeProvider",
    document.uri,
  );
  const lines = ranges.map(({ start, end }) => [start, end]);
  for (const expected of [
    [1, 6],
    [3, 6],
    [7, 14],
  ]) {
    ok(
      lines.some((range) => range.join() === expected.join()),
      `No region ${expected.join()} in ${JSON.stringify(lines)}`,
    );
  }
});

test("a JSON tenant file is checked, stays JSON and has one outline", async () => {
  const text =
    '{\n  "authentication": {},\n  "authorization": {},\n  "encryption": { "at_rest": { "enabled": "sure" } }\n}\n';
  await write("tenants/json/security.json", text);
  const document = await showOurs("tenants/json/security.json");
  equal(document.languageId, "json", "language");
  await waitForCodes(document.uri, ["type-mismatch"]);
  equal(namesOf(await symbolsOf(document)), ["authentication", "authorization", "encryption"], "outline");
});
