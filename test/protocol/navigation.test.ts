import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  DocumentHighlight,
  Location,
  LocationLink,
  SymbolInformation,
  TypeHierarchyItem,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import { startClient } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const MONITORING = `alertmanager:
  config:
    route:
      receiver: &first chat
    receivers:
      - name: chat
        webhook_configs: []
x-again: *first
prometheus:
  endpoint: "\${PROMETHEUS_HOST}"
`;

const SECURITY = `tenant_id: acme
authorization:
  rbac:
    roles:
      - {name: admin, permissions: [], inherit_from: [reader]}
      - {name: reader, permissions: []}
`;

const FILES = {
  ".env": "PROMETHEUS_HOST=prometheus\n",
  "tenants/acme/tenant.yaml": "tenant_id: acme\n",
  "tenants/acme/monitoring.yaml": MONITORING,
  "tenants/acme/security.yaml": SECURITY,
  "tenants/beta/security.yaml": "tenant_id: beta\nx-host: ${PROMETHEUS_HOST}\n",
};

const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

test("from a name to its places, over the protocol", async (t) => {
  const folder = await temporaryFolder(t, FILES);
  const client = await startClient(t, { folders: [folder.uri()], navigation: true });
  const { renameProvider } = client.initializeResult.capabilities;
  assert.deepEqual(renameProvider, { prepareProvider: true });
  const uri = folder.uri("tenants/acme/monitoring.yaml");
  client.open(uri, MONITORING);
  const at = { textDocument: { uri }, position: { line: 3, character: 25 } };
  const ask = <T>(method: string, more: object = {}): Promise<T> => client.request<T>(method, { ...at, ...more });

  const [link] = await ask<LocationLink[]>("textDocument/definition");
  assert.deepEqual(link?.targetSelectionRange, range(5, 14, 18));
  const found = await ask<Location[]>("textDocument/references", { context: { includeDeclaration: false } });
  assert.deepEqual(found, [{ uri, range: range(3, 23, 27) }]);
  const highlights = await ask<DocumentHighlight[]>("textDocument/documentHighlight");
  assert.deepEqual(highlights, [
    { range: range(3, 23, 27), kind: 2 },
    { range: range(5, 14, 18), kind: 3 },
  ]);
  const place = await ask("textDocument/prepareRename");
  assert.deepEqual(place, { range: range(3, 23, 27), placeholder: "chat" });
  const edit = await ask<WorkspaceEdit>("textDocument/rename", { newName: "talk" });
  assert.deepEqual(edit.changes?.[uri], [
    { range: range(5, 14, 18), newText: "talk" },
    { range: range(3, 23, 27), newText: "talk" },
  ]);
  await assert.rejects(ask("textDocument/rename", { newName: "" }), /A name can not be empty/);
  const linked = await ask("textDocument/linkedEditingRange", { position: { line: 7, character: 12 } });
  assert.deepEqual((linked as { ranges: unknown }).ranges, [range(3, 17, 22), range(7, 10, 15)]);
});

test("a variable leads to its line and to all tenants, hierarchies into files that are not open", async (t) => {
  const folder = await temporaryFolder(t, FILES);
  const client = await startClient(t, { folders: [folder.uri()] });
  assert.equal(client.initializeResult.capabilities.renameProvider, true);
  const uri = folder.uri("tenants/acme/monitoring.yaml");
  client.open(uri, MONITORING);
  const onVariable = { textDocument: { uri }, position: { line: 9, character: 18 } };
  const [entry] = await client.request<Location[]>("textDocument/definition", onVariable);
  assert.deepEqual(entry, { uri: folder.uri(".env"), range: range(0, 0, 15) }, "a client without links gets a place");
  const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...onVariable, newName: "HOST" });
  assert.deepEqual(
    Object.keys(edit.changes ?? {}).sort(),
    [folder.uri(".env"), uri, folder.uri("tenants/beta/security.yaml")].sort(),
  );

  const onName = { textDocument: { uri }, position: { line: 5, character: 15 } };
  const [receiver] = await client.request<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", onName);
  client.close(uri);
  const calls = await client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item: receiver });
  assert.deepEqual(
    calls.map(({ fromRanges }) => fromRanges),
    [[range(3, 23, 27)]],
  );
  const out = await client.request("callHierarchy/outgoingCalls", { item: calls[0]?.from });
  assert.equal((out as unknown[]).length, 1);

  const security = folder.uri("tenants/acme/security.yaml");
  client.open(security, SECURITY);
  const onRole = { textDocument: { uri: security }, position: { line: 4, character: 16 } };
  const [admin] = await client.request<TypeHierarchyItem[]>("textDocument/prepareTypeHierarchy", onRole);
  const [reader] = await client.request<TypeHierarchyItem[]>("typeHierarchy/supertypes", { item: admin });
  assert.equal(reader?.name, "reader");
  const below = await client.request<TypeHierarchyItem[]>("typeHierarchy/subtypes", { item: reader });
  assert.deepEqual(
    below.map(({ name }) => name),
    ["admin"],
  );

  const symbols = await client.request<SymbolInformation[]>("workspace/symbol", { query: "READ" });
  assert.deepEqual(
    symbols.map(({ name, location }) => [name, location.uri]),
    [["reader", security]],
  );
});
