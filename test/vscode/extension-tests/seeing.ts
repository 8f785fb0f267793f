import * as vscode from "vscode";
import { test } from "./harness.ts";
import { allShown, ask, equal, inWorkspace, ok, rangeOf, rangeWithin, set, waitFor } from "./support.ts";
import { showTour } from "./tour.ts";

const whole = new vscode.Range(0, 0, 1000, 0);

/** Tokens of a document in words: `tour class.declaration`. */
function decoded(
  document: vscode.TextDocument,
  { data }: vscode.SemanticTokens,
  { tokenTypes, tokenModifiers }: vscode.SemanticTokensLegend,
): readonly string[] {
  const tokens: string[] = [];
  let position = new vscode.Position(0, 0);
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    position = lines === 0 ? position.translate(0, characters) : new vscode.Position(position.line + lines, characters);
    const text = document.getText(new vscode.Range(position, position.translate(0, length)));
    const names = [tokenTypes[type], ...tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0)];
    tokens.push(`${text} ${names.join(".")}`);
  }
  return tokens;
}

test("semantic tokens tell names, values and placeholders", async () => {
  const document = await showTour("tenant.yaml");
  const { uri } = document;
  const legend = await ask<vscode.SemanticTokensLegend>("provideDocumentSemanticTokensLegend", uri);
  const all = await ask<vscode.SemanticTokens>("provideDocumentSemanticTokens", uri);
  const tokens = decoded(document, all, legend);
  equal(
    tokens.slice(0, 3),
    ["tenant_id property.required", "tour class.declaration", "metadata property.required"],
    "first",
  );
  for (const expected of [
    "production class.declaration",
    "TOUR_HOST variable",
    "db.tour.example string",
    "90 number",
    "pro enumMember",
  ]) {
    ok(tokens.includes(expected), `${expected} is missing: ${tokens.join(", ")}`);
  }
  const line = rangeOf(document, "plan: pro");
  const rangeLegend = await ask<vscode.SemanticTokensLegend>("provideDocumentRangeSemanticTokensLegend", uri, line);
  const some = await ask<vscode.SemanticTokens>("provideDocumentRangeSemanticTokens", uri, line);
  equal(decoded(document, some, rangeLegend), ["plan property", "pro enumMember"], "tokens of a range");
});

async function hints(document: vscode.TextDocument): Promise<readonly string[]> {
  const found = await ask<vscode.InlayHint[]>("executeInlayHintProvider", document.uri, whole);
  return found.map(({ position, label }) => {
    const text = typeof label === "string" ? label : label.map(({ value }) => value).join("");
    return `${document.lineAt(position.line).text.trim()} [${text}]`;
  });
}

test("inlay hints stand beside values, and a setting turns a class of them off", async () => {
  const document = await showTour("monitoring.yaml");
  const [duration, merge] = ["scrape_interval: 90s [1 minute 30 seconds]", "<<: *labels [+ 1 key]"];
  equal(await hints(document), [duration, merge], "hints");
  await set("inlayHints.durations", false);
  try {
    await waitFor("the hint to go", async () => (await hints(document)).join() === merge);
  } finally {
    await set("inlayHints.durations", undefined);
  }
  await waitFor("the hint to come back", async () => (await hints(document)).length === 2);
});

test("a selection grows along the structure", async () => {
  const document = await showTour("tenant.yaml");
  const { start } = rangeWithin(document, "plan: pro", "pro");
  const [selection] = await ask<vscode.SelectionRange[]>("executeSelectionRangeProvider", document.uri, [start]);
  const texts: string[] = [];
  for (let current = selection; current; current = current.parent) texts.push(document.getText(current.range));
  equal(texts.slice(0, 4), ["pro", "plan: pro", "  plan: pro", "billing:\n  plan: pro"], "selections");
});

test("links lead to files and web addresses", async () => {
  const targets = async (document: vscode.TextDocument): Promise<readonly (readonly string[])[]> => {
    const links = await ask<vscode.DocumentLink[]>("executeLinkProvider", document.uri, 10);
    return links.map(({ range, target }) => [document.getText(range), target?.toString() ?? "nothing"]);
  };
  const french = inWorkspace("tenants/tour/locales/fr.yaml").toString();
  equal(await targets(await showTour("localization.yaml")), [["locales/fr.yaml", french]], "file");
  const address = "https://events.example/v2";
  equal(await targets(await showTour("monitoring.yaml")), [[address, address]], "address");
});

test("colours are shown and can be chosen", async () => {
  const document = await showTour("monitoring.yaml");
  const { uri } = document;
  const [found, ...others] = await ask<vscode.ColorInformation[]>("executeDocumentColorProvider", uri);
  ok(found, "There is no colour.");
  equal([found.color, others], [new vscode.Color(1, 0, 0, 1), []], "colours");
  equal(document.getText(found.range), "#ff0000", "range");
  const choices = await ask<vscode.ColorPresentation[]>(
    "executeColorPresentationProvider",
    new vscode.Color(0, 0, 1, 1),
    { uri, range: found.range },
  );
  equal(
    choices.map(({ label, textEdit }) => [label, textEdit?.newText]),
    [["#0000ff", "#0000ff"]],
    "presentations",
  );
});

test("names have lenses with their references, which open them", async () => {
  const document = await showTour("monitoring.yaml");
  const lenses = await ask<vscode.CodeLens[]>("executeCodeLensProvider", document.uri, 10);
  const titles = lenses.map(({ range, command }) => `${document.getText(range)}: ${command?.title}`);
  const preview = "tenant_id: Preview the effective configuration";
  equal(titles, [preview, "chat: 2 references", "phone: 1 reference"], "lenses");
  const command = lenses.find((lens) => document.getText(lens.range) === "chat")?.command;
  ok(command, "The lens has no command.");
  const [, , locations] = command.arguments as [string, unknown, readonly { uri: string; range: vscode.Range }[]];
  const places = locations.map(({ uri, range: { start, end } }) => ({
    uri: vscode.Uri.parse(uri),
    range: new vscode.Range(start.line, start.character, end.line, end.character),
  }));
  equal(await allShown(places), ["monitoring.yaml:20 chat", "monitoring.yaml:24 chat"], "places");
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await vscode.commands.executeCommand("closeReferenceSearch");
});
