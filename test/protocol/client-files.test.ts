import assert from "node:assert/strict";
import { test } from "node:test";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import type { CompletionItem, PublishDiagnosticsParams } from "vscode-languageserver";
import { brief, type ClientFiles, startClient } from "../support/lsp-client.ts";
import { memoryWorkspace } from "../support/memory-workspace.ts";
import { BROKEN_TENANT, GOOD_TENANT, tenantWithPort } from "./documents.ts";

const FOLDER = "file:///work";
const URI = `${FOLDER}/tenants/acme/tenant.yaml`;

/** A client's files from paths below `/work` to texts, held back until `gate` is fulfilled. */
function clientFiles(files: Readonly<Record<string, string>>, gate: Promise<void> = Promise.resolve()): ClientFiles {
  const workspace = memoryWorkspace(files);
  return {
    readFile: async (uri) => {
      await gate;
      return (await workspace.readFile(uri)) ?? null;
    },
    readDirectory: (uri) => workspace.readDirectory(uri).then((entries) => [...entries]),
  };
}

const initializationOptions = { fileSystem: true };

test("the client's own files are read, not those of the machine", async (t) => {
  const files = clientFiles({ ".env": "PORT=70000\n" });
  const client = await startClient(t, { folders: [FOLDER], initializationOptions, files });
  const found = await client.check(URI, tenantWithPort("${PORT}"));
  assert.deepEqual(brief(found), ["13:13-13:20 error out-of-range"]);
});

test("other files of a tenant are read through the client", async (t) => {
  const monitoring = "global: {}\nprometheus: {}\nalertmanager:\n  config:\n    receivers:\n      - name: on-call\n";
  const files = clientFiles({
    "tenants/acme/tenant.yaml": GOOD_TENANT,
    "tenants/acme/environment.staging.yaml": "environment:\n  name: staging\n  region: eu-west-1\ninfrastructure: {}\n",
    "tenants/acme/monitoring.yaml": monitoring,
  });
  const client = await startClient(t, { folders: [FOLDER], initializationOptions, files });
  client.open(URI, GOOD_TENANT);
  const preview = await client.request<{ environments: string[] }>("tenantConfig/preview/effective", { uri: URI });
  assert.deepEqual(preview.environments, ["production", "staging"]);

  const uri = `${FOLDER}/tenants/acme/monitoring.yaml`;
  const text = monitoring.replace("    receivers:", "    route:\n      receiver: \n    receivers:");
  client.open(uri, text);
  const items = await client.request<CompletionItem[]>("textDocument/completion", {
    textDocument: { uri },
    position: { line: 5, character: 16 },
  });
  assert.equal(items[0]?.label, "on-call", "the name that the file declares comes first");
});

test("schemes of virtual workspaces work like files", async (t) => {
  const folder = "vscode-vfs://github/acme/config";
  const files: ClientFiles = {
    readFile: (uri) => (uri === `${folder}/.env` ? "PORT=70000\n" : null),
    readDirectory: () => [],
  };
  const client = await startClient(t, { folders: [folder], initializationOptions, files });
  const found = await client.check(`${folder}/tenants/acme/tenant.yaml`, tenantWithPort("${PORT}"));
  assert.deepEqual(brief(found), ["13:13-13:20 error out-of-range"]);
});

test("a client that fails to read a file is as if the file were not there", async (t) => {
  const files: ClientFiles = {
    readFile: () => {
      throw new Error("the network is down");
    },
    readDirectory: () => {
      throw new Error("the network is down");
    },
  };
  const client = await startClient(t, { folders: [FOLDER], initializationOptions, files, mayLogErrors: true });
  assert.deepEqual(brief(await client.check(URI, tenantWithPort("70000"))), ["13:13-13:18 error out-of-range"]);
});

/** Requests about a document, with what else they need. */
const QUESTIONS: readonly (readonly [method: string, params: object])[] = [
  ["textDocument/completion", { position: { line: 3, character: 0 } }],
  ["textDocument/hover", { position: { line: 2, character: 3 } }],
  [
    "textDocument/codeAction",
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [] } },
  ],
  ["textDocument/documentSymbol", {}],
  ["textDocument/foldingRange", {}],
  ["textDocument/diagnostic", {}],
  ["tenantConfig/kind", {}],
  ["tenantConfig/preview/effective", {}],
];

test("requests that are cancelled while files are read answer with RequestCancelled, and the server goes on", async (t) => {
  const gate = Promise.withResolvers<void>();
  const files = clientFiles({}, gate.promise);
  const client = await startClient(t, { folders: [FOLDER], diagnostics: "pull", initializationOptions, files });
  client.open(URI, BROKEN_TENANT);
  const asked = QUESTIONS.map(([method, params]) => {
    const source = new CancellationTokenSource();
    const answer = client.request(method, { textDocument: { uri: URI }, uri: URI, ...params }, source.token);
    const code = answer.then(
      () => "answered",
      (error: { code?: unknown }) => error.code,
    );
    return { method, source, code };
  });
  // Every request is under way and waits for a file; only then it is cancelled.
  await client.roundTrip();
  for (const { source } of asked) source.cancel();
  await client.roundTrip();
  gate.resolve();
  for (const { method, code } of asked) assert.equal(await code, -32800, method);
  assert.equal((await client.pull(URI)).length, 4);
});

test("a request that is cancelled before it is handled answers with RequestCancelled or its answer", async (t) => {
  const client = await startClient(t, { folders: [FOLDER] });
  client.open(URI, GOOD_TENANT);
  for (const [method, params] of QUESTIONS.filter(([name]) => name !== "textDocument/diagnostic")) {
    const source = new CancellationTokenSource();
    const answer = client.request(method, { textDocument: { uri: URI }, uri: URI, ...params }, source.token);
    source.cancel();
    const code = await answer.then(
      () => -32800,
      (error: { code?: number }) => error.code,
    );
    assert.equal(code, -32800, method);
  }
});

test("an edit during a check: the check of the older text is dropped", async (t) => {
  const gate = Promise.withResolvers<void>();
  const client = await startClient(t, {
    folders: [FOLDER],
    initializationOptions,
    files: clientFiles({}, gate.promise),
  });
  client.open(URI, BROKEN_TENANT);
  await client.roundTrip();
  const found = await client.diagnosticsAfter(URI, () => {
    client.change(URI, { text: GOOD_TENANT });
    gate.resolve();
  });
  assert.deepEqual(found, []);
  assert.deepEqual(pushedFor(client.received), [{ uri: URI, version: 2, diagnostics: [] }]);
});

test("closed and opened again during a check: the check of the older text is dropped", async (t) => {
  const gate = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const files = clientFiles({}, gate.promise);
  const client = await startClient(t, {
    folders: [FOLDER],
    initializationOptions,
    files: {
      ...files,
      readFile: (uri) => {
        asked.resolve();
        return files.readFile(uri);
      },
    },
  });
  client.open(URI, BROKEN_TENANT, "tenant-config", 1);
  await asked.promise;
  client.close(URI);
  client.open(URI, GOOD_TENANT, "tenant-config", 1);
  // The first check goes on only when the server knows of both.
  await client.roundTrip();
  gate.resolve();
  const other = `${FOLDER}/tenants/other/tenant.yaml`;
  await client.check(other, GOOD_TENANT);
  await client.request("textDocument/documentSymbol", { textDocument: { uri: URI } });
  const wrong = pushedFor(client.received).filter(({ diagnostics }) => diagnostics.length > 0);
  assert.deepEqual(wrong, [], "findings of the first text under the version of the second");
});

function pushedFor(received: readonly { method: string; params: unknown }[]): readonly PublishDiagnosticsParams[] {
  return received
    .filter(({ method }) => method === "textDocument/publishDiagnostics")
    .map(({ params }) => params as PublishDiagnosticsParams)
    .filter(({ uri }) => uri === URI);
}
