import * as vscode from "vscode";
import { test } from "./harness.ts";
import { allShown, ask, equal, ok, rangeOf, rangeWithin, replace, shown } from "./support.ts";
import { showTour } from "./tour.ts";

/** A use of the receiver `chat`. */
const use = "receiver: chat";

test("a use leads to its declaration", async () => {
  const document = await showTour("monitoring.yaml");
  const place = rangeWithin(document, use, "chat");
  const [link, ...others] = await ask<vscode.LocationLink[]>("executeDefinitionProvider", document.uri, place.start);
  ok(link && others.length === 0, "There is not exactly one definition.");
  ok(link.originSelectionRange?.isEqual(place), "The link does not say what is linked.");
  ok(link.targetSelectionRange?.isEqual(rangeWithin(document, "- name: chat", "chat")), "wrong declaration");
  ok(document.getText(link.targetRange).includes("slack_configs"), "The target is not the whole receiver.");
});

test("all references of a name", async () => {
  const document = await showTour("monitoring.yaml");
  const { start } = rangeWithin(document, "- name: chat", "chat");
  const found = await ask<vscode.Location[]>("executeReferenceProvider", document.uri, start);
  equal(
    await allShown(found),
    ["monitoring.yaml:20 chat", "monitoring.yaml:24 chat", "monitoring.yaml:26 chat"],
    "places",
  );
});

test("the places of a name in the file are highlighted, the declaration as written", async () => {
  const document = await showTour("monitoring.yaml");
  const { start } = rangeWithin(document, use, "chat");
  const found = await ask<vscode.DocumentHighlight[]>("executeDocumentHighlights", document.uri, start);
  const kinds = found.map(({ range, kind }) => `${range.start.line + 1} ${vscode.DocumentHighlightKind[kind ?? 0]}`);
  equal(kinds.sort(), ["20 Read", "24 Read", "26 Write"], "highlights");
});

test("a rename changes every file that uses the name", async () => {
  const [tenant, monitoring] = [await showTour("tenant.yaml"), await showTour("monitoring.yaml")];
  const before = [tenant.getText(), monitoring.getText()];
  const place = rangeWithin(tenant, "tenant_id: tour", "tour");
  const named = await ask<{ range: vscode.Range; placeholder: string }>("prepareRename", tenant.uri, place.start);
  equal([named.placeholder, named.range.isEqual(place)], ["tour", true], "what is renamed");
  const edit = await ask<vscode.WorkspaceEdit>("executeDocumentRenameProvider", tenant.uri, place.start, "trip");
  const places = edit.entries().flatMap(([uri, edits]) => edits.map(({ range }) => ({ uri, range })));
  equal(await allShown(places), ["monitoring.yaml:1 tour", "tenant.yaml:1 tour"], "places");
  ok(await vscode.workspace.applyEdit(edit), "The edit was refused.");
  const after = before.map((text) => text.replace("tenant_id: tour", "tenant_id: trip"));
  equal([tenant.getText(), monitoring.getText()], after, "texts");
  for (const document of [tenant, monitoring]) await replace(document, "tenant_id: trip", "tenant_id: tour");
});

test("a rename to a name that is taken is refused with the reason", async () => {
  const document = await showTour("monitoring.yaml");
  const { start } = rangeWithin(document, "- name: chat", "chat");
  const refusal = await ask<unknown>("executeDocumentRenameProvider", document.uri, start, "phone").then(
    () => "none",
    (error: unknown) => String(error),
  );
  ok(/`phone`/.test(refusal), `refusal: ${refusal}`);
});

test("names of the workspace are found by what was typed of them", async () => {
  await showTour("monitoring.yaml");
  const found = await ask<vscode.SymbolInformation[]>("executeWorkspaceSymbolProvider", "TourDown");
  equal(await Promise.all(found.map(({ location }) => shown(location))), ["monitoring.yaml:10 TourDown"], "places");
});

test("routes call receivers, and routes", async () => {
  const document = await showTour("monitoring.yaml");
  const { start } = rangeWithin(document, "- name: phone", "phone");
  const [phone] = await ask<vscode.CallHierarchyItem[]>("prepareCallHierarchy", document.uri, start);
  ok(phone, "The receiver has no call hierarchy.");
  equal([phone.name, phone.selectionRange.start.line + 1], ["phone", 31], "item");
  const incoming = await ask<vscode.CallHierarchyIncomingCall[]>("provideIncomingCalls", phone);
  equal(
    incoming.map(({ from }) => [from.name, from.range.start.line + 1]),
    [["phone", 22]],
    "routes that lead here",
  );
  const [call] = incoming;
  ok(call, "Nobody calls.");
  const outgoing = await ask<vscode.CallHierarchyOutgoingCall[]>("provideOutgoingCalls", call.from);
  equal(
    outgoing.map(({ to }) => [to.name, to.range.start.line + 1]),
    [
      ["phone", 31],
      ["chat", 24],
    ],
    "what it leads to",
  );
});

test("roles inherit from roles", async () => {
  const document = await showTour("security.yaml");
  const { start } = rangeOf(document, "editor\n");
  const [editor] = await ask<vscode.TypeHierarchyItem[]>("prepareTypeHierarchy", document.uri, start);
  ok(editor, "The role has no type hierarchy.");
  const names = async (command: string): Promise<readonly string[]> =>
    (await ask<vscode.TypeHierarchyItem[]>(command, editor)).map(({ name }) => name);
  equal(await names("provideSupertypes"), ["reader"], "above");
  equal(await names("provideSubtypes"), ["admin"], "below");
});
